"""SQLite: one file in a data folder, durable at every commit, one writer at a time."""

from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SqliteConnection
from time import monotonic, sleep

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from hemicycle.storage.refusal import StorageRefused
from hemicycle.storage.transactions import BEGIN

DATABASE_FILE = "hemicycle.sqlite3"
BUSY_SECONDS = 30
BETWEEN_TRIES = 0.01
READERS = 40  # as many as the threads in which the routers read

CHOOSE_ANOTHER = "choose another data folder with --data, or give this user the right to write there"


def create(url: URL) -> Engine:
    """The engine on a file, whose folder is made. Raises ``StorageRefused``."""
    if url.database in {None, "", ":memory:"}:
        raise StorageRefused(
            f"{url.render_as_string()} cannot hold the meetings: give a data folder, or sqlite:////folder/file"
        )
    _make_folder(Path(str(url.database)).parent)
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS},
        max_overflow=READERS,
        hide_parameters=True,  # names, reasons and hashes of secrets do not belong in an error's text
        json_serializer=lambda value: orjson.dumps(value).decode(),
        json_deserializer=orjson.loads,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def prove_writable(connection: Connection) -> None:
    """Write something that means nothing."""
    connection.exec_driver_sql("PRAGMA user_version = 0")


def refuse_unsuitable(_connection: Connection) -> None:
    """Every SQLite that Python brings will do."""


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageRefused(
            f"the data folder {folder} cannot be made ({error.strerror}); "
            "choose another with --data, or give this user the right to write there"
        ) from error


def _prepare(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    """Each connection: no implicit BEGIN by the driver, durable commits, foreign keys enforced."""
    connection.isolation_level = None
    _write_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _write_ahead(connection: SqliteConnection) -> None:
    """Of several that open a new file at once SQLite lets one change its journal; the others are not made to
    wait but fail, and try again.
    """
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except OperationalError as refused:
            if refused.sqlite_errorcode != SQLITE_BUSY or monotonic() > until:
                raise
            sleep(BETWEEN_TRIES)
        else:
            return


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))
