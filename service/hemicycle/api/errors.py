"""Every error of the REST edge as an RFC 9457 problem."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from hemicycle.api.privacy import DEFAULTS
from hemicycle.contract.problems import MEDIA_TYPE, ProblemError
from hemicycle.storage import StorageFailed

_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """An RFC 9457 problem: ``type`` is stable; ``rule`` and ``citation`` where a rule refused. Some codes
    have fields of their own.
    """

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    code: str
    rule: str | None = None
    citation: str | None = None
    errors: list[dict[str, str]] | None = None


PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": says,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, says in {
        400: "The request cannot be read.",
        401: "Not signed in, or the login has been revoked.",
        403: "Not allowed to this login.",
        404: "Not found.",
        405: "The address knows other methods: see Allow.",
        408: "The body came too slowly.",
        409: "Refused; nothing has changed.",
        413: "Too large.",
        422: "The request is not as it should be.",
        429: "Too many; send again later.",
        503: "Not stored; send again.",
    }.items()
}


def answer(error: ProblemError) -> JSONResponse:
    """The problem as an HTTP answer."""
    headers = {"Retry-After": "1"} if error.status in {429, 503} else {}
    return JSONResponse(error.problem, error.status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Turn what routers raise into problems."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StorageFailed, _not_stored)
    app.add_exception_handler(Exception, _unforeseen)


async def _problem(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)  # noqa: S101 - registered for this class
    return answer(error)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class
    errors = [
        {"loc": ".".join(map(str, e["loc"])), "msg": str(e["msg"]), "type": str(e["type"])}
        for e in error.errors()
    ]
    unreadable = any(e["type"] == "json_invalid" for e in error.errors())
    code = "not-json" if unreadable else "invalid-request"
    return answer(ProblemError.of(code, "The request is not as it should be.", errors=errors))


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class
    code = _HTTP_CODES.get(error.status_code, "not-found")
    answered = answer(ProblemError.of(code, str(error.detail)))
    answered.headers.update(error.headers or {})
    return answered


async def _not_stored(_request: Request, error: Exception) -> JSONResponse:
    _log.error("nothing of this was stored", exc_info=error)
    return answer(ProblemError.of("not-stored", "The service could not store or read this; send it again."))


async def _unforeseen(_request: Request, _error: Exception) -> JSONResponse:
    """The server logs it. This answer leaves outside all middleware."""
    answered = answer(ProblemError.of("not-serving", "The service failed at this; tell its operator."))
    answered.headers.update(DEFAULTS)
    return answered


_HTTP_CODES = {400: "not-json", 405: "method-not-allowed", 408: "too-slow", 413: "too-large"}
"""FastAPI's and Starlette's own errors. 400: a body that is no JSON."""
