"""What can go wrong, one class for each answer that a program may want to give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_KNOWN = {"type", "title", "status", "detail", "code", "rule", "citation", "errors"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem as the service states it (RFC 9457).

    ``code``: stable, for programs. ``detail``: for people. ``rule`` and ``citation``: which rule refused.
    ``errors``: one ``{"loc", "msg"}`` for each malformed field, with ``line`` where lines were sent.
    ``params``: all other members.
    """

    code: str
    status: int
    detail: str
    title: str = ""
    rule: str | None = None
    citation: str | None = None
    errors: tuple[Mapping[str, Any], ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any], *, status: int = 0) -> "Problem":
        """Read a problem object; what is missing is filled from ``status`` and the other members."""
        title = str(wire.get("title", ""))
        return cls(
            code=str(wire.get("code", "unknown")),
            status=int(wire.get("status", status)),
            detail=str(wire.get("detail", title)),
            title=title,
            rule=wire.get("rule"),
            citation=wire.get("citation"),
            errors=tuple(wire.get("errors", ())),
            params={key: value for key, value in wire.items() if key not in _KNOWN},
        )

    def __str__(self) -> str:
        rule = f" [{self.rule}]" if self.rule else ""
        said = self.detail or self.title
        fields = "; ".join(f"{_where(e)}: {e.get('msg')}" for e in self.errors)
        return f"{self.code}{rule}: {said} {fields}".rstrip()


def _where(error: Mapping[str, Any]) -> str:
    """The line of what was sent, where there are lines; else the field."""
    line = error.get("line")
    return (
        str(error.get("loc")) if line is None else f"line {line}, {str(error.get('loc')).rpartition('.')[2]}"
    )


class HemicycleError(Exception):
    """Every error of this client."""


class ProblemError(HemicycleError):
    """The service stated a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))

    @property
    def code(self) -> str:
        """The problem's stable code."""
        return self.problem.code

    @property
    def rule(self) -> str | None:
        """The name of the rule of procedure that refused, if one did."""
        return self.problem.rule


class Refused(ProblemError):
    """The service refused a command or a request; nothing has changed."""


class NotAllowed(ProblemError):
    """The login may not follow this audience, or may not connect from here."""


class UnknownMeeting(HemicycleError):
    """The service has no such meeting for this login."""


class Unauthenticated(HemicycleError):
    """The service does not know this login, or its token is wrong: ask for a new login link."""


class Revoked(HemicycleError):
    """The login was revoked while it was connected."""


class TooMany(HemicycleError):
    """The login has too many consoles open; this one was the longest unheard."""


class Unreachable(HemicycleError):
    """The service could not be reached in time."""


class Unanswered(HemicycleError):
    """No answer came in time: the command may have been accepted or not. The view will tell."""


class ProtocolBroken(HemicycleError):
    """One side sent what the protocol does not know; a newer version of this client may be needed."""


class Closed(HemicycleError):
    """The console was closed by its own program."""
