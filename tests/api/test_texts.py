"""Texts of statements: handed in before the request, embargoed until heard, in step with the log."""

import asyncio
from typing import Any

from httpx import Response
from sqlalchemy import select
from sqlmodel import col
from tests.api.edge import Edge, problem
from tests.conduct.moot import AT, MEETING, NEXT, token_for
from tests.documents import papers

from hemicycle.conduct import text_quota
from hemicycle.journal import log
from hemicycle.registry import audit
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.storage import reading, writing
from hemicycle.storage.tables import DocumentRow, TextFileRow, TextRow

PLACE = f"meetings/{MEETING}/texts"
PDF = papers.text_pdf("Thank you, Madam Chair.")
FRENCH = papers.text_pdf("Merci, Madame la Présidente.")
EMBARGOED = ("chair", "desk", "operator", "booth", "pan-room", "pan-observer")
OTHERS = ("hall", "ita-room", "wb-online")


async def hand_in(
    edge: Edge, who: str = "pan-room", content: bytes = PDF, *, language: str = "en", **about: str
) -> Response:
    asked = {"item": "1", "language": language, **about}
    files = {"file": ("Speech of Ms Silva, final.pdf", content)}
    return await edge.ask(who, "POST", PLACE, params=asked, files=files)


async def made(edge: Edge, who: str = "pan-room", content: bytes = PDF, **about: str) -> Any:
    answer = await hand_in(edge, who, content, **about)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def meeting(edge: Edge) -> Meeting:
    return (await edge.service.parts.conductor.sitting(MEETING)).meeting


async def heard(edge: Edge, delegation: str = "pan") -> None:
    """The delegation's statement on item 1, from the request to its end."""
    for who, command in (
        (f"{delegation}-room", "RequestFloor"),
        ("chair", "CallNext"),
        ("chair", "GiveFloor"),
        ("chair", "EndStatement"),
    ):
        answer = await edge.send(who, command)
        assert answer.status_code == 200, answer.text


def kept(edge: Edge) -> list[tuple[str, str, str]]:
    """Delegation, language and file name of all that the rows hold."""
    with reading(edge.engine) as conn:
        found = conn.execute(
            select(col(TextRow.delegation_id), col(TextFileRow.language), col(DocumentRow.name))
            .join_from(TextRow, TextFileRow, col(TextFileRow.text_id) == col(TextRow.id))
            .join(DocumentRow, col(DocumentRow.id) == col(TextFileRow.document_id))
            .order_by(col(TextRow.delegation_id), col(TextFileRow.language))
        )
        return [(delegation, language, name) for delegation, language, name in found]


def logged(edge: Edge, *kinds: type[e.Event]) -> list[e.Event]:
    with reading(edge.engine) as conn:
        return [r.event for r in log.read(conn, MEETING) if isinstance(r.event, kinds)]


async def test_a_delegation_hands_in_its_text_language_by_language(edge: Edge) -> None:
    first = await made(edge)
    assert first == {
        "id": first["id"],
        "delegation": "pan",
        "item": "1",
        "languages": ["en"],
        "check": True,
        "public": False,
    }
    second = await made(edge, content=FRENCH, language="fr")
    assert (second["id"], second["languages"]) == (first["id"], ["en", "fr"])
    assert kept(edge) == [("pan", "en", "pan-item-1-en.pdf"), ("pan", "fr", "pan-item-1-fr.pdf")]
    assert [(t.text, t.languages) for t in logged(edge, e.TextAttached) if isinstance(t, e.TextAttached)] == [
        (first["id"], ("en",)),
        (first["id"], ("en", "fr")),
    ]
    with reading(edge.engine) as conn:
        acts = audit.of(conn, "moot", f"text:{first['id']}")
    assert [act.action for act in acts] == ["text handed in"] * 2


async def test_languages_that_come_at_once_are_of_one_text(edge: Edge) -> None:
    one, other = await asyncio.gather(made(edge), made(edge, content=FRENCH, language="fr"))
    assert one["id"] == other["id"]
    (text,) = (await meeting(edge)).texts.values()
    assert text.languages == ("en", "fr")


async def test_until_it_was_heard_a_later_version_takes_the_place_of_the_former(edge: Edge) -> None:
    text = (await made(edge))["id"]
    await made(edge, content=FRENCH)
    given = await edge.ask("booth", "GET", f"{PLACE}/{text}/en")
    assert given.content == FRENCH
    assert kept(edge) == [("pan", "en", "pan-item-1-en.pdf")]
    with reading(edge.engine) as conn:
        assert len(conn.execute(select(col(DocumentRow.id))).all()) == 1


async def test_texts_before_it_was_heard_booths_podium_and_its_own_delegation_read_it(edge: Edge) -> None:
    text = (await made(edge))["id"]
    for who in EMBARGOED:
        given = await edge.ask(who, "GET", f"{PLACE}/{text}/en")
        assert (given.status_code, given.content) == (200, PDF), who
        assert given.headers["content-disposition"] == 'attachment; filename="pan-item-1-en.pdf"'
        assert "sandbox" in given.headers["content-security-policy"]
        assert [each["id"] for each in (await edge.ask(who, "GET", PLACE)).json()] == [text]
    for who in OTHERS:
        assert problem(await edge.ask(who, "GET", f"{PLACE}/{text}/en")) == (404, "unknown-text"), who
        assert (await edge.ask(who, "GET", PLACE)).json() == []


async def test_texts_once_it_was_heard_everybody_reads_it(edge: Edge) -> None:
    text = (await made(edge))["id"]
    await edge.opened()
    await heard(edge)
    for who in (*EMBARGOED, *OTHERS):
        assert (await edge.ask(who, "GET", f"{PLACE}/{text}/en")).content == PDF, who
        (listed,) = (await edge.ask(who, "GET", PLACE)).json()
        assert (listed["id"], listed["public"]) == (text, True)
        assert listed["request"] in (await meeting(edge)).delivered
    gone = await edge.ask("hall", "GET", f"{PLACE}/{text}/fr")
    assert problem(gone) == (404, "unknown-document")


async def test_what_was_heard_gains_languages_and_keeps_its_files(edge: Edge) -> None:
    text = (await made(edge))["id"]
    await edge.opened()
    await heard(edge)
    assert (await made(edge, "desk", FRENCH, language="fr", delegation="pan", text=text))["languages"] == [
        "en",
        "fr",
    ]
    again = await hand_in(edge, "desk", FRENCH, delegation="pan", text=text)
    assert problem(again) == (409, "text-published")
    back = await edge.ask("pan-room", "DELETE", f"{PLACE}/{text}")
    assert problem(back) == (409, "text-published")
    assert [language for _, language, _ in kept(edge)] == ["en", "fr"]


async def test_a_text_that_comes_after_the_statement_is_public_at_once(edge: Edge) -> None:
    await edge.opened()
    await heard(edge)
    assert (await made(edge))["public"]
    assert [type(event) for event in logged(edge, e.TextAttached, e.TextPublishable)] == [
        e.TextAttached,
        e.TextPublishable,
    ]


async def test_a_text_is_taken_back_with_its_files(edge: Edge) -> None:
    who, text = "pan-online", (await made(edge))["id"]
    await made(edge, content=FRENCH, language="fr")
    assert (await edge.ask(who, "DELETE", f"{PLACE}/{text}")).status_code == 204
    assert kept(edge) == []
    assert (await meeting(edge)).texts == {}
    assert problem(await edge.ask("booth", "GET", f"{PLACE}/{text}/en")) == (404, "unknown-text")
    assert problem(await edge.ask(who, "DELETE", f"{PLACE}/{text}")) == (404, "unknown-text")


async def test_after_the_meeting_what_was_never_heard_is_removed_from_the_rows(edge: Edge) -> None:
    text = (await made(edge))["id"]
    await edge.opened()
    assert (await edge.send("chair", "AdjournMeeting")).status_code == 200
    assert problem(await hand_in(edge, content=FRENCH, language="fr")) == (409, "adjourned")
    assert (await edge.ask("desk", "DELETE", f"{PLACE}/{text}")).status_code == 204
    assert kept(edge) == []
    assert logged(edge, e.TextWithdrawn) == []
    assert problem(await edge.ask("booth", "GET", f"{PLACE}/{text}/en")) == (404, "unknown-document")


async def test_who_only_listens_takes_nothing_from_her_delegation(edge: Edge) -> None:
    text = (await made(edge))["id"]
    for answer in (
        await hand_in(edge, "pan-observer", FRENCH, language="en"),
        await edge.ask("pan-observer", "DELETE", f"{PLACE}/{text}"),
    ):
        assert problem(answer) == (409, "listen-only")
        assert answer.json()["rule"] == "ROLE_LISTEN_ONLY"
    assert (await edge.ask("pan-room", "GET", f"{PLACE}/{text}/en")).content == PDF
    await made(edge, "pan-observer", FRENCH, language="fr")
    path = "conferences/moot/delegations/pan/people/pan-observer/part"
    named = await edge.ask("desk", "PUT", path, json={"part": "head"})
    assert named.status_code == 204
    assert (await edge.ask("pan-observer", "DELETE", f"{PLACE}/{text}")).status_code == 204


async def test_a_delegation_sends_so_many_files_on_an_item_and_the_desk_any(edge: Edge) -> None:
    """Whatever becomes of them: each lies in the folder until it is swept."""
    text = (await made(edge))["id"]
    assert (await edge.ask("pan-room", "DELETE", f"{PLACE}/{text}")).status_code == 204
    refused = await hand_in(edge, "pan-online", text="nothing-of-the-kind")
    assert problem(refused) == (404, "unknown-text")
    login, _ = token_for(edge.engine, "pan-room")
    with writing(edge.engine) as conn:
        for _ in range(text_quota.MOST_FILES - 3):
            text_quota.note(conn, login, "pan", "1", AT)
    await made(edge)
    for who in ("pan-room", "pan-online"):
        assert problem(await hand_in(edge, who)) == (409, "too-many-texts")
    assert problem(await hand_in(edge, item="2")) == (404, "unknown-item"), "of another item nothing was sent"
    await made(edge, "ita-room")
    await made(edge, "desk", delegation="pan")
    with reading(edge.engine) as conn:
        assert audit.of(conn, "moot", text_quota.subject_of("pan", "2")) == ()


async def test_nobody_hands_in_or_takes_back_for_another_delegation(edge: Edge) -> None:
    text = (await made(edge))["id"]
    assert problem(await hand_in(edge, "ita-room", delegation="pan")) == (403, "not-allowed")
    for who in ("chair", "booth", "operator", "hall"):
        assert problem(await hand_in(edge, who, delegation="pan")) == (403, "not-allowed")
    assert problem(await edge.ask("ita-room", "DELETE", f"{PLACE}/{text}")) == (404, "unknown-text")
    assert problem(await edge.ask("booth", "DELETE", f"{PLACE}/{text}")) == (403, "not-allowed")
    assert problem(await hand_in(edge, "desk")) == (422, "invalid-request")
    assert [delegation for delegation, _, _ in kept(edge)] == ["pan"]


async def test_what_is_not_there_is_refused_and_nothing_kept(edge: Edge) -> None:
    assert problem(await hand_in(edge, item="9")) == (404, "unknown-item")
    assert problem(await hand_in(edge, text="nothing-of-the-kind")) == (404, "unknown-text")
    assert problem(await hand_in(edge, language="english")) == (422, "invalid-request")
    assert problem(await hand_in(edge, delegation="nobody")) == (403, "not-allowed")
    answer = await hand_in(edge, content=papers.picture("PNG"))
    assert (problem(answer), answer.json()["reason"]) == ((422, "file-refused"), "wrong-type")
    assert kept(edge) == []
    assert logged(edge, e.TextAttached) == []


async def test_a_delegate_of_elsewhere_gets_no_further_than_the_door(edge: Edge) -> None:
    text = (await made(edge))["id"]
    elsewhere = await edge.program("ita-room", meeting=NEXT)
    answer = await elsewhere.get(f"/api/v1/{PLACE}/{text}/en")
    assert problem(answer) == (403, "foreign-meeting")


async def test_who_handed_it_in_finds_it_among_her_data(edge: Edge) -> None:
    text = (await made(edge))["id"]
    data = (await edge.ask("desk", "GET", "conferences/moot/people/pan-room/data")).json()
    assert [row["text_id"] for row in data["texts"]] == [text]
    other = (await edge.ask("desk", "GET", "conferences/moot/people/ita-room/data")).json()
    assert other["texts"] == []


async def test_what_the_next_meeting_has_taken_over_is_taken_back_there(edge: Edge) -> None:
    text = (await made(edge))["id"]
    await edge.opened()
    assert (await edge.send("chair", "AdjournMeeting")).status_code == 200
    there = f"meetings/{NEXT}/texts"
    assert [each["id"] for each in (await edge.ask("booth", "GET", there)).json()] == [text]
    assert (await edge.ask("booth", "GET", f"{there}/{text}/en")).content == PDF
    assert problem(await edge.ask("pan-room", "DELETE", f"{PLACE}/{text}")) == (409, "handed-on")
    assert (await edge.ask("pan-room", "DELETE", f"{there}/{text}")).status_code == 204
    assert (await edge.ask("booth", "GET", there)).json() == []
    assert kept(edge) == []
