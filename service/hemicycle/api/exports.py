"""Files for others: the list of participants, the role sheet for a platform, the meetings, the figures."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference, require_part_of
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.figures import LineBody, read_figures
from hemicycle.api.parts import Parts
from hemicycle.api.watched import note_read
from hemicycle.registry import audit, exports
from hemicycle.registry.exports import Change, ListedParticipant, SheetLine
from hemicycle.registry.meetings_calendar import meetings_calendar
from hemicycle.storage import reading, writing

router = APIRouter(tags=["exports"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}/exports")

Format = Literal["csv", "json"]
_CSV, _ICS = "text/csv; charset=utf-8", "text/calendar; charset=utf-8"


class ChangeBody(BaseModel):
    """What is to be done on the platform: ``added``, ``removed`` or ``changed``; the line as it is now."""

    change: Literal["added", "removed", "changed"]
    line: SheetLine


class TakenBody(BaseModel):
    """The role sheet that the platform has from now on. ``number``: counted from 1."""

    number: int
    lines: list[SheetLine]
    changes: list[ChangeBody]


@router.get("/participants.{form}", response_model=list[ListedParticipant])
def participants(conference: str, form: Format, login: Caller, parts: PartsDep) -> Any:
    """The list of participants: everybody who takes part, without addresses; as CSV in English words."""
    _admit(conference, login, parts, "participants")
    with reading(parts.engine) as conn:
        lines = exports.participants(conn, conference)
        if form == "json":
            return lines
        return _csv("participants", exports.PARTICIPANTS, exports.participants_table(conn, conference, lines))


@router.get("/role-sheet.{form}", response_model=list[SheetLine])
def role_sheet(conference: str, form: Format, login: Caller, parts: PartsDep) -> Any:
    """Who is to have which role on the platform now, with addresses: who is online, podium and staff."""
    _admit(conference, login, parts, "role-sheet")
    with reading(parts.engine) as conn:
        lines = exports.role_sheet(conn, conference)
    return lines if form == "json" else _csv("role-sheet", _names(SheetLine), exports.cells(lines))


@router.get("/role-sheet-changes.{form}", response_model=list[ChangeBody])
def changes(conference: str, form: Format, login: Caller, parts: PartsDep) -> Any:
    """What has changed since the role sheet was last taken."""
    _admit(conference, login, parts, "role-sheet-changes")
    with reading(parts.engine) as conn:
        found = exports.changes(conn, conference)
    if form == "json":
        return [asdict(each) for each in found]
    rows = [[each.change, *exports.cells([each.line])[0]] for each in found]
    return _csv("role-sheet-changes", ["change", *_names(SheetLine)], rows)


@router.post("/role-sheet", status_code=201)
def take_role_sheet(conference: str, login: Caller, parts: PartsDep) -> TakenBody:
    """Take the role sheet to the platform: changes are counted from it from now on."""
    require(Action.EXPORT, login)
    require_conference(login, conference)
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        number, found = exports.take_role_sheet(conn, conference, now, login.id)
        audit.note(conn, conference, now, login.id, "taken", "export:role-sheet", number=number)
        lines = exports.role_sheet(conn, conference)
    return TakenBody(number=number, lines=list(lines), changes=[_change(each) for each in found])


@router.get("/meetings.ics", response_class=Response)
def meetings(conference: str, login: Caller, parts: PartsDep) -> Response:
    """The meetings of the conference, for anybody's calendar."""
    require(Action.READ_CONFERENCE, login)
    require_part_of(login, conference)
    with reading(parts.engine) as conn:
        file = meetings_calendar(conn, conference, parts.clock.now())
    return _file("meetings.ics", _ICS, file)


@router.get("/figures.csv", response_class=Response)
def figures(conference: str, login: Caller, parts: PartsDep) -> Response:
    """The figures by delegation, the last line in all."""
    require(Action.READ_FIGURES, login)
    require_conference(login, conference)
    found = read_figures(parts, conference)
    rows = [[each.name, each.category.value, *_numbers(each)] for each in found.delegations]
    header = ["delegation", "category", *_numbers(found.total, names=True)]
    return _csv("figures", header, [*rows, ["all", "", *_numbers(found.total)]])


def _numbers(line: LineBody, *, names: bool = False) -> list[Any]:
    """The counts of a line in their order, or what they are called."""
    groups = {"": line.total} | line.by_modality | line.by_role
    counts = [(f"{name} {group}".strip(), n) for group, each in groups.items() for name, n in each]
    return [name if names else number for name, number in counts]


def _admit(conference: str, login: LoginFacts, parts: Parts, kind: str) -> None:
    """The desk alone; that it looks is written down."""
    require(Action.EXPORT, login)
    require_conference(login, conference)
    note_read(parts, login, f"export:{kind}")


def _change(change: Change) -> ChangeBody:
    return ChangeBody.model_validate(asdict(change))


def _names(kind: type[Any]) -> list[str]:
    return [field.name for field in fields(kind)]


def _csv(name: str, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> Response:
    return _file(f"{name}.csv", _CSV, exports.table(header, rows))


def _file(name: str, media_type: str, content: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
