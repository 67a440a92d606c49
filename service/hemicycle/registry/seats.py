"""Who holds which role of a delegation. The rows are the truth and the database keeps the limits.

Only conduct imports this module: a live meeting's log holds a copy that must change with the rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, insert, select, true
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry.delegations import short_names
from hemicycle.registry.roster import EVERYWHERE, seat_id
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage.tables import DelegationRow, ParticipantRow, SeatRow, SeatUnitRow

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


class HolderChanged(SeatRefused):
    """Somebody else has given the seat away since the desk looked."""

    code = "holder-changed"


@dataclass(frozen=True, slots=True)
class SeatName:
    """What a seat's id says: ``<delegation>.<modality>.<role>.<number>`` and, unless it is for the whole
    conference, ``.<scope>``.
    """

    delegation: DelegationId
    modality: Modality
    role: Role
    number: int
    scope: str = EVERYWHERE

    @property
    def id(self) -> SeatId:
        """The id that says so."""
        return seat_id(self.delegation, self.modality, self.role, self.number, self.scope)


def read_seat(seat: SeatId) -> SeatName:
    """What the id of a seat says. Raises ``UnknownSeat``."""
    try:
        delegation, modality, role, number, *scope = seat.split(".")
        name = SeatName(delegation, Modality(modality), Role(role), int(number), *scope)
    except (ValueError, TypeError):
        name = None
    if name is None or name.number > MOST_UNITS or name.id != seat:
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


def held_by(conn: Connection, conference_id: str, participants: Iterable[ParticipantId]) -> list[SeatName]:
    """The seats that these people hold, by id."""
    found = conn.execute(
        select(col(SeatRow.id))
        .where(
            col(SeatRow.conference_id) == conference_id, col(SeatRow.participant_id).in_(list(participants))
        )
        .order_by(col(SeatRow.id))
    )
    return [read_seat(seat) for (seat,) in found]


def holders(conn: Connection, conference_id: str, seats: Iterable[SeatId]) -> set[ParticipantId]:
    """Who holds one of these seats."""
    found = conn.execute(
        select(col(SeatRow.participant_id)).where(
            col(SeatRow.conference_id) == conference_id, col(SeatRow.id).in_(list(seats))
        )
    )
    return set(found.scalars())


def require_holders(
    conn: Connection, conference_id: str, expected: Mapping[SeatId, ParticipantId | None]
) -> None:
    """Each of these seats must be held by whom the caller believes; None: nobody.

    Raises ``HolderChanged``.
    """
    table = SeatRow
    found = conn.execute(
        select(col(table.id), col(table.participant_id)).where(
            col(table.conference_id) == conference_id, col(table.id).in_(list(expected))
        )
    )
    held = {row.id: row.participant_id for row in found}
    for seat, holder in expected.items():
        if held.get(seat) != holder:
            raise HolderChanged(
                f"{seat} has changed hands meanwhile; look again", seat=seat, participant=held.get(seat, "")
            )


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
    if _exists(conn, _holds_beside(conference_id, name, participant)) or not _exists(
        conn, _offered(conference_id, name)
    ):
        raise _refusal(conn, conference_id, move.seat, participant)
    row = {
        "conference_id": conference_id,
        "id": move.seat,
        "delegation_id": name.delegation,
        "modality": name.modality.value,
        "role": name.role.value,
        "scope": name.scope,
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
    table = ParticipantRow
    of_delegation = and_(
        col(table.conference_id) == conference_id,
        col(table.delegation_id) == name.delegation,
        col(table.id) == participant,
    )
    params = {"seat": seat, "participant": participant}
    called = short_names(conn, conference_id).get(name.delegation, name.delegation)
    if not _exists(conn, of_delegation):
        return UnknownHolder(f"{called} has no participant {participant}", **params)
    if not _exists(conn, _offered(conference_id, name)):
        return LimitReached(
            f"{called} may not have {name.modality} {name.role} number {name.number}; "
            "move a role from somebody else instead",
            delegation=name.delegation,
            **params,
        )
    return SeatTaken(
        f"{participant} holds another seat, which this request does not free; name it too", **params
    )


def _offered(conference_id: str, name: SeatName) -> ColumnElement[bool]:
    """The policy in force has this unit."""
    unit = SeatUnitRow
    return and_(
        col(unit.conference_id) == conference_id,
        col(unit.delegation_id) == name.delegation,
        col(unit.modality) == name.modality,
        col(unit.role) == name.role,
        col(unit.scope) == name.scope,
        col(unit.number) == name.number,
        col(unit.over).is_(False),
    )


def _holds_beside(conference_id: str, name: SeatName, participant: ParticipantId) -> ColumnElement[bool]:
    """The person holds a seat that counts in the same meetings: one of the two is for all of them."""
    beside = true() if name.scope == EVERYWHERE else col(SeatRow.scope).in_([name.scope, EVERYWHERE])
    return and_(
        col(SeatRow.conference_id) == conference_id, col(SeatRow.participant_id) == participant, beside
    )


def _exists(conn: Connection, condition: ColumnElement[bool]) -> bool:
    return bool(conn.scalar(select(exists().where(condition))))
