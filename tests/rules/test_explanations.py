"""EXPLANATION: of vote, before or after it, once, not by sponsors, for ten minutes."""

from dataclasses import replace

import pytest
from tests.rules.stage import DESK, REGISTRY, Given, given, observer, online, room
from tests.rules.voting_stage import ASK, P1, RECORDED, body, decided, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import explanations
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Modality, RequestKind, RequestState

EXPLAIN = c.RequestFloor(kind=RequestKind.EXPLANATION, proposal="p1")
HANDS = c.OpenVote(kind=QuestionKind.PROPOSAL, ref="p1")


def due(now: Given) -> list[str]:
    return [r.id for r in explanations.due(now.meeting, "3")]


def explained(before: Given) -> Given:
    """Italy has explained its vote (the last request)."""
    asked = before.done(EXPLAIN, by=room("ita"))
    last = list(asked.meeting.requests)[-1]
    return asked.done(c.CallSpeaker(request=last, reason="now")).done(c.GiveFloor()).done(c.EndStatement())


def test_explanation_an_explanation_is_asked_for_before_the_vote_or_after_it() -> None:
    for before in (tabled(), tried(), decided(tried().done(HANDS), 4, 0), decided(tried().done(HANDS), 0, 4)):
        request = before.done(EXPLAIN, by=room("ita")).meeting.requests["r1"]
        assert (request.kind, request.item, request.proposal) == (RequestKind.EXPLANATION, "3", "p1")
        assert request.seconds == 600
    by_flag = c.InscribeSpeaker(
        kind=RequestKind.EXPLANATION, proposal="p1", delegation="fra", modality=Modality.IN_PERSON
    )
    tabled().when(by_flag, by=DESK).accepted()
    tried().done(RECORDED).when(EXPLAIN, by=room("ita")).refused("voting")


def test_explanation_the_body_says_how_long_it_takes() -> None:
    assert tabled(explanation_seconds=120).done(EXPLAIN, by=room("ita")).meeting.requests["r1"].seconds == 120


def test_explanation_a_sponsor_does_not_explain() -> None:
    tabled().when(EXPLAIN, by=room("pan")).refused("sponsor-explains")


def test_explanation_nor_does_the_sponsor_of_an_amendment_on_which_the_body_decides() -> None:
    amend = c.TableAmendment(proposal="p1", text="Delete the word.", sponsors=("ita",))
    amended = tabled().done(amend, by=DESK)
    amended.when(EXPLAIN, by=room("ita")).refused("sponsor-explains")
    amended.when(EXPLAIN, by=room("fra")).accepted()
    put = amended.done(c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1"))
    for yes, no in ((4, 0), (0, 4)):
        decided(put, yes, no).when(EXPLAIN, by=room("ita")).refused("sponsor-explains")
    amended.done(c.WithdrawAmendment(amendment="a1"), by=DESK).when(EXPLAIN, by=room("ita")).accepted()


def test_explanation_once_for_each_delegation_and_proposal() -> None:
    asked = tabled().done(EXPLAIN, by=room("ita"))
    asked.when(EXPLAIN, by=online("ita")).refused("already-requested")
    asked.done(c.WithdrawRequest(request="r1"), by=room("ita")).when(EXPLAIN, by=room("ita")).accepted()
    heard = explained(tabled())
    heard.when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")
    heard.when(EXPLAIN, by=room("fra")).accepted()
    after = decided(explained(tried()).done(HANDS), 4, 0)
    after.when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")
    other = heard.done(replace(P1, symbol="L.3"), by=DESK)
    other.when(replace(EXPLAIN, proposal="p2"), by=room("ita")).accepted()


def test_explanation_once_more_when_the_body_votes_anew() -> None:
    voted = decided(explained(tried()).done(HANDS), 4, 0)
    voted.when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")
    reconsider = c.Move(kind=MotionKind.RECONSIDER, proposal="p1")
    moved = voted.done(reconsider, by=room("fra")).done(c.TakeUpMotion(motion="m1"))
    open_again = decided(moved.done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True)), 4, 0)
    explained(open_again).when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")


def test_explanation_once_in_whatever_meeting() -> None:
    over = explained(tried()).done(c.AdjournMeeting())
    inherit = c.InheritStanding(standing=standing_of(over.meeting))
    here = given(set_up=replace(body(), meeting="em10-4")).done(inherit, by=REGISTRY)
    here.when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")
    here.when(EXPLAIN, by=room("fra")).accepted()


def test_explanation_a_text_taken_as_read_is_one_and_one_broken_off_is_none() -> None:
    asked = tabled().done(EXPLAIN, by=room("ita"))
    read = asked.done(c.TakeAsRead(request="r1"))
    read.when(EXPLAIN, by=room("ita")).refused("explained", proposal="p1")
    broken_off = (
        asked.given_the_floor().done(c.PassOver()).done(c.WithdrawRequest(request="r1"), by=room("ita"))
    )
    broken_off.when(EXPLAIN, by=room("ita")).accepted()


def test_explanation_corrected_to_another_delegation_it_is_that_one_s() -> None:
    wrong = c.CorrectStatement(grant=1, delegation="fra", reason="the desk pressed the wrong name")
    corrected = explained(tabled()).done(wrong)
    corrected.when(EXPLAIN, by=room("fra")).refused("explained", proposal="p1")
    corrected.when(EXPLAIN, by=room("ita")).accepted()


@pytest.mark.parametrize("proposal", [None, "p9"])
def test_explanation_it_explains_a_vote_on_a_proposal(proposal: str | None) -> None:
    tabled().when(replace(EXPLAIN, proposal=proposal), by=room("ita")).refused("nothing-to-explain")


def test_explanation_nothing_is_explained_of_what_was_withdrawn() -> None:
    withdrawn = tabled().done(c.WithdrawProposal(proposal="p1"))
    withdrawn.when(EXPLAIN, by=room("ita")).refused("nothing-to-explain")


def test_explanation_it_is_for_those_who_vote() -> None:
    tabled().when(EXPLAIN, by=room("jpn")).refused("not-a-voter", delegation="jpn")
    tabled().when(EXPLAIN, by=observer("ita")).refused("listen-only")
    tabled().when(EXPLAIN, by=room("eu")).accepted()


def test_explanation_explanations_wait_while_the_proposal_is_debated() -> None:
    debated = tabled().asked(online("ind")).done(EXPLAIN, by=room("ita")).done(EXPLAIN, by=room("fra"))
    assert due(debated) == []
    assert due(debated.done(ASK)) == ["r2", "r3"]
    assert due(debated.done(ASK).done(c.AbandonConsensus())) == ["r2", "r3"]
    assert due(debated.done(ASK).done(c.DeclareDecided())) == ["r2", "r3"]
    assert due(debated.done(c.WithdrawRequest(request="r1"), by=online("ind"))) == ["r2", "r3"]


def test_explanation_the_chair_calls_them_before_statements_once_they_are_due() -> None:
    debated = tabled().asked(online("ind")).done(EXPLAIN, by=room("ita"))
    assert debated.done(c.CallNext()).meeting.requests["r1"].state is RequestState.CALLED
    turned = debated.done(ASK).done(c.AbandonConsensus()).done(c.CallNext()).meeting
    assert turned.requests["r2"].state is RequestState.CALLED
