"""One delegation: who holds which seat, its limits and what is not in order; moving and swapping roles."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, may, require, require_conference, require_part_of
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.conduct.accreditation import swap
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import admission, audit, delegations, having
from hemicycle.registry.departed import members
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Category, Modality, Part, Role
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["conferences"], responses=PROBLEM_RESPONSES, prefix="/conferences")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
Reason = Annotated[str, Field(min_length=1, max_length=2000)]


class SeatBody(BaseModel):
    """A unit of what may be present at once; without ``participant`` it is free.

    ``scope``: a session or a meeting, absent: the whole conference. ``over``: the policy in force no longer
    has it.
    """

    id: str
    modality: Modality
    role: Role
    scope: str | None = None
    participant: str | None = None
    over: bool | None = None


class PersonBody(BaseModel):
    """Somebody of the delegation and the seat that she holds, if any. ``email``: for the desk and the own
    focal point alone.
    """

    id: str
    name: str
    title: str | None = None
    modality: Modality | None = None
    role: Role | None = None
    part: Part | None = None
    email: str | None = None


class HavingBody(BaseModel):
    """One limit: how many may be ``nominated`` and present ``at_once``; ``over``: held beyond it.

    ``scope``: a session or a meeting, absent: the whole conference.
    """

    modality: Modality
    role: Role
    scope: str | None = None
    nominated: int
    free_places: int
    at_once: int
    free_seats: int
    over: int


class ConcernBody(BaseModel):
    """Something to be put in order."""

    code: having.ConcernCode
    subject: str
    name: str


class DelegationBody(BaseModel):
    """A delegation with its limits, seats and people. ``problems``: for the desk, the own head and the own
    focal point.
    """

    id: str
    code: str
    category: Category
    names: dict[str, str]
    limits: list[HavingBody]
    seats: list[SeatBody]
    people: list[PersonBody]
    problems: list[ConcernBody] | None = None


class MoveBody(BaseModel):
    """``seat`` shall be held by ``participant``; without: it shall be free.

    ``former``: who holds it until now as the sender knows, null: nobody; absent: whoever it is.
    """

    model_config = ConfigDict(extra="forbid")
    seat: Identifier
    participant: Identifier | None = None
    former: Identifier | None = None


class MovesBody(BaseModel):
    """Seats that change hands together. ``reason``: kept apart from the log."""

    model_config = ConfigDict(extra="forbid")
    moves: Annotated[list[MoveBody], Field(min_length=1, max_length=50)]
    reason: Reason | None = None


class SwapBody(BaseModel):
    """Two people of the delegation who exchange what seats they have."""

    model_config = ConfigDict(extra="forbid")
    one: Identifier
    other: Identifier
    reason: Reason | None = None


class MovedBody(BaseModel):
    """The ``seq`` of each live meeting after the change."""

    meetings: dict[str, int]


class PartBody(BaseModel):
    """``part`` absent: neither head nor focal point."""

    model_config = ConfigDict(extra="forbid")
    part: Part | None = None


@router.get("/{conference}/delegations/{delegation}", response_model_exclude_none=True)
def show_delegation(conference: str, delegation: str, login: Caller, parts: PartsDep) -> DelegationBody:
    """Limits, seats and people: any delegation for the desk, her own for a delegate."""
    require(Action.READ_DELEGATION, login, delegation)
    require_part_of(login, conference)
    with reading(parts.engine) as conn:
        return _delegation(conn, conference, delegation, login)


@router.post("/{conference}/delegations/{delegation}/seats")
async def move(
    conference: str, delegation: str, body: MovesBody, login: Caller, parts: PartsDep
) -> MovedBody:
    """Give seats of one delegation to other people: all moves together, or none."""
    require(Action.CHANGE_SEATS, login, delegation)
    require_conference(login, conference)
    moves = [_move(delegation, each) for each in body.moves]
    former = {each.seat: each.former for each in body.moves if "former" in each.model_fields_set}
    seqs = await change_roster(parts.conductor, conference, moves, login, body.reason, former=former)
    parts.mail_queued()
    return MovedBody(meetings=seqs)


@router.post("/{conference}/delegations/{delegation}/swap")
async def exchange(
    conference: str, delegation: str, body: SwapBody, login: Caller, parts: PartsDep
) -> MovedBody:
    """Let two people of one delegation change places; an alternate takes the seat of the other."""
    require(Action.CHANGE_SEATS, login, delegation)
    require_conference(login, conference)
    both = (body.one, body.other)
    await run_in_threadpool(_require_of, parts, conference, delegation, both)
    seqs = await swap(parts.conductor, conference, both, login, body.reason)
    parts.mail_queued()
    return MovedBody(meetings=seqs)


@router.put("/{conference}/delegations/{delegation}/people/{participant}/part", status_code=204)
def set_part(
    conference: str, delegation: str, participant: str, body: PartBody, login: Caller, parts: PartsDep
) -> None:
    """Name the head or a focal point of a delegation; her login may do more from the next request on."""
    require(Action.APPROVE, login, delegation)
    require_conference(login, conference)
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        try:
            admission.set_part(conn, conference, delegation, participant, body.part, now, login.id)
        except admission.NobodyThere as error:
            raise ProblemError.of("not-found", f"{error}.") from error
        audit.note(
            conn, conference, now, login.id, "part given", f"participant:{participant}", part=body.part
        )


def _require_of(parts: Parts, conference: str, delegation: str, both: tuple[str, str]) -> None:
    with reading(parts.engine) as conn:
        known = {person.id for person in members(conn, conference, delegation)}
    if not set(both) <= known:
        says = f"{delegation} does not have both of these people."
        raise ProblemError.of("seat-refused", says, reason="unknown-participant")


def _move(delegation: str, move: MoveBody) -> SeatMove:
    """A seat's id says whose it is and what it allows: ``pan.online.speaker.1``."""
    try:
        owner, modality, role, *_number_and_scope = move.seat.split(".")
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


def _delegation(conn: Connection, conference: str, delegation: str, login: LoginFacts) -> DelegationBody:
    found = {d.id: d for d in delegations.delegations(conn, conference)}.get(delegation)
    if found is None:
        raise ProblemError.of("not-found", f"There is no delegation {delegation}.")
    units = delegations.units(conn, conference, delegation)
    problems = None
    if may(Action.READ_PROBLEMS, login, delegation):
        concerns = having.concerns(conn, conference, delegation)
        problems = [ConcernBody(code=c.code, subject=c.subject, name=c.name) for c in concerns]
    seen = may(Action.READ_EMAILS, login, delegation)
    emails = having.emails(conn, conference, delegation) if seen else {}
    return DelegationBody(
        id=found.id,
        code=found.code,
        category=found.category,
        names=dict(found.names),
        limits=[_having(each) for each in having.having(conn, conference, delegation)],
        seats=[_seat(unit) for unit in units],
        people=_people(conn, conference, delegation, units, emails),
        problems=problems,
    )


def _people(
    conn: Connection,
    conference: str,
    delegation: str,
    units: tuple[delegations.Unit, ...],
    emails: Mapping[str, str],
) -> list[PersonBody]:
    held = {u.participant: u for u in units if u.participant is not None}
    parts = having.parts(conn, conference, delegation)
    return [
        PersonBody(
            id=p.id,
            name=p.name,
            title=p.title,
            modality=held[p.id].modality if p.id in held else None,
            role=held[p.id].role if p.id in held else None,
            part=Part(parts[p.id]) if p.id in parts else None,
            email=emails.get(p.id),
        )
        for p in members(conn, conference, delegation)
    ]


def _seat(unit: delegations.Unit) -> SeatBody:
    return SeatBody(
        id=unit.seat,
        modality=unit.modality,
        role=unit.role,
        scope=_scope(unit.scope),
        participant=unit.participant,
        over=unit.over or None,
    )


def _having(limit: having.Having) -> HavingBody:
    return HavingBody(
        modality=limit.modality,
        role=limit.role,
        scope=_scope(limit.scope),
        nominated=limit.nominated,
        free_places=limit.free_places,
        at_once=limit.at_once,
        free_seats=limit.free_seats,
        over=limit.over,
    )


def _scope(scope: str) -> str | None:
    return None if scope == EVERYWHERE else scope
