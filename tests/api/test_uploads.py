"""Files at the edge: taken whole and by their content, given out to be saved, never shown."""

import asyncio
from collections.abc import AsyncIterator
from hashlib import sha256

from httpx import Response
from sqlalchemy import select
from sqlmodel import col
from tests.api.edge import Edge, problem
from tests.api.listening import Listening
from tests.api.noting import NOTE, NOTES, confirm, draft
from tests.conduct.moot import token_for
from tests.documents import papers

from hemicycle.documents.kinds import MOST_BYTES
from hemicycle.registry import audit
from hemicycle.storage import reading
from hemicycle.storage.tables import DocumentRow

PLACE = "conferences/moot/documents"
PDF = papers.table_pdf()


async def upload(
    edge: Edge, content: bytes, name: str = "note.pdf", who: str = "desk", **fields: str
) -> Response:
    return await edge.ask(who, "POST", PLACE, files={"file": (name, content)}, data=fields)


def stored(edge: Edge) -> tuple[list[str], list[str]]:
    """What rows name, and what lies in the folder."""
    with reading(edge.engine) as conn:
        rows = list(conn.execute(select(col(DocumentRow.sha256))).scalars())
    folder = edge.service.parts.files.folder
    return sorted(rows), sorted(path.name for path in folder.rglob("*") if path.is_file())


async def test_a_file_is_stored_and_given_out_to_be_saved(edge: Edge) -> None:
    made = await upload(edge, PDF, "Note verbale – Панама.exe", sha256=sha256(PDF).hexdigest())
    assert made.status_code == 201, made.text
    body = made.json()
    assert (body["media_type"], body["pages"], body["text"], body["readable"]) == (
        "application/pdf",
        1,
        True,
        True,
    )
    given = await edge.ask("desk", "GET", f"{PLACE}/{body['id']}")
    assert given.content == PDF
    assert given.headers["content-type"] == "application/pdf"
    assert given.headers["content-disposition"].startswith("attachment;")
    assert given.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in given.headers["content-security-policy"]
    assert "no-store" in given.headers["cache-control"]
    with reading(edge.engine) as conn:
        acts = audit.of(conn, "moot", f"document:{body['id']}")
    assert [act.action for act in acts] == ["document stored", "document read"]
    assert stored(edge) == ([body["sha256"]], [body["sha256"]])


async def test_from_a_browser_s_console(edge: Edge) -> None:
    browser, path = await edge.console("desk")
    made = await browser.post(f"{path}api/v1/{PLACE}", files={"file": ("n.docx", papers.word())})
    assert made.status_code == 201, made.text
    foreign = {"Origin": "https://elsewhere.test"}
    sent = await browser.post(f"{path}api/v1/{PLACE}", files={"file": ("n.pdf", PDF)}, headers=foreign)
    assert problem(sent) == (403, "wrong-origin")


REFUSED = [
    (b"", "empty"),
    (b"MZ" + bytes(100), "wrong-type"),
    (PDF[:-40], "cut-off"),
    (papers.locked_pdf(), "encrypted"),
    (papers.pdf(bytes(9 * 1024 * 1024), packed=True), "unpacks-too-large"),
    (papers.text_pdf() + bytes(MOST_BYTES), "too-large"),
]


async def test_what_is_refused_leaves_nothing(edge: Edge) -> None:
    for content, reason in REFUSED:
        answer = await upload(edge, content)
        assert problem(answer) == (422, "file-refused")
        assert answer.json()["reason"] == reason
    assert stored(edge) == ([], [])


async def test_an_upload_that_arrives_in_part(edge: Edge) -> None:
    short = await upload(edge, PDF, sha256=sha256(PDF + b"more").hexdigest())
    assert (problem(short), short.json()["reason"]) == ((422, "file-refused"), "cut-off")
    boundary = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="n.pdf"\r\n\r\n' + PDF
    kind = {"Content-Type": "multipart/form-data; boundary=cut"}
    for body in (boundary, boundary[:60], b"", b"--wrong\r\n"):
        answer = await edge.ask("desk", "POST", PLACE, content=body, headers=kind)
        assert answer.status_code == 422, (body[:80], answer.text)
    assert problem(await edge.ask("desk", "POST", PLACE, json={"file": "x"})) == (422, "invalid-request")
    assert problem(await edge.ask("desk", "POST", PLACE, files={"other": b"x"})) == (422, "invalid-request")
    assert stored(edge) == ([], [])


async def test_a_body_beyond_the_bound_is_not_read(edge: Edge) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="n"\r\n\r\n'
        for _ in range(20):
            yield bytes(1024 * 1024)

    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await edge.ask("desk", "POST", PLACE, content=endless(), headers=kind)
    assert problem(answer) == (413, "too-large")
    declared = {**kind, "Content-Length": str(30 * 1024 * 1024)}
    assert problem(await edge.ask("desk", "POST", PLACE, content=b"x", headers=declared)) == (
        413,
        "too-large",
    )
    elsewhere = await edge.ask("desk", "POST", "conferences/moot/nominations/read", content=bytes(100_000))
    assert problem(elsewhere) == (413, "too-large")


async def test_the_desk_alone(edge: Edge) -> None:
    made = (await upload(edge, PDF)).json()["id"]
    stranger = await edge.browser()
    sent = await stranger.post(f"/api/v1/{PLACE}", files={"file": ("n.pdf", PDF)})
    assert problem(sent) == (401, "not-signed-in")
    for who in ("chair", "pan-online", "booth", "operator", "hall"):
        assert problem(await upload(edge, PDF, who=who)) == (403, "not-allowed")
        assert problem(await edge.ask(who, "GET", f"{PLACE}/{made}")) == (403, "not-allowed")
        asked = await edge.ask(who, "POST", "conferences/moot/nominations/read", json={"text": "x"})
        assert problem(asked) == (403, "not-allowed")
    assert problem(await edge.ask("desk", "GET", f"{PLACE}/nothing")) == (404, "unknown-document")
    assert problem(await edge.ask("desk", "GET", f"conferences/other/documents/{made}")) == (
        403,
        "foreign-meeting",
    )


async def test_a_file_that_is_missing(edge: Edge) -> None:
    made = (await upload(edge, PDF)).json()
    edge.service.parts.files.path(made["sha256"]).unlink()
    assert problem(await edge.ask("desk", "GET", f"{PLACE}/{made['id']}")) == (503, "not-stored")


async def test_a_disk_that_refuses(edge: Edge) -> None:
    """Nothing is stored, and nothing of the file is in the log."""
    parts = edge.service.parts
    parts.files.folder.parent.mkdir(exist_ok=True)
    parts.files.folder.write_text("in the way")
    assert problem(await upload(edge, PDF)) == (503, "not-stored")
    parts.files.folder.unlink()
    assert stored(edge) == ([], [])


async def _read(edge: Edge, **asked: str) -> Response:
    return await edge.ask("desk", "POST", "conferences/moot/nominations/read", json=asked)


async def test_nominations_are_proposed_from_a_file(edge: Edge) -> None:
    for content in (PDF, papers.word()):
        made = (await upload(edge, content)).json()
        found = (await _read(edge, document=made["id"])).json()
        assert found["columns"] == ["name", "title", "email", "modality", "role"]
        assert found["nominations"][1] == {
            "line": 3,
            "name": "Berta Núñez",
            "title": "Attaché",
            "email": "berta@mfa.example",
            "modality": "online",
            "role": "observer",
            "sessions": [],
            "doubts": [],
        }


async def test_nominations_are_proposed_from_what_is_pasted(edge: Edge) -> None:
    found = (await _read(edge, text="Name\tEmail\nAna\tana@\nnobody\t\n\t\t\n")).json()
    assert [p["name"] for p in found["nominations"]] == ["Ana", "nobody"]
    doubts = {(d["field"], d["code"]) for d in found["nominations"][0]["doubts"]}
    assert {("email", "invalid"), ("modality", "missing"), ("role", "missing")} == doubts
    empty = (await _read(edge, text="- - -")).json()
    assert (empty["nominations"], [each["line"] for each in empty["left_out"]]) == ([], [1])


async def test_what_cannot_be_read_is_told(edge: Edge) -> None:
    for content, reason in (
        (papers.picture_pdf(), "no-text"),
        (papers.picture("PNG"), "no-text"),
        (papers.word(()), "no-table"),
    ):
        made = (await upload(edge, content)).json()
        answer = await _read(edge, document=made["id"])
        assert (problem(answer), answer.json()["reason"]) == ((422, "file-refused"), reason)
    assert problem(await _read(edge, document="nothing")) == (404, "unknown-document")
    assert problem(await _read(edge, text="a;b\n" * 2000)) == (422, "table-refused")
    assert problem(await _read(edge)) == (422, "invalid-request")
    assert problem(await _read(edge, text="a", document="b")) == (422, "invalid-request")


async def test_a_line_that_breaks_in_the_middle_of_an_upload(service: Listening) -> None:
    """Over a real socket: the connection goes away before the file is whole."""
    _, token = token_for(service.engine, "desk")
    reader, writer = await asyncio.open_connection("127.0.0.1", int(service.url.rsplit(":", 1)[1]))
    head = (
        f"POST /api/v1/{PLACE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000\r\n\r\n"
        '--b\r\nContent-Disposition: form-data; name="file"; filename="n.pdf"\r\n\r\n'
    )
    writer.write(head.encode() + PDF)
    await writer.drain()
    writer.write_eof()
    while await reader.read(4096):
        pass
    writer.close()
    with reading(service.engine) as conn:
        assert conn.execute(select(col(DocumentRow.id))).all() == []


async def withdrawn(edge: Edge, document: str, who: str = "desk", reason: str = "a passport") -> Response:
    return await edge.ask(who, "POST", f"{PLACE}/{document}/withdraw", json={"reason": reason})


async def test_a_wrong_file_is_withdrawn_and_the_note_stays(edge: Edge) -> None:
    made = (await upload(edge, PDF, "Ana Silva.pdf")).json()
    note = await draft(edge, document=made["id"])
    assert (await confirm(edge, note["id"])).status_code == 200
    assert (await withdrawn(edge, made["id"])).status_code == 204
    assert stored(edge) == ([""], [])
    assert problem(await edge.ask("desk", "GET", f"{PLACE}/{made['id']}")) == (404, "unknown-document")
    assert problem(await withdrawn(edge, made["id"])) == (404, "unknown-document")
    after = (await edge.ask("desk", "GET", f"{NOTES}/{note['id']}")).json()
    assert (after["state"], after["file_withdrawn"]) == ("confirmed", "a passport")
    assert "document" not in after
    assert [each["name"] for each in after["nominations"]] == [each["name"] for each in note["nominations"]]
    with reading(edge.engine) as conn:
        rows = conn.execute(select(DocumentRow)).all()
        acts = audit.of(conn, "moot", f"document:{made['id']}")
    assert "Ana" not in repr(rows)
    assert [(act.action, act.detail) for act in acts][-1] == ("document withdrawn", {"size": len(PDF)})


async def test_a_draft_goes_on_without_the_file_that_was_withdrawn(edge: Edge) -> None:
    made = (await upload(edge, PDF)).json()
    note = await draft(edge, document=made["id"])
    await withdrawn(edge, made["id"])
    same = {**NOTE, "document": made["id"]}
    path = f"{NOTES}/{note['id']}"
    assert problem(await edge.ask("desk", "PUT", path, json=same)) == (404, "unknown-document")
    assert (await edge.ask("desk", "PUT", path, json=NOTE)).status_code == 200
    assert (await confirm(edge, note["id"])).status_code == 200


async def test_what_another_document_has_too_stays_in_the_folder(edge: Edge) -> None:
    made, other = (await upload(edge, PDF)).json(), (await upload(edge, PDF)).json()
    assert (await withdrawn(edge, made["id"])).status_code == 204
    assert (await edge.ask("desk", "GET", f"{PLACE}/{other['id']}")).content == PDF
    assert (await withdrawn(edge, other["id"])).status_code == 204
    assert stored(edge) == (["", ""], [])


async def test_only_the_secretariat_withdraws_a_file_and_says_why(edge: Edge) -> None:
    made = (await upload(edge, PDF)).json()
    for who in ("chair", "pan-online", "booth", "operator"):
        assert problem(await withdrawn(edge, made["id"], who)) == (403, "not-allowed")
    assert problem(await withdrawn(edge, made["id"], reason=" ")) == (422, "invalid-request")
    assert stored(edge) == ([made["sha256"]], [made["sha256"]])


async def test_why_it_was_withdrawn_does_not_name_who_is_erased(edge: Edge) -> None:
    made = (await upload(edge, PDF)).json()
    note = await draft(edge, document=made["id"])
    await withdrawn(edge, made["id"], reason="the passport of Ana Silva")
    person = note["nominations"][0]["id"]
    erased = await edge.ask("desk", "POST", f"conferences/moot/people/{person}/erase")
    assert erased.json()["documents"] == []
    after = (await edge.ask("desk", "GET", f"{NOTES}/{note['id']}")).json()
    assert after["file_withdrawn"] == "the passport of a representative of Pan"
