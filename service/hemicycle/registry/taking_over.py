"""Applying an import: one short transaction that writes what the dry run proposed, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry import audit, imports, registrations
from hemicycle.registry.import_plan import LineKind
from hemicycle.registry.imports import Import, ImportNotReady, ImportRefused, ImportStale, ImportState
from hemicycle.registry.registrations import NewRegistration, RegistrationState
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage.tables import RegistrationRow

_COLUMN_OF = {"delegation": "delegation_id"}
_LINKS = frozenset({"gone_at", "source", "source_id"})
"""What ties a registration to its source, and is nothing that somebody asks for."""
_STALE = "registrations have changed since this import was compared with them; import again"


class ReasonNeeded(ImportRefused):
    """Some came after the deadline: an officer says why they are taken all the same."""

    code = "reason-needed"


@dataclass(frozen=True, slots=True)
class Late:
    """What becomes of those who came after the deadline: ``reason``: why they are taken all the same;
    ``left_out``: they are not.
    """

    reason: str | None = None
    left_out: bool = False


def apply(conn: Connection, conference: str, import_id: str, at: datetime, by: str, late: Late) -> Import:
    """Write what was proposed: new ones pending, changes, who is gone marked so. Applied before: nothing.

    Nobody is withdrawn by it: who is gone is proposed for that and waits for the officer.
    Raises ``UnknownImport``, ``ImportNotReady``, ``ImportStale``, ``ReasonNeeded``.
    """
    found = imports.find(conn, conference, import_id, lock=True)
    if found.state is ImportState.APPLIED:
        return found
    if found.state is not ImportState.PROPOSED:
        raise ImportNotReady("this import is still being read, or was refused")
    if found.basis != imports.basis(registrations.registrations(conn, conference)):
        raise ImportStale(_STALE)
    if found.counts.get("late") and not (late.reason or late.left_out):
        raise ReasonNeeded(
            f"{found.counts['late']} came after the deadline; give the reason to take them all the same, "
            "or leave them out"
        )
    try:
        with conn.begin_nested():
            _write(conn, found, at, by, late)
    except IntegrityError as error:
        raise ImportStale(_STALE) from error
    counts = dict(found.counts)
    if late.left_out:
        counts["new"] = counts.get("new", 0) - counts["late"]
    imports.applied(conn, import_id, counts, at, by)
    audit.note(conn, conference, at, by, "import applied", f"import:{import_id}", **counts)
    return imports.find(conn, conference, import_id)


def _write(conn: Connection, found: Import, at: datetime, by: str, late: Late) -> None:
    new, changed, gone = [], [], []
    for line in found.lines:
        match LineKind(line["kind"]):
            case LineKind.NEW if not (line["late"] and late.left_out):
                new.append(_new(found, line, at, by, late.reason))
            case LineKind.CHANGED:
                changed.append(line)
            case LineKind.GONE:
                gone.append(line["registration"])
            case _:
                continue
    for line in changed:
        _change(conn, line, at, by)
    if new:
        conn.execute(insert(RegistrationRow), new)
    if gone:
        row = RegistrationRow
        marked = {"gone_at": at, "updated_at": at, "updated_by": by}
        conn.execute(update(row).where(col(row.id).in_(gone)).values(**marked))


def _new(found: Import, line: Mapping[str, Any], at: datetime, by: str, reason: str | None) -> dict[str, Any]:
    incoming = line["incoming"]
    asked = NewRegistration(
        conference=found.conference,
        delegation=incoming["delegation"],
        name=incoming["name"],
        email=incoming["email"],
        modality=Modality(incoming["modality"]),
        role=Role(incoming["role"]),
        title=incoming.get("title"),
        sessions=tuple(incoming.get("sessions", ())),
        gender=incoming.get("gender"),
        language=incoming.get("language"),
        submitted_at=datetime.fromisoformat(incoming["submitted_at"]) if "submitted_at" in incoming else at,
        source=found.source,
        source_form=found.form,
        source_id=incoming.get("source_id"),
        late=line["late"],
        exception=reason if line["late"] else None,
    )
    return {"id": uuid4().hex, **registrations.pending(asked, at, by)}


def _change(conn: Connection, line: Mapping[str, Any], at: datetime, by: str) -> None:
    """Write the new values. Who was rejected or had withdrawn and changes something asks again."""
    row = RegistrationRow
    after = {_COLUMN_OF.get(field, field): new for field, (_, new) in line["changes"].items()}
    asks = {} if set(after) <= _LINKS else {"state": RegistrationState.PENDING.value}
    conn.execute(
        update(row)
        .where(col(row.id) == line["registration"])
        .values(**after, **asks, updated_at=at, updated_by=by)
    )
