"""Figures, exports, mail and announcements over REST: for the desk, and each look at persons on record."""

import asyncio
from typing import Any

import pytest
from httpx import Response
from sqlalchemy import update
from sqlmodel import col
from tests.api.edge import Edge, problem
from tests.conduct.accrediting import ONLINE_OBSERVER, ONLINE_SPEAKER, ROOM_SPEAKER, registered
from tests.conduct.moot import AT

from hemicycle.storage import writing
from hemicycle.storage.tables import MailRow, NoteVerbaleRow, RegistrationRow, SeatUnitRow

PATHS = [
    ("GET", "exports/participants.csv"),
    ("GET", "exports/participants.json"),
    ("GET", "exports/role-sheet.csv"),
    ("GET", "exports/role-sheet-changes.json"),
    ("POST", "exports/role-sheet"),
    ("GET", "mail"),
    ("GET", "mail/1"),
    ("POST", "mail/1/again"),
    ("GET", "people"),
    ("GET", "people/pan-online"),
    ("GET", "people/pan-online/data"),
    ("POST", "people/pan-online/link"),
    ("POST", "people/pan-online/erase"),
    ("GET", "audit"),
]


async def ask(edge: Edge, method: str, path: str, who: str = "desk", **request: Any) -> Response:
    return await edge.ask(who, method, f"conferences/moot/{path}", **request)


async def audited(edge: Edge, subject: str | None = None) -> list[tuple[str, str]]:
    query = {} if subject is None else {"subject": subject}
    lines = (await ask(edge, "GET", "audit", params=query)).json()
    return [(line["action"], line["subject"]) for line in lines]


async def approve(edge: Edge, *registrations: str) -> None:
    body = {"registrations": list(registrations)}
    answer = await ask(edge, "POST", "registrations/approve", json=body)
    assert answer.status_code == 200, answer.text
    assert not answer.json().get("refused"), answer.text


@pytest.mark.parametrize("who", ["chair", "pan-online", "booth", "operator", "hall"])
async def test_who_is_not_the_secretariat_sees_nothing_of_persons(edge: Edge, who: str) -> None:
    for method, path in PATHS:
        assert problem(await ask(edge, method, path, who)) == (403, "not-allowed"), path
    body = {"subject": "s", "text": "t"}
    assert problem(await ask(edge, "POST", "announcements", who, json=body)) == (403, "not-allowed")
    assert problem(await ask(edge, "GET", "announcements/reach", who)) == (403, "not-allowed")
    figures = await ask(edge, "GET", "figures", who)
    assert (figures.status_code == 200) == (who == "chair")
    assert await audited(edge) == []


async def test_another_conference_is_not_reached(edge: Edge) -> None:
    for method, path in [*PATHS, ("GET", "figures"), ("GET", "exports/meetings.ics")]:
        assert problem(await edge.ask("desk", method, f"conferences/other/{path}"))[0] == 403


async def test_what_waits_is_counted_without_a_name_and_without_a_line_in_the_audit(edge: Edge) -> None:
    registered(edge.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    registered(edge.engine, "ita", [ONLINE_OBSERVER], nominated=False)
    before = await audited(edge)
    found = (await ask(edge, "GET", "waiting")).json()
    assert found == {
        "match": {"matched": 2, "doubtful": 0, "differs": 0, "none": 1},
        "clean": 2,
        "gone": 0,
        "unregistered": 0,
        "misfits": 0,
        "unsettled": {},
        "unsent": 0,
        "submitted": {"2021-09-07": 3},
        "links": "http://127.0.0.1:8000",
    }
    assert await audited(edge) == before
    with writing(edge.engine) as conn:
        conn.execute(update(NoteVerbaleRow).values(state="superseded"))
        conn.execute(update(RegistrationRow).values(state="approved", gone_at=AT))
        conn.execute(update(SeatUnitRow).where(col(SeatUnitRow.delegation_id) == "fra").values(over=True))
    found = (await ask(edge, "GET", "waiting")).json()
    assert found["unsettled"] == {"pan": 2}
    assert (found["gone"], found["misfits"], sum(found["match"].values())) == (3, 3, 0)
    for who in ("chair", "pan-online", "booth", "operator", "hall"):
        assert problem(await ask(edge, "GET", "waiting", who)) == (403, "not-allowed")


async def test_figures_are_numbers(edge: Edge) -> None:
    registered(edge.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    found = (await ask(edge, "GET", "figures")).json()
    assert found["total"]["total"] == {"nominated": 15 + 2, "registered": 15 + 2, "approved": 15}
    assert found["total"]["by_modality"]["online"]["registered"] == 10 + 2
    pan = next(line for line in found["delegations"] if line["delegation"] == "pan")
    assert pan["by_role"]["speaker"] == {"nominated": 2 + 1, "registered": 2 + 1, "approved": 2}
    assert found["gender"] == {"counted": 2, "of": {}, "withheld": []}
    file = await ask(edge, "GET", "exports/figures.csv")
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    header, *_, last = file.content.decode("utf-8-sig").splitlines()
    assert header.startswith("delegation,category,nominated,registered,approved,nominated in_person")
    assert last.startswith("all,,17,17,15")
    assert await audited(edge) != []
    assert ("read", "figures") not in await audited(edge)  # it shows nobody


async def test_exports_are_files_and_each_is_on_record(edge: Edge) -> None:
    asked = registered(edge.engine, "pan", [ONLINE_OBSERVER])
    await approve(edge, *asked)
    sheet = await ask(edge, "GET", "exports/role-sheet.csv")
    assert sheet.headers["content-disposition"] == 'attachment; filename="role-sheet.csv"'
    header, *lines = sheet.content.decode("utf-8-sig").splitlines()
    assert header == "id,name,email,delegation,role,language"
    (line,) = (line for line in lines if line.startswith(f"{asked[0]},"))
    assert "@pan.example" in line
    taken = (await ask(edge, "POST", "exports/role-sheet")).json()
    assert (taken["number"], {each["change"] for each in taken["changes"]}) == (1, {"added"})
    assert len(taken["changes"]) == len(lines)
    assert (await ask(edge, "GET", "exports/role-sheet-changes.json")).json() == []
    listed = (await ask(edge, "GET", "exports/participants.json")).json()
    assert {"Pan", ""} <= {each["delegation"] for each in listed}
    table = (await ask(edge, "GET", "exports/participants.csv")).text
    assert table.splitlines()[0].endswith("delegation,category,name,title,modality,role,sessions")
    assert ",State party," in table
    assert await audited(edge, "export:role-sheet") == [
        ("read", "export:role-sheet"),
        ("taken", "export:role-sheet"),
    ]
    assert problem(await ask(edge, "GET", "exports/participants.xml"))[0] == 422
    calendar = await ask(edge, "GET", "exports/meetings.ics", "pan-online")
    assert calendar.content.count(b"BEGIN:VEVENT") == 3


async def test_an_announcement_reaches_all_registered_once(edge: Edge) -> None:
    registered(edge.engine, "pan", [ONLINE_SPEAKER])
    body = {"id": "masks", "subject": "Masks = worn", "text": "مرحبا: masks are worn in the building."}
    assert (await ask(edge, "POST", "announcements", json=body)).json() == {"id": "masks", "queued": 1}
    registered(edge.engine, "ita", [ONLINE_SPEAKER])
    assert (await ask(edge, "POST", "announcements", json=body)).json() == {"id": "masks", "queued": 1}
    assert (await ask(edge, "POST", "announcements", json=body)).json() == {"id": "masks", "queued": 0}
    found = await _all_sent(edge)
    assert found["total"] == 2
    (line, _) = found["letters"]
    assert "text" not in line
    assert line["subject"] == "A moot of five [invented]: Masks = worn"
    whole = (await ask(edge, "GET", f"mail/{line['id']}")).json()
    assert "مرحبا" in whole["text"]
    assert ("read", f"letter:{line['id']}") in await audited(edge)


async def test_an_announcement_reaches_those_whom_it_concerns(edge: Edge) -> None:
    """By modality, the delegation's category and the session, alone or together; counted before."""
    registered(edge.engine, "pan", [ONLINE_SPEAKER, ROOM_SPEAKER])
    registered(edge.engine, "wb", [ONLINE_OBSERVER])

    async def reached(**to: str) -> int:
        told = await ask(edge, "GET", "announcements/reach", params=to)
        assert told.status_code == 200, told.text
        body = {"subject": "s", "text": "t", "to": to}
        sent = await ask(edge, "POST", "announcements", json=body)
        assert sent.json()["queued"] == told.json()["people"]
        return int(told.json()["people"])

    assert await reached() == 3
    assert await reached(modality="online") == 2
    assert await reached(category="state_party") == 2
    assert await reached(category="state_party", modality="in_person") == 1
    assert await reached(session="no-such-session") == 0
    wrong = {"modality": "by-post"}
    assert problem(await ask(edge, "GET", "announcements/reach", params=wrong)) == (422, "invalid-request")


async def test_the_desk_reads_the_link_in_the_outbox(edge: Edge) -> None:
    await approve(edge, *registered(edge.engine, "pan", [ONLINE_OBSERVER]))
    (line,) = (await _all_sent(edge))["letters"]
    whole = (await ask(edge, "GET", f"mail/{line['id']}")).json()
    assert "/enter#" in whole["text"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"subject": "", "text": "t"},
        {"subject": " ", "text": "t"},
        {"subject": "a\r\nBcc: b@c.example", "text": "t"},
        {"subject": "s", "text": ""},
        {"subject": "s" * 201, "text": "t"},
        {"subject": "s", "text": "t", "to": "all"},
        {"subject": "s", "text": "t", "id": "no spaces"},
    ],
    ids=repr,
)
async def test_an_announcement_that_is_none_is_not_sent(edge: Edge, body: dict[str, str]) -> None:
    assert problem(await ask(edge, "POST", "announcements", json=body)) == (422, "invalid-request")
    assert (await ask(edge, "GET", "mail")).json()["total"] == 0


async def test_the_outbox_is_searched(edge: Edge) -> None:
    """By a part of the address in any case, and by what became of a message; how many wait is of all."""
    for delegation in ("pan", "ita"):
        registered(edge.engine, delegation, [ONLINE_OBSERVER])
    await ask(edge, "POST", "announcements", json={"subject": "s", "text": "t"})
    await _all_sent(edge)
    with writing(edge.engine) as conn:
        late = update(MailRow).where(col(MailRow.address).contains("@ita"))
        conn.execute(late.values(sent_at=None, error="mailbox full", tries=99))

    async def found(**sought: str) -> tuple[int, int, list[str]]:
        told = (await ask(edge, "GET", "mail", params=sought)).json()
        assert len(told["letters"]) == told["total"]
        return told["total"], told["unsent"], [each["address"].split("@")[1] for each in told["letters"]]

    assert await found(address=" @PAN.") == (1, 1, ["pan.example"])
    assert await found(state="failed") == (1, 1, ["ita.example"])
    assert await found(state="sent") == (1, 1, ["pan.example"])
    assert await found(state="waiting") == (0, 1, [])
    assert await found(address="%") == (0, 1, [])
    assert problem(await ask(edge, "GET", "mail", params={"state": "lost"})) == (422, "invalid-request")


async def test_mail_that_is_not_there(edge: Edge) -> None:
    assert problem(await ask(edge, "GET", "mail/nothing")) == (404, "not-found")
    assert problem(await ask(edge, "POST", "mail/nothing/again")) == (404, "not-found")
    assert problem(await ask(edge, "GET", "mail", params={"page": 0})) == (422, "invalid-request")


async def _all_sent(edge: Edge) -> dict[str, Any]:
    """The mail, once the sender has sent all of it into the outbox folder."""
    while True:
        found: dict[str, Any] = (await ask(edge, "GET", "mail")).json()
        if found["total"] and not found["unsent"]:
            return found
        await asyncio.sleep(0.01)


async def test_each_look_at_registrations_is_one_line_whoever_is_in_them(edge: Edge) -> None:
    registered(edge.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    assert len((await ask(edge, "GET", "registrations")).json()["registrations"]) == 2
    await ask(edge, "GET", "cross-check")
    await ask(edge, "GET", "delegations/pan/notes/note-pan")
    read = [subject for action, subject in await audited(edge) if action == "read"]
    assert read == ["registrations", "cross-check", "note:note-pan"]
