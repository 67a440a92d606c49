"""What a revision of a note verbale means for whom was approved under the one before. The caller owns the
transaction; who loses a place is settled by an officer, through ``conduct.revising``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, bindparam, func, select, update
from sqlmodel import col

from hemicycle.registry import audit, calendar, notes
from hemicycle.registry.admission import take_part_as
from hemicycle.registry.nominations import Difference, Nomination, covers, difference
from hemicycle.registry.registrations import Registration, RegistrationState, registrations
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import NominationRow, NoteVerbaleRow, RegistrationRow

_PART = {"modality", "role", "sessions"}


class Why(StrEnum):
    """Why a person who is approved does not stand as the note does."""

    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Losing:
    """An approved registration that the revision does not carry. ``after``: the person's nomination now, if
    another modality or role, or fewer sessions, are named for her.
    """

    registration: Registration
    why: Why
    after: Nomination | None = None


def losing(
    conn: Connection, conference: str, delegation: DelegationId, diff: Difference
) -> tuple[Losing, ...]:
    """Who of the approved would lose a place by this difference, or would have another: modality, role or
    fewer sessions. In the order of their registrations.
    """
    attended = calendar.attends(conn, conference, delegation)
    approved = registrations(conn, conference, delegation, RegistrationState.APPROVED)
    return tuple(found for each in approved if (found := _lost(each, diff, attended)) is not None)


def unsettled(conn: Connection, conference: str, delegation: DelegationId) -> tuple[Losing, ...]:
    """The approved whose nomination stands in a note that another has superseded, and how the note in force
    names them.
    """
    stale = _superseded(conn, conference, delegation)
    approved = registrations(conn, conference, delegation, RegistrationState.APPROVED)
    current = notes.nominations(conn, conference, delegation)
    found = []
    for each in approved:
        if each.nomination in stale:
            diff = difference(notes.nominations_of(conn, stale[each.nomination]), current)
            after = next((n for n in current if n.id == diff.successors.get(str(each.nomination))), None)
            found.append(Losing(each, Why.REMOVED if after is None else Why.CHANGED, after))
    return tuple(found)


def unsettled_in(conn: Connection, conference: str) -> dict[DelegationId, int]:
    """How many there are in each delegation of the conference that has any."""
    stale = _SUPERSEDED.where(col(NoteVerbaleRow.conference_id) == conference).subquery()
    row = RegistrationRow
    approved = (
        select(col(row.delegation_id), func.count())
        .where(
            col(row.conference_id) == conference,
            col(row.state) == RegistrationState.APPROVED.value,
            col(row.nomination_id).in_(select(stale.c[0])),
        )
        .group_by(col(row.delegation_id))
        .order_by(col(row.delegation_id))
    )
    return {delegation: count for delegation, count in conn.execute(approved) if delegation is not None}


def _lost(registration: Registration, diff: Difference, attended: frozenset[str]) -> Losing | None:
    if registration.nomination in {each.id for each in diff.removed}:
        return Losing(registration, Why.REMOVED)
    changed = (each for each in diff.changed if _PART & set(each.fields))
    after = next((each.after for each in changed if each.before.id == registration.nomination), None)
    if after is None or covers(after, registration.part, attended):
        return None
    return Losing(registration, Why.CHANGED, after)


def _superseded(conn: Connection, conference: str, delegation: DelegationId) -> dict[str | None, str]:
    """Nomination → note, of the notes that another has superseded."""
    note = NoteVerbaleRow
    found = conn.execute(
        _SUPERSEDED.where(col(note.conference_id) == conference, col(note.delegation_id) == delegation)
    )
    return {row[0]: row[1] for row in found}


def carry_over(
    conn: Connection, successors: Mapping[str, str], lost: set[str], at: datetime, by: str
) -> None:
    """Let registrations follow their persons to the new revision's nominations, except those of ``lost``."""
    moves = [
        {"old": old, "new": new, "stamp": at, "who": by} for old, new in successors.items() if old not in lost
    ]
    if moves:
        conn.execute(_FOLLOW, moves)


def follow(conn: Connection, lost: Losing, at: datetime, by: str) -> None:
    """Let an approved person be what the note now names her, place and seat apart: these are conduct's."""
    if lost.after is None:
        raise ValueError(f"the note does not name {lost.registration.id}")
    after = lost.after
    conn.execute(_FOLLOW, [{"old": lost.registration.nomination, "new": after.id, "stamp": at, "who": by}])
    take_part_as(conn, lost.registration, after.part, at, by)
    conference, subject = lost.registration.conference, f"registration:{lost.registration.id}"
    audit.note(conn, conference, at, by, "changed by a revision", subject)


def keep(conn: Connection, conference: str, lost: Losing, reason: str, at: datetime, by: str) -> None:
    """Let an approved person stay although the note no longer names her so; the reason is on record."""
    conn.execute(
        update(RegistrationRow)
        .where(
            col(RegistrationRow.conference_id) == conference, col(RegistrationRow.id) == lost.registration.id
        )
        .values(
            nomination_id=lost.after.id if lost.after else None, reason=reason, updated_at=at, updated_by=by
        )
    )
    audit.note(conn, conference, at, by, "kept", f"registration:{lost.registration.id}", why=lost.why.value)


_SUPERSEDED = (
    select(col(NominationRow.id), col(NoteVerbaleRow.id))
    .join_from(NominationRow, NoteVerbaleRow, col(NominationRow.note_id) == col(NoteVerbaleRow.id))
    .where(col(NoteVerbaleRow.state) == "superseded")
)
_FOLLOW = (
    update(RegistrationRow)
    .where(col(RegistrationRow.nomination_id) == bindparam("old"))
    .values(nomination_id=bindparam("new"), updated_at=bindparam("stamp"), updated_by=bindparam("who"))
)
