"""PostgreSQL: many nodes on one database, durable at every commit."""

import re
from typing import Any

import orjson
import psycopg
from psycopg.abc import Buffer
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from hemicycle.storage.refusal import StorageRefused, name_of

KEPT, AT_MOST = 8, 40
"""Connections of one node that stay open, and that are open together at most: the server's own limit is
often 100, so it carries two nodes; more need a higher ``max_connections``."""

OLDEST = (14,)

_SESSION = {
    "synchronous_commit": "on",  # an acknowledged command is on the disk, whatever the server's default
    "lock_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",  # a node that hangs must not hold a meeting's head for ever
    "timezone": "UTC",
}

CHOOSE_ANOTHER = "look at HEMICYCLE_DATABASE, and whether the server runs and lets this user in"

# A dead server is noticed within half a minute, also where no packet says so.
CONNECTING = {
    "application_name": "hemicycle",
    "client_encoding": "utf8",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "options": " ".join(f"-c {name}={value}" for name, value in _SESSION.items()),
}

# A real row where there is one, so that rights and a standby are felt; else the write-ahead log alone.
_WRITE = """
DO $$ BEGIN
    IF to_regclass('alembic_version') IS NOT NULL THEN
        UPDATE alembic_version SET version_num = version_num;
    ELSE
        PERFORM pg_logical_emit_message(true, 'hemicycle', '');
    END IF;
END $$
"""


def create(url: URL) -> Engine:
    """The engine on a server's database; connects only when it is used."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args=CONNECTING,
        pool_size=KEPT,
        max_overflow=AT_MOST - KEPT,
        pool_timeout=30,
        pool_pre_ping=True,  # a server that was started again is met by new connections, not by an error
        hide_parameters=True,  # names, reasons and hashes of secrets do not belong in an error's text
        json_serializer=_json,
        json_deserializer=orjson.loads,
    )
    event.listen(engine, "connect", _prepare)
    return engine


def prove_writable(connection: Connection) -> None:
    """Write something that means nothing."""
    connection.exec_driver_sql(_WRITE)


def refuse_unsuitable(connection: Connection) -> None:
    """Raise ``StorageRefused`` where texts or JSON would not come back as they went in."""
    version = connection.dialect.server_version_info or OLDEST
    if version < OLDEST:
        raise StorageRefused(
            f"{name_of(connection.engine.url)} is on PostgreSQL {version[0]}; Hemicycle needs 14 or newer"
        )
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise StorageRefused(
            f"{name_of(connection.engine.url)} keeps texts as {encoding}; make one with ENCODING 'UTF8'"
        )


class _StoredText(StrDumperUnknown):
    """PostgreSQL keeps no U+0000 in a text. Nobody means one: it becomes the sign for what is unreadable."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\ufffd"))


_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def _json(value: Any) -> str:
    return _NUL.sub(r"\1\\ufffd", orjson.dumps(value).decode())


def _prepare(connection: psycopg.Connection[Any], _entry: object) -> None:
    connection.adapters.register_dumper(str, _StoredText)
