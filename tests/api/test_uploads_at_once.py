"""Who sends many files, or large ones, keeps nobody else from anything: bounds that are counted."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from httpx import Response
from tests.api.edge import Edge, problem
from tests.conduct.moot import MEETING
from tests.documents import papers

from hemicycle.api.limits import Uploads
from hemicycle.documents.refusals import FileRefused
from hemicycle.documents.turns import Turns

TEXTS = f"meetings/{MEETING}/texts?item=1&language=en"
NOTES = "conferences/moot/documents"
IMPORTS = "conferences/moot/imports"
KIND = {"Content-Type": "multipart/form-data; boundary=b"}
PDF = papers.text_pdf()


class Sending:
    """Bodies that stop in the middle. ``asked``: how often the service has asked for a byte of one."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.asked = 0

    async def body(self) -> AsyncIterator[bytes]:
        self.asked += 1
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="t.pdf"\r\n\r\n'
        await self.go_on.wait()
        yield PDF + b"\r\n--b--\r\n"


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0)


@asynccontextmanager
async def under_way(
    edge: Edge, *sent: tuple[str, str]
) -> AsyncIterator[tuple[Sending, list[Awaitable[Response]]]]:
    """These uploads (who, path) have begun, and go on when ``go_on`` is set."""
    sending = Sending()
    tasks = [
        asyncio.create_task(edge.ask(who, "POST", path, content=sending.body(), headers=KIND))
        for who, path in sent
    ]
    await until(lambda: sending.asked == len(tasks))
    try:
        yield sending, list(tasks)
    finally:
        sending.go_on.set()
        await asyncio.gather(*tasks)


async def send(edge: Edge, who: str, path: str, content: bytes = PDF) -> Response:
    return await edge.ask(who, "POST", path, files={"file": ("t.pdf", content)})


async def test_a_login_has_two_files_under_way_and_the_next_is_not_read(edge: Edge) -> None:
    for who, path in (("pan-online", TEXTS), ("desk", NOTES), ("desk", IMPORTS)):
        async with under_way(edge, (who, path), (who, path)) as (sending, tasks):
            third = await edge.ask(who, "POST", path, content=sending.body(), headers=KIND)
            assert problem(third) == (429, "too-many"), path
            assert sending.asked == 2, "nothing of the third was read"
            other = await send(edge, "ita-room", TEXTS)
            assert other.status_code == 201, "another login is not concerned"
            sending.go_on.set()
            answers = await asyncio.gather(*tasks)
            assert {answer.status_code // 100 for answer in answers} == {2}
        assert (await send(edge, who, path)).is_success


async def test_of_all_logins_together_no_more_are_under_way_than_the_service_holds(edge: Edge) -> None:
    edge.service.parts.uploads = Uploads(each=2, most=3)
    first = [("pan-online", TEXTS), ("ita-room", TEXTS), ("desk", NOTES)]
    async with under_way(edge, *first) as (sending, _):
        assert problem(await send(edge, "desk", IMPORTS)) == (429, "too-many")
        assert sending.asked == 3
    assert (await send(edge, "desk", NOTES)).status_code == 201


@pytest.mark.parametrize("path", [NOTES, IMPORTS, TEXTS])
@pytest.mark.parametrize("who", ["hall", None])
async def test_of_who_may_not_send_it_nothing_is_read(edge: Edge, path: str, who: str | None) -> None:
    sending = Sending()
    sending.go_on.set()
    request: dict[str, Any] = {"content": sending.body(), "headers": KIND}
    if who is None:
        answer = await (await edge.browser()).post(f"/api/v1/{path}", **request)
    else:
        answer = await edge.ask(who, "POST", path, **request)
    assert problem(answer)[0] in {401, 403, 422}
    assert sending.asked == 0


async def test_while_files_are_opened_everything_else_is_answered(edge: Edge) -> None:
    """More than all threads that answer requests would wait, if that was where files are opened."""
    go_on, turns = threading.Event(), Turns(at_once=1, most=2)
    edge.service.parts.turns = turns
    slow = [asyncio.create_task(turns.take(who, go_on.wait)) for who in ("one", "two")]
    await asyncio.sleep(0)  # both have asked for their turn
    try:
        async with asyncio.timeout(60):
            answers = [await send(edge, "pan-online", TEXTS) for _ in range(5)]
            assert {problem(answer) for answer in answers} == {(429, "too-many")}
            assert {answer.json()["reason"] for answer in answers} == {"busy"}
            assert (await edge.ask("chair", "GET", "session")).status_code == 200
    finally:
        go_on.set()
        await asyncio.gather(*slow)
    assert (await send(edge, "pan-online", TEXTS)).status_code == 201


async def test_one_login_s_files_are_opened_one_after_another() -> None:
    turns, go_on, begun = Turns(at_once=2, most=4), threading.Event(), []

    def opening(who: str) -> str:
        begun.append(who)
        assert go_on.wait(20)
        return threading.current_thread().name

    many = [asyncio.create_task(turns.take("many", lambda: opening("many"))) for _ in range(3)]
    await until(lambda: begun == ["many"])
    other = asyncio.create_task(turns.take("other", lambda: opening("other")))
    await until(lambda: begun == ["many", "other"])
    with pytest.raises(FileRefused) as busy:
        await turns.take("late", lambda: opening("late"))
    assert busy.value.reason == "busy"
    go_on.set()
    threads = {*await asyncio.gather(*many, other)}
    assert all(name.startswith("hemicycle-files") for name in threads), "not those that answer requests"
