"""Opens the database: one file in a data folder, durable at every commit."""

from pathlib import Path
from sqlite3 import Connection as SqliteConnection

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from hemicycle.storage.refusal import StorageRefused
from hemicycle.storage.transactions import BEGIN, reading, writing
from hemicycle.storage.upgrade import refuse_newer, upgrade

DATABASE_FILE = "hemicycle.sqlite3"
BUSY_SECONDS = 30
READERS = 40  # as many as the threads in which the routers read


def open_storage(place: Path | str) -> Engine:
    """Open the database and bring it to this version's tables. Raises ``StorageRefused``."""
    engine = open_engine(place)
    upgrade(engine)
    return engine


def open_engine(place: Path | str) -> Engine:
    """The engine on a data folder (made if it is not there), or on a database's address.

    Raises ``StorageRefused`` where the place cannot be written, holds something that is no database of
    the service, or was written by a newer version. The caller disposes of the engine.
    """
    url = _address(place)
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
    try:
        _probe(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _address(place: Path | str) -> URL:
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
        except ArgumentError:
            raise StorageRefused(
                f"{place!r} is not the address of a database; write it as sqlite:////folder/file"
            ) from None
    else:
        url = URL.create("sqlite", database=str(Path(place) / DATABASE_FILE))
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        raise StorageRefused(
            f"{url.render_as_string()} cannot hold the meetings: give a data folder, or sqlite:////folder/file"
        )
    _make_folder(Path(str(url.database)).parent)
    return url


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
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))


def _probe(engine: Engine) -> None:
    """Write, and look at the version, before anything depends on it."""
    try:
        prove_writable(engine)
        with reading(engine) as connection:
            refuse_newer(connection)
    except DatabaseError as error:
        raise StorageRefused(
            f"the database {engine.url.database} cannot be opened for writing ({error.orig}); "
            "choose another data folder with --data, or give this user the right to write there"
        ) from error


def prove_writable(engine: Engine) -> None:
    """Write something that means nothing, durably. Raises ``StorageFailed`` where that is not possible."""
    with writing(engine) as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
