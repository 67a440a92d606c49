"""Invitations to register: links that anybody may have. What they let do, and whom they keep from nothing."""

from typing import Any

from httpx import Response
from sqlalchemy import update
from sqlmodel import col
from tests.api.edge import HERE, Edge, problem
from tests.api.test_registrations import AFTER, BEFORE, PERSON, close_at, desk, listed
from tests.conduct.moot import AT

from hemicycle.registry import mail, registrations
from hemicycle.registry.invitations import MOST_PENDING
from hemicycle.registry.registrations import NewRegistration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import reading, writing
from hemicycle.storage.tables import RegistrationRow


async def invited(edge: Edge, **body: Any) -> tuple[str, str]:
    made = await desk(edge, "POST", "invitations", json=body)
    assert made.status_code == 201, made.text
    address, _, code = made.json()["link"].partition("#")
    return str(address), str(code)


async def test_an_invited_person_registers_until_the_deadline(edge: Edge) -> None:
    close_at(edge, BEFORE)
    address, code = await invited(edge, delegation="pan")
    browser = await edge.browser(Origin=HERE)
    form = (await browser.post(f"{address}/form", json={"code": code})).json()
    assert (form["delegation"], [d["id"] for d in form["delegations"]], form["closed"]) == (
        "pan",
        ["pan"],
        False,
    )
    made = await browser.post(address, json={"code": code, **PERSON, "gender": "female"})
    assert made.status_code == 201, made.text
    assert made.json()["delegation"] == "pan"
    again = await browser.post(address, json={"code": code, **PERSON})
    assert problem(again) == (409, "already-registered")
    close_at(edge, AFTER)
    late = await browser.post(address, json={"code": code, **PERSON, "email": "late@mfa.example"})
    assert problem(late) == (409, "registration-closed")
    assert late.json()["rule"] == "REGISTRATION_DEADLINE"
    assert (await browser.post(f"{address}/form", json={"code": code})).json()["closed"] is True
    assert [each["source"] for each in await listed(edge)] == ["form"]


async def test_what_others_have_asked_for_is_told_to_nobody_who_has_a_link(edge: Edge) -> None:
    """And who is first to write somebody's address down does not keep her out."""
    browser = await edge.browser(Origin=HERE)
    of_pan, of_ita, of_any = [
        await invited(edge, **to) for to in ({"delegation": "pan"}, {"delegation": "ita"}, {})
    ]
    answers = []
    for (address, code), more in ((of_pan, {}), (of_ita, {}), (of_any, {"delegation": "pan"})):
        answers.append(await browser.post(address, json={"code": code, **PERSON, **more}))
    assert [answer.status_code for answer in answers] == [201] * 3
    assert [answer.json().keys() for answer in answers] == [answers[0].json().keys()] * 3
    assert {(answer.json()["state"], len(answer.json()["registration"])) for answer in answers} == {
        ("pending", 32)
    }
    waiting = await listed(edge)
    assert sorted(each["delegation"] for each in waiting) == ["ita", "pan"], "the secretariat sees both"
    decided = []
    for each in waiting:
        act = {"registrations": [each["id"]], "reason": "asked by note"}
        decided.append((await desk(edge, "POST", "registrations/approve", json=act)).json())
    assert [len(each["approved"]) for each in decided] == [1, 0]
    assert [line["problem"]["code"] for line in decided[1]["refused"]] == ["already-registered"]


async def test_one_link_fills_no_list(edge: Edge) -> None:
    address, code = await invited(edge, delegation="pan")
    of_ita, code_of_ita = await invited(edge, delegation="ita")
    browser = await edge.browser(Origin=HERE)

    async def ask(number: int) -> Response:
        return await browser.post(address, json={"code": code, **PERSON, "email": f"p{number}@mfa.example"})

    with writing(edge.engine) as conn:
        for number in range(MOST_PENDING - 1):
            new = NewRegistration(
                conference="moot",
                delegation="pan",
                name=f"P {number}",
                email=f"q{number}@mfa.example",
                modality=Modality.ONLINE,
                role=Role.OBSERVER,
                submitted_at=AT,
            )
            registrations.add(conn, new, AT, "test")
    assert (await ask(1)).status_code == 201
    assert problem(await ask(2)) == (409, "too-many-pending")
    assert (await browser.post(of_ita, json={"code": code_of_ita, **PERSON})).status_code == 201
    first = (await listed(edge))[0]["id"]
    await desk(edge, "POST", "registrations/reject", json={"registrations": [first], "reason": "unknown"})
    assert (await ask(2)).status_code == 201


async def test_an_invitation_opens_only_by_its_code_and_from_its_own_page(edge: Edge) -> None:
    address, code = await invited(edge)
    browser = await edge.browser(Origin=HERE)
    assert problem(await browser.post(address, json={"code": "x", **PERSON})) == (403, "invitation-refused")
    assert problem(await browser.post("/register/nobody/form", json={"code": code})) == (
        403,
        "invitation-refused",
    )
    other = await edge.browser(Origin="http://elsewhere.example")
    assert problem(await other.post(address, json={"code": code, **PERSON})) == (403, "wrong-origin")
    assert problem(await browser.post(address, json={"code": code, **PERSON})) == (404, "not-found")
    ended = await desk(edge, "DELETE", f"invitations/{address.rpartition('/')[2]}")
    assert ended.status_code == 204
    answer = await browser.post(address, json={"code": code, **PERSON, "delegation": "pan"})
    assert problem(answer) == (403, "invitation-refused")
    assert (await desk(edge, "GET", "invitations")).json()["invitations"][0]["revoked_at"]


async def test_an_invitation_is_sent_where_an_address_is_given(edge: Edge) -> None:
    _, code = await invited(edge, delegation="pan", address="mission@pan.example")
    with reading(edge.engine) as conn:
        (letter,) = mail.letters(conn, "moot")
    assert (letter.kind, letter.address) == ("invitation", "mission@pan.example")
    assert "mission@" not in letter.key
    assert letter.sent_at is not None or code in letter.body
    refused = await desk(edge, "POST", "invitations", json={"address": "mission@pan.example"})
    assert problem(refused) == (422, "invalid-request")


async def test_a_flood_of_guesses_is_slowed(edge: Edge) -> None:
    browser = await edge.browser(Origin=HERE)
    answers = [await browser.post("/register/guessed/form", json={"code": "x"}) for _ in range(60)]
    assert {answer.status_code for answer in answers} == {403, 429}


async def test_who_guesses_keeps_nobody_out_who_has_the_link(edge: Edge) -> None:
    address, code = await invited(edge, delegation="pan")
    guessing, invited_one = await edge.browser(Origin=HERE), await edge.browser(Origin=HERE)
    wrong = [await guessing.post(f"{address}/form", json={"code": "x"}) for _ in range(60)]
    assert {answer.status_code for answer in wrong} == {403, 429}
    assert (await invited_one.post(f"{address}/form", json={"code": code})).status_code == 200
    assert (await invited_one.post(address, json={"code": code, **PERSON})).status_code == 201


async def test_what_is_no_id_of_an_invitation_is_not_looked_at(edge: Edge) -> None:
    browser = await edge.browser(Origin=HERE)
    long = "x" * 60_000
    for path, body in ((f"{long}/form", {"code": "x"}), (long, {"code": "x", **PERSON})):
        assert problem(await browser.post(f"/register/{path}", json=body)) == (422, "invalid-request")
    assert problem(await desk(edge, "DELETE", f"invitations/{long}")) == (422, "invalid-request")


async def test_an_address_that_cannot_be_written_to_stops_nobody_else_s_letter(edge: Edge) -> None:
    """Such as came in before the form looked at them."""
    keys = {}
    for name, email in (("one", "one@mfa.example"), ("bad", "b@x..y"), ("two", "two@mfa.example")):
        made = await desk(
            edge, "POST", "registrations", json={**PERSON, "delegation": "pan", "email": f"{name}@x.example"}
        )
        keys[name] = made.json()["id"]
        with writing(edge.engine) as conn:
            of = col(RegistrationRow.id) == keys[name]
            conn.execute(update(RegistrationRow).where(of).values(email=email))
    told = await desk(edge, "POST", "announcements", json={"subject": "s", "text": "t"})
    assert (told.status_code, told.json()["queued"]) == (202, 2)
    act = {"registrations": list(keys.values()), "reason": "asked by note"}
    decided = (await desk(edge, "POST", "registrations/approve", json=act)).json()
    assert {line["registration"] for line in decided["approved"]} == {keys["one"], keys["two"]}
    refused = [(line["registration"], line["problem"]["code"]) for line in decided["refused"]]
    assert refused == [(keys["bad"], "address-refused")]
