"""How fast a login may connect and speak, and how many consoles it has open: over all its connections.

Whoever has a phone, a laptop and the hall's screen open, and a line that breaks all the time, is far below.
"""

from collections import OrderedDict
from weakref import WeakValueDictionary

from hemicycle.live.protocol import Bounds, Bucket

MOST_CONSOLES = 12
"""Consoles that one login may have open on a node; with one more the longest unheard is told ``too_many``."""
HANDSHAKES, HANDSHAKES_AT_ONCE = 1.0, 24
"""Handshakes a second that one login may keep up, and how many at once."""
_REMEMBERED = 10_000


class Paces:
    """The buckets of all logins. Times: seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._speaking: WeakValueDictionary[str, Bucket] = WeakValueDictionary()
        self._coming: OrderedDict[str, Bucket] = OrderedDict()

    def speaking(self, login: str, now: float) -> Bucket:
        """Of the login's commands and hellos; forgotten with the last of its connections."""
        pace = self._speaking.get(login)
        if pace is None:
            bounds = Bounds()
            pace = self._speaking[login] = Bucket(bounds.rate, bounds.burst, now)
        return pace

    def may_come(self, login: str, now: float) -> bool:
        """Count a handshake of a login that is known. The least used are forgotten first."""
        bucket = self._coming.pop(login, None) or Bucket(HANDSHAKES, HANDSHAKES_AT_ONCE, now)
        self._coming[login] = bucket
        if len(self._coming) > _REMEMBERED:
            self._coming.popitem(last=False)
        return bucket.take(now)
