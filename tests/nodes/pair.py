"""Two nodes on one database: consoles and programs at either of them, and the log that both write."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any, Self

from httpx import AsyncClient, Response
from tests.api.listening import Wire, opened
from tests.conduct.moot import MEETING, token_for

from hemicycle.access.logins import LoginFacts
from hemicycle.contract.merge import merged
from hemicycle.journal import log
from hemicycle.journal.log import Recorded
from hemicycle.storage import Engine, reading

ONE, TWO = 0, 1


class Pair:
    """``engine``: the test's own, for logins and for looking."""

    def __init__(self, engine: Engine, urls: Sequence[str]) -> None:
        self.engine = engine
        self.urls = urls
        self._stack = AsyncExitStack()
        self._logins: dict[str, tuple[LoginFacts, str]] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    def login(self, who: str) -> tuple[LoginFacts, str]:
        """Somebody's login with its token, the same for both nodes."""
        if who not in self._logins:
            self._logins[who] = token_for(self.engine, who)
        return self._logins[who]

    async def console(self, node: int, who: str, audience: str = "hall", **position: Any) -> Wire:
        """A console that has said hello."""
        address = f"{self.urls[node].replace('http', 'ws')}/live/{MEETING}"
        wire = await self._stack.enter_async_context(
            opened(address, Authorization=f"Bearer {self.login(who)[1]}")
        )
        return await wire.hello(audience, **position)

    async def ask(self, node: int, who: str, method: str, path: str, **request: Any) -> Response:
        """A program's request; ``path`` below ``/api/v1/``."""
        headers = {"Authorization": f"Bearer {self.login(who)[1]}"}
        async with AsyncClient(base_url=self.urls[node], headers=headers, timeout=60) as client:
            return await client.request(method, f"/api/v1/{path}", **request)

    async def send(self, node: int, who: str, command: str, **fields: Any) -> int:
        """A command that is accepted; its ``seq``."""
        body = {"id": f"{who}-{command}-{node}", "command": command, **fields}
        answer = await self.ask(node, who, "POST", f"meetings/{MEETING}/commands", json=body)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["seq"])

    async def opened(self, node: int = ONE) -> int:
        """Called to order with a State in the room, item 1 taken up, its list open."""
        marked = await self.ask(
            node, "desk", "PUT", f"meetings/{MEETING}/presence/pan", json={"present": True}
        )
        assert marked.status_code == 204, marked.text
        await self.send(node, "chair", "CallToOrder")
        await self.send(node, "chair", "TakeUpItem", item="1")
        return await self.send(node, "chair", "OpenList", item="1")

    def recorded(self) -> list[Recorded]:
        with reading(self.engine) as conn:
            return log.read(conn, MEETING)


async def reaches(wire: Wire, seq: int) -> None:
    """Read until this console has been told so far."""
    while wire.seq < seq:
        await wire.until("patch")


def named(wire: Wire) -> dict[str, Any]:
    """The directory as this console knows it."""
    known: Any = {}
    for frame in wire.frames:
        if frame["type"] == "directory":
            known = merged(known, frame["merge"])
    return dict(known)
