"""PANEL: turned by the chair, passed over, rebutted and closed; what makes it stand still."""

import pytest
from tests.rules.panel_stage import (
    HALL,
    NEXT,
    QUESTION,
    REBUTTAL,
    answering,
    asked,
    opened,
    phase,
    presented,
    spoken,
)
from tests.rules.stage import (
    CHAIR,
    DESK,
    at,
    in_session,
    online,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.state.decisions import Majority, Question, QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import RequestKind, RequestState


def test_panel_the_chair_turns_before_a_phase_is_at_its_end() -> None:
    early = spoken(opened())
    outcome = early.when(c.TurnTo(phase=PanelPhase.QUESTIONS))
    outcome.then(e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")))
    questions = outcome.accepted().done(QUESTION, by=online("fra"))
    answers = spoken(questions).done(c.TurnTo(phase=PanelPhase.ANSWERS))
    skipped = spoken(answers).done(c.TurnTo(phase=PanelPhase.QUESTIONS))
    assert phase(skipped) is PanelPhase.QUESTIONS
    skipped.when(NEXT).refused("list-is-empty")


@pytest.mark.parametrize("to", [PanelPhase.PRESENTATIONS, PanelPhase.CLOSED, PanelPhase.QUESTIONS])
def test_panel_it_turns_to_questions_or_answers_only_and_not_to_where_it_is(to: PanelPhase) -> None:
    questions = presented().done(NEXT)
    questions.when(c.TurnTo(phase=to)).refused("no-such-turn", phase=to.value)


def test_panel_it_turns_and_closes_on_a_free_floor() -> None:
    speaking = opened().done(NEXT)
    speaking.when(c.TurnTo(phase=PanelPhase.QUESTIONS)).refused("floor-held")
    speaking.when(c.ClosePanel()).refused("floor-held")


def test_panel_a_question_passed_over_keeps_its_place_for_the_next_batch() -> None:
    panel = asked("fra", "ind").done(NEXT).done(c.PassOver())
    batch = spoken(panel)
    assert batch.meeting.panel is not None
    assert batch.meeting.panel.asked == ("r2",)
    answered = batch
    for _ in range(3):
        answered = spoken(answered)
    answered.when(NEXT).then(
        e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")),
        e.SpeakerCalled(request="r1", at=at("10:00:00")),
    )


def test_panel_a_rebuttal_follows_the_answers_and_is_short() -> None:
    panel = spoken(answering())
    rebutting = panel.done(REBUTTAL, by=online("fra")).done(REBUTTAL, by=online("ita"))
    assert {r.seconds for r in rebutting.meeting.waiting("3", RequestKind.REBUTTAL)} == {60}
    answered = spoken(spoken(rebutting))
    answered.when(NEXT).then(e.SpeakerCalled(request="r4", at=at("10:00:00")))
    both = spoken(spoken(answered))
    assert both.meeting.requests["r5"].state is RequestState.DELIVERED
    assert phase(both.done(NEXT)) is PanelPhase.QUESTIONS


def test_panel_a_rebuttal_is_for_who_asked_and_for_the_panellists_own() -> None:
    panel = spoken(answering())
    panel.when(REBUTTAL, by=online("jpn")).refused("rebuttal-not-yours")
    panel.when(REBUTTAL, by=online("eu")).refused("rebuttal-not-yours")
    answering().when(REBUTTAL, by=online("fra")).refused("nothing-to-rebut")
    presented().done(NEXT).when(REBUTTAL, by=online("pan")).refused("nothing-to-rebut")
    in_session(HALL).when(REBUTTAL, by=online("pan")).refused("no-panel")


def test_panel_it_closes_with_questions_waiting_only_when_confirmed() -> None:
    panel = asked("fra", "ind")
    panel.when(c.ClosePanel()).refused("questions-waiting", waiting=2)
    outcome = panel.when(c.ClosePanel(confirmed=True))
    after = outcome.then(e.PanelClosed(panel="panel1", dropped=("r1", "r2"), at=at("10:00:00")))
    assert {r.state for r in after.requests.values()} == {RequestState.DECLINED}
    for command in (NEXT, c.ClosePanel(), c.TurnTo(phase=PanelPhase.QUESTIONS)):
        outcome.accepted().when(command).refused("no-panel")


def test_panel_an_item_is_closed_after_its_panel() -> None:
    opened().when(c.CloseItem(item="3")).refused("panel-open")
    opened().done(c.ClosePanel()).done(c.CloseItem(item="3"))


def test_panel_statements_go_on_beside_a_panel_and_are_no_question() -> None:
    panel = spoken(opened().asked(online("fra")))
    assert panel.meeting.panel is not None
    called = panel.done(c.CallSpeaker(request="r1")).done(c.GiveFloor()).done(c.EndStatement())
    assert called.meeting.panel == panel.meeting.panel


@pytest.mark.parametrize("kind", [RequestKind.MOTION, RequestKind.APPEAL, RequestKind.RESPONSE])
def test_recognition_what_has_a_command_of_its_own_is_not_inscribed(kind: RequestKind) -> None:
    ask = c.RequestFloor(kind=kind)
    in_session(HALL).when(ask, by=online("pan")).refused("asked-otherwise", kind=kind.value)


def test_panel_it_stands_still_while_a_motion_is_debated() -> None:
    made = e.MotionMade(
        motion="m1", kind=MotionKind.CLOSE_DEBATE, number=1, delegation="pan", at=at("10:00:00"), item="3"
    )
    moved = opened().after(made, e.MotionTakenUp(motion="m1", at=at("10:00:00")))
    moved.when(NEXT).refused("motion-taken-up", motion="m1")


def test_panel_it_stands_still_while_its_item_is_not_under_consideration() -> None:
    adjourned = presented().after(e.DebateAdjourned(item="3", at=at("10:00:00")))
    for command in (NEXT, c.TurnTo(phase=PanelPhase.QUESTIONS)):
        adjourned.when(command).refused("item-not-taken-up", item="3")
    adjourned.done(c.ClosePanel())
    other = adjourned.done(c.TakeUpItem(item="4")).done(c.OpenList(item="4")).asked(online("fra"))
    other.when(c.CallNext()).then(e.SpeakerCalled(request="r1", at=at("10:00:00")))
    suspended = presented().done(NEXT).done(c.SuspendMeeting())
    for still in (NEXT, c.AskToRespond(panellist="ana"), c.ClosePanel()):
        suspended.when(still).refused("not-in-session", phase="suspended")


VOTE = e.VoteOpened(
    vote="v1",
    question=Question(kind=QuestionKind.AGENDA),
    method=VoteMethod.SHOW_OF_HANDS,
    majority=Majority.SIMPLE,
    present=2,
    of=4,
    entitled=("pan", "ita"),
    at=at("10:00:00"),
)


@pytest.mark.parametrize(
    "command,by",
    [
        (NEXT, CHAIR),
        (c.TurnTo(phase=PanelPhase.QUESTIONS), CHAIR),
        (c.ClosePanel(), CHAIR),
        (c.AskToRespond(panellist="ana"), DESK),
        (QUESTION, online("fra")),
        (c.FreezeHead(item="3", count=0), CHAIR),
        (c.MoveRequest(request="r1", reason="a"), CHAIR),
        (c.SetListClosing(item="3", closes_at=at("11:00:00")), CHAIR),
        (c.TakeAsRead(request="r1"), CHAIR),
        (c.CloseList(item="3"), CHAIR),
    ],
)
def test_vote_lock_panel_and_list_stand_still(command: c.AnyCommand, by: Actor) -> None:
    opened().asked(online("ita")).after(VOTE).when(command, by=by).refused("voting")


def test_panel_it_ends_with_the_meeting_and_tells_who_waited() -> None:
    waits = asked("fra", "ind")
    waits.when(c.AdjournMeeting()).refused("questions-waiting", waiting=2)
    ended = waits.when(c.AdjournMeeting(confirmed=True))
    after = ended.then(
        e.PanelClosed(panel="panel1", dropped=("r1", "r2"), at=at("10:00:00")),
        e.MeetingAdjourned(at=at("10:00:00")),
    )
    assert {r.state for r in after.requests.values()} == {RequestState.DECLINED}
    assert [type(event) for event in presented().when(c.AdjournMeeting()).events] == [
        e.PanelClosed,
        e.MeetingAdjourned,
    ]
