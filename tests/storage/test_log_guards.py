"""The log is never changed: not by us either, and not after an upgrade that recreates its table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from hemicycle.storage import open_storage, reading, upgrade, writing
from hemicycle.storage.log_guards import recreate_log_guards

ROWS = (
    "INSERT INTO conferences VALUES ('t', 't', 't', 't', 'c', 'C', 'UTC', 'p', '{}', '[]', '[]', 'f', NULL)",
    "INSERT INTO meetings VALUES ('t','t','t','t', 'm', 'c', 1, 'M', '2021-09-07', '2021-09-07', '[]', NULL)",
    "INSERT INTO heads VALUES ('m', 1, 'e')",
    "INSERT INTO log VALUES ('m', 1, '2021-09-07 08:00:00', 'x', '{}', '{}')",
)
FORBIDDEN = (
    "UPDATE log SET event = 'other'",
    "UPDATE log SET seq = 2",
    "DELETE FROM log",
    "DELETE FROM log WHERE seq = 1",
    "INSERT OR REPLACE INTO log VALUES ('m', 1, '2021-09-07 08:00:00', 'x', '{}', '\"other\"')",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_storage(tmp_path)
    with writing(engine) as conn:
        for row in ROWS:
            conn.exec_driver_sql(row)
    yield engine
    engine.dispose()


def attempt(engine: Engine, statement: str) -> None:
    with writing(engine) as conn:
        conn.exec_driver_sql(statement)


def refuses(engine: Engine, statement: str) -> bool:
    try:
        attempt(engine, statement)
    except IntegrityError as error:
        return "the log is never changed: a correction is an event" in str(error)
    return False


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_log_refuses(engine: Engine, statement: str) -> None:
    assert refuses(engine, statement)
    with reading(engine) as conn:
        assert conn.exec_driver_sql("SELECT seq, event FROM log").all() == [(1, "{}")]


def test_the_guards_stand_again_after_a_table_was_recreated(engine: Engine) -> None:
    with writing(engine) as conn:
        operations = Operations(MigrationContext.configure(conn))
        with operations.batch_alter_table("log", recreate="always") as batch:
            batch.alter_column("command_id", new_column_name="command")
        gone = conn.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").scalar()
        assert gone == 0, "a recreated table should lose its triggers, else this test shows nothing"
    upgrade(engine)
    assert refuses(engine, "DELETE FROM log")
    assert refuses(engine, "UPDATE log SET seq = 2")


def test_to_set_the_guards_twice_is_to_set_them_once(engine: Engine) -> None:
    with writing(engine) as conn:
        recreate_log_guards(conn)
    assert refuses(engine, "DELETE FROM log")
