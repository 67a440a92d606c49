"""What leaves the service as a file: the list of participants, the role sheet for a platform, the meetings.

Everybody in them takes part: is approved, or of the conference's file. The list of participants has no
addresses; the role sheet has. A cell that a spreadsheet would take for a formula is preceded by an apostrophe
(OWASP, CSV injection).
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col

from hemicycle.registry import calendar
from hemicycle.registry.delegations import delegations
from hemicycle.registry.taking_part import taking_part
from hemicycle.rules.terms import Modality
from hemicycle.storage.tables import ExportRow

ROLE_SHEET = "role-sheet"
PARTICIPANTS = ("delegation", "category", "name", "title", "modality", "role", "sessions")
"""The columns of the list of participants as a table."""
_WORDS = {
    "state_party": "State party",
    "other_state": "other State",
    "reio": "regional economic integration organization",
    "igo": "intergovernmental organization",
    "ngo": "non-governmental organization",
}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParticipant:
    """A line of the list of participants. ``delegation``: its English name; ``role``: of who has no
    delegation her capacity; ``sessions``: their ids; ``seated``: she holds a seat, or needs none.
    """

    delegation: str
    category: str
    name: str
    title: str
    modality: str
    role: str
    sessions: tuple[str, ...]
    seated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """What an external platform is told of a person who takes part online, or has no delegation. ``id``: of
    her registration, else of herself; ``email``: empty where none is on record.
    """

    id: str
    name: str
    email: str
    delegation: str
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done on the platform. ``change``: added, removed or changed; ``line``: as it is now."""

    change: str
    line: SheetLine


def participants(conn: Connection, conference: str) -> tuple[ListedParticipant, ...]:
    """The list of participants, by delegation and name; whoever has none comes last."""
    known = {each.id: each for each in delegations(conn, conference)}
    listed = [
        ListedParticipant(
            delegation=known[each.delegation].names["en"] if each.delegation else "",
            category=known[each.delegation].category.value if each.delegation else "",
            name=each.name,
            title=each.title or "",
            modality=each.modality.value if each.modality else "",
            role=each.role.value if each.role else each.capacity.value,
            sessions=each.sessions,
            seated=each.seated,
        )
        for each in taking_part(conn, conference)
    ]
    return tuple(sorted(listed, key=lambda each: (not each.delegation, each.delegation, each.name)))


def participants_table(
    conn: Connection, conference: str, listed: Sequence[ListedParticipant]
) -> list[list[str]]:
    """The same in English words, for people: sessions by their titles, "all" where it is every one."""
    titles = {each.id: each.titles["en"] for each in calendar.sessions(conn, conference)}
    return [
        [
            each.delegation,
            _WORDS.get(each.category, each.category),
            each.name,
            each.title,
            each.modality.replace("_", " "),
            each.role if each.seated else f"{each.role}, alternate",
            "all" if len(each.sessions) == len(titles) else "; ".join(titles[s] for s in each.sessions),
        ]
        for each in listed
    ]


def role_sheet(conn: Connection, conference: str) -> tuple[SheetLine, ...]:
    """Everybody who takes part online, and podium, interpreters and staff; by delegation and name."""
    names = {each.id: each.names["en"] for each in delegations(conn, conference)}
    lines = [
        SheetLine(
            id=each.id,
            name=each.name,
            email=each.email or "",
            delegation=names.get(each.delegation or "", ""),
            role=each.role.value if each.role else each.capacity.value,
            language=each.language or "",
        )
        for each in taking_part(conn, conference)
        if each.modality is Modality.ONLINE or each.delegation is None
    ]
    return tuple(sorted(lines, key=lambda each: (each.delegation, each.name, each.id)))


def changes(conn: Connection, conference: str) -> tuple[Change, ...]:
    """What has changed since the role sheet was last taken; before the first time: everybody is added."""
    return _changes(_last(conn, conference), role_sheet(conn, conference))


def take_role_sheet(
    conn: Connection, conference: str, at: datetime, by: str
) -> tuple[int, tuple[Change, ...]]:
    """Keep the role sheet as the one that the platform has now: its number, and what has changed."""
    found = changes(conn, conference)
    last = conn.execute(
        select(func.max(col(ExportRow.number))).where(
            col(ExportRow.conference_id) == conference, col(ExportRow.kind) == ROLE_SHEET
        )
    ).scalar_one()
    number = (last or 0) + 1
    conn.execute(
        insert(ExportRow).values(
            conference_id=conference,
            kind=ROLE_SHEET,
            number=number,
            lines=[asdict(line) for line in role_sheet(conn, conference)],
            created_at=at,
            created_by=by,
            updated_at=at,
            updated_by=by,
        )
    )
    return number, found


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A CSV file (RFC 4180) that a spreadsheet reads as UTF-8 and computes nothing of."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def neutral(cell: Any) -> Any:
    """The cell, as one that no spreadsheet takes for a formula. Numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell


def cells(lines: Sequence[Any]) -> list[list[Any]]:
    """The fields of lines of one kind, in their order."""
    return [[getattr(line, field.name) for field in fields(line)] for line in lines]


def _last(conn: Connection, conference: str) -> Mapping[str, SheetLine]:
    lines: list[dict[str, str]] | None = conn.execute(
        select(col(ExportRow.lines))
        .where(col(ExportRow.conference_id) == conference, col(ExportRow.kind) == ROLE_SHEET)
        .order_by(col(ExportRow.number).desc())
        .limit(1)
    ).scalar_one_or_none()
    return {line["id"]: SheetLine(**line) for line in lines or ()}


def _changes(before: Mapping[str, SheetLine], now: Sequence[SheetLine]) -> tuple[Change, ...]:
    """By id; who has another id and her own address still, because she has registered since, is the same."""
    present = {line.id for line in now}
    gone = {key: line for key, line in before.items() if key not in present}
    by_address = {line.email: line for line in gone.values() if line.email}
    was = {line.id: before.get(line.id) or by_address.get(line.email) for line in now}
    followed = {line.id for line in was.values() if line is not None}
    removed = [Change("removed", line) for key, line in gone.items() if key not in followed]
    new = [Change("added", line) for line in now if was[line.id] is None]
    other = [
        Change("changed", line)
        for line in now
        if (old := was[line.id]) is not None and replace(old, id=line.id) != line
    ]
    return (*removed, *new, *other)
