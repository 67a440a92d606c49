"""What a revision of a note verbale means for whom was approved under the one before. The caller owns the
transaction; who loses a place is settled by an officer, through ``conduct.accreditation``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import col

from hemicycle.registry import audit
from hemicycle.registry.nominations import Difference, Nomination
from hemicycle.registry.registrations import Registration, RegistrationState, registrations
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.accreditation import NominationRow, NoteVerbaleRow, RegistrationRow

_PART = {"modality", "role"}


class Why(StrEnum):
    """Why a person who is approved does not stand as the note does."""

    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Losing:
    """An approved registration that the revision does not carry. ``after``: the person's nomination now, if
    another modality or role is named for her.
    """

    registration: Registration
    why: Why
    after: Nomination | None = None


def losing(
    conn: Connection, conference: str, delegation: DelegationId, diff: Difference
) -> tuple[Losing, ...]:
    """Who of the approved would lose a place by this difference, in the order of their registrations."""
    removed = {each.id for each in diff.removed}
    moved = [each for each in diff.changed if _PART & set(each.fields)]
    after = {each.before.id: each.after for each in moved}
    found = []
    for each in registrations(conn, conference, delegation, RegistrationState.APPROVED):
        if each.nomination in removed:
            found.append(Losing(each, Why.REMOVED))
        elif each.nomination in after and not _as_named(each, after[each.nomination]):
            found.append(Losing(each, Why.CHANGED, after[each.nomination]))
    return tuple(found)


def unsettled(conn: Connection, conference: str, delegation: DelegationId) -> tuple[Registration, ...]:
    """The approved whose nomination stands in a note that another has superseded."""
    note = NoteVerbaleRow
    stale = set(
        conn.execute(
            select(col(NominationRow.id))
            .join_from(NominationRow, note, col(NominationRow.note_id) == col(note.id))
            .where(
                col(note.conference_id) == conference,
                col(note.delegation_id) == delegation,
                col(note.state) == "superseded",
            )
        ).scalars()
    )
    approved = registrations(conn, conference, delegation, RegistrationState.APPROVED)
    return tuple(each for each in approved if each.nomination in stale)


def carry_over(
    conn: Connection, successors: Mapping[str, str], lost: set[str], at: datetime, by: str
) -> None:
    """Let registrations follow their persons to the new revision's nominations, except those of ``lost``."""
    moves = [
        {"old": old, "new": new, "stamp": at, "who": by} for old, new in successors.items() if old not in lost
    ]
    if moves:
        conn.execute(_FOLLOW, moves)


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


_FOLLOW = (
    update(RegistrationRow)
    .where(col(RegistrationRow.nomination_id) == bindparam("old"))
    .values(nomination_id=bindparam("new"), updated_at=bindparam("stamp"), updated_by=bindparam("who"))
)


def _as_named(registration: Registration, nomination: Nomination) -> bool:
    return (registration.modality, registration.role) == (nomination.modality, nomination.role)
