"""Imports as rows: read, proposed, applied by id. The caller owns the transaction.

All parsing and comparing is done before the transaction that applies; it only writes what was proposed, and
refuses if the registrations are no longer those that were compared.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from hemicycle.registry import audit, calendar, registrations
from hemicycle.registry.import_plan import LineKind, PlannedLine, plan
from hemicycle.registry.incoming import Reading, ReadingRefused
from hemicycle.storage.tables import ImportRow

SILENT = timedelta(minutes=10)
"""Whoever reads a source tells how far every few seconds: after such a silence nobody reads it any more."""


class ImportState(StrEnum):
    """Where an import stands. Refused: nothing of the source could be taken."""

    READING = "reading"
    PROPOSED = "proposed"
    APPLIED = "applied"
    REFUSED = "refused"


class ImportRefused(Exception):
    """An import cannot be applied; nothing has changed. ``code``: stable."""

    code = "unknown-import"


class UnknownImport(ImportRefused):
    """The conference has no such import."""


class ImportNotReady(ImportRefused):
    """It is still being read, or could not be."""

    code = "import-not-ready"


class ImportStale(ImportRefused):
    """Registrations have changed since the dry run: import again."""

    code = "import-stale"


@dataclass(frozen=True, slots=True)
class Import:
    """``done`` of ``total``: how far the reading is; ``counts``: lines by kind, and how many are late.

    ``lines``: the report, until it has been applied; ``problem``: why it was refused.
    """

    id: str
    conference: str
    source: str
    form: str
    state: ImportState
    done: int
    total: int
    counts: Mapping[str, int]
    lines: Sequence[Mapping[str, Any]]
    problem: Mapping[str, Any]
    updated_at: datetime
    basis: str | None


_ROW = ImportRow
_COLUMNS = (
    col(_ROW.id),
    col(_ROW.conference_id),
    col(_ROW.source),
    col(_ROW.source_form),
    col(_ROW.state),
    col(_ROW.done),
    col(_ROW.total),
    col(_ROW.counts),
    col(_ROW.lines),
    col(_ROW.problem),
    col(_ROW.updated_at),
    col(_ROW.basis),
)


def begin(conn: Connection, conference: str, source: str, form: str, at: datetime, by: str) -> str:
    """Note that something is being read. Gives the import's id."""
    key = uuid4().hex
    conn.execute(
        insert(_ROW).values(
            id=key,
            conference_id=conference,
            source=source,
            source_form=form,
            state=ImportState.READING.value,
            done=0,
            total=0,
            counts={},
            lines=[],
            problem={},
            created_at=at,
            created_by=by,
            updated_at=at,
            updated_by=by,
        )
    )
    audit.note(conn, conference, at, by, "import begun", f"import:{key}", source=source, form=form)
    return key


def progress(conn: Connection, import_id: str, done: int, total: int, at: datetime) -> None:
    """Note how far the reading is."""
    _write(conn, import_id, {"done": done, "total": total, "updated_at": at})


def refuse(conn: Connection, import_id: str, refused: ReadingRefused, at: datetime) -> None:
    """Note that nothing of the source can be taken, and why."""
    problem = {"code": refused.code, "reason": str(refused)}
    if refused.line is not None:
        problem["line"] = str(refused.line)
    _write(conn, import_id, {"state": ImportState.REFUSED.value, "problem": problem, "updated_at": at})


def propose(conn: Connection, found: Import, reading: Reading, at: datetime) -> None:
    """Compare what was read with the registrations, and keep the report. Registrations do not change."""
    known = registrations.registrations(conn, found.conference)
    planned = plan(reading, known, calendar.closes_at(conn, found.conference), at)
    counts = Counter(line.kind.value for line in planned)
    counts["late"] = sum(line.late for line in planned)
    lines = [_to_json(line) for line in planned if line.kind is not LineKind.UNCHANGED]
    _write(
        conn,
        found.id,
        {
            "state": ImportState.PROPOSED.value,
            "source": reading.source,
            "counts": dict(counts),
            "lines": lines,
            "basis": basis(known),
            "updated_at": at,
        },
    )


def find(conn: Connection, conference: str, import_id: str, *, lock: bool = False) -> Import:
    """The import with this id. ``lock``: nobody else may apply it meanwhile. Raises ``UnknownImport``."""
    wanted = select(*_COLUMNS).where(col(_ROW.conference_id) == conference, col(_ROW.id) == import_id)
    row = conn.execute(wanted.with_for_update() if lock else wanted).one_or_none()
    if row is None:
        raise UnknownImport(f"there is no import {import_id}")
    key, of, source, form, state, *rest = row
    return Import(key, of, source, form, ImportState(state), *rest)


def told(found: Import, now: datetime) -> Import:
    """The import as an officer is told of it: one whose reading broke off is refused.

    Nothing was taken over, so that the source can be imported again.
    """
    if found.state is not ImportState.READING or now - found.updated_at <= SILENT:
        return found
    problem = {"code": "import-interrupted", "reason": "the reading broke off; import the source again"}
    return replace(found, state=ImportState.REFUSED, problem=problem)


def imports(conn: Connection, conference: str) -> tuple[Import, ...]:
    """The conference's imports, the newest first, without their lines."""
    wanted = select(*_COLUMNS).where(col(_ROW.conference_id) == conference)
    found = conn.execute(wanted.order_by(col(_ROW.created_at).desc(), col(_ROW.id)))
    return tuple(
        Import(key, of, source, form, ImportState(state), done, total, counts, (), problem, updated_at, None)
        for key, of, source, form, state, done, total, counts, _, problem, updated_at, _ in found
    )


def applied(conn: Connection, import_id: str, counts: Mapping[str, int], at: datetime, by: str) -> None:
    """Note that it has been applied, and what was. The lines go: the registrations have their names now."""
    values = {"state": ImportState.APPLIED.value, "lines": [], "counts": dict(counts), "applied_at": at}
    _write(conn, import_id, {**values, "updated_at": at, "updated_by": by})


def forget(conn: Connection, conference: str, email: str) -> None:
    """Let no import that was never applied keep the lines of the person with this address."""
    for found in conn.execute(
        select(col(_ROW.id), col(_ROW.lines)).where(
            col(_ROW.conference_id) == conference, col(_ROW.state) == ImportState.PROPOSED.value
        )
    ).all():
        kept = [line for line in found.lines if email.lower() not in _addresses(line)]
        if len(kept) < len(found.lines):
            _write(conn, found.id, {"lines": kept})


def basis(known: Sequence[registrations.Registration]) -> str:
    """What the registrations are: differs as soon as one of them does. Matches do not count."""
    said = [[each.id, each.state, registrations.columns(each), each.gone_at] for each in known]
    return sha256(orjson.dumps(sorted(said, key=lambda one: str(one[0])))).hexdigest()


def _write(conn: Connection, import_id: str, values: dict[str, Any]) -> None:
    conn.execute(update(_ROW).where(col(_ROW.id) == import_id).values(**values))


def _to_json(line: PlannedLine) -> dict[str, Any]:
    """Without what is not said."""
    written: dict[str, Any] = orjson.loads(orjson.dumps(line))
    incoming = {k: v for k, v in (written.pop("incoming") or {}).items() if v not in (None, [])}
    kept = {key: value for key, value in written.items() if value is not None}
    return {**kept, "incoming": incoming} if incoming else kept


def _addresses(line: Mapping[str, Any]) -> set[str]:
    before, after = line.get("changes", {}).get("email", (None, None))
    said = {line.get(part, {}).get("email") for part in ("incoming", "written")}
    return {*(text.lower() for text in said if text), before, after} - {None}
