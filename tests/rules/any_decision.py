"""What may well come next in a body that decides: what hypothesis draws from, as the meeting stands."""

from tests.rules.stage import CHAIR, DESK, room

from hemicycle.rules import commands as c
from hemicycle.rules import roll_call
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Choice, QuestionKind, Vote, VoteMethod
from hemicycle.rules.state.motions import MotionKind, MotionState
from hemicycle.rules.terms import RequestKind

LIMIT = c.ProposeLimit(seconds=180)
Asked = tuple[c.Command, c.Actor]


def likely(meeting: Meeting, pick: int) -> list[Asked]:
    """Who may well do what, as the meeting stands."""
    speaking, vote = meeting.speaking, meeting.vote
    if meeting.called is not None:
        return [(c.GiveFloor(), CHAIR), *_hasty(vote)]
    if speaking is not None and (vote is None or speaking.kind is RequestKind.POINT_OF_ORDER):
        point = speaking.kind is RequestKind.POINT_OF_ORDER
        return [(c.Rule(upheld=False) if point else c.EndStatement(), CHAIR), *_hasty(vote)]
    if vote is not None:
        return _while_voting(meeting, vote, pick)
    if meeting.consensus is not None:
        asked = meeting.consensus.question
        vote_instead = c.OpenVote(kind=asked.kind, ref=asked.ref)
        steps: list[c.Command] = [c.DeclareDecided(), c.AbandonConsensus(), vote_instead]
        return [(c.Object(), room("ind")), *((step, CHAIR) for step in steps)]
    if meeting.motion is not None:
        return [(command, CHAIR) for command in _put(QuestionKind.MOTION, meeting.motion.id, pick)]
    return _between_decisions(meeting, pick)


def _hasty(vote: Vote | None) -> list[Asked]:
    """What a chair might do who forgets the point of order."""
    if vote is None:
        return []
    return [(c.EnterCount(yes=2, no=1, abstentions=0), DESK), (c.CloseVote(), CHAIR)]


def _while_voting(meeting: Meeting, vote: Vote, pick: int) -> list[Asked]:
    choice = tuple(Choice)[pick // 7 % 3]
    called = roll_call.called(meeting)
    if called is not None:
        present = None if pick % 5 == 0 else choice
        return [(c.RecordVote(delegation=called, choice=present), DESK)]
    if vote.method is VoteMethod.RECORDED:
        voters = [(c.CastVote(choice=choice), room(d)) for d in ("eu", "pan", "ita", "ind")]
        return [*voters, (c.CloseVote(), CHAIR)]
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    count = c.EnterCount(yes=pick // 3 % 3, no=pick // 11 % 3, abstentions=0)
    return [(count, DESK), (c.CloseVote(), CHAIR), (count, DESK), (point, room("fra")), (c.CallNext(), CHAIR)]


def _between_decisions(meeting: Meeting, pick: int) -> list[Asked]:
    waiting = [m.id for m in meeting.motions.values() if m.state is MotionState.PENDING]
    by_chair: list[c.Command] = [c.TakeUpMotion(motion=key) for key in waiting]
    for proposal in meeting.proposals.values():
        by_chair += _put(QuestionKind.PROPOSAL, proposal.id, pick)
        for number in range(len(proposal.parts)):
            by_chair += _put(QuestionKind.PART, f"{proposal.id}/{number + 1}", pick)
    for key in meeting.amendments:
        by_chair += _put(QuestionKind.AMENDMENT, key, pick)
    delegates: list[c.Command] = [
        c.Appeal(),
        c.RequestFloor(kind=RequestKind.POINT_OF_ORDER),
        c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("One", "Two")),
        c.Move(kind=MotionKind.RECONSIDER, proposal="p1"),
    ]
    documents: list[c.Command] = [
        c.TableProposal(item="3", symbol=f"L.{pick % 9}", title="Draft", substantive=pick % 2 == 0),
        c.TableAmendment(proposal="p1", text="…", place=1),
    ]
    return [
        *((command, CHAIR) for command in [*by_chair, c.CallNext(), c.ResumeMeeting(), LIMIT]),
        *((command, room("ita")) for command in delegates),
        *((command, DESK) for command in documents),
    ]


def _put(kind: QuestionKind, ref: str, pick: int) -> list[c.Command]:
    method = tuple(VoteMethod)[pick // 13 % 4]
    vote = c.OpenVote(kind=kind, ref=ref, method=method, confirmed=pick % 2 == 0)
    return [c.AskConsensus(kind=kind, ref=ref), vote]
