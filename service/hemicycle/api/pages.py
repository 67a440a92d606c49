"""The consoles' pages and assets, and the service's health."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Path as PathParameter
from fastapi.responses import FileResponse, RedirectResponse, Response

from hemicycle import __version__
from hemicycle.api.callers import PartsDep, caller
from hemicycle.api.parts import Parts
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.rules.terms import Capacity

router = APIRouter(include_in_schema=False)
health = APIRouter(tags=["service"])

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}

_AT_DESK = frozenset({Capacity.CHAIR, Capacity.SECRETARIAT})

Identifier = Annotated[str, PathParameter(pattern=IDENTIFIER)]
AssetName = Annotated[str, PathParameter(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,199}$")]


@lru_cache
def _pages(assets: Path) -> dict[str, str]:
    manifest = json.loads((assets / "manifest.json").read_text(encoding="utf-8"))
    pages: dict[str, str] = manifest["pages"]
    return pages


def page(parts: Parts, name: str, status: int = 200) -> Response:
    """One of the built pages, with its security headers."""
    return FileResponse(parts.assets / _pages(parts.assets)[name], status, headers=_HEADERS)


@router.get("/")
def front(parts: PartsDep) -> Response:
    """The demo's page with all consoles, or a plain front page."""
    return page(parts, "front" if parts.demo is None else "demo")


@router.get("/enter")
def enter(parts: PartsDep) -> Response:
    """The page that exchanges a link's code after a click."""
    return page(parts, "enter")


@router.get("/c/{login_id}")
def with_slash(login_id: str, request: Request) -> Response:
    """The console's own path ends in a slash, as its cookie's does."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/c/{login_id}/{query}")


@router.get("/c/{login_id}/")  # noqa: FAST003 - ``caller`` reads it from the request
def console(request: Request, parts: PartsDep) -> Response:
    """The console of the login's capacity; without a live login, the front page."""
    try:
        login = caller(request, parts)
    except ProblemError as error:
        return page(parts, "front", error.status)
    return page(parts, login.capacity.value)


@router.get("/c/{login_id}/desk")  # noqa: FAST003 - ``caller`` reads it from the request
def desk(request: Request, parts: PartsDep) -> Response:
    """The desk of the secretariat's officers and of the chair; for anybody else, the front page."""
    try:
        login = caller(request, parts)
    except ProblemError as error:
        return page(parts, "front", error.status)
    allowed = login.capacity in _AT_DESK
    return page(parts, "desk") if allowed else page(parts, "front", 403)


@router.get("/register/{invitation}")
def register(invitation: Identifier, parts: PartsDep) -> Response:  # noqa: ARG001 - the page reads it
    """The registration form; the invitation's code stands in the fragment, which is not sent here."""
    return page(parts, "register")


@router.get("/assets/{name}")
def asset(name: AssetName, parts: PartsDep) -> Response:
    """A built file; its name carries a hash, so it never changes."""
    file = parts.assets / "assets" / name
    if not file.is_file():
        raise ProblemError.of("not-found", f"There is no asset {name}.")
    return FileResponse(file, headers=_FOR_EVER)


@health.get("/healthz")
async def healthz(parts: PartsDep) -> dict[str, str]:
    """Whether the service answers and its database can be written to. 503 otherwise."""
    await parts.conductor.ready()
    return {"status": "ok", "version": __version__}
