"""What may still be done while the body decides (VOTE_LOCK).

Once voting has begun only points of order on its conduct interrupt it: they are raised, called, spoken to
and ruled upon. What does not move floor, list, item or phase goes on: votes and counts, clocks, presence,
readiness, booths and signals, corrections, who has the chair. All else is refused ``voting`` until the vote
is closed or cancelled.

APPEAL: one against a ruling on such a point goes to the vote at once, where the body says so, and the vote
that it interrupts is halted until the body has decided on it.

While consensus is asked, the meeting and its items stay as they are: ``question-put``.
"""

from hemicycle.rules import commands as c
from hemicycle.rules import conditions
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.floor import Level
from hemicycle.rules.terms import Agent, RequestId, RequestKind

FREE: frozenset[type[c.Command]] = frozenset(
    {
        c.HandOverChair,
        c.CastVote,
        c.RecordVote,
        c.EnterCount,
        c.CloseVote,
        c.CancelVote,
        c.Rule,
        c.ExtendTime,
        c.CallSpeakerToOrder,
        c.PauseSpeaking,
        c.ResumeSpeaking,
        c.MarkSound,
        c.MarkTested,
        c.StaffBooth,
        c.TakeMicrophone,
        c.ReleaseMicrophone,
        c.RequestHandover,
        c.AnswerHandover,
        c.CancelHandover,
        c.SetSource,
        c.SetChannel,
        c.RaiseSignal,
        c.AcknowledgeSignal,
        c.FinishSignal,
        c.CorrectStatement,
        c.CorrectVote,
        c.CorrectDecision,
    }
)
"""What a login may do while voting goes on, besides what concerns a point of order."""

HELD_BY_CONSENSUS: frozenset[type[c.Command]] = frozenset({c.AdjournMeeting, c.TakeUpItem, c.CloseItem})
"""What would take the question away that has been put."""


def keep(meeting: Meeting, stamped: c.Stamped) -> None:
    """Refuse ``voting`` and ``question-put`` to commands that wait until the body has decided."""
    if stamped.actor.agent is not Agent.LOGIN:
        return
    if type(stamped.command) in HELD_BY_CONSENSUS:
        conditions.nothing_put(meeting)
    elif not (
        type(stamped.command) in FREE
        or _on_a_point_of_order(meeting, stamped.command)
        or _on_an_appeal(meeting, stamped.command)
    ):
        conditions.no_vote(meeting)


def _on_a_point_of_order(meeting: Meeting, command: c.AnyCommand) -> bool:
    """Whether the command raises, calls or gives the floor to a point of order, or ends it."""
    match command:
        case c.RequestFloor(kind=kind) | c.InscribeSpeaker(kind=kind):
            return kind is RequestKind.POINT_OF_ORDER
        case (
            c.WithdrawRequest(request=request)
            | c.ChangeModality(request=request)
            | c.CallSpeaker(request=request)
        ):
            return _is_point(meeting, request)
        case c.CallNext():
            return bool(meeting.points_of_order())
        case c.GiveFloor() | c.PassOver() | c.TakeBackCall() | c.EndStatement():
            if meeting.called is not None:
                return _is_point(meeting, meeting.called.request)
            return meeting.speaking is not None and meeting.speaking.kind is RequestKind.POINT_OF_ORDER
        case _:
            return False


def _on_an_appeal(meeting: Meeting, command: c.AnyCommand) -> bool:
    """Whether the command appeals against a ruling on such a point, or deals with that appeal."""
    match command:
        case c.Appeal():
            vote = meeting.vote
            on_appeal = vote is not None and vote.question.kind is QuestionKind.APPEAL
            return meeting.ruling is not None and not on_appeal and _interrupts(meeting)
        case c.OpenVote(kind=kind) | c.AskMethod(kind=kind):
            return meeting.vote is None and kind is QuestionKind.APPEAL
        case c.EndStatement():
            top = meeting.speaking
            return meeting.vote is None and top is not None and top.level is Level.APPEAL
        case _:
            return False


def _interrupts(meeting: Meeting) -> bool:
    rules = None if meeting.procedure is None else meeting.procedure.decisions
    return rules is not None and rules.appeals_interrupt


def _is_point(meeting: Meeting, key: RequestId) -> bool:
    request = meeting.requests.get(key)
    return request is not None and request.kind is RequestKind.POINT_OF_ORDER
