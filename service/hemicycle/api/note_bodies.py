"""Notes verbales as they are shown. Names and addresses of persons are in them: they go to the desk alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry.nominations import Changed, Difference, Nomination
from hemicycle.registry.note_checks import Finding, Weight
from hemicycle.registry.note_drafts import NoteRefused
from hemicycle.registry.notes import Note, NoteState
from hemicycle.registry.revisions import Losing, Why
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.terms import Modality, Role


class NominationBody(BaseModel):
    """A person named. ``line``: in the note, from 1."""

    id: str
    line: int
    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality
    role: Role
    sessions: list[str]


class FindingBody(BaseModel):
    """What stands against a note or is worth knowing; without ``line``: about the note as a whole. A
    ``conflict`` hinders its confirmation, an ``exception`` does without a reason, a ``remark`` does not.
    """

    line: int | None = None
    field: str
    code: str
    says: str
    weight: Weight
    citation: str | None = None


class NoteLine(BaseModel):
    """A note in short. ``file_withdrawn``: why its file is gone."""

    id: str
    delegation: str
    reference: str
    dated: date
    received_at: str
    revision: int
    state: NoteState
    document: str | None = None
    file_withdrawn: str | None = None
    confirmed_at: str | None = None
    confirmed_by: str | None = None
    exception: str | None = None


class NoteBody(NoteLine):
    """A note with whom it names; of a draft also what was found."""

    nominations: list[NominationBody]
    findings: list[FindingBody]


class NotesBody(BaseModel):
    """By delegation and revision."""

    notes: list[NoteLine]


class ChangedBody(BaseModel):
    """The same person in two revisions, and in which fields she differs."""

    before: NominationBody
    after: NominationBody
    fields: list[str]


class LosingBody(BaseModel):
    """Somebody approved who would not stand as she was approved. ``after``: how the note names her now."""

    registration: str
    name: str
    modality: Modality
    role: Role
    sessions: list[str]
    why: Why
    after: NominationBody | None = None


class DiffBody(BaseModel):
    """``before``: the revision compared with, none for the first; ``same``: how many stand as they stood;
    ``losing``: of a draft, who must be changed, kept or withdrawn when it is confirmed; ``unsettled``: of the
    note in force, the approved whose place is still that of a superseded note.
    """

    before: NoteLine | None = None
    after: NoteLine
    added: list[NominationBody]
    removed: list[NominationBody]
    changed: list[ChangedBody]
    same: int
    losing: list[LosingBody]
    unsettled: list[LosingBody]


class ConfirmedBody(BaseModel):
    """``withdrawn``: registrations that ended; ``changed``: that now are what the note says; ``unsettled``:
    registration → the problem why there was no room for that; it stands as it was approved.
    """

    note: NoteBody
    diff: DiffBody
    withdrawn: list[str]
    changed: list[str]
    unsettled: dict[str, dict[str, Any]]


def nomination(each: Nomination) -> NominationBody:
    """A stored nomination."""
    return NominationBody(
        id=each.id,
        line=each.place,
        name=each.name,
        title=each.title,
        email=each.email,
        modality=each.modality,
        role=each.role,
        sessions=list(each.sessions),
    )


def line(note: Note) -> NoteLine:
    """A note in short."""
    return NoteLine(**_line(note))


def whole(note: Note, named: Sequence[Nomination], found: Sequence[Finding]) -> NoteBody:
    """A note with whom it names."""
    findings = [finding(each) for each in found]
    return NoteBody(**_line(note), nominations=[nomination(each) for each in named], findings=findings)


def _line(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "delegation": note.delegation,
        "reference": note.reference,
        "dated": note.dated,
        "received_at": moment(note.received_at),
        "revision": note.revision,
        "state": note.state,
        "document": note.document,
        "file_withdrawn": note.file_withdrawn,
        "confirmed_at": moment(note.confirmed_at) if note.confirmed_at else None,
        "confirmed_by": note.confirmed_by,
        "exception": note.exception,
    }


def finding(each: Finding) -> FindingBody:
    """One finding."""
    return FindingBody(
        line=each.line,
        field=each.field,
        code=each.code,
        says=each.says,
        weight=each.weight,
        citation=each.citation,
    )


def diff(
    notes: tuple[Note | None, Note],
    found: Difference,
    losing: Sequence[Losing],
    unsettled: Sequence[Losing],
) -> DiffBody:
    """What the later of two notes changes."""
    before, after = notes
    return DiffBody(
        before=line(before) if before else None,
        after=line(after),
        added=[nomination(each) for each in found.added],
        removed=[nomination(each) for each in found.removed],
        changed=[_changed(each) for each in found.changed],
        same=len(found.same),
        losing=[lost(each) for each in losing],
        unsettled=[lost(each) for each in unsettled],
    )


def _changed(each: Changed) -> ChangedBody:
    return ChangedBody(before=nomination(each.before), after=nomination(each.after), fields=list(each.fields))


def lost(each: Losing) -> LosingBody:
    """Somebody who would lose a place."""
    return LosingBody(
        registration=each.registration.id,
        name=each.registration.name,
        modality=each.registration.modality,
        role=each.registration.role,
        sessions=list(each.registration.sessions),
        why=each.why,
        after=nomination(each.after) if each.after else None,
    )


def refused(error: NoteRefused) -> ProblemError:
    """The refusal with every finding: ``loc`` as in an invalid request, ``line`` from 1."""
    code = "not-found" if error.code == "unknown-delegation" else error.code
    citation = next((each.citation for each in error.findings if each.citation), None)
    more: dict[str, Any] = {"rule": RuleName.ROLE_LIMITS.value} if code == "over-the-limit" else {}
    if citation:
        more["citation"] = citation
    if error.findings:
        more["errors"] = [_told(each) for each in error.findings]
    return ProblemError.of(code, f"{str(error)[0].upper()}{str(error)[1:]}.", **more)


def _told(each: Finding) -> Mapping[str, str]:
    told = {"loc": each.field, "msg": each.says, "code": each.code}
    if each.line is not None:
        told |= {"loc": f"nominations.{each.line - 1}.{each.field}", "line": str(each.line)}
    return told
