"""Uploaded files: taken by their content, given out to be saved and never to be shown; their tables, read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Annotated, Any, NamedTuple, Self

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.note_asked import Key
from hemicycle.api.parts import Parts
from hemicycle.contract.problems import ProblemError
from hemicycle.documents import reading as opened
from hemicycle.documents import store
from hemicycle.documents.kinds import TABLES, FileKind
from hemicycle.documents.refusals import FileRefused, UnknownDocument
from hemicycle.documents.store import Document, NewDocument
from hemicycle.registry import audit, calendar
from hemicycle.registry import nomination_words as words
from hemicycle.registry.nomination_table import Proposed, Source, propose
from hemicycle.registry.pasted import TableRefused, line, rows_of
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["notes verbales"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")
HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
"""With ``attachment``: whatever is in the file, no browser runs it in the service's name."""
_BAD_REQUEST = 400
_FORM: Mapping[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "sha256": {
                            "type": "string",
                            "pattern": "^[0-9a-f]{64}$",
                            "description": "Of the file as it was sent, to know that all of it has come.",
                        },
                    },
                }
            }
        },
    }
}


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


class ReadAsked(BaseModel):
    """A stored file, or the text of a table."""

    model_config = ConfigDict(extra="forbid")
    document: Key | None = None
    text: Annotated[str, Field(min_length=1, max_length=60_000)] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.document is None) is (self.text is None):
            raise ValueError("send either document or text")
        return self


class DoubtBody(BaseModel):
    """What an officer must look at. ``field``: of the proposal, or ``row``."""

    field: str
    code: str
    says: str


class ProposalBody(BaseModel):
    """A person as the table seems to name her. ``line``: of the text, or the row of the file's tables."""

    line: int
    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality | None = None
    role: Role | None = None
    sessions: list[str]
    doubts: list[DoubtBody]


class LeftOutBody(BaseModel):
    """A line that names nobody."""

    line: int
    says: str


class ProposedBody(BaseModel):
    """What was read; nothing of it is stored. ``columns``: what each column was taken for."""

    nominations: list[ProposalBody]
    left_out: list[LeftOutBody]
    columns: list[str]


class Uploaded(NamedTuple):
    """A file that has come whole."""

    name: str
    content: bytes


@router.post("/documents", status_code=201, openapi_extra=dict(_FORM))
async def upload(conference: str, request: Request, login: Caller, parts: PartsDep) -> DocumentBody:
    """Store the file of a note verbale: PDF, DOCX, PNG, JPEG or TIFF, told by its content."""
    require(Action.CHANGE_NOTES, login)
    require_conference(login, conference)
    uploaded = await _uploaded(request)
    return await run_in_threadpool(_store, parts, login, conference, uploaded)


@router.get("/documents/{document}", response_class=FileResponse)
def download(conference: str, document: str, login: Caller, parts: PartsDep) -> FileResponse:
    """The file, to be saved."""
    require(Action.READ_NOTES, login)
    require_conference(login, conference)
    with writing(parts.engine) as conn:
        found = _document(conn, conference, document)
        audit.note(conn, conference, parts.clock.now(), login.id, "document read", f"document:{found.id}")
    path = _path(parts, found)
    return FileResponse(path, media_type=found.media_type.value, filename=found.name, headers=HEADERS)


@router.post("/nominations/read", response_model_exclude_none=True)
def read(conference: str, body: ReadAsked, login: Caller, parts: PartsDep) -> ProposedBody:
    """Propose nominations from a table, with doubts for the officer to solve; nothing is stored."""
    require(Action.CHANGE_NOTES, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        found = None if body.document is None else _document(conn, conference, body.document)
        sessions = _sessions(conn, conference)
    with _told():
        if found is None:
            return _proposed(propose([rows_of(body.text or "")], Source(sessions)))
        return _proposed(_read(_path(parts, found).read_bytes(), found.media_type, sessions))


async def _uploaded(request: Request) -> Uploaded:
    """The file of the form. Only who is signed in gets here: nobody else's upload is read at all."""
    try:
        async with request.form(max_files=1, max_fields=2, max_part_size=1024) as form:
            file, promised = form.get("file"), form.get("sha256")
            if not isinstance(file, UploadFile):
                raise ProblemError.of("invalid-request", "Send the file as the field 'file' of a form.")
            found = Uploaded(file.filename or "file", await file.read())
    except HTTPException as error:
        if error.status_code != _BAD_REQUEST:
            raise
        raise _cut_off() from error
    except ClientDisconnect as error:
        raise _cut_off() from error
    if promised is not None and promised != sha256(found.content).hexdigest():
        raise _cut_off()
    return found


def _cut_off() -> ProblemError:
    says = "The upload was cut off or changed on its way; send it again."
    return ProblemError.of("file-refused", says, reason="cut-off")


def _store(parts: Parts, login: LoginFacts, conference: str, uploaded: Uploaded) -> DocumentBody:
    """First the file, durably, then its row: a crash between them leaves a file for the sweep."""
    with _told():
        kind, found = opened.check(uploaded.content)
    new = NewDocument(
        kind=store.NOTE_VERBALE,
        name=uploaded.name,
        media_type=kind,
        size=len(uploaded.content),
        sha256=parts.files.keep(uploaded.content),
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


def _document(conn: Connection, conference: str, document: str) -> Document:
    try:
        return store.document(conn, conference, document)
    except UnknownDocument as error:
        raise ProblemError.of("unknown-document", "The conference has no such document.") from error


def _path(parts: Parts, found: Document) -> Any:
    path = parts.files.path(found.sha256)
    if not path.is_file():
        says = "The file of this document is missing from the service's folder; tell its operator."
        raise ProblemError.of("not-stored", says)
    return path


def _read(content: bytes, kind: FileKind, sessions: Mapping[str, str]) -> Proposed:
    found = opened.read_tables(content)
    number, tables = 0, []
    for table in found.tables:
        tables.append([line(number + n, row) for n, row in enumerate(table, 1)])
        number += len(table)
    return propose(tables, Source(sessions, pdf=kind is FileKind.PDF, guessed=found.guessed))


def _sessions(conn: Connection, conference: str) -> dict[str, str]:
    """What a session may be called in a table: its id, its titles."""
    found = calendar.sessions(conn, conference)
    return {words.key(name): each.id for each in found for name in (each.id, *each.titles.values())}


def _proposed(found: Proposed) -> ProposedBody:
    return ProposedBody(
        nominations=[
            ProposalBody(
                line=each.line,
                name=each.name,
                title=each.title,
                email=each.email,
                modality=each.modality,
                role=each.role,
                sessions=list(each.sessions),
                doubts=[DoubtBody(field=d.field, code=d.code, says=d.says) for d in each.doubts],
            )
            for each in found.proposals
        ],
        left_out=[LeftOutBody(line=each.line, says=each.says) for each in found.left_out],
        columns=found.columns,
    )


@contextmanager
def _told() -> Iterator[None]:
    """Why a file or a table is not taken, as a problem."""
    try:
        yield
    except FileRefused as error:
        says = f"{str(error)[0].upper()}{str(error)[1:]}."
        code = "too-many" if error.reason == "busy" else "file-refused"
        raise ProblemError.of(code, says, reason=error.reason) from error
    except TableRefused as error:
        raise ProblemError.of("table-refused", f"{str(error)[0].upper()}{str(error)[1:]}.") from error
