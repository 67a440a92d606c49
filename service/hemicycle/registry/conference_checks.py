"""What must hold between the tables of a conference's file."""

from collections.abc import Iterable, Iterator

from hemicycle.registry.conference_model import ConferenceDocument, PersonTable, Podium
from hemicycle.registry.toml_file import Fault
from hemicycle.rules.terms import Capacity


def faults(document: ConferenceDocument) -> Iterator[Fault]:
    """Everything that does not hold, each with the place where it is written."""
    yield from _twice("agenda", "id", (item.id for item in document.agenda))
    yield from _twice("meetings", "number", (meeting.number for meeting in document.meetings))
    yield from _twice("delegations", "id", (delegation.id for delegation in document.delegations))
    yield from _twice("delegations", "code", (delegation.code for delegation in document.delegations))
    yield from _twice("groups", "id", (group.id for group in document.groups))
    yield from _twice("people", "id", (person.id for person in document.people))
    yield from _meetings(document)
    yield from _chair(document)
    known = {delegation.id for delegation in document.delegations}
    for place, person in enumerate(document.people):
        for field, says in _person(person, known, document):
            yield Fault(("people", place, field), says)
    yield from _limits(document)


def _twice(table: str, field: str, values: Iterable[str | int]) -> Iterator[Fault]:
    seen: set[str | int] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield Fault((table, place, field), f"{value!r} stands twice; each {field} is unique")
        seen.add(value)


def _meetings(document: ConferenceDocument) -> Iterator[Fault]:
    agenda = {item.id for item in document.agenda}
    for place, meeting in enumerate(document.meetings):
        if meeting.end <= meeting.start:
            yield Fault(("meetings", place, "end"), f"{meeting.end} is not after the start, {meeting.start}")
        for item in meeting.items:
            if item not in agenda:
                yield Fault(("meetings", place, "items"), f"the agenda has no item {item!r}")


def _chair(document: ConferenceDocument) -> Iterator[Fault]:
    chairs = [place for place, person in enumerate(document.people) if person.podium is Podium.CHAIR]
    if not chairs:
        yield Fault(("people",), 'nobody is the chair; one person needs capacity = podium = "chair"')
    for place in chairs[1:]:
        yield Fault(("people", place, "podium"), "there is one chair; another officer is a vice_chair")


def _person(
    person: PersonTable, delegations: set[str], document: ConferenceDocument
) -> Iterator[tuple[str, str]]:
    """The fields of a person that do not go together, with what to do."""
    if person.delegation is not None and person.delegation not in delegations:
        yield "delegation", f"there is no delegation {person.delegation!r}"
    yield from _seat(person)
    yield from _podium(person)
    if (person.capacity is Capacity.INTERPRETER) != (person.booth is not None):
        yield "booth", "an interpreter, and nobody else, has a booth"
    elif person.booth is not None and person.booth not in document.conference.languages:
        yield "booth", f"{person.booth!r} is not among the conference's languages"


def _seat(person: PersonTable) -> Iterator[tuple[str, str]]:
    if person.capacity is Capacity.DELEGATE:
        if person.delegation is None:
            yield "delegation", "is missing: a delegate belongs to a delegation"
        if (person.modality is None) != (person.role is None):
            yield "role", "modality and role stand together, or neither of them"
    elif person.modality is not None or person.role is not None:
        yield "modality", "only a delegate holds a seat; leave out modality and role"


def _podium(person: PersonTable) -> Iterator[tuple[str, str]]:
    presides = person.podium is not None and person.podium.presides
    if (person.capacity is Capacity.CHAIR) != presides:
        yield "podium", "the capacity chair and the podium's chair or vice_chair stand together"
    titled = person.podium is not None and not presides
    if titled and person.podium_title is None:
        yield "podium_title", "is missing: say what the hall may show, such as 'Secretariat'"
    if not titled and person.podium_title is not None:
        yield "podium_title", "stands only with podium panellist, secretariat or guest"


def _limits(document: ConferenceDocument) -> Iterator[Fault]:
    numbers = document.seats()
    for place, person in enumerate(document.people):
        if person.modality and person.role:
            limit = document.limits.of(person.modality, person.role)
            if numbers[person.id] > limit:
                unit = f"{person.modality.value}_{person.role.value}"
                yield Fault(
                    ("people", place, "role"),
                    f"{person.delegation} has more than {limit} {unit}: see [limits]",
                )
