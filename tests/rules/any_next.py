"""What may well come next in a meeting: else chance would seldom reach a speaker who is interrupted."""

from tests.rules.any_command import CHAIR, DELEGATES, LANGUAGE

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Question, QuestionKind
from hemicycle.rules.state.floor import Level
from hemicycle.rules.state.motions import Motion, MotionKind, MotionState
from hemicycle.rules.terms import Phase, RequestKind

SPEAKERS = [d for d in DELEGATES if not str(d.participant).endswith("-observer")]
_point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
_reply = c.RequestFloor(kind=RequestKind.REPLY)
_sides = (
    c.RequestFloor(kind=RequestKind.FOR_MOTION),
    c.RequestFloor(kind=RequestKind.AGAINST_MOTION),
)
_moved = (
    c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=240, statements=2),
    c.Move(kind=MotionKind.CLOSE_DEBATE),
    c.Move(kind=MotionKind.SUSPEND_MEETING),
    c.Move(kind=MotionKind.ADJOURN_DEBATE),
)


def plausible(meeting: Meeting, pick: int) -> tuple[c.AnyCommand, Actor]:
    """A command and who gives it, by a number that is drawn."""
    delegate = SPEAKERS[pick % len(SPEAKERS)]
    choices = _choices(meeting, str(delegate.participant), pick)
    chosen = choices[pick // len(SPEAKERS) % len(choices)]
    own = isinstance(chosen, c.RequestFloor | c.Move | c.Appeal | c.Object)
    return chosen, delegate if own else CHAIR


def _choices(meeting: Meeting, participant: str, pick: int) -> list[c.AnyCommand]:
    speaking, motion = meeting.speaking, meeting.motion
    if meeting.called is not None:
        line = c.NoteConnection(participant=participant, connected=False)
        return [*[c.GiveFloor()] * 5, c.PassOver(), c.TakeBackCall(), line, *_hasty(meeting)]
    if speaking is not None and speaking.level is Level.POINT_OF_ORDER:
        rulings: list[c.AnyCommand] = [c.Rule(upheld=True)] * 4
        rulings += _hasty(meeting)
        return [*rulings, c.ExtendTime(seconds=30), c.PauseSpeaking(), _point, c.PassOver()]
    if meeting.vote is not None:
        counted = meeting.vote.count is not None
        ends = c.CloseVote() if counted else c.EnterCount(yes=pick % 4, no=1, abstentions=0)
        return [ends, ends, _point, ends, c.CallNext(), *_appealing(meeting)]
    if motion is not None and (speaking is None or speaking.interrupted_at is not None):
        return _on_the_motion(motion)
    if speaking is not None:
        return _while_somebody_speaks(meeting, paused=speaking.paused_at is not None)
    return _on_a_free_floor(meeting)


def _hasty(meeting: Meeting) -> list[c.AnyCommand]:
    """What a chair might do who forgets the point of order."""
    if meeting.vote is None:
        return []
    return [c.EnterCount(yes=2, no=1, abstentions=0), c.CloseVote(), c.CloseVote()]


def _on_the_motion(motion: Motion) -> list[c.AnyCommand]:
    put = Question(kind=QuestionKind.MOTION, ref=motion.id)
    vote = c.OpenVote(kind=put.kind, ref=put.ref, confirmed=True)
    return [
        c.CallNext(),
        *_sides,
        c.CallNext(),
        vote,
        _point,
        vote,
        *_asked(motion),
        c.WithdrawMotion(motion=motion.id),
    ]


def _asked(motion: Motion) -> list[c.AnyCommand]:
    """How the question ends that is put with a limit of the chair's."""
    return [] if motion.delegation is not None else [c.DeclareDecided(), c.AbandonConsensus(), c.Object()]


def _while_somebody_speaks(meeting: Meeting, *, paused: bool) -> list[c.AnyCommand]:
    clock = c.ResumeSpeaking() if paused else c.PauseSpeaking()
    choices: list[c.AnyCommand] = [clock, _point, c.CallNext(), c.CallNext(), c.ExtendTime(seconds=60)]
    choices += [*[c.EndStatement()] * 4, c.PassOver(), *_sides, *_moved]
    return choices + _appealing(meeting) + _taking_up(meeting)


def _on_a_free_floor(meeting: Meeting) -> list[c.AnyCommand]:
    ask = c.RequestFloor(language=LANGUAGE)
    choices: list[c.AnyCommand] = [ask, c.CallNext(), ask, _point, c.CallNext(), *[_reply] * 3]
    choices += [c.WithdrawRequest(request=r.id) for r in meeting.waiting("3")[:1]]
    choices += [c.CloseList(item="3"), c.BeginReplies(), *_moved[:2], c.ProposeLimit(seconds=200)]
    if meeting.phase is Phase.SUSPENDED:
        choices.append(c.ResumeMeeting())
    if meeting.item is None:
        choices += [c.TakeUpItem(item="3")] * 3
    return choices + _appealing(meeting) + _taking_up(meeting)


def _appealing(meeting: Meeting) -> list[c.AnyCommand]:
    ruling = meeting.ruling
    return [] if ruling is None or ruling.appealed_by is not None else [c.Appeal()] * 12


def _taking_up(meeting: Meeting) -> list[c.AnyCommand]:
    pending = [m.id for m in meeting.motions.values() if m.state is MotionState.PENDING]
    return [c.TakeUpMotion(motion=m) for m in pending for _ in range(2)]
