"""The calendar and the delegations over REST: replaced as a whole, never against a log that has begun."""

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from threading import Barrier
from typing import Any

import pytest
from httpx import Response
from tests.api.edge import Edge, problem
from tests.conduct.moot import AT, MEETING, NEXT, token_for

from hemicycle.conduct import opening
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, calendar_changes, conferences
from hemicycle.registry.contradictions import Contradiction
from hemicycle.storage import Engine, reading, writing

PLACE = "conferences/moot/calendar"
JOINT: dict[str, Any] = {
    "registration_closes": "2021-09-01",
    "bodies": [{"id": "experts", "names": {"en": "Experts"}}, {"id": "group", "names": {"en": "Group"}}],
    "sessions": [
        {
            "id": "e9",
            "body": "experts",
            "titles": {"en": "Ninth"},
            "starts": "2021-09-07",
            "ends": "2021-09-09",
        },
        {
            "id": "g14",
            "body": "group",
            "titles": {"en": "Fourteenth"},
            "starts": "2021-09-07",
            "ends": "2021-09-09",
        },
    ],
    "rooms": [{"id": "plenary", "name": "Plenary"}],
}


async def calendar(edge: Edge) -> dict[str, Any]:
    """What the desk would send back."""
    answer = await edge.ask("desk", "GET", PLACE)
    found: dict[str, Any] = answer.json()["calendar"]
    return found


async def put(edge: Edge, new: dict[str, Any]) -> Response:
    return await edge.ask("desk", "PUT", PLACE, json=new)


async def joint(edge: Edge) -> dict[str, Any]:
    """Meeting 1 is joint, 2 and 3 are the experts'."""
    new = {**await calendar(edge), **deepcopy(JOINT)}
    for meeting in new["meetings"]:
        meeting["sessions"] = ["e9", "g14"] if meeting["number"] == 1 else ["e9"]
        meeting["room"] = "plenary"
    answer = await put(edge, new)
    assert answer.status_code == 200, answer.text
    return new


def fields(answer: Response) -> dict[str, str]:
    return {error["loc"]: error["msg"] for error in answer.json()["errors"]}


async def test_the_calendar_is_sent_back_as_it_came(edge: Edge) -> None:
    new = await joint(edge)
    assert await calendar(edge) == new
    shown = (await edge.ask("hall", "GET", PLACE)).json()
    assert shown["registration_closes_at"] == "2021-09-01T22:00:00.000Z", "the end of the day in Vienna"
    assert shown["meetings"][0] == {
        "id": MEETING,
        "number": 1,
        "scheduled_at": "2021-09-07T08:00:00.000Z",
        "ends_at": "2021-09-07T11:00:00.000Z",
        "begun": False,
    }
    with reading(edge.engine) as conn:
        assert [note.action for note in audit.of(conn, "moot", "conference:moot")] == ["calendar-changed"]


@pytest.mark.parametrize(
    "deadline, closes",
    [("2021-09-01", "2021-09-01T22:00:00.000Z"), ("2021-09-01T18:00:00", "2021-09-01T16:00:00.000Z")],
)
async def test_the_deadline_is_a_day_or_a_moment(edge: Edge, deadline: str, closes: str) -> None:
    answer = await put(edge, {**await calendar(edge), "registration_closes": deadline})
    assert answer.json()["registration_closes_at"] == closes
    assert (await calendar(edge))["registration_closes"] == deadline
    without = {k: v for k, v in (await calendar(edge)).items() if k != "registration_closes"}
    assert "registration_closes_at" not in (await put(edge, without)).json()


async def test_items_change_places_and_come_and_go(edge: Edge) -> None:
    new = await calendar(edge)
    first = new["agenda"][0]
    sub = {"id": "1a", "number": "1 (a)", "parent": "1", "titles": {"en": "Status"}}
    other = {"id": "0", "number": "0", "titles": {"en": "Opening"}}
    for agenda in ([first, sub, other], [other, first, sub], [other, first], [first]):
        answer = await put(edge, {**new, "agenda": agenda})
        assert answer.status_code == 200, answer.text
        assert (await calendar(edge))["agenda"] == agenda


async def test_meetings_come_move_and_go(edge: Edge) -> None:
    new = await calendar(edge)
    new["meetings"][1] |= {"date": "2021-09-10", "start": "15:00:00", "end": "18:00:00"}
    new["meetings"][1]["title"] = {"en": "Second meeting", "fr": "Deuxième séance"}
    del new["meetings"][2]
    fourth = {"number": 4, "title": "Fourth", "date": "2021-09-11", "start": "10:00:00", "end": "12:00:00"}
    new["meetings"].append({**fourth, "items": []})
    answer = await put(edge, new)
    assert [m["id"] for m in answer.json()["meetings"]] == ["moot-1", "moot-2", "moot-4"]
    assert answer.json()["meetings"][1]["scheduled_at"] == "2021-09-10T13:00:00.000Z"


async def test_what_does_not_hold_together_is_told_by_field(edge: Edge) -> None:
    before = await calendar(edge)
    new = {**await calendar(edge), **JOINT, "time_zone": "Europe/Vienna"}
    new["meetings"][0] |= {"end": "09:00:00", "room": "cellar"}
    answer = await put(edge, new)
    assert problem(answer) == (422, "invalid-request")
    told = fields(answer)
    assert "is not after the start" in told["body.meetings.0.end"]
    assert "no room 'cellar'" in told["body.meetings.0.room"]
    assert "is missing" in told["body.meetings.1.sessions"]
    assert await calendar(edge) == before


@pytest.mark.parametrize(
    "change, field",
    [
        ({"time_zone": "Europe/Atlantis"}, "body.time_zone"),
        ({"registration_closes": "soon"}, "body.registration_closes"),
        ({"meetings": []}, "body.meetings"),
        ({"agenda": [{"id": "A B", "number": "1", "titles": {"en": "x"}}]}, "body.agenda.0.id"),
        ({"colour": "red"}, "body.colour"),
    ],
)
async def test_what_is_malformed_is_told_by_field(edge: Edge, change: dict[str, Any], field: str) -> None:
    answer = await put(edge, {**await calendar(edge), **change})
    assert problem(answer) == (422, "invalid-request")
    assert field in fields(answer)


async def test_what_a_log_holds_does_not_change(edge: Edge) -> None:
    await edge.opened()
    before = await calendar(edge)
    moved, renamed, gone, no_item, new_words = [await calendar(edge) for _ in range(5)]
    moved["meetings"][0]["start"] = "10:30:00"
    renamed["meetings"][0]["title"] = "Another"
    del gone["meetings"][0]
    no_item["agenda"][0]["id"] = "9"
    for meeting in no_item["meetings"]:
        meeting["items"] = ["9"]
    new_words["agenda"][0]["titles"] = {"en": "Other words"}
    for new, field in (
        (moved, "body.meetings.0.start"),
        (renamed, "body.meetings.0.title"),
        (gone, "body.meetings"),
        (no_item, "body.agenda"),
        (new_words, "body.agenda.0.titles"),
        ({**before, "time_zone": "Europe/London"}, "body.meetings.0.start"),
    ):
        answer = await put(edge, new)
        assert problem(answer) == (409, "contradicts")
        assert set(fields(answer)) == {field}
        assert MEETING in fields(answer)[field]
        assert await calendar(edge) == before


async def test_what_comes_after_a_log_has_begun_may_change(edge: Edge) -> None:
    await edge.opened()
    new = await calendar(edge)
    new["meetings"][0]["end"] = "14:00:00"
    new["meetings"][1]["start"] = "11:00:00"
    del new["meetings"][2]
    new["agenda"].append({"id": "2", "number": "2", "titles": {"en": "Added"}})
    answer = await put(edge, new)
    assert answer.status_code == 200, answer.text
    assert [m["begun"] for m in answer.json()["meetings"]] == [True, False]


async def test_a_meeting_with_logins_of_its_own_stays(edge: Edge) -> None:
    token_for(edge.engine, "pan-online", meeting=NEXT)
    new = await calendar(edge)
    del new["meetings"][1]
    answer = await put(edge, new)
    assert problem(answer) == (409, "contradicts")
    assert len((await calendar(edge))["meetings"]) == 3


async def test_a_session_that_a_delegation_names_stays(edge: Edge) -> None:
    new = await joint(edge)
    body = {"category": "state_party", "country": "BOL", "sessions": ["g14"]}
    assert (await edge.ask("desk", "PUT", "conferences/moot/delegations/bol", json=body)).is_success
    del new["sessions"][1]
    new["meetings"][0]["sessions"] = ["e9"]
    answer = await put(edge, new)
    assert problem(answer) == (409, "contradicts")
    assert fields(answer) == {
        "body.sessions": "g14 is missing, but a delegation, a person or a limit names it"
    }


def test_a_log_and_a_calendar_without_its_meeting_never_both_come_true(engine: Engine) -> None:
    """A console opens the last meeting while the desk takes it away, in transactions of their own."""
    start = Barrier(2)

    def open_it() -> bool:
        start.wait()
        try:
            opening.open_log(engine, "moot-3", AT)
        except ProblemError:
            return False
        return True

    def take_it_away() -> bool:
        start.wait()
        try:
            with writing(engine) as conn:
                conferences.lock(conn, "moot", shared=False)
                plan = calendar_changes.written(conn, "moot")
                new = plan.model_copy(update={"meetings": plan.meetings[:2]})
                begun = opening.begun_in(conn, "moot")
                calendar_changes.replace(conn, "moot", new, begun, AT, "test")
        except Contradiction:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        opened, taken = threads.submit(open_it), threads.submit(take_it_away)
        assert opened.result() != taken.result()
    with reading(engine) as conn:
        assert (len(conferences.meetings(conn, "moot")) == 3) is opened.result()


async def test_a_delegation_enters_the_meetings_that_it_attends(edge: Edge) -> None:
    """Seed 001: a Government may take part in one meeting and not in the other."""
    await joint(edge)
    body = {"category": "reio", "code": "EU", "names": {"en": "Eu"}, "sessions": ["g14"]}
    answer = await edge.ask("desk", "PUT", "conferences/moot/delegations/eu", json=body)
    assert answer.json()["sessions"] == ["g14"]
    page = (await edge.ask("eu-online", "GET", "session")).json()
    assert [m["id"] for m in page["meetings"]] == [MEETING]
    assert (await edge.ask("eu-online", "GET", f"meetings/{MEETING}/views/hall")).status_code == 200
    other = await edge.ask("eu-online", "GET", f"meetings/{NEXT}/views/hall")
    assert problem(other) == (403, "foreign-meeting")
    assert edge.logged(NEXT) == [], "a foreign login does not so much as begin a log"
    view = (await edge.ask("chair", "GET", f"meetings/{NEXT}/views/podium")).json()["view"]
    assert "eu" not in view["delegations"]
    assert len((await edge.ask("ita-online", "GET", "session")).json()["meetings"]) == 3
