"""The meeting on which the rules are tested, and the words of a test: given, when, then.

``given(events)`` or ``given().done(command, by=…)`` bring the meeting to where a test begins;
``.when(command, by=…)`` asks; ``.then(events)`` or ``.refused(code)`` says what must follow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hemicycle.registry.procedures import read_procedure
from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, AnyCommand, Facts, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.events import Event, MeetingSetUp
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.procedure import Gate, OnDrop, Procedure, RuleName
from hemicycle.rules.refusals import REFUSALS, Refused
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.people import Delegation, Group, PodiumMember, Seat
from hemicycle.rules.terms import Agent, Capacity, Category, HolderKind, Modality, Role, Source

ROOT = Path(__file__).parents[2]
PROCEDURE: Procedure = replace(
    read_procedure(ROOT / "tests/scenarios/procedures/expert-meeting.toml"), on_drop=OnDrop.HOLD
)
_FULL = read_procedure(ROOT / "tests/scenarios/procedures/full.toml")
WHOLE: Procedure = replace(
    _FULL,
    gate=Gate(),
    on_drop=OnDrop.HOLD,
    decisions=_FULL.decisions and replace(_FULL.decisions, appeals_interrupt=True),
)

CATEGORIES = {
    "pan": Category.STATE_PARTY,
    "ita": Category.STATE_PARTY,
    "fra": Category.STATE_PARTY,
    "ind": Category.STATE_PARTY,
    "jpn": Category.SIGNATORY,
    "eu": Category.REIO,
    "interpol": Category.IGO,
    "ngo": Category.NGO,
}
STATES = frozenset(d for d, category in CATEGORIES.items() if category is Category.STATE_PARTY)


def _roster() -> Iterable[Seat]:
    for d in CATEGORIES:
        for modality, role, who in (
            (Modality.IN_PERSON, Role.SPEAKER, "room"),
            (Modality.ONLINE, Role.SPEAKER, "online"),
            (Modality.ONLINE, Role.OBSERVER, "observer"),
        ):
            yield Seat(
                id=f"{d}.{modality}.{role}.1",
                delegation=d,
                modality=modality,
                role=role,
                participant=f"{d}-{who}",
            )


SET_UP = MeetingSetUp(
    meeting="em10-3",
    number=3,
    title="Third meeting",
    scheduled_at=datetime(2021, 9, 7, 8, tzinfo=UTC),
    procedure=PROCEDURE,
    agenda=tuple(AgendaItem(id=i, number=i, titles={"en": f"Item {i}"}) for i in ("2", "3", "4")),
    delegations=tuple(
        Delegation(id=d, code=d.upper(), category=category, names={"en": d.title()})
        for d, category in CATEGORIES.items()
    ),
    roster=tuple(_roster()),
    podium=(
        PodiumMember(participant="chair", kind=HolderKind.PRESIDING_OFFICER, title="chair"),
        PodiumMember(participant="vice", kind=HolderKind.PRESIDING_OFFICER, title="vice_chair"),
        PodiumMember(participant="secretary", kind=HolderKind.SECRETARIAT, title="Secretary"),
        PodiumMember(participant="panellist", kind=HolderKind.PANELLIST, title="Panellist", delegation="ind"),
    ),
    groups=(Group(id="g77", names={"en": "Group of 77 and China"}),),
)

CHAIR = Actor(capacity=Capacity.CHAIR, participant="chair")
VICE_CHAIR = Actor(capacity=Capacity.CHAIR, participant="vice")
DESK = Actor(capacity=Capacity.SECRETARIAT, participant="secretary")
CLOCK = Actor(agent=Agent.CLOCK)
PRESENCE = Actor(agent=Agent.PRESENCE)
REGISTRY = Actor(agent=Agent.REGISTRY)


def room(delegation: str) -> Actor:
    return Actor(capacity=Capacity.DELEGATE, participant=f"{delegation}-room", delegation=delegation)


def online(delegation: str) -> Actor:
    return Actor(capacity=Capacity.DELEGATE, participant=f"{delegation}-online", delegation=delegation)


def observer(delegation: str) -> Actor:
    return Actor(capacity=Capacity.DELEGATE, participant=f"{delegation}-observer", delegation=delegation)


def at(clock: str) -> datetime:
    """The moment of the meeting's day, ``10:02:30`` or ``10:02:30.250``, in UTC."""
    return datetime.fromisoformat(f"2021-09-07T{clock}+00:00")


def source_of(actor: Actor) -> Source:
    if actor.capacity is not Capacity.DELEGATE:
        return Source.DESK
    return Source.ROOM if str(actor.participant).endswith("-room") else Source.ONLINE


@dataclass(frozen=True)
class Outcome:
    """What a command led to: events, or a refusal."""

    before: Meeting
    events: list[Event]
    refusal: Refused | None

    def then(self, *events: Event) -> Meeting:
        """Exactly these events; returns the meeting after them."""
        assert self.refusal is None, self.refusal
        assert self.events == list(events)
        return fold(self.events, self.before)

    def refused(self, code: str, *, under: RuleName | None = None, **params: str | int) -> None:
        """Refused with this code (and these parameters); each code names its rule, or the data does."""
        assert self.refusal is not None, self.events
        assert (self.refusal.code, self.refusal.says) == (code, REFUSALS[code].says.format(**params))
        assert self.refusal.rule is (under or REFUSALS[code].rule)
        assert {k: self.refusal.params[k] for k in params} == params

    def accepted(self) -> "Given":
        """The meeting goes on from here."""
        assert self.refusal is None, self.refusal
        return Given(fold(self.events, self.before))


@dataclass(frozen=True)
class Given:
    """A meeting as it stands when a test begins."""

    meeting: Meeting

    def when(
        self,
        command: AnyCommand,
        *,
        by: Actor = CHAIR,
        clock: str = "10:00:00",
        present: frozenset[str] = STATES,
        lot: int = 0,
        interpreters: frozenset[str] | None = None,
    ) -> Outcome:
        """Ask for this; nothing changes where it is refused."""
        facts = Facts(present=present, source=source_of(by), lot=lot, interpreters=interpreters)
        stamped = Stamped(command=command, id="cmd", at=at(clock), actor=by, facts=facts)
        try:
            return Outcome(self.meeting, decide(self.meeting, stamped), None)
        except Refused as refusal:
            return Outcome(self.meeting, [], refusal)

    def done(self, command: AnyCommand, *, by: Actor = CHAIR, clock: str = "10:00:00") -> "Given":
        """The meeting after this was asked for and accepted."""
        return self.when(command, by=by, clock=clock).accepted()

    def asked(self, *actors: Actor, clock: str = "10:00:00") -> "Given":
        """These delegates asked for the floor, one after the other."""
        given = self
        for actor in actors:
            given = given.done(c.RequestFloor(), by=actor, clock=clock)
        return given

    def given_the_floor(self, clock: str = "10:00:00") -> "Given":
        """The next speaker was called and has the floor since ``clock``."""
        return self.done(c.CallNext(), clock=clock).done(c.GiveFloor(), clock=clock)

    def after(self, *events: Event) -> "Given":
        """These events too."""
        return Given(fold(events, self.meeting))


def given(*events: Event, set_up: MeetingSetUp = SET_UP) -> Given:
    """The meeting after these events."""
    return Given(fold(events, evolve(EMPTY, set_up)))


def in_session(set_up: MeetingSetUp = SET_UP, *, by: Actor = CHAIR) -> Given:
    """Called to order at ten, item 3 taken up, its list open."""
    opened = given(set_up=set_up).done(c.CallToOrder(), by=by).done(c.TakeUpItem(item="3"), by=by)
    return opened.done(c.OpenList(item="3"), by=by)


def under(**changes: object) -> MeetingSetUp:
    """The set-up with a procedure that differs in these fields."""
    return replace(SET_UP, procedure=replace(PROCEDURE, **changes))  # type: ignore[arg-type]  # its fields


def whole(**changes: object) -> MeetingSetUp:
    """The set-up of a body that knows every rule, with these fields of its procedure changed."""
    procedure = replace(WHOLE, **changes)  # type: ignore[arg-type]  # its fields
    return replace(SET_UP, procedure=procedure)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)
