"""The live layer's neighbours, in memory: a conductor that commits what it is told, people, lines."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from hemicycle.conduct.ports import Accepted, Json, LoginFacts, Patch, Publication, Snapshot, Subscriber
from hemicycle.contract.merge import merged
from hemicycle.contract.problems import ProblemError
from hemicycle.live.console import Attached
from hemicycle.rules.commands import Actor, ClockCommand
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.terms import Capacity
from hemicycle.views.audiences import Audience

MEETING = "em10-3"
EPOCH = "log1.views1"
NOON = datetime(2021, 9, 7, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Login:
    id: str = "l1"
    capacity: Capacity = Capacity.DELEGATE
    conference: str = "em10"
    meeting: str | None = MEETING
    participant: str | None = "p1"
    delegation: str | None = "pan"
    label: str = ""
    bearer: bool = True
    expires_at: datetime | None = None

    @property
    def actor(self) -> Actor:
        return Actor(capacity=self.capacity, participant=self.participant, login=self.id)


class StillClock:
    """Service time stands still."""

    scale = 1.0

    def now(self) -> datetime:
        return NOON

    def wake_at(self, _when: datetime, _key: str, _wake: Callable[[], Any]) -> None:
        raise AssertionError("live sets no alarms")

    def cancel(self, _key: str) -> None:
        raise AssertionError("live sets no alarms")


class FakeConductor:
    """One meeting whose views are whatever was merged into them.

    ``{"command": "Merge", ...}`` commits its other fields to every audience; ``Refuse`` is refused; ``Fail``
    breaks; ``Wait`` commits when ``go_on`` is set.
    """

    def __init__(self) -> None:
        self.seq = 0
        self.views: dict[Audience, Json] = {audience: {"audience": audience.value} for audience in Audience}
        self.patches: dict[Audience, list[Patch]] = {audience: [] for audience in Audience}
        self.subscribers: list[Subscriber] = []
        self.snapshots = 0
        self.retained_from = 0
        self.go_on = asyncio.Event()
        self.begun = asyncio.Event()
        self.handled: list[str] = []
        self.before_snapshot: Callable[[], None] = lambda: None

    def commit(self, merge: Json, recorded: tuple[Any, ...] = (), events: int = 1) -> int:
        prev, self.seq = self.seq, self.seq + events
        for audience in Audience:
            self.views[audience] = merged(self.views[audience], merge)
            self.patches[audience].append(Patch(prev_seq=prev, seq=self.seq, merge=merge))
        publication = Publication(
            meeting_id=MEETING,
            epoch=EPOCH,
            prev_seq=prev,
            seq=self.seq,
            recorded=recorded,
            merges=dict.fromkeys(Audience, merge),
            meeting=EMPTY,
        )
        for subscriber in self.subscribers:
            subscriber.published(publication)
        return self.seq

    async def handle(self, _meeting_id: str, _login: LoginFacts, command_id: str, payload: Json) -> Accepted:
        return await asyncio.shield(asyncio.ensure_future(self._handle(command_id, payload)))

    async def _handle(self, command_id: str, payload: Json) -> Accepted:
        match payload:
            case {"command": "Refuse"}:
                raise ProblemError.of("not-found", "There is no such thing.")
            case {"command": "Fail"}:
                raise RuntimeError("the database is on fire")
            case {"command": "Wait"}:
                self.begun.set()
                await self.go_on.wait()
            case _:
                pass
        await asyncio.sleep(0)
        seq = self.commit({command_id: payload})
        self.handled.append(command_id)
        return Accepted(seq)

    async def handle_clock(self, _meeting_id: str, _command: ClockCommand) -> Accepted:
        raise AssertionError("live is no clock")

    async def snapshot(self, meeting_id: str, audience: Audience) -> Snapshot:
        if meeting_id != MEETING:
            raise ProblemError.of("unknown-meeting", "There is no such meeting.")
        self.snapshots += 1
        taken = Snapshot(
            epoch=EPOCH,
            seq=self.seq,
            audience=audience,
            view=self.views[audience],
            server_now=NOON,
            scale=1.0,
        )
        self.before_snapshot()
        await asyncio.sleep(0)
        return taken

    async def patches_since(
        self, _meeting_id: str, audience: Audience, epoch: str, seq: int
    ) -> list[Patch] | None:
        await asyncio.sleep(0)
        if epoch != EPOCH or seq > self.seq or seq < self.retained_from:
            return None
        return [patch for patch in self.patches[audience] if patch.prev_seq >= seq]


class FakePeople:
    """``names`` is the directory; ``facts`` is everybody's me, by login."""

    def __init__(self) -> None:
        self.names: Json = {"p1": {"name": "Ana"}}
        self.seats: dict[str, str] = {}
        self.readings = 0

    async def directory(self, _meeting_id: str, _audience: Audience) -> Json:
        self.readings += 1
        found = orjson.loads(orjson.dumps(self.names))
        await asyncio.sleep(0)
        return dict(found)

    async def me(self, _meeting_id: str, login: LoginFacts) -> Json:
        facts: Json = {"login": login.id, "capacity": login.capacity.value, "commands": []}
        if login.id in self.seats:
            facts["seat"] = self.seats[login.id]
        await asyncio.sleep(0)
        return facts


class FakePresence:
    def __init__(self) -> None:
        self.open: dict[str, str] = {}
        self.ended: list[str] = []
        self.renewed: list[list[str]] = []
        self.unheard: dict[str, float] = {}
        self.speaking: frozenset[str] = frozenset()

    async def opened(self, connection_id: str, _meeting_id: str, login: LoginFacts) -> None:
        self.open[connection_id] = login.id

    async def closed(self, connection_id: str, unheard_for: float = 0.0) -> None:
        self.ended.append(self.open.pop(connection_id))
        self.unheard[connection_id] = unheard_for

    async def alive(self, connection_ids: list[str]) -> None:
        self.renewed.append(connection_ids)

    def watched(self, _meeting_id: str) -> frozenset[str]:
        return self.speaking


@dataclass(eq=False)
class FakeLine:
    """A connection whose bytes are kept; ``room``: writes until its transport is full, then it pauses."""

    room: int | None = None
    broken: bool = False
    written: list[bytes] = field(default_factory=list)
    closed_with: int | None = None
    aborted: bool = False
    attached: Attached | None = None
    listening: bool = True

    def attach(self, attached: Attached) -> None:
        self.attached = attached

    def write(self, frames: bytes) -> None:
        if self.broken:
            raise RuntimeError("unable to perform operation; the handler is closed")
        self.written.append(frames)
        if self.room is not None:
            self.room -= 1
            if self.room == 0 and self.attached is not None:
                self.attached.paused()

    def finish(self, frames: bytes, code: int) -> None:
        self.written.append(frames)
        self.closed_with = code

    def abort(self) -> None:
        self.aborted = True

    def drain(self) -> None:
        self.room = None
        assert self.attached is not None
        self.attached.resumed()

    @property
    def frames(self) -> list[Json]:
        """Everything written, parsed."""
        return parse_frames(b"".join(self.written))

    def kinds(self) -> list[str]:
        return [frame["type"] for frame in self.frames]


def parse_frames(data: bytes) -> list[Json]:
    """Unmasked text frames of RFC 6455 §5.2, whole ones only."""
    frames = []
    while data:
        assert data[0] == 0x81, "FIN and opcode text"
        length, start = data[1], 2
        if length == 126:
            length, start = int.from_bytes(data[2:4], "big"), 4
        elif length == 127:
            length, start = int.from_bytes(data[2:10], "big"), 10
        frames.append(orjson.loads(data[start : start + length]))
        data = data[start + length :]
    return frames


@dataclass
class Follower:
    """What a console makes of the frames that it gets, strict where a real one is forgiving."""

    view: Json = field(default_factory=dict)
    seq: int = 0
    snapshots: int = 0
    patches: int = 0
    directory: Json = field(default_factory=dict)
    me: Json = field(default_factory=dict)
    accepted: dict[str, int] = field(default_factory=dict)
    refused: list[Json] = field(default_factory=list)
    bye: Json | None = None

    def take(self, frame: Json) -> None:
        match frame["type"]:
            case "snapshot":
                self.view, self.seq = frame["view"], frame["seq"]
                self.snapshots += 1
            case "patch" if frame["seq"] > self.seq:
                assert frame["prev_seq"] == self.seq, "a gap"
                self.view, self.seq = merged(self.view, frame["merge"]), frame["seq"]
                self.patches += 1
            case "directory":
                before = {} if frame["version"] == 0 else self.directory
                self.directory = merged(before, frame["merge"])
            case "me":
                assert frame["version"] > self.me.get("version", 0)
                self.me = frame
            case "accepted":
                assert frame["seq"] <= self.seq, "accepted before its patch"
                self.accepted[frame["id"]] = frame["seq"]
            case "refused":
                self.refused.append(frame)
            case "bye":
                self.bye = frame
            case _:
                assert frame["type"] in {"patch", "ping"}


def followed(line: FakeLine) -> Follower:
    follower = Follower()
    for frame in line.frames:
        follower.take(frame)
    return follower
