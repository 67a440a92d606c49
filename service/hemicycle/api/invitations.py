"""Invitations to register: made by the desk, used by whoever has the link. The code is in its fragment and is
sent in a body, so that no log, cache or mail scanner has it.
"""

from datetime import timedelta
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference, same_origin
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.limits import Rates
from hemicycle.api.parts import Parts
from hemicycle.api.registration_bodies import Address, Person
from hemicycle.api.registrations import refused, require_sessions
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import calendar, conferences, invitations, mail, mail_texts
from hemicycle.registry.deadline import is_late
from hemicycle.registry.delegations import delegations
from hemicycle.registry.fields import LanguageTag, Slug
from hemicycle.registry.invitations import Invitation, InvitationLink
from hemicycle.registry.registrations import (
    AlreadyRegistered,
    NewRegistration,
    RegistrationRefused,
    RegistrationState,
)
from hemicycle.rules.terms import Title
from hemicycle.storage import Connection, reading, writing

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")
public = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/register")
LIVES = timedelta(days=90)
"""How long an invitation can be used where the conference has no deadline and the desk says nothing else."""
_rates, _guesses = Rates(), Rates()
InvitationId = Annotated[str, Path(pattern=IDENTIFIER)]
Code = Annotated[str, Field(min_length=1, max_length=200)]


class InviteAsked(BaseModel):
    """``delegation`` absent: whoever registers says for whom. ``address``: where the link is sent, in
    ``language``; absent: nowhere, the desk hands it out.
    """

    model_config = ConfigDict(extra="forbid")
    delegation: Slug | None = None
    days: Annotated[int, Field(ge=1, le=365)] | None = None
    address: Address | None = None
    language: LanguageTag | None = None


class InvitedBody(BaseModel):
    """The link, as path and fragment: shown once, kept by nobody."""

    invitation: str
    link: str
    expires_at: str


class InvitationLine(BaseModel):
    """An invitation, without its code."""

    id: str
    delegation: str | None = None
    expires_at: str
    revoked_at: str | None = None


class InvitationsBody(BaseModel):
    """The oldest first."""

    invitations: list[InvitationLine]


class CodeBody(BaseModel):
    """What stands in the link's fragment."""

    model_config = ConfigDict(extra="forbid")
    code: Code


class RegisterBody(Person):
    """What an invited person asks for. ``delegation``: where the invitation names none."""

    code: Code
    delegation: Slug | None = None


class Choice(BaseModel):
    """Something to choose, by its names or titles in each language."""

    id: str
    names: dict[str, str]


class FormBody(BaseModel):
    """What the form shows. ``delegation``: fixed by the invitation; ``closed``: nobody may register any more
    since ``closes_at``.
    """

    conference: str
    title: Title
    time_zone: str
    delegation: str | None = None
    delegations: list[Choice]
    sessions: list[Choice]
    closes_at: str | None = None
    closed: bool


class RegisteredBody(BaseModel):
    """What has been taken in, pending until the secretariat decides."""

    registration: str
    delegation: str
    state: str


@router.post("/{conference}/invitations", status_code=201)
async def invite(conference: str, body: InviteAsked, login: Caller, parts: PartsDep) -> InvitedBody:
    """Make an invitation; send it, if an address is given."""
    _require(login, conference)
    made = await run_in_threadpool(_invite, parts, login, conference, body)
    parts.mail_queued()
    return made


@router.get("/{conference}/invitations", response_model_exclude_none=True)
def show(conference: str, login: Caller, parts: PartsDep) -> InvitationsBody:
    """The invitations of the conference."""
    _require(login, conference)
    with reading(parts.engine) as conn:
        found = invitations.invitations(conn, conference)
    return InvitationsBody(
        invitations=[
            InvitationLine(
                id=each.id,
                delegation=each.delegation,
                expires_at=moment(each.expires_at),
                revoked_at=moment(each.revoked_at) if each.revoked_at else None,
            )
            for each in found
        ]
    )


@router.delete("/{conference}/invitations/{invitation}", status_code=204)
def revoke(conference: str, invitation: InvitationId, login: Caller, parts: PartsDep) -> None:
    """End an invitation: its link is dead."""
    _require(login, conference)
    with writing(parts.engine) as conn:
        try:
            invitations.revoke(conn, conference, invitation, parts.clock.now(), login.id)
        except RegistrationRefused as error:
            raise ProblemError.of("not-found", "There is no such invitation.") from error


@public.post("/{invitation}/form", response_model_exclude_none=True)
def form(invitation: InvitationId, body: CodeBody, request: Request, parts: PartsDep) -> FormBody:
    """What the form shows to whoever has the link."""
    _let_in(request, parts, invitation, body.code)
    at = parts.clock.now()
    with reading(parts.engine) as conn:
        try:
            opened = invitations.opened(conn, invitation, body.code, at)
        except RegistrationRefused as error:
            raise refused(error) from error
        facts = conferences.conference(conn, opened.conference)
        closes_at = calendar.closes_at(conn, opened.conference)
        known = delegations(conn, opened.conference)
        return FormBody(
            conference=facts.id,
            title=facts.title,
            time_zone=facts.time_zone,
            delegation=opened.delegation,
            delegations=[
                Choice(id=d.id, names=dict(d.names)) for d in known if opened.delegation in {None, d.id}
            ],
            sessions=[
                Choice(id=s.id, names=dict(s.titles)) for s in calendar.sessions(conn, opened.conference)
            ],
            closes_at=moment(closes_at) if closes_at else None,
            closed=is_late(at, closes_at),
        )


@public.post("/{invitation}", status_code=201)
def register(
    invitation: InvitationId, body: RegisterBody, request: Request, parts: PartsDep
) -> RegisteredBody:
    """Ask to take part. From the deadline on this is refused, with the rule."""
    _let_in(request, parts, invitation, body.code)
    at = parts.clock.now()
    with writing(parts.engine) as conn:
        try:
            opened = invitations.opened(conn, invitation, body.code, at)
            require_sessions(conn, opened.conference, body)
            asked = body.asked(opened.conference, body.delegation, "form", at)
            return _registered(conn, opened, asked)
        except RegistrationRefused as error:
            raise refused(error) from error


def _registered(conn: Connection, opened: Invitation, asked: NewRegistration) -> RegisteredBody:
    """Who has a link for all delegations does not learn who has registered: that request stays as it is."""
    try:
        made = invitations.register(conn, opened, asked, asked.submitted_at)
    except AlreadyRegistered:
        if opened.delegation is not None:
            raise
        key, of, state = uuid4().hex, asked.delegation, RegistrationState.PENDING
    else:
        key, of, state = made.id, made.delegation, made.state
    return RegisteredBody(registration=key, delegation=of or "", state=state.value)


def _let_in(request: Request, parts: Parts, invitation: str, code: str) -> None:
    """Nobody is signed in here: writes of other sites' pages and floods are kept out. Raises ProblemError.

    Who guesses is counted by where she comes from, and so keeps nobody out who has the link.
    """
    same_origin(request)
    with reading(parts.engine) as conn:
        known = invitations.is_link(conn, invitation, code)
    if known:
        _rates.take(invitation)
    else:
        _guesses.take(request.client.host if request.client else "")


def _invite(parts: Parts, login: LoginFacts, conference: str, body: InviteAsked) -> InvitedBody:
    at = parts.clock.now()
    with writing(parts.engine) as conn:
        closes_at = calendar.closes_at(conn, conference)
        lives = timedelta(days=body.days) if body.days else None
        expires_at = at + lives if lives else max(closes_at or at, at) + LIVES
        try:
            made = invitations.invite(conn, conference, body.delegation, expires_at, at, login.id)
        except RegistrationRefused as error:
            raise refused(error) from error
        path = f"/register/{made.invitation}#{made.code}"
        if body.address is not None:
            _send(conn, parts, login, conference, body, made)
    return InvitedBody(invitation=made.invitation, link=path, expires_at=moment(expires_at))


def _send(
    conn: Connection,
    parts: Parts,
    login: LoginFacts,
    conference: str,
    body: InviteAsked,
    made: InvitationLink,
) -> None:
    """Queue the message that carries the link."""
    at, facts = parts.clock.now(), conferences.conference(conn, conference)
    known = {each.id: each.names for each in delegations(conn, conference)}
    names = known.get(body.delegation or "")
    if names is None or body.address is None:
        says = "A link that is sent is for one delegation; say which, or hand the link out."
        raise ProblemError.of("invalid-request", says, errors=[{"loc": "body.delegation", "msg": "missing"}])
    closes_at = calendar.closes_at(conn, conference)
    closing = mail_texts.word("registration_closes", body.language)
    closes = mail_texts.spoken(closes_at, facts.time_zone, body.language) if closes_at else None
    subject, text = mail_texts.text(
        "invitation",
        body.language,
        conference=mail_texts.called(facts.title, body.language),
        delegation=mail_texts.named(names, body.language),
        link=f"{parts.public_url}/register/{made.invitation}#{made.code}",
        closes=f"{closing}: {closes}" if closes else "",
    )
    key = f"invitation:{made.invitation}"
    mail.queue(conn, conference, "invitation", key, body.address, subject, text, at, at, login.id)


def _require(login: LoginFacts, conference: str) -> None:
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)
