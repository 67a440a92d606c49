"""The note verbale at the edge, from its file to the login that a revision ends."""

import asyncio
from typing import Any

from tests.api.edge import Edge, problem
from tests.api.noting import ANA, BORIS, DESK, NOTE, NOTES, approved, ask, confirm, draft
from tests.conduct.moot import AT
from tests.documents import papers


async def test_the_desk_sees_which_delegations_have_a_note(edge: Edge) -> None:
    """Without whom they name; a delegate sees none of it."""
    note = (await draft(edge))["id"]
    await confirm(edge, note)
    told = (await ask(edge, "GET", "conferences/moot/notes")).json()["notes"]
    assert [(each["delegation"], each["id"], each["state"]) for each in told] == [("pan", note, "confirmed")]
    assert "nominations" not in told[0]
    refused = await edge.ask("pan-online", "GET", "conferences/moot/notes")
    assert problem(refused) == (403, "not-allowed")


async def test_from_the_file_to_the_note_in_force(edge: Edge) -> None:
    """Read from a DOCX, corrected by the officer, confirmed: the officer's word is what stands."""
    files = {"file": ("note.docx", papers.word())}
    document = (await edge.ask(DESK, "POST", "conferences/moot/documents", files=files)).json()["id"]
    read = (await ask(edge, "POST", "conferences/moot/nominations/read", document=document)).json()
    lines = [{k: v for k, v in each.items() if k not in {"line", "doubts"}} for each in read["nominations"]]
    note = await draft(edge, document=document, nominations=lines)
    assert (note["state"], note["revision"], note["findings"]) == ("draft", 1, [])
    lines[0]["name"] = "Ana Silva"
    changed = await ask(
        edge, "PUT", f"{NOTES}/{note['id']}", **{**NOTE, "document": document, "nominations": lines}
    )
    assert [n["name"] for n in changed.json()["nominations"]] == ["Ana Silva", "Berta Núñez"]
    done = await confirm(edge, note["id"])
    assert done.status_code == 200, done.text
    assert done.json()["note"]["state"] == "confirmed"
    assert [n["name"] for n in done.json()["diff"]["added"]] == ["Ana Silva", "Berta Núñez"]
    shown = (await ask(edge, "GET", f"{NOTES}/{note['id']}")).json()
    assert (shown["document"], shown["received_at"]) == (document, "2021-08-21T08:00:00.000Z")
    listed = (await ask(edge, "GET", NOTES)).json()["notes"]
    assert [(each["revision"], each["state"]) for each in listed] == [(1, "confirmed")]


async def test_a_revision_that_takes_a_place_away(edge: Edge) -> None:
    """Nothing is withdrawn silently; what the officer withdraws ends at once, its login too."""
    first = await draft(edge)
    await confirm(edge, first["id"])
    ana, boris = await approved(edge, ANA), await approved(edge, BORIS)
    second = await draft(edge, nominations=[{**ANA, "title": "Minister"}])
    shown = (await ask(edge, "GET", f"{NOTES}/{second['id']}/diff")).json()
    assert shown["before"]["revision"] == 1
    assert [each["fields"] for each in shown["changed"]] == [["title"]]
    assert [each["name"] for each in shown["removed"]] == ["Boris Dinko"]
    assert [(each["registration"], each["why"]) for each in shown["losing"]] == [(boris[0], "removed")]
    for how in ({}, {"withdraw": [ana[0]]}, {"withdraw": [ana[0], boris[0]]}, {"keep": {ana[0]: "x"}}):
        answer = await confirm(edge, second["id"], **how)
        assert problem(answer) == (409, "not-settled")
        assert [each["registration"] for each in answer.json()["losing"]] == [boris[0]]
    assert (await ask(edge, "GET", f"{NOTES}/{first['id']}")).json()["state"] == "confirmed"
    console, path = await edge.console(boris[1])
    assert (await console.get(f"{path}api/v1/session")).status_code == 200
    done = await confirm(edge, second["id"], withdraw=[boris[0]])
    assert done.json()["withdrawn"] == [boris[0]], done.text
    assert problem(await console.get(f"{path}api/v1/session")) == (401, "login-revoked")
    states = {
        each["id"]: each["state"]
        for each in (await ask(edge, "GET", "conferences/moot/registrations?delegation=pan")).json()[
            "registrations"
        ]
    }
    assert states == {ana[0]: "approved", boris[0]: "withdrawn"}
    after = (await ask(edge, "GET", f"{NOTES}/{second['id']}/diff")).json()
    assert (after["before"]["id"], after["unsettled"]) == (first["id"], [])


async def test_an_approved_person_is_kept_with_a_reason(edge: Edge) -> None:
    await confirm(edge, (await draft(edge))["id"])
    boris, _ = await approved(edge, BORIS)
    second = await draft(edge, nominations=[ANA])
    both = await confirm(edge, second["id"], keep={boris: "x"}, withdraw=[boris])
    assert problem(both) == (409, "not-settled")
    done = await confirm(edge, second["id"], keep={boris: "The Mission will send a correction."})
    assert (done.status_code, done.json()["withdrawn"]) == (200, [])
    (line,) = (await ask(edge, "GET", "conferences/moot/registrations?delegation=pan")).json()[
        "registrations"
    ]
    assert (line["state"], line["reason"]) == ("approved", "The Mission will send a correction.")


async def test_who_has_the_floor_is_not_withdrawn_and_the_note_waits(edge: Edge) -> None:
    """One act: as long as she speaks neither the note comes into force nor does she lose anything."""
    online = {**ANA, "modality": "online"}
    moves = {"moves": [{"seat": "pan.online.speaker.1"}]}  # free for her
    await edge.ask(DESK, "POST", "conferences/moot/delegations/pan/seats", json=moves)
    await confirm(edge, (await draft(edge, nominations=[online]))["id"])
    ana, participant = await approved(edge, online)
    await edge.opened()
    asked = await edge.send(participant, "RequestFloor", kind="statement", item="1", language="es")
    assert asked.status_code == 200, asked.text
    assert (await edge.send("chair", "CallNext")).status_code == 200
    assert (await edge.send("chair", "GiveFloor")).status_code == 200
    second = await draft(edge, nominations=[BORIS])
    assert problem(await confirm(edge, second["id"], withdraw=[ana])) == (409, "holder-speaking")
    assert (await ask(edge, "GET", f"{NOTES}/{second['id']}")).json()["state"] == "draft"
    assert (await edge.send("chair", "EndStatement")).status_code == 200
    done = await confirm(edge, second["id"], withdraw=[ana])
    assert (done.status_code, done.json()["withdrawn"]) == (200, [ana])


async def test_a_revision_that_names_somebody_otherwise(edge: Edge) -> None:
    """The officer sees it in the diff, and on her word the place is that of the note."""
    await confirm(edge, (await draft(edge))["id"])
    boris, participant = await approved(edge, BORIS)
    second = await draft(edge, nominations=[ANA, {**BORIS, "modality": "in_person", "role": "speaker"}])
    shown = (await ask(edge, "GET", f"{NOTES}/{second['id']}/diff")).json()["losing"]
    assert [(each["why"], each["role"], each["after"]["role"]) for each in shown] == [
        ("changed", "observer", "speaker")
    ]
    wrong: list[dict[str, Any]] = [{}, {"change": [boris], "withdraw": [boris]}]
    for how in wrong:
        assert problem(await confirm(edge, second["id"], **how)) == (409, "not-settled")
    done = await confirm(edge, second["id"], change=[boris])
    assert (done.json()["changed"], done.json()["unsettled"]) == ([boris], {}), done.text
    seats = (await ask(edge, "GET", "conferences/moot/delegations/pan")).json()["seats"]
    assert [each["id"] for each in seats if each.get("participant") == participant] == [
        "pan.in_person.speaker.2"
    ]
    assert problem(
        await edge.ask(DESK, "POST", f"{NOTES}/{second['id']}/settle", json={"change": [boris]})
    ) == (
        409,
        "not-settled",
    )


async def test_an_approval_and_a_revision_at_once(edge: Edge) -> None:
    """Whichever is first: nobody is approved whom the note in force does not name, without being told."""
    await confirm(edge, (await draft(edge))["id"])
    second = await draft(edge, nominations=[ANA])
    asked = {key: BORIS[key] for key in ("name", "email", "modality", "role")}
    made = await edge.ask(DESK, "POST", "conferences/moot/registrations", json={**asked, "delegation": "pan"})
    boris = made.json()["id"]
    await edge.ask(DESK, "POST", "conferences/moot/cross-check", json={"delegation": "pan"})
    approve = {"registrations": [boris]}
    approval, confirmation = await asyncio.gather(
        edge.ask(DESK, "POST", "conferences/moot/registrations/approve", json=approve),
        confirm(edge, second["id"]),
    )
    if approval.json()["approved"]:
        assert problem(confirmation) == (409, "not-settled")
    else:
        assert approval.json()["refused"][0]["problem"]["code"] == "not-nominated"
        assert confirmation.status_code == 200


async def test_findings_are_told_in_the_draft_and_refused_at_the_confirmation(edge: Edge) -> None:
    rooms = [{**ANA, "name": f"Person {c}", "email": f"{c}@mfa.example"} for c in "abc"]
    note = await draft(edge, nominations=[*rooms, {**BORIS, "email": ""}])
    found = {(f.get("line"), f["code"], f["weight"]) for f in note["findings"]}
    assert found == {(3, "over-the-limit", "exception"), (4, "missing", "remark")}
    answer = await confirm(edge, note["id"])
    assert problem(answer) == (409, "over-the-limit")
    told = answer.json()
    assert told["rule"] == "ROLE_LIMITS"
    assert told["citation"]
    assert [(e["loc"], e["line"]) for e in told["errors"]] == [("nominations.2.role", "3")]
    assert (await confirm(edge, note["id"], exception="Agreed.")).status_code == 200
    other = "conferences/moot/delegations/ita/notes"
    foreign = await draft(edge, other, nominations=[rooms[0]])
    answer = await confirm(edge, foreign["id"], other, exception="Agreed.")
    assert problem(answer) == (422, "note-refused")
    assert answer.json()["errors"][0]["code"] == "elsewhere"


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"nominations": [ANA, {**ANA, "name": "Other"}]}, "nominations.1.email"),
    ({"nominations": [{**ANA, "email": "none"}]}, "nominations.0.email"),
    ({"nominations": [{**ANA, "name": " "}]}, "nominations.0.name"),
    ({"nominations": [{**ANA, "name": "A\x00b"}]}, "nominations.0.name"),
    ({"nominations": [{**ANA, "sessions": ["tenth"]}]}, "nominations.0.sessions"),
    ({"dated": "2021-09-01"}, "dated"),
    ({"received_at": "2031-09-01T00:00:00Z"}, "received_at"),
]
MALFORMED: list[dict[str, Any]] = [
    {"reference": ""},
    {"reference": "a\x00"},
    {"dated": "0001-01-01"},
    {"received_at": "0001-01-01T00:00:00+14:00"},
    {"received_at": "2021-08-21T10:00:00"},
    {"revision": 0},
    {"nominations": [{**ANA, "modality": "by phone"}]},
    {"nominations": [ANA] * 301},
    {"nominations": [{**ANA, "vote": 1}]},
    {"document": "../../etc/passwd"},
]


async def test_faults_leave_nothing(edge: Edge) -> None:
    for changes, loc in FAULTS:
        answer = await edge.ask(DESK, "POST", NOTES, json={**NOTE, **changes})
        assert problem(answer) == (422, "note-refused")
        assert [e["loc"] for e in answer.json()["errors"]] == [loc]
    for changes in MALFORMED:
        answer = await edge.ask(DESK, "POST", NOTES, json={**NOTE, **changes})
        assert problem(answer) == (422, "invalid-request"), changes
    assert (await ask(edge, "GET", NOTES)).json() == {"notes": []}


async def test_what_is_not_there(edge: Edge) -> None:
    assert problem(await edge.ask(DESK, "POST", NOTES, json={**NOTE, "document": "nothing"})) == (
        404,
        "unknown-document",
    )
    for method, path in (("GET", "x"), ("GET", "x/diff"), ("DELETE", "x")):
        assert problem(await ask(edge, method, f"{NOTES}/{path}")) == (404, "unknown-note")
    assert problem(await confirm(edge, "x")) == (404, "unknown-note")
    foreign = "conferences/moot/delegations/xyz/notes"
    assert problem(await edge.ask(DESK, "POST", foreign, json=NOTE)) == (404, "not-found")
    note = await draft(edge)
    there = f"conferences/moot/delegations/ita/notes/{note['id']}"
    assert problem(await ask(edge, "GET", there)) == (404, "unknown-note")


async def test_a_revision_older_than_the_last_and_a_note_already_decided(edge: Edge) -> None:
    note = await draft(edge, revision=2)
    await confirm(edge, note["id"])
    for changes in ({"revision": 2}, {"revision": 1}, {"dated": "2021-08-19"}):
        answer = await edge.ask(DESK, "POST", NOTES, json={**NOTE, **changes})
        assert problem(answer) == (409, "older-revision")
    for method, body in (("PUT", NOTE), ("DELETE", {})):
        assert problem(await ask(edge, method, f"{NOTES}/{note['id']}", **body)) == (409, "note-decided")
    assert problem(await confirm(edge, note["id"])) == (409, "note-decided")
    third = await draft(edge)
    assert (await ask(edge, "DELETE", f"{NOTES}/{third['id']}")).status_code == 204
    assert len((await ask(edge, "GET", NOTES)).json()["notes"]) == 1


async def test_the_desk_alone(edge: Edge) -> None:
    note = await draft(edge)
    for who in ("chair", "pan-online", "ita-online", "booth", "operator", "hall"):
        for method, path, body in (
            ("GET", NOTES, None),
            ("POST", NOTES, NOTE),
            ("GET", f"{NOTES}/{note['id']}", None),
            ("PUT", f"{NOTES}/{note['id']}", NOTE),
            ("DELETE", f"{NOTES}/{note['id']}", None),
            ("GET", f"{NOTES}/{note['id']}/diff", None),
            ("POST", f"{NOTES}/{note['id']}/confirm", {}),
            ("POST", f"{NOTES}/{note['id']}/settle", {}),
        ):
            answer = await edge.ask(who, method, path, json=body)
            assert problem(answer) == (403, "not-allowed"), (who, method, path)


async def test_a_note_that_does_not_say_when_it_came_came_now(edge: Edge) -> None:
    """By the service's clock, which a rehearsal sets: not by the sender's."""
    made = await ask(edge, "POST", NOTES, **{k: v for k, v in NOTE.items() if k != "received_at"})
    assert made.status_code == 201, made.text
    assert made.json()["received_at"].startswith(f"{AT:%Y-%m-%dT%H:%M}")
