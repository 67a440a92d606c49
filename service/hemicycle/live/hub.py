"""One meeting's consoles: three streams, one fan-out, and what reaches a single console.

The booths' frames leave first, then the podium's, then the hall's; between slices the loop is yielded to.
A console that cannot take more is taken out by its own transport and catches up when it has drained.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable

from hemicycle.conduct.ports import Clock, Conductor, Patch, Publication
from hemicycle.live import frames
from hemicycle.live.catching_up import CatchingUp
from hemicycle.live.console import Console
from hemicycle.live.persons import People, Persons
from hemicycle.live.protocol import Position, Reason
from hemicycle.live.stream import Stream
from hemicycle.rules.events import RoleMoved, VoteCast
from hemicycle.rules.terms import ParticipantId
from hemicycle.views.audiences import Audience

FIRST_TO_LAST = (Audience.BOOTHS, Audience.PODIUM, Audience.HALL)
CLOSE_CODES = {
    Reason.REVOKED: 1008,
    Reason.PROTOCOL: 1008,
    Reason.UNKNOWN_MEETING: 1008,
    Reason.TOO_MANY: 1008,
    Reason.SLOW: 1013,
    Reason.SUPERSEDED: 1000,
    Reason.SHUTTING_DOWN: 1012,
}
"""RFC 6455 §7.4.1 and IANA's registry: policy violation, try again later, normal, service restart."""

_logger = logging.getLogger(__name__)


class Hub:
    """The consoles of one meeting; every method is called on the event loop."""

    def __init__(self, meeting_id: str, conductor: Conductor, clock: Clock, people: People) -> None:
        self.meeting_id = meeting_id
        self.members: dict[Console, None] = {}
        self.watched: set[Console] = set()
        self._of: defaultdict[ParticipantId | None, set[Console]] = defaultdict(set)
        self.streams = {audience: Stream(audience, self.drop) for audience in FIRST_TO_LAST}
        self.persons = Persons(meeting_id, people, self.streams, self.members, self.tell)
        self._clock = clock
        self._catching_up = CatchingUp(meeting_id, self.streams, conductor, clock, self.persons)
        self._returning: list[Console] = []
        self._fan_out: asyncio.Task[None] | None = None
        self._welcome: asyncio.Task[None] | None = None

    def welcome(self, console: Console) -> None:
        """The console has come in; it follows nothing before its hello. ``forget`` must follow in the end."""
        self.members[console] = None
        self._of[console.login.participant].add(console)

    def consoles_of(self, participants: Iterable[ParticipantId]) -> set[Console]:
        """Their consoles that follow."""
        return {each for who in participants for each in self._of[who] if each.following}

    def published(self, publication: Publication) -> None:
        """Add each audience's patch to its stream; the fan-out begins with the loop's next turn."""
        now = self._clock.now()
        for audience, stream in self.streams.items():
            merge = publication.merges[audience]
            change = Patch(prev_seq=publication.prev_seq, seq=publication.seq, merge=merge)
            stream.add(frames.patch(change, now) if stream.followed else b"", publication.seq)
        self._start_fan_out()
        moved = [done.event for done in publication.recorded if isinstance(done.event, RoleMoved)]
        if moved:
            self.persons.me_changed({who for event in moved for who in (event.former, event.holder) if who})
        voted = {done.event.delegation for done in publication.recorded if isinstance(done.event, VoteCast)}
        if voted:
            self.persons.delegations_changed(voted)

    def tell(self, audience: Audience, frame: bytes) -> None:
        """Add a frame outside the sequence for all who follow this audience."""
        self.streams[audience].add(frame)
        self._start_fan_out()

    async def follow(self, console: Console, audience: Audience, position: Position | None) -> None:
        """Bring the console up to its stream and let it follow. Raises ProblemError: no such meeting."""
        await self._catching_up.follow(console, audience, position)

    def accepted(self, console: Console, command_id: str, seq: int) -> None:
        """Answer ``accepted``, never before the patch that contains the command."""
        if console.audience is not None and not console.gone:
            self.streams[console.audience].answer(console, seq, frames.accepted(command_id, seq))

    def reply(self, console: Console, frame: bytes) -> None:
        """Write a frame that belongs to this console alone and to no order."""
        if not console.gone:
            console.write(frame)

    def drop(self, console: Console) -> None:
        """Forget the console and break its connection, which can no longer be written to."""
        self.forget(console)
        console.line.abort()

    def forget(self, console: Console) -> None:
        """The console is gone: nothing is written to it any more. Repeating it is harmless."""
        console.gone = True
        self._leave(console)
        self.members.pop(console, None)
        self.watched.discard(console)
        self._of[console.login.participant].discard(console)

    def bye(self, console: Console, reason: Reason, retry_after: float | None = None) -> None:
        """Forget the console, say why, and close its connection. ``retry_after``: seconds."""
        if not console.gone:
            console.conversation.close(reason)
            self.forget(console)
            console.line.finish(frames.bye(reason.value, retry_after), CLOSE_CODES[reason])

    async def stop(self) -> None:
        """End the hub's own tasks."""
        tasks = [task for task in (self._fan_out, self._welcome, self.persons.reading) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def paused(self, console: Console, at: float) -> None:
        """The console's transport is full: take it out. ``at``: seconds of the loop's clock."""
        console.paused_at = at
        self._leave(console)

    def resumed(self, console: Console) -> None:
        """The transport has drained: go on at once if nothing was missed, else catch up."""
        console.paused_at = None
        if console.audience is None or console.gone or console.joined or console.catching_up:
            return
        if self.streams[console.audience].rejoin(console):
            self.persons.tell_again(console)
            return
        self._returning.append(console)
        if self._welcome is None:
            self._welcome = asyncio.get_running_loop().create_task(self._welcome_back())

    async def _welcome_back(self) -> None:
        try:
            while self._returning:
                console = self._returning.pop()
                if not (
                    console.gone or console.joined or console.catching_up or console.paused_at is not None
                ):
                    await self._come_back(console)
        finally:
            self._welcome = None

    async def _come_back(self, console: Console) -> None:
        try:
            await self._catching_up.come_back(console)
        except Exception:  # whatever it was, it is this console's alone: it comes back, the others go on
            _logger.exception("Console %s could not catch up", console.id)
            self.bye(console, Reason.SLOW)

    def _leave(self, console: Console) -> None:
        if console.joined and console.audience is not None:
            self.streams[console.audience].leave(console)

    def _start_fan_out(self) -> None:
        if self._fan_out is None and any(stream.busy for stream in self.streams.values()):
            self._fan_out = asyncio.get_running_loop().create_task(self._write_all())

    async def _write_all(self) -> None:
        try:
            while any(stream.busy for stream in self.streams.values()):
                for stream in self.streams.values():
                    stream.write_slice()
                await asyncio.sleep(0)
        finally:
            self._fan_out = None
