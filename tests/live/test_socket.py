"""Through a real uvicorn: what only real sockets can show."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Iterator

import pytest
from tests.live.fakes import EPOCH, MEETING
from tests.live.real_service import SECRET, Remote, Service, opened, serving
from websockets.exceptions import ConnectionClosed, InvalidStatus

from hemicycle.conduct.ports import Snapshot
from hemicycle.contract.problems import ProblemError
from hemicycle.views.audiences import Audience


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as running:
        yield running


@pytest.fixture
async def remote(service: Service) -> AsyncIterator[Remote]:
    async with opened(service) as console:
        yield await console.hello()


async def test_a_program_follows_and_sends(service: Service, remote: Remote) -> None:
    assert remote.kinds == ["snapshot", "me"]
    await remote.command("c1", text="Hello, Vienna")
    seen = await remote.until(lambda seen: "c1" in seen.accepted)
    assert seen.view["c1"] == {"command": "Merge", "text": "Hello, Vienna"}
    assert remote.kinds == ["snapshot", "me", "patch", "accepted"]


async def test_nothing_is_compressed(remote: Remote) -> None:
    assert remote.socket.subprotocol == "hemicycle.v1"
    assert remote.socket.protocol.extensions == []


async def test_a_browser_comes_with_its_cookie_from_our_own_page(service: Service) -> None:
    headers = {"Cookie": f"hemicycle={SECRET}"}
    address = f"ws://{service.host}/c/l1/live/{MEETING}"
    origin = f"http://{service.host}"
    async with opened(service, address=address, additional_headers=headers, origin=origin) as console:
        await console.hello()
        assert console.follower.me["login"] == "l1"


@pytest.mark.parametrize("origin", ["http://evil.example", "http://[", "null", "http://127.0.0.1:1", None])
async def test_a_cookie_from_elsewhere_is_refused(service: Service, origin: str | None) -> None:
    headers = {"Cookie": f"hemicycle={SECRET}"}
    address = f"ws://{service.host}/c/l1/live/{MEETING}"
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, address=address, additional_headers=headers, origin=origin):
            pass
    assert _problem(refused.value) == (403, "wrong-origin")


async def test_a_program_in_a_foreign_page_is_refused(service: Service) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, origin="http://evil.example"):
            pass
    assert _problem(refused.value) == (403, "wrong-origin")


@pytest.mark.parametrize(
    "authorization", ["Bearer l1.wrong", "Bearer l1", "Bearer .right", "Basic l1.right", "l1.right"]
)
async def test_who_has_no_right_token_is_refused(service: Service, authorization: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, additional_headers={"Authorization": authorization}):
            pass
    status, code = _problem(refused.value)
    assert (status, code) in {(401, "not-signed-in"), (403, "wrong-origin")}


async def test_a_revoked_login_is_refused(service: Service) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, login="gone"):
            pass
    assert _problem(refused.value) == (401, "login-revoked")


@pytest.mark.parametrize("subprotocols", [None, ["chat"]], ids=["none", "another"])
async def test_the_subprotocol_is_required(service: Service, subprotocols: list[str] | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, subprotocols=subprotocols):
            pass
    assert _problem(refused.value) == (422, "invalid-request")


async def test_an_unknown_meeting_is_told_in_a_frame(service: Service) -> None:
    async with opened(service, meeting="other") as console:
        assert await console.end() == 1008
        assert console.follower.bye == {"type": "bye", "reason": "unknown_meeting"}


def _problem(refused: InvalidStatus) -> tuple[int, str]:
    response = refused.response
    assert response.headers["content-type"] == "application/problem+json"
    assert response.body is not None
    problem = json.loads(response.body)
    assert problem["status"] == response.status_code
    return response.status_code, problem["code"]


@pytest.mark.parametrize("frame", ["not json", "[]", '{"type": "hello"}', b"\x00", "x" * 20_000])
async def test_a_frame_that_is_not_right_is_refused_and_the_console_stays(
    remote: Remote, frame: str | bytes
) -> None:
    await remote.socket.send(frame)
    seen = await remote.until(lambda seen: bool(seen.refused))
    assert "id" not in seen.refused[0]
    await remote.command("c1")
    await remote.until(lambda seen: "c1" in seen.accepted)


async def test_a_message_beyond_all_bounds_ends_the_connection(service: Service, remote: Remote) -> None:
    await remote.socket.send("x" * 70_000)
    assert await remote.end() == 1009
    await service.until(lambda: service.members() == 0)


async def test_a_text_that_is_not_utf8_ends_the_connection(service: Service, remote: Remote) -> None:
    await remote.socket.send(b"\xff\xfe", text=True)
    assert await remote.end() == 1007
    await service.until(lambda: service.members() == 0)


async def test_who_goes_before_being_let_in_leaves_no_trace(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    connecting = asyncio.ensure_future(opened(service, login="waits").__aenter__())
    await service.until(service.at_the_door.is_set)
    connecting.cancel()
    await asyncio.gather(connecting, return_exceptions=True)
    await service.until(lambda: not service.connections())
    await service.in_loop(service.door.set)
    async with opened(service) as console:
        await console.hello()
    await service.until(lambda: service.members() == 0)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_meeting_that_cannot_be_read_now_is_tried_again_later(service: Service) -> None:
    async def fail(meeting_id: str, audience: Audience) -> Snapshot:
        raise ProblemError.of("not-stored", "The database cannot be read.")

    service.conductor.snapshot = fail  # type: ignore[method-assign]
    async with opened(service) as console:
        await console.send(type="hello", audience="hall")
        await console.end()
        assert console.follower.bye is not None
        assert console.follower.bye["reason"] == "superseded"
        assert console.follower.bye["retry_after"] >= 0.5


async def test_too_many_frames_are_refused_then_ended(service: Service, remote: Remote) -> None:
    with contextlib.suppress(ConnectionClosed):
        for number in range(400):
            await remote.command(f"c{number}")
    assert await remote.end() == 1008
    assert {refused["problem"]["status"] for refused in remote.follower.refused} == {429}
    assert remote.follower.bye == {"type": "bye", "reason": "protocol"}
    assert len(service.conductor.handled) >= 39


async def test_a_refused_command_is_answered_with_its_problem(remote: Remote) -> None:
    await remote.command("c1", "Refuse")
    seen = await remote.until(lambda seen: bool(seen.refused))
    assert (seen.refused[0]["id"], seen.refused[0]["problem"]["code"]) == ("c1", "not-found")


async def test_a_failure_is_answered_and_the_console_stays(remote: Remote) -> None:
    await remote.command("c1", "Fail")
    seen = await remote.until(lambda seen: bool(seen.refused))
    assert (seen.refused[0]["id"], seen.refused[0]["problem"]["status"]) == ("c1", 503)
    await remote.command("c2")
    await remote.until(lambda seen: "c2" in seen.accepted)


async def test_commands_of_one_console_keep_their_order(service: Service, remote: Remote) -> None:
    for number in range(30):
        await remote.command(f"c{number}")
    await remote.until(lambda seen: len(seen.accepted) == 30)
    assert service.conductor.handled == [f"c{number}" for number in range(30)]


async def test_a_disconnect_does_not_cancel_the_command(service: Service, remote: Remote) -> None:
    await remote.command("c1", "Wait")
    await service.run(service.conductor.begun.wait())
    remote.socket.transport.abort()
    await service.until(lambda: service.members() == 0)
    await service.in_loop(service.conductor.go_on.set)
    await service.until(lambda: service.conductor.handled == ["c1"])
    await service.until(lambda: len(service.presence.ended) == 1)


async def test_a_console_comes_back_with_what_it_knows(service: Service, remote: Remote) -> None:
    for number in range(4):
        await remote.command(f"c{number}")
    await remote.until(lambda seen: seen.seq == 4)
    async with opened(service) as back:
        back.follower.view, back.follower.seq = {"audience": "hall", "c0": 0, "c1": 1}, 2
        await back.hello(epoch=EPOCH, since_seq=2)
        assert back.kinds == ["patch", "patch", "me"]
    async with opened(service) as stranger:
        await stranger.hello(epoch="another log", since_seq=2)
        assert stranger.kinds == ["snapshot", "me"]
        assert stranger.follower.view == remote.follower.view


async def test_presence_hears_of_consoles_that_follow(service: Service) -> None:
    async with opened(service):
        async with opened(service, login="l2") as console:
            await console.hello()
            await service.until(lambda: list(service.presence.open.values()) == ["l2"])
        await service.until(lambda: len(service.presence.ended) == 1)
    await service.until(lambda: service.members() == 0)
    assert len(service.presence.ended) == 1


async def test_a_revoked_login_is_closed_at_once(service: Service, remote: Remote) -> None:
    async with opened(service, login="l2") as other:
        await other.hello()
        await service.in_loop(lambda: service.hubs.revoke("l1"))
        assert await remote.end() == 1008
        assert remote.follower.bye == {"type": "bye", "reason": "revoked"}
        await other.command("c1")
        await other.until(lambda seen: "c1" in seen.accepted)


async def test_stopping_says_when_to_come_back() -> None:
    async with contextlib.AsyncExitStack() as stays:
        with serving() as service:
            remote = await stays.enter_async_context(opened(service))
            await remote.hello()
        assert await remote.end() == 1012
    bye = remote.follower.bye
    assert bye is not None
    assert bye["reason"] == "shutting_down"
    assert 0.5 <= bye["retry_after"] < 2.5


async def test_booths_and_podium_are_told_who_is_connected(service: Service) -> None:
    async with opened(service) as console:
        await console.hello("podium")
        service.people.names = {"p1": {"name": "Ana", "connected": True}}
        async with opened(service, login="l2") as other:
            await other.hello()
            await console.until(lambda seen: "connected" in seen.directory.get("p1", {}))


async def test_each_audience_gets_its_own_view(service: Service) -> None:
    for audience in Audience:
        async with opened(service) as console:
            await console.hello(audience.value)
            assert console.follower.view == {"audience": audience.value}
