"""An Indico of the tests: its check-in API over real HTTP, as version 3.3 answers, and what goes wrong."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hemicycle.live.seam import listen

TOKEN = "indp_of-the-tests"
EVENT, FORM = 42, 5
SPEAKER, OBSERVER = "1f0e-speaker", "2a7c-observer"
Json = dict[str, Any]


def registration(number: int, **changed: Any) -> Json:
    """One registration as the API gives it; ``country`` and ``part`` are answers of its form."""
    country, part = changed.pop("country", "BR"), changed.pop("part", {SPEAKER: 1})
    choices = [{"id": SPEAKER, "caption": "Online speaker"}, {"id": OBSERVER, "caption": "Online observer"}]
    country_choices = [{"caption": "Brazil", "countryKey": "BR"}]
    fields = [
        _field(31, "Country", "country", country, choices=country_choices),
        _field(40, "Participation", "single_choice", part, choices=choices),
        _field(41, "Note verbale", "file", "NV-123.pdf"),
        _field(42, "Title", "text", "Ms"),
        _field(43, "Title", "text", None),
    ]
    return {
        "id": number,
        "regform_id": FORM,
        "event_id": EVENT,
        "full_name": f"Ana {number}",
        "email": f"ana{number}@mfa.example",
        "state": "complete",
        "checked_in": False,
        "checked_in_dt": None,
        "checkin_secret": "9982be4e-0000-4000-8000-000000000000",
        "tags": [{"id": 3, "title": "Head of delegation", "color": "red"}, "Delegate"],
        "registration_date": "2020-10-24T09:14:05.123456+00:00",
        "registration_data": [{"title": "Personal Data", "fields": fields}],
        **changed,
    }


def _field(key: int, title: str, kind: str, data: Any, **more: Any) -> Json:
    return {"id": key, "title": title, "input_type": kind, "data": data, **more}


@dataclass
class FakeIndico:
    """``registrations``: by id. ``answers``: given once each before the true ones, by the path's end: a
    status, with ``Retry-After`` seconds if it is a pair, or ``None``: the connection is cut.
    ``most_at_once``: how many were asked for together.
    """

    registrations: dict[int, Json] = field(default_factory=dict)
    answers: dict[str, list[int | tuple[int, int] | None]] = field(default_factory=dict)
    address: str = ""
    asked: list[str] = field(default_factory=list)
    most_at_once: int = 0
    _at_once: int = 0

    def add(self, *numbers: int, **changed: Any) -> None:
        self.registrations |= {number: registration(number, **changed) for number in numbers}

    def app(self) -> Starlette:
        base = f"/api/checkin/event/{EVENT}/forms/{FORM}/registrations/"
        return Starlette(
            routes=[Route(base, self.list), Route(base + "{key:int}", self.one, methods=["GET", "PATCH"])]
        )

    async def list(self, request: Request) -> Response:
        """A list without form data and without paging, in all states."""
        return await self._answer(
            request,
            [{k: v for k, v in r.items() if k != "registration_data"} for r in self.registrations.values()],
        )

    async def one(self, request: Request) -> Response:
        found = self.registrations.get(request.path_params["key"])
        if found is not None and request.method == "PATCH":
            found.update(await request.json())
        return await self._answer(request, found)

    async def _answer(self, request: Request, content: Any) -> Response:
        self.asked.append(f"{request.method} {request.url.path.rpartition('registrations/')[2]}")
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return JSONResponse({"error": "invalid_token"}, 401)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        await asyncio.sleep(0)
        self._at_once -= 1
        waiting = self.answers.get(request.url.path.rpartition("registrations/")[2], [])
        if waiting:
            return _wrong(waiting.pop(0))
        return JSONResponse(content, 404 if content is None else 200)


def _wrong(answer: int | tuple[int, int] | None) -> Response:
    if answer is None:
        return _Cut()
    status, seconds = answer if isinstance(answer, tuple) else (answer, None)
    return Response(status_code=status, headers={} if seconds is None else {"Retry-After": str(seconds)})


class _Cut(Response):
    """Says that more will come than comes: the connection ends in the middle."""

    def __init__(self) -> None:
        super().__init__(b"[", headers={"content-length": "1000"})


@asynccontextmanager
async def running() -> AsyncIterator[FakeIndico]:
    """The server on a free port of loopback."""
    indico = FakeIndico()
    bound = listen("127.0.0.1", 0)
    indico.address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(indico.app(), log_config=None, access_log=False, lifespan="off"))
    serving = asyncio.create_task(server.serve([bound]))
    try:
        yield indico
    finally:
        server.should_exit = True
        await serving
