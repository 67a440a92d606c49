"""A conference created over REST from its file: whole or not at all, and its officer can enter it."""

import asyncio
from typing import Any

from httpx import Response
from tests.api.edge import HERE, Edge, problem
from tests.api.test_access import WHO
from tests.conduct import moot
from tests.conduct.moot import MEETING

from hemicycle.access.table import ACTIONS, CAPACITIES, Action, Reach
from hemicycle.api.limits import MOST_CONFERENCE
from hemicycle.registry import audit, conferences
from hemicycle.storage import reading

OTHER = moot.text("other")
CLERK = '\n[[people]]\nid = "clerk"\nname = "Clerk"\ncapacity = "secretariat"\n'


async def send(edge: Edge, text: str, place: str = "", who: str = "desk", **fields: str) -> Response:
    file = ("other.toml", text.encode())
    return await edge.ask(who, "POST", f"conferences{place}", files={"file": file}, data=fields)


def ids(edge: Edge) -> list[str]:
    with reading(edge.engine) as conn:
        return [each.id for each in conferences.conferences(conn)]


async def enter(edge: Edge, link: str) -> dict[str, Any]:
    """What the console that a link opens learns first."""
    login, code = link.removeprefix("/enter#").split(".")
    browser = await edge.browser(Origin=HERE)
    entered = await browser.post("/enter", json={"login": login, "code": code})
    assert entered.status_code == 200, entered.text
    found: dict[str, Any] = (await browser.get(f"{entered.json()['location']}api/v1/session")).json()
    return found


async def test_a_look_tells_what_would_be_and_writes_nothing(edge: Edge) -> None:
    planned = await send(edge, OTHER, "/check")
    assert planned.status_code == 200, planned.text
    assert planned.json() == {
        "id": "other",
        "title": "A moot of five [invented]",
        "procedure": planned.json()["procedure"],
        "sessions": 0,
        "meetings": 3,
        "delegations": 5,
        "people": 31,
        "secretariat": [{"id": "desk", "name": "Secretary"}],
    }
    assert ids(edge) == ["moot"]


async def test_the_officer_enters_what_she_has_created(edge: Edge) -> None:
    made = await send(edge, OTHER)
    assert made.status_code == 201, made.text
    body = made.json()
    assert (body["conference"], body["participant"]) == ("other", "desk")
    found = await enter(edge, body["link"])
    assert (found["conference"]["id"], found["capacity"], found["participant"]) == (
        "other",
        "secretariat",
        "desk",
    )
    assert [each["id"] for each in found["meetings"]] == ["other-1", "other-2", "other-3"]
    assert problem(await edge.ask("desk", "GET", "conferences/other")) == (403, "foreign-meeting")


async def test_it_is_on_record_in_both(edge: Edge) -> None:
    made = (await send(edge, OTHER)).json()
    with reading(edge.engine) as conn:
        (here,) = audit.of(conn, "moot", "conference:other")
        there = audit.of(conn, "other")
    assert here.action == "conference-created"
    assert [(each.action, each.subject) for each in there] == [
        ("login minted", f"login:{made['login']}"),
        ("conference-created", "conference:other"),
    ]
    assert {here.by} == {each.by for each in there}
    assert dict(there[1].detail) == {"conference": "moot", "participant": "desk"}


async def test_faults_are_told_by_line_and_field_and_nothing_is_created(edge: Edge) -> None:
    broken = OTHER.replace('category = "reio"', 'category = "empire"').replace("number = 3", 'number = "3"')
    line = broken[: broken.index('category = "empire"')].count("\n") + 1
    for place in ("", "/check"):
        answer = await send(edge, broken, place)
        assert problem(answer) == (422, "conference-refused")
        told = answer.json()
        assert told["faults"] == 2
        assert [each["loc"] for each in told["errors"]] == ["meetings[3].number", "delegations[4].category"]
        assert told["errors"][1]["line"] == str(line)
        assert told["errors"][1]["msg"].startswith("input should be 'state_party'")
    assert ids(edge) == ["moot"]


IMPOSSIBLE = [
    ("= 1", "", "is not valid TOML"),
    (OTHER.replace("uncac-expert-meeting", "of-nowhere"), "conference.procedure", "there is no of-nowhere"),
    (OTHER.replace('"uncac-expert-meeting"', '"../x"'), "conference.procedure", "string should match"),
    (OTHER.replace('podium = "chair"\n', 'podium = "guest"\n', 1), "people", "nobody is the chair"),
    (OTHER.replace('"secretariat"', '"operator"', 1), "people", "nobody is of the secretariat"),
]


async def test_what_cannot_be_a_conference(edge: Edge) -> None:
    for text, loc, says in IMPOSSIBLE:
        answer = await send(edge, text)
        assert problem(answer) == (422, "conference-refused")
        found = [each["msg"] for each in answer.json()["errors"] if each["loc"] == loc]
        assert any(msg.startswith(says) for msg in found), answer.text
    assert ids(edge) == ["moot"]


async def test_so_many_faults_are_told_and_no_more(edge: Edge) -> None:
    answer = await send(edge, OTHER + "\n[[groups]]\nid = 1\n" * 200)
    assert answer.json()["faults"] >= 400
    assert len(answer.json()["errors"]) == 100


async def test_a_file_that_is_no_text_or_too_large_is_refused(edge: Edge) -> None:
    latin = {"file": ("o.toml", OTHER.replace("Clerk", "").encode() + "# é".encode("latin-1"))}
    refused = await edge.ask("desk", "POST", "conferences", files=latin)
    assert problem(refused) == (422, "conference-refused")
    large = OTHER + "\n# so much said" * (MOST_CONFERENCE // 10)
    assert problem(await send(edge, large)) == (413, "too-large")
    assert problem(await edge.ask("desk", "POST", "conferences", json={})) == (422, "invalid-request")
    assert ids(edge) == ["moot"]


async def test_nobody_enters_a_conference_by_sending_its_file_again(edge: Edge) -> None:
    for text in (moot.text(), moot.text().replace("invented", "changed")):
        for place in ("", "/check"):
            assert problem(await send(edge, text, place)) == (409, "conference-exists")
    with reading(edge.engine) as conn:
        assert audit.of(conn, "moot") == ()


async def test_of_two_at_once_one_creates_it(edge: Edge) -> None:
    answers = await asyncio.gather(send(edge, OTHER), send(edge, OTHER.replace("invented", "changed")))
    assert sorted(each.status_code for each in answers) == [201, 409]
    assert ids(edge) == ["moot", "other"]


async def test_whoever_sends_it_says_who_of_several_she_is(edge: Edge) -> None:
    for fields in ({}, {"participant": "chair"}, {"participant": "nobody"}, {"colour": "red"}):
        answer = await send(edge, OTHER + CLERK, **fields)
        assert problem(answer) == (422, "invalid-request")
    assert ids(edge) == ["moot"]
    made = await send(edge, OTHER + CLERK, participant="clerk")
    assert (await enter(edge, made.json()["link"]))["name"] == "Clerk"


async def test_each_cell(edge: Edge) -> None:
    for capacity in CAPACITIES:
        reach = ACTIONS[Action.CREATE_CONFERENCE][CAPACITIES.index(capacity)]
        for place in ("/check", ""):
            answer = await send(edge, OTHER, place, WHO[capacity])
            if reach is Reach.NO:
                assert problem(answer) == (403, "not-allowed"), capacity
            else:
                assert answer.is_success, (capacity, answer.text)


async def test_a_login_of_one_meeting_creates_none(edge: Edge) -> None:
    program = await edge.program("desk", MEETING)
    for place in ("/check", ""):
        sent = await program.post(f"/api/v1/conferences{place}", files={"file": ("o.toml", OTHER.encode())})
        assert problem(sent) == (403, "foreign-meeting")
    assert problem(await (await edge.browser()).post("/api/v1/conferences")) == (401, "not-signed-in")
