"""All meetings' hubs: who comes in and goes out, and the timers that look after the consoles.

``Hubs`` subscribes to conduct; it is what the composition root wires.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hemicycle.conduct.ports import Clock, Conductor, LoginFacts, Publication
from hemicycle.live import frames
from hemicycle.live.console import Console, Line
from hemicycle.live.expiry import Expiry
from hemicycle.live.hub import Hub
from hemicycle.live.paces import MOST_CONSOLES, Paces
from hemicycle.live.persons import People
from hemicycle.live.protocol import Protocol as Conversation
from hemicycle.live.protocol import Reason
from hemicycle.live.pulse import Rhythm
from hemicycle.live.reports import Presence, Reports
from hemicycle.live.stream import SLICE
from hemicycle.live.timer import Timer
from hemicycle.live.watch import Watch
from hemicycle.rules.terms import ParticipantId
from hemicycle.views.audiences import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds. ``hello``: until the first frame. ``silence``: until a console is pinged. ``unheard``: until
    one that does not answer is dropped. ``stuck``: until one that does not read is closed. ``sweep``: between
    two looks at all consoles. ``lease``: between two reports of who is alive. ``spread``: over which a
    stopping service asks its consoles to come back.
    """

    hello: float = 10.0
    silence: float = 20.0
    unheard: float = 45.0
    stuck: float = 20.0
    sweep: float = 2.0
    lease: float = 10.0
    spread: float = 2.0


@dataclass(frozen=True, slots=True)
class _Attachment:
    """What a connection tells, brought to the hub."""

    hub: Hub
    console: Console
    now: Callable[[], float]
    retry_after: Callable[[], float]

    def paused(self) -> None:
        self.hub.paused(self.console, self.now())

    def resumed(self) -> None:
        self.hub.resumed(self.console)

    def lost(self) -> None:
        self.hub.forget(self.console)

    def answered(self, payload: bytes) -> None:
        if self.console.pulse is not None:
            self.console.pulse.answer(frames.answered(payload), self.now())

    def stopping(self) -> bytes:
        if self.console.gone:
            return b""
        self.hub.forget(self.console)
        return frames.bye(Reason.SHUTTING_DOWN.value, self.retry_after())


class Hubs:
    """Every console of this node. Made on the event loop; ``start`` before serving, ``stop`` at the end."""

    def __init__(
        self,
        *,
        conductor: Conductor,
        clock: Clock,
        people: People,
        presence: Presence,
        patience: Patience | None = None,
        rhythm: Rhythm | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """``rhythm``: in which the lines of speakers are watched. ``jitter``: numbers in [0, 1), so that
        consoles do not all come back at the same moment.
        """
        rhythm = rhythm or Rhythm()
        self._conductor = conductor
        self._clock = clock
        self._people = people
        self.presence = presence
        self._patience = patience or Patience()
        self._jitter = jitter
        self._hubs: dict[str, Hub] = {}
        self._revoked: set[str] = set()
        self.paces = Paces()
        self.most_consoles = MOST_CONSOLES
        self._open: Counter[str] = Counter()
        self._expiry = Expiry(self._expired)
        self._reported_at = 0.0
        self.reports = Reports(presence, self.directory_changed)
        self.watch = Watch(self.all, presence, self.reports, rhythm)
        self._timers = (Timer(self._patience.sweep, self._look_after), Timer(rhythm.ping, self.watch.look))

    def start(self) -> None:
        """Begin to look after the consoles."""
        for timer in self._timers:
            timer.start()

    async def stop(self) -> None:
        """Say bye to everybody and end all tasks. Repeating it is harmless."""
        for hub, console in list(self._everybody()):
            hub.bye(console, Reason.SHUTTING_DOWN, self.retry_after())
        for hub in list(self.all()):
            await hub.stop()
        self._expiry.stop()
        for timer in self._timers:
            await timer.stop()

    def published(self, publication: Publication) -> None:
        """Subscriber: pass a committed command on to the consoles of its meeting."""
        hub = self._hubs.get(publication.meeting_id)
        if hub is not None:
            hub.published(publication)

    def enter(
        self,
        meeting_id: str,
        login: LoginFacts,
        audiences: frozenset[Audience],
        line: Line,
        connection_id: str,
    ) -> tuple[Hub, Console]:
        """Take a new connection in; it follows nothing before its hello. ``leave`` must follow in the end."""
        now = self.now()
        hub = self._hubs.get(meeting_id)
        if hub is None:
            hub = self._hubs[meeting_id] = Hub(meeting_id, self._conductor, self._clock, self._people)
        console = Console(
            id=connection_id,
            login=login,
            line=line,
            write=line.write,
            conversation=Conversation(audiences, now, shared=self.paces.speaking(login.id, now)),
            entered_at=now,
            heard_at=now,
            pinged_at=now,
        )
        hub.welcome(console)
        self._open[login.id] += 1
        self._make_room(login.id)
        line.attach(_Attachment(hub, console, self.now, self.retry_after))
        if login.id in self._revoked:
            hub.bye(console, Reason.REVOKED)
        self._expiry.watch(console)
        return hub, console

    def leave(self, hub: Hub, console: Console) -> None:
        """The connection has ended; the last one of a meeting closes its hub."""
        hub.forget(console)
        self._open[console.login.id] -= 1
        if not self._open[console.login.id]:
            del self._open[console.login.id]
        self._expiry.forget(console)
        if not hub.members and self._hubs.get(hub.meeting_id) is hub:
            del self._hubs[hub.meeting_id]

    def _make_room(self, login_id: str) -> None:
        """Of a login's consoles one more than fits: send that away which has been unheard for longest."""
        if self._open[login_id] <= self.most_consoles:
            return
        hers = [(hub, console) for hub, console in self._everybody() if console.login.id == login_id]
        if len(hers) > self.most_consoles:
            hub, console = min(hers, key=lambda each: each[1].heard_at)
            hub.bye(console, Reason.TOO_MANY)

    def revoke(self, login_id: str) -> None:
        """Close the login's sockets now, and those that are just being opened."""
        self._revoked.add(login_id)
        for hub, console in list(self._everybody()):
            if console.login.id == login_id:
                hub.bye(console, Reason.REVOKED)

    def _expired(self, console: Console) -> None:
        for hub in self.all():
            if console in hub.members:
                hub.bye(console, Reason.REVOKED)

    def login_ids(self) -> frozenset[str]:
        """Whose sockets are open."""
        return frozenset(console.login.id for _, console in self._everybody())

    def directory_changed(self, meeting_id: str) -> None:
        """Names or connections of persons may have changed: booths and podium are told."""
        if meeting_id in self._hubs:
            self._hubs[meeting_id].persons.directory_changed()

    def me_changed(self, meeting_id: str, participants: frozenset[ParticipantId]) -> None:
        """What is private to these participants has changed; moved roles are noticed without this."""
        if meeting_id in self._hubs:
            self._hubs[meeting_id].persons.me_changed(participants)

    def all(self) -> Iterator[Hub]:
        """The hubs of the meetings that somebody follows."""
        yield from self._hubs.values()

    def retry_after(self) -> float:
        """Seconds until a console that is sent away should come back; different for each."""
        return 0.5 + self._patience.spread * self._jitter()

    def excuse(self, late: float, now: float) -> None:
        """The service itself stood still for ``late`` seconds: they count against nobody."""
        for _, console in self._everybody():
            console.entered_at = min(now, console.entered_at + late)
            console.heard_at = min(now, console.heard_at + late)
            console.pinged_at = min(now, console.pinged_at + late)
            if console.paused_at is not None:
                console.paused_at = min(now, console.paused_at + late)

    async def sweep(self, now: float) -> None:
        """Look at every console once: ping the silent, close the stuck and the dead, renew the leases."""
        for place, (hub, console) in enumerate(list(self._everybody()), start=1):
            self._look_at(hub, console, now)
            if place % SLICE == 0:
                await asyncio.sleep(0)
        if now - self._reported_at >= self._patience.lease:
            self._reported_at = now
            alive = [console.span for _, console in self._everybody() if console.span is not None]
            if alive:
                await self.presence.alive(alive)

    def _look_at(self, hub: Hub, console: Console, now: float) -> None:
        patience = self._patience
        if console.gone:
            return
        if console.awaits_hello:
            if now - console.entered_at > patience.hello:
                hub.bye(console, Reason.PROTOCOL)
        elif console.paused_at is not None:
            if now - console.paused_at > patience.stuck:
                hub.bye(console, Reason.SLOW, self.retry_after())
        elif now - console.heard_at > patience.unheard:
            hub.drop(console)
        elif now - max(console.heard_at, console.pinged_at) >= patience.silence:
            console.pinged_at = now
            hub.reply(console, frames.ping(self._clock.now()))

    async def _look_after(self, now: float, late: float) -> None:
        if late > self._patience.sweep:
            self.excuse(late, now)
        await self.sweep(now)

    def _everybody(self) -> Iterator[tuple[Hub, Console]]:
        for hub in list(self._hubs.values()):
            for console in list(hub.members):
                yield hub, console

    @staticmethod
    def now() -> float:
        """Seconds of the event loop's clock."""
        return asyncio.get_running_loop().time()
