"""The log refuses to be changed or shortened: triggers, because a correction is an event.

Alembic's batch mode recreates tables and so loses their triggers: ``upgrade`` sets them again each time.
"""

from sqlalchemy import Connection

GUARDED = "log"
OPERATIONS = ("UPDATE", "DELETE")


def recreate_log_guards(connection: Connection) -> None:
    """Set the triggers that refuse UPDATE and DELETE on the log."""
    for operation in OPERATIONS:
        name = f"{GUARDED}_refuses_{operation.lower()}"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {operation} ON {GUARDED} "
            f"BEGIN SELECT RAISE(ABORT, 'the log is never changed: a correction is an event'); END"
        )
