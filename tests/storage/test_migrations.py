"""The migrations lead to the tables that the models describe, all or nothing, from an empty database."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect
from tests.databases import Databases

from hemicycle.storage import open_engine, open_storage, reading, upgrade, writing
from hemicycle.storage import upgrade as upgrading
from hemicycle.storage.tables import Row


@pytest.fixture
def place(databases: Databases) -> Iterator[str]:
    """A database without tables."""
    place = databases.none()
    yield place
    databases.forget(place)


def structure(engine: Engine) -> dict[str, set[str]]:
    """Each table's and index's definition in SQLite as a set of clauses: their order is not the point."""
    with engine.connect() as conn:
        found = conn.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        ).all()
    clauses = {
        name: re.split(r",(?![^()]*\))", sql[sql.index("(") + 1 : sql.rindex(")")]) for name, sql in found
    }
    clauses.pop("alembic_version", None)
    return {name: {" ".join(part.split()) for part in parts} for name, parts in clauses.items()}


def test_models_and_migrations_agree(place: str) -> None:
    engine = open_storage(place)
    with reading(engine) as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    engine.dispose()


def test_models_and_migrations_say_the_same_to_the_letter(tmp_path: Path) -> None:
    migrated = open_storage(tmp_path)
    modelled = create_engine(f"sqlite:///{tmp_path / 'models.sqlite3'}")
    Row.metadata.create_all(modelled)
    assert structure(migrated) == structure(modelled)
    assert len(structure(migrated)) > len(Row.metadata.tables)
    migrated.dispose()
    modelled.dispose()


def test_to_upgrade_again_changes_nothing(place: str) -> None:
    engine = open_storage(place)
    before = inspect(engine).get_table_names()
    upgrade(engine)
    assert inspect(engine).get_table_names() == before
    engine.dispose()


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(place: str) -> None:
    engine = open_engine(place)
    with writing(engine) as conn:
        conn.exec_driver_sql("CREATE TABLE seats (mine INTEGER)")
    with pytest.raises(Exception, match=r"seats.* already exists"):
        upgrading(engine)
    assert inspect(engine).get_table_names() == ["seats"]
    engine.dispose()


def test_of_nodes_that_start_at_once_one_upgrades(place: str) -> None:
    nodes, start = 4, Barrier(4)

    def begin(_node: int) -> None:
        start.wait()
        open_storage(place).dispose()

    with ThreadPoolExecutor(nodes) as threads:
        list(threads.map(begin, range(nodes)))
    engine = open_storage(place)
    with reading(engine) as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 1
    engine.dispose()
