"""Delegations over REST: listed, added, changed and removed, never against what is kept of them."""

from typing import Any

import pytest
from httpx import Response
from tests.api.edge import Edge, problem
from tests.conduct.moot import MEETING

from hemicycle.registry import audit, delegations
from hemicycle.storage import reading

PLACE = "conferences/moot/delegations"
BOLIVIA = {"category": "state_party", "country": "BOL"}


async def put(edge: Edge, delegation: str, body: dict[str, Any]) -> Response:
    return await edge.ask("desk", "PUT", f"{PLACE}/{delegation}", json=body)


async def listed(edge: Edge) -> dict[str, dict[str, Any]]:
    answer = await edge.ask("hall", "GET", PLACE)
    return {each["id"]: each for each in answer.json()}


def fields(answer: Response) -> set[str]:
    return {error["loc"] for error in answer.json()["errors"]}


async def test_all_delegations_are_listed(edge: Edge) -> None:
    found = await listed(edge)
    assert sorted(found) == ["eu", "fra", "ita", "pan", "wb"]
    assert found["wb"] == {
        "id": "wb",
        "code": "WB",
        "category": "entity",
        "names": {"en": "Wb"},
        "sessions": [],
        "members": [],
    }


async def test_a_state_is_added_by_its_code_with_the_units_of_the_limits(edge: Edge) -> None:
    answer = await put(edge, "bol", BOLIVIA)
    assert answer.status_code == 200, answer.text
    added = (await listed(edge))["bol"]
    assert added["code"] == "BOL"
    assert added["names"]["en"] == "Bolivia (Plurinational State of)"
    assert set(added["names"]) == {"ar", "zh", "en", "fr", "ru", "es"}
    with reading(edge.engine) as conn:
        units = delegations.units(conn, "moot", "bol")
        assert [note.action for note in audit.of(conn, "moot", "delegation:bol")] == ["delegation-added"]
    assert len([u for u in units if u.participant is None]) == 6, "two in the room, one and three online"


async def test_its_names_are_those_of_the_first_meeting_s_day(edge: Edge) -> None:
    """September 2021: before the change of 1 June 2022."""
    answer = await put(
        edge, "tur", {"category": "state_party", "country": "TUR", "names": {"fr": "La Turquie"}}
    )
    assert answer.json()["names"]["en"] == "Turkey"
    assert answer.json()["names"]["fr"] == "La Turquie", "what the desk writes comes first"


async def test_a_delegation_that_is_no_state_has_the_names_that_it_is_given(edge: Edge) -> None:
    bank = {"category": "igo", "code": "BANK", "names": {"en": "Bank", "fr": "Banque"}}
    assert (await put(edge, "bank", bank)).json()["names"] == bank["names"]
    changed = await put(edge, "bank", {**bank, "names": {"en": "The Bank"}, "category": "ngo"})
    assert (changed.json()["names"], changed.json()["category"]) == ({"en": "The Bank"}, "ngo")
    with reading(edge.engine) as conn:
        acts = [note.action for note in audit.of(conn, "moot", "delegation:bank")]
    assert acts == ["delegation-added", "delegation-changed"]


@pytest.mark.parametrize(
    "delegation, body, field",
    [
        ("box", {"category": "state_party", "country": "BOX"}, "body.country"),
        ("box", {"category": "state_party", "country": "bol"}, "body.country"),
        ("box", {"category": "state_party"}, "body.country"),
        ("box", {"category": "ngo", "code": "B"}, "body.country"),
        ("box", {"category": "ngo", "code": "B", "names": {"fr": "Boîte"}}, "body.names"),
        ("box", {"category": "empire", "country": "BOL"}, "body.category"),
        ("box", {**BOLIVIA, "code": "PAN"}, "body.code"),
        ("box", {**BOLIVIA, "sessions": ["e9"]}, "body.sessions"),
        ("box", {**BOLIVIA, "colour": "red"}, "body.colour"),
        ("b.x", BOLIVIA, "path.delegation"),
    ],
)
async def test_what_is_not_as_it_should_be_is_told_by_field(
    edge: Edge, delegation: str, body: dict[str, Any], field: str
) -> None:
    before = await listed(edge)
    answer = await put(edge, delegation, body)
    assert problem(answer) == (422, "invalid-request")
    assert fields(answer) == {field}
    assert await listed(edge) == before


async def test_the_category_in_a_log_does_not_change(edge: Edge) -> None:
    await edge.opened()
    answer = await put(edge, "eu", {"category": "entity", "code": "EU", "names": {"en": "Eu"}})
    assert problem(answer) == (409, "contradicts")
    assert fields(answer) == {"body.category"}
    renamed = await put(edge, "eu", {"category": "reio", "code": "EU", "names": {"en": "European Union"}})
    assert renamed.status_code == 200, "names of later meetings may"


async def test_a_delegation_does_not_leave_a_session_whose_log_it_is_in(edge: Edge) -> None:
    new = (await edge.ask("desk", "GET", "conferences/moot/calendar")).json()["calendar"]
    new["bodies"] = [{"id": "b", "names": {"en": "B"}}]
    days = {"starts": "2021-09-07", "ends": "2021-09-09"}
    new["sessions"] = [{"id": key, "body": "b", "titles": {"en": key}, **days} for key in ("one", "two")]
    for meeting in new["meetings"]:
        meeting["sessions"] = ["one"] if meeting["number"] == 1 else ["two"]
    assert (await edge.ask("desk", "PUT", "conferences/moot/calendar", json=new)).is_success
    await edge.opened()
    eu = {"category": "reio", "code": "EU", "names": {"en": "Eu"}}
    answer = await put(edge, "eu", {**eu, "sessions": ["two"]})
    assert problem(answer) == (409, "contradicts")
    assert MEETING in answer.json()["errors"][0]["msg"]
    assert (await put(edge, "eu", {**eu, "sessions": ["one"]})).json()["sessions"] == ["one"]
    changed = await edge.ask(
        "desk",
        "POST",
        f"{PLACE}/pan/seats",
        json={"moves": [{"seat": "pan.online.observer.2", "participant": "pan-spare"}]},
    )
    assert changed.status_code == 200, changed.text


async def test_a_meeting_that_a_delegation_does_not_attend_hears_nothing_of_its_seats(edge: Edge) -> None:
    await test_a_delegation_does_not_leave_a_session_whose_log_it_is_in(edge)
    await edge.ask("chair", "GET", "meetings/moot-2/views/podium")
    before = edge.logged("moot-2")
    moves = {"moves": [{"seat": "eu.online.observer.2", "participant": "eu-spare"}]}
    answer = await edge.ask("desk", "POST", f"{PLACE}/eu/seats", json=moves)
    assert answer.status_code == 200, answer.text
    assert edge.logged("moot-2") == before
    assert len(edge.logged()) > len(before)


async def test_a_delegation_of_which_nothing_is_kept_is_removed(edge: Edge) -> None:
    await put(edge, "bol", BOLIVIA)
    answer = await edge.ask("desk", "DELETE", f"{PLACE}/bol")
    assert answer.status_code == 204, answer.text
    assert "bol" not in await listed(edge)
    assert problem(await edge.ask("desk", "DELETE", f"{PLACE}/bol")) == (404, "not-found")


async def test_a_delegation_with_people_stays(edge: Edge) -> None:
    answer = await edge.ask("desk", "DELETE", f"{PLACE}/pan")
    assert problem(answer) == (409, "contradicts")
    assert "people belong to it" in answer.json()["errors"][0]["msg"]
    assert "pan" in await listed(edge)


async def test_a_delegation_in_a_log_stays(edge: Edge) -> None:
    bank = {"category": "igo", "code": "BANK", "names": {"en": "Bank"}}
    await put(edge, "bank", bank)
    await edge.opened()
    await put(edge, "later", {**bank, "code": "L"})
    answer = await edge.ask("desk", "DELETE", f"{PLACE}/bank")
    assert problem(answer) == (409, "contradicts")
    assert MEETING in answer.json()["errors"][0]["msg"]
    assert (await put(edge, "later", {**bank, "code": "L", "category": "ngo"})).is_success
    assert (await edge.ask("desk", "DELETE", f"{PLACE}/later")).status_code == 204


async def test_a_login_of_one_meeting_changes_nothing_of_the_conference(edge: Edge) -> None:
    desk = await edge.program("desk", meeting=MEETING)
    for method, path in (("PUT", f"{PLACE}/bol"), ("DELETE", f"{PLACE}/pan")):
        body = BOLIVIA if method == "PUT" else None
        assert problem(await desk.request(method, f"/api/v1/{path}", json=body)) == (403, "foreign-meeting")
