"""A real database that fails for a while, as full and broken disks make it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from hemicycle.storage import Engine, writing

_REFUSES = """
CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = '{errcode}'; END $$
"""
_BREAK = {
    "sqlite": """
CREATE TRIGGER fails BEFORE INSERT ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, 'the disk is full'); END
""",
    "postgresql": """
CREATE TRIGGER fails BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION fails()
""",
}
_MEND = {"sqlite": "DROP TRIGGER fails", "postgresql": "DROP FUNCTION fails CASCADE"}


@contextmanager
def failing(engine: Engine, table: str, when: str = "true", errcode: str = "disk_full") -> Iterator[None]:
    """While this lasts the database takes no new rows of this table. ``errcode``: PostgreSQL's reason."""
    with writing(engine) as conn:
        if engine.dialect.name == "postgresql":
            conn.exec_driver_sql(_REFUSES.format(errcode=errcode))
        conn.exec_driver_sql(_BREAK[engine.dialect.name].format(table=table, when=when))
    try:
        yield
    finally:
        with writing(engine) as conn:
            conn.exec_driver_sql(_MEND[engine.dialect.name])


@contextmanager
def dead(engine: Engine) -> Iterator[None]:
    """While this lasts every transaction of a command fails by the database's own fault."""
    broken = read_only(engine) if engine.dialect.name == "sqlite" else failing(engine, "receipts")
    with broken:
        yield


@contextmanager
def full(engine: Engine) -> Iterator[None]:
    """While this lasts no connection may let the file grow: SQLite's own "disk is full"."""
    with _each_connection(engine, "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"):
        yield  # SQLite takes 1 as: as many pages as there are


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """While this lasts nothing can be written."""
    meanwhile, afterwards = {
        "sqlite": ("PRAGMA query_only = on", "PRAGMA query_only = off"),
        "postgresql": ("SET ROLE pg_read_all_data", "RESET ROLE"),
    }[engine.dialect.name]
    with _each_connection(engine, meanwhile, afterwards):
        yield


@contextmanager
def _each_connection(engine: Engine, meanwhile: str, afterwards: str) -> Iterator[None]:
    setting = [meanwhile]

    def set_up(connection: Any, *_: object) -> None:
        connection.execute(setting[0]).close()
        connection.commit()

    event.listen(engine, "checkout", set_up)
    try:
        yield
    finally:
        setting[0] = afterwards
