"""What a command's fields may hold on the wire, by name: every text, number and list has its bounds."""

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    create_model,
)

IDENTIFIER = r"^[A-Za-z0-9_.:\-]{1,80}$"
COMMAND_ID = r"^[A-Za-z0-9_\-]{1,64}$"
LANGUAGE = r"^[a-z]{2,3}$"
REFERENCE = r"^[A-Za-z0-9_.:\-/]{0,80}$"
"""What a question is about: as an identifier, for a part of a proposal with a slash, or empty."""

_TURNING = r"\u2028-\u202e\u2066-\u2069"
"""Signs that turn the direction of what follows (UAX #9), beyond the text's own end, and line separators."""
LINES = rf"^[^\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNING}]*$"
"""Free text that others read: lines, without control characters or signs that turn it."""
LINE = rf"^[^\x00-\x1f\x7f-\x9f{_TURNING}]*$"
"""The same on one line."""

CONFIG = ConfigDict(extra="forbid", frozen=True)

_TEXT = Field(min_length=1, max_length=2000, pattern=LINES)
_NAME = Field(min_length=1, max_length=300, pattern=LINE)
_SECONDS = Field(ge=1, le=86_400, strict=True)
_VOTES = Field(ge=0, le=10_000, strict=True)
_YES_OR_NO = Field(strict=True)

_BOUNDS: Mapping[str, Any] = {
    "reason": _TEXT,
    "override": _TEXT,
    "text": _TEXT,
    "title": _NAME,
    "symbol": _NAME,
    "language": Field(pattern=LANGUAGE),
    "channel": Field(pattern=LANGUAGE),
    "ref": Field(pattern=REFERENCE),
    "seconds": _SECONDS,
    "group_seconds": _SECONDS,
    "presentation_seconds": _SECONDS,
    "question_seconds": _SECONDS,
    "answer_seconds": _SECONDS,
    "rebuttal_seconds": _SECONDS,
    "spoken_ms": Field(ge=0, le=86_400_000, strict=True),
    "statements": Field(ge=1, le=100, strict=True),
    "batch": Field(ge=1, le=100, strict=True),
    "count": Field(ge=0, le=1000, strict=True),
    "segment": Field(ge=0, le=100, strict=True),
    "place": Field(ge=1, le=1000, strict=True),
    "decision": Field(ge=1, le=10_000, strict=True),
    "grant": Field(ge=1, le=100_000, strict=True),
    "yes": _VOTES,
    "no": _VOTES,
    "abstentions": _VOTES,
    "invalid": _VOTES,
}
_LISTS: Mapping[str, tuple[Any, Any]] = {
    "parts": (_NAME, Field(max_length=50)),
    "a": (Field(pattern=LANGUAGE), Field(max_length=10)),
    "b": (Field(pattern=LANGUAGE), Field(max_length=10)),
    "c": (Field(pattern=LANGUAGE), Field(max_length=20)),
    "interpreters": (None, Field(max_length=10)),
    "panellists": (Field(pattern=IDENTIFIER), Field(min_length=1, max_length=50)),
}
_IDENTIFIERS = (Field(pattern=IDENTIFIER), Field(max_length=300))


_FIRST_YEAR, _LAST_YEAR = 2000, 2199


def _in_words(given: Any) -> Any:
    """RFC 3339: a number of seconds is no moment on the wire."""
    if not isinstance(given, str | datetime):
        raise ValueError("a moment is written as in RFC 3339")  # noqa: TRY004 - pydantic's own way
    return given


def _in_utc(at: datetime) -> datetime:
    """As the log keeps moments: UTC, whole milliseconds; of years that all clocks can reckon with."""
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError(f"a moment lies in the years {_FIRST_YEAR} to {_LAST_YEAR}")
    told = at.astimezone(UTC)
    return told.replace(microsecond=told.microsecond // 1000 * 1000)


_MOMENT = Annotated[AwareDatetime, BeforeValidator(_in_words), AfterValidator(_in_utc)]


def bounded(name: str, hint: Any) -> Any:
    """The type of a field on the wire: that of the rules, with the bounds that belong to its name."""
    if get_origin(hint) is tuple:
        inner, outer = _LISTS.get(name, _IDENTIFIERS)
        each: Any = body_of(get_args(hint)[0])
        each = each if inner is None else Annotated[each, inner]
        return Annotated[tuple[each, ...], outer]
    if hint in {datetime, datetime | None}:
        return _MOMENT if hint is datetime else _MOMENT | None
    if hint is bool:
        return Annotated[hint, _YES_OR_NO]
    bound = _BOUNDS.get(name)
    if bound is None and hint in {str, str | None}:
        bound = Field(pattern=IDENTIFIER)
    return hint if bound is None else Annotated[hint, bound]


@cache
def body_of(kind: Any) -> Any:
    """A part of a command as a model of the wire, where it is a dataclass; else the type itself."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return kind
    fields: Any = fields_of(kind)
    return create_model(f"{kind.__name__}Body", __config__=CONFIG, __doc__=kind.__doc__, **fields)


def fields_of(kind: Any) -> dict[str, Any]:
    """Name → type and default, for every field of a dataclass of the rules."""
    hints = get_type_hints(kind)
    return {
        field.name: (
            bounded(field.name, hints[field.name]),
            ... if field.default is dataclasses.MISSING else field.default,
        )
        for field in dataclasses.fields(kind)
    }


def taken(kind: Any, body: BaseModel) -> Any:
    """The rules' own value that a checked body means."""
    hints = get_type_hints(kind)
    return kind(**{f.name: _value(hints[f.name], getattr(body, f.name)) for f in dataclasses.fields(kind)})


def _value(hint: Any, given: Any) -> Any:
    if isinstance(given, tuple) and given and isinstance(given[0], BaseModel):
        return tuple(taken(get_args(hint)[0], each) for each in given)
    return given
