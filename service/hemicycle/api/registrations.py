"""Registrations: the list, one taken in by the desk, and the cross-check against the notes verbales."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, may, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.registration_bodies import (
    CrossCheckBody,
    DeskPerson,
    RegistrationLine,
    RegistrationsBody,
    Taking,
    checked_body,
    line_of,
    without_addresses,
)
from hemicycle.api.watched import note_read
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import calendar, cross_check, delegations, notes, registrations
from hemicycle.registry.deadline import RULE, RegistrationClosed, require_open
from hemicycle.registry.fields import Slug
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.registrations import (
    MatchKind,
    RegistrationRefused,
    RegistrationState,
)
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")
PAGE = 200
"""Registrations on one page of the list."""


class CrossCheckAsked(BaseModel):
    """``delegation`` absent: all."""

    model_config = ConfigDict(extra="forbid")
    delegation: Slug | None = None


@router.get("/{conference}/registrations", response_model_exclude_none=True)
def show(
    conference: str,
    login: Caller,
    parts: PartsDep,
    delegation: Slug | None = None,
    state: RegistrationState | None = None,
    match: MatchKind | None = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> RegistrationsBody:
    """The registrations in the order of submission: all for the secretariat, for a focal point or head of
    delegation her own.
    """
    with reading(parts.engine) as conn:
        require_reader(login, conference, delegation)
        _require_delegation(conn, conference, delegation)
        found = registrations.registrations(conn, conference, delegation)
        nominated = _nominated(conn, conference, delegation)
    note_read(parts, login, "registrations", delegation=delegation, state=state, match=match, page=page)
    wanted = [r for r in found if state in {None, r.state} and match in {None, r.match}]
    shown = wanted[(page - 1) * PAGE : page * PAGE]
    counts = {each.value: sum(r.state is each for r in found) for each in RegistrationState}
    return RegistrationsBody(
        registrations=[_seen(login, line_of(r, nominated)) for r in shown],
        page=page,
        total=len(wanted),
        counts=counts,
    )


@router.post("/{conference}/registrations", status_code=201, response_model_exclude_none=True)
def add(conference: str, body: DeskPerson, login: Caller, parts: PartsDep) -> RegistrationLine:
    """Take in what somebody asked the desk for. After the deadline an officer says why."""
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)
    at = parts.clock.now()
    with writing(parts.engine) as conn:
        try:
            late = _is_exception(conn, conference, at, body.reason)
            require_sessions(conn, conference, body)
            asked = body.asked(conference, body.delegation, "desk", at)
            new = replace(asked, late=late, exception=body.reason if late else None)
            made = registrations.add(conn, new, at, login.id)
        except RegistrationRefused as error:
            raise refused(error) from error
        checked = cross_check.cross_check(conn, conference, body.delegation, at=at, by=login.id)
        nominated = _nominated(conn, conference, body.delegation)
    return next(line_of(r, nominated) for r in checked.registrations if r.id == made.id)


@router.post("/{conference}/cross-check", response_model_exclude_none=True)
def check(conference: str, body: CrossCheckAsked, login: Caller, parts: PartsDep) -> CrossCheckBody:
    """Match the pending registrations again: worked out before the transaction that writes it."""
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)
    at = parts.clock.now()
    with reading(parts.engine) as conn:
        _require_delegation(conn, conference, body.delegation)
        checked = cross_check.compare(conn, conference, body.delegation)
        nominated = _nominated(conn, conference, body.delegation)
    with writing(parts.engine) as conn:
        cross_check.keep(conn, checked, at, login.id)
    return checked_body(checked, nominated)


@router.get("/{conference}/cross-check", response_model_exclude_none=True)
def show_check(
    conference: str, login: Caller, parts: PartsDep, delegation: Slug | None = None
) -> CrossCheckBody:
    """The same as it would come out now, without writing it."""
    with reading(parts.engine) as conn:
        require_reader(login, conference, delegation)
        _require_delegation(conn, conference, delegation)
        checked = cross_check.compare(conn, conference, delegation)
        nominated = _nominated(conn, conference, delegation)
    note_read(parts, login, "cross-check", delegation=delegation)
    body = checked_body(checked, nominated)
    return body.model_copy(
        update={
            "registrations": [_seen(login, line) for line in body.registrations],
            "unregistered": body.unregistered
            if may(Action.READ_EMAILS, login, delegation)
            else [line.model_copy(update={"email": None}) for line in body.unregistered],
        }
    )


def require_reader(login: LoginFacts, conference: str, delegation: str | None) -> None:
    """The secretariat, and the head and the focal points of the delegation."""
    require(Action.READ_REGISTRATIONS, login, delegation)
    require_conference(login, conference)


def _require_delegation(conn: Connection, conference: str, delegation: str | None) -> None:
    """A delegation that is asked for is there; else nobody would be found, and nothing said why."""
    if delegation not in {None, *(each.id for each in delegations.delegations(conn, conference))}:
        raise ProblemError.of("not-found", f"There is no delegation {delegation}.")


def _seen(login: LoginFacts, line: RegistrationLine) -> RegistrationLine:
    """Emails are seen by the secretariat and the own focal point alone."""
    return line if may(Action.READ_EMAILS, login, line.delegation) else without_addresses(line)


def require_sessions(conn: Connection, conference: str, person: Taking) -> None:
    """Refuse a session that the conference does not have."""
    unknown = sorted(set(person.sessions) - {s.id for s in calendar.sessions(conn, conference)})
    if unknown:
        errors = [{"loc": "body.sessions", "msg": f"there is no session {each}"} for each in unknown]
        raise ProblemError.of("invalid-request", "There is no such session.", errors=errors)


def refused(error: RegistrationRefused) -> ProblemError:
    """What the registry refuses, as a problem."""
    says = f"{str(error)[0].upper()}{str(error)[1:]}."
    if isinstance(error, RegistrationClosed):
        return ProblemError.of(
            error.code, says, rule=RULE, citation=error.citation, closed_at=moment(error.closed_at)
        )
    return ProblemError.of("not-found" if error.code == "unknown-delegation" else error.code, says)


def _is_exception(conn: Connection, conference: str, at: datetime, reason: str | None) -> bool:
    """Whether the deadline has passed; without the officer's reason that is refused."""
    try:
        require_open(conn, conference, at)
    except RegistrationClosed:
        if reason is None:
            raise
        return True
    return False


def _nominated(conn: Connection, conference: str, delegation: str | None) -> dict[str, Nomination]:
    return {each.id: each for each in notes.nominations(conn, conference, delegation)}
