"""The log refuses to be changed or shortened: triggers, because a correction is an event.

Alembic's batch mode recreates tables and so loses their triggers: ``upgrade`` sets them again each time.
"""

from sqlalchemy import Connection

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the log is never changed: a correction is an event'); END"

# SQLite's REPLACE deletes without firing DELETE triggers, so an INSERT over an event is refused as well.
GUARDS = {
    "log_refuses_update": "BEFORE UPDATE ON log",
    "log_refuses_delete": "BEFORE DELETE ON log",
    "log_refuses_replace": (
        "BEFORE INSERT ON log WHEN EXISTS "
        "(SELECT 1 FROM log WHERE meeting_id = NEW.meeting_id AND seq = NEW.seq)"
    ),
}


def recreate_log_guards(connection: Connection) -> None:
    """Set the triggers that refuse to update, delete or replace an event."""
    for name, occasion in GUARDS.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {occasion} {_REFUSE}")
