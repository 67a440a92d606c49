"""The booths of a conference: channels and interpreters. Meetings whose logs have begun keep theirs."""

from collections.abc import Iterator

from fastapi import APIRouter
from pydantic import BaseModel

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.changing import changing
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.registry import audit, booth_changes
from hemicycle.registry.booth_changes import InterpreterTable, StaffedBooth
from hemicycle.registry.booths import booths
from hemicycle.storage import Connection, reading

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")


class BoothsBody(BaseModel):
    """All booths in their order. ``interpreters`` are people of the conference with that capacity."""

    booths: list[StaffedBooth]


@router.get("/{conference}/booths")
def show_booths(conference: str, login: Caller, parts: PartsDep) -> BoothsBody:
    """The booths, and one for each further language into which somebody interprets."""
    require(Action.CHANGE_CONFERENCE, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        return BoothsBody(booths=list(_booths(conn, conference)))


@router.put("/{conference}/booths")
def replace_booths(conference: str, body: BoothsBody, login: Caller, parts: PartsDep) -> BoothsBody:
    """Put these booths in the place of the present ones; they count in meetings whose logs begin later."""
    require(Action.CHANGE_CONFERENCE, login)
    require_conference(login, conference)
    now = parts.clock.now()
    with changing(parts, conference) as conn:
        booth_changes.replace(conn, conference, body.booths, now, login.id)
        audit.note(conn, conference, now, login.id, "booths-changed", f"conference:{conference}")
        return BoothsBody(booths=list(_booths(conn, conference)))


def _booths(conn: Connection, conference: str) -> Iterator[StaffedBooth]:
    for booth in booths(conn, conference):
        yield StaffedBooth(
            id=booth.id,
            outgoing=booth.outgoing,
            remote=booth.remote,
            interpreters=tuple(
                InterpreterTable(participant=i.participant, a=i.a, b=i.b, c=i.c) for i in booth.interpreters
            ),
        )
