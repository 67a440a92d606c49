"""How a transaction begins. The caller owns it: it is committed at the end of the block, or rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

# Read by the engine's "begin" listener: how this connection's transactions start.
BEGIN = "hemicycle_begin"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write. It waits for its turn at the start, so that it never fails half way.

    On SQLite that is ``BEGIN IMMEDIATE``: one writer at a time, for the whole file.
    """
    with engine.connect().execution_options(**{BEGIN: "BEGIN IMMEDIATE"}) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One snapshot of the rows; nothing written in it stays."""
    with engine.connect() as connection:
        yield connection
