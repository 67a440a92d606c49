"""The demo's own endpoints: for browsers on this machine only."""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict

from hemicycle.access import logins
from hemicycle.api.callers import PartsDep, same_origin
from hemicycle.api.parts import Demo
from hemicycle.api.session import LOGIN_LIVES, EnteredBody, give_cookie, is_encrypted
from hemicycle.contract.problems import ProblemError
from hemicycle.storage import writing


def on_this_machine(request: Request, parts: PartsDep) -> Demo:
    """The demo, for loopback clients that know it by a loopback name. ProblemError: not-found, only-here.

    The name matters: another site's page could let its own name lead to this machine (DNS rebinding).
    """
    if parts.demo is None:
        raise ProblemError.of("not-found", "This service runs no demo.")
    if not _near(request) or request.url.hostname not in _HERE:
        raise ProblemError.of("only-here", "The demo gives its logins to browsers on its own machine.")
    return parts.demo


def _near(request: Request) -> bool:
    """Whether the client is this machine; a proxy may have put anything in the address's place."""
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
DemoDep = Annotated[Demo, Depends(on_this_machine)]
router = APIRouter(prefix="/demo", include_in_schema=False)


class ConsoleBody(BaseModel):
    """Which console of the page to enter."""

    model_config = ConfigDict(extra="forbid")
    console: str


@router.get("/status")
def status(demo: DemoDep) -> dict[str, object]:
    """Whether the autopilot presides, and which consoles there are."""
    return demo.status()


@router.post("/enter")
def enter(
    body: ConsoleBody, request: Request, response: Response, demo: DemoDep, parts: PartsDep
) -> EnteredBody:
    """A fresh login for a console of the page."""
    same_origin(request)
    new = demo.console(body.console)
    if new is None:
        raise ProblemError.of("unknown-console", f"The demo has no console {body.console!r}.")
    now = datetime.now(UTC)
    with writing(parts.engine) as conn:
        link = logins.mint(conn, new, now, "demo", now + LOGIN_LIVES, now + LOGIN_LIVES)
        token = logins.exchange(conn, link.login, link.code, now)
    return give_cookie(link.login, token, is_encrypted(request, parts), response)
