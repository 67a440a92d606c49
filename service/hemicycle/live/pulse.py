"""The signs of life of one line that is watched closely: when it has fallen silent, when it is back.

No socket and no clock: times are real seconds of any clock that never goes back. The service pings, the line
answers; each answer, however late, counts from when it came, so that a long way makes no silence. What makes
one is a pause between two answers that the line's own round trips do not explain: twice the mean, for a
packet that was lost and sent again, and four times the deviation (RFC 6298 §2). A look that comes late is the
service's own pause and proves nothing against anybody.
"""

from dataclasses import dataclass

_LATE = 2
"""A look that comes after more than so many times the usual interval was held up on our side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Real seconds. ``ping``: between two pings, each with a look. ``silent``: without a sign until a line
    has fallen silent; with ``ping`` and the telling it stays below a second. ``longest``: the same for a line
    with the longest round trips. ``unknown``: the same before the first answer. ``steady``: for which a
    line that was silent must answer until it is back.
    """

    ping: float = 0.2
    silent: float = 0.75
    longest: float = 3.0
    unknown: float = 2.0
    steady: float = 1.0


class Pulse:
    """One line's. ``heard_at``: when it last gave a sign, or was given a fresh start."""

    def __init__(self, rhythm: Rhythm, at: float) -> None:
        self.silent = False
        self.heard_at = at
        self._rhythm = rhythm
        self._looked_at = at
        self._number = 0
        self._sent: dict[int, float] = {}
        self._answering_since: float | None = None
        self._round_trip: float | None = None
        self._deviation = 0.0

    @property
    def limit(self) -> float:
        """Seconds without a sign after which this line has fallen silent."""
        rhythm = self._rhythm
        if self._round_trip is None:
            return max(rhythm.silent, rhythm.unknown)
        explained = rhythm.ping + 2 * self._round_trip + 4 * self._deviation
        return max(rhythm.silent, min(rhythm.longest, explained))

    def beat(self, at: float) -> int:
        """Look whether the line is ``silent`` now; returns the number to ping it with."""
        if at - self._looked_at > _LATE * self._rhythm.ping:
            self.excuse(at)
        self._looked_at = at
        quiet = at - self.heard_at > self.limit
        if self.silent:
            self._look_for_return(quiet=quiet)
        elif quiet:
            self.silent = True
            self._answering_since = None
            self._sent.clear()
        self._number += 1
        if not self.silent:
            self._sent[self._number] = at
        return self._number

    def answer(self, number: int, at: float) -> None:
        """A ping's answer; it answers those before as well (RFC 6455 §5.5.3). Unknown numbers are nothing."""
        if not 0 < number <= self._number:
            return
        if self.silent and (self._answering_since is None or at - self.heard_at > self.limit):
            self._answering_since = at
        self.heard_at = at
        sent = self._sent.get(number)
        self._sent = {later: when for later, when in self._sent.items() if later > number}
        if sent is not None:
            self._take(at - sent)

    def excuse(self, at: float) -> None:
        """The service could not ask, or not listen, until now: the line begins afresh."""
        self.heard_at = self._looked_at = at
        self._answering_since = None
        self._sent.clear()

    def _look_for_return(self, *, quiet: bool) -> None:
        if quiet:
            self._answering_since = None
        since = self._answering_since
        if since is not None and self.heard_at - since >= self._rhythm.steady:
            self.silent = False

    def _take(self, round_trip: float) -> None:
        """A sample, smoothed as RFC 6298 §2 smooths it."""
        if self._round_trip is None:
            self._round_trip, self._deviation = round_trip, round_trip / 2
            return
        self._deviation += (abs(self._round_trip - round_trip) - self._deviation) / 4
        self._round_trip += (round_trip - self._round_trip) / 8
