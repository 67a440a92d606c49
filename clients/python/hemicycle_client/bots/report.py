"""What a rehearsal showed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A moment of the meeting. ``seats``: consoles in all; ``connected``: those whose line stands."""

    service_time: datetime
    phase: str
    speaking: str | None
    waiting: int
    requests: int
    statements: int
    interruptions: int
    refusals: int
    reconnects: int
    connected: int
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One client at the end. ``equal``: its view is, as canonical JSON, a fresh snapshot at ``seq``."""

    login: str
    capacity: str
    audience: str
    seq: int
    equal: bool
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts of the whole meeting.

    ``requests``: accepted requests for the floor. ``statements``, ``interruptions``, ``replies``:
    statements of delegations, points of order and rights of reply that were delivered. ``refusals``: by
    code. ``missed``: refusals that were provoked and did not come. ``failures``: what ended a simulated
    participant. ``accepted``: what all did, by name. ``inherited``: who waited already at the beginning,
    ``waiting``: who still waits at the end, in order. ``decisions``: what the body decided, in words.
    """

    meeting: str
    adjourned: bool
    requests: int
    statements: int
    interruptions: int
    refusals: Mapping[str, int]
    reconnects: int
    drops: int
    clients: tuple[Followed, ...]
    replies: int = 0
    accepted: Mapping[str, int] = field(default_factory=dict)
    inherited: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """The meeting came to its end, everybody saw the same, and every rule answered as it should."""
        same = bool(self.clients) and all(client.equal for client in self.clients)
        return self.adjourned and same and not self.missed and not self.failures

    def to_dict(self) -> dict[str, Any]:
        """For JSON; no nulls."""
        found = {**asdict(self), "ok": self.ok, "refusals": dict(self.refusals)}
        found["accepted"] = dict(self.accepted)
        found["clients"] = [
            {key: value for key, value in client.items() if value is not None} for client in found["clients"]
        ]
        return found
