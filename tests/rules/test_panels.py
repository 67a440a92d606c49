"""PANEL: presentations, questions in batches, answers and the response list; allowed and refused."""

from dataclasses import replace

from tests.rules.panel_stage import (
    ANA_LOGIN,
    HALL,
    NEXT,
    OPEN,
    QUESTION,
    answering,
    asked,
    holder,
    opened,
    presented,
    spoken,
)
from tests.rules.stage import (
    DESK,
    SET_UP,
    at,
    given,
    in_session,
    online,
    seconds,
    under,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.panels import questioning, responders
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import HolderKind, Modality, RequestKind


def test_panel_it_is_opened_on_the_item_under_consideration() -> None:
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


def test_panel_one_at_a_time() -> None:
    opened().when(OPEN).refused("panel-open")
    again = opened().done(c.ClosePanel()).done(OPEN)
    assert again.meeting.panel is not None
    assert again.meeting.panel.id == "panel2"


def test_panel_moderator_and_panellists_are_of_the_podium() -> None:
    stranger = replace(OPEN, panellists=("ana", "zoe"))
    in_session(HALL).when(stranger).refused("unknown-participant", kind="panellist", participant="zoe")
    moderator = replace(OPEN, moderator="zoe")
    in_session(HALL).when(moderator).refused("unknown-participant", kind="panellist", participant="zoe")


def test_panel_it_that_cannot_be_held_is_refused() -> None:
    for panellists in ((), ("ana", "ana")):
        in_session(HALL).when(replace(OPEN, panellists=panellists)).refused("panellists-needed")
    in_session(HALL).when(replace(OPEN, batch=0)).refused("bad-batch")
    for short in (replace(OPEN, answer_seconds=0), replace(OPEN, rebuttal_seconds=-1)):
        in_session(HALL).when(short).refused("bad-limit")


def test_panel_presentations_go_in_the_order_of_the_panel_each_with_its_time() -> None:
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


def test_panel_a_presentation_that_the_chair_gave_by_hand_is_not_given_again() -> None:
    by_hand = opened().done(c.GiveFloorTo(kind=HolderKind.PANELLIST, participant="ana"))
    assert holder(by_hand.done(c.EndStatement()).when(NEXT)) == "ben"


def test_panel_after_the_last_presentation_come_the_questions() -> None:
    presented().when(NEXT).then(e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")))
    asked("fra").when(NEXT).then(
        e.PanelTurned(panel="panel1", phase=PanelPhase.QUESTIONS, at=at("10:00:00")),
        e.SpeakerCalled(request="r1", at=at("10:00:00")),
    )


def test_panel_questions_are_asked_for_while_the_panel_goes_on_whether_or_not_the_list_is_open() -> None:
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


def test_panel_a_question_of_a_category_that_the_body_does_not_hear_is_refused() -> None:
    states_only = tuple(t for t in SET_UP.procedure.tiers if t.id == "states-parties")
    narrow = replace(HALL, procedure=under(tiers=states_only).procedure)
    in_session(narrow).done(OPEN).when(QUESTION, by=online("jpn")).refused("no-tier")


def test_panel_a_full_batch_goes_to_the_panel() -> None:
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


def test_panel_a_batch_that_is_not_full_goes_to_the_panel_when_nobody_else_asks() -> None:
    one = spoken(asked("fra"))
    assert holder(one.when(NEXT)) == "ana"


def test_panel_without_a_question_there_is_nothing_to_answer() -> None:
    presented().done(NEXT).when(NEXT).refused("list-is-empty")


def test_panel_the_response_list_goes_first_then_the_others_then_the_next_batch() -> None:
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


def test_panel_a_panellist_asks_to_answer_for_herself_and_the_desk_for_one() -> None:
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


def test_panel_only_a_panellist_answers_once_a_batch_after_the_presentations() -> None:
    panel = spoken(asked("fra"))
    panel.when(c.AskToRespond(), by=online("ita")).refused("not-a-panellist")
    panel.when(c.AskToRespond(), by=DESK).refused("not-a-panellist")
    twice = panel.done(c.AskToRespond(), by=ANA_LOGIN)
    twice.when(c.AskToRespond(), by=ANA_LOGIN).refused("already-responding")
    opened().when(c.AskToRespond(), by=ANA_LOGIN).refused("no-questions-yet")
    in_session(HALL).when(c.AskToRespond(), by=ANA_LOGIN).refused("no-panel")
