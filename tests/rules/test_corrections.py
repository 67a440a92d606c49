"""CORRECTION: a wrong delegation, time, vote or result is put right; what was written stays in the log."""

from dataclasses import replace

from tests.rules.stage import DESK, Given, at, in_session, online, room, seconds, whole
from tests.rules.voting_stage import RECORDED, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.state.decisions import Choice, ProposalState, QuestionKind, Tally, VoteMethod
from hemicycle.rules.state.people import Holder
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import HolderKind, RequestKind

NOON = "12:00:00"
WRONG = "the desk pressed the wrong name"
ITALY = Holder(kind=HolderKind.DELEGATION, ref="ita")


def heard() -> Given:
    """Panama was heard for two minutes on item 3."""
    speaking = in_session(whole()).asked(online("pan")).given_the_floor("10:00:00")
    return speaking.done(c.EndStatement(), clock="10:02:00")


def adjourned(before: Given | None = None) -> Given:
    return (before or heard()).done(c.AdjournMeeting(), clock="11:00:00")


def handed_on() -> Given:
    return Given(replace(adjourned().meeting, handed_on=("em10-4",)))


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


def result(*, carried: bool, **figures: int) -> c.CorrectDecision:
    return c.CorrectDecision(decision=1, carried=carried, reason=WRONG, **figures)


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
    handed_on().when(c.CorrectStatement(grant=1, delegation="ita", reason=WRONG)).refused("handed-on")
    assert handed_on().when(c.CorrectStatement(grant=1, spoken_ms=1, reason=WRONG)).events
    decided = Given(replace(voted().meeting, handed_on=("em10-4",)))
    decided.when(vote("ita", Choice.NO)).refused("handed-on")
    assert decided.when(vote("ind", Choice.ABSTENTION)).events


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
