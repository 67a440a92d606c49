"""A conference from its file: looked at first, then created whole, with a login link for who sent it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_reach
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.session import MintedBody, link_for
from hemicycle.api.uploads import Uploaded, form, uploaded
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError, invalid
from hemicycle.registry import audit, conferences
from hemicycle.registry.conference_file import ConferenceFile, FileRefused, checked_conference
from hemicycle.registry.conference_model import PersonTable
from hemicycle.registry.conferences import ConferenceDiffers
from hemicycle.registry.installed import installed
from hemicycle.registry.toml_file import Finding
from hemicycle.rules.terms import Capacity, Title
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")
MOST_FAULTS = 100
"""So many faults of a file are told; the rest come when these are put right."""


class OfficerBody(BaseModel):
    """Somebody of the secretariat in the file."""

    id: str
    name: str


class PlannedBody(BaseModel):
    """What the file would create. ``secretariat``: one of them is who sends it, and gets the link."""

    id: str
    title: Title
    procedure: Title
    sessions: int
    meetings: int
    delegations: int
    people: int
    secretariat: list[OfficerBody]


class CreatedBody(MintedBody):
    """The conference, and a login link into it as ``participant``: shown once, kept by nobody."""

    conference: str
    participant: str


class _Asked(BaseModel):
    """What is sent beside the file."""

    model_config = ConfigDict(extra="forbid")
    participant: Annotated[str, Field(pattern=IDENTIFIER)] | None = None


@router.post("/check", openapi_extra=form())
async def check(request: Request, login: Caller, parts: PartsDep) -> PlannedBody:
    """Look a conference's file (TOML) through: what it would create, or all its faults by line and field.

    Nothing is written. Its procedure is one of those installed.
    """
    _require_officer(login)
    with parts.uploads.taken(login.id):
        file = await uploaded(request)
        return await run_in_threadpool(_planned, parts, file)


@router.post(
    "",
    status_code=201,
    openapi_extra=form(
        participant={
            "type": "string",
            "pattern": IDENTIFIER,
            "description": "Who of the file's secretariat sends it; absent: the only one there is.",
        }
    ),
)
async def create(request: Request, login: Caller, parts: PartsDep) -> CreatedBody:
    """Create a conference from its file (TOML): all of it, or nothing and the faults by line and field.

    Refused ``conference-exists`` where its id is taken, by the same file too.
    """
    _require_officer(login)
    with parts.uploads.taken(login.id):
        file = await uploaded(request, most_fields=2)
        return await run_in_threadpool(_created, parts, file, login)


def _require_officer(login: LoginFacts) -> None:
    """She need not be of the conference: there is none yet; but she is of a whole one."""
    require(Action.CREATE_CONFERENCE, login)
    require_reach(login, None)


def _planned(parts: Parts, file: Uploaded) -> PlannedBody:
    found = _read(file)
    document = found.document
    with reading(parts.engine) as conn:
        if any(each.id == document.conference.id for each in conferences.conferences(conn)):
            raise _exists(document.conference.id)
    return PlannedBody(
        id=document.conference.id,
        title=document.conference.title,
        procedure=found.procedure.title,
        sessions=len(document.sessions),
        meetings=len(document.meetings),
        delegations=len(document.delegations),
        people=len(document.people),
        secretariat=[OfficerBody(id=each.id, name=each.name) for each in _secretariat(found)],
    )


def _created(parts: Parts, file: Uploaded, login: LoginFacts) -> CreatedBody:
    found, asked = _read(file), _asked(file)
    officer = _officer(found, asked.participant)
    key, now = found.document.conference.id, parts.clock.now()
    with writing(parts.engine) as conn:
        _load(conn, found, now, login.id)
        minted = link_for(conn, parts, key, officer.id, None, login.id)
        # On record where she did it, and where it begins.
        audit.note(conn, login.conference, now, login.id, "conference-created", f"conference:{key}")
        begun = {"conference": login.conference, "participant": login.participant}
        audit.note(conn, key, now, login.id, "conference-created", f"conference:{key}", **begun)
    return CreatedBody(conference=key, participant=officer.id, login=minted.login, link=minted.link)


def _read(file: Uploaded) -> ConferenceFile:
    """The file, checked. Raises ProblemError ``conference-refused``."""
    try:
        found = checked_conference(file.name, file.content, [installed("procedures")])
    except FileRefused as refusal:
        raise _refused(refusal.findings) from refusal
    if not _secretariat(found):
        says = 'nobody is of the secretariat; add yourself, with capacity = "secretariat"'
        raise _refused([Finding(says, field="people")])
    return found


def _refused(findings: Sequence[Finding]) -> ProblemError:
    says = "The file of the conference has faults; nothing was created. Put them right and send it again."
    errors = [_error(each) for each in findings[:MOST_FAULTS]]
    return ProblemError.of("conference-refused", says, errors=errors, faults=len(findings))


def _error(found: Finding) -> dict[str, str]:
    """A fault as the command line tells it: its field, counted from 1, and its line."""
    line = {} if found.line is None else {"line": str(found.line)}
    return {"loc": found.field or "", "msg": found.says, **line}


def _secretariat(found: ConferenceFile) -> list[PersonTable]:
    return [each for each in found.document.people if each.capacity is Capacity.SECRETARIAT]


def _asked(file: Uploaded) -> _Asked:
    given = {name: sent[-1] for name, sent in file.fields.items() if name != "sha256"}
    try:
        return _Asked.model_validate(given)
    except ValidationError as error:
        raise invalid("invalid-request", "The request is not as it should be.", error) from error


def _officer(found: ConferenceFile, participant: str | None) -> PersonTable:
    """As whom the sender enters. Raises ProblemError ``invalid-request``: that cannot be known."""
    known = _secretariat(found)
    meant = [each for each in known if participant in {None, each.id}]
    if len(meant) == 1:
        return meant[0]
    names = ", ".join(each.id for each in known)
    errors = [{"loc": "body.participant", "msg": f"say which of the file's secretariat you are: {names}"}]
    raise ProblemError.of("invalid-request", "The request is not as it should be.", errors=errors)


def _load(conn: Connection, found: ConferenceFile, now: datetime, by: str) -> None:
    """Who is not of a conference does not enter it by sending its file once more."""
    key = found.document.conference.id
    try:
        fresh = conferences.load(conn, found, now, by)
    except ConferenceDiffers as error:
        raise _exists(key) from error
    if not fresh:
        raise _exists(key)


def _exists(conference: str) -> ProblemError:
    says = (
        f"There is a conference {conference} already. Give the new one another id; if it is yours and you "
        "have no link, ask its secretariat for one."
    )
    return ProblemError.of("conference-exists", says)
