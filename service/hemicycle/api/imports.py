"""Imports: a dry run first, which reads and compares; then one act that writes what it proposed."""

import time
from collections.abc import Callable
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, BackgroundTasks
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.registration_bodies import Reason
from hemicycle.api.registrations import refused
from hemicycle.api.watched import note_read
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import calendar, conferences, cross_check, imports, registrations, taking_over
from hemicycle.registry.delegation_names import DelegationNames
from hemicycle.registry.delegations import delegations
from hemicycle.registry.import_plan import LineKind
from hemicycle.registry.imports import Import, ImportRefused, ImportState
from hemicycle.registry.incoming import Form, Progress, Reading, ReadingRefused
from hemicycle.registry.registrations import Registration, RegistrationRefused
from hemicycle.registry.session_names import SessionNames
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import reading, writing

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")
EVERY = 0.5
"""Real seconds between two notes of how far a reading is."""
MOST_COLUMNS = 20
Column = Annotated[str, Field(pattern=r"^[a-z_]{1,32}=.{1,200}$")]


class FormAsked(BaseModel):
    """A form of the Indico that this service asks. ``columns``: as ``email=Courriel``, where a title is not
    recognised; ``modality`` and ``role``: of a form that does not ask.
    """

    model_config = ConfigDict(extra="forbid")
    event: Annotated[int, Field(ge=1, le=2**31)]
    form: Annotated[int, Field(ge=1, le=2**31)]
    columns: Annotated[list[Column], Field(max_length=MOST_COLUMNS)] = []
    modality: Modality | None = None
    role: Role | None = None


class ApplyAsked(BaseModel):
    """``reason``: why those who came after the deadline are taken; ``leave_late``: they are not."""

    model_config = ConfigDict(extra="forbid")
    reason: Reason | None = None
    leave_late: bool = False


class IncomingBody(BaseModel):
    """What a line of the source says. ``sessions`` absent: nothing of them."""

    name: str
    email: str
    delegation: str
    modality: Modality
    role: Role
    title: str | None = None
    sessions: list[str] | None = None
    remarks: list[str] = []


class WrittenBody(BaseModel):
    """Whom a rejected line seems to be about, as written; ``delegation``: its id where that is known."""

    name: str
    email: str
    delegation: str


class ImportLineBody(BaseModel):
    """A line of the report. Without ``line``: it is about a registration that the source no longer has;
    ``changes``: field → before and after; ``code`` and ``reason``: why it is rejected, held or gone;
    ``written``: of a rejected one.
    """

    kind: LineKind
    line: int | None = None
    registration: str | None = None
    incoming: IncomingBody | None = None
    changes: dict[str, tuple[Any, Any]] | None = None
    late: bool = False
    code: str | None = None
    reason: str | None = None
    written: WrittenBody | None = None


class ImportBody(BaseModel):
    """An import. ``done`` of ``total``: how far the reading is; ``counts``: lines by what would become of
    them (new, changed, unchanged, held, gone, left, rejected) and how many are late; ``lines``: the report,
    until it is applied; ``problem``: why nothing could be taken.
    """

    id: str
    source: str
    form: str
    state: ImportState
    done: int
    total: int
    counts: dict[str, int]
    lines: list[ImportLineBody]
    problem: dict[str, str]
    updated_at: str


class ImportsBody(BaseModel):
    """The newest first, without their lines."""

    imports: list[ImportBody]


class CheckInAsked(BaseModel):
    """Whether somebody is here."""

    model_config = ConfigDict(extra="forbid")
    checked_in: bool


@router.post("/{conference}/imports/indico", status_code=202, response_model_exclude_none=True)
async def import_form(
    conference: str, body: FormAsked, login: Caller, parts: PartsDep, later: BackgroundTasks
) -> ImportBody:
    """Read a form by Indico's check-in API and compare it."""
    name = f"{body.event}/{body.form}"
    both = (body.modality, body.role)
    known = await run_in_threadpool(form_of, parts, login, conference, name, body.columns, both)

    async def reads(progress: Progress) -> Reading:
        return await parts.indico.read_form(body.event, body.form, known, progress)

    begun = await run_in_threadpool(begin, parts, login, conference, "indico-api", name)
    later.add_task(read, parts, begun, reads)
    return body_of(begun)


@router.get("/{conference}/imports")
def show_all(conference: str, login: Caller, parts: PartsDep) -> ImportsBody:
    """The imports of the conference."""
    require_importer(login, conference)
    with reading(parts.engine) as conn:
        found = imports.imports(conn, conference)
    return ImportsBody(imports=[body_of(imports.told(each, parts.clock.now())) for each in found])


@router.get("/{conference}/imports/{import_id}", response_model_exclude_none=True)
def show(conference: str, import_id: str, login: Caller, parts: PartsDep) -> ImportBody:
    """How far an import is, and its report."""
    require_importer(login, conference)
    with reading(parts.engine) as conn:
        found = _found(lambda: imports.find(conn, conference, import_id))
    if found.lines:  # the report: how far it is concerns nobody
        note_read(parts, login, f"import:{import_id}")
    return body_of(imports.told(found, parts.clock.now()))


@router.post("/{conference}/imports/{import_id}/apply", response_model_exclude_none=True)
def apply(conference: str, import_id: str, body: ApplyAsked, login: Caller, parts: PartsDep) -> ImportBody:
    """Write what the dry run proposed, all or nothing; then match the registrations with the notes."""
    require_importer(login, conference)
    at = parts.clock.now()
    late = taking_over.Late(reason=body.reason, left_out=body.leave_late)
    with writing(parts.engine) as conn:
        applied = _found(lambda: taking_over.apply(conn, conference, import_id, at, login.id, late))
    with reading(parts.engine) as conn:
        checked = cross_check.compare(conn, conference)
    with writing(parts.engine) as conn:
        cross_check.keep(conn, checked, at, login.id)
    return body_of(applied)


@router.post("/{conference}/registrations/{registration}/check-in", status_code=204)
async def check_in(
    conference: str, registration: str, body: CheckInAsked, login: Caller, parts: PartsDep
) -> None:
    """Tell Indico that somebody whose registration came by its API is here, or is not."""
    found = await run_in_threadpool(_registration, parts, login, conference, registration)
    if found.source != "indico-api" or found.source_id is None or found.source_form is None:
        raise ProblemError.of("indico-refused", "This registration did not come by Indico's check-in API.")
    event, _, form = found.source_form.partition("/")
    try:
        await parts.indico.check_in(int(event), int(form), int(found.source_id), checked_in=body.checked_in)
    except ReadingRefused as error:
        raise ProblemError.of("indico-refused", f"{error}.", reason=error.code) from error


async def read(parts: Parts, begun: Import, read: Callable[[Progress], Any]) -> None:
    """Read, then compare; what cannot be read is kept as the reason. The answer has been sent before."""
    noted = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal noted
        if time.monotonic() - noted >= EVERY:
            noted = time.monotonic()
            with writing(parts.engine) as conn:
                imports.progress(conn, begun.id, done, total, parts.clock.now())

    try:
        found = await read(progress)
    except ReadingRefused as error:
        await run_in_threadpool(_refuse, parts, begun, error)
        return
    await run_in_threadpool(_propose, parts, begun, found)


def _refuse(parts: Parts, begun: Import, error: ReadingRefused) -> None:
    with writing(parts.engine) as conn:
        imports.refuse(conn, begun.id, error, parts.clock.now())


def _propose(parts: Parts, begun: Import, found: Reading) -> None:
    with writing(parts.engine) as conn:
        imports.propose(conn, begun, found, parts.clock.now())


def form_of(
    parts: Parts,
    login: LoginFacts,
    conference: str,
    name: str,
    columns: list[str],
    both: tuple[Modality | None, Role | None],
) -> Form:
    """How to read a source that calls itself ``name``. ``columns``: as ``email=Courriel``; ``both``: what a
    line that says no modality or no role means. Raises ProblemError: not allowed, or not of this conference.
    """
    require_importer(login, conference)
    with reading(parts.engine) as conn:
        zone = ZoneInfo(conferences.conference(conn, conference).time_zone)
        names = DelegationNames(delegations(conn, conference))
        sessions = SessionNames(calendar.sessions(conn, conference), calendar.attendance(conn, conference))
    mapping = {field: header for field, _, header in (each.partition("=") for each in columns)}
    return Form(name, names, zone, mapping, *both, sessions)


def begin(parts: Parts, login: LoginFacts, conference: str, source: str, form: str) -> Import:
    """A new import, with nothing read yet. ``source``: what is read; ``form``: what the officer calls it."""
    with writing(parts.engine) as conn:
        key = imports.begin(conn, conference, source, form, parts.clock.now(), login.id)
        return imports.find(conn, conference, key)


def _registration(parts: Parts, login: LoginFacts, conference: str, key: str) -> Registration:
    require_importer(login, conference)
    with reading(parts.engine) as conn:
        try:
            return registrations.registration(conn, conference, key)
        except RegistrationRefused as error:
            raise refused(error) from error


def require_importer(login: LoginFacts, conference: str) -> None:
    """Raises ProblemError unless the login may change registrations of this conference."""
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)


def _found(find: Callable[[], Import]) -> Import:
    try:
        return find()
    except ImportRefused as error:
        raise ProblemError.of(error.code, f"{str(error)[0].upper()}{str(error)[1:]}.") from error


def body_of(found: Import) -> ImportBody:
    """An import on the wire, with its lines."""
    return ImportBody(
        id=found.id,
        source=found.source,
        form=found.form,
        state=found.state,
        done=found.done,
        total=found.total,
        counts=dict(found.counts),
        lines=[ImportLineBody.model_validate(line) for line in found.lines],
        problem=dict(found.problem),
        updated_at=moment(found.updated_at),
    )
