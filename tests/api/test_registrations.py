"""Registrations at the edge: by the desk, by import; the deadline; who sees addresses."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from httpx import Response
from sqlalchemy import update
from tests.api.edge import Edge, problem
from tests.api.noting import ANA, BORIS, confirm, draft
from tests.conduct.moot import AT
from tests.platforms.indico.exports import HEADERS, as_csv
from tests.platforms.indico.fake_indico import TOKEN, FakeIndico, running

from hemicycle.platforms.indico.source import Indico
from hemicycle.storage import writing
from hemicycle.storage.tables import ConferenceRow

AT_MOOT = "conferences/moot"
PERSON = {"name": "Ana Silva", "email": "ana@mfa.example", "modality": "in_person", "role": "speaker"}
UNREACHABLE = (
    "b@x..y",
    "ü@example.org",
    "é@é.fr",
    "x\u202e@e.org",
    "a@b.c.",
    "a b@c.example",
    "a@b\x00.example",
)
"""Addresses to which no message can be sent."""
BEFORE, AFTER = AT + timedelta(days=30), AT - timedelta(days=1)


@pytest.fixture
async def indico(edge: Edge) -> AsyncIterator[FakeIndico]:
    async def pause(_seconds: float) -> None:
        """No waiting in a test."""

    async with running() as indico:
        transport = httpx.AsyncHTTPTransport()
        edge.service.parts.indico = Indico(indico.address, TOKEN, transport=transport, pause=pause)
        yield indico


def close_at(edge: Edge, moment: datetime) -> None:
    with writing(edge.engine) as conn:
        conn.execute(update(ConferenceRow).values(registration_closes_at=moment))


async def desk(edge: Edge, method: str, path: str, **request: Any) -> Response:
    return await edge.ask("desk", method, f"{AT_MOOT}/{path}", **request)


async def listed(edge: Edge, query: str = "") -> list[dict[str, Any]]:
    answer = await desk(edge, "GET", f"registrations{query}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["registrations"]
    return found


async def imported(edge: Edge, content: bytes, **fields: Any) -> dict[str, Any]:
    """The dry run's report."""
    begun = await desk(edge, "POST", "imports", files={"file": ("export.csv", content)}, data=fields)
    assert begun.status_code == 202, begun.text
    assert begun.json()["state"] == "reading"
    return await report(edge, begun)


async def report(edge: Edge, begun: Response) -> dict[str, Any]:
    found: dict[str, Any] = (await desk(edge, "GET", f"imports/{begun.json()['id']}")).json()
    return found


def row(number: int, name: str, email: str, country: str = "Pan", part: str = "In person") -> list[str]:
    cells = (str(number), name, email, country, "Ms", part, "2021-08-20 09:14:05+00:00", "Completed")
    return list(cells[: len(HEADERS)])


async def test_the_desk_takes_somebody_in_and_sees_her_match(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    made = await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan"})
    assert made.status_code == 201, made.text
    line = made.json()
    assert (line["match"], line["clean"], line["nomination"]["name"]) == ("matched", True, "Ana Silva")
    again = await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "ita"})
    assert problem(again) == (409, "already-registered")
    assert [each["id"] for each in await listed(edge, "?delegation=pan&state=pending&match=matched")] == [
        line["id"]
    ]
    assert await listed(edge, "?delegation=ita") == []


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": "Ana\x00"},
        {"name": "=A1\r\nBcc: a@b.example"},
        {"name": "Ana \x1b[31m"},
        {"title": "+1\nCome to https://elsewhere.example"},
        {"title": "\u202eelpoep"},
        {"email": "nowhere"},
        *({"email": address} for address in UNREACHABLE),
        {"modality": "by mail"},
        {"gender": "yes"},
        {"sessions": ["nowhere"]},
        {"delegation": "PAN AMA"},
        {"more": 1},
    ],
)
async def test_what_is_not_as_it_should_be_is_refused(edge: Edge, changed: dict[str, Any]) -> None:
    answer = await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan", **changed})
    assert problem(answer) == (422, "invalid-request")
    assert await listed(edge) == []


async def test_after_the_deadline_the_desk_needs_a_reason(edge: Edge) -> None:
    close_at(edge, AFTER)
    body = {**PERSON, "delegation": "pan"}
    refused = await desk(edge, "POST", "registrations", json=body)
    assert problem(refused) == (409, "registration-closed")
    assert refused.json()["rule"] == "REGISTRATION_DEADLINE"
    assert "Europe/Vienna" in refused.json()["citation"]
    made = await desk(edge, "POST", "registrations", json={**body, "reason": "the minister was replaced"})
    assert (made.json()["late"], made.json()["exception"]) == (True, "the minister was replaced")


async def test_only_the_own_focal_point_and_the_secretariat_see_addresses(edge: Edge) -> None:
    await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan"})
    for path in ("registrations?delegation=pan", "cross-check?delegation=pan"):
        own = await edge.ask("pan-online", "GET", f"{AT_MOOT}/{path}")
        assert own.json()["registrations"][0]["email"] == PERSON["email"]
        for who in ("pan-room", "ita-online", "chair", "booth", "operator", "hall"):
            assert problem(await edge.ask(who, "GET", f"{AT_MOOT}/{path}"))[0] == 403, who
    assert problem(await edge.ask("pan-online", "GET", f"{AT_MOOT}/registrations"))[0] == 403


async def test_the_cross_check_shows_who_is_clean_and_who_is_missing(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan", "role": "observer"})
    stranger = {**PERSON, "name": "Kwame Mensah", "email": "kwame@x.example", "delegation": "pan"}
    await desk(edge, "POST", "registrations", json=stranger)
    checked = (await desk(edge, "POST", "cross-check", json={})).json()
    assert {each["name"]: each["match"] for each in checked["registrations"]} == {
        ANA["name"]: "differs",
        "Kwame Mensah": "none",
    }
    assert [each["name"] for each in checked["unregistered"]] == [BORIS["name"]]
    assert checked["clean"] == []
    assert checked["counts"] == {"matched": 0, "doubtful": 0, "differs": 1, "none": 1}


async def test_of_a_delegation_that_is_not_there_that_is_said(edge: Edge) -> None:
    for method, path, request in (
        ("GET", "registrations?delegation=xyz", {}),
        ("GET", "cross-check?delegation=xyz", {}),
        ("POST", "cross-check", {"json": {"delegation": "xyz"}}),
    ):
        assert problem(await desk(edge, method, path, **request)) == (404, "not-found")


async def test_a_registration_is_corrected_then_no_import_changes_it(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    content = as_csv(row(1, "Ana Silva", PERSON["email"], part="Online observer"))
    taken = await imported(edge, content)
    await desk(edge, "POST", f"imports/{taken['id']}/apply", json={})
    (wrong,) = (await desk(edge, "POST", "cross-check", json={})).json()["registrations"]
    assert wrong["match"] == "differs"
    path = f"registrations/{wrong['id']}"
    said = {**PERSON, "delegation": "pan", "title": "Ms"}
    assert problem(await desk(edge, "PUT", path, json=said)) == (422, "invalid-request")
    asked = {**said, "reason": "She called from the airport"}
    unknown = {**asked, "sessions": ["nowhere"]}
    assert problem(await desk(edge, "PUT", path, json=unknown)) == (422, "invalid-request")
    assert problem(await desk(edge, "PUT", "registrations/none", json=asked))[0] == 404
    assert problem(await edge.ask("pan-online", "PUT", f"{AT_MOOT}/{path}", json=asked))[0] == 403
    right = (await desk(edge, "PUT", path, json=asked)).json()
    assert (right["match"], right["clean"], right["reason"]) == ("matched", True, asked["reason"])
    assert right == (await desk(edge, "GET", path)).json()
    (again,) = (await imported(edge, content))["lines"]
    assert (again["kind"], again["code"]) == ("held", "corrected-here")


async def test_one_who_differs_is_approved_as_the_note_names_her(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    made = await desk(
        edge, "POST", "registrations", json={**PERSON, "delegation": "pan", "modality": "online"}
    )
    assert made.json()["match"] == "differs"
    body = {"registrations": [made.json()["id"]], "as_named": True}
    answer = (await desk(edge, "POST", "registrations/approve", json=body)).json()
    assert answer["refused"] == []
    assert [(each["state"], each["modality"]) for each in await listed(edge)] == [("approved", "in_person")]


async def test_one_who_is_in_the_file_already_is_approved_as_that_person(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    made = await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan"})
    asked = {"registrations": [made.json()["id"]], "same_as": "pan-spare"}
    both = {**asked, "registrations": [made.json()["id"], "another"]}
    assert problem(await desk(edge, "POST", "registrations/approve", json=both)) == (422, "invalid-request")
    done = await desk(edge, "POST", "registrations/approve", json=asked)
    assert [each["participant"] for each in done.json()["approved"]] == ["pan-spare"], done.text


async def test_an_export_is_read_then_applied_then_matched(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    content = as_csv(row(1, "SILVA Ana", "ana@home.example"), row(2, "Otto", "o@x.example", "Atlantis"))
    found = await imported(edge, content)
    assert (found["state"], found["counts"]) == ("proposed", {"new": 1, "rejected": 1, "late": 0})
    assert [(each["line"], each["kind"], each.get("code")) for each in found["lines"]] == [
        (2, "new", None),
        (3, "rejected", "unknown-delegation"),
    ]
    assert await listed(edge) == []
    applied = await desk(edge, "POST", f"imports/{found['id']}/apply", json={})
    assert (applied.json()["state"], applied.json()["lines"]) == ("applied", [])
    assert [(each["name"], each["match"]) for each in await listed(edge)] == [("SILVA Ana", "matched")]
    assert (await imported(edge, content))["counts"] == {"unchanged": 1, "rejected": 1, "late": 0}
    assert len((await desk(edge, "GET", "imports")).json()["imports"]) == 2


async def test_columns_and_what_a_form_does_not_ask(edge: Edge) -> None:
    headers = ("Number", "Who", "Contact", "From")
    content = as_csv(("1", "Ana Silva", "ana@mfa.example", "pan"), headers=headers)
    refused = await imported(edge, content)
    assert (refused["state"], refused["problem"]["code"]) == ("refused", "missing-columns")
    columns = ["name=Who", "email=Contact", "delegation=From", "source_id=Number"]
    found = await imported(edge, content, columns=columns, modality="online", role="observer", form="42/5")
    assert (found["counts"]["new"], found["form"]) == (1, "42/5")


async def test_a_file_that_cannot_be_read_changes_nothing(edge: Edge) -> None:
    found = await imported(edge, as_csv(row(1, "Ana", "ana@x.example"))[:-2])
    assert (found["state"], found["problem"]["code"], found["problem"]["line"]) == ("refused", "cut-off", "2")
    answer = await desk(edge, "POST", f"imports/{found['id']}/apply", json={})
    assert problem(answer) == (409, "import-not-ready")
    assert problem(await desk(edge, "POST", "imports/nothing/apply", json={})) == (404, "unknown-import")
    large = {"file": ("export.csv", bytes(11 * 2**20))}
    assert problem(await desk(edge, "POST", "imports", files=large)) == (413, "too-large")


async def test_late_lines_and_stale_imports(edge: Edge) -> None:
    close_at(edge, AFTER - timedelta(days=30))
    found = await imported(edge, as_csv(row(1, "Ana Silva", "ana@x.example")))
    path = f"imports/{found['id']}/apply"
    assert problem(await desk(edge, "POST", path, json={})) == (409, "reason-needed")
    body = {**PERSON, "delegation": "ita", "reason": "asked by telephone"}
    await desk(edge, "POST", "registrations", json=body)
    assert problem(await desk(edge, "POST", path, json={"reason": "so"})) == (409, "import-stale")


async def test_a_form_is_read_from_indico_and_check_in_goes_back(edge: Edge, indico: FakeIndico) -> None:
    indico.add(*range(1, 31), country="pan")
    indico.answers["7"] = [503, None]
    begun = await desk(edge, "POST", "imports/indico", json={"event": 42, "form": 5})
    found = await report(edge, begun)
    assert (found["state"], found["form"], found["counts"]["new"]) == ("proposed", "42/5", 30)
    await desk(edge, "POST", f"imports/{found['id']}/apply", json={})
    person = next(each for each in await listed(edge) if each["name"] == "Ana 7")
    path = f"registrations/{person['id']}/check-in"
    assert (await desk(edge, "POST", path, json={"checked_in": True})).status_code == 204
    assert indico.registrations[7]["checked_in"] is True
    begun = await desk(edge, "POST", "imports/indico", json={"event": 42, "form": 6})
    assert (await report(edge, begun))["problem"]["code"] == "indico-refused"


async def test_without_an_indico(edge: Edge) -> None:
    begun = await desk(edge, "POST", "imports/indico", json={"event": 42, "form": 5})
    assert (await report(edge, begun))["problem"]["code"] == "indico-not-set-up"
    made = await desk(edge, "POST", "registrations", json={**PERSON, "delegation": "pan"})
    path = f"registrations/{made.json()['id']}/check-in"
    assert problem(await desk(edge, "POST", path, json={"checked_in": True})) == (502, "indico-refused")
