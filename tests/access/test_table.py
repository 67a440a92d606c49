"""Who may do what: each cell of the tables, and the foreign delegation in each cell that looks at one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast, get_args

import pytest

from hemicycle.access.table import (
    ACTIONS,
    AUDIENCES,
    CAPACITIES,
    COMMANDS,
    Action,
    Reach,
    authorize,
    commands_of,
    may_see,
    permit,
)
from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, Command
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import Capacity, HolderKind, Modality, Part, RequestKind, Source
from hemicycle.views.audiences import Audience

AT = datetime(2021, 9, 7, 8, tzinfo=UTC)


def request(delegation: str) -> Request:
    return Request(
        id=f"of-{delegation}",
        number=1,
        kind=RequestKind.STATEMENT,
        item="3",
        delegation=delegation,
        participant=None,
        source=Source.ROOM,
        modality=Modality.IN_PERSON,
        tier=0,
        seconds=300,
        accepted_at=AT,
    )


def speaking(kind: HolderKind, ref: str) -> Grant:
    holder = Holder(kind=kind, ref=ref)
    return Grant(id=1, kind=RequestKind.STATEMENT, holder=holder, started_at=AT, ends_at=None)


MEETING = replace(
    EMPTY,
    requests={"of-pan": request("pan"), "of-per": request("per")},
    floor=(speaking(HolderKind.DELEGATION, "pan"),),
)
EXAMPLES: dict[type[Command], Command] = {
    c.HandOverChair: c.HandOverChair(to="vice-chair"),
    c.TakeUpItem: c.TakeUpItem(item="3"),
    c.CloseItem: c.CloseItem(item="3"),
    c.OpenList: c.OpenList(item="3"),
    c.AnnounceList: c.AnnounceList(item="3"),
    c.CloseList: c.CloseList(item="3"),
    c.ReopenList: c.ReopenList(item="3"),
    c.InscribeSpeaker: c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE),
    c.WithdrawRequest: c.WithdrawRequest(request="of-pan"),
    c.ChangeModality: c.ChangeModality(request="of-pan"),
    c.CallSpeaker: c.CallSpeaker(request="of-pan"),
    c.GiveFloorTo: c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary"),
    c.ExtendTime: c.ExtendTime(seconds=60),
    c.Rule: c.Rule(upheld=True),
}
CHAIR_ONLY = {
    *(c.CallToOrder, c.SuspendMeeting, c.ResumeMeeting, c.AdjournMeeting),
    *(c.TakeUpItem, c.CloseItem, c.OpenList, c.AnnounceList, c.CloseList, c.ReopenList),
    *(c.CallNext, c.CallSpeaker, c.PassOver, c.TakeBackCall, c.GiveFloor, c.GiveFloorTo),
    *(c.ExtendTime, c.PauseSpeaking, c.ResumeSpeaking, c.Rule),
}
DESK = {c.InscribeSpeaker, c.WithdrawRequest, c.ChangeModality, c.HandOverChair}
OWN = {c.RequestFloor, c.WithdrawRequest, c.ChangeModality, c.EndStatement}
ALLOWED: dict[Capacity, set[type[Command]]] = {
    Capacity.CHAIR: CHAIR_ONLY | DESK | {c.EndStatement},
    Capacity.SECRETARIAT: DESK,
    Capacity.DELEGATE: OWN,
    Capacity.INTERPRETER: set(),
    Capacity.OPERATOR: set(),
    Capacity.HALL: set(),
}


def actor(capacity: Capacity | None, delegation: str | None = None) -> Actor:
    return Actor(capacity=capacity, delegation=delegation, login="a1")


def example(kind: type[Command]) -> Command:
    return EXAMPLES.get(kind) or cast("Callable[[], Command]", kind)()


def allowed(command: Command, who: Actor) -> bool:
    try:
        authorize(MEETING, command, who)
    except Refused as refused:
        return refused.code != "not-allowed"
    return True


def test_the_tables_have_every_cell() -> None:
    assert set(COMMANDS) == set(get_args(Command))
    assert set(ACTIONS) == set(Action)
    assert set(AUDIENCES) == set(CAPACITIES) == set(Capacity)
    assert len(CAPACITIES) == len(Capacity)


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize("kind", get_args(Command), ids=lambda kind: kind.__name__)
def test_each_cell(kind: type[Command], capacity: Capacity) -> None:
    command = example(kind)
    assert allowed(command, actor(capacity, "pan")) == (kind in ALLOWED[capacity])


@pytest.mark.parametrize(
    "command",
    [c.WithdrawRequest(request="of-per"), c.ChangeModality(request="of-per")],
    ids=lambda command: type(command).__name__,
)
def test_a_foreign_request_is_refused(command: Command) -> None:
    assert not allowed(command, actor(Capacity.DELEGATE, "pan"))
    assert allowed(command, actor(Capacity.DELEGATE, "per"))
    assert allowed(command, actor(Capacity.SECRETARIAT))


def test_a_foreign_statement_is_not_ended() -> None:
    assert allowed(c.EndStatement(), actor(Capacity.DELEGATE, "pan"))
    assert not allowed(c.EndStatement(), actor(Capacity.DELEGATE, "per"))


@pytest.mark.parametrize("kind", sorted(set(HolderKind) - {HolderKind.DELEGATION}))
def test_no_delegate_ends_what_the_podium_says(kind: HolderKind) -> None:
    meeting = replace(MEETING, floor=(speaking(kind, "pan"),))
    with pytest.raises(Refused):
        authorize(meeting, c.EndStatement(), actor(Capacity.DELEGATE, "pan"))


@pytest.mark.parametrize(
    "command",
    [c.WithdrawRequest(request="unknown"), c.ChangeModality(request="unknown"), c.EndStatement()],
    ids=lambda command: type(command).__name__,
)
def test_what_is_not_there_is_the_rules_to_refuse(command: Command) -> None:
    authorize(EMPTY, command, actor(Capacity.DELEGATE, "pan"))


@pytest.mark.parametrize("kind", sorted(OWN, key=str), ids=lambda kind: kind.__name__)
def test_a_delegate_without_a_delegation_may_nothing(kind: type[Command]) -> None:
    command = example(kind)
    assert not allowed(command, actor(Capacity.DELEGATE))


@pytest.mark.parametrize("kind", get_args(Command), ids=lambda kind: kind.__name__)
def test_without_a_capacity_nothing_is_allowed(kind: type[Command]) -> None:
    command = example(kind)
    assert not allowed(command, actor(None, "pan"))


@pytest.mark.parametrize("capacity", Capacity)
def test_a_console_is_told_what_it_may_send(capacity: Capacity) -> None:
    assert set(commands_of(capacity)) == {kind.__name__ for kind in ALLOWED[capacity]}


def permitted(action: Action, who: Actor, delegation: str | None = None, part: Part | None = None) -> bool:
    try:
        permit(action, who, delegation, part)
    except Refused as refused:
        return refused.code != "not-allowed"
    return True


DESK_ALONE = {
    *(Action.SET_LIMITS, Action.APPROVE, Action.READ_EMAILS),
    *(Action.READ_REGISTRATIONS, Action.CHANGE_REGISTRATIONS),
    *(Action.READ_NOTES, Action.CHANGE_NOTES, Action.EXPORT, Action.ANNOUNCE, Action.READ_MAIL),
    *(Action.READ_PERSON, Action.ERASE_PERSON, Action.READ_AUDIT),
}


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize("action", Action)
def test_each_action(action: Action, capacity: Capacity) -> None:
    expected = {
        Action.READ_CONFERENCE: set(Capacity),
        Action.READ_DELEGATION: {
            Capacity.CHAIR,
            Capacity.SECRETARIAT,
            Capacity.OPERATOR,
            Capacity.DELEGATE,
        },
        **{each: {Capacity.SECRETARIAT} for each in DESK_ALONE},
    }.get(action, {Capacity.CHAIR, Capacity.SECRETARIAT})
    assert permitted(action, actor(capacity, "pan"), "pan") == (capacity in expected)


EVERY_DELEGATE = {Action.READ_CONFERENCE, Action.READ_DELEGATION}
OF_PART = {
    Part.HEAD: EVERY_DELEGATE | {Action.CHANGE_SEATS, Action.READ_PROBLEMS, Action.READ_REGISTRATIONS},
    Part.FOCAL_POINT: EVERY_DELEGATE
    | {Action.CHANGE_SEATS, Action.READ_PROBLEMS, Action.READ_REGISTRATIONS, Action.READ_EMAILS},
}


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("action", Action)
def test_each_action_of_a_head_and_a_focal_point(action: Action, part: Part) -> None:
    delegate = actor(Capacity.DELEGATE, "pan")
    assert permitted(action, delegate, "pan", part) == (action in OF_PART[part])
    assert permitted(action, delegate, "per", part) == (action is Action.READ_CONFERENCE)
    assert permitted(action, delegate, None, part) == (action is Action.READ_CONFERENCE)


@pytest.mark.parametrize("capacity", sorted(set(Capacity) - {Capacity.DELEGATE}))
@pytest.mark.parametrize("action", Action)
def test_a_part_adds_nothing_to_another_capacity(action: Action, capacity: Capacity) -> None:
    who = actor(capacity, "pan")
    for part in Part:
        assert permitted(action, who, "pan", part) == permitted(action, who, "pan")


def test_a_foreign_delegation_is_not_read() -> None:
    assert not permitted(Action.READ_DELEGATION, actor(Capacity.DELEGATE, "pan"), "per")
    assert not permitted(Action.READ_DELEGATION, actor(Capacity.DELEGATE, "pan"))
    assert not permitted(Action.READ_DELEGATION, actor(Capacity.DELEGATE))
    assert permitted(Action.READ_DELEGATION, actor(Capacity.SECRETARIAT), "per")


@pytest.mark.parametrize("capacity", Capacity)
def test_everybody_may_see_the_hall_and_the_own_audience_only(capacity: Capacity) -> None:
    own = {
        Capacity.CHAIR: Audience.PODIUM,
        Capacity.SECRETARIAT: Audience.PODIUM,
        Capacity.OPERATOR: Audience.PODIUM,
        Capacity.INTERPRETER: Audience.BOOTHS,
    }.get(capacity, Audience.HALL)
    assert AUDIENCES[capacity] is own
    assert {audience for audience in Audience if may_see(capacity, audience)} == {own, Audience.HALL}


def test_own_delegation_stands_only_where_a_delegation_is_concerned() -> None:
    assert {kind for kind, cells in COMMANDS.items() if Reach.OWN_DELEGATION in cells} == OWN
