"""The first line of a scenario: the meeting, its delegations, its roster, and who sits at the podium."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator, Field

from hemicycle.cli.scenario import Numbered, checked, moment
from hemicycle.cli.scenario_shapes import BrokenLine, Id, Language, Shape
from hemicycle.registry.installed import installed
from hemicycle.registry.procedures import read_procedure
from hemicycle.registry.toml_file import FileRefused
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.booths import Booth, Interpreter
from hemicycle.rules.state.people import Body, Delegation, Group, PodiumMember, Seat
from hemicycle.rules.terms import Category, HolderKind, Modality, Role

Words = Annotated[str, Field(min_length=1, max_length=1000)]
Names = Mapping[Words, Words]
SCHEDULED_AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
"""Where a scenario names no time: 7 September 2021, 10:00 in Vienna."""


def _by_id(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


def _by_participant(value: Any) -> Any:
    return {"participant": value} if isinstance(value, str) else value


class DelegationShape(Shape):
    """A delegation; ``name`` for ``names`` in English alone. ``members``: of an organization, its States."""

    id: Id
    category: Category
    code: Words | None = None
    name: Words | None = None
    names: Names | None = None
    members: tuple[Id, ...] = ()

    def meant(self) -> Delegation:
        """The rules' value; a delegation without a name is called by its code."""
        code = self.code or self.id.upper()
        return Delegation(
            id=self.id,
            code=code,
            category=self.category,
            names=_names(self, code),
            members=self.members,
        )


class GroupShape(Shape):
    """A group on whose behalf a delegation may speak, or with ``members`` one of these; its id is enough."""

    id: Id
    name: Words | None = None
    names: Names | None = None
    members: tuple[Id, ...] = ()


class ItemShape(Shape):
    """An item of the agenda; its id alone is enough. ``bodies``: which of a joint meeting consider it."""

    id: Id
    number: Annotated[Words, Field(coerce_numbers_to_str=True)] | None = None
    title: Words | None = None
    titles: Names | None = None
    bodies: tuple[Id, ...] = ()

    def meant(self) -> AgendaItem:
        """The rules' value; an item without a title is called by its number."""
        number = self.number or self.id
        titles = self.titles or {"en": self.title or f"Item {number}"}
        return AgendaItem(id=self.id, number=number, titles=titles, bodies=self.bodies)


class BodyShape(Shape):
    """A body that the meeting serves; its id alone is enough. ``delegations``: who attends it, or all."""

    id: Id
    name: Words | None = None
    names: Names | None = None
    delegations: tuple[Id, ...] | None = None

    def meant(self) -> Body:
        """The rules' value."""
        attending = None if self.delegations is None else frozenset(self.delegations)
        return Body(id=self.id, names=_names(self, self.id), delegations=attending)


class SeatShape(Shape):
    """Who holds which role. ``seat``: by default the next unit, like ``pan.online.speaker.1``."""

    delegation: Id
    participant: Id
    modality: Modality
    role: Role
    seat: Id | None = None


class PodiumShape(Shape):
    """Somebody at the podium. ``title``: for officers ``chair`` or ``vice_chair``."""

    participant: Id
    kind: HolderKind = HolderKind.PRESIDING_OFFICER
    title: Words | None = None
    delegation: Id | None = None


class InterpreterShape(Shape):
    """An interpreter: languages A, B and C; her id alone is enough, then A is the booth's own."""

    participant: Id
    a: tuple[Language, ...] = ()
    b: tuple[Language, ...] = ()
    c: tuple[Language, ...] = ()


class BoothShape(Shape):
    """A booth; its id alone is enough, where that is its language."""

    id: Id
    outgoing: tuple[Language, ...] = ()
    interpreters: tuple[Annotated[InterpreterShape, BeforeValidator(_by_participant)], ...] = ()
    remote: bool = False

    def meant(self) -> Booth:
        """The rules' value."""
        outgoing = self.outgoing or (self.id,)
        staff = tuple(
            Interpreter(participant=i.participant, a=i.a or outgoing[:1], b=i.b, c=i.c)
            for i in self.interpreters
        )
        return Booth(id=self.id, outgoing=outgoing, interpreters=staff, remote=self.remote)


OFFICERS = (PodiumShape(participant="chair"), PodiumShape(participant="vice-chair"))


class SetUpLine(Shape):
    """The whole first line."""

    procedure: Words
    delegations: tuple[DelegationShape, ...] = Field(min_length=1)
    agenda: tuple[Annotated[ItemShape, BeforeValidator(_by_id)], ...] = Field(min_length=1)
    roster: tuple[SeatShape, ...] = ()
    present: tuple[Id, ...] = ()
    podium: tuple[PodiumShape, ...] = ()
    groups: tuple[Annotated[GroupShape, BeforeValidator(_by_id)], ...] = ()
    booths: tuple[Annotated[BoothShape, BeforeValidator(_by_id)], ...] = ()
    bodies: tuple[Annotated[BodyShape, BeforeValidator(_by_id)], ...] = ()
    at: AwareDatetime = SCHEDULED_AT
    ends_at: AwareDatetime | None = None
    former: Words | None = None
    id: Id = "scenario"
    number: Annotated[int, Field(ge=1, strict=True)] = 1
    title: Words = "Scenario"
    note: str = ""


def set_up_of(line: Numbered) -> tuple[MeetingSetUp, tuple[str, ...]]:
    """The meeting that the first line sets up, and the delegations present. Raises ``BrokenLine``."""
    told = checked(SetUpLine, line.content)
    if faults := list(_faults(told)):
        raise BrokenLine("; ".join(faults))
    set_up = MeetingSetUp(
        meeting=told.id,
        number=told.number,
        title=told.title,
        scheduled_at=moment(told.at),
        procedure=_procedure(told.procedure, line.path),
        agenda=tuple(item.meant() for item in told.agenda),
        delegations=tuple(d.meant() for d in told.delegations),
        roster=tuple(_seats(told.roster)),
        podium=tuple(_podium(told.podium)),
        groups=tuple(Group(id=g.id, names=_names(g, g.id), members=g.members) for g in told.groups),
        booths=tuple(booth.meant() for booth in told.booths),
        bodies=tuple(body.meant() for body in told.bodies),
        ends_at=None if told.ends_at is None else moment(told.ends_at),
    )
    return set_up, told.present


def _names(shape: DelegationShape | GroupShape | BodyShape, otherwise: str) -> Names:
    return shape.names or {"en": shape.name or otherwise}


def _procedure(named: str, scenario: Path) -> Procedure:
    """By the id of one that comes with the service, or by a path, seen from the scenario's folder."""
    if named.endswith(".toml"):
        path = scenario.parent / named
    else:
        path = installed("procedures") / f"{named}.toml"
        if not path.is_file():
            known = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))
            raise BrokenLine(
                f"procedure: there is no {named!r}; expected a path to a .toml file, or: {known}"
            )
    try:
        return read_procedure(path)
    except FileRefused as error:
        raise BrokenLine(f"procedure: {error}") from error


def _seats(roster: tuple[SeatShape, ...]) -> Iterator[Seat]:
    taken = {seat.seat for seat in roster}
    for told in roster:
        unit = f"{told.delegation}.{told.modality}.{told.role}"
        free = (f"{unit}.{n}" for n in range(1, len(roster) + 1) if f"{unit}.{n}" not in taken)
        seat_id = told.seat or next(free)
        taken.add(seat_id)
        yield Seat(
            id=seat_id,
            delegation=told.delegation,
            modality=told.modality,
            role=told.role,
            participant=told.participant,
        )


def _podium(podium: tuple[PodiumShape, ...]) -> Iterator[PodiumMember]:
    presided = any(m.kind is HolderKind.PRESIDING_OFFICER for m in podium)
    title = "chair"
    for told in podium if presided else (*OFFICERS, *podium):
        default: str = told.kind
        if told.kind is HolderKind.PRESIDING_OFFICER:
            default, title = title, "vice_chair"
        yield PodiumMember(
            participant=told.participant,
            kind=told.kind,
            title=told.title or default,
            delegation=told.delegation,
        )


def _faults(told: SetUpLine) -> Iterator[str]:
    once: dict[str, list[str]] = {
        "delegations: the id": [d.id for d in told.delegations],
        "agenda: the id": [i.id for i in told.agenda],
        "bodies: the id": [b.id for b in told.bodies],
        "groups: the id": [g.id for g in told.groups],
        "roster: the seat": [s.seat for s in told.roster if s.seat],
        "booths: the id": [b.id for b in told.booths],
        "roster, podium and booths: the participant": [
            *(s.participant for s in told.roster),
            *(m.participant for m in told.podium),
            *(i.participant for b in told.booths for i in b.interpreters),
        ],
    }
    for what, ids in once.items():
        yield from (f"{what} {i!r} stands twice" for i, times in Counter(ids).items() if times > 1)
    delegations = {d.id for d in told.delegations}
    named = [*told.present, *(s.delegation for s in told.roster)]
    named += [m.delegation for m in told.podium if m.delegation]
    named += [d for body in told.bodies for d in body.delegations or ()]
    named += [
        member for these in (told.delegations, told.groups) for each in these for member in each.members
    ]
    yield from (f"there is no delegation {d!r} in delegations" for d in named if d not in delegations)
    bodies = {b.id for b in told.bodies}
    claimed = [b for item in told.agenda for b in item.bodies]
    yield from (f"there is no body {b!r} in bodies" for b in claimed if b not in bodies)
    for seat in told.roster:
        unit = f"{seat.delegation}.{seat.modality}.{seat.role}."
        if seat.seat and not seat.seat.startswith(unit):
            yield f"roster: the seat {seat.seat!r} should be named {unit}1, {unit}2 …"
    worded = {d.id: d.names for d in told.delegations} | {g.id: g.names for g in told.groups}
    worded |= {i.id: i.titles for i in told.agenda}
    yield from (
        f"{i!r} needs an English name: en" for i, names in worded.items() if names and "en" not in names
    )
    if any(m.kind is HolderKind.DELEGATION for m in told.podium):
        yield "podium: a delegation has its place on the list"
