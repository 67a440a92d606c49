"""What is kept about a person: handed out, and erased; and who saw or changed what."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.conduct import accreditation
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.journal import naming
from hemicycle.registry import audit, conferences, personal_data, registrations
from hemicycle.registry.people import UnknownPerson
from hemicycle.registry.personal_data import Erased
from hemicycle.registry.registrations import LIVE
from hemicycle.registry.traces import Traces, traces
from hemicycle.storage import Connection, Topic, Wake, announce, reading, writing

router = APIRouter(tags=["persons"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")


class StoredNoteBody(BaseModel):
    """A stored note that names the person beside others: an officer decides what becomes of it."""

    id: str
    name: str
    note: str
    delegation: str


class ErasedBody(BaseModel):
    """``name``: what stands in the place of the person's; ``rows``: how many of what were erased."""

    name: str
    rows: dict[str, int]
    documents: list[StoredNoteBody]


class AuditedBody(BaseModel):
    """Who (a login's id) did or saw what, and when (RFC 3339, UTC, service time)."""

    at: str
    by: str
    action: str
    subject: str
    detail: dict[str, Any]


@router.get("/people/{person}/data")
def data(conference: str, person: str, login: Caller, parts: PartsDep) -> dict[str, Any]:
    """Everything about one person, without the secrets of her logins.

    ``person``: the id of a participant, of a registration or of a nomination.
    """
    require(Action.READ_PERSON, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        found = _traces(conn, conference, person)
        kept = personal_data.collected(conn, conference, found)
        stored = personal_data.documents(conn, found)
        log = naming.naming(conn, conference, found.participants)
    note_person(parts, login, person)
    return {**kept, "documents": stored, "log": log}


def note_person(parts: Parts, login: LoginFacts, person: str) -> None:
    """That the data of this person was handed out."""
    with writing(parts.engine) as conn:
        audit.note(conn, login.conference, parts.clock.now(), login.id, "exported", f"person:{person}")


@router.post("/people/{person}/erase")
async def erase(conference: str, person: str, login: Caller, parts: PartsDep) -> ErasedBody:
    """End what the person may do, and erase her. Once more is no mistake.

    Her registrations are withdrawn and her seats freed first, in the live meetings too; while she has the
    floor that is refused, and nothing has been erased. Logs stay as they are.
    """
    require(Action.ERASE_PERSON, login)
    require_conference(login, conference)
    await _end(parts, conference, person, login)
    erased = await run_in_threadpool(_erase, parts, conference, person, login)
    await run_in_threadpool(parts.outbox.forget, erased.letters)
    return ErasedBody(
        name=erased.called,
        rows=dict(erased.rows),
        documents=[
            StoredNoteBody(id=d.id, name=d.name, note=d.note, delegation=d.delegation)
            for d in erased.documents
        ],
    )


@router.get("/audit")
def audited(conference: str, login: Caller, parts: PartsDep, subject: str | None = None) -> list[AuditedBody]:
    """The acts of the conference, or those on one subject such as ``registration:…``; oldest first."""
    require(Action.READ_AUDIT, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        found = audit.of(conn, conference, subject)
    return [
        AuditedBody(
            at=moment(each.at),
            by=each.by,
            action=each.action,
            subject=each.subject,
            detail=dict(each.detail),
        )
        for each in found
    ]


async def _end(parts: Parts, conference: str, person: str, login: LoginFacts) -> None:
    """Withdraw what is live, then free what is left. Raises ProblemError."""
    live, participants = await run_in_threadpool(_held, parts, conference, person)
    decided = await accreditation.withdraw(parts.conductor, conference, live, login, told=False)
    for problem in decided.refused.values():
        raise ProblemError(problem)
    await accreditation.release(parts.conductor, conference, participants, login)


def _held(parts: Parts, conference: str, person: str) -> tuple[list[str], tuple[str, ...]]:
    """The person's live registrations, and what she is called as a participant."""
    with reading(parts.engine) as conn:
        found = _traces(conn, conference, person)
        asked = [registrations.registration(conn, conference, key) for key in found.registrations]
    return [each.id for each in asked if each.state in LIVE], found.participants


def _erase(parts: Parts, conference: str, person: str, login: LoginFacts) -> Erased:
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        found = _traces(conn, conference, person)
        for ended in found.logins:
            logins.revoke(conn, ended, now, login.id)
        reasons = naming.erase_reasons(conn, conference, found.participants, found.logins)
        erased = personal_data.erase(conn, conference, found, now, login.id)
        rows = {**erased.rows, "reasons": reasons}
        audit.note(conn, conference, now, login.id, "erased", f"person:{person}", **rows)
        for meeting in conferences.meetings(conn, conference):
            announce(conn, Wake(Topic.PRESENCE, meeting.id))  # every node tells its consoles the names anew
    return Erased(erased.called, erased.letters, rows, erased.documents)


def _traces(conn: Connection, conference: str, person: str) -> Traces:
    try:
        return traces(conn, conference, person)
    except UnknownPerson as error:
        raise ProblemError.of("not-found", f"Nobody here has the id {person}.") from error
