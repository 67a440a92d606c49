"""Free text given with a command. Events name it by id, so that the text can be erased without a log."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from hemicycle.rules.terms import CommandId, ReasonId
from hemicycle.storage.tables import ReasonRow


def keep(conn: Connection, meeting_id: str, command_id: CommandId, text: str, at: datetime) -> ReasonId:
    """Keep the text; a command gives one reason at most, so its id is the reason's."""
    conn.execute(insert(ReasonRow).values(meeting_id=meeting_id, id=command_id, text=text, at=at))
    return command_id


def text_of(conn: Connection, meeting_id: str, reason: ReasonId) -> str | None:
    """The text, or None where there is none (any more)."""
    return conn.execute(
        select(col(ReasonRow.text)).where(
            col(ReasonRow.meeting_id) == meeting_id, col(ReasonRow.id) == reason
        )
    ).scalar_one_or_none()
