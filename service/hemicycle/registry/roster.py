"""The seats that are held, read from rows: what a meeting's log begins with. ``seats`` changes them."""

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.rules.meeting import Seat
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage.tables import SeatRow


def roster(conn: Connection, conference_id: str) -> tuple[Seat, ...]:
    """The seats that are held, by id."""
    table = SeatRow
    found = conn.execute(
        select(
            col(table.id),
            col(table.delegation_id),
            col(table.modality),
            col(table.role),
            col(table.participant_id),
        )
        .where(col(table.conference_id) == conference_id)
        .order_by(col(table.id))
    )
    return tuple(
        Seat(id=seat, delegation=delegation, modality=Modality(modality), role=Role(role), participant=holder)
        for seat, delegation, modality, role, holder in found
    )
