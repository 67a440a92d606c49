"""The clock as an actor: it keeps an alarm for each deadline that a meeting names, and sends its command.

What comes too late or twice is refused by the rules, harmlessly; so nothing is stored, and a node that starts
sets everything again from ``rules.deadlines``.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from hemicycle.conduct.ports import Clock, Publication
from hemicycle.contract.problems import ProblemError
from hemicycle.rules.commands import ClockCommand
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.meeting import Meeting

RETRY = timedelta(seconds=2)
"""Real time until a command is sent again that could not be decided, as when the database is busy."""

_logger = logging.getLogger(__name__)


class Alarms:
    """A subscriber of conduct: after each publication the meeting's alarms are those of its deadlines."""

    def __init__(self, clock: Clock, handle_clock: Callable[[str, ClockCommand], Awaitable[object]]) -> None:
        """``handle_clock``: the conductor's door for the clock, with the meeting's id."""
        self._clock = clock
        self._handle_clock = handle_clock
        self._set: dict[str, dict[ClockCommand, datetime]] = {}

    def published(self, publication: Publication) -> None:
        """Subscriber: set and cancel what the meeting's change asks for."""
        self.watch(publication.meeting_id, publication.meeting)

    def watch(self, meeting_id: str, meeting: Meeting) -> None:
        """Make the alarms of this meeting those of its deadlines."""
        wanted = {deadline.command: deadline.at for deadline in deadlines(meeting)}
        before = self._set.pop(meeting_id, {})
        for command in before.keys() - wanted.keys():
            self._clock.cancel(_key(meeting_id, command))
        for command, at in wanted.items():
            if before.get(command) != at:
                self._wake_at(at, meeting_id, command)
        if wanted:
            self._set[meeting_id] = wanted

    def _wake_at(self, at: datetime, meeting_id: str, command: ClockCommand) -> None:
        self._clock.wake_at(at, _key(meeting_id, command), partial(self._ring, meeting_id, command))

    async def _ring(self, meeting_id: str, command: ClockCommand) -> None:
        self._set.get(meeting_id, {}).pop(command, None)
        try:
            await self._handle_clock(meeting_id, command)
        except ProblemError as refusal:
            _logger.debug("Overtaken: %s in meeting %s: %s", command, meeting_id, refusal)
        except Exception:  # an alarm that fails is set again: a deadline must never be lost
            _logger.exception("%s in meeting %s could not be decided", command, meeting_id)
            self._wake_at(self._clock.now() + RETRY * self._clock.scale, meeting_id, command)


def _key(meeting_id: str, command: ClockCommand) -> str:
    return f"{meeting_id} {command!r}"
