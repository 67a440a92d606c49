"""Whatever is wrong with a request: a problem that says so, and nothing has changed."""

from pathlib import Path

import httpx
import pytest
from tests.api.edge import HERE, Edge, problem
from tests.conduct.moot import MEETING, load

SEATS = "conferences/moot/delegations/pan/seats"
FOR = {"conference": "moot", "participant": "pan-online"}
COMMANDS = f"meetings/{MEETING}/commands"


@pytest.mark.parametrize(
    "who, method, path, body, expected",
    [
        ("chair", "GET", "meetings/moot-9/views/hall", None, (404, "unknown-meeting")),
        (
            "chair",
            "POST",
            "meetings/moot-9/commands",
            {"id": "c", "command": "CallNext"},
            (404, "unknown-meeting"),
        ),
        ("desk", "PUT", "meetings/moot-9/presence/pan", {"present": True}, (404, "unknown-meeting")),
        ("desk", "PUT", f"meetings/{MEETING}/presence/xyz", {"present": True}, (404, "unknown-delegation")),
        ("desk", "PUT", f"meetings/{MEETING}/presence/pan", {"present": "perhaps"}, (422, "invalid-request")),
        (
            "desk",
            "PUT",
            f"meetings/{MEETING}/presence/pan",
            {"present": True, "by": 1},
            (422, "invalid-request"),
        ),
        ("desk", "PUT", f"meetings/{MEETING}/presence/pan", [], (422, "invalid-request")),
        ("chair", "GET", f"meetings/{MEETING}/views/everything", None, (422, "invalid-request")),
        ("desk", "GET", "conferences/moot/delegations/xyz", None, (404, "not-found")),
        ("desk", "GET", "conferences/other", None, (403, "foreign-meeting")),
        ("desk", "GET", "conferences/other/delegations/pan", None, (403, "foreign-meeting")),
        (
            "desk",
            "POST",
            "conferences/moot/delegations/xyz/seats",
            {"moves": [{"seat": "xyz.online.speaker.1"}]},
            (409, "seat-refused"),
        ),
        ("desk", "POST", SEATS, {"moves": [{"seat": "ita.online.speaker.1"}]}, (409, "seat-refused")),
        ("desk", "POST", SEATS, {"moves": [{"seat": "here"}]}, (409, "seat-refused")),
        ("desk", "POST", SEATS, {"moves": [{"seat": f"pan.online.speaker.{10**30}"}]}, (409, "seat-refused")),
        ("desk", "POST", SEATS, {"moves": []}, (422, "invalid-request")),
        ("desk", "POST", SEATS, {"moves": [{"seat": "a b"}]}, (422, "invalid-request")),
        ("desk", "POST", "logins", {**FOR, "participant": "nobody"}, (404, "not-found")),
        ("desk", "POST", "logins", {**FOR, "meeting": "moot-9"}, (404, "unknown-meeting")),
        ("desk", "POST", "logins", {**FOR, "conference": "other"}, (403, "foreign-meeting")),
        ("desk", "POST", "logins", {**FOR, "capacity": "chair"}, (422, "invalid-request")),
        ("desk", "DELETE", "logins/0000000000000000", None, (404, "unknown-login")),
        ("desk", "GET", "nothing", None, (404, "not-found")),
        ("desk", "PATCH", "logins", {}, (405, "method-not-allowed")),
    ],
)
async def test_what_is_not_there_or_not_right(
    unchanged: Edge, who: str, method: str, path: str, body: object, expected: tuple[int, str]
) -> None:
    request = {} if body is None else {"json": body}
    assert problem(await unchanged.ask(who, method, path, **request)) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        ({"id": "c"}, (422, "unknown-command")),
        ({"id": "c", "command": "Vote"}, (422, "unknown-command")),
        ({"id": "c", "command": ["CallNext"]}, (422, "unknown-command")),
        ({"id": "c", "command": "SetUpMeeting"}, (422, "unknown-command")),
        ({"id": "c", "command": "ElapseSpeakingTime", "grant": 1}, (422, "unknown-command")),
        ({"command": "CallNext"}, (422, "invalid-command")),
        ({"id": "", "command": "CallNext"}, (422, "invalid-command")),
        ({"id": "a" * 65, "command": "CallNext"}, (422, "invalid-command")),
        ({"id": "c\n", "command": "CallNext"}, (422, "invalid-command")),
        ({"id": 7, "command": "CallNext"}, (422, "invalid-command")),
        ({"id": ["c"], "command": "CallNext"}, (422, "invalid-command")),
        ({"id": "c", "command": "CallNext", "type": "command"}, (422, "invalid-command")),
        ({"id": "c", "command": "CallNext", "at": "2021-09-07T10:00:00Z"}, (422, "invalid-command")),
        ({"id": "c", "command": "CallNext", "actor": {"capacity": "chair"}}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime"}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime", "seconds": 0}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime", "seconds": 2**70}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime", "seconds": 1.5}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime", "seconds": "60"}, (422, "invalid-command")),
        ({"id": "c", "command": "ExtendTime", "seconds": True}, (422, "invalid-command")),
        ({"id": "c", "command": "TakeUpItem", "item": "9"}, (404, "unknown-item")),
        ({"id": "c", "command": "OpenList", "item": "9"}, (404, "unknown-item")),
        ({"id": "c", "command": "OpenList", "item": "1\u0000"}, (422, "invalid-command")),
        ({"id": "c", "command": "OpenList", "item": "\u202e1"}, (422, "invalid-command")),
        ({"id": "c", "command": "CallSpeaker", "request": "r9"}, (404, "unknown-request")),
        (
            {"id": "c", "command": "WithdrawRequest", "request": "r", "reason": "x" * 2001},
            (422, "invalid-command"),
        ),
        (
            {"id": "c", "command": "InscribeSpeaker", "delegation": "xyz", "modality": "online"},
            (404, "unknown-delegation"),
        ),
        (
            {"id": "c", "command": "InscribeSpeaker", "delegation": "pan", "modality": "by post"},
            (422, "invalid-command"),
        ),
        ({"id": "c", "command": "CallToOrder"}, (409, "not-scheduled")),
        ({"id": "c", "command": "GiveFloor"}, (409, "nobody-called")),
    ],
)
async def test_a_command_that_is_not_right(
    unchanged: Edge, body: dict[str, object], expected: tuple[int, str]
) -> None:
    answer = await unchanged.ask("chair", "POST", COMMANDS, json=body)
    assert problem(answer) == expected
    if expected[0] in {404, 409}:
        assert {"rule", "citation", "params"} <= set(answer.json())


async def test_the_same_command_again_and_another_under_its_id(edge: Edge) -> None:
    await edge.opened()
    first = await edge.send("pan-online", "RequestFloor", id="ask")
    again = await edge.send("pan-online", "RequestFloor", id="ask")
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    for who, fields in (("pan-online", {"language": "es"}), ("ita-online", {})):
        other = await edge.send(who, "RequestFloor", id="ask", **fields)
        assert problem(other) == (409, "id-reused")
        assert "pan" not in other.text


async def test_what_another_conference_has_is_not_even_begun(edge: Edge, tmp_path: Path) -> None:
    load(edge.engine, tmp_path, "other")
    foreign = await edge.ask("chair", "GET", "meetings/other-1/views/hall")
    assert problem(foreign) == (403, "foreign-meeting")
    assert problem(await edge.send("chair", "CallToOrder", "other-1")) == (403, "foreign-meeting")
    assert edge.logged("other-1") == []


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/meetings/%00/views/hall",
        "/api/v1/meetings/%ff/views/hall",
        "/api/v1/meetings/%e2%80%ae/views/hall",
        f"/api/v1/meetings/{'m' * 8000}/views/hall",
    ],
)
async def test_strange_ids_are_unknown_ids(edge: Edge, path: str) -> None:
    program = await edge.program("chair")
    assert problem(await program.get(path)) == (404, "unknown-meeting")


async def test_the_console_s_own_paths_answer_the_same(edge: Edge) -> None:
    browser, path = await edge.console("chair")
    answer = await browser.get(f"{path}api/v1/meetings/moot-9/views/hall")
    assert problem(answer) == (404, "unknown-meeting")
    assert HERE in str(answer.url)


async def test_what_nobody_foresaw_is_a_problem_too(edge: Edge) -> None:
    @edge.service.app.get("/api/v1/broken")
    def broken() -> None:
        raise ZeroDivisionError("a secret of ours")

    transport = httpx.ASGITransport(edge.service.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        answer = await client.get("/api/v1/broken")
    assert problem(answer) == (503, "not-serving")
    assert "secret" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
