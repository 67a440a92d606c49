"""Brings a database to this version's tables, and refuses one that is ahead of this version."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from hemicycle.storage.log_guards import recreate_log_guards
from hemicycle.storage.refusal import StorageRefused, name_of
from hemicycle.storage.transactions import writing

MIGRATIONS = Path(__file__).parent / "migrations"

# Any number will do, as long as every version of the service takes the same.
_UPGRADING = "SELECT pg_advisory_xact_lock(4153001)"


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing, all or none, and set the guards of the log again.

    Several nodes may start at once: the first one upgrades, the others wait and find nothing to do.
    """
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(_UPGRADING)
        refuse_newer(connection)
        command.upgrade(_config(connection), "head")
        recreate_log_guards(connection)


def refuse_newer(connection: Connection) -> None:
    """Raise ``StorageRefused`` if a newer version of the service has written this database."""
    here = MigrationContext.configure(connection).get_current_heads()
    ahead = sorted(set(here) - _known())
    if ahead:
        raise StorageRefused(
            f"{name_of(connection.engine.url)} was written by a newer version of Hemicycle "
            f"(its tables are at {', '.join(ahead)}, which this version does not know); "
            "install that version, or choose another data folder with --data"
        )


@cache
def _known() -> frozenset[str]:
    """The migrations of this version; they do not change while it runs."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
