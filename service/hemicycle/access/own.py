"""What is one's own: the delegation's for which a login acts, the booth's in which it interprets. Pure."""

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, Command
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import DelegationId


def concerns_own(meeting: Meeting, command: Command, actor: Actor) -> bool:
    """Whether the command concerns the actor's delegation, or nothing that is there (the rules say so)."""
    if actor.delegation is None:
        return False
    match command:
        case c.RequestFloor() | c.CastVote() | c.AskToRespond():
            return True
        case c.WithdrawRequest(request=key) if key in meeting.requests:
            return actor.delegation in {(of := meeting.requests[key]).delegation, *of.joint}
        case (
            c.Move()
            | c.Appeal()
            | c.Object()
            | c.LiftObjection()
            | c.AskMethod()
            | c.JoinStatement()
            | c.DeclineToJoin()
        ):
            return command.delegation in {None, actor.delegation}
        case _:
            return _owner(meeting, command) in {None, actor.delegation}


def _owner(meeting: Meeting, command: Command) -> DelegationId | None:
    """Whose motion, request or statement the command is about; None where there is no such thing."""
    match command:
        case c.WithdrawMotion(motion=key):
            return None if key not in meeting.motions else meeting.motions[key].delegation or ""
        case c.WithdrawRequest(request=key) | c.ChangeModality(request=key):
            return None if key not in meeting.requests else meeting.requests[key].delegation
        case _:
            return None if meeting.speaking is None else meeting.speaking.holder.delegation or ""


def in_own_booth(meeting: Meeting, command: Command, actor: Actor) -> bool:
    """Whether the actor interprets in the booth that the command names (for a signal: that raised it).

    Sound is heard in every booth, and where the meeting has none by all interpreters. Of slow down nobody
    knows the booth: any interpreter of the meeting says that it is over.
    """
    match command:
        case c.MarkSound():
            return not meeting.booths or any(_interprets(meeting, booth, actor) for booth in meeting.booths)
        case c.FinishSignal(signal=key):
            signal = meeting.signals.get(key)
            if signal is None:
                return True
            booths = meeting.booths if signal.booth is None else (signal.booth,)
            return any(_interprets(meeting, booth, actor) for booth in booths)
        case (
            c.TakeMicrophone(booth=named)
            | c.ReleaseMicrophone(booth=named)
            | c.RequestHandover(booth=named)
            | c.AnswerHandover(booth=named)
            | c.CancelHandover(booth=named)
            | c.SetSource(booth=named)
            | c.SetChannel(booth=named)
            | c.RaiseSignal(booth=named)
        ):
            return named not in meeting.booths or _interprets(meeting, named, actor)
        case _:
            return False


def _interprets(meeting: Meeting, booth: str, actor: Actor) -> bool:
    staff = meeting.booths[booth].interpreters if booth in meeting.booths else ()
    return actor.participant is not None and actor.participant in {i.participant for i in staff}
