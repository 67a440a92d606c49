"""Every change of who may speak: rows and logs together, or not at all."""

import asyncio
import contextlib
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from hemicycle.conduct import opening, writer
from hemicycle.conduct.conductor import Conductor, actor_of
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.sitting import Sitting, in_order
from hemicycle.conduct.writer import Draft
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.journal import reasons
from hemicycle.journal.log import Recorded
from hemicycle.registry import conferences, seats
from hemicycle.registry.roster import scopes_of
from hemicycle.rules.commands import ChangeRoster, SeatMove, Stamped
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, Phase
from hemicycle.storage import Connection, Engine, StorageFailed, writing


@dataclass(frozen=True, slots=True)
class _Change:
    """What is asked, by whom and why."""

    conference: str
    moves: tuple[SeatMove, ...]
    login: LoginFacts
    reason: str | None
    id: str


class _MoreBegun(Exception):
    """A meeting has begun its log meanwhile, with the roster as it was: it has to follow too."""


async def change_roster(
    conductor: Conductor,
    conference: str,
    moves: Sequence[SeatMove],
    login: LoginFacts,
    reason: str | None = None,
) -> dict[str, int]:
    """Give seats to other people, in the rows and in every unfinished meeting that has begun its log.

    Takes moves within delegations of one conference; ``reason``: free text, kept apart from the log.
    Returns meeting id → ``seq`` after the change. Raises ProblemError: ``seat-refused`` with the
    constraint that refused, a rule's refusal (``holder-speaking``), or ``not-stored``; then nothing has
    changed anywhere. A caller that is cancelled cancels nothing.
    """
    change = _Change(conference, tuple(moves), login, reason, f"roster-{uuid4().hex}")
    return await asyncio.shield(asyncio.create_task(_change(conductor, change)))


async def _change(conductor: Conductor, change: _Change) -> dict[str, int]:
    while True:
        sittings = in_order(await conductor.open_begun(change.conference))
        with contextlib.suppress(_MoreBegun):
            return await _locked(conductor, sittings, change)


async def _locked(conductor: Conductor, sittings: Sequence[Sitting], change: _Change) -> dict[str, int]:
    async with AsyncExitStack() as locks:
        for sitting in sittings:
            await locks.enter_async_context(sitting.lock)
        try:
            recorded = await conductor.in_thread(
                _commit, conductor.writer.engine, sittings, change, conductor.clock.now()
            )
        except StorageFailed as error:
            raise ProblemError.of("not-stored", "The service could not store this; send it again.") from error
        for sitting in sittings:
            conductor.publish(sitting, recorded[sitting.id])
        return {s.id: s.seq for s in sittings if s.meeting.phase is not Phase.ADJOURNED}


def _commit(
    engine: Engine, sittings: Sequence[Sitting], change: _Change, now: datetime
) -> dict[str, list[Recorded]]:
    """Seat rows first, then the heads by ascending id; decide for each, then change the rows."""
    drafts: list[Draft] = []
    with writing(engine) as conn:
        try:
            conferences.lock(conn, change.conference, shared=True)
            delegations = sorted({m.delegation for m in change.moves})
            seats.lock_delegations(conn, change.conference, delegations)
            if set(opening.begun_in(conn, change.conference)) - {s.id for s in sittings}:
                raise _MoreBegun
            for sitting in sittings:
                drafts.append(writer.begin(conn, sitting, now))
                if drafts[-1].meeting.phase is not Phase.ADJOURNED:
                    _append(conn, drafts[-1], change)
            seats.apply_moves(conn, change.conference, change.moves, now, change.login.id)
        except seats.SeatRefused as error:
            raise ProblemError.of(
                "seat-refused", str(error), reason=error.code, params=dict(error.params)
            ) from error
        except Refused as refusal:
            raise refused(refusal, drafts[-1].meeting.procedure if drafts else None) from refusal
    return {draft.id: draft.recorded for draft in drafts}


def _append(conn: Connection, draft: Draft, change: _Change) -> None:
    """The moves that count in this meeting, by scope and by who attends it; none: it does not hear of them."""
    scopes = scopes_of(conn, change.conference, draft.id)
    known = draft.meeting.delegations
    moves = tuple(m for m in change.moves if m.delegation in known and seats.read_seat(m.seat).scope in scopes)
    if not moves:
        return
    actor = replace(actor_of(change.login), agent=Agent.REGISTRY)
    command = ChangeRoster(moves=moves, policy=draft.meeting.policy)
    writer.append(conn, draft, Stamped(command=command, id=change.id, at=draft.at, actor=actor))
    if change.reason:
        reasons.keep(conn, draft.id, change.id, change.reason, draft.at)
