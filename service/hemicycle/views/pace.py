"""How fast this meeting goes: how much of their time speakers use, how long a change of speakers takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Grant, Spoken
from hemicycle.rules.terms import RequestId, RequestState

PRIOR = timedelta(minutes=10)
"""Before anybody has spoken the pace is that of speakers who use their time; this much weighs against it."""
USUAL_CHANGE = timedelta(seconds=15)
CHANGES_BEFORE = 4
LONGEST_CHANGE = timedelta(minutes=2)
"""What lies longer between two speakers was something else: a ruling, a vote, a suspension."""
SLOWEST, QUICKEST = 2000, 200

_MS = timedelta(milliseconds=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """``permille``: used of the time allowed. ``change_seconds``: from one speaker to the next."""

    permille: int = 1000
    change_seconds: int = USUAL_CHANGE // _SECOND

    def speaking(self, seconds: int) -> int:
        """How many seconds somebody who may speak for ``seconds`` is expected to."""
        return -(-seconds * self.permille // 1000)

    def turn(self, seconds: int) -> int:
        """The same with the change of speakers before it."""
        return self.change_seconds + self.speaking(seconds)


def pace(meeting: Meeting) -> Pace:
    """From the statements delivered so far in this meeting, smoothed by what is usual."""
    used, allowed = PRIOR, PRIOR
    for spoken, seconds in _delivered(meeting):
        used, allowed = used + spoken, allowed + timedelta(seconds=seconds)
    permille = (used // _MS) * 1000 // (allowed // _MS)
    return Pace(
        permille=min(SLOWEST, max(QUICKEST, permille)), change_seconds=_change(meeting.spoken.values())
    )


def _delivered(meeting: Meeting) -> Iterator[tuple[timedelta, int]]:
    """Of each request heard to its end: how long in all, and how many seconds it was allowed."""
    spoken: dict[RequestId, timedelta] = {}
    for turn in meeting.spoken.values():
        if turn.request is not None:
            spoken[turn.request] = spoken.get(turn.request, timedelta()) + turn.spoken
    for key, long in spoken.items():
        request = meeting.requests.get(key)
        if request is not None and request.state is RequestState.DELIVERED and request.seconds > 0:
            yield long, request.seconds


def _change(turns: Iterable[Spoken]) -> int:
    """The mean of what lay between two turns, in whole seconds."""
    total, count = USUAL_CHANGE * CHANGES_BEFORE, CHANGES_BEFORE
    for one, other in pairwise(sorted(turns, key=lambda turn: turn.started_at)):
        between = other.started_at - one.ended_at
        if timedelta() <= between <= LONGEST_CHANGE:
            total, count = total + between, count + 1
    return total // count // _SECOND


def latest(meeting: Meeting) -> datetime | None:
    """The latest moment that the state tells of: it is not earlier than that. None: it tells of none."""
    moments = [meeting.scheduled_at, meeting.called_to_order_at]
    moments += [request.ended_at or request.accepted_at for request in meeting.requests.values()]
    moments += [turn.ended_at for turn in meeting.spoken.values()]
    moments += [grant.stopped_at or grant.started_at for grant in meeting.floor]
    moments += [meeting.called.called_at if meeting.called else None]
    moments += [decision.at for decision in meeting.decisions[-1:]]
    return max((at for at in moments if at is not None), default=None)


def free_at(meeting: Meeting, now: datetime, at_pace: Pace) -> datetime:
    """When who speaks should have ended, at this pace; not before ``now``, nor without a limit after it.

    Whom a motion or a point of order has interrupted speaks no more now; that she will is told by ``ahead``.
    """
    grant = meeting.speaking
    if grant is None or grant.ends_at is None or grant.interrupted_at is not None:
        return now
    left = _allowed(grant, at_pace) - grant.spoken(now)
    return max(now, now + left)


def _allowed(grant: Grant, at_pace: Pace) -> timedelta:
    """How long the holder is expected to speak in all."""
    if grant.ends_at is None:
        return timedelta()
    allowed = grant.ends_at - grant.started_at - grant.still
    return timedelta(seconds=at_pace.speaking(-(-allowed // _SECOND)))
