"""A conference's file as rows, in the order in which tables refer to each other."""

from collections.abc import Iterator
from typing import Any

from hemicycle.registry.conference_model import ConferenceDocument, PersonTable
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import tables

Rows = tuple[type[tables.Administered], list[dict[str, Any]]]


def rows_of(document: ConferenceDocument, procedure: dict[str, Any], fingerprint: str) -> Iterator[Rows]:
    """Each table with its rows; who and when are the caller's."""
    yield tables.ConferenceRow, [_conference(document, procedure, fingerprint)]
    of = {"conference_id": document.conference.id}
    yield tables.MeetingRow, list(_meetings(document))
    yield (
        tables.AgendaItemRow,
        [{**of, "place": place, **item.model_dump()} for place, item in enumerate(document.agenda)],
    )
    yield tables.DelegationRow, [{**of, **entry.model_dump(mode="json")} for entry in document.delegations]
    yield tables.GroupRow, [{**of, **group.model_dump()} for group in document.groups]
    yield tables.SeatLimitRow, [{**of, **unit} for unit in _limits(document)]
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
    }


def _meetings(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    for meeting in document.meetings:
        yield {
            "id": f"{document.conference.id}-{meeting.number}",
            "conference_id": document.conference.id,
            "number": meeting.number,
            "title": meeting.title,
            "scheduled_at": meeting.starts_at(document.zone),
            "ends_at": meeting.ends_at(document.zone),
            "items": list(meeting.items),
        }


def _limits(document: ConferenceDocument) -> Iterator[dict[str, Any]]:
    for modality in Modality:
        for role in Role:
            for number in range(1, document.limits.of(modality, role) + 1):
                yield {"modality": modality.value, "role": role.value, "number": number}


def _participant(person: PersonTable) -> dict[str, Any]:
    return {
        "id": person.id,
        "delegation_id": person.delegation,
        "name": person.name,
        "title": person.title,
        "capacity": person.capacity.value,
        "language": person.language,
        "booth": person.booth,
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
                "number": numbers[person.id],
                "participant_id": person.id,
            }
