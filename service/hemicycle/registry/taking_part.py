"""Who takes part and as what: approved by a registration, or of the conference's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import calendar, places, registrations
from hemicycle.registry.departed import departed
from hemicycle.registry.places import Placed
from hemicycle.registry.registrations import Registration, RegistrationState
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Capacity, DelegationId, Modality, ParticipantId, Role
from hemicycle.storage.tables import ParticipantRow, RegistrationRow, SeatRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """A person. ``id``: of her registration, else of herself; ``modality`` and ``role``: of a delegation's
    people, where they have a place or a seat; ``sessions``: those that she takes part in, none where the
    conference has none; ``seated``: she holds a seat, or needs none.
    """

    id: str
    participant: ParticipantId | None
    name: str
    title: str | None
    email: str | None
    language: str | None
    delegation: DelegationId | None
    capacity: Capacity
    modality: Modality | None
    role: Role | None
    sessions: tuple[str, ...]
    seated: bool


def taking_part(conn: Connection, conference: str) -> tuple[TakingPart, ...]:
    """Everybody, by name. The hall's display is nobody; who has departed takes part no more."""
    order = [session.id for session in calendar.sessions(conn, conference)]
    attended = calendar.attendance(conn, conference)
    seats = _seats(conn, conference)

    def whole(each: TakingPart) -> TakingPart:
        wanted = frozenset(each.sessions)
        if not wanted:
            wanted = frozenset(order) if each.delegation is None else attended[each.delegation]
        modality, role = seats.get(each.participant or "", (each.modality, each.role))
        return replace(
            each,
            modality=each.modality or modality,
            role=each.role or role,
            sessions=tuple(session for session in order if session in wanted),
            seated=each.capacity is not Capacity.DELEGATE or each.participant in seats,
        )

    found = [*_approved(conn, conference), *_of_file(conn, conference)]
    return tuple(sorted(map(whole, found), key=lambda each: (each.name.casefold(), each.id)))


def _approved(conn: Connection, conference: str) -> Iterator[TakingPart]:
    for each in registrations.registrations(conn, conference, state=RegistrationState.APPROVED):
        yield _registered(each)


def _registered(each: Registration) -> TakingPart:
    return TakingPart(
        id=each.id,
        participant=each.participant,
        name=each.name,
        title=each.title,
        email=each.email,
        language=each.language,
        delegation=each.delegation,
        capacity=Capacity.DELEGATE,
        modality=each.modality,
        role=each.role,
        sessions=each.sessions,
        seated=False,
    )


def _of_file(conn: Connection, conference: str) -> Iterator[TakingPart]:
    person, asked = ParticipantRow, RegistrationRow
    registered = select(col(asked.participant_id)).where(
        col(asked.conference_id) == conference, col(asked.participant_id).is_not(None)
    )
    of = (person.id, person.name, person.title, person.email, person.language, person.delegation_id)
    found = conn.execute(
        select(*map(col, of), col(person.capacity)).where(
            col(person.conference_id) == conference,
            col(person.capacity) != Capacity.HALL.value,
            col(person.id).not_in(registered),
        )
    )
    placed = {each.participant: each for each in places.of_file(conn, conference)}
    gone = departed(conn, conference)
    for row in found:
        if row.id not in gone:
            yield _placed(row, placed.get(row.id))


def _placed(row: Any, place: Placed | None) -> TakingPart:
    return TakingPart(
        id=row.id,
        participant=row.id,
        name=row.name,
        title=row.title,
        email=row.email,
        language=row.language,
        delegation=row.delegation_id,
        capacity=Capacity(row.capacity),
        modality=place.modality if place else None,
        role=place.role if place else None,
        sessions=_sessions(place),
        seated=False,
    )


def _seats(conn: Connection, conference: str) -> Mapping[ParticipantId, tuple[Modality, Role]]:
    """Who holds a seat, and of which kind."""
    table = SeatRow
    found = conn.execute(
        select(col(table.participant_id), col(table.modality), col(table.role)).where(
            col(table.conference_id) == conference
        )
    )
    return {who: (Modality(modality), Role(role)) for who, modality, role in found}


def _sessions(place: Placed | None) -> tuple[str, ...]:
    """Of a place: none are all; a meeting's place says nothing of sessions."""
    return () if place is None or EVERYWHERE in place.scopes else place.scopes
