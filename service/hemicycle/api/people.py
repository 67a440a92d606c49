"""What is kept about a person: handed out, and erased; and who saw or changed what."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference, require_reach
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.watched import note_read
from hemicycle.conduct import accreditation
from hemicycle.conduct.relinking import Relinked, relink
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.journal import naming
from hemicycle.registry import audit, conferences, delegations, everybody, personal_data, registrations
from hemicycle.registry.everybody import Somebody, Standing
from hemicycle.registry.people import UnknownPerson
from hemicycle.registry.personal_data import Erased
from hemicycle.registry.registrations import LIVE
from hemicycle.registry.traces import Traces, traces
from hemicycle.rules.terms import Capacity
from hemicycle.storage import Connection, Topic, Wake, announce, reading, writing

router = APIRouter(tags=["persons"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")
PAGE = 50


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


class SomebodyBody(BaseModel):
    """A person of whom something is kept. ``id``: what her data is asked for by."""

    id: str
    name: str
    standing: Standing
    email: str | None = None
    delegation: str | None = None
    capacity: Capacity | None = None
    participant: str | None = None
    registration: str | None = None


class PeopleBody(BaseModel):
    """A page of those found, by name. ``total``: of all pages."""

    total: int
    people: list[SomebodyBody]


class LinkBody(BaseModel):
    """A new login link. ``address``: where it was sent; without one ``link``, path and fragment, is handed
    out: it is shown once. ``ended``: how many logins it replaces.
    """

    address: str | None = None
    link: str | None = None
    ended: int


class AuditedBody(BaseModel):
    """Who (a login's id) did or saw what, and when (RFC 3339, UTC, service time)."""

    at: str
    by: str
    action: str
    subject: str
    detail: dict[str, Any]


@router.get("/people", response_model_exclude_none=True)
def find(
    conference: str,
    login: Caller,
    parts: PartsDep,
    text: Annotated[str, Query(max_length=300)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> PeopleBody:
    """Everybody registered in whatever state, named by a note or of the conference's file, by ``text``: words
    of name, address or delegation.
    """
    require(Action.READ_PERSON, login)
    require_conference(login, conference)
    note_read(parts, login, "people", page=page)
    words = text.casefold().split()
    with reading(parts.engine) as conn:
        names = {each.id: " ".join(each.names.values()) for each in delegations.delegations(conn, conference)}
        found = [
            each
            for each in everybody.everybody(conn, conference)
            if _is_called(f"{each.name} {each.email} {names.get(each.delegation or '', '')}", words)
        ]
    shown = found[(page - 1) * PAGE : page * PAGE]
    return PeopleBody(total=len(found), people=[_somebody(each) for each in shown])


@router.get("/people/{person}", response_model_exclude_none=True)
def show(conference: str, person: str, login: Caller, parts: PartsDep) -> SomebodyBody:
    """One of them, by the id of a participant, of a registration or of a nomination."""
    require(Action.READ_PERSON, login)
    require_conference(login, conference)
    note_read(parts, login, f"person:{person}")
    with reading(parts.engine) as conn:
        try:
            return _somebody(everybody.somebody(conn, conference, person))
        except UnknownPerson as error:
            raise ProblemError.of("not-found", f"Nobody here has the id {person}.") from error


@router.post("/people/{participant}/link", response_model_exclude_none=True)
async def send_link(conference: str, participant: str, login: Caller, parts: PartsDep) -> LinkBody:
    """Send somebody who takes part a new login link; those that she had are dead, and her consoles close."""
    require(Action.RENEW_LINK, login)
    require_conference(login, conference)
    require_reach(login, None)
    made = await run_in_threadpool(_relink, parts, conference, participant, login)
    parts.mail_queued()
    link = made.link if made.address is None else None
    return LinkBody(address=made.address, link=link, ended=made.ended)


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


def _relink(parts: Parts, conference: str, participant: str, login: LoginFacts) -> Relinked:
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        try:
            return relink(conn, conference, participant, parts.public_url, now, login.id)
        except UnknownPerson as error:
            raise ProblemError.of("not-found", f"No participant has the id {participant}.") from error


def _is_called(told: str, words: Sequence[str]) -> bool:
    folded = told.casefold()
    return all(word in folded for word in words)


def _somebody(each: Somebody) -> SomebodyBody:
    return SomebodyBody(
        id=each.id,
        name=each.name,
        standing=each.standing,
        email=each.email,
        delegation=each.delegation,
        capacity=each.capacity,
        participant=each.participant,
        registration=each.registration,
    )


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
