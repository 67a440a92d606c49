"""Events and actors as JSON for the log, and back.

``{"event": "FloorGiven", "at": "2021-09-07T08:00:00.000Z", …}``: the class's name first, then its fields.
Absent is none. Moments are RFC 3339 in UTC, in whole milliseconds; spans of time ISO 8601 in seconds
(``PT72.500S``); sets are lists in ascending order.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from hemicycle.journal.absent import with_nones
from hemicycle.journal.upcasters import UPCASTERS, Upcasters, upcast, version_of
from hemicycle.rules.commands import Actor
from hemicycle.rules.events import Event

EVENTS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
_ACTOR = TypeAdapter(Actor)


class UnreadableEvent(Exception):
    """An event of the log is not one that this version knows; a newer version may have written it."""


def encode_event(event: Event) -> dict[str, Any]:
    """The event as JSON. Raises ``ValueError`` for a moment that milliseconds in UTC cannot hold."""
    name = type(event).__name__
    version = version_of(name)
    stamp = {"event": name} if version == 1 else {"event": name, "version": version}
    return {**stamp, **_as_json(event)}


def decode_event(stored: Mapping[str, Any], upcasters: Upcasters = UPCASTERS) -> Event:
    """The event that was stored, upcast to today's shape. Raises ``UnreadableEvent``."""
    try:
        current = upcast(dict(stored), upcasters)
        name = current.pop("event")
        if unknown := current.keys() - {field.name for field in fields(EVENTS[name])}:
            raise UnreadableEvent(f"{name} with unknown fields: {', '.join(sorted(unknown))}")
        return _adapter(name).validate_python(with_nones(EVENTS[name], current))
    except KeyError as error:
        raise UnreadableEvent(f"unknown event: {error}") from error
    except ValidationError as error:
        raise UnreadableEvent(str(error)) from error


def encode_actor(actor: Actor) -> dict[str, Any]:
    """The actor as JSON, absent fields left out."""
    encoded: dict[str, Any] = _as_json(actor)
    return encoded


def decode_actor(stored: Mapping[str, Any]) -> Actor:
    """The actor that was stored."""
    return _ACTOR.validate_python(stored)


@cache
def _adapter(name: str) -> TypeAdapter[Event]:
    return TypeAdapter(EVENTS[name])


def _as_json(value: Any) -> Any:
    match value:
        case Mapping():
            return {_as_json(key): _as_json(inner) for key, inner in value.items()}
        case tuple():
            return [_as_json(inner) for inner in value]
        case frozenset():
            return sorted(_as_json(inner) for inner in value)
        case _ if is_dataclass(value):
            stated = ((field.name, getattr(value, field.name)) for field in fields(value))
            return {name: _as_json(inner) for name, inner in stated if inner is not None}
        case _:
            return _scalar(value)


def _scalar(value: Any) -> str | int:
    match value:
        case datetime():
            return _moment(value)
        case timedelta():
            return _span(value)
        case Enum():
            return _scalar(value.value)
        case str() | int():
            return value
        case _:
            raise TypeError(f"the log has no form for {value!r}")


def _moment(at: datetime) -> str:
    if at.tzinfo is None or at.microsecond % 1000:
        raise ValueError(f"the log keeps moments in whole milliseconds with a zone, not {at!r}")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _span(span: timedelta) -> str:
    milliseconds, finer = divmod(abs(span), timedelta(milliseconds=1))
    if finer:
        raise ValueError(f"the log keeps spans in whole milliseconds, not {span!r}")
    sign = "-" if span < timedelta() else ""
    return f"{sign}PT{milliseconds // 1000}.{milliseconds % 1000:03}S"
