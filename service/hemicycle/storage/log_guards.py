"""The log refuses to be changed or shortened: triggers, because a correction is an event.

Alembic's batch mode recreates SQLite's tables and so loses their triggers: ``upgrade`` sets them again each
time. On PostgreSQL they are set where they are missing: to replace them would stop a live meeting's writers.
"""

from sqlalchemy import Connection

_SAYS = "the log is never changed: a correction is an event"
_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"

# SQLite's REPLACE deletes without firing DELETE triggers, so an INSERT over an event is refused as well.
GUARDS = {
    "log_refuses_update": "BEFORE UPDATE ON log",
    "log_refuses_delete": "BEFORE DELETE ON log",
    "log_refuses_replace": (
        "BEFORE INSERT ON log WHEN EXISTS "
        "(SELECT 1 FROM log WHERE meeting_id = NEW.meeting_id AND seq = NEW.seq)"
    ),
}

_GUARDED = (
    "SELECT count(*) FROM pg_trigger "
    "WHERE tgrelid = 'log'::regclass AND tgname = 'log_refuses' AND tgenabled = 'A'"
)
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION log_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'restrict_violation'; END $$
"""
# For each statement: so it also holds for TRUNCATE, and for a statement that would touch no row.
_TRIGGER = """
CREATE OR REPLACE TRIGGER log_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON log
FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()
"""
_ALWAYS = "ALTER TABLE log ENABLE ALWAYS TRIGGER log_refuses"


def recreate_log_guards(connection: Connection) -> None:
    """Set the triggers that refuse to update, delete, replace or truncate events."""
    if connection.dialect.name == "postgresql":
        _guard_postgresql(connection)
        return
    for name, occasion in GUARDS.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {occasion} {_REFUSE}")


def _guard_postgresql(connection: Connection) -> None:
    if connection.exec_driver_sql(_GUARDED).scalar() == 0:
        for statement in (_FUNCTION, _TRIGGER, _ALWAYS):
            connection.exec_driver_sql(statement)
