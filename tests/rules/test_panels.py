"""PANEL: presentations, questions in batches, answers, the response list, rebuttals; allowed and refused."""

from dataclasses import replace

import pytest
from tests.rules.stage import (
    CHAIR,
    DESK,
    SET_UP,
    Given,
    Outcome,
    at,
    given,
    in_session,
    online,
    seconds,
    under,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.panels import questioning, responders
from hemicycle.rules.state.decisions import Majority, Question, QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.state.people import Holder, PodiumMember, Seat
from hemicycle.rules.terms import Capacity, HolderKind, Modality, RequestKind, RequestState, Role

ANA = PodiumMember(participant="ana", kind=HolderKind.PANELLIST, title="Panellist", delegation="pan")
BEN = PodiumMember(participant="ben", kind=HolderKind.PANELLIST, title="Panellist", delegation="ita")
KIM = PodiumMember(participant="kim", kind=HolderKind.GUEST, title="Professor")
KIMS = Seat(
    id="pan.online.speaker.2",
    delegation="pan",
    modality=Modality.ONLINE,
    role=Role.SPEAKER,
    participant="ana",
)
HALL = replace(SET_UP, podium=(*SET_UP.podium, ANA, BEN, KIM), roster=(*SET_UP.roster, KIMS))
ANA_LOGIN = Actor(capacity=Capacity.DELEGATE, participant="ana", delegation="pan")

OPEN = c.OpenPanel(
    item="3",
    title="Good practices",
    panellists=("ana", "ben", "kim"),
    moderator="secretary",
    presentation_seconds=600,
    question_seconds=120,
    answer_seconds=300,
    rebuttal_seconds=60,
    batch=2,
)
QUESTION = c.RequestFloor(kind=RequestKind.QUESTION)
REBUTTAL = c.RequestFloor(kind=RequestKind.REBUTTAL)
NEXT = c.NextOfPanel()


def opened() -> Given:
    return in_session(HALL).done(OPEN)


def spoken(panel: Given) -> Given:
    """One step of the panel, to its end."""
    given = panel.done(NEXT)
    if given.meeting.called is not None:
        given = given.done(c.GiveFloor())
    return given.done(c.EndStatement())


def presented() -> Given:
    return spoken(spoken(spoken(opened())))


def asked(*delegations: str) -> Given:
    """All have presented; these delegations have asked for a question."""
    given = presented()
    for delegation in delegations:
        given = given.done(QUESTION, by=online(delegation))
    return given


def answering() -> Given:
    """Two questions were put; a third waits."""
    return spoken(spoken(asked("fra", "ind", "jpn"))).done(c.AskToRespond(panellist="kim"), by=DESK)


def phase(given: Given) -> PanelPhase:
    assert given.meeting.panel is not None
    return given.meeting.panel.phase


def holder(outcome: Outcome) -> str:
    speaking = outcome.accepted().meeting.speaking
    assert speaking is not None
    return speaking.holder.ref


def test_a_panel_is_opened_on_the_item_under_consideration() -> None:
    in_session(HALL).when(OPEN).then(
        e.PanelOpened(
            panel="panel1",
            item="3",
            title="Good practices",
            moderator="secretary",
            panellists=("ana", "ben", "kim"),
            presentation_seconds=600,
            question_seconds=120,
            answer_seconds=300,
            rebuttal_seconds=60,
            batch=2,
            at=at("10:00:00"),
        )
    )
    in_session(HALL).when(replace(OPEN, item="4")).refused("item-not-taken-up", item="4")
    in_session(HALL).when(replace(OPEN, item="9")).refused("unknown-item", item="9")
    given(set_up=HALL).when(OPEN).refused("not-in-session", phase="scheduled")


def test_one_panel_at_a_time() -> None:
    opened().when(OPEN).refused("panel-open")
    again = opened().done(c.ClosePanel()).done(OPEN)
    assert again.meeting.panel is not None
    assert again.meeting.panel.id == "panel2"


def test_moderator_and_panellists_are_of_the_podium() -> None:
    stranger = replace(OPEN, panellists=("ana", "zoe"))
    in_session(HALL).when(stranger).refused("unknown-participant", kind="panellist", participant="zoe")
    moderator = replace(OPEN, moderator="zoe")
    in_session(HALL).when(moderator).refused("unknown-participant", kind="panellist", participant="zoe")


def test_a_panel_that_cannot_be_held_is_refused() -> None:
    for panellists in ((), ("ana", "ana")):
        in_session(HALL).when(replace(OPEN, panellists=panellists)).refused("panellists-needed")
    in_session(HALL).when(replace(OPEN, batch=0)).refused("bad-batch")
    for short in (replace(OPEN, answer_seconds=0), replace(OPEN, rebuttal_seconds=-1)):
        in_session(HALL).when(short).refused("bad-limit")


def test_presentations_go_in_the_order_of_the_panel_each_with_its_time() -> None:
    outcome = opened().when(NEXT)
    outcome.then(
        e.FloorGiven(
            grant=1,
            kind=RequestKind.STATEMENT,
            holder=Holder(kind=HolderKind.PANELLIST, ref="ana"),
            at=at("10:00:00"),
            ends_at=at("10:00:00") + seconds(600),
            item="3",
            participant="ana",
            modality=Modality.ONLINE,
        )
    )
    outcome.accepted().when(NEXT).refused("floor-held")
    second = outcome.accepted().done(c.EndStatement()).when(NEXT)
    assert holder(second) == "ben"
    third = second.accepted().done(c.EndStatement()).when(NEXT)
    assert holder(third) == "kim"
    speaking = third.accepted().meeting.speaking
    assert speaking is not None
    assert (speaking.holder.kind, speaking.modality) == (HolderKind.GUEST, Modality.IN_PERSON)


def test_a_presentation_that_the_chair_gave_by_hand_is_not_given_again() -> None:
    by_hand = opened().done(c.GiveFloorTo(kind=HolderKind.PANELLIST, participant="ana"))
    assert holder(by_hand.done(c.EndStatement()).when(NEXT)) == "ben"


def test_after_the_last_presentation_come_the_questions() -> None:
    presented().when(NEXT).then(e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")))
    asked("fra").when(NEXT).then(
        e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")),
        e.SpeakerCalled(request="r1", at=at("10:00:00")),
    )


def test_questions_are_asked_for_while_the_panel_goes_on_whether_or_not_the_list_is_open() -> None:
    closed = opened().done(c.CloseList(item="3"))
    request = closed.done(QUESTION, by=online("fra")).meeting.requests["r1"]
    assert (request.item, request.panel, request.seconds) == ("3", "panel1", 120)
    assert closed.done(QUESTION, by=online("fra")).meeting.waiting("3") == []
    in_session(HALL).when(QUESTION, by=online("fra")).refused("no-panel")
    other = replace(QUESTION, item="4")
    opened().when(other, by=online("fra")).refused("no-panel")
    opened().done(c.ClosePanel()).when(QUESTION, by=online("fra")).refused("no-panel")


def test_one_request_a_delegation_may_wait_with_a_statement_and_a_question() -> None:
    both = opened().asked(online("fra")).done(QUESTION, by=online("fra"))
    both.when(QUESTION, by=online("fra")).refused("already-requested")
    assert len(both.meeting.requests) == 2


def test_a_question_of_a_category_that_the_body_does_not_hear_is_refused() -> None:
    states_only = tuple(t for t in SET_UP.procedure.tiers if t.id == "states-parties")
    narrow = replace(HALL, procedure=under(tiers=states_only).procedure)
    in_session(narrow).done(OPEN).when(QUESTION, by=online("jpn")).refused("no-tier")


def test_a_full_batch_goes_to_the_panel() -> None:
    batch = spoken(spoken(asked("fra", "ind", "jpn")))
    assert [r.delegation for r in batch.meeting.waiting("3", RequestKind.QUESTION)] == ["jpn"]
    assert questioning(batch.meeting)
    batch.when(NEXT).then(
        e.PanelTurned(panel="panel1", phase=PanelPhase.ANSWERS, at=at("10:00:00")),
        e.FloorGiven(
            grant=6,
            kind=RequestKind.RESPONSE,
            holder=Holder(kind=HolderKind.PANELLIST, ref="ana"),
            at=at("10:00:00"),
            ends_at=at("10:00:00") + seconds(300),
            item="3",
            participant="ana",
            modality=Modality.ONLINE,
        ),
    )


def test_a_batch_that_is_not_full_goes_to_the_panel_when_nobody_else_asks() -> None:
    one = spoken(asked("fra"))
    assert holder(one.when(NEXT)) == "ana"


def test_without_a_question_there_is_nothing_to_answer() -> None:
    presented().done(NEXT).when(NEXT).refused("list-is-empty")


def test_the_response_list_goes_first_then_the_others_then_the_next_batch() -> None:
    panel = answering()
    assert panel.meeting.panel is not None
    assert responders(panel.meeting.panel) == ["kim", "ana", "ben"]
    first = panel.when(NEXT)
    assert holder(first) == "kim"
    rest = spoken(spoken(first.accepted().done(c.EndStatement())))
    rest.when(NEXT).then(
        e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")),
        e.SpeakerCalled(request="r3", at=at("10:00:00")),
    )
    fresh = rest.done(NEXT).meeting.panel
    assert fresh is not None
    assert (fresh.asked, fresh.answered, fresh.responses) == ((), (), ())


def test_a_panellist_asks_to_answer_for_herself_and_the_desk_for_one() -> None:
    panel = spoken(asked("fra"))
    panel.when(c.AskToRespond(), by=ANA_LOGIN).then(
        e.ResponseAsked(panel="panel1", panellist="ana", at=at("10:00:00"))
    )
    panel.when(c.AskToRespond(panellist="ben"), by=ANA_LOGIN).then(
        e.ResponseAsked(panel="panel1", panellist="ana", at=at("10:00:00"))
    )
    panel.when(c.AskToRespond(panellist="ben"), by=DESK).then(
        e.ResponseAsked(panel="panel1", panellist="ben", at=at("10:00:00"))
    )


def test_only_a_panellist_answers_once_a_batch_after_the_presentations() -> None:
    panel = spoken(asked("fra"))
    panel.when(c.AskToRespond(), by=online("ita")).refused("not-a-panellist")
    panel.when(c.AskToRespond(), by=DESK).refused("not-a-panellist")
    twice = panel.done(c.AskToRespond(), by=ANA_LOGIN)
    twice.when(c.AskToRespond(), by=ANA_LOGIN).refused("already-responding")
    opened().when(c.AskToRespond(), by=ANA_LOGIN).refused("no-questions-yet")
    in_session(HALL).when(c.AskToRespond(), by=ANA_LOGIN).refused("no-panel")


def test_the_chair_turns_before_a_phase_is_at_its_end() -> None:
    early = spoken(opened())
    outcome = early.when(c.TurnTo(phase=PanelPhase.QUESTIONS))
    outcome.then(e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")))
    questions = outcome.accepted().done(QUESTION, by=online("fra"))
    answers = spoken(questions).done(c.TurnTo(phase=PanelPhase.ANSWERS))
    skipped = spoken(answers).done(c.TurnTo(phase=PanelPhase.QUESTIONS))
    assert phase(skipped) is PanelPhase.QUESTIONS
    skipped.when(NEXT).refused("list-is-empty")


@pytest.mark.parametrize("to", [PanelPhase.PRESENTATIONS, PanelPhase.CLOSED, PanelPhase.QUESTIONS])
def test_a_panel_turns_to_questions_or_answers_only_and_not_to_where_it_is(to: PanelPhase) -> None:
    questions = presented().done(NEXT)
    questions.when(c.TurnTo(phase=to)).refused("no-such-turn", phase=to.value)


def test_a_panel_turns_and_closes_on_a_free_floor() -> None:
    speaking = opened().done(NEXT)
    speaking.when(c.TurnTo(phase=PanelPhase.QUESTIONS)).refused("floor-held")
    speaking.when(c.ClosePanel()).refused("floor-held")


def test_a_question_passed_over_keeps_its_place_for_the_next_batch() -> None:
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


def test_a_rebuttal_follows_the_answers_and_is_short() -> None:
    panel = spoken(answering())
    rebutting = panel.done(REBUTTAL, by=online("fra")).done(REBUTTAL, by=online("ita"))
    assert {r.seconds for r in rebutting.meeting.waiting("3", RequestKind.REBUTTAL)} == {60}
    answered = spoken(spoken(rebutting))
    answered.when(NEXT).then(e.SpeakerCalled(request="r4", at=at("10:00:00")))
    both = spoken(spoken(answered))
    assert both.meeting.requests["r5"].state is RequestState.DELIVERED
    assert phase(both.done(NEXT)) is PanelPhase.QUESTIONS


def test_a_rebuttal_is_for_who_asked_and_for_the_panellists_own() -> None:
    panel = spoken(answering())
    panel.when(REBUTTAL, by=online("jpn")).refused("rebuttal-not-yours")
    panel.when(REBUTTAL, by=online("eu")).refused("rebuttal-not-yours")
    answering().when(REBUTTAL, by=online("fra")).refused("nothing-to-rebut")
    presented().done(NEXT).when(REBUTTAL, by=online("pan")).refused("nothing-to-rebut")
    in_session(HALL).when(REBUTTAL, by=online("pan")).refused("no-panel")


def test_a_panel_closes_with_questions_waiting_only_when_confirmed() -> None:
    panel = asked("fra", "ind")
    panel.when(c.ClosePanel()).refused("questions-waiting", waiting=2)
    outcome = panel.when(c.ClosePanel(confirmed=True))
    after = outcome.then(e.PanelClosed(panel="panel1", dropped=("r1", "r2"), at=at("10:00:00")))
    assert {r.state for r in after.requests.values()} == {RequestState.DECLINED}
    for command in (NEXT, c.ClosePanel(), c.TurnTo(phase=PanelPhase.QUESTIONS)):
        outcome.accepted().when(command).refused("no-panel")


def test_an_item_is_closed_after_its_panel() -> None:
    opened().when(c.CloseItem(item="3")).refused("panel-open")
    opened().done(c.ClosePanel()).done(c.CloseItem(item="3"))


def test_statements_go_on_beside_a_panel_and_are_no_question() -> None:
    panel = spoken(opened().asked(online("fra")))
    assert panel.meeting.panel is not None
    called = panel.done(c.CallSpeaker(request="r1")).done(c.GiveFloor()).done(c.EndStatement())
    assert called.meeting.panel == panel.meeting.panel


@pytest.mark.parametrize("kind", [RequestKind.MOTION, RequestKind.APPEAL, RequestKind.RESPONSE])
def test_what_has_a_command_of_its_own_is_not_inscribed(kind: RequestKind) -> None:
    ask = c.RequestFloor(kind=kind)
    in_session(HALL).when(ask, by=online("pan")).refused("asked-otherwise", kind=kind.value)


def test_a_panel_stands_still_while_a_motion_is_debated() -> None:
    made = e.MotionMade(
        motion="m1", kind=MotionKind.CLOSE_DEBATE, number=1, delegation="pan", at=at("10:00:00"), item="3"
    )
    moved = opened().after(made, e.MotionTakenUp(motion="m1", at=at("10:00:00")))
    moved.when(NEXT).refused("motion-taken-up", motion="m1")


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
