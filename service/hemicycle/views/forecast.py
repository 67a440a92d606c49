"""How long the list of speakers will take, and what would let everybody speak: seen by the podium.

The model. Whoever waits will speak for the share of her time that speakers have used so far in this meeting
(``pace``), after a change of speakers as long as those so far; in the order of ``ahead``. A shorter limit is
used to the same share. Requests go on to come as fast as the last of them did. Nothing else is foreseen: no
vote, no point of order that is not raised yet, no break.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hemicycle.rules import limits
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Interpretation
from hemicycle.rules.terms import Category, ListState, Phase, RequestId, RequestKind
from hemicycle.views.ahead import Turn, ahead
from hemicycle.views.pace import Pace, free_at, latest, pace
from hemicycle.views.staffing import longest_minutes

LEAST_LIMIT = 60
"""Seconds: a shorter limit of statements is not proposed."""
USUAL_EXTENSIONS = (900, 1800, 3600)
ARRIVALS = 10
"""How many of the last requests tell how fast they come."""

_SECOND = timedelta(seconds=1)
_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What it costs to go on for ``seconds`` after the end, and what it brings.

    ``heard``: how many more will be heard. ``interpreter_seconds``: interpreters' time beyond the end, of
    all who are staffed. ``beyond_limit_seconds``: how far past the longest meeting that interpreters work.
    """

    seconds: int
    heard: int
    interpreter_seconds: int
    beyond_limit_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the chair needs to plan. Counted from ``from_at``: when who speaks now should have ended.

    Once that is past, consoles add the overrun: what has gone by since then. ``ahead``: per request that
    waits, the seconds until it has the floor; ``expected``: how long it will take, in seconds, with the
    change of speakers. ``pace_permille``: of the time allowed that speakers used so far. ``needed_seconds``:
    for all; ``available_seconds``: until the hard end, where there is one. ``not_heard``: how many will not
    be heard by then. ``room_for``: how many more would be. ``close_list_at``: when to close the list, if
    requests go on to come as so far. ``limit_seconds``: the longest limit of statements that lets all speak,
    where one is needed and there is one. ``extension_seconds``: how long after the end all will have spoken.
    """

    from_at: datetime
    ahead: Mapping[RequestId, int]
    expected: Mapping[RequestId, int]
    pace_permille: int
    needed_seconds: int
    not_heard: int
    available_seconds: int | None = None
    room_for: int | None = None
    close_list_at: datetime | None = None
    limit_seconds: int | None = None
    extension_seconds: int | None = None
    extensions: tuple[Extension, ...] = ()


def forecast(meeting: Meeting) -> Forecast | None:
    """What lies ahead of a meeting that has been set up and is not adjourned; None of any other. Pure."""
    now = latest(meeting)
    if meeting.procedure is None or meeting.phase is Phase.ADJOURNED or now is None:
        return None
    at_pace = pace(meeting)
    turns = tuple(ahead(meeting))
    from_at = free_at(meeting, now, at_pace)
    starts, expected, needed = _timetable(turns, at_pace)
    plan = _Plan(
        meeting=meeting,
        now=now,
        from_at=from_at,
        turns=turns,
        pace=at_pace,
        ends=[starts[request] + expected[request] for request in starts],
        needed=needed,
        to_the_end=None if meeting.ends_at is None else (meeting.ends_at - from_at) // _SECOND,
    )
    return Forecast(
        from_at=from_at,
        ahead=starts,
        expected=expected,
        pace_permille=at_pace.permille,
        needed_seconds=needed,
        not_heard=0 if plan.available is None else plan.not_heard(plan.available),
        available_seconds=plan.available,
        room_for=plan.room_for(),
        close_list_at=plan.close_list_at(),
        limit_seconds=plan.limit_seconds(),
        extension_seconds=plan.extension_seconds(),
        extensions=plan.extensions(),
    )


def _timetable(
    turns: Sequence[Turn], at_pace: Pace
) -> tuple[dict[RequestId, int], dict[RequestId, int], int]:
    """Seconds until each request is called, how many each takes, and how many all take."""
    starts: dict[RequestId, int] = {}
    expected: dict[RequestId, int] = {}
    so_far = 0
    takes = {seconds: at_pace.turn(seconds) for seconds in {turn.seconds for turn in turns}}
    for seconds, request, _ in turns:
        if request is not None:
            starts[request], expected[request] = so_far, takes[seconds]
        so_far += takes[seconds]
    return starts, expected, so_far


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """The figures on which the answers rest. ``now``: not later than now is. In seconds from ``from_at``:
    ``ends``, when each request will have been heard, rising; ``needed``, when all turns are over;
    ``to_the_end``: the hard end, negative where it has passed; None: there is none.
    """

    meeting: Meeting
    now: datetime
    from_at: datetime
    turns: tuple[Turn, ...]
    pace: Pace
    ends: Sequence[int]
    needed: int
    to_the_end: int | None

    @property
    def available(self) -> int | None:
        """Seconds left until the hard end; None: there is none."""
        return None if self.to_the_end is None else max(0, self.to_the_end)

    def not_heard(self, available: int) -> int:
        """How many requests will not be heard to their end in so many seconds."""
        return len(self.ends) - bisect_right(self.ends, available)

    def room_for(self) -> int | None:
        """How many more statements of a State party would be heard."""
        usual = self._usual()
        if self.available is None or usual is None:
            return None
        return max(0, self.available - self.needed) // usual

    def _usual(self) -> int | None:
        """What one more statement of a State party would take; None: no item is under consideration."""
        procedure, item = self.meeting.procedure, self.meeting.item
        if procedure is None or item is None:
            return None
        tier = procedure.tier_for(Category.STATE_PARTY, on_behalf_of=False)
        if tier is None:
            return None
        segment = self.meeting.segments.get(item, 0)
        return self.pace.turn(limits.seconds_for(self.meeting, item, tier, segment))

    def close_list_at(self) -> datetime | None:
        """When no more will fit, as requests come now; at the latest before the last that can be heard."""
        item, ends_at, room, usual = self.meeting.item, self.meeting.ends_at, self.room_for(), self._usual()
        if item is None or ends_at is None or room is None or usual is None:
            return None
        if self.meeting.lists.get(item) not in {ListState.OPEN, ListState.ANNOUNCED}:
            return None
        last = ends_at - timedelta(seconds=usual)
        between = self._between_requests()
        fills = last if between is None and room else self.now + room * (between or timedelta())
        return max(self.now, min(fills, last))

    def _between_requests(self) -> timedelta | None:
        """The mean time between the last requests for statements on the item; None: too few to tell."""
        requests = self.meeting.requests.values()
        asked = sorted(
            r.accepted_at for r in requests if r.item == self.meeting.item and r.kind is RequestKind.STATEMENT
        )[-ARRIVALS:]
        return None if len(asked) <= 1 else (self.now - asked[0]) / (len(asked) - 1)

    def limit_seconds(self) -> int | None:
        """The longest limit of statements on the item that lets all speak, where one is needed."""
        if self.available is None or self.needed <= self.available:
            return None
        limited = Counter(turn.seconds for turn in self.turns if turn.limited)
        fixed = self.needed - self._limited(limited, max(limited, default=0))
        least, most = LEAST_LIMIT, max(limited, default=0)
        if least >= most or fixed + self._limited(limited, least) > self.available:
            return None
        while most - least > 1:
            middle = (least + most) // 2
            if fixed + self._limited(limited, middle) > self.available:
                most = middle
            else:
                least = middle
        return least

    def _limited(self, seconds: Mapping[int, int], limit: int) -> int:
        """How long the statements take under a limit; ``seconds``: how many are allowed so much."""
        return sum(self.pace.turn(min(allowed, limit)) * count for allowed, count in seconds.items())

    def extension_seconds(self) -> int | None:
        """How many whole minutes after the end would let all speak, in seconds, where any are needed."""
        if self.to_the_end is None or self.needed <= max(0, self.to_the_end):
            return None
        return -(-(self.needed - self.to_the_end) // _MINUTE) * _MINUTE

    def extensions(self) -> tuple[Extension, ...]:
        """What the usual ones cost and bring, and the one that lets all speak; none if none is needed.

        They count from the end: one that has gone by already is none.
        """
        needed, left = self.extension_seconds(), self.to_the_end
        if needed is None or left is None:
            return ()
        return tuple(self._extension(s, left) for s in sorted({*USUAL_EXTENSIONS, needed}) if left + s > 0)

    def _extension(self, seconds: int, left: int) -> Extension:
        staffed = sum(len(booth.interpreters) for booth in self.meeting.booths.values())
        return Extension(
            seconds=seconds,
            heard=self.not_heard(left) - self.not_heard(left + seconds),
            interpreter_seconds=seconds * staffed,
            beyond_limit_seconds=self._beyond(seconds),
        )

    def _beyond(self, seconds: int) -> int:
        """How far past the longest meeting for the interpreters, in seconds."""
        meeting = self.meeting
        begun = meeting.called_to_order_at or meeting.scheduled_at
        if begun is None or meeting.ends_at is None or not meeting.booths:
            return 0
        figures = meeting.procedure.interpretation if meeting.procedure else Interpretation()
        longest = begun + timedelta(minutes=longest_minutes(meeting, figures))
        return max(0, (meeting.ends_at + timedelta(seconds=seconds) - longest) // _SECOND)
