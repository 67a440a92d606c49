"""Meetings in which somebody moves: under the whole procedure, at ten past ten."""

from tests.rules.stage import (
    Given,
    at,
    in_session,
    online,
    room,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import motions
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import (
    RequestKind,
)

NOON = "10:10:00"
ADJOURN_DEBATE = c.Move(kind=MotionKind.ADJOURN_DEBATE)
CLOSE_DEBATE = c.Move(kind=MotionKind.CLOSE_DEBATE)
SUSPEND = c.Move(kind=MotionKind.SUSPEND_MEETING)
FOR = c.RequestFloor(kind=RequestKind.FOR_MOTION)
AGAINST = c.RequestFloor(kind=RequestKind.AGAINST_MOTION)
TAKE_UP = c.TakeUpMotion(motion="m1")


def session() -> Given:
    return in_session(whole())


def speaking() -> Given:
    """Panama (r1) has the floor since ten o'clock, for five minutes; Italy (r2) waits."""
    return session().asked(online("pan"), online("ita")).given_the_floor("10:00:00")


def taken_up(command: c.Move = ADJOURN_DEBATE, before: Given | None = None) -> Given:
    """France's motion (m1; she waits to speak on it as its mover) is taken up."""
    return (before or session()).done(command, by=room("fra")).done(TAKE_UP)


def decided(meeting: Given, *, carried: bool = True, clock: str = NOON) -> Given:
    """The body has decided on the motion that is taken up."""
    motion = meeting.meeting.motion
    assert motion is not None
    return meeting.after(*motions.outcome(meeting.meeting, motion.id, carried=carried, at=at(clock)))


def called(meeting: Given) -> str:
    assert meeting.meeting.called is not None
    return meeting.meeting.called.request
