"""Logins: entering with a link, what a console's page learns first, minting and revoking."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from hemicycle.access import login_refusals, logins
from hemicycle.access.logins import LoginFacts, NewLogin
from hemicycle.access.table import Action
from hemicycle.api.callers import (
    COOKIE,
    Caller,
    PartsDep,
    require,
    require_part_of,
    require_reach,
    same_origin,
)
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.conduct.relinking import require_part
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import audit, calendar, conferences, people
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.terms import Capacity
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["logins"], responses=PROBLEM_RESPONSES)
entrance = APIRouter(tags=["logins"], responses=PROBLEM_RESPONSES)
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
CODE_LIVES = timedelta(days=7)
LOGIN_LIVES = timedelta(days=30)


class EnterBody(BaseModel):
    """The two halves of a login link's fragment."""

    model_config = ConfigDict(extra="forbid")
    login: Annotated[str, Field(min_length=1, max_length=100)]
    code: Annotated[str, Field(min_length=1, max_length=200)]


class EnteredBody(BaseModel):
    """Where the login's console is."""

    location: str


class MintBody(BaseModel):
    """Whom a new login is for; ``meeting`` absent: all meetings of the conference."""

    model_config = ConfigDict(extra="forbid")
    conference: Identifier
    participant: Identifier
    meeting: Identifier | None = None


class MintedBody(BaseModel):
    """The link, as path and fragment: shown once, kept by nobody."""

    login: str
    link: str


@entrance.post("/enter")
def enter(body: EnterBody, request: Request, response: Response, parts: PartsDep) -> EnteredBody:
    """Exchange a link's one-time code for the login's cookie."""
    same_origin(request)
    with reading(parts.engine) as conn:
        if not logins.is_link(conn, body.login, body.code):
            raise _link_refused(login_refusals.UnknownLogin.code)
    with writing(parts.engine) as conn:
        try:
            token = logins.exchange(conn, body.login, body.code, datetime.now(UTC))
        except login_refusals.LoginRefused as error:
            raise _link_refused(error.code) from error
    return give_cookie(body.login, token, is_encrypted(request, parts), response)


def _link_refused(reason: str) -> ProblemError:
    says = "Ask the desk for a new link: this one has been used, is too old or is not known."
    return ProblemError.of("link-refused", says, reason=reason)


def is_encrypted(request: Request, parts: Parts) -> bool:
    """Whether people reach the service by https: this request came so, or links are written so."""
    return request.url.scheme == "https" or parts.public_url.startswith("https:")


def give_cookie(login: str, token: str, secure: bool, response: Response) -> EnteredBody:  # noqa: FBT001
    """The login's cookie, which is sent to its own paths only. ``secure``: and only by https."""
    location = f"/c/{login}/"
    response.set_cookie(
        COOKIE,
        token,
        path=location,
        httponly=True,
        samesite="strict",
        secure=secure,
        max_age=int(LOGIN_LIVES.total_seconds()),
    )
    return EnteredBody(location=location)


@router.get("/session")
def session(login: Caller, parts: PartsDep) -> dict[str, Any]:
    """Who this login is, and the meeting to open: its own, else the next that is not over."""
    with reading(parts.engine) as conn:
        facts = conferences.conference(conn, login.conference)
        known = conferences.meetings(conn, login.conference)
        mine = _open_to(conn, login, known)
        now = parts.clock.now()
        opened = next((m for m in mine if m.ends_at > now), mine[-1])
        body = {
            "login": login.id,
            "capacity": login.capacity,
            "participant": login.participant,
            "delegation": login.delegation,
            **_person(conn, login),
            "conference": {
                "id": facts.id,
                "title": facts.title,
                "time_zone": facts.time_zone,
                "languages": facts.languages,
            },
            "meetings": [
                {
                    "id": m.id,
                    "number": m.number,
                    "title": m.title,
                    "scheduled_at": moment(m.scheduled_at),
                }
                for m in mine
            ],
            "meeting": opened.id,
            "now": moment(now),
            "service": {"simulated": parts.demo is not None},
        }
    return {key: value for key, value in body.items() if value is not None}


def _open_to(conn: Connection, login: LoginFacts, known: Sequence[MeetingFacts]) -> Sequence[MeetingFacts]:
    """The meetings that the login may open: a delegate's, those that her delegation attends, if any."""
    mine = [m for m in known if login.meeting in {None, m.id}]
    if login.capacity is not Capacity.DELEGATE or login.delegation is None:
        return mine
    attended = calendar.attends(conn, login.conference, login.delegation)
    served = calendar.meeting_sessions(conn, login.conference)
    return [m for m in mine if not served[m.id] or served[m.id] & attended] or mine


def _person(conn: Connection, login: LoginFacts) -> dict[str, str | None]:
    if login.participant is None:
        return {"name": login.label or None}
    person = people.person(conn, login.conference, login.participant)
    part = people.part_of(conn, login.conference, login.participant)
    return {"name": person.name, "booth": person.booth, "part": part and part.value}


@router.post("/logins", status_code=201)
def mint(body: MintBody, login: Caller, parts: PartsDep) -> MintedBody:
    """The desk makes a login link for somebody of its conference."""
    require(Action.MINT_LOGIN, login)
    require_part_of(login, body.conference)
    require_reach(login, body.meeting)
    with writing(parts.engine) as conn:
        return link_for(conn, parts, body.conference, body.participant, body.meeting, login.id)


def link_for(
    conn: Connection, parts: Parts, conference: str, participant: str, meeting: str | None, by: str
) -> MintedBody:
    """A new login link for somebody of a conference, on record. ``meeting`` None: all of its meetings.

    Raises ProblemError: ``not-found``, ``unknown-meeting``, ``takes-no-part`` (no more, or not yet).
    """
    try:
        person = people.person(conn, conference, participant)
    except people.UnknownPerson as error:
        raise ProblemError.of("not-found", str(error)) from error
    require_part(conn, conference, person.id)
    if meeting is not None:
        _require_meeting(conn, conference, meeting)
    new = NewLogin(
        capacity=Capacity(person.capacity),
        conference=conference,
        meeting=meeting,
        participant=person.id,
        delegation=person.delegation,
        label=person.name,
    )
    now = datetime.now(UTC)
    link = logins.mint(conn, new, now, by, now + CODE_LIVES, now + LOGIN_LIVES)
    whose = {"participant": person.id, "meeting": meeting}
    audit.note(conn, conference, parts.clock.now(), by, "login minted", f"login:{link.login}", **whose)
    return MintedBody(login=link.login, link=f"/enter#{link.login}.{link.code}")


def _require_meeting(conn: Connection, conference: str, meeting: str) -> None:
    if all(m.id != meeting for m in conferences.meetings(conn, conference)):
        raise ProblemError.of("unknown-meeting", f"The conference has no meeting {meeting}.")


@router.delete("/logins/{revoked}", status_code=204)
def revoke(revoked: str, login: Caller, parts: PartsDep) -> None:
    """End a login: its open sockets close at once, on every node."""
    require(Action.REVOKE_LOGIN, login)
    with writing(parts.engine) as conn:
        try:
            facts = logins.find(conn, revoked)
        except login_refusals.LoginRefused as error:
            raise ProblemError.of("unknown-login", f"There is no login {revoked}.") from error
        require_part_of(login, facts.conference)
        require_reach(login, facts.meeting)
        logins.revoke(conn, revoked, datetime.now(UTC), login.id)
        at, whose = parts.clock.now(), {"participant": facts.participant}
        audit.note(conn, facts.conference, at, login.id, "login revoked", f"login:{revoked}", **whose)
