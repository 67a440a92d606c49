"""JSON Merge Patch (RFC 7396) between two views. Views hold no null, so that null can mean: gone."""

from collections.abc import Mapping
from typing import Any

Json = Any


def difference(old: Mapping[str, Json], new: Mapping[str, Json]) -> dict[str, Json]:
    """The merge patch that makes ``old`` into ``new``; ``{}`` where nothing changed.

    Both are JSON objects without nulls. Arrays and scalars are replaced whole; what both share is not
    looked into.
    """
    patch: dict[str, Json] = {key: None for key in old if key not in new}
    for key, value in new.items():
        before = old.get(key)
        if value is before:
            continue
        if isinstance(value, dict) and isinstance(before, dict):
            inner = difference(before, value)
            if inner:
                patch[key] = inner
        elif before != value or key not in old:
            patch[key] = value
    return patch


def merged(target: Json, patch: Json) -> Json:
    """What RFC 7396 makes of ``target`` and ``patch``; neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result
