"""Notes verbales: drafted, looked at, confirmed. The desk's alone: they name persons."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api import note_bodies as bodies
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.note_asked import ConfirmAsked, NoteAsked, SettleAsked
from hemicycle.api.note_bodies import ConfirmedBody, DiffBody, NoteBody, NotesBody
from hemicycle.api.parts import Parts
from hemicycle.api.watched import note_read
from hemicycle.conduct import revising
from hemicycle.conduct.revising import NoteId, Revised
from hemicycle.contract.problems import ProblemError
from hemicycle.documents import store
from hemicycle.documents.refusals import UnknownDocument
from hemicycle.registry import note_confirmation, note_drafts, notes, revisions
from hemicycle.registry.nominations import difference
from hemicycle.registry.note_confirmation import NotSettled
from hemicycle.registry.note_drafts import NoteRefused
from hemicycle.registry.notes import Note, NoteState, UnknownNote
from hemicycle.storage import Connection, reading, writing

router = APIRouter(
    tags=["notes verbales"],
    responses=PROBLEM_RESPONSES,
    prefix="/conferences/{conference}/delegations/{delegation}/notes",
)

everybodys = APIRouter(
    tags=["notes verbales"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}/notes"
)


@everybodys.get("", response_model_exclude_none=True)
def show_everybodys(conference: str, login: Caller, parts: PartsDep) -> NotesBody:
    """The notes of all delegations, without whom they name: which are in force, which wait."""
    _require(Action.READ_NOTES, login, conference)
    with reading(parts.engine) as conn:
        return NotesBody(notes=[bodies.line(each) for each in notes.notes(conn, conference)])


@router.get("", response_model_exclude_none=True)
def show_all(conference: str, delegation: str, login: Caller, parts: PartsDep) -> NotesBody:
    """The notes of a delegation, by revision."""
    _require(Action.READ_NOTES, login, conference)
    with reading(parts.engine) as conn:
        return NotesBody(notes=[bodies.line(each) for each in notes.notes(conn, conference, delegation)])


@router.post("", status_code=201, response_model_exclude_none=True)
def draft(conference: str, delegation: str, body: NoteAsked, login: Caller, parts: PartsDep) -> NoteBody:
    """Write a note down as a draft; the answer tells, line by line, what stands against it."""
    _require(Action.CHANGE_NOTES, login, conference)
    at = parts.clock.now()
    with writing(parts.engine) as conn, _told():
        _require_document(conn, conference, body.document)
        note = note_drafts.draft(conn, conference, delegation, body.new(at), at, login.id)
        return _whole(conn, parts, note)


@router.get("/{note}", response_model_exclude_none=True)
def show(conference: str, delegation: str, note: str, login: Caller, parts: PartsDep) -> NoteBody:
    """A note with whom it names."""
    _require(Action.READ_NOTES, login, conference)
    with reading(parts.engine) as conn, _told():
        found = _whole(conn, parts, notes.note(conn, conference, delegation, note))
    note_read(parts, login, f"note:{note}")
    return found


@router.put("/{note}", response_model_exclude_none=True)
def change(
    conference: str, delegation: str, note: str, body: NoteAsked, login: Caller, parts: PartsDep
) -> NoteBody:
    """Write a draft anew."""
    _require(Action.CHANGE_NOTES, login, conference)
    at = parts.clock.now()
    with writing(parts.engine) as conn, _told():
        _require_document(conn, conference, body.document)
        before = notes.note(conn, conference, delegation, note)
        return _whole(
            conn, parts, note_drafts.change(conn, before, body.new(before.received_at), at, login.id)
        )


@router.delete("/{note}", status_code=204)
def discard(conference: str, delegation: str, note: str, login: Caller, parts: PartsDep) -> None:
    """Throw a draft away."""
    _require(Action.CHANGE_NOTES, login, conference)
    with writing(parts.engine) as conn, _told():
        before = notes.note(conn, conference, delegation, note)
        note_drafts.discard(conn, before, parts.clock.now(), login.id)


@router.get("/{note}/diff", response_model_exclude_none=True)
def show_diff(conference: str, delegation: str, note: str, login: Caller, parts: PartsDep) -> DiffBody:
    """What a note changes: a draft against the note in force, any other against the one before it."""
    _require(Action.READ_NOTES, login, conference)
    with reading(parts.engine) as conn, _told():
        found = _diff(conn, notes.note(conn, conference, delegation, note))
    note_read(parts, login, f"note:{note}")
    return found


@router.post("/{note}/confirm", response_model_exclude_none=True)
async def confirm(
    conference: str, delegation: str, note: str, body: ConfirmAsked, login: Caller, parts: PartsDep
) -> ConfirmedBody:
    """Put a draft in force. Whoever is approved and no longer named so must be changed to what the note says,
    kept with a reason, or withdrawn: seats and places follow in the same act, in the live meetings too; login
    and open consoles of the withdrawn end at once.
    """
    _require(Action.CHANGE_NOTES, login, conference)
    of = NoteId(conference, delegation, note)
    with _told():
        revised = await revising.confirm(parts.conductor, of, body.how(), login)
        return await run_in_threadpool(_revised, parts, of, revised)


@router.post("/{note}/settle", response_model_exclude_none=True)
async def settle(
    conference: str, delegation: str, note: str, body: SettleAsked, login: Caller, parts: PartsDep
) -> ConfirmedBody:
    """Settle people whom the note in force has left unsettled, because there was no room for them."""
    _require(Action.CHANGE_NOTES, login, conference)
    of = NoteId(conference, delegation, note)
    with _told():
        revised = await revising.settle(parts.conductor, of, body.how(), login)
        return await run_in_threadpool(_revised, parts, of, revised)


def _revised(parts: Parts, of: NoteId, revised: Revised) -> ConfirmedBody:
    """What has become of the note, and of whom it concerned; mail to the withdrawn goes out."""
    parts.mail_queued()
    with reading(parts.engine) as conn:
        after = notes.note(conn, of.conference, of.delegation, of.note)
        return ConfirmedBody(
            note=_whole(conn, parts, after),
            diff=_diff(conn, after),
            withdrawn=revised.withdrawn,
            changed=revised.changed,
            unsettled=revised.unsettled,
        )


def _require(action: Action, login: LoginFacts, conference: str) -> None:
    require(action, login)
    require_conference(login, conference)


def _require_document(conn: Connection, conference: str, document: str | None) -> None:
    if document is not None:
        store.document(conn, conference, document)


@contextmanager
def _told() -> Iterator[None]:
    """What the registry refuses, as problems."""
    try:
        yield
    except NoteRefused as error:
        raise bodies.refused(error) from error
    except NotSettled as error:
        losing = [bodies.lost(each).model_dump(mode="json", exclude_none=True) for each in error.losing]
        ids = ", ".join(each["registration"] for each in losing) or "nobody loses a place"
        raise ProblemError.of("not-settled", f"{error}: {ids}.".capitalize(), losing=losing) from error
    except UnknownNote as error:
        raise ProblemError.of("unknown-note", "The delegation has no such note verbale.") from error
    except UnknownDocument as error:
        raise ProblemError.of("unknown-document", "The conference has no such document.") from error


def _whole(conn: Connection, parts: Parts, note: Note) -> NoteBody:
    is_draft = note.state is NoteState.DRAFT
    found = note_confirmation.found_in(conn, note, parts.clock.now()) if is_draft else ()
    return bodies.whole(note, notes.nominations_of(conn, note.id), found)


def _diff(conn: Connection, note: Note) -> DiffBody:
    is_draft = note.state is NoteState.DRAFT
    before = notes.confirmed(conn, note.conference, note.delegation) if is_draft else _earlier(conn, note)
    of = (note.conference, note.delegation)
    named = notes.nominations_of(conn, before.id) if before else ()
    found = difference(named, notes.nominations_of(conn, note.id))
    losing = revisions.losing(conn, *of, found) if is_draft else ()
    unsettled = revisions.unsettled(conn, *of) if note.state is NoteState.CONFIRMED else ()
    return bodies.diff((before, note), found, losing, unsettled)


def _earlier(conn: Connection, note: Note) -> Note | None:
    """The note that this one superseded."""
    earlier = (each for each in notes.notes(conn, note.conference, note.delegation) if each.confirmed_at)
    return max(
        (each for each in earlier if each.revision < note.revision),
        key=lambda each: each.revision,
        default=None,
    )
