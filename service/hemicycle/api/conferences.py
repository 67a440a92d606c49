"""Conferences and their delegations: who they are, who holds which seat, and moving a role."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.commands import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import conferences, delegations, people
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Category, Modality, Role
from hemicycle.storage import Connection, reading

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]


class MeetingLine(BaseModel):
    """A meeting in short; ``scheduled_at``: RFC 3339, UTC."""

    id: str
    number: int
    title: str
    scheduled_at: str


class ConferenceBody(BaseModel):
    """A conference with its meetings and delegations."""

    id: str
    title: str
    time_zone: str
    meetings: list[MeetingLine]
    delegations: list[str]
    assumptions: list[dict[str, str]]


class SeatBody(BaseModel):
    """A unit of the limits; without ``participant`` it is free."""

    id: str
    modality: Modality
    role: Role
    participant: str | None = None


class PersonBody(BaseModel):
    """Somebody of the delegation and the seat that she holds, if any."""

    id: str
    name: str
    title: str | None = None
    modality: Modality | None = None
    role: Role | None = None


class DelegationBody(BaseModel):
    """A delegation with all units of its limits and all its people."""

    id: str
    code: str
    category: Category
    names: dict[str, str]
    seats: list[SeatBody]
    people: list[PersonBody]


class MoveBody(BaseModel):
    """``seat`` shall be held by ``participant``; without: it shall be free."""

    model_config = ConfigDict(extra="forbid")
    seat: Identifier
    participant: Identifier | None = None


class MovesBody(BaseModel):
    """Seats that change hands together. ``reason``: kept apart from the log."""

    model_config = ConfigDict(extra="forbid")
    moves: Annotated[list[MoveBody], Field(min_length=1, max_length=50)]
    reason: Annotated[str, Field(min_length=1, max_length=2000)] | None = None


class MovedBody(BaseModel):
    """The ``seq`` of each live meeting after the change."""

    meetings: dict[str, int]


@router.get("/{conference}", response_model_exclude_none=True)
def show(conference: str, login: Caller, parts: PartsDep) -> ConferenceBody:
    """The conference of this login."""
    require(Action.READ_CONFERENCE, login)
    require_conference(login, conference)
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


@router.get("/{conference}/delegations/{delegation}", response_model_exclude_none=True)
def show_delegation(conference: str, delegation: str, login: Caller, parts: PartsDep) -> DelegationBody:
    """Seats and people: any delegation for the desk, her own for a delegate."""
    require(Action.READ_DELEGATION, login, delegation)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        return _delegation(conn, conference, delegation)


@router.post("/{conference}/delegations/{delegation}/seats")
async def move(
    conference: str, delegation: str, body: MovesBody, login: Caller, parts: PartsDep
) -> MovedBody:
    """Give seats of one delegation to other people: all moves together, or none."""
    require(Action.CHANGE_SEATS, login)
    require_conference(login, conference)
    moves = [_move(delegation, each) for each in body.moves]
    return MovedBody(meetings=await change_roster(parts.conductor, conference, moves, login, body.reason))


def _move(delegation: str, move: MoveBody) -> SeatMove:
    """A seat's id says whose it is and what it allows: ``pan.online.speaker.1``."""
    try:
        owner, modality, role, _number = move.seat.split(".")
        kinds = Modality(modality), Role(role)
    except ValueError as error:
        raise ProblemError.of("seat-refused", f"{move.seat} is no seat.", reason="unknown-seat") from error
    if owner != delegation:
        raise ProblemError.of("seat-refused", f"{move.seat} is another delegation's.", reason="unknown-seat")
    return SeatMove(
        seat=move.seat,
        delegation=delegation,
        modality=kinds[0],
        role=kinds[1],
        participant=move.participant,
    )


def _delegation(conn: Connection, conference: str, delegation: str) -> DelegationBody:
    found = {d.id: d for d in delegations.delegations(conn, conference)}.get(delegation)
    if found is None:
        raise ProblemError.of("not-found", f"There is no delegation {delegation}.")
    units = delegations.units(conn, conference, delegation)
    held = {u.participant: u for u in units if u.participant is not None}
    return DelegationBody(
        id=found.id,
        code=found.code,
        category=found.category,
        names=dict(found.names),
        seats=[
            SeatBody(id=u.seat, modality=u.modality, role=u.role, participant=u.participant) for u in units
        ],
        people=[
            PersonBody(
                id=p.id,
                name=p.name,
                title=p.title,
                modality=held[p.id].modality if p.id in held else None,
                role=held[p.id].role if p.id in held else None,
            )
            for p in people.people(conn, conference, delegation)
        ],
    )
