"""A real database that fails for a while, as full and broken disks make it."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import event

from hemicycle.storage import Engine, writing


@contextmanager
def failing(engine: Engine, table: str, when: str = "1") -> Iterator[None]:
    """While this lasts the database takes no new rows of this table."""
    refuse = f"SELECT RAISE(ABORT, 'the disk is full') WHERE {when}"
    with writing(engine) as conn:
        conn.exec_driver_sql(f"CREATE TRIGGER fails BEFORE INSERT ON {table} BEGIN {refuse}; END")
    try:
        yield
    finally:
        with writing(engine) as conn:
            conn.exec_driver_sql("DROP TRIGGER fails")


@contextmanager
def full(engine: Engine) -> Iterator[None]:
    """While this lasts no connection may let the file grow: SQLite's own "disk is full"."""
    with _each_connection(engine, "max_page_count = 1", "max_page_count = 1000000"):
        yield  # SQLite takes 1 as: as many pages as there are


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """While this lasts nothing can be written."""
    with _each_connection(engine, "query_only = ON", "query_only = OFF"):
        yield


@contextmanager
def _each_connection(engine: Engine, meanwhile: str, afterwards: str) -> Iterator[None]:
    setting = [meanwhile]

    def set_up(connection: SqliteConnection, *_: object) -> None:
        connection.execute(f"PRAGMA {setting[0]}").close()

    event.listen(engine, "checkout", set_up)
    try:
        yield
    finally:
        setting[0] = afterwards
