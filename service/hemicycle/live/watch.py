"""Watches closely the lines of those who are called or speak from online: a few, whoever else is there.

Their consoles are pinged below the frames of the protocol (RFC 6455 §5.5.2): the browser answers by itself,
also for a page in the background, and a client has nothing to do. Such an answer does not count for the sweep
of all consoles: its own ping is what tells a page that the service is there.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator

from hemicycle.live import frames
from hemicycle.live.console import Console
from hemicycle.live.hub import Hub
from hemicycle.live.pulse import Pulse, Rhythm
from hemicycle.live.reports import Presence, Reports

_logger = logging.getLogger(__name__)


class Watch:
    """The closely watched lines of all meetings; ``look`` is called at every beat of the rhythm."""

    def __init__(
        self, hubs: Callable[[], Iterator[Hub]], presence: Presence, reports: Reports, rhythm: Rhythm
    ) -> None:
        self._hubs = hubs
        self._presence = presence
        self._reports = reports
        self._rhythm = rhythm
        self._telling: set[asyncio.Task[None]] = set()

    async def look(self, now: float, _late: float = 0.0) -> None:
        """Ping whoever is to be watched, and tell whose line has fallen silent or is back."""
        for hub in list(self._hubs()):
            wanted = hub.consoles_of(self._presence.watched(hub.meeting_id))
            for console in hub.watched - wanted:
                self._let_go(hub, console)
            for console in wanted - hub.watched:
                console.pulse = Pulse(self._rhythm, now)
                hub.watched.add(console)
            for console in list(hub.watched):
                self._beat(hub, console, now)

    def _let_go(self, hub: Hub, console: Console) -> None:
        """Watch it no more; but a silent line stays watched until it is back or gone."""
        if console.pulse is None or not console.pulse.silent:
            console.pulse = None
            hub.watched.discard(console)

    def _beat(self, hub: Hub, console: Console, now: float) -> None:
        pulse = console.pulse
        if pulse is None:
            return
        if console.paused_at is not None or not console.line.listening:
            pulse.excuse(now)
            return
        was_silent = pulse.silent
        hub.reply(console, frames.heartbeat(pulse.beat(now)))
        if pulse.silent != was_silent:
            telling = self._tell(hub.meeting_id, console, now - pulse.heard_at)
            task = asyncio.get_running_loop().create_task(telling)
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def _tell(self, meeting_id: str, console: Console, unheard_for: float) -> None:
        try:
            await self._reports.tell(meeting_id, console, unheard_for)
        except Exception:  # as for a connection that ends: nobody waits for the outcome
            _logger.exception("Presence could not be told of console %s", console.id)
