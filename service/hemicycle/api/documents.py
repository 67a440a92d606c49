"""Uploaded files: taken by their content, given out to be saved and never to be shown."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.registration_bodies import Reason
from hemicycle.api.uploads import Uploaded, form, uploaded
from hemicycle.contract.problems import ProblemError
from hemicycle.documents import reading as opened
from hemicycle.documents import store
from hemicycle.documents.found import Found
from hemicycle.documents.kinds import TABLES, FileKind
from hemicycle.documents.refusals import FileRefused, UnknownDocument
from hemicycle.documents.store import Document, NewDocument
from hemicycle.registry import audit
from hemicycle.storage import Connection, writing

_log = logging.getLogger(__name__)
router = APIRouter(tags=["notes verbales"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")
HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
"""With ``attachment``: whatever is in the file, no browser runs it in the service's name."""


class DocumentBody(BaseModel):
    """A stored file. ``pages``: of a PDF, pictures in a TIFF; ``text``: whether there are letters in it;
    ``readable``: whether a table may be read from it.
    """

    id: str
    name: str
    media_type: FileKind
    size: int
    sha256: str
    pages: int
    text: bool
    readable: bool


class WithdrawnBody(BaseModel):
    """Why the file goes, on record."""

    model_config = ConfigDict(extra="forbid")
    reason: Reason


@router.post("/documents", status_code=201, openapi_extra=form())
async def upload(conference: str, request: Request, login: Caller, parts: PartsDep) -> DocumentBody:
    """Store the file of a note verbale: PDF, DOCX, PNG, JPEG or TIFF, told by its content."""
    require(Action.CHANGE_NOTES, login)
    require_conference(login, conference)
    with parts.uploads.taken(login.id), told():
        file = await uploaded(request)
        opening = partial(opened.check, file.content)
        kind, found = await parts.turns.take(login.id, opening)
        return await run_in_threadpool(_store, parts, login, conference, file, kind, found)


@router.get("/documents/{document}", response_class=FileResponse)
def download(conference: str, document: str, login: Caller, parts: PartsDep) -> FileResponse:
    """The file, to be saved."""
    require(Action.READ_NOTES, login)
    require_conference(login, conference)
    with writing(parts.engine) as conn:
        found = find(conn, conference, document)
        audit.note(conn, conference, parts.clock.now(), login.id, "document read", f"document:{found.id}")
    path = path_of(parts, found)
    return FileResponse(path, media_type=found.media_type.value, filename=found.name, headers=HEADERS)


@router.post("/documents/{document}/withdraw", status_code=204)
def withdraw(conference: str, document: str, body: WithdrawnBody, login: Caller, parts: PartsDep) -> None:
    """Let the file of a note verbale go for ever: a wrong one, or one that says too much of somebody. The
    note stays, and says why it has no file; the audit says who did it.
    """
    require(Action.CHANGE_NOTES, login)
    require_conference(login, conference)
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        found = find(conn, conference, document)
        if found.kind != store.NOTE_VERBALE:
            raise ProblemError.of("unknown-document", "This is no file of a note verbale.")
        unnamed = store.withdraw(conn, found, body.reason, now, login.id)
        audit.note(
            conn, conference, now, login.id, "document withdrawn", f"document:{found.id}", size=found.size
        )
    with told():
        if unnamed is not None:
            parts.files.remove(unnamed)


def _store(
    parts: Parts, login: LoginFacts, conference: str, uploaded: Uploaded, kind: FileKind, found: Found
) -> DocumentBody:
    """First the file, durably, then its row: a crash between them leaves a file for the sweep."""
    kept = parts.files.keep(uploaded.content)
    new = NewDocument(
        kind=store.NOTE_VERBALE,
        name=uploaded.name,
        media_type=kind,
        size=len(uploaded.content),
        sha256=kept,
    )
    with writing(parts.engine) as conn:
        made = store.add(conn, conference, new, parts.clock.now(), login.id)
        at = parts.clock.now()
        audit.note(conn, conference, at, login.id, "document stored", f"document:{made.id}", size=made.size)
    return DocumentBody(
        id=made.id,
        name=made.name,
        media_type=kind,
        size=made.size,
        sha256=made.sha256,
        pages=found.pages,
        text=found.text,
        readable=found.text and kind in TABLES,
    )


def find(conn: Connection, conference: str, document: str) -> Document:
    """The document. Raises ProblemError."""
    try:
        return store.document(conn, conference, document)
    except UnknownDocument as error:
        raise ProblemError.of("unknown-document", "The conference has no such document.") from error


def path_of(parts: Parts, found: Document) -> Path:
    """Where its file lies. Raises ProblemError."""
    path = parts.files.path(found.sha256)
    if not path.is_file():
        says = "The file of this document is missing from the service's folder; tell its operator."
        raise ProblemError.of("not-stored", says)
    return path


@contextmanager
def told() -> Iterator[None]:
    """Why a file is not taken, as a problem."""
    try:
        yield
    except FileRefused as error:
        says = f"{str(error)[0].upper()}{str(error)[1:]}."
        code = "too-many" if error.reason == "busy" else "file-refused"
        raise ProblemError.of(code, says, reason=error.reason) from error
    except OSError as error:
        _log.error("the folder of files cannot be used", exc_info=error)
        raise ProblemError.of("not-stored", "The file could not be stored or read; send it again.") from error
