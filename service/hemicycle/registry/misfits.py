"""Who no longer fits: people who hold what the policy in force no longer has, until an officer settles it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import units
from hemicycle.registry.units import PLACES, POOLS, SEATS, Kind, Unit
from hemicycle.rules.terms import DelegationId, ParticipantId
from hemicycle.storage.tables import ParticipantRow, RegistrationRow


@dataclass(frozen=True, slots=True)
class Misfit:
    """A person and what of hers is too much. ``over``: as ``seat:online.speaker.*`` or ``pool:platform``;
    ``registration`` None: she is of the conference's file; ``kept``: the officer's reason to let her stay.
    """

    participant: ParticipantId
    delegation: DelegationId
    registration: str | None
    over: tuple[str, ...]
    kept: str | None


def misfits(conn: Connection, conference: str, delegation: DelegationId | None = None) -> tuple[Misfit, ...]:
    """Everybody who does not fit, or those of one delegation, by delegation and id; who was kept has a
    reason.
    """
    people = _people(conn, conference)
    over: dict[ParticipantId, list[tuple[Kind, Unit]]] = defaultdict(list)
    for kind, unit in _over(conn, conference, delegation):
        if unit.holder is not None and delegation in {None, people[unit.holder][0]}:
            over[unit.holder].append((kind, unit))
    found = [
        Misfit(
            participant=who,
            delegation=people[who][0],
            registration=people[who][1],
            over=tuple(f"{kind.name}:{name(kind, unit)}" for kind, unit in held),
            kept=_kept(held),
        )
        for who, held in over.items()
    ]
    return tuple(sorted(found, key=lambda misfit: (misfit.delegation, misfit.participant)))


def over_units(conn: Connection, conference: str, misfit: Misfit) -> list[tuple[Kind, Unit]]:
    """The units that this person holds and the policy no longer has."""
    found = _over(conn, conference, misfit.delegation)
    return [(kind, unit) for kind, unit in found if unit.holder == misfit.participant]


def name(kind: Kind, unit: Unit) -> str:
    """What a unit is of: modality, role and scope, or the pool."""
    return unit.key[0] if kind is POOLS else ".".join(unit.key[1:])


def _over(conn: Connection, conference: str, delegation: DelegationId | None) -> Iterator[tuple[Kind, Unit]]:
    """The units that the policy no longer has; of a delegation: its own, and those of every pool."""
    for kind in (PLACES, SEATS, POOLS):
        of = None if delegation is None or kind is POOLS else [delegation]
        yield from ((kind, unit) for unit in units.units(conn, kind, conference, of) if unit.over)


def _kept(held: list[tuple[Kind, Unit]]) -> str | None:
    """The reason, once all that she holds too much has been let be."""
    reasons = [unit.kept for _, unit in held]
    return None if None in reasons else reasons[0]


def _people(conn: Connection, conference: str) -> dict[ParticipantId, tuple[DelegationId, str | None]]:
    """Participant → her delegation and her approved registration."""
    person, request = ParticipantRow, RegistrationRow
    approved = conn.execute(
        select(col(request.participant_id), col(request.id)).where(
            col(request.conference_id) == conference, col(request.state) == "approved"
        )
    )
    registered = {row.participant_id: row.id for row in approved}
    found = conn.execute(
        select(col(person.id), col(person.delegation_id)).where(
            col(person.conference_id) == conference, col(person.delegation_id).is_not(None)
        )
    )
    return {row.id: (row.delegation_id, registered.get(row.id)) for row in found}
