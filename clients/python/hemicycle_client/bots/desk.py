"""The desk of the secretariat: marks who is in the room, tests lines, moves a remote speaker's role."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from hemicycle_client.bots import lines, reading
from hemicycle_client.bots.room import Do
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import Refused, Unreachable
from hemicycle_client.folding import View
from hemicycle_client.frames import Accepted
from hemicycle_client.rest import Rest

AGAIN = 0.5
"""Real seconds before a request that the service did not take is made again."""
TOO_MANY = 429


class Desk:
    """Works through the REST interface and looks at the podium's view, as the desk's page does."""

    def __init__(self, console: Console, rest: Rest, item: str, tally: Tally) -> None:
        self._console = console
        self._rest = rest
        self._item = item
        self._tally = tally

    async def mark_the_room(self, delegations: Iterable[str]) -> None:
        """Mark these delegations as present in the room."""
        for delegation in delegations:
            await self._persist(self._marking(delegation))

    async def move_a_role(self, spared: frozenset[str], after: float) -> None:
        """Once: the remote speaker and the first remote observer of a delegation change places.

        ``spared``: delegations that the plan needs as they are. ``after``: seconds of service time from the
        opening of the list.
        """
        await self._console.until(lambda view: reading.accepts(view, self._item))
        await self._console.until_time(self._console.server_now() + timedelta(seconds=after))
        found = _pair(self._console.view["roster"], spared)
        if found is None:
            return
        delegation, speaker, observer = found
        roster = self._console.view["roster"]
        moves = [
            {"seat": speaker, "participant": roster[observer]["participant"]},
            {"seat": observer, "participant": roster[speaker]["participant"]},
        ]
        await self._persist(lambda: self._assign(delegation, moves))

    async def answer_calls_for_help(self) -> None:
        """See to every booth that calls for help, as long as the meeting lasts."""
        kinds = frozenset({reading.HELP})
        while True:
            view = await self._console.until(lambda view: reading.signal(view, kinds, "raised") is not None)
            signal = reading.signal(view, kinds, "raised")
            await self._tally.send(self._console, "AcknowledgeSignal", signal=signal)
            await self._console.until(lambda view, signal=signal: not _raised(view, signal))  # type: ignore[misc]

    async def check_lines(self) -> None:
        """Test the lines of remote speakers who ask for the floor, as far as the body's gate asks for it."""
        while True:
            view = await self._console.until(lambda view: lines.next_check(view) is not None)
            check, seen = lines.next_check(view), self._console.seq
            if check is not None and isinstance(await self._send(check), Refused):
                await self._console.until(lambda _, seen=seen: self._console.seq != seen)  # type: ignore[misc]

    async def _send(self, step: Do) -> Accepted | Refused:
        return await self._tally.send(self._console, step.command, **step.fields)

    async def _assign(self, delegation: str, moves: Sequence[Mapping[str, str]]) -> None:
        conference = str((await self._rest.session())["conference"]["id"])
        await self._rest.assign_seats(conference, delegation, moves)

    def _marking(self, delegation: str) -> Callable[[], Awaitable[None]]:
        return lambda: self._rest.mark_presence(self._console.meeting, delegation, present=True)

    async def _persist(self, request: Callable[[], Awaitable[Any]]) -> None:
        """Until the service answers: it restarts, or is asked too much. All this may be asked twice."""
        while True:
            try:
                await request()
            except Unreachable:
                await asyncio.sleep(AGAIN)
            except Refused as refused:
                if refused.problem.status != TOO_MANY:
                    self._tally.refusals[refused.code] += 1
                    return
                await asyncio.sleep(AGAIN)
            else:
                return


def _raised(view: View, signal: str) -> bool:
    return bool(view["signals"].get(signal, {}).get("state") == "raised")


def _pair(roster: Mapping[str, Mapping[str, Any]], spared: frozenset[str]) -> tuple[str, str, str] | None:
    """A delegation, the seat of its remote speaker and that of a remote observer."""
    seats = sorted((key, seat) for key, seat in roster.items() if seat["modality"] == "online")
    for key, seat in seats:
        delegation = seat["delegation"]
        if seat["role"] != "speaker" or delegation in spared:
            continue
        for other, beside in seats:
            if beside["role"] == "observer" and beside["delegation"] == delegation:
                return delegation, key, other
    return None
