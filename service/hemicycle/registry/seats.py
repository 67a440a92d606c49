"""Who holds which role of a delegation. The rows are the truth and the database keeps the limits.

Only conduct imports this module: a live meeting's log holds a copy that must change with the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage.tables import DelegationRow, ParticipantRow, SeatLimitRow, SeatRow

MOST_UNITS = 999
"""No limit reaches this: a greater number in a seat's id names nothing, and fits into every database."""


class SeatRefused(Exception):
    """Seats were not changed. ``code``: stable; ``params``: the ids concerned; the words: what to do."""

    code = "seat-refused"

    def __init__(self, says: str, **params: str) -> None:
        self.params = params
        super().__init__(says)


class UnknownSeat(SeatRefused):
    """No delegation of the conference can have such a seat."""

    code = "unknown-seat"


class UnknownHolder(SeatRefused):
    """The delegation has no such person."""

    code = "unknown-participant"


class LimitReached(SeatRefused):
    """The delegation's limit has no such unit: a second remote speaker, a fourth observer."""

    code = "limit-reached"


class SeatTaken(SeatRefused):
    """The person holds another seat, or the seat is given twice."""

    code = "seat-taken"


@dataclass(frozen=True, slots=True)
class SeatName:
    """What a seat's id says: ``<delegation>.<modality>.<role>.<number>``."""

    delegation: DelegationId
    modality: Modality
    role: Role
    number: int


def read_seat(seat: SeatId) -> SeatName:
    """What the id of a seat says. Raises ``UnknownSeat``."""
    try:
        delegation, modality, role, number = seat.split(".")
        name = SeatName(delegation, Modality(modality), Role(role), int(number))
    except ValueError:
        name = None
    if (
        name is None
        or name.number > MOST_UNITS
        or ".".join((name.delegation, name.modality, name.role, str(name.number))) != seat
    ):
        raise UnknownSeat(f"{seat} names no seat; write one like pan.online.speaker.1", seat=seat)
    return name


def move_of(seat: SeatId, participant: ParticipantId | None) -> SeatMove:
    """The move that seats the participant, or nobody, there. Raises ``UnknownSeat``."""
    name = read_seat(seat)
    return SeatMove(
        seat=seat,
        delegation=name.delegation,
        modality=name.modality,
        role=name.role,
        participant=participant,
    )


def lock_delegations(conn: Connection, conference_id: str, delegations: Iterable[DelegationId]) -> None:
    """Lock these delegations' seats until the transaction ends, by ascending id. Raises ``UnknownSeat``."""
    for delegation in sorted(set(delegations)):
        found = conn.execute(
            select(col(DelegationRow.id))
            .where(col(DelegationRow.conference_id) == conference_id, col(DelegationRow.id) == delegation)
            .with_for_update()
        ).one_or_none()
        if found is None:
            raise UnknownSeat(f"the conference has no delegation {delegation}", delegation=delegation)


def apply_moves(
    conn: Connection, conference_id: str, moves: Sequence[SeatMove], at: datetime, by: str
) -> None:
    """All seats named are freed, then filled: two moves make an exchange, one alone unseats the holder.

    Raises a ``SeatRefused``: then the caller rolls back.
    """
    for move in moves:
        if move != move_of(move.seat, move.participant):
            raise UnknownSeat(
                f"{move.seat} is no {move.modality} {move.role} seat of {move.delegation}", seat=move.seat
            )
    named = [move.seat for move in moves]
    if len(set(named)) != len(named):
        raise SeatTaken("a seat is named twice; give each seat one holder")
    conn.execute(
        delete(SeatRow).where(col(SeatRow.conference_id) == conference_id, col(SeatRow.id).in_(named))
    )
    for move in moves:
        if move.participant is not None:
            _fill(conn, conference_id, move, move.participant, at, by)


def _fill(
    conn: Connection,
    conference_id: str,
    move: SeatMove,
    participant: ParticipantId,
    at: datetime,
    by: str,
) -> None:
    name = read_seat(move.seat)
    row = {
        "conference_id": conference_id,
        "id": move.seat,
        "delegation_id": name.delegation,
        "modality": name.modality.value,
        "role": name.role.value,
        "number": name.number,
        "participant_id": participant,
        "created_at": at,
        "created_by": by,
        "updated_at": at,
        "updated_by": by,
    }
    try:
        with conn.begin_nested():
            conn.execute(insert(SeatRow).values(row))
    except IntegrityError as error:
        raise _refusal(conn, conference_id, move.seat, participant) from error


def _refusal(conn: Connection, conference_id: str, seat: SeatId, participant: ParticipantId) -> SeatRefused:
    """Which of the constraints it was, in words: databases do not all name the one that refused."""
    name = read_seat(seat)
    table, limit = ParticipantRow, SeatLimitRow
    of_delegation = and_(
        col(table.conference_id) == conference_id,
        col(table.delegation_id) == name.delegation,
        col(table.id) == participant,
    )
    within_limit = and_(
        col(limit.conference_id) == conference_id,
        col(limit.modality) == name.modality,
        col(limit.role) == name.role,
        col(limit.number) == name.number,
    )
    params = {"seat": seat, "participant": participant}
    if not _exists(conn, of_delegation):
        return UnknownHolder(f"{name.delegation} has no participant {participant}", **params)
    if not _exists(conn, within_limit):
        return LimitReached(
            f"{name.delegation} may not have {name.modality} {name.role} number {name.number}; "
            "move a role from somebody else instead",
            **params,
        )
    return SeatTaken(
        f"{participant} holds another seat, which this request does not free; name it too", **params
    )


def _exists(conn: Connection, condition: ColumnElement[bool]) -> bool:
    return bool(conn.scalar(select(exists().where(condition))))
