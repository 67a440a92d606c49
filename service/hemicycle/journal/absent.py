"""Absent is none in the log: what an event must state, and may state as None, is put back for reading."""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints

Filler = Callable[[Any], Any]


def with_nones(kind: Any, stored: Mapping[str, Any]) -> Any:
    """The fields of a dataclass of this kind as stored, with None where absence said so, at every depth."""
    filler = _filler(kind)
    return dict(stored) if filler is None else filler(stored)


@cache
def _filler(hint: Any) -> Filler | None:
    """What puts the Nones back into a value of this type; None where there is nothing to put back."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _of_dataclass(hint)
    parts = (_filler(part) for part in get_args(hint))
    inside = [part for part in parts if part is not None]
    if not inside:
        return None
    return partial(_FILLS.get(get_origin(hint), _in_list), inside[-1])


def _in_optional(filler: Filler, value: Any) -> Any:
    return None if value is None else filler(value)


def _in_mapping(filler: Filler, value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: filler(each) for key, each in value.items()}


def _in_list(filler: Filler, value: Iterable[Any]) -> list[Any]:
    return [filler(each) for each in value]


_FILLS: Mapping[Any, Callable[..., Any]] = {types.UnionType: _in_optional, Mapping: _in_mapping}


def _of_dataclass(kind: type[Any]) -> Filler | None:
    hints = get_type_hints(kind)
    stated = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    nones = {name: None for name in stated if types.NoneType in get_args(hints[name])}
    deeper = {name: filler for name in hints if (filler := _filler(hints[name])) is not None}
    if not nones and not deeper:
        return None

    def fill(value: Mapping[str, Any]) -> dict[str, Any]:
        found = {**nones, **value}
        return found | {name: filler(found[name]) for name, filler in deeper.items() if name in found}

    return fill
