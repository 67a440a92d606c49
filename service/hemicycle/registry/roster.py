"""The seats that are held, read from rows: what a meeting's log begins with. ``seats`` changes them."""

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.registry import calendar
from hemicycle.rules.state.people import Seat
from hemicycle.rules.terms import Modality, Role, SeatId
from hemicycle.storage.tables import SeatRow

EVERYWHERE = "*"
"""The scope of what is for the whole conference; else it is the id of a session or of a meeting."""


def seat_id(delegation: str, modality: str, role: str, number: int, scope: str = EVERYWHERE) -> SeatId:
    """What a seat is called: ``pan.online.speaker.1``, with a scope of its own ``….1.plenary``."""
    parts = [delegation, modality, role, str(number)]
    return ".".join(parts if scope == EVERYWHERE else [*parts, scope])


def scopes_of(conn: Connection, conference_id: str, meeting_id: str) -> frozenset[str]:
    """The scopes of the seats that count in a meeting: the conference's, its sessions', its own."""
    served = calendar.meeting_sessions(conn, conference_id).get(meeting_id, frozenset())
    return served | {EVERYWHERE, meeting_id}


def roster(conn: Connection, conference_id: str, meeting_id: str | None = None) -> tuple[Seat, ...]:
    """The seats that are held, by id: all of the conference, or those that count in a meeting."""
    table = SeatRow
    of = col(table.conference_id) == conference_id
    if meeting_id is not None:
        of = and_(of, col(table.scope).in_(scopes_of(conn, conference_id, meeting_id)))
    found = conn.execute(
        select(
            col(table.id),
            col(table.delegation_id),
            col(table.modality),
            col(table.role),
            col(table.participant_id),
        )
        .where(of)
        .order_by(col(table.id))
    )
    return tuple(
        Seat(id=seat, delegation=delegation, modality=Modality(modality), role=Role(role), participant=holder)
        for seat, delegation, modality, role, holder in found
    )
