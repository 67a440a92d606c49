"""The log is never changed: not by us either, and not after an upgrade that recreates its table."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from tests.databases import Databases
from tests.registry.assembly import load

from hemicycle.journal import log
from hemicycle.journal.log import Recorded
from hemicycle.rules.commands import Actor, CallToOrder, Stamped
from hemicycle.rules.events import ListOpened
from hemicycle.rules.terms import Agent
from hemicycle.storage import reading, upgrade, writing
from hemicycle.storage.log_guards import recreate_log_guards

MEETING = "assembly-1"
AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
SAYS = "the log is never changed: a correction is an event"
FORBIDDEN = (
    "UPDATE log SET command_id = 'other'",
    "UPDATE log SET seq = 2",
    "DELETE FROM log",
    "DELETE FROM log WHERE seq = 1",
)
COLUMNS = "(meeting_id, seq, at, command_id, actor, event)"
AGAIN = "SELECT meeting_id, seq, at, 'other', actor, event FROM log"
OVERWRITING = {
    "sqlite": (f"INSERT OR REPLACE INTO log {COLUMNS} {AGAIN}",),
    "postgresql": (
        "TRUNCATE log",
        "TRUNCATE heads CASCADE",
        f"INSERT INTO log {COLUMNS} {AGAIN} ON CONFLICT (meeting_id, seq) DO UPDATE SET command_id = 'other'",
        "SET LOCAL session_replication_role = replica; DELETE FROM log",
    ),
}


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        with writing(engine) as conn:
            log.begin(conn, MEETING)
            stamped = Stamped(command=CallToOrder(), id="c1", at=AT, actor=Actor(agent=Agent.REGISTRY))
            log.append(conn, MEETING, 0, stamped, [ListOpened(item="1", at=AT)])
        yield engine


def attempt(engine: Engine, statement: str) -> None:
    with writing(engine) as conn:
        conn.exec_driver_sql(statement)


def refuses(engine: Engine, statement: str) -> bool:
    before = _recorded(engine)
    try:
        attempt(engine, statement)
    except IntegrityError as error:
        return SAYS in str(error) and _recorded(engine) == before
    return False


def _recorded(engine: Engine) -> list[Recorded]:
    with reading(engine) as conn:
        return log.read(conn, MEETING)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_log_refuses(engine: Engine, statement: str) -> None:
    assert refuses(engine, statement)


def test_the_log_refuses_to_be_written_over(engine: Engine) -> None:
    for statement in OVERWRITING[engine.dialect.name]:
        assert refuses(engine, statement), statement


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_the_guards_stand_again_after_a_table_was_recreated(engine: Engine) -> None:
    with writing(engine) as conn:
        operations = Operations(MigrationContext.configure(conn))
        with operations.batch_alter_table("log", recreate="always") as batch:
            batch.alter_column("command_id", new_column_name="command")
        guards = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"
        assert conn.exec_driver_sql(guards).scalar() == 0, "else this test shows nothing"
    upgrade(engine)
    for statement in ("DELETE FROM log", "UPDATE log SET seq = 2"):
        with pytest.raises(IntegrityError, match=SAYS):
            attempt(engine, statement)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@pytest.mark.parametrize("gone", ["DROP TRIGGER log_refuses ON log", "ALTER TABLE log DISABLE TRIGGER ALL"])
def test_guards_that_were_taken_away_are_set_again(engine: Engine, gone: str) -> None:
    attempt(engine, gone)
    upgrade(engine)
    assert refuses(engine, "DELETE FROM log")


def test_to_set_the_guards_twice_is_to_set_them_once(engine: Engine) -> None:
    with writing(engine) as conn:
        recreate_log_guards(conn)
    assert refuses(engine, "DELETE FROM log")
