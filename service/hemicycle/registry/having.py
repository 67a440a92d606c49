"""What a delegation has of its limits, and what of its delegation is not in order yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import misfits, notes, people, registrations, units
from hemicycle.registry.registrations import LIVE, MatchKind, RegistrationState
from hemicycle.registry.units import Key, Kind, Unit
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role
from hemicycle.storage.tables import ParticipantRow


@dataclass(frozen=True, slots=True)
class Having:
    """One limit: how many may be ``nominated`` and be present ``at_once``, and how many are.

    ``free_places`` and ``free_seats``: what may still be taken; ``over``: persons over the limit, who
    hold a place, a seat, or both.
    """

    modality: Modality
    role: Role
    scope: str
    nominated: int
    free_places: int
    at_once: int
    free_seats: int
    over: int


class ConcernCode(StrEnum):
    """What of a delegation is not in order."""

    OVER_LIMIT = "over-limit"
    NO_SEAT = "no-seat"
    NOT_IN_NOTE = "not-in-note"
    DOUBTFUL = "doubtful"
    DIFFERS = "differs"
    NOT_REGISTERED = "not-registered"


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to be put in order. ``subject``: as ``registration:<id>``; ``name``: whom it concerns."""

    code: ConcernCode
    subject: str
    name: str


_UNMATCHED = {
    MatchKind.NONE: ConcernCode.NOT_IN_NOTE,
    MatchKind.DOUBTFUL: ConcernCode.DOUBTFUL,
    MatchKind.DIFFERS: ConcernCode.DIFFERS,
}


def having(conn: Connection, conference: str, delegation: DelegationId) -> tuple[Having, ...]:
    """Every limit of the delegation, as it stands."""
    places = _grouped(conn, units.PLACES, conference, delegation)
    seats = _grouped(conn, units.SEATS, conference, delegation)
    return tuple(
        Having(
            modality=Modality(key[1]),
            role=Role(key[2]),
            scope=key[3],
            nominated=_offered(places.get(key, [])),
            free_places=_free(places.get(key, [])),
            at_once=_offered(seats.get(key, [])),
            free_seats=_free(seats.get(key, [])),
            over=len({u.holder for u in (*places.get(key, []), *seats.get(key, [])) if u.over and u.holder}),
        )
        for key in sorted(places.keys() | seats.keys())
    )


def concerns(conn: Connection, conference: str, delegation: DelegationId) -> tuple[Concern, ...]:
    """What is not in order: for the desk, the head and the focal point of the delegation."""
    names = {person.id: person.name for person in people.people(conn, conference, delegation)}
    return (
        *(
            Concern(ConcernCode.OVER_LIMIT, f"participant:{misfit.participant}", names[misfit.participant])
            for misfit in misfits.misfits(conn, conference, delegation)
            if misfit.kept is None
        ),
        *_of_registrations(conn, conference, delegation),
    )


def parts(conn: Connection, conference: str, delegation: DelegationId) -> dict[ParticipantId, str]:
    """Who of the delegation is its head or a focal point."""
    return {who: part for who, part, _ in _people(conn, conference, delegation) if part is not None}


def emails(conn: Connection, conference: str, delegation: DelegationId) -> dict[ParticipantId, str]:
    """Their addresses: for the desk and the delegation's own focal point alone."""
    return {who: email for who, _, email in _people(conn, conference, delegation) if email is not None}


def _people(
    conn: Connection, conference: str, delegation: DelegationId
) -> list[tuple[ParticipantId, str | None, str | None]]:
    table = ParticipantRow
    found = conn.execute(
        select(col(table.id), col(table.part), col(table.email)).where(
            col(table.conference_id) == conference, col(table.delegation_id) == delegation
        )
    )
    return [(row.id, row.part, row.email) for row in found]


def _of_registrations(conn: Connection, conference: str, delegation: DelegationId) -> Iterator[Concern]:
    seated = {u.holder for u in units.units(conn, units.SEATS, conference, [delegation])}
    answered: set[str | None] = set()
    for each in registrations.registrations(conn, conference, delegation):
        if each.state in LIVE:
            answered.add(each.nomination)
        if each.state is RegistrationState.PENDING and each.match in _UNMATCHED:
            yield Concern(_UNMATCHED[each.match], f"registration:{each.id}", each.name)
        if each.state is RegistrationState.APPROVED and each.participant not in seated:
            yield Concern(ConcernCode.NO_SEAT, f"participant:{each.participant}", each.name)
    for nomination in notes.nominations(conn, conference, delegation):
        if nomination.id not in answered:
            yield Concern(ConcernCode.NOT_REGISTERED, f"nomination:{nomination.id}", nomination.name)


def _grouped(
    conn: Connection, kind: Kind, conference: str, delegation: DelegationId
) -> dict[Key, list[Unit]]:
    groups: dict[Key, list[Unit]] = {}
    for unit in units.units(conn, kind, conference, [delegation]):
        groups.setdefault(unit.key, []).append(unit)
    return groups


def _offered(group: list[Unit]) -> int:
    return sum(not unit.over for unit in group)


def _free(group: list[Unit]) -> int:
    return sum(unit.holder is None for unit in group)
