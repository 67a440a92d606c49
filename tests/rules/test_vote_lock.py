"""VOTE_LOCK: once voting has begun only a point of order on its conduct interrupts it."""

from typing import get_args

import pytest
from tests.rules.stage import CHAIR, CLOCK, DESK, PRESENCE, Given, at, online, room
from tests.rules.voting_stage import ASK, RECORDED, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import vote_lock
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Choice, QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Fitness, HolderKind, Modality, RequestKind

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
FLAG = c.InscribeSpeaker(kind=RequestKind.POINT_OF_ORDER, delegation="fra", modality=Modality.IN_PERSON)
YES = c.CastVote(choice=Choice.YES)


def voting() -> Given:
    """Panama (r1) and Italy (r2) are on the list; the vote on p1 is open."""
    return tried().asked(online("pan"), online("ita")).done(RECORDED)


def with_a_point() -> Given:
    """And France has raised a point of order (r3)."""
    return voting().done(POINT, by=room("fra"))


@pytest.mark.parametrize(
    "command, by",
    [
        (c.SuspendMeeting(), CHAIR),
        (c.AdjournMeeting(), CHAIR),
        (c.CloseItem(item="3", confirmed=True), CHAIR),
        (c.TakeUpItem(item="4"), CHAIR),
        (c.CloseList(item="3"), CHAIR),
        (c.AnnounceList(item="3"), CHAIR),
        (c.RequestFloor(), room("ind")),
        (c.RequestFloor(kind=RequestKind.EXPLANATION, proposal="p1"), room("ind")),
        (c.InscribeSpeaker(delegation="ind", modality=Modality.IN_PERSON), DESK),
        (c.WithdrawRequest(request="r1"), online("pan")),
        (c.ChangeModality(request="r1"), room("pan")),
        (c.CallNext(), CHAIR),
        (c.CallSpeaker(request="r1"), CHAIR),
        (c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary"), CHAIR),
        (c.MoveRequest(request="r2", before="r1", reason="She leaves."), CHAIR),
        (c.FreezeHead(item="3", count=1), CHAIR),
        (c.Move(kind=MotionKind.SUSPEND_MEETING), room("ita")),
        (c.TableProposal(item="3", symbol="L.3", title="Another"), DESK),
        (c.AskConsensus(kind=QuestionKind.AGENDA), CHAIR),
        (c.OpenVote(kind=QuestionKind.AGENDA), CHAIR),
        (c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.AGENDA), room("pan")),
    ],
)
def test_vote_lock_what_moves_floor_list_item_or_phase_waits(command: c.AnyCommand, by: c.Actor) -> None:
    voting().when(command, by=by).refused("voting")
    decided_otherwise = voting().done(c.CancelVote(reason="To show what the lock did."))
    outcome = decided_otherwise.when(command, by=by)
    assert outcome.refusal is None or outcome.refusal.code != "voting"


def test_vote_lock_a_point_of_order_is_raised_called_heard_and_ruled_upon() -> None:
    called = with_a_point().done(c.CallNext())
    assert called.meeting.called is not None
    assert called.meeting.called.request == "r3"
    speaking = called.done(c.GiveFloor()).done(c.PauseSpeaking())
    ruled = speaking.done(c.Rule(upheld=True))
    assert ruled.meeting.floor == ()
    ruled.when(c.CallNext()).refused("voting")
    ruled.when(YES, by=room("pan")).accepted()


def test_vote_lock_a_point_of_order_may_be_inscribed_withdrawn_passed_over_and_called_by_name() -> None:
    voting().when(FLAG, by=DESK).accepted()
    with_a_point().when(c.WithdrawRequest(request="r3"), by=room("fra")).accepted()
    with_a_point().when(c.ChangeModality(request="r3"), by=online("fra")).accepted()
    called = with_a_point().done(c.CallSpeaker(request="r3"))
    called.when(c.TakeBackCall()).accepted()
    called.when(c.PassOver()).accepted()
    called.done(c.GiveFloor()).when(c.TakeBackCall()).accepted()


def appealed() -> Given:
    """France's point on the conduct of the voting was ruled on, and Italy appeals."""
    voted = with_a_point().done(YES, by=room("pan"))
    return voted.given_the_floor().done(c.Rule(upheld=False)).done(c.Appeal(), by=room("ita"))


def test_vote_lock_an_appeal_against_a_ruling_on_its_conduct_halts_the_vote() -> None:
    vote = appealed().meeting.vote
    assert vote is not None
    assert vote.question.kind is QuestionKind.APPEAL
    appealed().when(YES, by=room("ita")).refused("no-voting-by-name")
    appealed().when(c.Appeal(), by=room("ind")).refused("voting")
    counted = appealed().done(c.EnterCount(yes=3, no=1, abstentions=0), by=DESK)
    goes_on = counted.done(c.CloseVote())
    assert goes_on.meeting.floor == ()
    assert goes_on.meeting.vote == with_a_point().done(YES, by=room("pan")).meeting.vote
    ended = goes_on.done(YES, by=room("ind")).done(c.CloseVote()).meeting
    assert [d.question.kind for d in ended.decisions] == [QuestionKind.APPEAL, QuestionKind.PROPOSAL]
    assert ended.decisions[1].ballots == {"pan": Choice.YES, "ind": Choice.YES}


def test_vote_lock_the_lock_holds_while_the_appeal_s_own_vote_is_opened_anew() -> None:
    cancelled = appealed().done(c.CancelVote(reason="a roll call is asked for"))
    cancelled.when(c.RequestFloor(), by=room("ind")).refused("voting")
    cancelled.when(c.OpenVote(kind=QuestionKind.AGENDA)).refused("voting")
    by_roll = c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.APPEAL, ref="r3")
    again = cancelled.done(by_roll, by=room("ind")).done(c.OpenVote(kind=QuestionKind.APPEAL, ref="r3"))
    assert again.meeting.vote is not None
    assert again.meeting.vote.method is VoteMethod.ROLL_CALL
    withdrawn = cancelled.done(c.EndStatement(), by=room("ita"))
    withdrawn.when(YES, by=room("ind")).accepted()


def test_vote_lock_where_the_body_says_so_no_appeal_interrupts_a_vote() -> None:
    voting = tried(appeals_interrupt=False).done(RECORDED).done(POINT, by=room("fra"))
    ruled = voting.given_the_floor().done(c.Rule(upheld=False))
    ruled.when(c.Appeal(), by=room("ita")).refused("voting")
    ruled.done(c.CloseVote()).when(c.Appeal(), by=room("ita")).refused("no-ruling")


def test_vote_lock_a_ruling_of_before_the_vote_is_no_longer_appealed_against() -> None:
    ruled = tried().done(POINT, by=room("fra")).given_the_floor().done(c.Rule(upheld=False))
    ruled.done(RECORDED).when(c.Appeal(), by=room("ita")).refused("voting")
    ruled.done(RECORDED).done(c.CloseVote()).when(c.Appeal(), by=room("ita")).refused("no-ruling")


def test_vote_lock_no_result_is_declared_over_a_point_that_is_called_or_heard() -> None:
    called = with_a_point().done(c.CallNext())
    called.when(c.CloseVote()).refused("speaker-called")
    heard = called.done(c.GiveFloor())
    heard.when(c.CloseVote()).refused("point-on-the-floor")
    heard.done(c.Rule(upheld=True)).when(c.CloseVote()).accepted()
    with_a_point().when(c.CloseVote()).accepted()


@pytest.mark.parametrize("kind", [MotionKind.SUSPEND_MEETING, MotionKind.ADJOURN_MEETING])
def test_vote_lock_no_meeting_ends_over_a_point_that_is_called_or_heard(kind: MotionKind) -> None:
    moved = tried().asked(online("pan")).given_the_floor().done(c.Move(kind=kind), by=room("ind"))
    put = moved.done(c.TakeUpMotion(motion="m1")).done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1"))
    counted = put.done(c.EnterCount(yes=3, no=0, abstentions=0), by=DESK).done(POINT, by=room("fra"))
    called = counted.done(c.CallNext())
    called.when(c.CloseVote()).refused("speaker-called")
    called.done(c.GiveFloor()).when(c.CloseVote()).refused("point-on-the-floor")
    over = called.done(c.GiveFloor()).done(c.Rule(upheld=False)).done(c.CloseVote()).meeting
    assert (over.called, over.floor, over.vote) == (None, (), None)


def test_vote_lock_clocks_presence_readiness_and_the_chair_go_on() -> None:
    given = voting()
    given.when(c.NotePresence(delegation="pan", present=True), by=PRESENCE).accepted()
    given.when(c.MarkSound(participant="pan-online", fitness=Fitness.FIT), by=DESK).accepted()
    given.when(c.HandOverChair(to="vice")).accepted()
    closing = tried().done(c.SetListClosing(item="3", closes_at=at("10:30:00"))).done(RECORDED)
    closing.when(c.CloseListOnTime(item="3", closes_at=at("10:30:00")), by=CLOCK, clock="10:30:00").accepted()


def test_vote_lock_the_lock_ends_with_the_vote() -> None:
    ended = voting().done(c.CloseVote())
    ended.when(c.CallNext()).accepted()
    voting().done(c.CancelVote(reason="The system failed.")).when(c.CallNext()).accepted()


def refused_while_voting(kind: type[c.Command]) -> str | None:
    try:
        vote_lock.keep(voting().meeting, _bare(kind))
    except Refused as refusal:
        return refusal.code
    return None


def test_vote_lock_what_is_free_is_named_and_all_else_is_locked() -> None:
    """A command that is new waits during a vote until it is named: the lock fails safe."""
    for kind in get_args(c.Command):
        assert refused_while_voting(kind) == (None if kind in vote_lock.FREE else "voting")


def _bare(kind: type[c.Command]) -> c.Stamped:
    """The command without its fields: the lock reads at most its kind of request and which one it names."""
    command = object.__new__(kind)
    for name in ("kind", "request"):
        if name in kind.__dataclass_fields__:
            object.__setattr__(command, name, RequestKind.STATEMENT if name == "kind" else "r1")
    return c.Stamped(command=command, id="cmd", at=at("10:00:00"), actor=CHAIR, facts=c.Facts())


def test_vote_lock_consensus_holds_the_meeting_and_its_items_alone() -> None:
    asked = tabled().asked(online("pan")).done(ASK)
    asked.when(c.TakeUpItem(item="4")).refused("question-put")
    asked.when(c.CallNext()).accepted()
    asked.when(c.RequestFloor(), by=room("ind")).accepted()
