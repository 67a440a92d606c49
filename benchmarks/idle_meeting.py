"""A meeting in which nothing is decided and to which everybody is admitted: for measuring its lines."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime

from hemicycle.conduct.ports import Accepted, Json, LoginFacts, Patch, Publication, Snapshot
from hemicycle.live.endpoint import Admission, Credential
from hemicycle.rules.commands import Actor, ClockCommand
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.terms import Capacity, ParticipantId
from hemicycle.views.audiences import Audience

MEETING = "benchmark"
NUMBERS = itertools.count(1)
"""Of logins: each console has its own, since one login has few."""


@dataclass(frozen=True)
class Login:
    id: str = "l"
    capacity: Capacity = Capacity.HALL
    conference: str = "benchmark"
    meeting: str | None = MEETING
    participant: str | None = None
    delegation: str | None = None
    label: str = ""
    bearer: bool = True
    expires_at: datetime | None = None

    @property
    def actor(self) -> Actor:
        return Actor(capacity=self.capacity, participant=self.participant, login=self.id)


class IdleMeeting:
    """Conductor, people and presence in one. ``next`` makes a publication of a change to every view."""

    def __init__(self) -> None:
        self.seq = 0

    async def handle(self, meeting_id: str, login: LoginFacts, command_id: str, payload: Json) -> Accepted:
        raise NotImplementedError

    async def handle_clock(self, meeting_id: str, command: ClockCommand) -> Accepted:
        raise NotImplementedError

    async def snapshot(self, _meeting_id: str, audience: Audience) -> Snapshot:
        now = datetime.now(UTC)
        return Snapshot(epoch="e", seq=self.seq, audience=audience, view={}, server_now=now, scale=1.0)

    async def patches_since(
        self, _meeting_id: str, _audience: Audience, _epoch: str, _seq: int
    ) -> list[Patch] | None:
        return None

    async def directory(self, _meeting_id: str, _audience: Audience) -> Json:
        return {}

    async def me(self, _meeting_id: str, login: LoginFacts) -> Json:
        return {"login": login.id, "capacity": login.capacity.value, "commands": []}

    async def opened(self, connection_id: str, meeting_id: str, login: LoginFacts) -> None: ...

    async def closed(self, connection_id: str, unheard_for: float = 0.0) -> None: ...

    async def alive(self, connection_ids: list[str]) -> None: ...

    def watched(self, _meeting_id: str) -> frozenset[ParticipantId]:
        return frozenset()

    def next(self, merge: Json) -> Publication:
        self.seq += 1
        return Publication(
            meeting_id=MEETING,
            epoch="e",
            prev_seq=self.seq - 1,
            seq=self.seq,
            recorded=(),
            merges=dict.fromkeys(Audience, merge),
            meeting=EMPTY,
        )


async def admit(credential: Credential, meeting_id: str) -> Admission:  # noqa: ARG001 - everybody comes in
    return Admission(Login(id=f"l{next(NUMBERS)}"), frozenset({Audience.HALL}))
