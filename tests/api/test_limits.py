"""Limits, approvals, and what a focal point and a head of delegation see and may, over REST."""

from typing import Any

import pytest
from httpx import AsyncClient
from tests.api.accredited import NOVEMBER, ROOM_WITHDRAWN, desk, told
from tests.api.edge import Edge, problem
from tests.api.listening import Listening, opened
from tests.conduct.accrediting import ONLINE_OBSERVER, letters, registered
from tests.conduct.moot import MEETING, token_for

FREE = "pan.online.observer.2"


async def _own(edge: Edge, who: str, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    return await edge.ask(who, method, f"conferences/moot/{path}", json=body)


async def test_the_clean_are_approved_in_one_act_and_get_their_link(edge: Edge) -> None:
    asked = registered(edge.engine, "pan", [ONLINE_OBSERVER] * 2)
    (stranger,) = registered(edge.engine, "pan", [ONLINE_OBSERVER], nominated=False)
    body = {"registrations": [*asked, stranger]}
    made = await told(edge, "POST", "registrations/approve", body)
    assert {line["registration"] for line in made["approved"]} == set(asked)
    assert all(line["seated"] for line in made["approved"])
    (refused,) = made["refused"]
    assert (refused["registration"], refused["problem"]["code"]) == (stranger, "not-nominated")
    assert len(letters(edge.engine)) == 2
    rejected = await told(
        edge,
        "POST",
        "registrations/reject",
        {"registrations": [stranger], "reason": "unknown to the mission"},
    )
    assert rejected["done"] == [stranger]
    again = await told(edge, "POST", "registrations/withdraw", {"registrations": [*asked, "none"]})
    assert again["done"] == asked
    assert again["refused"][0]["problem"]["status"] == 404


async def test_a_policy_is_tried_published_and_settled(edge: Edge) -> None:
    await edge.opened()
    await told(edge, "POST", "policies", NOVEMBER)
    tried = await told(edge, "POST", "policies/preview", ROOM_WITHDRAWN)
    assert "pan-room" in {m["participant"] for m in tried["misfits"]}
    assert (await told(edge, "GET", "policies"))["in_force"] == 2
    published = await told(edge, "POST", "policies", ROOM_WITHDRAWN)
    assert published["in_force"] == 3
    assert published["misfits"] == tried["misfits"]
    limited = await told(edge, "GET", "delegations/pan")
    in_room = next(each for each in limited["limits"] if each["modality"] == "in_person")
    assert in_room["over"] == 1  # one person, who holds a place and a seat too many
    called = {p["name"] for p in limited["people"] if p["id"] == "pan-room"}
    assert {c["name"] for c in limited["problems"] if c["subject"] == "participant:pan-room"} == called
    again = await told(edge, "GET", "policies/preview?version=2")
    assert again["misfits"] == []
    to = {"participants": ["pan-room", "nobody"], "act": "move", "modality": "online", "role": "speaker"}
    stale = await desk(edge, "POST", "policies/2/settle", to)
    assert problem(stale) == (422, "policy-refused")
    settled = await told(edge, "POST", "policies/3/settle", to)
    assert settled["done"] == ["pan-room"]
    (unknown,) = settled["refused"]
    assert (unknown["participant"], unknown["problem"]["reason"]) == ("nobody", "unknown-participant")
    assert settled["left"] == len(published["misfits"]) - 1
    shown = await told(edge, "GET", "delegations/pan")
    assert [s["participant"] for s in shown["seats"] if s["id"] == "pan.online.speaker.2"] == ["pan-room"]
    assert not [s for s in shown["seats"] if s["id"] == "pan.in_person.speaker.1"]
    assert any(command.startswith("roster-") for command in edge.logged(MEETING))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {**NOVEMBER, "reason": ""},
        {**NOVEMBER, "limits": [{**NOVEMBER["limits"][0], "nominated": -1}]},
        {**NOVEMBER, "limits": [{**NOVEMBER["limits"][0], "scope": "nowhere"}]},
        {**NOVEMBER, "holds_from": "2021-09-07T08:00:00"},
        {**NOVEMBER, "more": 1},
    ],
)
async def test_limits_that_are_not_as_they_should_be_change_nothing(edge: Edge, body: dict[str, Any]) -> None:
    answer = await desk(edge, "POST", "policies", body)
    assert problem(answer)[0] == 422
    assert len((await told(edge, "GET", "policies"))["policies"]) == 1


async def test_a_focal_point_swaps_and_sees_within_her_own_delegation(edge: Edge) -> None:
    (asked,) = registered(edge.engine, "pan", [ONLINE_OBSERVER])
    await told(edge, "POST", "registrations/approve", {"registrations": [asked]})
    registered(edge.engine, "pan", [ONLINE_OBSERVER], nominated=False)
    move = {"moves": [{"seat": "pan.online.observer.3", "participant": "pan-extra", "former": None}]}
    assert problem(await _own(edge, "pan-spare", "POST", "delegations/pan/seats", move)) == (
        403,
        "not-allowed",
    )
    assert "problems" not in (await _own(edge, "pan-spare", "GET", "delegations/pan")).json()

    await told(edge, "PUT", "delegations/pan/people/pan-spare/part", {"part": "focal_point"})
    await told(edge, "PUT", "delegations/pan/people/pan-room/part", {"part": "head"})
    assert (await _own(edge, "pan-spare", "POST", "delegations/pan/seats", move)).status_code == 200
    late = await _own(edge, "pan-room", "POST", "delegations/pan/seats", move)
    assert (problem(late), late.json()["reason"]) == ((409, "seat-refused"), "holder-changed")
    swap = {"one": "pan-room", "other": "pan-extra"}
    assert (await _own(edge, "pan-room", "POST", "delegations/pan/swap", swap)).status_code == 200

    seen = (await _own(edge, "pan-spare", "GET", "delegations/pan")).json()
    assert {p["id"]: p.get("part") for p in seen["people"]}["pan-spare"] == "focal_point"
    assert [each["code"] for each in seen["problems"]] == ["not-in-note"]
    assert len([p for p in seen["people"] if "email" in p]) == 1
    limits = {(each["modality"], each["role"]): each for each in seen["limits"]}
    assert limits["online", "observer"]["free_places"] == 2
    assert limits["online", "observer"]["free_seats"] == 0
    head = (await _own(edge, "pan-room", "GET", "delegations/pan")).json()
    assert head["problems"] == seen["problems"]
    assert not [p for p in head["people"] if "email" in p]
    for who, shown in (("pan-spare", True), ("pan-room", False)):
        for path in ("registrations?delegation=pan", "cross-check?delegation=pan"):
            assert ("@pan.example" in (await _own(edge, who, "GET", path)).text) == shown


@pytest.mark.parametrize("part", ["head", "focal_point"])
async def test_nobody_reaches_into_a_foreign_delegation(edge: Edge, part: str) -> None:
    await told(edge, "PUT", "delegations/ita/people/ita-spare/part", {"part": part})
    move = {"moves": [{"seat": FREE, "participant": "pan-extra"}]}
    forbidden = [
        ("GET", "delegations/pan", None),
        ("POST", "delegations/pan/seats", move),
        ("POST", "delegations/pan/swap", {"one": "pan-room", "other": "pan-extra"}),
        ("PUT", "delegations/pan/people/pan-extra/part", {"part": "head"}),
        ("PUT", "delegations/ita/people/ita-extra/part", {"part": "head"}),
        ("GET", "policies", None),
        ("POST", "policies", NOVEMBER),
        ("POST", "policies/preview", NOVEMBER),
        ("POST", "registrations/approve", {"registrations": ["any"]}),
        ("POST", "registrations/withdraw", {"registrations": ["any"]}),
    ]
    for method, path, body in forbidden:
        assert problem(await _own(edge, "ita-spare", method, path, body)) == (403, "not-allowed"), path
    smuggled = await _own(edge, "ita-spare", "POST", "delegations/ita/seats", move)
    assert smuggled.json()["reason"] == "unknown-seat"
    foreign = {"moves": [{"seat": "ita.online.observer.2", "participant": "pan-extra"}]}
    smuggled = await _own(edge, "ita-spare", "POST", "delegations/ita/seats", foreign)
    assert smuggled.json()["reason"] == "unknown-participant"
    both = await _own(
        edge, "ita-spare", "POST", "delegations/ita/swap", {"one": "pan-room", "other": "pan-spare"}
    )
    assert both.json()["reason"] == "unknown-participant"


async def test_a_part_is_taken_back_and_nobody_unknown_gets_one(edge: Edge) -> None:
    await told(edge, "PUT", "delegations/ita/people/ita-spare/part", {"part": "head"})
    await told(edge, "PUT", "delegations/ita/people/ita-spare/part", {})
    assert "problems" not in (await _own(edge, "ita-spare", "GET", "delegations/ita")).json()
    unknown = await desk(edge, "PUT", "delegations/ita/people/pan-spare/part", {"part": "head"})
    assert problem(unknown) == (404, "not-found")


async def test_a_withdrawal_closes_open_sockets_at_once(service: Listening) -> None:
    (asked,) = registered(service.engine, "pan", [ONLINE_OBSERVER])
    _, token = token_for(service.engine, "desk")
    there = f"{service.url}/api/v1/conferences/moot/registrations/"
    headers = {"Authorization": f"Bearer {token}"}
    async with AsyncClient(base_url=there, headers=headers, timeout=60) as client:
        made = await client.post("approve", json={"registrations": [asked]})
        _, theirs = token_for(service.engine, made.json()["approved"][0]["participant"])
        address = f"ws://{service.host}/live/{MEETING}"
        async with opened(address, Authorization=f"Bearer {theirs}") as wire:
            await wire.hello("hall")
            withdrawn = await client.post("withdraw", json={"registrations": [asked]})
            assert withdrawn.json()["done"] == [asked]
            assert (await wire.until("bye"))["reason"] == "revoked"
