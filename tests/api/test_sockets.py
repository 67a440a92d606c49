"""Consoles through real sockets on the whole service: what they see, send, and when they are sent away."""

from typing import Any, get_args

import httpx
import orjson
import pytest
from tests.api.listening import Listening, Wire, opened
from tests.conduct.moot import MEETING, NEXT, token_for
from websockets.exceptions import InvalidStatus

from hemicycle.contract.frames import FROM_SERVICE
from hemicycle.live.paces import HANDSHAKES_AT_ONCE

MODELS = {get_args(frame.model_fields["type"].annotation)[0]: frame for frame in FROM_SERVICE}


def _live(service: Listening, who: str) -> Any:
    _, token = token_for(service.engine, who)
    return opened(f"ws://{service.host}/live/{MEETING}", Authorization=f"Bearer {token}")


async def _ask(service: Listening, who: str, method: str, path: str, body: Any = None) -> httpx.Response:
    _, token = token_for(service.engine, who)
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=service.url, headers=headers, trust_env=False, timeout=60) as http:
        return await http.request(method, f"/api/v1/{path}", json=body)


async def _present(service: Listening) -> None:
    await _ask(service, "desk", "PUT", f"meetings/{MEETING}/presence/pan", {"present": True})


async def _a_debate(chair: Wire, delegate: Wire) -> None:
    for number, (command, fields) in enumerate(
        (("CallToOrder", {}), ("TakeUpItem", {"item": "1"}), ("OpenList", {"item": "1"}))
    ):
        await chair.command(command, cid=f"open-{number}", **fields)
    await delegate.command("RequestFloor", cid="ask", language="fr")
    for command in ("CallNext", "GiveFloor", "PauseSpeaking", "ResumeSpeaking", "EndStatement"):
        assert (await chair.command(command, cid=command))["type"] == "accepted"


async def test_a_debate_ends_in_the_same_views_for_all(service: Listening) -> None:
    await _present(service)
    async with (
        _live(service, "chair") as chair,
        _live(service, "pan-online") as delegate,
        _live(service, "booth") as booth,
    ):
        await chair.hello("podium")
        await delegate.hello("hall")
        await booth.hello("booths")
        await _a_debate(chair, delegate)
        refused = await delegate.command("CallNext", cid="not-mine")
        assert (refused["type"], refused["problem"]["code"]) == ("refused", "not-allowed")
        followed = {"podium": (chair, "chair"), "hall": (delegate, "pan-online"), "booths": (booth, "booth")}
        for audience, (wire, who) in followed.items():
            fresh = (await _ask(service, who, "GET", f"meetings/{MEETING}/views/{audience}")).json()
            while wire.seq < fresh["seq"]:
                await wire.until("patch")
            assert wire.view == fresh["view"]
        await chair.send(type="nonsense")
        await chair.until("refused")
        for frame in (*chair.frames, *delegate.frames, *booth.frames):
            MODELS[frame["type"]].model_validate_json(orjson.dumps(frame))


async def test_an_acknowledgement_comes_after_its_patch(service: Listening) -> None:
    await _present(service)
    async with _live(service, "chair") as chair:
        await chair.hello("podium")
        accepted = await chair.command("CallToOrder", cid="c1")
        assert any(f["type"] == "patch" and f["seq"] == accepted["seq"] for f in chair.frames)


@pytest.mark.parametrize(
    "who, audience",
    [
        ("hall", "podium"),
        ("hall", "booths"),
        ("pan-online", "podium"),
        ("booth", "podium"),
        ("chair", "booths"),
        ("operator", "booths"),
    ],
)
async def test_another_s_audience_is_not_shown(service: Listening, who: str, audience: str) -> None:
    async with _live(service, who) as wire:
        await wire.send(type="hello", audience=audience)
        refused = await wire.until("refused")
        assert refused["problem"]["code"] == "not-allowed"
        assert all("view" not in frame for frame in wire.frames)
        await wire.hello("hall")


async def test_revoking_closes_the_sockets_at_once(service: Listening) -> None:
    login, token = token_for(service.engine, "pan-online")
    address, headers = f"ws://{service.host}/live/{MEETING}", {"Authorization": f"Bearer {token}"}
    async with opened(address, **headers) as first, opened(address, **headers) as second:
        await first.hello("hall")
        await second.hello("hall")
        assert (await _ask(service, "desk", "DELETE", f"logins/{login.id}")).status_code == 204
        for wire in (first, second):
            assert await wire.end() == 1008
            assert wire.frames[-1] == {"type": "bye", "reason": "revoked"}
    with pytest.raises(InvalidStatus) as refused:
        async with opened(address, **headers):
            pass
    assert refused.value.response.status_code == 401


async def test_a_role_that_moves_is_told_to_both(service: Listening) -> None:
    async with _live(service, "pan-online") as former, _live(service, "pan-observer") as new:
        await former.hello("hall")
        await new.hello("hall")
        moves = [
            {"seat": "pan.online.speaker.1", "participant": "pan-observer"},
            {"seat": "pan.online.observer.1", "participant": "pan-online"},
        ]
        moved = await _ask(
            service, "desk", "POST", "conferences/moot/delegations/pan/seats", {"moves": moves}
        )
        assert moved.json()["meetings"].keys() == {MEETING}
        assert (await former.until("me"))["seat"]["role"] == "observer"
        assert (await new.until("me"))["seat"]["role"] == "speaker"


async def test_the_socket_and_post_are_one_door(service: Listening) -> None:
    await _present(service)
    login, token = token_for(service.engine, "chair")
    headers = {"Authorization": f"Bearer {token}"}
    async with opened(f"ws://{service.host}/live/{MEETING}", **headers) as wire:
        await wire.hello("podium")
        accepted = await wire.command("CallToOrder", cid="once")
        async with httpx.AsyncClient(
            base_url=service.url, headers=headers, trust_env=False, timeout=60
        ) as http:
            body = {"id": "once", "command": "CallToOrder"}
            again = await http.post(f"/api/v1/meetings/{MEETING}/commands", json=body)
        assert again.json() == {"id": "once", "seq": accepted["seq"]}
        assert login.id


async def test_a_browser_s_console_with_its_cookie(service: Listening) -> None:
    minted = await _ask(service, "desk", "POST", "logins", {"conference": "moot", "participant": "chair"})
    login, _, code = minted.json()["link"].partition("#")[2].partition(".")
    async with httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=60) as http:
        entered = await http.post(
            "/enter", json={"login": login, "code": code}, headers={"Origin": service.url}
        )
    cookie = f"hemicycle={entered.cookies['hemicycle']}"
    address = f"ws://{service.host}{entered.json()['location']}live/{MEETING}"
    async with opened(address, Cookie=cookie, Origin=service.url) as wire:
        await wire.hello("podium")
    other, _ = token_for(service.engine, "desk")
    for path, origin in (
        (address, "http://evil.test"),
        (address, "http://["),
        (f"ws://{service.host}/c/{other.id}/live/{MEETING}", service.url),
        (f"ws://{service.host}/live/{MEETING}", service.url),
    ):
        with pytest.raises(InvalidStatus) as refused:
            async with opened(path, Cookie=cookie, Origin=origin):
                pass
        assert refused.value.response.status_code in {401, 403}, path


async def test_a_login_of_another_meeting_has_no_socket_here(service: Listening) -> None:
    _, token = token_for(service.engine, "chair", meeting=MEETING)
    with pytest.raises(InvalidStatus) as refused:
        async with opened(f"ws://{service.host}/live/{NEXT}", Authorization=f"Bearer {token}"):
            pass
    assert refused.value.response.status_code == 403


async def test_a_token_in_an_address_opens_nothing(service: Listening) -> None:
    _, token = token_for(service.engine, "chair")
    for query in (f"token={token}", f"access_token={token}", f"authorization=Bearer {token}"):
        with pytest.raises(InvalidStatus):
            async with opened(f"ws://{service.host}/live/{MEETING}?{query}".replace(" ", "%20")):
                pass


async def test_a_person_who_is_erased_has_another_name_on_open_consoles_and_none_of_her_own(
    service: Listening,
) -> None:
    async with _live(service, "chair") as chair, _live(service, "pan-spare") as hers:
        await chair.hello("podium")
        await hers.hello("hall")
        erased = await _ask(service, "desk", "POST", "conferences/moot/people/pan-spare/erase")
        assert erased.status_code == 200, erased.text
        while "a representative of Pan" not in orjson.dumps(chair.frames[-1]).decode():
            await chair.until("directory")
        assert await hers.end() is not None


async def test_a_login_that_connects_too_often_is_told_to_wait_and_another_is_not(service: Listening) -> None:
    _, token = token_for(service.engine, "ita-online")
    once = {"Authorization": f"Bearer {token}"}
    address = f"ws://{service.host}/live/{MEETING}"
    with pytest.raises(InvalidStatus) as refused:  # noqa: PT012 - until the bucket is empty
        for _ in range(3 * HANDSHAKES_AT_ONCE):
            async with opened(address, **once):
                pass
    assert refused.value.response.status_code == 429
    assert orjson.loads(refused.value.response.body or b"")["code"] == "too-many"
    async with _live(service, "pan-room") as other:
        await other.hello("hall")
