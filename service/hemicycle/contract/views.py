"""Views on the wire: JSON objects without nulls, made from the views' dataclasses.

Moments are RFC 3339 in UTC with milliseconds, as everywhere on the wire.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.views.audiences import Audience
from hemicycle.views.once import once
from hemicycle.views.project import project


def view_of(meeting: Meeting, audience: Audience) -> dict[str, Any]:
    """What this audience is sent of a meeting that has been set up: a JSON object, absent means none.

    Not to be changed: parts of it are shared with the views before and after.
    """
    encoded: dict[str, Any] = _object(project(meeting, audience))
    return encoded


def moment(at: datetime) -> str:
    """A moment on the wire: ``2021-09-07T08:00:00.000Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _json(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, tuple):
        return [_json(inner) for inner in value]
    return _object(value)


@once
def _object(value: Any) -> dict[str, Any]:
    """The same object is encoded once; what is not encoded anew need not be compared either."""
    if isinstance(value, Mapping):
        return {key: _json(inner) for key, inner in value.items()}
    if is_dataclass(value):
        told = ((name, getattr(value, name)) for name in _names(value.__class__))
        return {name: _json(inner) for name, inner in told if inner is not None}
    raise TypeError(f"a view has no form for {value!r}")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
