"""Who calls: a console with its login's cookie, or a program with a bearer token."""

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from hemicycle.access import login_refusals, logins
from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action, permit
from hemicycle.api.limits import Rates
from hemicycle.api.parts import Parts, parts_of
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.rules.refusals import Refused
from hemicycle.storage import reading

COOKIE = "hemicycle"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_rates = Rates()

PartsDep = Annotated[Parts, Depends(parts_of)]


def caller(request: Request, parts: PartsDep) -> LoginFacts:
    """The login that calls. Raises ProblemError: not-signed-in, login-revoked, wrong-origin, too-many."""
    login, token = _credentials(request)
    found = authenticated(parts, login, token)
    if request.method not in _READING:
        same_origin(request)
        _rates.take(found.id)
    return found


Caller = Annotated[LoginFacts, Depends(caller)]


def authenticated(parts: Parts, login: str, token: str) -> LoginFacts:
    """The login whose token this is. Raises ProblemError: not-signed-in, login-revoked."""
    with reading(parts.engine) as conn:
        try:
            return logins.authenticate(conn, login, token, datetime.now(UTC))
        except login_refusals.LoginRefused as error:
            known = error.code in {"login-revoked", "login-expired"}
            code = "login-revoked" if known else "not-signed-in"
            raise ProblemError.of(code, "Ask the desk for a new link.") from error


def _credentials(request: Request) -> tuple[str, str]:
    """Login id and token: under ``/c/<login>/`` the cookie's, elsewhere the bearer's."""
    login = request.path_params.get("login_id")
    if login is not None:
        return login, request.cookies.get(COOKIE, "")
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    login, dot, token = credentials.partition(".")
    if scheme.lower() != "bearer" or not dot:
        raise ProblemError.of("not-signed-in", "Send 'Authorization: Bearer <login>.<token>'.")
    return login, token


def same_origin(request: Request) -> None:
    """Refuse a write that another site's page sends. Programs send no Origin."""
    origin = request.headers.get("origin")
    if origin is not None and _host_of(origin) != request.headers.get("host"):
        raise ProblemError.of("wrong-origin", "This request comes from another site.")


def _host_of(origin: str) -> str:
    """Host and port of an origin; empty where it names none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def require(action: Action, login: LoginFacts, delegation: str | None = None) -> None:
    """Refuse ``not-allowed`` where the authorization table says no."""
    try:
        permit(action, login.actor, delegation, login.part)
    except Refused as refusal:
        raise refused(refusal, None) from refusal


def may(action: Action, login: LoginFacts, delegation: str | None = None) -> bool:
    """Whether the authorization table says yes."""
    try:
        permit(action, login.actor, delegation, login.part)
    except Refused:
        return False
    return True


def require_conference(login: LoginFacts, conference: str) -> None:
    """Refuse a login of another conference, and one of a single meeting: this concerns all of them."""
    require_part_of(login, conference)
    require_reach(login, None)


def require_part_of(login: LoginFacts, conference: str) -> None:
    """Refuse a login of another conference. Enough for what everybody in it, or a delegation, may read."""
    if login.conference != conference:
        raise ProblemError.of("foreign-meeting", "This login belongs to another conference.")


def require_reach(login: LoginFacts, meeting: str | None) -> None:
    """Refuse a login of one meeting where another's, or everybody's (None), login is concerned."""
    if login.meeting not in {None, meeting}:
        raise ProblemError.of("foreign-meeting", "This login belongs to one meeting, and reaches no further.")
