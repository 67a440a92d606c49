"""How long the list of speakers will take, and what would let everybody speak: seen by the podium."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What it costs to go on for ``seconds`` after the end, and what it brings.

    ``heard``: how many more will be heard. ``interpreter_seconds``: interpreters' time beyond the end, of
    all who are staffed. ``beyond_limit_seconds``: how far past the longest meeting that interpreters work.
    """

    seconds: int
    heard: int
    interpreter_seconds: int
    beyond_limit_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the chair needs to plan. Counted from ``from_at``: when who speaks now should have ended.

    Once that is past, consoles add the overrun: what has gone by since then. ``ahead``: per request that
    waits, the seconds until it has the floor; ``expected``: how long it will take, in seconds, with the
    change of speakers. ``pace_permille``: of the time allowed that speakers used so far. ``needed_seconds``:
    for all; ``available_seconds``: until the hard end, where there is one. ``not_heard``: how many will not
    be heard by then. ``room_for``: how many more would be. ``close_list_at``: when to close the list, if
    requests go on to come as so far. ``limit_seconds``: the longest limit of statements that lets all speak,
    where one is needed and there is one. ``extension_seconds``: which extension would let all speak.
    """

    from_at: datetime
    ahead: Mapping[RequestId, int]
    expected: Mapping[RequestId, int]
    pace_permille: int
    needed_seconds: int
    not_heard: int
    available_seconds: int | None = None
    room_for: int | None = None
    close_list_at: datetime | None = None
    limit_seconds: int | None = None
    extension_seconds: int | None = None
    extensions: tuple[Extension, ...] = ()
