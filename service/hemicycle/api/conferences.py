"""A conference in short: its meetings and delegations."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_part_of
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.views import moment
from hemicycle.registry import conferences, delegations
from hemicycle.rules.terms import Title
from hemicycle.storage import reading

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]


class MeetingLine(BaseModel):
    """A meeting in short; ``scheduled_at``: RFC 3339, UTC."""

    id: str
    number: int
    title: Title
    scheduled_at: str


class ConferenceBody(BaseModel):
    """A conference with its meetings and delegations."""

    id: str
    title: Title
    time_zone: str
    meetings: list[MeetingLine]
    delegations: list[str]
    assumptions: list[dict[str, str]]


@router.get("/{conference}", response_model_exclude_none=True)
def show(conference: str, login: Caller, parts: PartsDep) -> ConferenceBody:
    """The conference of this login."""
    require(Action.READ_CONFERENCE, login)
    require_part_of(login, conference)
    with reading(parts.engine) as conn:
        facts = conferences.conference(conn, conference)
        return ConferenceBody(
            id=facts.id,
            title=facts.title,
            time_zone=facts.time_zone,
            meetings=[
                MeetingLine(id=m.id, number=m.number, title=m.title, scheduled_at=moment(m.scheduled_at))
                for m in conferences.meetings(conn, conference)
            ],
            delegations=[d.id for d in delegations.delegations(conn, conference)],
            assumptions=[{"about": a.about, "says": a.says} for a in facts.assumptions],
        )
