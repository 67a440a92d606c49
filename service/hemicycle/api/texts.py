"""Texts of statements: handed in before the request, embargoed until they were heard."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.access.texts import is_public, may_read
from hemicycle.api.callers import Caller, PartsDep, may, require
from hemicycle.api.documents import HEADERS, path_of, told
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.uploads import form, uploaded
from hemicycle.conduct import text_quota
from hemicycle.conduct import texts as handing
from hemicycle.conduct.texts import HandedIn
from hemicycle.contract.bounds import IDENTIFIER, LANGUAGE
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.documents import reading as opened
from hemicycle.documents import texts as rows
from hemicycle.documents.refusals import FileRefused, UnknownDocument
from hemicycle.documents.store import Document
from hemicycle.documents.texts import TextFile
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.texts import StatementText
from hemicycle.storage import reading, writing

router = APIRouter(tags=["texts"], responses=PROBLEM_RESPONSES, prefix="/meetings/{meeting}/texts")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]


class About(BaseModel):
    """What a file is. ``delegation``: by default the login's own; ``text``: which text it adds a language to,
    also one that was heard; ``check``: against delivery.
    """

    model_config = ConfigDict(extra="forbid")
    item: Identifier
    language: Annotated[str, Field(pattern=LANGUAGE)]
    delegation: Identifier | None = None
    text: Identifier | None = None
    check: bool = True


class TextBody(BaseModel):
    """A text that may be read. ``check``: against delivery; ``public``: heard, and open to everybody;
    ``request``: the statement that it was. The files: ``…/texts/{id}/{language}``.
    """

    id: str
    delegation: str
    item: str
    languages: list[str]
    check: bool
    public: bool
    request: str | None = None


@router.post("", status_code=201, openapi_extra=form(), response_model_exclude_none=True)
async def hand_in(
    meeting: str, about: Annotated[About, Query()], request: Request, login: Caller, parts: PartsDep
) -> TextBody:
    """Hand in a text in one language, PDF or DOCX: a delegation its own, the desk for any.

    It joins the delegation's text on this item that waits to be heard, or is a new one. A file in the same
    language takes the former's place until the statement was heard.
    """
    of = about.delegation or login.delegation
    if of is None:
        raise ProblemError.of("invalid-request", "Say whose text it is: delegation.")
    require(Action.HAND_IN_TEXT, login, of)
    await parts.conductor.admit(meeting, login)
    now = await _meeting(parts, meeting)
    if about.item not in now.agenda:
        raise refused(Refused("unknown-item", item=about.item), now.procedure)
    await run_in_threadpool(_require_few, parts, login, of, about.item)
    with parts.uploads.taken(login.id):
        file = await _kept(parts, login, (await uploaded(request)).content, about.language)
        await run_in_threadpool(_note_kept, parts, login, of, about.item)
        handed = HandedIn(delegation=of, item=about.item, file=file, text=about.text, check=about.check)
        made = await handing.hand_in(parts.conductor, meeting, login, handed)
    now = await _meeting(parts, meeting)
    return _body(now, now.texts[made])


@router.get("", response_model_exclude_none=True)
async def texts(meeting: str, login: Caller, parts: PartsDep) -> list[TextBody]:
    """The texts of this meeting that the login may read now."""
    await parts.conductor.admit(meeting, login)
    now = await _meeting(parts, meeting)
    return [_body(now, text) for text in now.texts.values() if may_read(now, text, login.actor)]


@router.get("/{text}/{language}", response_class=FileResponse)
async def download(meeting: str, text: str, language: str, login: Caller, parts: PartsDep) -> FileResponse:
    """The file, to be saved. Who may not read it at this moment is told that there is none."""
    await parts.conductor.admit(meeting, login)
    now = await _meeting(parts, meeting)
    known = now.texts.get(text)
    if known is None or not may_read(now, known, login.actor):
        raise _unknown(text)
    found = await run_in_threadpool(_document, parts, login, text, language)
    path = path_of(parts, found)
    return FileResponse(path, media_type=found.media_type.value, filename=found.name, headers=HEADERS)


@router.delete("/{text}", status_code=204)
async def take_back(meeting: str, text: str, login: Caller, parts: PartsDep) -> None:
    """Take a text back that was not heard: its own delegation, or the desk. Its files are removed."""
    await parts.conductor.admit(meeting, login)
    known = (await _meeting(parts, meeting)).texts.get(text)
    if known is None or not may(Action.READ_TEXT, login, known.delegation):
        raise _unknown(text)
    require(Action.HAND_IN_TEXT, login, known.delegation)
    await handing.take_back(parts.conductor, meeting, login, text)


async def _meeting(parts: Parts, meeting: str) -> Meeting:
    return (await parts.conductor.sitting(meeting)).meeting


def _body(meeting: Meeting, text: StatementText) -> TextBody:
    return TextBody(
        id=text.id,
        delegation=text.delegation,
        item=text.item,
        languages=list(text.languages),
        check=text.check,
        public=is_public(meeting, text),
        request=text.request,
    )


def _require_few(parts: Parts, login: LoginFacts, delegation: str, item: str) -> None:
    with reading(parts.engine) as conn:
        text_quota.require_few(conn, login, delegation, item)


def _note_kept(parts: Parts, login: LoginFacts, delegation: str, item: str) -> None:
    with writing(parts.engine) as conn:
        text_quota.note(conn, login, delegation, item, parts.clock.now())


async def _kept(parts: Parts, login: LoginFacts, content: bytes, language: str) -> TextFile:
    """First the file, durably; a crash before its rows and event leaves it to the sweep."""
    with told():
        kind, _ = await parts.turns.take(login.id, partial(opened.check, content))
        if kind not in rows.KINDS:
            raise FileRefused("wrong-type", "a text is a PDF or DOCX file")
        kept = await run_in_threadpool(parts.files.keep, content)
    return TextFile(language=language, media_type=kind, size=len(content), sha256=kept)


def _document(parts: Parts, login: LoginFacts, text: str, language: str) -> Document:
    with reading(parts.engine) as conn:
        try:
            return rows.document(conn, login.conference, text, language)
        except UnknownDocument as error:
            raise ProblemError.of("unknown-document", "The text is not there in this language.") from error


def _unknown(text: str) -> ProblemError:
    return refused(Refused("unknown-text", text=text), None)
