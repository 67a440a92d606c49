"""What the layers above subscribe to and call: the typed edge of ``conduct``.

Sequence numbers count the events of one meeting's log from 1; one command may append several, so that a
patch goes from ``prev_seq`` to ``seq``. ``epoch`` names the log's generation and the views' version: numbers
of different epochs cannot be compared. All datetimes are aware, in UTC and in service time.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from hemicycle.journal.log import Recorded
from hemicycle.rules.commands import Actor, ClockCommand
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import Capacity, DelegationId, ParticipantId
from hemicycle.views.audiences import Audience

Json = dict[str, Any]


class LoginFacts(Protocol):
    """What conduct and live need to know of a login."""

    @property
    def id(self) -> str: ...
    @property
    def capacity(self) -> Capacity: ...
    @property
    def conference(self) -> str: ...
    @property
    def meeting(self) -> str | None:
        """The one meeting that the login belongs to; None: all of its conference."""

    @property
    def participant(self) -> ParticipantId | None: ...
    @property
    def delegation(self) -> DelegationId | None: ...
    @property
    def label(self) -> str: ...
    @property
    def actor(self) -> Actor:
        """Who its commands are of, for the rules and the log."""

    @property
    def expires_at(self) -> datetime | None:
        """Real time from which it is good for nothing; None: it does not end by itself."""

    @property
    def bearer(self) -> bool:
        """A program that came with a token, not a browser with a cookie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One audience's whole view as of ``seq``. ``scale``: service seconds per real second."""

    epoch: str
    seq: int
    audience: Audience
    view: Json
    server_now: datetime
    scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """What one command changed in one audience's view. ``merge``: JSON Merge Patch (RFC 7396), maybe {}."""

    prev_seq: int
    seq: int
    merge: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One committed command, for all audiences. ``recorded``: the journal's; ``meeting``: after them."""

    meeting_id: str
    epoch: str
    prev_seq: int
    seq: int
    recorded: tuple[Recorded, ...]
    merges: Mapping[Audience, Json]
    meeting: Meeting


class Subscriber(Protocol):
    """Who is told what became of every meeting of this node: consoles, alarms, arrivals."""

    def published(self, publication: Publication) -> None:
        """Called on the event loop after the commit, in order; returns at once, never raises."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command is in the log for good. ``seq``: of its last event."""

    seq: int


class Conductor(Protocol):
    """The one door to a meeting. Every method raises ProblemError(404) for an unknown meeting."""

    async def handle(self, meeting_id: str, login: LoginFacts, command_id: str, payload: Json) -> Accepted:
        """Decide, append, commit, publish; then answer. ``payload``: the flat command without ``id``.

        Raises ProblemError when the command is refused: then nothing has changed. Cancelling the caller
        never cancels a command that was handed over.
        """

    async def handle_clock(self, meeting_id: str, command: ClockCommand) -> Accepted:
        """The clock's own door. Raises ProblemError when the command has been overtaken (``stale``)."""

    async def snapshot(self, meeting_id: str, audience: Audience) -> Snapshot:
        """What the audience sees now, with the epoch and number that patches go on from."""

    async def patches_since(
        self, meeting_id: str, audience: Audience, epoch: str, seq: int
    ) -> list[Patch] | None:
        """The patches after ``seq`` in order; None when they are not retained: then take a snapshot."""


class Clock(Protocol):
    """Service time, which a demo sets back and a rehearsal speeds up. Logins and rates use real time."""

    @property
    def scale(self) -> float:
        """Service seconds per real second."""

    def now(self) -> datetime:
        """Service time: aware, UTC."""

    def wake_at(self, when: datetime, key: str, wake: Callable[[], Awaitable[None]]) -> None:
        """Call ``wake`` once when service time has reached ``when``, at once if it has; ``key`` replaces."""

    def cancel(self, key: str) -> None:
        """Forget the wake-up of this key, if there is one."""
