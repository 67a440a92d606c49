"""Errors as RFC 9457 problems, with a stable ``type`` and, where a rule refused, its name and citation."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from hemicycle.rules.procedure import Procedure
from hemicycle.rules.refusals import Refused

PREFIX = "urn:hemicycle:problem:"
MEDIA_TYPE = "application/problem+json"

PROBLEMS: dict[str, tuple[int, str]] = {
    "unknown-command": (422, "Unknown command"),
    "invalid-command": (422, "Invalid command"),
    "invalid-request": (422, "Invalid request"),
    "invalid-frame": (400, "Invalid frame"),
    "not-json": (400, "Not JSON"),
    "too-slow": (408, "Too slow"),
    "too-large": (413, "Too large"),
    "too-many": (429, "Too many"),
    "not-signed-in": (401, "Not signed in"),
    "link-refused": (403, "This link cannot be used"),
    "login-revoked": (401, "Login revoked"),
    "foreign-meeting": (403, "Not your meeting"),
    "wrong-origin": (403, "Wrong origin"),
    "only-here": (403, "Only from this machine"),
    "unknown-meeting": (404, "Unknown meeting"),
    "unknown-login": (404, "Unknown login"),
    "unknown-console": (404, "Unknown console"),
    "not-found": (404, "Not found"),
    "method-not-allowed": (405, "Method not allowed"),
    "id-reused": (409, "Command id used before"),
    "contradicts": (409, "Contradicts what is kept"),
    "seat-refused": (409, "Seat refused"),
    "not-nominated": (409, "Not nominated"),
    "perhaps-there": (409, "Perhaps there already"),
    "limit-reached": (409, "Limit reached"),
    "pool-full": (409, "Pool full"),
    "policy-refused": (422, "Policy refused"),
    "fits": (409, "Nothing to settle"),
    "unknown-registration": (404, "Unknown registration"),
    "unknown-import": (404, "Unknown import"),
    "address-refused": (409, "Address refused"),
    "already-registered": (409, "Registered already"),
    "too-many-pending": (409, "Too many wait"),
    "too-many-texts": (409, "Too many texts"),
    "registration-closed": (409, "Registration has closed"),
    "registration-decided": (409, "Decided already"),
    "takes-no-part": (409, "Takes no part"),
    "invitation-refused": (403, "This invitation cannot be used"),
    "import-not-ready": (409, "Not read, or refused"),
    "import-stale": (409, "Registrations have changed meanwhile"),
    "reason-needed": (409, "A reason is needed"),
    "indico-refused": (502, "Indico refused"),
    "unknown-document": (404, "Unknown document"),
    "unknown-note": (404, "Unknown note verbale"),
    "file-refused": (422, "File refused"),
    "conference-refused": (422, "Conference refused"),
    "conference-exists": (409, "Conference there already"),
    "table-refused": (422, "Table refused"),
    "note-refused": (422, "Note verbale refused"),
    "note-decided": (409, "No longer a draft"),
    "older-revision": (409, "Older than the last"),
    "over-the-limit": (409, "Over the limit"),
    "not-settled": (409, "Not settled"),
    "not-stored": (503, "Not stored"),
    "not-serving": (503, "Not serving"),
}
"""The problems that are not a rule's: code → HTTP status and title."""

_STATUS = {"not-allowed": 403}


class ProblemError(Exception):
    """An answer that is an error. ``problem``: the RFC 9457 object; ``status``: the HTTP status in it."""

    def __init__(self, problem: dict[str, Any]) -> None:
        self.problem = problem
        super().__init__(problem.get("detail", problem["title"]))

    @property
    def status(self) -> int:
        """The HTTP status."""
        return int(self.problem["status"])

    @classmethod
    def of(cls, code: str, detail: str, **more: Any) -> "ProblemError":
        """The problem of this code (a key of ``PROBLEMS``); ``detail`` tells a person what to do."""
        status, title = PROBLEMS[code]
        return cls(_problem(code, status, title, detail, more))


def refused(
    refusal: Refused, procedure: Procedure | None, names: Mapping[str, str] | None = None
) -> ProblemError:
    """A rule's refusal on the wire: 409 (403 not allowed, 404 unknown thing), with rule and citation.

    ``names``: the delegations' English names by id, for its words; ``params`` keep the ids.
    """
    status = _STATUS.get(refusal.code, 404 if refusal.code.startswith("unknown-") else 409)
    more: dict[str, Any] = {"rule": refusal.rule.value, "params": dict(refusal.params)}
    text = procedure.rules.get(refusal.rule) if procedure is not None else None
    if text is not None:
        more["citation"] = text.citation
    return ProblemError(_problem(refusal.code, status, "Refused", refusal.said(names or {}), more))


def invalid(code: str, detail: str, error: ValidationError) -> ProblemError:
    """A problem that lists what pydantic found: ``errors: [{loc, msg, type}]``, ``loc`` dotted."""
    errors = [
        {"loc": ".".join(map(str, found["loc"])), "msg": found["msg"], "type": found["type"]}
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    return ProblemError.of(code, detail, errors=errors)


def _problem(code: str, status: int, title: str, detail: str, more: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": f"{PREFIX}{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        **more,
    }
