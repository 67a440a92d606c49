"""CORRECTION: a wrong delegation, time, vote or result is put right; what was written stays in the log."""

from dataclasses import replace

from tests.rules.stage import (
    DESK,
    REGISTRY,
    Given,
    at,
    given,
    in_session,
    online,
    room,
    seconds,
    whole,
)
from tests.rules.voting_stage import RECORDED, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.decisions import Choice, ProposalState, QuestionKind, Tally, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.people import Holder
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import HolderKind, RequestKind
from hemicycle.views.podium import project

NOON = "12:00:00"
HAND_ON = c.HandOnStanding(to="em10-4", items=("3",))
WRONG = "the desk pressed the wrong name"
ITALY = Holder(kind=HolderKind.DELEGATION, ref="ita")


def heard() -> Given:
    """Panama was heard for two minutes on item 3."""
    speaking = in_session(whole()).asked(online("pan")).given_the_floor("10:00:00")
    return speaking.done(c.EndStatement(), clock="10:02:00")


def adjourned(before: Given | None = None) -> Given:
    return (before or heard()).done(c.AdjournMeeting(), clock="11:00:00")


def handed_on() -> Given:
    return adjourned().done(HAND_ON, by=REGISTRY, clock=NOON)


def voted(method: VoteMethod = VoteMethod.RECORDED) -> Given:
    """Proposal p1, of procedure: Panama and Italy for it, India against."""
    tabled = in_session(whole()).done(
        c.TableProposal(item="3", symbol="L.1", title="Programme of work", substantive=False)
    )
    opened = tabled.done(c.OpenVote(kind=QuestionKind.PROPOSAL, ref="p1", method=method))
    if method is not VoteMethod.RECORDED:
        return opened.done(c.EnterCount(yes=2, no=1, abstentions=0)).done(c.CloseVote())
    for who, choice in (("pan", Choice.YES), ("ita", Choice.YES), ("ind", Choice.NO)):
        opened = opened.done(c.CastVote(choice=choice), by=room(who))
    return opened.done(c.CloseVote())


def vote(who: str, choice: Choice | None) -> c.CorrectVote:
    return c.CorrectVote(decision=1, delegation=who, choice=choice, reason=WRONG)


def result(*, carried: bool, yes: int | None = None, no: int | None = None) -> c.CorrectDecision:
    return c.CorrectDecision(decision=1, carried=carried, reason=WRONG, yes=yes, no=no)


def test_correction_the_turn_was_another_delegations() -> None:
    outcome = heard().when(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG), by=DESK, clock=NOON)
    outcome.then(e.StatementCorrected(grant=1, at=at(NOON), holder=ITALY, reason="cmd"))
    after = outcome.accepted().meeting
    assert (after.spoken[1].holder, after.spoken[1].corrected) == (ITALY, True)
    assert after.heard["3", "pan"] == Heard(item="3", delegation="pan")
    assert after.heard["3", "ita"] == Heard(item="3", delegation="ita", statements=1)


def test_correction_the_turn_lasted_longer() -> None:
    longer = c.CorrectStatement(grant=1, spoken_ms=150_000, reason=WRONG)
    after = heard().done(longer, clock=NOON).meeting
    assert after.spoken[1].spoken == seconds(150)
    assert after.heard["3", "pan"].statements == 1


def test_correction_also_after_the_meeting() -> None:
    assert adjourned().when(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG)).events


def test_correction_of_what_the_next_meeting_has_taken_over_is_made_there() -> None:
    handed_on().when(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG)).refused("turn-handed-on")
    assert handed_on().when(c.CorrectStatement(grant=1, spoken_ms=1, reason=WRONG)).events
    decided = adjourned(voted()).done(HAND_ON, by=REGISTRY, clock=NOON)
    decided.when(vote("ita", Choice.NO)).refused("handed-on")
    decided.when(vote("ind", Choice.ABSTENTION)).refused("handed-on")
    elsewhere = adjourned(voted()).done(replace(HAND_ON, items=("2",)), by=REGISTRY, clock=NOON)
    assert elsewhere.when(vote("ita", Choice.NO)).events, "its item did not go on"
    other = adjourned().done(replace(HAND_ON, items=("2",)), by=REGISTRY, clock=NOON)
    assert other.when(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG)).events


def test_correction_of_what_ended_with_the_meeting_is_made_in_its_own_record() -> None:
    agreed = heard().done(c.AskConsensus(kind=QuestionKind.AGENDA)).done(c.DeclareDecided())
    over = adjourned(agreed).done(HAND_ON, by=REGISTRY, clock=NOON)
    assert over.when(result(carried=False)).events


def next_meeting(former: Given) -> Given:
    """The fourth meeting, which has taken over what the third left."""
    set_up = replace(whole(), meeting="em10-4", number=4)
    command = c.InheritStanding(standing=standing_of(former.meeting))
    return given(set_up=set_up).done(command, by=REGISTRY, clock="14:00:00")


def test_correction_of_an_inherited_result_is_made_where_the_proposal_stands_now() -> None:
    here = next_meeting(adjourned(voted()))
    assert here.meeting.proposals["p1"].state is ProposalState.ADOPTED
    wrong = replace(vote("ita", Choice.NO), meeting="em10-3")
    corrected = here.when(wrong, by=DESK, clock="14:30:00")
    corrected.then(
        e.DecisionCorrected(
            number=1,
            carried=False,
            at=at("14:30:00"),
            tally=Tally(yes=1, no=2, abstentions=0, absent=1),
            ballots={"pan": Choice.YES, "ind": Choice.NO, "ita": Choice.NO},
            reason="cmd",
            meeting="em10-3",
        )
    )
    after = corrected.accepted().meeting
    assert after.proposals["p1"].state is ProposalState.REJECTED
    assert after.earlier[0].corrected
    (told,) = project(after).earlier
    assert (told.meeting, told.number, told.carried) == ("em10-3", 1, False)
    assert after.decisions == ()
    here.when(vote("ita", Choice.NO)).refused("unknown-decision", decision=1)
    here.when(replace(wrong, meeting="em10-2")).refused("unknown-decision", decision=1)


def test_correction_of_an_inherited_result_goes_on_from_meeting_to_meeting() -> None:
    fourth = next_meeting(adjourned(voted())).done(c.CallToOrder(), clock="15:00:00")
    over = fourth.done(c.AdjournMeeting(), clock="16:00:00")
    fifth = next_meeting(over)
    wrong = replace(result(carried=False), meeting="em10-3")
    fifth.when(wrong).refused("result-follows")
    by_name = replace(vote("ita", Choice.NO), meeting="em10-3")
    assert fifth.done(by_name).meeting.proposals["p1"].state is ProposalState.REJECTED
    over.done(replace(HAND_ON, to="em10-5"), by=REGISTRY).when(by_name).refused("handed-on")


def test_correction_of_an_inherited_result_leaves_what_was_decided_again_here() -> None:
    here = next_meeting(adjourned(voted())).done(c.CallToOrder()).done(c.TakeUpItem(item="3"))
    moved = here.done(c.Move(kind=MotionKind.RECONSIDER, proposal="p1"), by=room("ind"))
    put = moved.done(c.TakeUpMotion(motion="m1")).done(
        c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True)
    )
    reopened = put.done(c.EnterCount(yes=4, no=0, abstentions=0)).done(c.CloseVote())
    wrong = replace(vote("ita", Choice.NO), meeting="em10-3")
    assert reopened.done(wrong).meeting.proposals["p1"].state is ProposalState.TABLED
    again = reopened.done(c.OpenVote(kind=QuestionKind.PROPOSAL, ref="p1"))
    adopted = again.done(c.EnterCount(yes=4, no=0, abstentions=0)).done(c.CloseVote())
    assert adopted.done(wrong).meeting.proposals["p1"].state is ProposalState.ADOPTED


def test_correction_names_a_turn_that_has_ended_what_was_wrong_and_why() -> None:
    heard().when(c.CorrectStatement(grant=2, spoken_ms=1, reason=WRONG)).refused("unknown-turn", grant=2)
    speaking = in_session(whole()).asked(online("pan")).given_the_floor()
    speaking.when(c.CorrectStatement(grant=1, spoken_ms=1, reason=WRONG)).refused("unknown-turn", grant=1)
    heard().when(c.CorrectStatement(grant=1, spoken_ms=1, reason=" ")).refused("correction-needs-reason")
    heard().when(c.CorrectStatement(grant=1, spoken_ms=-1, reason=WRONG)).refused("bad-correction")
    heard().when(c.CorrectStatement(grant=1, reason=WRONG)).refused("nothing-to-correct")
    same = c.CorrectStatement(grant=1, delegation="pan", spoken_ms=120_000, reason=WRONG)
    heard().when(same).refused("nothing-to-correct")
    heard().when(replace(same, delegation="atl")).refused("unknown-delegation", delegation="atl")


def test_correction_of_a_reply_moves_its_count() -> None:
    closed = heard().done(c.CloseList(item="3")).done(c.RequestFloor(kind=RequestKind.REPLY), by=room("fra"))
    replied = closed.given_the_floor().done(c.EndStatement())
    after = replied.done(c.CorrectStatement(grant=2, delegation="ita", reason=WRONG)).meeting
    assert (after.heard["3", "fra"].replies, after.heard["3", "ita"].replies) == (0, 1)


def test_correction_of_a_turn_that_was_broken_off_leaves_the_counts() -> None:
    broken = in_session(whole()).asked(online("pan")).given_the_floor().done(c.PassOver(), clock="10:01:00")
    after = broken.done(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG)).meeting
    assert after.heard == {}
    assert after.spoken[1].holder == ITALY


def test_correction_of_a_vote_the_result_follows() -> None:
    outcome = voted().when(vote("ita", Choice.NO), clock=NOON)
    outcome.then(
        e.DecisionCorrected(
            number=1,
            carried=False,
            at=at(NOON),
            tally=Tally(yes=1, no=2, abstentions=0, absent=1),
            ballots={"pan": Choice.YES, "ind": Choice.NO, "ita": Choice.NO},
            reason="cmd",
        )
    )
    after = outcome.accepted().meeting
    assert (after.decisions[0].carried, after.decisions[0].corrected) == (False, True)
    assert after.proposals["p1"].state is ProposalState.REJECTED


def test_correction_of_a_vote_that_was_not_recorded_or_not_cast() -> None:
    missed = voted().done(vote("fra", Choice.NO)).meeting.decisions[0]
    assert missed.tally == Tally(yes=2, no=2, abstentions=0, absent=0)
    assert missed.carried is False
    never = voted().done(vote("ind", None)).meeting.decisions[0]
    assert never.tally == Tally(yes=2, no=0, abstentions=0, absent=2)
    assert "ind" not in never.ballots


def test_correction_of_a_vote_names_one_that_there_is() -> None:
    voted().when(replace(vote("ita", Choice.NO), decision=2)).refused("unknown-decision", decision=2)
    voted().when(vote("jpn", Choice.NO)).refused("no-such-ballot", delegation="jpn")
    voted().when(vote("ita", Choice.YES)).refused("nothing-to-correct")
    voted(VoteMethod.SHOW_OF_HANDS).when(vote("ita", Choice.NO)).refused("no-ballots", decision=1)
    voted().when(replace(vote("ita", Choice.NO), reason="")).refused("correction-needs-reason")


def test_correction_of_a_count_of_hands() -> None:
    by_hand = voted(VoteMethod.SHOW_OF_HANDS)
    corrected = by_hand.done(result(carried=False, no=2)).meeting
    assert corrected.decisions[0].tally == Tally(yes=2, no=2, abstentions=0, absent=0)
    assert corrected.proposals["p1"].state is ProposalState.REJECTED
    by_hand.when(result(carried=True, no=2)).refused("result-follows")
    by_hand.when(result(carried=True, yes=2)).refused("nothing-to-correct")
    by_hand.when(result(carried=True, yes=-1)).refused("bad-correction")


def test_correction_no_more_votes_are_counted_than_there_are_states() -> None:
    by_hand = voted(VoteMethod.SHOW_OF_HANDS)
    by_hand.when(result(carried=True, yes=4)).refused("bad-correction")
    after = by_hand.done(result(carried=True, yes=3)).meeting.decisions[0]
    assert after.tally == Tally(yes=3, no=1, abstentions=0, absent=0)


def test_correction_an_organization_has_no_vote_beside_its_members() -> None:
    both = tried().done(RECORDED)
    for who in ("pan", "ita"):
        both = both.done(c.CastVote(choice=Choice.NO), by=room(who))
    closed = both.done(c.CloseVote())
    closed.when(vote("eu", Choice.YES)).refused("members-voted", member="ita")
    for_italy = closed.done(vote("ita", None)).done(vote("eu", Choice.YES))
    assert for_italy.meeting.decisions[0].tally == Tally(yes=2, no=1, abstentions=0, absent=1)
    for_italy.when(vote("fra", Choice.YES)).refused("reio-voted", organization="eu")
    voted().when(result(carried=False, no=3)).refused("result-follows")
    voted().when(result(carried=False)).refused("result-follows")


def test_correction_of_a_consensus_that_was_none() -> None:
    tabled = in_session(whole()).done(c.TableProposal(item="3", symbol="L.1", title="Conclusions"))
    agreed = tabled.done(c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p1")).done(c.DeclareDecided())
    agreed.when(result(carried=True)).refused("nothing-to-correct")
    agreed.when(result(carried=False, yes=1)).refused("result-follows")
    after = agreed.done(result(carried=False)).meeting
    assert after.proposals["p1"].state is ProposalState.REJECTED


def test_correction_of_a_decision_leaves_the_proposal_once_the_body_has_decided_again() -> None:
    decided = voted()
    again = replace(decided.meeting.decisions[0], number=2)
    meeting = replace(decided.meeting, decisions=(*decided.meeting.decisions, again))
    after = Given(meeting).done(vote("ita", Choice.NO)).meeting
    assert (after.decisions[0].carried, after.decisions[1].carried) == (False, True)
    assert after.proposals["p1"].state is ProposalState.ADOPTED
