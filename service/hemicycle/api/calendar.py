"""The conference's calendar and its delegations: bodies, sessions, meetings, agenda, who attends what."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference, require_part_of
from hemicycle.api.changing import changing
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.conduct import opening
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import audit, calendar, calendar_changes, conferences, delegation_changes
from hemicycle.registry.calendar_model import CalendarDocument
from hemicycle.registry.conference_model import DelegationTable
from hemicycle.registry.contradictions import Faulty
from hemicycle.registry.delegations import UnknownDelegation, delegations
from hemicycle.registry.fields import Code, LanguageTag, Slug, Words
from hemicycle.registry.toml_file import Fault
from hemicycle.rules.terms import Category
from hemicycle.storage import Connection, reading

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")


class MeetingState(BaseModel):
    """What follows from a meeting's place in the calendar. ``begun``: its log has, so that it cannot move."""

    id: str
    number: int
    scheduled_at: str
    ends_at: str
    begun: bool


class CalendarBody(BaseModel):
    """``calendar``: as it is sent back, hours in the conference's zone; the rest: derived, moments in UTC.

    ``registration_closes_at``: the first moment at which nobody may register any more.
    """

    calendar: CalendarDocument
    meetings: list[MeetingState]
    registration_closes_at: str | None = None


class DelegationWords(BaseModel):
    """A delegation as the desk writes it. ``country``: gives code and names; ``sessions``: absent: all;
    ``members``: of a regional economic integration organization, the delegations of its member States.
    """

    model_config = ConfigDict(extra="forbid")
    category: Category
    country: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    code: Code | None = None
    names: dict[LanguageTag, Words] | None = None
    sessions: tuple[Slug, ...] = ()
    members: tuple[Slug, ...] = ()


class DelegationLine(BaseModel):
    """A delegation. ``sessions``: those that it attends."""

    id: str
    code: str
    category: Category
    names: dict[str, str]
    sessions: list[str]
    members: list[str]


@router.get("/{conference}/calendar", response_model_exclude_none=True)
def show(conference: str, login: Caller, parts: PartsDep) -> CalendarBody:
    """Bodies, sessions, rooms, agenda, meetings and the end of registration."""
    require(Action.READ_CONFERENCE, login)
    require_part_of(login, conference)
    with reading(parts.engine) as conn:
        return _calendar(conn, conference)


@router.put("/{conference}/calendar", response_model_exclude_none=True)
def replace(conference: str, body: CalendarDocument, login: Caller, parts: PartsDep) -> CalendarBody:
    """Put a whole calendar in the place of the present one.

    Refused, with the fields: what a conference's file might not say (422); what contradicts the log of a
    meeting that has begun, or takes away a session or meeting that somebody is named for (409).
    """
    require(Action.CHANGE_CONFERENCE, login)
    require_conference(login, conference)
    now = parts.clock.now()
    with changing(parts, conference) as conn:
        begun = opening.begun_in(conn, conference)
        calendar_changes.replace(conn, conference, body, begun, now, login.id)
        audit.note(conn, conference, now, login.id, "calendar-changed", f"conference:{conference}")
        return _calendar(conn, conference)


@router.get("/{conference}/delegations")
def show_delegations(conference: str, login: Caller, parts: PartsDep) -> list[DelegationLine]:
    """All delegations with category, names and the sessions that they attend."""
    require(Action.READ_CONFERENCE, login)
    require_part_of(login, conference)
    with reading(parts.engine) as conn:
        return list(_delegations(conn, conference))


@router.put("/{conference}/delegations/{delegation}")
def put_delegation(
    conference: str,
    delegation: Annotated[Slug, Path()],
    body: DelegationWords,
    login: Caller,
    parts: PartsDep,
) -> DelegationLine:
    """Add a delegation, or change it. Names of a country are those of the day of the first meeting."""
    require(Action.CHANGE_CONFERENCE, login)
    require_conference(login, conference)
    now = parts.clock.now()
    with changing(parts, conference) as conn:
        table, held = _table(delegation, body), opening.held_in(conn, conference)
        fresh = delegation_changes.put(conn, conference, table, held, now, login.id)
        action = "delegation-added" if fresh else "delegation-changed"
        audit.note(conn, conference, now, login.id, action, f"delegation:{delegation}")
        return next(d for d in _delegations(conn, conference) if d.id == delegation)


@router.delete("/{conference}/delegations/{delegation}", status_code=204)
def remove_delegation(conference: str, delegation: str, login: Caller, parts: PartsDep) -> None:
    """Remove a delegation of which nothing is kept: neither people nor a note, nor a log."""
    require(Action.CHANGE_CONFERENCE, login)
    require_conference(login, conference)
    with changing(parts, conference) as conn:
        held = opening.held_in(conn, conference)
        try:
            delegation_changes.remove(conn, conference, delegation, held)
        except UnknownDelegation as error:
            raise ProblemError.of("not-found", f"There is no delegation {delegation}.") from error
        now = parts.clock.now()
        audit.note(conn, conference, now, login.id, "delegation-removed", f"delegation:{delegation}")


def _table(delegation: str, body: DelegationWords) -> DelegationTable:
    given = body.model_dump(exclude_none=True)
    if body.country is None and not {"code", "names"} <= given.keys():
        raise Faulty([Fault(("country",), "give a country, or both code and names")])
    if body.country is None and "en" not in given["names"]:
        raise Faulty([Fault(("names",), "needs an English text: add en")])
    return DelegationTable.model_validate({**given, "id": delegation})


def _calendar(conn: Connection, conference: str) -> CalendarBody:
    begun = set(opening.begun_in(conn, conference))
    closes = calendar.closes_at(conn, conference)
    return CalendarBody(
        calendar=calendar_changes.written(conn, conference),
        meetings=[
            MeetingState(
                id=m.id,
                number=m.number,
                scheduled_at=moment(m.scheduled_at),
                ends_at=moment(m.ends_at),
                begun=m.id in begun,
            )
            for m in conferences.meetings(conn, conference)
        ],
        registration_closes_at=None if closes is None else moment(closes),
    )


def _delegations(conn: Connection, conference: str) -> Iterator[DelegationLine]:
    attended: dict[str, Any] = dict(calendar.attendance(conn, conference))
    for found in delegations(conn, conference):
        yield DelegationLine(
            id=found.id,
            code=found.code,
            category=found.category,
            names=dict(found.names),
            sessions=sorted(attended[found.id]),
            members=list(found.members),
        )
