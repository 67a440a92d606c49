"""How a console comes to follow: the patches that it lacks or a fresh snapshot, then directory and me.

The one race here: publications go on while a snapshot is fetched. So a console joins only at a moment, with
no await between looking and joining, at which what it holds reaches to its stream's newest patch.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from hemicycle.conduct.ports import Clock, Conductor, Snapshot
from hemicycle.live import frames
from hemicycle.live.console import Console
from hemicycle.live.persons import Persons
from hemicycle.live.protocol import Position
from hemicycle.live.stream import Stream
from hemicycle.views.audiences import Audience

FRESH = timedelta(milliseconds=100)
"""A snapshot's frame is shared by the consoles that come within this service time."""

LITTLE = 64 * 1024
"""Bytes. A console back from a pause that lacks no more than this in patches gets them, else one snapshot."""

_ATTEMPTS = 64


@dataclass(slots=True)
class _Taken:
    snapshot: Snapshot
    view: bytes
    framed_at: datetime
    frame: bytes = b""


class CatchingUp:
    """Brings the consoles of one meeting up to their streams; many who come at once share one snapshot."""

    def __init__(
        self,
        meeting_id: str,
        streams: Mapping[Audience, Stream],
        conductor: Conductor,
        clock: Clock,
        persons: Persons,
    ) -> None:
        self._meeting_id = meeting_id
        self._streams = streams
        self._conductor = conductor
        self._clock = clock
        self._persons = persons
        self._taken: dict[Audience, _Taken] = {}
        self._taking: dict[Audience, asyncio.Task[_Taken]] = {}

    async def follow(self, console: Console, audience: Audience, position: Position | None) -> None:
        """Let the console follow from ``position`` (None: from a snapshot).

        Raises ProblemError for an unknown meeting; then the console follows nothing.
        """
        await self._follow(console, audience, position, None)

    async def come_back(self, console: Console) -> None:
        """The same after a pause, from where the console was left."""
        if console.audience is not None:
            await self._follow(console, console.audience, Position(console.epoch, console.seq), LITTLE)

    async def _follow(
        self, console: Console, audience: Audience, position: Position | None, most: int | None
    ) -> None:
        """``most``: bytes of patches that are still better than a snapshot; None: all, after a hello."""
        stream = self._streams[audience]
        stream.leave(console)
        console.audience = audience
        console.turn += 1
        turn = console.turn
        console.catching_up = True
        try:
            me = await self._persons.me(console) if most is None else b""
            await self._persons.ready(audience)
            missed, reached = await self._missed(stream, position, most)
            if console.gone or console.turn != turn:
                return
            self._join(stream, console, reached, missed + self._persons.whole(audience) + me)
        finally:
            if console.turn == turn:
                console.catching_up = False

    async def _missed(
        self, stream: Stream, position: Position | None, most: int | None
    ) -> tuple[bytes, Position]:
        """Frames from ``position`` on, and where they end: not before the stream's newest patch."""
        missed = b""
        for _ in range(_ATTEMPTS):
            more, position = await self._more(stream, position, most)
            missed += more
            if position.seq >= stream.seq:
                return missed, position
        raise RuntimeError("the conductor's snapshots and patches stay behind what it publishes")

    async def _more(
        self, stream: Stream, position: Position | None, most: int | None
    ) -> tuple[bytes, Position]:
        if position is not None:
            patches = await self._conductor.patches_since(
                self._meeting_id, stream.audience, position.epoch, position.seq
            )
            if patches is not None:
                now = self._clock.now()
                seq = patches[-1].seq if patches else position.seq
                more = b"".join(frames.patch(patch, now) for patch in patches)
                if most is None or len(more) <= most:
                    return more, Position(position.epoch, seq)
        taken = await self._snapshot(stream)
        return self._framed(taken), Position(taken.snapshot.epoch, taken.snapshot.seq)

    async def _snapshot(self, stream: Stream) -> _Taken:
        audience = stream.audience
        kept = self._taken.get(audience)
        if kept is not None and kept.snapshot.seq >= stream.seq:
            return kept
        taking = self._taking.get(audience)
        if taking is None:
            taking = asyncio.get_running_loop().create_task(self._take(audience))
            self._taking[audience] = taking
        return await asyncio.shield(taking)

    async def _take(self, audience: Audience) -> _Taken:
        try:
            snapshot = await self._conductor.snapshot(self._meeting_id, audience)
        finally:
            del self._taking[audience]
        self._taken[audience] = _Taken(snapshot, orjson.dumps(snapshot.view), snapshot.server_now)
        return self._taken[audience]

    def _framed(self, taken: _Taken) -> bytes:
        now = self._clock.now()
        if not taken.frame or not timedelta() <= now - taken.framed_at <= FRESH:
            taken.frame = frames.snapshot(taken.snapshot, taken.view, now)
            taken.framed_at = now
        return taken.frame

    def _join(self, stream: Stream, console: Console, reached: Position, missed: bytes) -> None:
        console.epoch = reached.epoch
        console.catching_up = False
        stream.join(console, reached.seq)
        if console.paused_at is not None:
            stream.leave(console)
        console.write(missed)
        if console.joined:
            stream.write_held(console)
        self._persons.tell_again(console)
