"""A conference's file as rows, in the order in which tables refer to each other."""

from collections.abc import Iterable, Iterator
from typing import Any

from hemicycle.registry import limits
from hemicycle.registry.calendar_model import closes_at
from hemicycle.registry.calendar_rows import Rows, calendar_rows
from hemicycle.registry.conference_model import BoothTable, ConferenceDocument, PersonTable
from hemicycle.registry.policy import NewPolicy
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.storage import accreditation, tables
from hemicycle.storage.accreditation import DelegationSessionRow


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
    yield tables.GroupRow, [{**of, **group.model_dump()} for group in document.groups]
    policy = document.policy()
    yield accreditation.PolicyRow, [{**of, "version": 1, **_policy(policy)}]
    yield accreditation.LimitRow, [{**of, "version": 1, **limits.limit_row(each)} for each in policy.limits]
    yield accreditation.PoolRow, [{**of, "version": 1, **limits.pool_row(each)} for each in policy.pools]
    yield accreditation.PoolUnitRow, [{**of, **unit} for unit in _pool_units(policy)]
    yield accreditation.PlaceUnitRow, [{**of, **unit} for unit in _units(document, policy, "nominated")]
    yield tables.SeatUnitRow, [{**of, **unit} for unit in _units(document, policy, "at_once")]
    yield accreditation.BoothRow, [{**of, **booth} for booth in booth_rows(document.booths)]
    yield tables.ParticipantRow, [{**of, **_participant(person)} for person in document.people]
    yield tables.PodiumMemberRow, [{**of, **member} for member in _podium(document)]
    yield tables.SeatRow, [{**of, **seat} for seat in _seats(document)]


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


def _seats(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    numbers = document.seats()
    for person in document.people:
        if person.modality and person.role:
            unit = (person.delegation, person.modality.value, person.role.value, numbers[person.id])
            yield {
                "id": ".".join(map(str, unit)),
                "delegation_id": person.delegation,
                "modality": person.modality.value,
                "role": person.role.value,
                "scope": EVERYWHERE,
                "number": numbers[person.id],
                "participant_id": person.id,
            }
