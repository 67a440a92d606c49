"""What a presiding officer knows, how she goes about it, and what she may decide to do. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from hemicycle_client.folding import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a meeting is run. All times in seconds of service time.

    ``podium``: the kinds of holders heard outside the list, one at first and one
    after every ``podium_after`` statements. ``standstill``: how long somebody else's suspension or pause is
    respected. ``objections``: how long the chair waits for one. ``roll``: for each who is called in a roll
    call. ``length``: of the meeting, from the call to order.
    """

    podium: tuple[str, ...] = ("secretariat", "panellist")
    podium_after: int = 3
    podium_seconds: int = 300
    podium_share: float = 0.8
    after_call: float = 4.0
    between: float = 6.0
    before_ruling: float = 25.0
    grace: float = 20.0
    line_lost: float = 45.0
    standstill: float = 60.0
    patience: int = 2
    observers_wait: float = 1500.0
    states_between: int = 4
    idle: float = 240.0
    announced: float = 120.0
    objections: float = 10.0
    roll: float = 2.0
    length: float = 3 * 3600.0


@dataclass(frozen=True, slots=True)
class Do:
    """Send this command."""

    command: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do before the next change, or before ``until`` of service time."""

    until: datetime | None = None


class Act(Protocol):
    """A part of a meeting's programme: what is done under one item of the agenda."""

    @property
    def item(self) -> str:
        """The item that is taken up for it."""
        ...

    def step(self, room: "Room", manner: Manner) -> Do | Wait | None:
        """What to do now, while the floor is free; None once this part is over."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the presiding officer knows. ``programme``: what this meeting shall do, in order.

    ``since``: when she first saw that something holds.
    ``heard``: members of the podium who have had the floor. ``calls``: how often a request was called.
    ``quorum``: the delegations needed, once the service has said how many.
    """

    view: View
    programme: tuple[Act, ...]
    directory: Mapping[str, Any]
    participant: str | None
    now: datetime
    since: Mapping[str, datetime] = field(default_factory=dict)
    heard: frozenset[str] = frozenset()
    calls: Mapping[str, int] = field(default_factory=dict)
    quorum: int | None = None

    def after(self, start: datetime, seconds: float, then: Do) -> Do | Wait:
        """``then``, once so many seconds have passed since ``start``."""
        due = start + timedelta(seconds=seconds)
        return then if self.now >= due else Wait(due)

    def unhurried(self, manner: Manner, then: Do) -> Do | Wait:
        """``then``, a little after the floor has become free."""
        return self.after(self.since.get("free", self.now), manner.between, then)

    def closed(self, item: str) -> bool:
        """Whether the consideration of this item has ended."""
        return bool(self.view["agenda"][item]["state"] == "closed")
