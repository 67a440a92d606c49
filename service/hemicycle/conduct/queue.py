"""One meeting's commands in their order: they wait here, are committed together, and are all answered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from hemicycle.conduct.sitting import Sitting
from hemicycle.conduct.writer import Answer, Submission
from hemicycle.contract.problems import ProblemError

MOST_WAITING = 2048
"""Commands that may wait for one meeting; more are refused ``too-many``."""
MOST_TOGETHER = 64
"""Commands that one transaction carries at most."""

Commit = Callable[[Sitting, Sequence[Submission]], Awaitable[Sequence[Answer]]]
"""Stores what it can, publishes it, and has an answer for each submission. Never raises."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    submission: Submission
    answer: asyncio.Future[Answer]


class Queue:
    """A sitting with the queue of its commands and the task that works it off. Made on the event loop."""

    def __init__(
        self, sitting: Sitting, conference: str, commit: Commit, most_together: int = MOST_TOGETHER
    ) -> None:
        self.sitting = sitting
        self.conference = conference
        self._commit = commit
        self._most_together = most_together
        self._closed = False
        self._waiting: asyncio.Queue[_Waiting | None] = asyncio.Queue(MOST_WAITING)
        self._worker = asyncio.create_task(self._work(), name=f"writer of {sitting.id}")

    async def submit(self, submission: Submission) -> Answer:
        """Wait for the answer; who is cancelled here has handed the command over all the same.

        Raises ProblemError: ``too-many`` wait, or the queue is closed (``not-ready``).
        """
        if self._closed:
            raise _stopping()
        waiting = _Waiting(submission, asyncio.get_running_loop().create_future())
        try:
            self._waiting.put_nowait(waiting)
        except asyncio.QueueFull:
            raise ProblemError.of("too-many", "Too many commands wait; send again in a moment.") from None
        return await asyncio.shield(waiting.answer)

    async def close(self) -> None:
        """Finish what has begun and refuse what waits. Repeating it is harmless."""
        if not self._closed:
            self._closed = True
            while not self._waiting.empty():
                waiting = self._waiting.get_nowait()
                if waiting is not None:
                    waiting.answer.set_result(_stopping())
            self._waiting.put_nowait(None)
        await self._worker

    async def _work(self) -> None:
        while (first := await self._waiting.get()) is not None:
            waiting = [first, *self._more()]
            async with self.sitting.lock:
                answers = await self._commit(self.sitting, [w.submission for w in waiting])
            for each, answer in zip(waiting, answers, strict=True):
                each.answer.set_result(answer)

    def _more(self) -> list[_Waiting]:
        """Those that wait already and may go along."""
        more: list[_Waiting] = []
        while len(more) < self._most_together - 1 and not self._waiting.empty():
            waiting = self._waiting.get_nowait()
            if waiting is None:
                self._waiting.put_nowait(None)
                break
            more.append(waiting)
        return more


def _stopping() -> ProblemError:
    return ProblemError.of("not-serving", "The service is stopping; send again.")
