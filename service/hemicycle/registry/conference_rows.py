"""A conference's file as rows, in the order in which tables refer to each other."""

from collections.abc import Iterable, Iterator
from typing import Any

from hemicycle.registry import limits
from hemicycle.registry.calendar_model import closes_at
from hemicycle.registry.calendar_rows import Rows, calendar_rows
from hemicycle.registry.conference_model import BoothTable, ConferenceDocument, PersonTable
from hemicycle.registry.policy import NewPolicy
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import tables
from hemicycle.storage.tables import DelegationSessionRow


def rows_of(document: ConferenceDocument, procedure: dict[str, Any], fingerprint: str) -> Iterator[Rows]:
    """Each table with its rows; who and when are the caller's."""
    yield tables.ConferenceRow, [_conference(document, procedure, fingerprint)]
    of = {"conference_id": document.conference.id}
    yield from calendar_rows(document, document.conference.id, document.zone)
    yield tables.DelegationRow, [{**of, **entry} for entry in _delegations(document)]
    yield (
        DelegationSessionRow,
        [
            {**of, "delegation_id": delegation.id, "session_id": session}
            for delegation in document.delegations
            for session in sorted(set(delegation.sessions))
        ],
    )
    yield tables.GroupRow, [{**of, **entry} for entry in _groups(document)]
    policy = document.policy()
    yield tables.PolicyRow, [{**of, "version": 1, **_policy(policy)}]
    yield tables.LimitRow, [{**of, "version": 1, **limits.limit_row(each)} for each in policy.limits]
    yield tables.PoolRow, [{**of, "version": 1, **limits.pool_row(each)} for each in policy.pools]
    yield tables.PoolUnitRow, [{**of, **unit} for unit in _pool_units(policy)]
    yield tables.PlaceUnitRow, [{**of, **unit} for unit in _units(document, policy, "nominated")]
    yield tables.SeatUnitRow, [{**of, **unit} for unit in _units(document, policy, "at_once")]
    yield tables.BoothRow, [{**of, **booth} for booth in booth_rows(document.booths)]
    yield tables.ParticipantRow, [{**of, **_participant(person)} for person in document.people]
    yield tables.PodiumMemberRow, [{**of, **member} for member in _podium(document)]
    yield tables.PlaceRow, [{**of, **place} for place in _places(document)]
    yield tables.PoolPlaceRow, [{**of, **place} for place in _pool_places(document, policy)]
    yield tables.SeatRow, [{**of, **seat} for seat in _seats(document, policy)]


def _conference(document: ConferenceDocument, procedure: dict[str, Any], fingerprint: str) -> dict[str, Any]:
    written = document.conference
    return {
        "id": written.id,
        "title": written.title,
        "time_zone": written.time_zone,
        "procedure_id": written.procedure,
        "procedure": procedure,
        "languages": list(written.languages),
        "assumptions": [assumption.model_dump() for assumption in document.assumptions],
        "fingerprint": fingerprint,
        "registration_closes_at": closes_at(written.registration_closes, document.zone),
    }


def _delegations(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    for delegation in document.delegations:
        yield {
            "id": delegation.id,
            "code": delegation.code,
            "category": delegation.category.value,
            "names": dict(delegation.names_on(document.first_day)),
            "members": list(delegation.members),
        }


def _groups(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    for group in document.groups:
        yield {"id": group.id, "names": dict(group.names), "members": list(group.members)}


def booth_rows(booths: Iterable[BoothTable]) -> Iterator[dict[str, Any]]:
    """The booths in their order."""
    for place, booth in enumerate(booths):
        yield {"id": booth.id, "place": place, "outgoing": list(booth.outgoing), "remote": booth.remote}


def _policy(policy: NewPolicy) -> dict[str, Any]:
    return {"holds_from": policy.holds_from, "applied_at": policy.holds_from, "reason": policy.reason}


def _units(document: ConferenceDocument, policy: NewPolicy, of: str) -> Iterator[dict[str, Any]]:
    """Every unit of every delegation. ``of``: nominated or at_once."""
    for delegation in document.delegations:
        for (modality, role, scope), limit in policy.of(delegation.category).items():
            for number in range(1, getattr(limit, of) + 1):
                yield {
                    "delegation_id": delegation.id,
                    "modality": modality.value,
                    "role": role.value,
                    "scope": scope,
                    "number": number,
                    "over": False,
                }


def _pool_units(policy: NewPolicy) -> Iterator[dict[str, Any]]:
    for pool in policy.pools:
        for number in range(1, pool.size + 1):
            yield {"pool_id": pool.id, "number": number, "over": False}


def _participant(person: PersonTable) -> dict[str, Any]:
    return {
        "id": person.id,
        "delegation_id": person.delegation,
        "name": person.name,
        "title": person.title,
        "capacity": person.capacity.value,
        "language": person.language,
        "booth": person.booth,
        "working_languages": person.working_languages and person.working_languages.model_dump(mode="json"),
        "part": person.part.value if person.part else None,
        "email": person.email,
    }


def _podium(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    members = [(person, person.podium) for person in document.people if person.podium]
    for place, (person, podium) in enumerate(members):
        yield {
            "participant_id": person.id,
            "place": place,
            "kind": podium.kind.value,
            "title": person.podium_title or podium.value,
        }


def _places(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    """The unit of a place that each person of modality and role holds."""
    numbers = document.places()
    for person in document.people:
        if person.modality and person.role:
            yield {
                "delegation_id": person.delegation,
                "modality": person.modality.value,
                "role": person.role.value,
                "scope": EVERYWHERE,
                "number": numbers[person.id],
                "participant_id": person.id,
            }


def _seats(document: ConferenceDocument, policy: NewPolicy) -> Iterator[dict[str, Any]]:
    """A seat has the number of the place; who is beyond those present at once is an alternate."""
    categories = {delegation.id: delegation.category for delegation in document.delegations}
    for place in _places(document):
        unit = (place["delegation_id"], place["modality"], place["role"], place["number"])
        group = Modality(place["modality"]), Role(place["role"]), EVERYWHERE
        if place["number"] <= policy.of(categories[place["delegation_id"]])[group].at_once:
            yield {"id": ".".join(map(str, unit)), **place}


def _pool_places(document: ConferenceDocument, policy: NewPolicy) -> Iterator[dict[str, Any]]:
    categories = {delegation.id: delegation.category for delegation in document.delegations}
    for pool in policy.pools:
        taking = (
            person.id
            for person in document.people
            if person.modality and person.role and person.delegation
            if pool.takes(categories[person.delegation], person.modality, person.role)
        )
        for number, person in enumerate(taking, start=1):
            yield {"pool_id": pool.id, "number": number, "participant_id": person}
