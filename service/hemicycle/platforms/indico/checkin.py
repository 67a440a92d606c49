"""Indico's check-in API: ``/api/checkin``, bearer token with the scope ``registrants``.

A form's list comes at once, without form data and in all states; then each registration is asked for. What
fails in passing is asked again: httpx's own retries are for connections alone, so a bounded loop of a few
lines stands here instead of one more library.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Self, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from hemicycle.registry.incoming import Progress, ReadingRefused

AT_ONCE = 8
"""Registrations asked for at the same time: a conference system has other users."""
TRIES = 5
FIRST_PAUSE = 0.5
"""Seconds before the second try; twice as many before each further one."""
LONGEST_PAUSE = 30.0
SECONDS = 20.0
"""For one answer."""
MOST_BYTES = 32 * 1024 * 1024
_PASSING = frozenset({429, 500, 502, 503, 504})

Shape = TypeVar("Shape")
Pause = Callable[[float], Awaitable[None]]


class Tag(BaseModel):
    """A tag as newer versions write it; older ones write its title."""

    title: str


class Choice(BaseModel):
    """One of the answers that a question offers; of a country without ``id``."""

    id: str | None = None
    caption: str
    countryKey: str | None = None  # noqa: N815 - Indico's word


class Field(BaseModel):
    """A question of the form and its answer: what ``data`` is depends on ``input_type``."""

    id: int
    title: str
    input_type: str
    data: Any = None
    choices: Sequence[Choice] | None = None


class Section(BaseModel):
    """A section of the form."""

    title: str = ""
    fields: Sequence[Field] = ()


class ListedRegistration(BaseModel):
    """A registration in the list of a form."""

    id: int


class CheckinRegistration(BaseModel):
    """One registration with its form's answers."""

    id: int
    full_name: str
    email: str
    state: str
    tags: Sequence[str | Tag] = ()
    registration_date: str = ""
    checked_in: bool = False
    registration_data: Sequence[Section] = ()


_LIST = TypeAdapter(list[ListedRegistration])
_ONE = TypeAdapter(CheckinRegistration)


class Checkin:
    """The API of one Indico. ``pause``: how to wait between tries; ``seconds``: for one answer. Closed by
    ``async with``.
    """

    def __init__(
        self,
        address: str,
        token: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        pause: Pause = asyncio.sleep,
        seconds: float = SECONDS,
    ) -> None:
        self._http = httpx.AsyncClient(
            base_url=f"{address.rstrip('/')}/api/checkin",
            headers={"Authorization": f"Bearer {token}"},
            timeout=seconds,
            transport=transport,
        )
        self._pause = pause

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def registrations(
        self, event: int, form: int, progress: Progress
    ) -> tuple[CheckinRegistration, ...]:
        """All registrations of a form, by id. Raises ``ReadingRefused``: all, or none."""
        path = f"/event/{event}/forms/{form}/registrations/"
        listed = _read(_LIST, await self._ask("GET", path))
        gate, done = asyncio.Semaphore(AT_ONCE), 0
        progress(0, len(listed))

        async def one(key: int) -> CheckinRegistration:
            nonlocal done
            async with gate:
                found = _read(_ONE, await self._ask("GET", f"{path}{key}"))
            done += 1
            progress(done, len(listed))
            return found

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(each.id)) for each in sorted(listed, key=lambda r: r.id)]
        except* ReadingRefused as several:
            raise several.exceptions[0] from None
        return tuple(task.result() for task in tasks)

    async def check_in(self, event: int, form: int, registration: int, *, checked_in: bool) -> None:
        """Tell Indico that somebody is here, or is not. Raises ``ReadingRefused``."""
        path = f"/event/{event}/forms/{form}/registrations/{registration}"
        await self._ask("PATCH", path, {"checked_in": checked_in})

    async def _ask(self, method: str, path: str, body: dict[str, bool] | None = None) -> bytes:
        """The answer's body. Each request here may be sent twice without harm."""
        says = ""
        for attempt in range(TRIES):
            try:
                async with self._http.stream(method, path, json=body) as answer:
                    if answer.is_success:
                        return await _bounded(answer)
                    if answer.status_code not in _PASSING:
                        raise _refused(answer)
                    says, wait = f"HTTP {answer.status_code}", _retry_after(answer)
            except httpx.TransportError as error:
                says, wait = type(error).__name__, None
            if attempt + 1 < TRIES:
                await self._pause(FIRST_PAUSE * 2**attempt if wait is None else min(wait, LONGEST_PAUSE))
        raise ReadingRefused(
            "indico-unreachable", f"Indico did not answer in {TRIES} tries ({says}); nothing was taken over"
        )


async def _bounded(answer: httpx.Response) -> bytes:
    """The body, and never more of it in memory than the bound."""
    content = bytearray()
    async for piece in answer.aiter_bytes():
        content += piece
        if len(content) > MOST_BYTES:
            says = f"Indico's answer has more than {MOST_BYTES // 1024 // 1024} MiB"
            raise ReadingRefused("too-large", says)
    return bytes(content)


def _refused(answer: httpx.Response) -> ReadingRefused:
    says = {
        401: "Indico does not accept the token: make one with the scope 'registrants'",
        403: "Indico does not let this token read the form",
        404: "Indico has no such event, form or registration",
    }.get(answer.status_code, f"Indico answered with HTTP {answer.status_code}")
    return ReadingRefused("indico-refused", says)


def _retry_after(answer: httpx.Response) -> float | None:
    """Seconds to wait, as the answer's header says: a number, or a moment (RFC 9110 §10.2.3)."""
    text = answer.headers.get("retry-after", "")
    if text.isdigit():
        return float(text)
    try:
        wait = parsedate_to_datetime(text) - datetime.now(UTC)
    except (TypeError, ValueError):
        return None
    return max(wait, timedelta()).total_seconds()


def _read(adapter: TypeAdapter[Shape], content: bytes) -> Shape:
    try:
        return adapter.validate_json(content)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        says = f"Indico's answer is not as its version 3.3 gives it (at {where or 'its beginning'})"
        raise ReadingRefused("indico-answer", says) from None
