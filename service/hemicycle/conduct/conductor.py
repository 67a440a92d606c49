"""The one door to a meeting: one writer per meeting, and publishing after the commit, always."""

import asyncio
import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import ParamSpec, TypeVar
from uuid import uuid4

from hemicycle.conduct import opening
from hemicycle.conduct.health import Health
from hemicycle.conduct.ports import (
    Accepted,
    Clock,
    Json,
    LoginFacts,
    Patch,
    Publication,
    Snapshot,
    Subscriber,
)
from hemicycle.conduct.queue import MOST_TOGETHER, Queue
from hemicycle.conduct.sitting import Sitting
from hemicycle.conduct.writer import Answer, Batch, Submission, Writer
from hemicycle.contract.commands import parse_command
from hemicycle.contract.problems import ProblemError
from hemicycle.journal.log import Recorded
from hemicycle.rules.commands import Actor, AnyCommand, ClockCommand, PresenceCommand
from hemicycle.rules.terms import Agent, Capacity, DelegationId
from hemicycle.storage import DATABASE_FAILED, Engine, StorageFailed, prove_writable
from hemicycle.views.audiences import Audience

P = ParamSpec("P")
T = TypeVar("T")
_log = logging.getLogger(__name__)

Heard = Callable[[LoginFacts], None]
"""Told of each login that sends a command, before it is decided."""
Opened = Callable[[Sitting], None]
"""Told of each meeting when this node begins to follow it."""
PresentNow = Callable[[str], frozenset[DelegationId]]
"""Meeting id → the delegations present at this moment."""


def _nobody(_meeting_id: str) -> frozenset[DelegationId]:
    return frozenset()


class Conductor:
    """Takes commands, answers them, publishes what they led to.

    ``present_now``: which delegations are present, a fact of every decision. ``heard``: who sends a command.
    These, and ``opened``, are set by whoever wires the service. ``most_together``: commands that one
    transaction carries.
    """

    def __init__(self, engine: Engine, clock: Clock, most_together: int = MOST_TOGETHER) -> None:
        self.writer = Writer(engine)
        self.clock = clock
        self.present_now: PresentNow = _nobody
        self.heard: Heard | None = None
        self.opened: Opened | None = None
        self._most_together = most_together
        self._queues: dict[str, Queue] = {}
        self._opening = asyncio.Lock()
        self._subscribers: list[Subscriber] = []
        self._health = Health(partial(self.in_thread, prove_writable, engine))

    def subscribe(self, subscriber: Subscriber) -> None:
        """Publish to this subscriber from now on, after those that subscribed before."""
        self._subscribers.append(subscriber)

    async def close(self) -> None:
        """Finish what has begun, refuse what waits, end the writing thread."""
        for queue in self._queues.values():
            await queue.close()
        await asyncio.to_thread(self.writer.close)

    async def handle(self, meeting_id: str, login: LoginFacts, command_id: str, payload: Json) -> Accepted:
        """Decide, append, commit, publish; then answer. See ``ports.Conductor``."""
        queue = await self._admitted(meeting_id, login)
        command = parse_command(command_id, payload)
        if self.heard is not None:
            self.heard(login)
        return await _answered(
            queue, Submission(id=command_id, command=command, actor=login.actor, payload=payload)
        )

    async def handle_clock(self, meeting_id: str, command: ClockCommand) -> Accepted:
        """The clock's own door; raises ProblemError (``stale``) where events have overtaken it."""
        return await self._from_agent(meeting_id, command, Agent.CLOCK)

    async def handle_presence(self, meeting_id: str, command: PresenceCommand) -> Accepted:
        """Presence's own door; raises ProblemError (``stale``) where nothing changes."""
        return await self._from_agent(meeting_id, command, Agent.PRESENCE)

    async def snapshot(self, meeting_id: str, audience: Audience) -> Snapshot:
        """The audience's whole view now."""
        sitting = await self.sitting(meeting_id)
        return Snapshot(
            epoch=sitting.epoch,
            seq=sitting.seq,
            audience=audience,
            view=sitting.view(audience),
            server_now=self.clock.now(),
            scale=self.clock.scale,
        )

    async def patches_since(
        self, meeting_id: str, audience: Audience, epoch: str, seq: int
    ) -> list[Patch] | None:
        """The patches after ``seq`` in order; None when they are not retained."""
        return (await self.sitting(meeting_id)).patches_since(audience, epoch, seq)

    async def sitting(self, meeting_id: str) -> Sitting:
        """The live meeting; sets up its log if it has none. ProblemError ``unknown-meeting``."""
        return (await self._queue(meeting_id)).sitting

    async def open_begun(self, conference: str | None = None) -> list[Sitting]:
        """Every meeting whose log has begun, of one conference or of all, by ascending id."""
        ids = await self.in_thread(opening.begun, self.writer.engine, conference)
        return [await self.sitting(meeting_id) for meeting_id in ids]

    async def catch_up(self, meeting_id: str, seq: int) -> None:
        """Read and publish what other nodes have appended, if the log is known to have reached ``seq``."""
        sitting = await self.sitting(meeting_id)
        if sitting.seq < seq:
            async with sitting.lock:
                if sitting.seq < seq:
                    recorded = await self.in_thread(
                        opening.read_on, self.writer.engine, meeting_id, sitting.seq
                    )
                    self.publish(sitting, recorded)

    async def ready(self) -> None:
        """Raise ProblemError ``not-stored`` where the database cannot be written to."""
        try:
            await self._health.check()
        except StorageFailed as error:
            raise ProblemError.of("not-stored", "The database cannot be written to.") from error

    def publish(self, sitting: Sitting, recorded: Sequence[Recorded]) -> None:
        """Take committed events into the sitting and tell the subscribers; ``sitting.lock`` is held."""
        for publication in sitting.advance(recorded):
            for subscriber in self._subscribers:
                _tell(subscriber, publication)

    async def _from_agent(self, meeting_id: str, command: AnyCommand, agent: Agent) -> Accepted:
        queue = await self._queue(meeting_id)
        return await _answered(
            queue, Submission(id=f"{agent}-{uuid4().hex}", command=command, actor=Actor(agent=agent))
        )

    async def admit(self, meeting_id: str, login: LoginFacts) -> None:
        """Raise ProblemError unless the login belongs to this meeting: unknown-meeting, foreign-meeting."""
        await self._admitted(meeting_id, login)

    async def _admitted(self, meeting_id: str, login: LoginFacts) -> Queue:
        """The login is looked at first: a foreign one does not so much as begin a log."""
        known = self._queues.get(meeting_id)
        door = (
            opening.Door(known.conference, known.sitting.meeting.delegations)
            if known is not None
            else await self.in_thread(opening.door, self.writer.engine, meeting_id)
        )
        if login.conference != door.conference or login.meeting not in {None, meeting_id}:
            raise ProblemError.of("foreign-meeting", "This login belongs to another meeting.")
        if login.capacity is Capacity.DELEGATE and login.delegation not in door.attending:
            raise ProblemError.of("foreign-meeting", "Your delegation does not attend this meeting.")
        return await self._queue(meeting_id)

    async def _queue(self, meeting_id: str) -> Queue:
        if meeting_id in self._queues:
            return self._queues[meeting_id]
        handed_on: tuple[str, ...] = ()
        async with self._opening:
            if meeting_id not in self._queues:
                opened = await self.in_thread(
                    opening.open_log, self.writer.engine, meeting_id, self.clock.now()
                )
                sitting = Sitting(meeting_id, opened.epoch, opened.recorded)
                self._queues[meeting_id] = Queue(
                    sitting, opened.conference, self._commit, self._most_together
                )
                handed_on = opened.former
                if self.opened is not None:
                    self.opened(sitting)
        for former in self._queues.keys() & set(handed_on):
            await self.catch_up(former, sys.maxsize)
        return self._queues[meeting_id]

    async def in_thread(self, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run on the writing thread, after what was handed to it before."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.writer.thread, partial(run, *args, **kwargs))

    async def _commit(self, sitting: Sitting, submissions: Sequence[Submission]) -> list[Answer]:
        """All in one transaction. If a command fails, each by itself: nobody fails with another's command.

        If the database itself fails, nothing is tried again: each try may wait as long as the first has.
        """
        try:
            return await self._stored(sitting, submissions)
        except DATABASE_FAILED:
            _log.exception("nothing of this can be stored", extra={"meeting": sitting.id})
            return [_not_stored() for _ in submissions]
        except Exception:  # noqa: BLE001 - a sender's answer, never the end of the meeting
            if len(submissions) == 1:
                _log.exception("this command cannot be decided", extra={"meeting": sitting.id})
                return [_not_stored()]
        return [answer for each in submissions for answer in await self._commit(sitting, [each])]

    async def _stored(self, sitting: Sitting, submissions: Sequence[Submission]) -> list[Answer]:
        """One transaction, published once it is committed. Raises what the database or a rule raises."""
        present = self.present_now(sitting.id)
        batch: Batch = await self.in_thread(
            self.writer.commit, sitting, submissions, present, self.clock.now()
        )
        self.publish(sitting, batch.recorded)
        return batch.answers


async def _answered(queue: Queue, submission: Submission) -> Accepted:
    answer = await queue.submit(submission)
    if isinstance(answer, ProblemError):
        raise ProblemError(answer.problem)
    return Accepted(answer)


def _not_stored() -> ProblemError:
    return ProblemError.of("not-stored", "The service could not store this; send it again.")


def _tell(subscriber: Subscriber, publication: Publication) -> None:
    """A subscriber that fails must not keep the others, or the sender, from the outcome."""
    try:
        subscriber.published(publication)
    except Exception:  # noqa: BLE001 - a subscriber must not keep others from the outcome
        _log.exception("a subscriber failed", extra={"meeting": publication.meeting_id})
