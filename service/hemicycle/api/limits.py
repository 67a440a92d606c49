"""Bounds of the REST edge: how large a body may be and how fast one login may write."""

import asyncio
import re
import time
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hemicycle.api.errors import answer
from hemicycle.contract.problems import ProblemError
from hemicycle.documents.kinds import MOST_BYTES as MOST_FILE
from hemicycle.registry.incoming import MOST_BYTES as MOST_EXPORT

MOST_BYTES = 64 * 1024
"""The largest body, in bytes, that an endpoint takes unless ``LARGER`` names it."""
SLOWEST = 20.0
"""Real seconds that a body may take to arrive."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Of one endpoint's bodies: bytes, and real seconds to arrive in."""

    most_bytes: int
    seconds: float


MOST_CONFERENCE = 512 * 1024
"""The largest file of a conference, in bytes: some 5,000 people of 1,000 delegations."""
LARGER: Mapping[str, Bound] = {
    "conferences(/check)?": Bound(MOST_CONFERENCE + MOST_BYTES, seconds=60),
    "conferences/[^/]+/documents": Bound(MOST_FILE + MOST_BYTES, seconds=180),
    "meetings/[^/]+/texts": Bound(MOST_FILE + MOST_BYTES, seconds=180),
    "conferences/[^/]+/imports": Bound(MOST_EXPORT + MOST_BYTES, seconds=120),
}
"""Where a POST may bring more: the address below ``/api/v1/`` → its bound."""
_LARGER = {re.compile(rf"(/c/[^/]+)?/api/v1/{path}"): bound for path, bound in LARGER.items()}
RATE, BURST = 20.0, 40.0
"""Writing requests a second that one login may keep up, and how many at once."""
_REMEMBERED = 10_000
UPLOADS_EACH, UPLOADS = 2, 16
"""Files that may be under way at one moment, of one login and of all: each is held in memory whole."""


class BodyLimit:
    """ASGI middleware: refuses a body that is too large (413) or slower than ``seconds`` (408).

    A body that says how large it is is refused unread; another one where it passes the bound.
    """

    def __init__(self, app: ASGIApp, seconds: float = SLOWEST) -> None:
        self.app = app
        self.usual = Bound(MOST_BYTES, seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        bound = self._bound(scope)
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        digits = len(str(bound.most_bytes))
        if not declared.isdigit() or len(declared) > digits or int(declared) > bound.most_bytes:
            await answer(_too_large(bound))(scope, receive, send)
            return
        await self.app(scope, _Body(receive, bound).receive, send)

    def _bound(self, scope: Scope) -> Bound:
        if scope["method"] != "POST":
            return self.usual
        larger = (bound for path, bound in _LARGER.items() if path.fullmatch(scope["path"]))
        return next(larger, self.usual)


class _Body:
    """Counts one request's body. What is wrong with it FastAPI passes on only as an HTTPException."""

    def __init__(self, receive: Receive, bound: Bound) -> None:
        self._receive = receive
        self._bound = bound
        self._deadline = asyncio.get_running_loop().time() + bound.seconds
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
        if self._taken > self._bound.most_bytes:
            raise HTTPException(413, str(_too_large(self._bound)))
        return message


def _too_large(bound: Bound) -> ProblemError:
    return ProblemError.of("too-large", f"A body holds at most {bound.most_bytes} bytes here.")


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


class Uploads:
    """How many files are under way. Called on the event loop."""

    def __init__(self, each: int = UPLOADS_EACH, most: int = UPLOADS) -> None:
        """``each``: of one login; ``most``: of all."""
        self._each = each
        self._most = most
        self._under_way: Counter[str] = Counter()

    @contextmanager
    def taken(self, login: str) -> Iterator[None]:
        """Count one, before its first byte is read, until it is dealt with. Raises ProblemError: too-many."""
        if self._under_way[login] >= self._each or self._under_way.total() >= self._most:
            says = "Too many files are under way; send this one again when the others have come."
            raise ProblemError.of("too-many", says)
        self._under_way[login] += 1
        try:
            yield
        finally:
            self._under_way[login] -= 1
            self._under_way += Counter()  # forgets who has none
