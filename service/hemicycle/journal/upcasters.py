"""Events written by older versions, brought to today's shape when they are read. The log is never edited.

A field that is added with a default needs nothing here. Anything else adds one upcaster: for the event's
name and the version that it reads. An event without ``version`` is version 1.
"""

from collections.abc import Callable, Mapping
from typing import Any

Stored = dict[str, Any]
Upcaster = Callable[[Stored], Stored]
Upcasters = Mapping[tuple[str, int], Upcaster]

UPCASTERS: Upcasters = {}


def version_of(name: str, upcasters: Upcasters = UPCASTERS) -> int:
    """The version in which events of this name are written today."""
    return max((version + 1 for event, version in upcasters if event == name), default=1)


def upcast(stored: Stored, upcasters: Upcasters = UPCASTERS) -> Stored:
    """The same event in today's shape, without ``version``. An upcaster may also rename the event."""
    version = int(stored.get("version", 1))
    while upcaster := upcasters.get((stored["event"], version)):
        stored, version = upcaster(stored), version + 1
    return {key: value for key, value in stored.items() if key != "version"}
