"""All about a person on request; and a person erased, with every log as it was."""

from typing import Any

from httpx import Response
from sqlalchemy import insert, select
from tests.api.edge import HERE, Edge, problem
from tests.conduct.accrediting import ONLINE_OBSERVER, WHO, registered
from tests.conduct.moot import MEETING

from hemicycle.access import logins
from hemicycle.journal import log
from hemicycle.registry import audit, mail, people, registrations
from hemicycle.registry.registrations import Registration
from hemicycle.rules.evolve import evolve
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.storage import reading, writing
from hemicycle.storage.columns import METADATA
from hemicycle.storage.tables import NominationRow


async def ask(edge: Edge, method: str, path: str, **request: Any) -> Response:
    return await edge.ask("desk", method, f"conferences/moot/{path}", **request)


async def admitted(edge: Edge) -> Registration:
    """Somebody who was nominated, has registered, was approved, and was written to."""
    (asked,) = registered(edge.engine, "pan", [ONLINE_OBSERVER])
    answer = await ask(edge, "POST", "registrations/approve", json={"registrations": [asked]})
    assert answer.status_code == 200, answer.text
    with reading(edge.engine) as conn:
        return registrations.registration(conn, "moot", asked)


def replayed(edge: Edge) -> tuple[list[Any], Meeting]:
    """The log as it stands, and what it comes to."""
    with reading(edge.engine) as conn:
        recorded = log.read(conn, MEETING)
    meeting = EMPTY
    for each in recorded:
        meeting = evolve(meeting, each.event)
    return recorded, meeting


def everything(edge: Edge) -> str:
    """Every row of every table, as text."""
    with reading(edge.engine) as conn:
        tables = [conn.execute(select(table)).all() for table in METADATA.sorted_tables]
    return "\n".join(repr(row) for rows in tables for row in rows)


async def test_everything_about_a_person_is_handed_out(edge: Edge) -> None:
    await edge.opened()
    person = await admitted(edge)
    found = (await ask(edge, "GET", f"people/{person.participant}/data")).json()
    assert {kind for kind, rows in found.items() if rows} >= {
        *(
            "participants",
            "registrations",
            "nominations",
            "logins",
            "mail",
            "seats",
            "places",
            "audit",
            "log",
        ),
    }
    assert [row["email"] for row in found["registrations"]] == [person.email]
    assert [row["name"] for row in found["nominations"]] == [person.name]
    assert all("hash" not in key for row in found["logins"] for key in row)
    assert [each["event"] for each in found["log"]]
    same = (await ask(edge, "GET", f"people/{person.id}/data")).json()
    assert same["registrations"] == found["registrations"]
    (nomination,) = found["nominations"]
    again = (await ask(edge, "GET", f"people/{nomination['id']}/data")).json()
    assert [each["key"] for each in again["mail"]] == [each["key"] for each in found["mail"]]
    lines = (await ask(edge, "GET", "audit", params={"subject": f"person:{person.participant}"})).json()
    assert [line["action"] for line in lines] == ["exported"]


async def test_an_erased_person_is_nowhere_and_the_log_is_as_it_was(edge: Edge) -> None:
    await edge.opened()
    person = await admitted(edge)
    other = await admitted(edge)
    await ask(edge, "POST", "exports/role-sheet")
    assert person.name in everything(edge)
    before, _ = replayed(edge)
    answer = await ask(edge, "POST", f"people/{person.participant}/erase")
    assert answer.status_code == 200, answer.text
    erased = answer.json()
    assert erased["name"] == "a representative of Pan"
    assert erased["rows"]["registrations"] == erased["rows"]["nominations"] == 1
    left = everything(edge)
    assert person.name not in left
    assert person.email not in left
    assert other.name in left
    assert other.email in left
    assert (await ask(edge, "GET", "cross-check")).json()["unregistered"] == []
    shown = (await ask(edge, "GET", "delegations/pan")).json()["problems"]
    assert "not-registered" not in {each["code"] for each in shown}
    after, meeting = replayed(edge)
    assert after[: len(before)] == before  # untouched; what is new is that her seat was freed
    assert all(seat.participant != person.participant for seat in meeting.roster.values())
    again = await ask(edge, "POST", f"people/{person.participant}/erase")
    assert again.status_code == 200, again.text
    assert other.email in everything(edge)


async def test_her_consoles_close_and_the_others_read_the_new_name(edge: Edge) -> None:
    await edge.opened()
    person = await admitted(edge)
    assert person.participant is not None
    program = await edge.program(person.participant)
    assert (await program.get("/api/v1/session")).status_code == 200
    await ask(edge, "POST", f"people/{person.participant}/erase")
    assert problem(await program.get("/api/v1/session")) == (401, "login-revoked")
    delegation = (await ask(edge, "GET", "delegations/pan")).json()
    assert person.participant not in {each["id"] for each in delegation["people"]}
    with reading(edge.engine) as conn:
        assert people.directory(conn, "moot")[person.participant].name == "a representative of Pan"


async def test_who_has_the_floor_is_not_erased(edge: Edge) -> None:
    await edge.opened()
    await edge.send("pan-room", "RequestFloor")
    assert (await edge.send("chair", "CallNext")).status_code == 200
    assert (await edge.send("chair", "GiveFloor")).status_code == 200
    assert problem(await ask(edge, "POST", "people/pan-room/erase")) == (409, "holder-speaking")
    assert "Pan Room" in everything(edge)
    assert (await (await edge.program("pan-room")).get("/api/v1/session")).status_code == 200


async def test_reasons_that_concern_her_are_erased_with_her(edge: Edge) -> None:
    await edge.opened()
    await edge.send("pan-room", "RequestFloor")
    view = (await edge.ask("desk", "GET", f"meetings/{MEETING}/views/podium")).json()["view"]
    (request,) = view["entries"]
    said = await edge.send("desk", "WithdrawRequest", request=request, reason="her child is ill")
    assert said.status_code == 200, said.text
    assert "her child is ill" in everything(edge)
    erased = (await ask(edge, "POST", "people/pan-room/erase")).json()
    assert erased["rows"]["reasons"] == 1
    assert "her child is ill" not in everything(edge)


async def test_after_an_erasure_no_table_has_her_name_her_address_or_a_word_about_her(edge: Edge) -> None:
    """Kept in a place, a seat and a pool that the limits no longer have, with a text; named by others'."""
    await edge.opened()
    person, other = await admitted(edge), await admitted(edge)
    policy = {
        "reason": f"{person.name} is too much",
        "limits": [],
        "pools": [{"id": "platform", "modality": "online", "size": 1}],
    }
    assert (await ask(edge, "POST", "policies", json=policy)).status_code == 201
    for who, reason in ((person, "her knee is hurt"), (other, f"instead of {person.name.upper()}, ill")):
        keep = {"participants": [who.participant], "act": "keep", "reason": reason}
        settled = await ask(edge, "POST", "policies/2/settle", json=keep)
        assert settled.status_code == 200, settled.text
    await ask(edge, "POST", "exports/role-sheet")
    before = everything(edge)
    words = (person.name, person.email, "her knee is hurt", person.name.upper(), "is too much")
    assert all(each in before for each in words)
    erased = await ask(edge, "POST", f"people/{person.participant}/erase")
    assert erased.status_code == 200, erased.text
    left = everything(edge)
    assert not [each for each in words[:4] if each in left]
    assert "instead of a representative of Pan, ill" in left
    assert "a representative of Pan is too much" in left
    assert other.email in left


async def test_who_came_with_the_file_gives_up_what_she_holds(edge: Edge) -> None:
    program = await edge.program("pan-online")
    for who in ("chair", "pan-room", "pan-online"):
        refused = await edge.ask(who, "POST", "conferences/moot/people/pan-online/release", json={})
        assert problem(refused) == (403, "not-allowed")
    released = await ask(edge, "POST", "people/pan-online/release", json={"reason": "recalled"})
    assert released.status_code == 204, released.text
    assert problem(await program.get("/api/v1/session")) == (401, "login-revoked")
    (limit,) = (
        each
        for each in (await ask(edge, "GET", "delegations/pan")).json()["limits"]
        if (each["modality"], each["role"]) == ("online", "speaker")
    )
    assert (limit["nominated"], limit["free_places"]) == (2, 2)
    assert (limit["at_once"], limit["free_seats"]) == (1, 1)
    assert problem(await ask(edge, "POST", "people/nobody/release", json={})) == (409, "seat-refused")


async def test_nobody_of_that_id(edge: Edge) -> None:
    assert problem(await ask(edge, "GET", "people/nobody/data")) == (404, "not-found")
    assert problem(await ask(edge, "POST", "people/nobody/erase")) == (404, "not-found")


async def found(edge: Edge, text: str = "") -> dict[str, str]:
    """Who is found: name → how she stands to the conference."""
    told = (await ask(edge, "GET", "people", params={"text": text})).json()
    assert len(told["people"]) == min(told["total"], 50)
    return {each["name"]: each["standing"] for each in told["people"]}


async def test_everybody_is_found_however_she_stands(edge: Edge) -> None:
    """Registered in any state, named by a note, of the conference's file: each by an id that leads on."""
    approved = await admitted(edge)
    asked = registered(edge.engine, "pan", [ONLINE_OBSERVER] * 3)
    _, rejected, withdrawn = asked
    body = {"registrations": [rejected], "reason": "not known"}
    await ask(edge, "POST", "registrations/reject", json=body)
    await ask(edge, "POST", "registrations/withdraw", json={"registrations": [withdrawn]})
    with writing(edge.engine) as conn:
        row = {"id": "only-named", "note_id": "note-pan", "place": 99, "name": "Zoë Named", "sessions": []}
        part = {"modality": "online", "role": "observer", "email": "zoe@pan.example"}
        conn.execute(insert(NominationRow).values({**row, **part, **WHO}))
        names = {each.id: each.name for each in registrations.registrations(conn, "moot")}
    everybody = await found(edge, "PAN")
    assert everybody["Zoë Named"] == "nominated"
    assert [everybody[names[each]] for each in (approved.id, *asked)] == [
        "approved",
        "pending",
        "rejected",
        "withdrawn",
    ]
    assert await found(edge, "zoë pan") == {"Zoë Named": "nominated"}
    assert await found(edge, "nobody here") == {}
    one = (await ask(edge, "GET", "people/only-named")).json()
    assert (one["id"], one["delegation"], one["standing"]) == ("only-named", "pan", "nominated")
    assert (await ask(edge, "GET", "people/pan-online")).json()["standing"] == "of_file"
    assert (await ask(edge, "GET", f"people/{rejected}/data")).json()["registrations"]
    assert problem(await ask(edge, "GET", "people/nobody")) == (404, "not-found")
    await ask(edge, "POST", "people/only-named/erase")
    await ask(edge, "POST", f"people/{rejected}/erase")
    assert (await ask(edge, "GET", f"people/{rejected}")).json()["name"] == "a representative of Pan"
    assert not {"Zoë Named", names[rejected], "a representative of Pan"} & (await found(edge)).keys()


async def test_a_new_link_goes_to_the_same_address_and_the_old_one_is_dead(edge: Edge) -> None:
    await edge.opened()
    person = await admitted(edge)
    assert person.participant is not None
    program = await edge.program(person.participant)
    told = (await ask(edge, "POST", f"people/{person.participant}/link")).json()
    assert told == {"address": person.email, "ended": 1}
    assert (await program.get("/api/v1/session")).status_code == 200  # a program's token is no link
    with reading(edge.engine) as conn:
        letters = mail.letters(conn, "moot")
        audited = audit.of(conn, "moot", f"participant:{person.participant}")
    assert [each.address for each in letters if "new personal link" in each.body] == [person.email]
    assert all(each.sent_at for each in letters if "new personal link" not in each.body)  # else it is dropped
    assert ("link-renewed", 1) in [(each.action, each.detail.get("ended")) for each in audited]
    again = (await ask(edge, "POST", f"people/{person.participant}/link")).json()
    assert again["ended"] == 1
    with reading(edge.engine) as conn:
        assert len(logins.of_participant(conn, "moot", person.participant)) == 2  # the program's, the link's


async def test_a_link_is_handed_out_where_no_address_is_known(edge: Edge) -> None:
    old = edge.link("pan-online")
    told = (await ask(edge, "POST", "people/pan-online/link")).json()
    assert "address" not in told
    login, _, code = told["link"].removeprefix("/enter#").partition(".")
    browser = await edge.browser(Origin=HERE)
    refused = await browser.post("/enter", json={"login": old.login, "code": old.code})
    assert problem(refused) == (403, "link-refused")
    assert (await browser.post("/enter", json={"login": login, "code": code})).status_code == 200


async def test_who_takes_part_no_more_gets_no_link(edge: Edge) -> None:
    person = await admitted(edge)
    await ask(edge, "POST", "registrations/withdraw", json={"registrations": [person.id]})
    await ask(edge, "POST", "people/pan-online/release", json={})
    for participant in (person.participant, "pan-online"):
        refused = await ask(edge, "POST", f"people/{participant}/link")
        assert problem(refused) == (409, "takes-no-part")
        body = {"conference": "moot", "participant": participant}
        minted = await edge.ask("desk", "POST", "logins", json=body)
        assert problem(minted) == (409, "takes-no-part")
    assert problem(await ask(edge, "POST", "people/nobody/link")) == (404, "not-found")
