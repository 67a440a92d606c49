"""Confirming a note verbale: it comes into force and supersedes the one before.

The caller owns the transaction.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, update
from sqlmodel import col

from hemicycle.registry import audit, calendar, notes, revisions
from hemicycle.registry.nominations import Difference, difference
from hemicycle.registry.note_checks import Finding, Weight, faults, findings
from hemicycle.registry.note_drafts import NoteRefused, lock, require_draft, require_later
from hemicycle.registry.note_surroundings import surroundings
from hemicycle.registry.notes import Note, NoteState
from hemicycle.registry.revisions import Losing
from hemicycle.storage.tables import NoteVerbaleRow


class NotSettled(Exception):
    """The revision takes away what was approved, and the officer has not said what becomes of it."""

    def __init__(self, losing: Sequence[Losing]) -> None:
        self.losing = tuple(losing)
        super().__init__(
            "say of each approved person that the revision no longer names so: change, keep or withdraw"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What the officer decides with it. ``exception``: the reason to confirm against findings that allow it;
    ``keep``: registrations that stay although the note no longer carries them, with the reason; ``withdraw``:
    those that are to end; ``change``: those that become what the note now names them.
    """

    exception: str | None = None
    keep: Mapping[str, str] = field(default_factory=dict)
    withdraw: Collection[str] = ()
    change: Collection[str] = ()

    def require(self, lost: Sequence[Losing]) -> None:
        """Of each of these, and of nobody else, it must be said what becomes. Raises ``NotSettled``."""
        named = {each.registration.id for each in lost if each.after is not None}
        decided = {*self.keep, *self.withdraw, *self.change}
        if {each.registration.id for each in lost} != decided or not named.issuperset(self.change):
            raise NotSettled(lost)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the revision changes, and who loses by it."""

    diff: Difference
    lost: tuple[Losing, ...]


def confirm(conn: Connection, before: Note, how: Confirmation, at: datetime, by: str) -> Confirmed:
    """Put a draft in force; the note before it is superseded.

    Registrations follow their persons to the new nominations; those to be withdrawn or changed stay where
    they are: ``conduct.revising`` settles them in the same transaction. Raises ``NoteRefused`` (note-decided,
    older-revision, note-refused) and ``NotSettled``.
    """
    conference, delegation = before.conference, before.delegation
    lock(conn, conference, delegation)
    standing = require_draft(conn, before)
    last = notes.confirmed(conn, conference, delegation)
    require_later(standing.revision, standing, last)
    found = found_in(conn, standing, at)
    _not_hindered(found, how)
    diff = difference(
        notes.nominations_of(conn, last.id) if last else (), notes.nominations_of(conn, before.id)
    )
    lost = revisions.losing(conn, conference, delegation, diff)
    how.require(lost)
    _supersede(conn, last, standing, how, at, by)
    stays = {each.registration.nomination or "" for each in lost}
    revisions.carry_over(conn, diff.successors, stays, at, by)
    excepted = [f.code for f in found if f.weight is Weight.EXCEPTION]
    audit.note(conn, conference, at, by, "note confirmed", f"note:{before.id}", exceptions=excepted)
    return Confirmed(diff, lost)


def found_in(conn: Connection, stored: Note, at: datetime) -> tuple[Finding, ...]:
    """What stands against a stored note now, or is worth knowing."""
    around = surroundings(conn, stored.conference, stored.delegation, at)
    nominated = notes.nominations_of(conn, stored.id)
    return (*faults(nominated, around), *_late(conn, stored), *findings(nominated, around))


def _late(conn: Connection, stored: Note) -> Iterator[Finding]:
    """A revision after the deadline still counts; who registers late needs an officer's reason of her own."""
    closes_at = calendar.closes_at(conn, stored.conference)
    if closes_at is not None and stored.received_at >= closes_at:
        says = "the note was received after registration had closed"
        yield Finding(None, "received_at", "late", says, Weight.REMARK)


def _not_hindered(found: Sequence[Finding], how: Confirmation) -> None:
    against = [f for f in found if f.weight in {Weight.FAULT, Weight.CONFLICT}]
    if against:
        raise NoteRefused("note-refused", "the note cannot be confirmed as it stands", against)
    needing = [f for f in found if f.weight is Weight.EXCEPTION]
    if needing and not (how.exception or "").strip():
        over = any(f.code == "over-the-limit" for f in needing)
        says = "the note names more than the limits allow" if over else "the note names nobody"
        raise NoteRefused("over-the-limit" if over else "note-refused", f"{says}; give a reason", needing)


def _supersede(
    conn: Connection, last: Note | None, standing: Note, how: Confirmation, at: datetime, by: str
) -> None:
    """First the one that goes: the database lets a delegation have one in force."""
    row = NoteVerbaleRow
    stamp = {"updated_at": at, "updated_by": by}
    if last is not None:
        superseded = update(row).where(col(row.id) == last.id)
        conn.execute(superseded.values(state=NoteState.SUPERSEDED.value, **stamp))
    in_force = update(row).where(col(row.id) == standing.id)
    decided = {"confirmed_at": at, "confirmed_by": by, "exception": how.exception}
    conn.execute(in_force.values(state=NoteState.CONFIRMED.value, **decided, **stamp))
