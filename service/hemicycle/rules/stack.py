"""The stack of the floor: statement < motion < point of order < appeal < advice, one frame of a level.

What is called at a higher level interrupts what is below, whose clock stands still. When it leaves the
floor, the frame below goes on with exactly the time that was left.
"""

from datetime import datetime

from hemicycle.rules import conditions
from hemicycle.rules.events import Event, FloorInterrupted, FloorReturned
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.floor import Grant, Level, Request

_HELD = {
    Level.STATEMENT: "floor-held",
    Level.MOTION: "floor-held",
    Level.POINT_OF_ORDER: "point-on-the-floor",
    Level.APPEAL: "appeal-on-the-floor",
    Level.ADVICE: "floor-held",
}


def below(meeting: Meeting, level: Level) -> None:
    """Refuse unless a frame of ``level`` may come on top: nobody is called, and all on the floor stand lower.

    Refuses ``speaker-called``, ``floor-held``, ``point-on-the-floor``, ``appeal-on-the-floor``.
    """
    if meeting.called is not None:
        raise Refused("speaker-called")
    top = meeting.speaking
    if top is not None and top.level >= level:
        raise Refused(_HELD[top.level])


def no_point(meeting: Meeting) -> None:
    """Refuse ``speaker-called`` and ``point-on-the-floor`` while a point of order is heard."""
    if meeting.called is not None:
        raise Refused("speaker-called")
    if meeting.speaking is not None and meeting.speaking.level is Level.POINT_OF_ORDER:
        raise Refused(_HELD[Level.POINT_OF_ORDER])


def clear(meeting: Meeting, level: Level) -> None:
    """As ``below``, and whoever stands lower was interrupted and waits; else ``floor-held``."""
    below(meeting, level)
    if meeting.speaking is not None and meeting.speaking.interrupted_at is None:
        raise Refused("floor-held")


def free_for(meeting: Meeting, kind: QuestionKind) -> None:
    """Refuse unless a question of this kind may be put to the body now.

    Proposals need a free floor; a motion may be put while a speaker whom it interrupted waits; an appeal
    is put on top of all. Refusals as in ``below``, ``motion-taken-up``, and ``no-ruling`` without an appeal.
    """
    match kind:
        case QuestionKind.APPEAL:
            if meeting.speaking is None or meeting.speaking.level is not Level.APPEAL:
                raise Refused("no-ruling")
        case QuestionKind.MOTION:
            clear(meeting, Level.MOTION)
        case _:
            conditions.no_motion(meeting)
            conditions.floor_free(meeting)


def interrupted(meeting: Meeting, at: datetime) -> list[Event]:
    """The clock of whoever speaks stands still from ``at``; nothing where nobody does, or it does already."""
    grant = meeting.speaking
    if grant is None or grant.interrupted_at is not None:
        return []
    return [FloorInterrupted(grant=grant.id, at=at)]


def returned(
    meeting: Meeting, at: datetime, *, without: Request | Grant | None = None, motion_over: bool = False
) -> list[Event]:
    """Who was interrupted has the floor and the time left again, once ``without`` is off it.

    While a motion is taken up the statement below waits, unless it is the motion that is over.
    """
    gone = without.id if isinstance(without, Grant) else None
    asked = without.id if isinstance(without, Request) else None
    left = [g for g in meeting.floor if g.id != gone and (asked is None or g.request != asked)]
    if not left or left[-1].interrupted_at is None:
        return []
    grant = left[-1]
    if meeting.motion is not None and grant.level < Level.MOTION and not motion_over:
        return []
    ends_at = grant.ends_at
    if ends_at is not None and grant.paused_at is None:
        ends_at += at - left[-1].interrupted_at
    return [FloorReturned(grant=grant.id, at=at, ends_at=ends_at)]
