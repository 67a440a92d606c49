"""Who may do what: each cell of the tables, and what is another's in each cell that looks at whose it is."""

from dataclasses import replace
from typing import get_args

import pytest
from tests.access.examples import EVA, EXAMPLES, FATIMA, MEETING, actor, request, speaking

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
from hemicycle.rules.state.decisions import QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Capacity, HolderKind, Part
from hemicycle.views.audiences import Audience

BY_KIND = {type(example): example for example in EXAMPLES}
CHAIR_ALONE = {
    *(c.CallToOrder, c.SuspendMeeting, c.ResumeMeeting, c.AdjournMeeting, c.TakeUpItem, c.CloseItem),
    *(c.OpenList, c.AnnounceList, c.CloseList, c.ReopenList, c.SetListClosing, c.FreezeHead),
    *(c.MoveRequest, c.OpenSegment, c.InviteOrganization, c.BeginReplies, c.DeclineRequest, c.TakeAsRead),
    *(c.CallNext, c.CallSpeaker, c.PassOver, c.TakeBackCall, c.GiveFloor, c.GiveFloorTo),
    *(c.ExtendTime, c.CallSpeakerToOrder, c.PauseSpeaking, c.ResumeSpeaking, c.Rule),
    *(c.ProposeLimit, c.TakeUpMotion, c.AskConsensus, c.DeclareDecided, c.AbandonConsensus),
    *(c.OrderAmendments, c.OpenVote, c.CloseVote, c.CancelVote),
    *(c.NextOfPanel, c.TurnTo, c.ClosePanel),
}
FOR_A_DELEGATION = {
    *(c.WithdrawRequest, c.ChangeModality, c.Move, c.WithdrawMotion, c.Appeal),
    *(c.Object, c.LiftObjection, c.AskMethod, c.AskToRespond, c.JoinStatement, c.DeclineToJoin),
}
"""What the desk, or the chair, also does for a delegation."""
OWN = FOR_A_DELEGATION | {c.RequestFloor, c.EndStatement, c.CastVote}
PODIUM = FOR_A_DELEGATION | {
    *(c.HandOverChair, c.InscribeSpeaker, c.OpenPanel),
    *(c.TableProposal, c.WithdrawProposal, c.TableAmendment, c.WithdrawAmendment, c.ReviseOrally),
    *(c.RecordVote, c.EnterCount, c.CorrectStatement, c.CorrectVote, c.CorrectDecision),
    *(c.AcknowledgeSignal, c.FinishSignal),
}
OWN_BOOTH = {
    *(c.TakeMicrophone, c.ReleaseMicrophone, c.RequestHandover, c.AnswerHandover, c.CancelHandover),
    *(c.SetSource, c.SetChannel, c.RaiseSignal, c.FinishSignal),
}
ALLOWED: dict[Capacity, set[type[Command]]] = {
    Capacity.CHAIR: CHAIR_ALONE | PODIUM | {c.EndStatement},
    Capacity.SECRETARIAT: PODIUM | {c.MarkSound, c.MarkTested, c.StaffBooth, c.ReleaseMicrophone},
    Capacity.DELEGATE: OWN,
    Capacity.INTERPRETER: OWN_BOOTH | {c.MarkSound},
    Capacity.OPERATOR: {
        *(c.MarkSound, c.MarkTested, c.StaffBooth, c.ReleaseMicrophone, c.SetSource),
        *(c.AcknowledgeSignal, c.FinishSignal),
    },
    Capacity.HALL: set(),
}


def allowed(command: Command, who: Actor) -> bool:
    try:
        authorize(MEETING, command, who)
    except Refused as refused:
        return refused.code != "not-allowed"
    return True


def test_the_tables_have_every_cell() -> None:
    assert set(COMMANDS) == set(get_args(Command)) == set(BY_KIND)
    assert set(ACTIONS) == set(Action)
    assert set(AUDIENCES) == set(CAPACITIES) == set(Capacity)
    assert len(CAPACITIES) == len(Capacity)


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
def test_each_cell(command: Command, capacity: Capacity) -> None:
    assert allowed(command, actor(capacity, "pan", EVA)) == (type(command) in ALLOWED[capacity])


@pytest.mark.parametrize(
    "command",
    [
        c.WithdrawRequest(request="of-per"),
        c.ChangeModality(request="of-per"),
        c.WithdrawMotion(motion="motion-of-per"),
        c.Move(kind=MotionKind.SUSPEND_MEETING, delegation="per"),
        c.Appeal(delegation="per"),
        c.Object(delegation="per"),
        c.LiftObjection(delegation="per"),
        c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.AGENDA, delegation="per"),
        c.JoinStatement(request="of-pan", delegation="per"),
        c.DeclineToJoin(request="of-pan", delegation="per"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_is_another_delegations_is_refused(command: Command) -> None:
    assert not allowed(command, actor(Capacity.DELEGATE, "pan"))
    assert allowed(command, actor(Capacity.DELEGATE, "per"))
    assert allowed(command, actor(Capacity.SECRETARIAT))


def test_who_shares_a_joint_statement_takes_its_own_part_back_and_no_more() -> None:
    shared = replace(request("pan"), joint=("per",))
    meeting = replace(MEETING, requests={"of-pan": shared})
    authorize(meeting, c.WithdrawRequest(request="of-pan"), actor(Capacity.DELEGATE, "per"))
    for command, who in (
        (c.WithdrawRequest(request="of-pan"), "mex"),
        (c.ChangeModality(request="of-pan"), "per"),
    ):
        with pytest.raises(Refused):
            authorize(meeting, command, actor(Capacity.DELEGATE, who))


def test_a_foreign_statement_is_not_ended() -> None:
    assert allowed(c.EndStatement(), actor(Capacity.DELEGATE, "pan"))
    assert not allowed(c.EndStatement(), actor(Capacity.DELEGATE, "per"))


@pytest.mark.parametrize("kind", sorted(OWN_BOOTH, key=str), ids=lambda kind: kind.__name__)
def test_another_booth_is_refused(kind: type[Command]) -> None:
    command = BY_KIND[kind]
    assert allowed(command, actor(Capacity.INTERPRETER, participant=EVA))
    assert not allowed(command, actor(Capacity.INTERPRETER, participant=FATIMA))
    assert not allowed(command, actor(Capacity.INTERPRETER, participant="of-no-booth"))
    assert not allowed(command, actor(Capacity.INTERPRETER))


def test_the_sound_is_marked_by_the_interpreters_of_the_meeting_and_of_no_other() -> None:
    fit = BY_KIND[c.MarkSound]
    assert allowed(fit, actor(Capacity.INTERPRETER, participant=FATIMA))
    stranger = actor(Capacity.INTERPRETER, participant="of-no-booth")
    assert not allowed(fit, stranger)
    authorize(replace(MEETING, booths={}), fit, stranger)


@pytest.mark.parametrize("participant", [EVA, FATIMA])
def test_any_interpreter_of_the_meeting_says_that_slowing_down_is_over(participant: str) -> None:
    assert allowed(c.FinishSignal(signal="slower"), actor(Capacity.INTERPRETER, participant=participant))


@pytest.mark.parametrize("participant", ["of-no-booth", None])
def test_an_interpreter_of_no_booth_says_nothing(participant: str | None) -> None:
    assert not allowed(c.FinishSignal(signal="slower"), actor(Capacity.INTERPRETER, participant=participant))


@pytest.mark.parametrize("kind", sorted(set(HolderKind) - {HolderKind.DELEGATION}))
def test_no_delegate_ends_what_the_podium_says(kind: HolderKind) -> None:
    meeting = replace(MEETING, floor=(speaking(kind, "pan"),))
    with pytest.raises(Refused):
        authorize(meeting, c.EndStatement(), actor(Capacity.DELEGATE, "pan"))


@pytest.mark.parametrize(
    "command",
    [
        c.WithdrawRequest(request="unknown"),
        c.ChangeModality(request="unknown"),
        c.WithdrawMotion(motion="unknown"),
        c.EndStatement(),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_is_not_there_is_the_rules_to_refuse(command: Command) -> None:
    authorize(EMPTY, command, actor(Capacity.DELEGATE, "pan"))


@pytest.mark.parametrize("kind", sorted(OWN_BOOTH, key=str), ids=lambda kind: kind.__name__)
def test_a_booth_that_is_not_there_is_the_rules_to_refuse(kind: type[Command]) -> None:
    authorize(EMPTY, BY_KIND[kind], actor(Capacity.INTERPRETER, participant=EVA))


@pytest.mark.parametrize("kind", sorted(OWN, key=str), ids=lambda kind: kind.__name__)
def test_a_delegate_without_a_delegation_may_nothing(kind: type[Command]) -> None:
    assert not allowed(BY_KIND[kind], actor(Capacity.DELEGATE, participant="pan-room"))


@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
def test_without_a_capacity_nothing_is_allowed(command: Command) -> None:
    assert not allowed(command, actor(None, "pan", EVA))


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
    *(Action.READ_PERSON, Action.ERASE_PERSON, Action.RENEW_LINK, Action.READ_AUDIT),
    *(Action.MINT_LOGIN, Action.REVOKE_LOGIN, Action.CREATE_CONFERENCE),
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
        Action.HAND_IN_TEXT: {Capacity.SECRETARIAT, Capacity.DELEGATE},
        Action.READ_TEXT: set(Capacity) - {Capacity.HALL},
        **{each: {Capacity.SECRETARIAT} for each in DESK_ALONE},
    }.get(action, {Capacity.CHAIR, Capacity.SECRETARIAT})
    assert permitted(action, actor(capacity, "pan"), "pan") == (capacity in expected)


EVERY_DELEGATE = {
    *(Action.READ_CONFERENCE, Action.READ_DELEGATION),
    *(Action.HAND_IN_TEXT, Action.READ_TEXT),
}
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


def test_own_booth_stands_only_where_a_booth_is_concerned() -> None:
    assert {kind for kind, cells in COMMANDS.items() if Reach.OWN_BOOTH in cells} == OWN_BOOTH | {c.MarkSound}
