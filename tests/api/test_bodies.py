"""Bodies that are no JSON, not the right JSON, too large, too slow, or too many."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from httpx import ASGITransport, AsyncClient, Response
from tests.api.edge import HERE, Edge, problem
from tests.conduct.moot import MEETING

from hemicycle.api.limits import BodyLimit

COMMANDS = f"meetings/{MEETING}/commands"
JSON = {"Content-Type": "application/json"}


async def _post(edge: Edge, content: str | bytes, kind: str = "application/json") -> Response:
    return await edge.ask("chair", "POST", COMMANDS, content=content, headers={"Content-Type": kind})


@pytest.mark.parametrize(
    "content, expected",
    [
        ("", (422, "invalid-request")),
        ("{", (400, "not-json")),
        ("{'id': 1}", (400, "not-json")),
        ("[]", (422, "invalid-request")),
        ("null", (422, "invalid-request")),
        ('"text"', (422, "invalid-request")),
        ("NaN", (422, "invalid-request")),
        (b"\xff\xfe", (400, "not-json")),
        (b'{"id": "c", "command": "\xff"}', (400, "not-json")),
        ('{"id": "c", "command": "\\ud800"}', (422, "unknown-command")),
        ('{"id": "c", "command": "CallNext", "\\ud800": 1}', (422, "invalid-command")),
        ('{"id": "\\ud800", "command": "CallNext"}', (422, "invalid-command")),
        (
            '{"id": "c", "command": "WithdrawRequest", "request": "r", "reason": "\\ud800"}',
            (422, "invalid-command"),
        ),
        ('{"id": "c", "command": "ExtendTime", "seconds": 1e400}', (422, "invalid-command")),
        ('{"id": "c", "command": "ExtendTime", "seconds": ' + "9" * 5000 + "}", (400, "not-json")),
        ("[" * 30_000 + "]" * 30_000, (400, "not-json")),
        ('{"a":' * 9_000 + "1" + "}" * 9_000, (400, "not-json")),
        ('{"id": "c", "command": "CallToOrder", "command": "Vote"}', (422, "unknown-command")),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_a_body_that_is_not_right(
    unchanged: Edge, content: str | bytes, expected: tuple[int, str]
) -> None:
    assert problem(await _post(unchanged, content)) == expected


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_only_json_is_read(unchanged: Edge, kind: str) -> None:
    """A form or a plain text may be sent by any page without asking first."""
    assert problem(await _post(unchanged, '{"id": "c", "command": "CloseList", "item": "1"}', kind))[0] in {
        400,
        422,
    }


async def test_a_body_that_says_it_is_too_large_is_not_read(unchanged: Edge) -> None:
    content = json.dumps({"id": "c", "command": "CallNext", "reason": "x" * 70_000})
    assert problem(await _post(unchanged, content)) == (413, "too-large")
    browser = await unchanged.browser()
    answer = await browser.post("/enter", content=b"x" * 70_000, headers=JSON)
    assert problem(answer) == (413, "too-large")


async def test_a_body_that_grows_too_large_is_refused_too(unchanged: Edge) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"id": "c", "command": "CallNext", "reason": "'
        for _ in range(100):
            yield b"x" * 1024
        yield b'"}'

    program = await unchanged.program("chair")
    answer = await program.post(f"/api/v1/{COMMANDS}", content=chunks(), headers=JSON)
    assert problem(answer) == (413, "too-large")


@pytest.mark.parametrize("length", ["-1", "many", "9" * 5000, "1e3"])
async def test_a_length_that_is_no_number_is_refused(unchanged: Edge, length: str) -> None:
    browser = await unchanged.browser()
    answer = await browser.post("/enter", content=b"{}", headers={"Content-Length": length})
    assert problem(answer)[1] in {"too-large", "invalid-request"}


async def test_too_many_writes_of_one_login_are_refused(edge: Edge) -> None:
    await edge.opened()
    answers = [await edge.send("pan-online", "EndStatement", id=f"c{n}") for n in range(60)]
    codes = [problem(answer) for answer in answers]
    assert codes[0] == (409, "nobody-speaking")
    assert codes[-1] == (429, "too-many")
    assert answers[-1].headers["Retry-After"] == "1"
    assert (await edge.send("ita-online", "RequestFloor")).status_code == 200


async def test_a_body_that_comes_too_slowly_is_given_up(edge: Edge) -> None:
    async def dripping() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    impatient = BodyLimit(edge.service.app, seconds=0.05)
    async with AsyncClient(transport=ASGITransport(impatient), base_url=HERE) as browser:
        answer = await browser.post("/enter", content=dripping(), headers=JSON)
    assert problem(answer) == (408, "too-slow")
