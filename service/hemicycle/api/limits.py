"""Bounds of the REST edge: how large a body may be and how fast one login may write."""

import asyncio
import time
from collections import OrderedDict

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hemicycle.api.errors import answer
from hemicycle.contract.problems import ProblemError

MOST_BYTES = 64 * 1024
"""The largest body, in bytes, that any endpoint takes today."""
_DIGITS = len(str(MOST_BYTES))
SLOWEST = 20.0
"""Real seconds that a body may take to arrive."""
RATE, BURST = 20.0, 40.0
"""Writing requests a second that one login may keep up, and how many at once."""
_REMEMBERED = 10_000


class BodyLimit:
    """ASGI middleware: refuses a body over ``MOST_BYTES`` (413) or slower than ``seconds`` (408).

    A body that says how large it is is refused unread; another one where it passes the bound.
    """

    def __init__(self, app: ASGIApp, seconds: float = SLOWEST) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or len(declared) > _DIGITS or int(declared) > MOST_BYTES:
            await answer(_too_large())(scope, receive, send)
            return
        await self.app(scope, _Body(receive, self.seconds).receive, send)


class _Body:
    """Counts one request's body. What is wrong with it FastAPI passes on only as an HTTPException."""

    def __init__(self, receive: Receive, seconds: float) -> None:
        self._receive = receive
        self._deadline = asyncio.get_running_loop().time() + seconds
        self._taken = 0
        self._whole = False

    async def receive(self) -> Message:
        """The next message; once the body is whole, whatever may come."""
        if self._whole:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(408, "The body came too slowly.") from None
        self._whole = not message.get("more_body", False)
        self._taken += len(message.get("body", b""))
        if self._taken > MOST_BYTES:
            raise HTTPException(413, str(_too_large()))
        return message


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
