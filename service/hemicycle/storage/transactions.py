"""How a transaction begins. The caller owns it: it is committed at the end of the block, or rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine

from hemicycle.storage import bus

# Read by the "begin" listener of SQLite's engine: how this connection's transactions start.
BEGIN = "hemicycle_begin"

_WRITING: dict[str, dict[str, Any]] = {
    "sqlite": {BEGIN: "BEGIN IMMEDIATE"},
    "postgresql": {"isolation_level": "READ COMMITTED"},
}
_READING: dict[str, dict[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write.

    On SQLite it waits for its turn at the start, so that it never fails half way: one writer at a time, for
    the whole file. On PostgreSQL many write at once: what must not change meanwhile is locked by its row, and
    what is read after a lock was granted is as of then.
    """
    announced: bus.Announced = {}
    options = {**_WRITING[engine.dialect.name], bus.ANNOUNCED: announced}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection
        bus.notify(connection, announced)
    bus.deliver(engine, announced)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One snapshot of the rows; nothing written in it stays."""
    with engine.connect().execution_options(**_READING[engine.dialect.name]) as connection:
        yield connection
