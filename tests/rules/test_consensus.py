"""CONSENSUS_FIRST: no objection is heard, or the body votes; and DECIDE_QUORUM."""

from dataclasses import replace

import pytest
from tests.rules.stage import (
    CHAIR,
    DESK,
    SET_UP,
    STATES,
    VICE_CHAIR,
    at,
    given,
    in_session,
    observer,
    online,
    room,
)
from tests.rules.voting_stage import ASK, P1, PROCEDURAL, RECORDED, VOTE, body, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.procedure import Quorum
from hemicycle.rules.state.decisions import DecidedBy, ProposalState, Question, QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.people import Body
from hemicycle.rules.terms import HolderKind, RequestKind

QUESTION = Question(kind=QuestionKind.PROPOSAL, ref="p1")
OBJECT = c.Object()
AGENDA = c.AskConsensus(kind=QuestionKind.AGENDA)


def test_consensus_first_no_objection_is_heard_and_it_is_so_decided() -> None:
    asked = tabled().when(ASK)
    asked.then(e.ConsensusAsked(question=QUESTION, at=at("10:00:00")))
    outcome = asked.accepted().when(c.DeclareDecided(), clock="10:01:00")
    after = outcome.then(
        e.DecisionTaken(
            number=1,
            question=QUESTION,
            carried=True,
            by=DecidedBy.CONSENSUS,
            at=at("10:01:00"),
            item="3",
        )
    )
    assert after.proposals["p1"].state is ProposalState.ADOPTED
    assert after.consensus is None
    assert after.decisions[0].by is DecidedBy.CONSENSUS


def test_consensus_first_objections_stand_by_name_in_the_order_in_which_they_came() -> None:
    asked = tabled().done(ASK)
    asked.when(OBJECT, by=room("ita")).then(e.ObjectionMade(delegation="ita", at=at("10:00:00")))
    two = asked.done(OBJECT, by=room("ita")).done(c.Object(delegation="pan"), by=DESK)
    assert two.meeting.consensus is not None
    assert two.meeting.consensus.objections == ("ita", "pan")
    two.when(c.DeclareDecided()).refused("objection", delegation="ita")
    lifted = two.when(c.LiftObjection(), by=online("ita"))
    lifted.then(e.ObjectionLifted(delegation="ita", at=at("10:00:00")))
    lifted.accepted().when(c.DeclareDecided()).refused("objection", delegation="pan")


def test_consensus_first_an_objection_may_be_noted_and_does_not_hinder() -> None:
    objected = tabled().done(ASK).done(OBJECT, by=room("ita"))
    after = objected.done(c.DeclareDecided(noted=True)).meeting
    assert after.decisions[0].carried
    assert after.decisions[0].objections == ("ita",)
    assert after.proposals["p1"].state is ProposalState.ADOPTED


def test_consensus_first_an_objection_is_of_a_delegation_that_decides_and_once() -> None:
    asked = tabled().done(ASK)
    asked.when(OBJECT, by=room("jpn")).refused("not-a-voter", delegation="jpn")
    asked.when(OBJECT, by=room("interpol")).refused("not-a-voter", delegation="interpol")
    asked.when(OBJECT, by=observer("pan")).refused("listen-only")
    asked.when(OBJECT, by=DESK).refused("delegation-needed")
    asked.when(c.Object(delegation="atl"), by=DESK).refused("unknown-delegation", delegation="atl")
    asked.done(OBJECT, by=room("eu")).when(OBJECT, by=online("eu")).refused(
        "objects-already", delegation="eu"
    )
    asked.when(c.LiftObjection(), by=room("pan")).refused("no-objection", delegation="pan")
    asked.when(c.Object(delegation="pan"), by=VICE_CHAIR).refused("not-presiding")


@pytest.mark.parametrize(
    "command, by",
    [
        (OBJECT, room("pan")),
        (c.LiftObjection(), room("pan")),
        (c.DeclareDecided(), CHAIR),
        (c.AbandonConsensus(), CHAIR),
    ],
)
def test_consensus_first_nothing_was_asked(command: c.AnyCommand, by: c.Actor) -> None:
    tabled().when(command, by=by).refused("nothing-asked")


def test_consensus_first_abandoned_the_question_is_open_again_and_the_objections_go_on_record() -> None:
    objected = tabled().done(ASK).done(OBJECT, by=room("ita"))
    outcome = objected.when(c.AbandonConsensus())
    after = outcome.then(e.ConsensusAbandoned(question=QUESTION, at=at("10:00:00")))
    assert after.consensus is None
    assert after.proposals["p1"].state is ProposalState.TABLED
    voted = outcome.accepted().done(RECORDED).done(c.CastVote(choice="yes"), by=room("pan"))  # type: ignore[arg-type]  # its value
    assert voted.done(c.CloseVote()).meeting.decisions[0].objections == ("ita",)


def test_consensus_first_one_question_at_a_time() -> None:
    two = tabled().done(replace(P1, symbol="L.3"), by=DESK).done(ASK)
    two.when(replace(ASK, ref="p2")).refused("question-put")
    two.when(ASK).refused("question-put")
    two.when(replace(VOTE, ref="p2")).refused("question-put")
    two.when(VOTE).refused("question-put")
    two.when(c.CloseItem(item="3")).refused("question-put")
    two.when(c.AdjournMeeting()).refused("question-put")
    tried().done(VOTE).when(ASK).refused("voting")


def test_consensus_first_it_comes_before_a_vote_on_substance() -> None:
    tabled().when(VOTE).refused("consensus-first")
    tried().when(VOTE).accepted()
    tabled(PROCEDURAL).when(VOTE).accepted()


def test_consensus_first_with_an_objection_the_vote_may_be_opened_at_once() -> None:
    objected = tabled().done(ASK).done(OBJECT, by=room("ita"))
    abandoned, opened = objected.when(VOTE).events
    assert abandoned == e.ConsensusAbandoned(question=QUESTION, at=at("10:00:00"))
    assert isinstance(opened, e.VoteOpened)
    after = objected.done(VOTE).meeting
    assert after.consensus is None
    assert after.tried[QUESTION] == ("ita",)


def test_reconsider_what_was_reopened_is_asked_for_by_consensus_again() -> None:
    adopted = tabled().done(ASK).done(OBJECT, by=room("ita")).done(c.DeclareDecided(noted=True))
    again = adopted.after(e.ProposalReopened(proposal="p1", at=at("10:05:00")))
    again.when(VOTE).refused("consensus-first")
    again.when(ASK).accepted()


def test_consensus_first_the_floor_is_free_when_a_question_is_put() -> None:
    speaking = tabled().asked(online("pan")).given_the_floor()
    speaking.when(ASK).refused("floor-held")
    tabled().asked(online("pan")).done(c.CallNext()).when(ASK).refused("speaker-called")
    explaining = tabled().done(ASK).done(c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary"))
    explaining.when(c.DeclareDecided()).refused("floor-held")
    explaining.done(c.EndStatement()).when(c.DeclareDecided()).accepted()


def test_decide_quorum_a_decision_needs_a_majority_of_the_states_parties() -> None:
    two = frozenset({"pan", "ita", "jpn", "eu", "interpol"})
    tabled().when(ASK, present=two).refused("no-decide-quorum", present=2, of=4, needed=3)
    tabled().when(ASK, present=two | {"fra"}).accepted()
    tabled().done(ASK).when(c.DeclareDecided(), present=two).refused(
        "no-decide-quorum", present=2, of=4, needed=3
    )
    tried().when(VOTE, present=two).refused("no-decide-quorum", present=2, of=4, needed=3)
    waived = Quorum(numerator=1, denominator=2, more_than=True, waived=True)
    tabled(quorum=waived).when(ASK, present=two).accepted()


def test_joint_meeting_an_item_is_decided_by_the_bodies_that_consider_it() -> None:
    bodies = body()
    first = Body(id="eg", names={"en": "Expert meeting"}, delegations=frozenset({"pan", "ita", "eu"}))
    second = Body(id="irg", names={"en": "Review group"}, delegations=frozenset({"ind", "pan"}))
    agenda = tuple(
        replace(i, bodies={"2": ("eg", "irg"), "3": ("eg",), "4": ()}[i.id]) for i in bodies.agenda
    )
    joint = in_session(replace(bodies, agenda=agenda, bodies=(first, second))).done(P1, by=DESK)
    asked = joint.done(ASK)
    asked.when(OBJECT, by=room("ind")).refused("not-a-voter", delegation="ind")
    asked.when(OBJECT, by=room("eu")).accepted()
    asked.when(c.DeclareDecided(), present=frozenset({"ind", "fra", "pan"})).refused(
        "no-decide-quorum", present=1, of=2, needed=2
    )
    opened = joint.done(ASK).done(c.AbandonConsensus()).done(RECORDED).meeting.vote
    assert opened is not None
    assert (opened.entitled, opened.of) == (("eu", "ita", "pan"), 2)
    both = joint.done(replace(P1, item="2", symbol="L.9"), by=DESK).done(replace(ASK, ref="p2"))
    both.when(OBJECT, by=room("ind")).accepted()
    both.when(OBJECT, by=room("fra")).refused("not-a-voter", delegation="fra")


def test_agenda_it_is_adopted_once() -> None:
    opened = given(set_up=body()).done(c.CallToOrder())
    outcome = opened.done(AGENDA).when(c.DeclareDecided())
    decision, adopted = outcome.events
    assert isinstance(decision, e.DecisionTaken)
    assert decision.question == Question(kind=QuestionKind.AGENDA)
    assert adopted == e.AgendaAdopted(at=at("10:00:00"))
    assert outcome.accepted().meeting.agenda_adopted
    outcome.accepted().when(AGENDA).refused("agenda-stands")


def test_agenda_one_that_is_rejected_is_not_adopted() -> None:
    vote = c.OpenVote(kind=QuestionKind.AGENDA)
    voting = given(set_up=body()).done(c.CallToOrder()).done(vote)
    rejected = voting.done(c.EnterCount(yes=1, no=3, abstentions=0)).done(c.CloseVote())
    assert not rejected.meeting.agenda_adopted
    rejected.when(AGENDA).accepted()


def test_consensus_first_a_motion_by_consensus_has_its_effect() -> None:
    moved = tabled().done(c.Move(kind=MotionKind.SUSPEND_MEETING), by=room("ita"))
    ask = c.AskConsensus(kind=QuestionKind.MOTION, ref="m1")
    moved.when(ask).refused("motion-waits", motion="m1", state="pending")
    moved.when(c.AskConsensus(kind=QuestionKind.MOTION, ref="m7")).refused("unknown-motion", motion="m7")
    moved.when(ASK).refused("motions-first", motion="m1")
    decided = moved.done(c.TakeUpMotion(motion="m1")).done(ask).done(c.DeclareDecided()).meeting
    assert decided.phase == "suspended"


def test_appeal_it_is_not_a_matter_of_consensus() -> None:
    ruled = (
        tabled()
        .done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("fra"))
        .given_the_floor()
        .done(c.Rule(upheld=False))
        .done(c.Appeal(), by=room("ita"))
        .done(c.CancelVote(reason="The system failed."))
    )
    ruled.when(c.AskConsensus(kind=QuestionKind.APPEAL, ref="r1")).refused("appeal-is-voted")
    ruled.when(c.OpenVote(kind=QuestionKind.APPEAL, ref="r1")).accepted()
    ruled.when(c.OpenVote(kind=QuestionKind.APPEAL, ref="r9")).refused("no-ruling")


def test_consensus_first_a_question_needs_a_meeting_in_session_and_a_body_that_decides() -> None:
    given(set_up=body()).when(AGENDA).refused("not-in-session", phase="scheduled")
    tabled().when(ASK, by=VICE_CHAIR).refused("not-presiding")
    tabled().when(c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p4")).refused(
        "unknown-proposal", proposal="p4"
    )
    procedure = replace(SET_UP.procedure, decisions=None, motions=())
    in_session(replace(SET_UP, procedure=procedure)).when(AGENDA, present=STATES).refused("no-decisions")


def test_proposals_one_is_put_while_its_item_is_before_the_body() -> None:
    closed = tabled().done(c.CloseItem(item="3"))
    closed.when(ASK).refused("item-closed", item="3")
    adjourned = tabled().after(e.DebateAdjourned(item="3", at=at("10:00:00")))
    adjourned.when(ASK).refused("debate-adjourned", item="3")
