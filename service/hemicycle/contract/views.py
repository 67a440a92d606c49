"""Views on the wire: JSON objects without nulls, made from the views' dataclasses.

Moments are RFC 3339 in UTC with milliseconds, as everywhere on the wire. What an encoder returns is not to
be changed: one state's JSON shares with the next one's whatever is the same in both.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.views.audiences import Audience
from hemicycle.views.project import project
from hemicycle.views.shown import Shown

_SCALARS = (str, int, Enum, datetime)
_PLAIN = frozenset({str, int, bool})
"""Told as they are; an ``Enum`` is of a class of its own."""


def view_of(meeting: Meeting, audience: Audience) -> dict[str, Any]:
    """What this audience is sent of a meeting: a JSON object, absent means none."""
    return Encoder(audience).encode(meeting)


def moment(at: datetime) -> str:
    """A moment on the wire: ``2021-09-07T08:00:00.000Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


class Encoder:
    """One audience of one meeting, from state to state. ``json``: as of the state that was encoded last."""

    def __init__(self, audience: Audience) -> None:
        self.json: dict[str, Any] = {}
        self._audience = audience
        self._view: object = None

    def encode(self, meeting: Meeting) -> dict[str, Any]:
        """The view of this state. What has not changed since the last one is the very same object."""
        view = project(meeting, self._audience)
        self.json = _object(view, self._view, self.json)
        self._view = view
        return self.json


def _json(value: Any, before: Any, known: Any) -> Any:
    """``before`` stood at this place in the last view, where it was told as ``known``."""
    if isinstance(value, Shown):
        return _each(value, before, known)
    if isinstance(value, _SCALARS):
        return _scalar(value)
    if value is before or value == before:
        return known
    if isinstance(value, tuple):
        return [inner if inner.__class__ in _PLAIN else _json(inner, None, None) for inner in value]
    if isinstance(value, Mapping):
        return {
            key: inner if inner.__class__ in _PLAIN else _json(inner, *_at(key, before, known))
            for key, inner in value.items()
        }
    return _object(value, before, known)


def _scalar(value: Enum | str | int | datetime) -> Any:
    if isinstance(value, Enum):
        return value.value
    return moment(value) if isinstance(value, datetime) else value


def _object(value: Any, before: Any, known: Any) -> dict[str, Any]:
    told = {}
    for name in _names(value.__class__):
        inner = getattr(value, name)
        if inner is not None:
            told[name] = _json(inner, getattr(before, name, None), known and known.get(name))
    return told


def _each(value: Shown[Any, Any, Any], before: Any, known: Any) -> Any:
    """Each value of the source that is still the same object was told already."""
    sources = before.source if isinstance(before, Shown) else {}
    if value.source is sources:
        return known
    return {
        key: known[key] if sources.get(key) is source else _json(value.show(source), None, None)
        for key, source in value.source.items()
    }


def _at(key: Any, before: Any, known: Any) -> tuple[Any, Any]:
    return (before[key], known[key]) if before is not None and key in before else (None, None)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
