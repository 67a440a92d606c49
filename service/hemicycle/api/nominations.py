"""Nominations read from a table, pasted or in a stored file: proposed with their doubts, and not stored."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.concurrency import run_in_threadpool

from hemicycle.access.table import Action
from hemicycle.api import documents
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.note_asked import Key
from hemicycle.api.parts import Parts
from hemicycle.contract.problems import ProblemError
from hemicycle.documents import reading as opened
from hemicycle.documents.kinds import FileKind
from hemicycle.documents.store import Document
from hemicycle.registry import calendar
from hemicycle.registry import nomination_words as words
from hemicycle.registry.nomination_table import Proposed, Source, propose
from hemicycle.registry.pasted import TableRefused, line, rows_of
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, reading

router = APIRouter(tags=["notes verbales"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")


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


@router.post("/nominations/read", response_model_exclude_none=True)
async def read(conference: str, body: ReadAsked, login: Caller, parts: PartsDep) -> ProposedBody:
    """Propose nominations from a table, with doubts for the officer to solve; nothing is stored."""
    require(Action.CHANGE_NOTES, login)
    require_conference(login, conference)
    found, sessions = await run_in_threadpool(_source, parts, conference, body)
    with documents.told(), _told():
        if found is None:
            pasted = partial(propose, [rows_of(body.text or "")], Source(sessions))
            return _proposed(await run_in_threadpool(pasted))
        reading_it = partial(_read, documents.path_of(parts, found), found.media_type, sessions)
        return _proposed(await parts.turns.take(login.id, reading_it))


def _source(parts: Parts, conference: str, body: ReadAsked) -> tuple[Document | None, Mapping[str, str]]:
    """The document to read, where one is named, and the sessions that a table may name."""
    with reading(parts.engine) as conn:
        found = None if body.document is None else documents.find(conn, conference, body.document)
        return found, _sessions(conn, conference)


def _read(path: Path, kind: FileKind, sessions: Mapping[str, str]) -> Proposed:
    found = opened.read_tables(path.read_bytes())
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
    try:
        yield
    except TableRefused as error:
        raise ProblemError.of("table-refused", f"{str(error)[0].upper()}{str(error)[1:]}.") from error
