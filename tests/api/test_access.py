"""The authorization table through the real door, cell by cell, and what belongs to somebody else."""

from typing import Any

import pytest
from httpx import Response
from pydantic import TypeAdapter
from tests.access.examples import EXAMPLES
from tests.api.edge import Edge, problem
from tests.conduct.moot import MEETING, NEXT

from hemicycle.access.table import ACTIONS, AUDIENCES, CAPACITIES, COMMANDS, Action, Reach
from hemicycle.rules.terms import Capacity
from hemicycle.views.audiences import Audience

WHO = {
    Capacity.CHAIR: "chair",
    Capacity.SECRETARIAT: "desk",
    Capacity.DELEGATE: "pan-room",  # neither head nor focal point
    Capacity.INTERPRETER: "booth",
    Capacity.OPERATOR: "operator",
    Capacity.HALL: "hall",
}
FIELDS: dict[str, dict[str, Any]] = {
    **{
        type(each).__name__: TypeAdapter(type(each)).dump_python(each, mode="json", exclude_none=True)
        for each in EXAMPLES
    },
    "HandOverChair": {"to": "vice"},
    "InscribeSpeaker": {"delegation": "ita", "modality": "online"},
    "WithdrawRequest": {"request": "r1"},
    "ChangeModality": {"request": "r1"},
    "CallSpeaker": {"request": "r1"},
    "GiveFloorTo": {"kind": "secretariat", "participant": "desk"},
    "ExtendTime": {"seconds": 60},
    "Rule": {"upheld": True},
    **{name: {"item": "1"} for name in ("TakeUpItem", "CloseItem", "OpenList", "AnnounceList", "CloseList")},
    "ReopenList": {"item": "1"},
}
PARTS = 3
"""One login may not send all commands at once."""
SEATS = {"moves": [{"seat": "pan.online.observer.3", "participant": "pan-spare"}]}
ACTS: dict[Action, tuple[str, str, Any]] = {
    Action.READ_CONFERENCE: ("GET", "conferences/moot", None),
    Action.READ_DELEGATION: ("GET", "conferences/moot/delegations/{delegation}", None),
    Action.CHANGE_CONFERENCE: (
        "PUT",
        "conferences/moot/delegations/bol",
        {"category": "state_party", "country": "BOL"},
    ),
    Action.CHANGE_SEATS: ("POST", "conferences/moot/delegations/{delegation}/seats", SEATS),
    Action.MARK_PRESENCE: ("PUT", f"meetings/{MEETING}/presence/{{delegation}}", {"present": True}),
    Action.MINT_LOGIN: ("POST", "logins", {"conference": "moot", "participant": "pan-spare"}),
    Action.READ_REGISTRATIONS: ("GET", "conferences/moot/registrations?delegation={delegation}", None),
    Action.CHANGE_REGISTRATIONS: ("POST", "conferences/moot/cross-check", {"delegation": "pan"}),
    Action.REVOKE_LOGIN: ("DELETE", "logins/{login}", None),
}


async def _act(edge: Edge, who: str, action: Action, delegation: str = "pan") -> Response:
    method, path, body = ACTS[action]
    path = path.format(delegation=delegation, login=edge.link("ita-spare").login)
    return await edge.ask(who, method, path, **({} if body is None else {"json": body}))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("capacity", CAPACITIES)
async def test_each_cell_of_the_commands(edge: Edge, capacity: Capacity, part: int) -> None:
    """``no`` is 403 and changes nothing; in every other cell the rules are asked."""
    await edge.opened()
    for kind, cells in list(COMMANDS.items())[part::PARTS]:
        before = edge.logged()
        name = kind.__name__
        answer = await edge.send(WHO[capacity], name, id=f"try-{name}", **FIELDS[name])
        if cells[CAPACITIES.index(capacity)] is Reach.NO:
            assert problem(answer) == (403, "not-allowed"), name
            assert answer.json()["rule"] == "AUTHORIZATION"
            assert edge.logged() == before
        else:
            assert answer.status_code in {200, 404, 409}, (name, answer.text)


@pytest.mark.parametrize("capacity", CAPACITIES)
async def test_each_cell_of_the_actions(edge: Edge, capacity: Capacity) -> None:
    for action in ACTS:  # those that have an address
        reach = ACTIONS[action][CAPACITIES.index(capacity)]
        answer = await _act(edge, WHO[capacity], action)
        if reach is Reach.NO:
            assert problem(answer) == (403, "not-allowed"), action
        else:
            assert answer.is_success, (action, answer.text)
        foreign = await _act(edge, WHO[capacity], action, "ita")
        if reach is Reach.OWN_DELEGATION:
            assert problem(foreign) == (403, "not-allowed"), action


@pytest.mark.parametrize("capacity", CAPACITIES)
async def test_each_audience_is_for_its_own(edge: Edge, capacity: Capacity) -> None:
    for audience in Audience:
        answer = await edge.ask(WHO[capacity], "GET", f"meetings/{MEETING}/views/{audience}")
        if audience in {Audience.HALL, AUDIENCES[capacity]}:
            assert answer.json()["audience"] == audience
        else:
            assert problem(answer) == (403, "not-allowed")


async def test_another_delegation_s_request_is_left_alone(edge: Edge) -> None:
    await edge.opened()
    await edge.send("ita-online", "RequestFloor")
    view = (await edge.ask("chair", "GET", f"meetings/{MEETING}/views/podium")).json()["view"]
    (request,) = view["list"]["entries"] if "list" in view else view["entries"]
    before = edge.logged()
    for command in ("WithdrawRequest", "ChangeModality"):
        assert problem(await edge.send("pan-online", command, request=request)) == (403, "not-allowed")
    assert edge.logged() == before
    await edge.send("chair", "CallNext")
    await edge.send("chair", "GiveFloor")
    assert problem(await edge.send("pan-online", "EndStatement")) == (403, "not-allowed")
    assert (await edge.send("ita-room", "EndStatement")).status_code == 200


async def test_who_presides_is_the_rules_to_say(edge: Edge) -> None:
    await edge.opened()
    assert problem(await edge.send("vice", "CloseList", item="1")) == (409, "not-presiding")
    await edge.send("chair", "HandOverChair", to="vice")
    assert problem(await edge.send("chair", "CloseList", item="1")) == (409, "not-presiding")
    assert (await edge.send("vice", "CloseList", item="1", id="mine")).status_code == 200


async def test_a_login_of_one_meeting_is_good_for_that_one_only(edge: Edge) -> None:
    program = await edge.program("chair", MEETING)
    assert (await program.get(f"/api/v1/meetings/{MEETING}/views/podium")).status_code == 200
    assert problem(await program.get(f"/api/v1/meetings/{NEXT}/views/hall")) == (403, "foreign-meeting")
    body = {"id": "c", "command": "CallToOrder"}
    foreign = await program.post(f"/api/v1/meetings/{NEXT}/commands", json=body)
    assert problem(foreign) == (403, "foreign-meeting")
    marked = await program.put(f"/api/v1/meetings/{NEXT}/presence/pan", json={"present": True})
    assert problem(marked) == (403, "foreign-meeting")
    assert edge.logged(NEXT) == []


async def test_a_login_of_one_meeting_makes_no_login_for_all(edge: Edge) -> None:
    """Who was let into one meeting may not let herself, or others, into the rest."""
    program = await edge.program("desk", MEETING)
    for meeting in ({}, {"meeting": NEXT}):
        body = {"conference": "moot", "participant": "chair", **meeting}
        assert problem(await program.post("/api/v1/logins", json=body)) == (403, "foreign-meeting")
    own = {"conference": "moot", "participant": "pan-spare", "meeting": MEETING}
    assert (await program.post("/api/v1/logins", json=own)).status_code == 201


async def test_a_login_of_one_meeting_ends_no_login_for_all(edge: Edge) -> None:
    program = await edge.program("desk", MEETING)
    everybody_s = edge.link("chair").login
    assert problem(await program.delete(f"/api/v1/logins/{everybody_s}")) == (403, "foreign-meeting")


OF_ALL_MEETINGS = [
    *(("GET", path) for path in ("mail", "audit", "registrations", "cross-check", "imports", "figures")),
    *(("GET", path) for path in ("notes", "policies", "invitations", "waiting", "booths")),
    *(
        ("GET", path)
        for path in ("exports/participants.csv", "exports/role-sheet.csv", "people/pan-online/data")
    ),
    *(("POST", path) for path in ("documents", "imports", "exports/role-sheet", "mail/1/again")),
]


async def test_a_login_of_one_meeting_reaches_nothing_of_the_conference(edge: Edge) -> None:
    """Else approving somebody, and reading the letter, would give her a login for all meetings."""
    program = await edge.program("desk", MEETING)
    for method, path in OF_ALL_MEETINGS:
        answer = await program.request(method, f"/api/v1/conferences/moot/{path}")
        assert problem(answer) == (403, "foreign-meeting"), path
    approval = {"registrations": ["any"]}
    for act in ("approve", "reject", "withdraw"):
        answer = await program.post(
            f"/api/v1/conferences/moot/registrations/{act}", json={**approval, "reason": "r"}
        )
        assert problem(answer) == (403, "foreign-meeting"), act
    for path in ("", "/calendar", "/delegations", "/delegations/pan", "/exports/meetings.ics"):
        assert (await program.get(f"/api/v1/conferences/moot{path}")).status_code == 200, path


async def test_who_presides_lets_nobody_in_and_each_login_is_on_record(edge: Edge) -> None:
    """Whoever makes logins could be the secretary, or any delegate."""
    for participant in ("desk", "pan-room", "chair"):
        minted = await edge.ask(
            "chair", "POST", "logins", json={"conference": "moot", "participant": participant}
        )
        assert problem(minted) == (403, "not-allowed")
    made = await edge.ask("desk", "POST", "logins", json={"conference": "moot", "participant": "pan-room"})
    login = made.json()["login"]
    assert problem(await edge.ask("chair", "DELETE", f"logins/{login}")) == (403, "not-allowed")
    assert (await edge.ask("desk", "DELETE", f"logins/{login}")).status_code == 204
    acts = (
        await edge.ask("desk", "GET", "conferences/moot/audit", params={"subject": f"login:{login}"})
    ).json()
    assert [act["action"] for act in acts] == ["login minted", "login revoked"]
    assert "pan-room" in str(acts[0])
    assert made.json()["link"].rpartition(".")[2] not in str(acts)
