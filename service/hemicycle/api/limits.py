"""Bounds of the REST edge: how large a body may be and how fast one login may write."""

import time
from collections import OrderedDict

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hemicycle.api.errors import answer
from hemicycle.contract.problems import ProblemError

MOST_BYTES = 64 * 1024
"""The largest body, in bytes, that any endpoint takes today."""
RATE, BURST = 20.0, 40.0
"""Writing requests a second that one login may keep up, and how many at once."""
_REMEMBERED = 10_000


class BodyLimit:
    """ASGI middleware: refuses a body over ``MOST_BYTES`` with 413 before anybody reads it whole."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or int(declared) > MOST_BYTES:
            await answer(_too_large())(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise _too_large()
            return message

        await self.app(scope, counted, send)


def _too_large() -> ProblemError:
    return ProblemError.of("too-large", f"A body holds at most {MOST_BYTES} bytes.")


class Rates:
    """A token bucket per login, the least used forgotten first. Times: seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, login: str, now: float | None = None) -> None:
        """Count one writing request. Raises ProblemError ``too-many``."""
        at = time.monotonic() if now is None else now
        left, since = self._left.pop(login, (BURST, at))
        left = min(BURST, left + (at - since) * RATE)
        self._left[login] = (max(left - 1, 0), at)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        if left < 1:
            raise ProblemError.of("too-many", "Too many requests; send again in a second.")
