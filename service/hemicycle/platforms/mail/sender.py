"""Sends what is due: takes a row, hands the message over, marks the row.

At most once in the ordinary case, on however many nodes: only who has taken a row sends it. Never lost: a
node that is killed between handing over and marking leaves the row unsent, and another try may send it twice,
under the same Message-ID.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from datetime import timedelta
from email.headerregistry import Address

from hemicycle.conduct.ports import Clock
from hemicycle.platforms.mail.message import message_of, without_link
from hemicycle.platforms.mail.postman import NotDelivered, Postman
from hemicycle.registry import mail
from hemicycle.registry.mail import Letter, LetterRefused
from hemicycle.storage import Engine, StorageFailed, reading, writing

MOST_TRIES = 8
"""After so many the desk decides: it sees the error and may let it be tried again."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
"""Between tries, each twice as long as the one before. Real time."""
LOOK = 5.0
"""Real seconds between looks at the rows, where nobody says that there is something."""
_TOGETHER = 100

_log = logging.getLogger(__name__)


def pause_after(tries: int) -> timedelta:
    """How long to wait after the try with this number, from 1."""
    return min(FIRST_PAUSE * (1 << (tries - 1)), LONGEST_PAUSE)


class Sender:
    """One task a node. ``start`` and ``stop`` are called on the event loop."""

    def __init__(self, engine: Engine, clock: Clock, postman: Postman, sender: Address) -> None:
        self._engine = engine
        self._clock = clock
        self._postman = postman
        self._sender = sender
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._delivering: asyncio.Task[bool] | None = None

    def start(self) -> None:
        """Begin to send."""
        self._task = asyncio.create_task(self._run(), name="mail")

    def poke(self) -> None:
        """Look at the rows now: something may be due. On the event loop."""
        self._wake.set()

    async def stop(self) -> None:
        """Finish the message that is being sent, and send no more."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._delivering is not None:
            await self._delivering
        await self._postman.rest()

    async def send_due(self) -> int:
        """Send all that is due now; how many have left."""
        left = 0
        while letters := await asyncio.to_thread(self._due):
            for letter in letters:
                self._delivering = asyncio.create_task(self._deliver(letter))
                left += await asyncio.shield(self._delivering)
        await self._postman.rest()
        return left

    async def _run(self) -> None:
        while True:
            try:
                await self.send_due()
            except StorageFailed:
                _log.exception("the mail cannot be read or marked")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._wake.wait()
            self._wake.clear()

    async def _deliver(self, letter: Letter) -> bool:
        if not await asyncio.to_thread(self._take, letter):
            return False
        try:
            message = message_of(letter, self._sender, self._clock.now())
            await self._postman.send(letter.id, message)
        except (NotDelivered, LetterRefused) as error:
            final = isinstance(error, LetterRefused) or error.final
            _log.warning("message %s was not sent (try %d)", letter.id, letter.tries + 1)
            await asyncio.to_thread(self._failed, letter, str(error), final=final)
            return False
        await asyncio.to_thread(self._sent, letter)
        return True

    def _due(self) -> Sequence[Letter]:
        with reading(self._engine) as conn:
            return mail.due(conn, self._clock.now(), MOST_TRIES, _TOGETHER)

    def _take(self, letter: Letter) -> bool:
        now = self._clock.now()
        pause = pause_after(letter.tries + 1) * self._clock.scale
        with writing(self._engine) as conn:
            return mail.take(conn, letter, now, now + pause)

    def _sent(self, letter: Letter) -> None:
        kept = without_link(letter.body)
        with writing(self._engine) as conn:
            mail.sent(conn, letter, self._clock.now(), kept)

    def _failed(self, letter: Letter, says: str, *, final: bool) -> None:
        with writing(self._engine) as conn:
            mail.failed(conn, letter, self._clock.now(), says, MOST_TRIES if final else None)
