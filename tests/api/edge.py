"""The whole service on the moot, asked in-process: real routes, real database, no sockets."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient, Response
from tests.conduct.moot import AT, MEETING, of, token_for

from hemicycle.access import logins
from hemicycle.access.logins import LinkCode
from hemicycle.app import Service, build
from hemicycle.journal import log
from hemicycle.settings import Settings
from hemicycle.storage import Engine, reading, writing

HOST = "hemicycle.test"
HERE = f"http://{HOST}"
PAGES = (
    "chair",
    "secretariat",
    "operator",
    "delegate",
    "interpreter",
    "hall",
    "desk",
    "register",
    "enter",
    "front",
    "demo",
)


def built_pages(folder: Path) -> Path:
    """Stand-ins for the built consoles: a page says its own name."""
    (folder / "assets").mkdir(parents=True)
    for name in PAGES:
        (folder / f"{name}.html").write_text(f"<!doctype html><title>{name}</title>", "utf-8")
    pages = ", ".join(f'"{name}": "{name}.html"' for name in PAGES)
    (folder / "manifest.json").write_text(f'{{"pages": {{{pages}}}}}', "utf-8")
    (folder / "assets" / "chair-ABC.js").write_text("export {}", "utf-8")
    (folder / "secret.txt").write_text("not to be served", "utf-8")
    return folder


def served(engine: Engine, folder: Path) -> Service:
    """The service, wired as in production; time begins before the first meeting."""
    service = build(engine, Settings(clock_at=AT, data=folder / "data"))
    service.parts.assets = built_pages(folder)
    return service


class Edge:
    """``client``: the address that requests come from."""

    def __init__(self, service: Service, open_clients: AsyncExitStack) -> None:
        self.service = service
        self.engine = service.parts.engine
        self._open = open_clients
        self._programs: dict[tuple[str, str | None], AsyncClient] = {}

    async def browser(self, client: str = "127.0.0.1", **headers: str) -> AsyncClient:
        """Somebody without a login."""
        transport = ASGITransport(self.service.app, client=(client, 40_000))
        return await self._open.enter_async_context(
            AsyncClient(transport=transport, base_url=HERE, headers=headers)
        )

    async def program(self, who: str, meeting: str | None = None) -> AsyncClient:
        """A program with a bearer token for somebody."""
        if (who, meeting) not in self._programs:
            _, token = token_for(self.engine, who, meeting=meeting)
            self._programs[who, meeting] = await self.browser(Authorization=f"Bearer {token}")
        return self._programs[who, meeting]

    def link(self, who: str, lives: timedelta = timedelta(days=1)) -> LinkCode:
        """A fresh login link."""
        now = datetime.now(UTC)
        with writing(self.engine) as conn:
            return logins.mint(conn, of(self.engine, who), now, "test", now + lives, now + timedelta(days=1))

    async def console(self, who: str) -> tuple[AsyncClient, str]:
        """A browser that has entered as somebody; the console's path."""
        link = self.link(who)
        browser = await self.browser(Origin=HERE)
        entered = await browser.post("/enter", json={"login": link.login, "code": link.code})
        assert entered.status_code == 200, entered.text
        return browser, entered.json()["location"]

    async def ask(self, who: str, method: str, path: str, **request: Any) -> Response:
        """A program's request; ``path`` below ``/api/v1/``."""
        return await (await self.program(who)).request(method, f"/api/v1/{path}", **request)

    async def send(self, who: str, command: str, meeting: str = MEETING, **fields: Any) -> Response:
        """A command; its id is its name and sender unless given as ``id``."""
        body = {"id": f"{who}-{command}", "command": command, **fields}
        return await self.ask(who, "POST", f"meetings/{meeting}/commands", json=body)

    async def opened(self) -> None:
        """Called to order with a State in the room, item 1 taken up, its list open."""
        marked = await self.ask("desk", "PUT", f"meetings/{MEETING}/presence/pan", json={"present": True})
        assert marked.status_code == 204, marked.text
        for command, fields in (
            ("CallToOrder", {}),
            ("TakeUpItem", {"item": "1"}),
            ("OpenList", {"item": "1"}),
        ):
            answer = await self.send("chair", command, **fields)
            assert answer.status_code == 200, answer.text

    def logged(self, meeting: str = MEETING) -> list[str]:
        """The ids of the commands in the log, each once; presence's own left out."""
        with reading(self.engine) as conn:
            ids = dict.fromkeys(r.command_id for r in log.read(conn, meeting))
        return [command for command in ids if not command.startswith("presence-")]


@asynccontextmanager
async def running(service: Service) -> AsyncIterator[Edge]:
    """The service between its start and its end."""
    async with service.running(service.app), AsyncExitStack() as clients:
        yield Edge(service, clients)


def problem(answer: Response) -> tuple[int, str]:
    """Status and code of an error, which must be an RFC 9457 problem."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    found = answer.json()
    assert found["status"] == answer.status_code
    assert found["type"] == f"urn:hemicycle:problem:{found['code']}"
    assert found["title"]
    assert found["detail"]
    return answer.status_code, found["code"]
