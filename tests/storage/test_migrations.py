"""The migrations lead to the tables that the models describe, all or nothing, from an empty file."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine

from hemicycle.storage import open_engine, open_storage, reading, upgrade, writing
from hemicycle.storage import upgrade as upgrading
from hemicycle.storage.tables import Row


def structure(engine: Engine) -> dict[str, set[str]]:
    """Each table's and index's definition as a set of clauses: their order is not the point."""
    with engine.connect() as conn:
        found = conn.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        ).all()
    clauses = {
        name: re.split(r",(?![^()]*\))", sql[sql.index("(") + 1 : sql.rindex(")")]) for name, sql in found
    }
    clauses.pop("alembic_version", None)
    return {name: {" ".join(part.split()) for part in parts} for name, parts in clauses.items()}


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    migrated = open_storage(tmp_path)
    with reading(migrated) as conn:
        assert compare_metadata(MigrationContext.configure(conn), Row.metadata) == []
    modelled = create_engine(f"sqlite:///{tmp_path / 'models.sqlite3'}")
    Row.metadata.create_all(modelled)
    assert structure(migrated) == structure(modelled)
    assert len(structure(migrated)) > len(Row.metadata.tables)
    migrated.dispose()
    modelled.dispose()


def test_to_upgrade_again_changes_nothing(tmp_path: Path) -> None:
    engine = open_storage(tmp_path)
    before = structure(engine)
    upgrade(engine)
    assert structure(engine) == before
    engine.dispose()


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(tmp_path)
    with writing(engine) as conn:
        conn.exec_driver_sql("CREATE TABLE seats (mine INTEGER)")
    before = structure(engine)
    with pytest.raises(Exception, match="table seats already exists"):
        upgrading(engine)
    assert structure(engine) == before
    engine.dispose()
