"""What must hold between the tables of a conference's file."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from hemicycle.registry.calendar_checks import calendar_faults, twice, unknown_sessions
from hemicycle.registry.conference_model import (
    BoothTable,
    ConferenceDocument,
    DelegationTable,
    GroupTable,
    PersonTable,
    Podium,
)
from hemicycle.registry.countries import UnknownCountry
from hemicycle.registry.policy import faults as faults_of
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.registry.toml_file import Fault
from hemicycle.rules.terms import Capacity, Category


def faults(document: ConferenceDocument) -> Iterator[Fault]:
    """Everything that does not hold, each with the place where it is written."""
    yield from calendar_faults(document, document.conference.id)
    yield from twice("delegations", "id", (delegation.id for delegation in document.delegations))
    yield from twice("delegations", "code", (delegation.code for delegation in document.delegations))
    yield from twice("groups", "id", (group.id for group in document.groups))
    yield from group_faults(document.groups, {delegation.id for delegation in document.delegations})
    yield from twice("people", "id", (person.id for person in document.people))
    for place, delegation in enumerate(document.delegations):
        for field, says in _delegation(delegation, document):
            yield Fault(("delegations", place, field), says)
    yield from booth_faults(document.booths, document.conference.languages)
    yield from _chair(document)
    known = {delegation.id for delegation in document.delegations}
    for place, person in enumerate(document.people):
        for field, says in _person(person, known, document):
            yield Fault(("people", place, field), says)
    yield from _limits(document)
    yield from _policy(document)


def _delegation(delegation: DelegationTable, document: ConferenceDocument) -> Iterator[tuple[str, str]]:
    try:
        delegation.names_on(document.first_day)
    except UnknownCountry as error:
        yield "country", str(error)
    for says in unknown_sessions(delegation.sessions, document):
        yield "sessions", says
    for says in member_faults(delegation, {d.id: d.category for d in document.delegations}):
        yield "members", says


def member_faults(delegation: DelegationTable, known: Mapping[str, Category]) -> Iterator[str]:
    """What is wrong with an organization's member States. ``known``: the delegations, as what they are."""
    if delegation.members and delegation.category is not Category.REIO:
        yield "only a regional economic integration organization (reio) has members"
    for member in delegation.members:
        if known.get(member) is None:
            yield f"there is no delegation {member!r}"
        elif known[member] is not Category.STATE_PARTY:
            yield f"{member!r} is no State party; name the members that are parties"


def group_faults(groups: Sequence[GroupTable], known: Collection[str]) -> Iterator[Fault]:
    """What is wrong with the members of groups. ``known``: the delegations."""
    for place, group in enumerate(groups):
        for member in group.members:
            if member not in known:
                yield Fault(("groups", place, "members"), f"there is no delegation {member!r}")
        for member, times in Counter(group.members).items():
            if times > 1:
                yield Fault(("groups", place, "members"), f"{member!r} stands {times} times")


def booth_faults(booths: Sequence[BoothTable], languages: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the booths of a conference that interprets into these languages."""
    yield from twice("booths", "id", (booth.id for booth in booths))
    for place, booth in enumerate(booths):
        for channel in booth.outgoing:
            if channel not in languages:
                says = f"{channel!r} is not among the conference's languages"
                yield Fault(("booths", place, "outgoing"), says)
        if len(set(booth.outgoing)) < len(booth.outgoing):
            yield Fault(("booths", place, "outgoing"), "a two-way booth has two different channels")


def _booths(document: ConferenceDocument) -> set[str]:
    return {*document.conference.languages, *(booth.id for booth in document.booths)}


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
    elif person.booth is not None and person.booth not in _booths(document):
        yield "booth", f"{person.booth!r} is not among the conference's languages or booths"
    if person.working_languages is not None and person.booth is None:
        yield "working_languages", "only an interpreter has working languages"


def _seat(person: PersonTable) -> Iterator[tuple[str, str]]:
    if person.capacity is Capacity.DELEGATE:
        if person.delegation is None:
            yield "delegation", "is missing: a delegate belongs to a delegation"
        if (person.modality is None) != (person.role is None):
            yield "role", "modality and role stand together, or neither of them"
    elif person.modality is not None or person.role is not None:
        yield "modality", "only a delegate holds a seat; leave out modality and role"
    if person.part is not None and person.capacity is not Capacity.DELEGATE:
        yield "part", "only a delegate is the head or the focal point of a delegation"


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
    """Who is one more than her delegation may nominate, or than a pool holds."""
    numbers = document.places()
    policy, categories = document.policy(), {d.id: d.category for d in document.delegations}
    pooled: Counter[str] = Counter()
    for place, person in enumerate(document.people):
        if not (person.modality and person.role and person.delegation in categories):
            continue
        category, at = categories[person.delegation], ("people", place, "role")
        limit = policy.of(category)[person.modality, person.role, EVERYWHERE].nominated
        if numbers[person.id] > limit:
            unit = f"{person.modality.value}_{person.role.value}"
            yield Fault(at, f"{person.delegation} has more than {limit} {unit}: see [limits]")
        for pool in policy.pools:
            pooled[pool.id] += pool.takes(category, person.modality, person.role)
            if pool.takes(category, person.modality, person.role) and pooled[pool.id] > pool.size:
                yield Fault(at, f"the pool {pool.id} has no more than {pool.size} units: see [[pools]]")


def _policy(document: ConferenceDocument) -> Iterator[Fault]:
    """The scopes of limits are checked here for meetings; sessions are the calendar's."""
    sessions = {session.id for session in getattr(document, "sessions", ())}
    meetings = {f"{document.conference.id}-{meeting.number}" for meeting in document.meetings}
    for says in faults_of(document.policy(), {EVERYWHERE, *sessions, *meetings}):
        yield Fault(("limits",), says)
