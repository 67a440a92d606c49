"""Every change of who may speak: rows and logs together, or not at all."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Generic, TypeVar
from uuid import uuid4

from hemicycle.conduct import moved, opening, writer
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.sitting import Sitting, in_order
from hemicycle.conduct.writer import Draft
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.journal import reasons
from hemicycle.journal.log import Recorded
from hemicycle.registry import conferences, limits, places, seats, units
from hemicycle.registry.departed import SAYS, departed
from hemicycle.registry.roster import scopes_of
from hemicycle.rules.commands import ChangeRoster, SeatMove, Stamped
from hemicycle.rules.procedure import Procedure, RuleName
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, DelegationId, ParticipantId, Phase, SeatId
from hemicycle.storage import Connection, Engine, StorageFailed, writing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """What a transaction has done to other rows, and the seats that change hands with it."""

    moves: tuple[SeatMove, ...]
    delegations: frozenset[DelegationId]
    value: T


Rows = Callable[[Connection, datetime], Step[T]]
"""Locks the delegations concerned (``seats.lock_delegations``) and changes rows. May be called again."""


@dataclass(frozen=True, slots=True)
class _Change(Generic[T]):
    """What is asked, by whom and why."""

    conference: str
    rows: Rows[T]
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
    *,
    former: Mapping[SeatId, ParticipantId | None] | None = None,
) -> dict[str, int]:
    """Give seats to other people, in the rows and in every unfinished meeting that has begun its log.

    Takes moves within delegations of one conference; ``reason``: free text, kept apart from the log;
    ``former``: who must hold these seats until now, None: nobody, so that of two desks the second is told.
    Whoever is moved by it is told by mail.
    Returns meeting id → ``seq`` after the change. Raises ProblemError: ``seat-refused`` with the
    constraint that refused, a rule's refusal (``holder-speaking``), or ``not-stored``; then nothing has
    changed anywhere. A caller that is cancelled cancels nothing.
    """
    concerned = frozenset(m.delegation for m in moves)

    def rows(conn: Connection, now: datetime) -> Step[None]:
        seats.lock_delegations(conn, conference, concerned)
        seats.require_holders(conn, conference, former or {})
        _require_members(conn, conference, moves)
        moved.tell_all(conn, conference, moves, now, login.id)
        return Step(tuple(moves), concerned, None)

    _, seqs = await in_step(conductor, conference, rows, login, reason)
    return seqs


async def in_step(
    conductor: Conductor, conference: str, rows: Rows[T], login: LoginFacts, reason: str | None = None
) -> tuple[T, dict[str, int]]:
    """Change rows in one transaction, with the seats and the live logs that follow from it.

    Returns what ``rows`` gave and meeting → ``seq``. Raises as ``change_roster``, and what ``rows`` raises.
    """
    change = _Change(conference, rows, login, reason, f"roster-{uuid4().hex}")
    return await asyncio.shield(asyncio.create_task(_change(conductor, change)))


async def _change(conductor: Conductor, change: _Change[T]) -> tuple[T, dict[str, int]]:
    while True:
        sittings = in_order(await conductor.open_begun(change.conference))
        try:
            return await _locked(conductor, sittings, change)
        except _MoreBegun:
            continue


async def _locked(
    conductor: Conductor, sittings: Sequence[Sitting], change: _Change[T]
) -> tuple[T, dict[str, int]]:
    async with AsyncExitStack() as locks:
        for sitting in sittings:
            await locks.enter_async_context(sitting.lock)
        try:
            value, recorded = await conductor.in_thread(
                partial(_commit, conductor.writer.engine, sittings, change, conductor.clock.now())
            )
        except StorageFailed as error:
            raise ProblemError.of("not-stored", "The service could not store this; send it again.") from error
        for sitting in sittings:
            conductor.publish(sitting, recorded[sitting.id])
        return value, {s.id: s.seq for s in sittings if s.meeting.phase is not Phase.ADJOURNED}


def _commit(
    engine: Engine, sittings: Sequence[Sitting], change: _Change[T], now: datetime
) -> tuple[T, dict[str, list[Recorded]]]:
    """Rows and their locks first, then the heads by ascending id; decide for each, then change the seats."""
    drafts: list[Draft] = []
    with writing(engine) as conn:
        try:
            conferences.lock(conn, change.conference, shared=True)
            step = change.rows(conn, now)
            if set(opening.begun_in(conn, change.conference)) - {s.id for s in sittings}:
                raise _MoreBegun
            policy = limits.version_in_force(conn, change.conference, now)
            for sitting in sittings:
                drafts.append(writer.begin(conn, sitting, now))
                if drafts[-1].meeting.phase is not Phase.ADJOURNED:
                    _append(conn, drafts[-1], change, step.moves, policy)
            seats.apply_moves(conn, change.conference, step.moves, now, change.login.id)
            tidy(conn, change.conference, step.delegations, now, change.login.id)
        except seats.SeatRefused as error:
            raise seat_refused(error, _procedure(conn, change.conference)) from error
        except Refused as refusal:
            raise refused(refusal, drafts[-1].meeting.procedure if drafts else None) from refusal
    return step.value, {draft.id: draft.recorded for draft in drafts}


def _require_members(conn: Connection, conference: str, moves: Sequence[SeatMove]) -> None:
    """Who has departed is given no seat. Raises ``UnknownHolder``."""
    gone = departed(conn, conference)
    for move in moves:
        if move.participant is not None and move.participant in gone:
            says = f"{move.participant} takes no part: {SAYS[gone[move.participant]]}"
            raise seats.UnknownHolder(says, seat=move.seat, participant=move.participant)


def tidy(
    conn: Connection, conference: str, delegations: frozenset[DelegationId], now: datetime, by: str
) -> None:
    """Units that are over go once they are free; whoever fits into what has become free is over no more."""
    if units.any_over(conn, conference, delegations):
        policy = limits.in_force(conn, conference, now)
        limits.follow(conn, conference, policy, sorted(delegations), now, by)
        places.follow_pools(conn, conference, policy, now, by)


def seat_refused(error: seats.SeatRefused, procedure: Procedure) -> ProblemError:
    """The constraint that refused; a limit cites the rule that limits come from."""
    more = limit_rule(procedure) if isinstance(error, seats.LimitReached) else {}
    return ProblemError.of("seat-refused", str(error), reason=error.code, params=dict(error.params), **more)


def limit_rule(procedure: Procedure) -> dict[str, str]:
    """The rule about limits, with its citation where the procedure has one."""
    text = procedure.rules.get(RuleName.ROLE_LIMITS)
    cited = {} if text is None else {"citation": text.citation}
    return {"rule": RuleName.ROLE_LIMITS.value, **cited}


def _procedure(conn: Connection, conference: str) -> Procedure:
    return conferences.conference(conn, conference).procedure


def _append(
    conn: Connection, draft: Draft, change: _Change[T], moves: Sequence[SeatMove], policy: int
) -> None:
    """The moves that count in this meeting, by scope and by who attends it; without any it hears nothing."""
    scopes = scopes_of(conn, change.conference, draft.id)
    known = draft.meeting.delegations
    counting = tuple(m for m in moves if m.delegation in known and seats.read_seat(m.seat).scope in scopes)
    if not counting:
        return
    actor = replace(change.login.actor, agent=Agent.REGISTRY)
    command = ChangeRoster(moves=counting, policy=max(draft.meeting.policy, policy))
    writer.append(conn, draft, Stamped(command=command, id=change.id, at=draft.at, actor=actor))
    if change.reason:
        reasons.keep(conn, draft.id, change.id, change.reason, draft.at)
