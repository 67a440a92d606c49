"""Every change of who may speak: rows and logs together, or not at all."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from uuid import uuid4

from hemicycle.conduct import writer
from hemicycle.conduct.conductor import Conductor, actor_of
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.sitting import Sitting, in_order
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.journal.log import Recorded
from hemicycle.registry import seats
from hemicycle.rules.commands import Actor, ChangeRoster, SeatMove, Stamped
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, Phase
from hemicycle.storage import Engine, writing


async def change_roster(
    conductor: Conductor, conference: str, moves: Sequence[SeatMove], login: LoginFacts
) -> dict[str, int]:
    """Give seats to other people, in the rows and in every unfinished meeting that has begun its log.

    Takes moves within delegations of one conference. Returns meeting id → ``seq`` after the change.
    Raises ProblemError: ``seat-refused`` with the constraint that refused, or a rule's refusal
    (``holder-speaking``); then nothing has changed anywhere.
    """
    opened = await conductor.open_begun(conference)
    sittings = in_order(s for s in opened if s.meeting.phase is not Phase.ADJOURNED)
    async with AsyncExitStack() as locks:
        for sitting in sittings:
            await locks.enter_async_context(sitting.lock)
        recorded = await conductor.in_thread(
            _commit, conductor.writer.engine, conference, sittings, moves, login, conductor.clock.now()
        )
        for sitting in sittings:
            conductor.publish(sitting, recorded[sitting.id])
        return {s.id: s.seq for s in sittings}


def _commit(
    engine: Engine,
    conference: str,
    sittings: Sequence[Sitting],
    moves: Sequence[SeatMove],
    login: LoginFacts,
    now: datetime,
) -> dict[str, list[Recorded]]:
    drafts = []
    command_id = f"roster-{uuid4().hex}"
    with writing(engine) as conn:
        try:
            seats.lock_delegations(conn, conference, sorted({m.delegation for m in moves}))
            for sitting in sittings:
                draft = writer.begin(conn, sitting, now)
                drafts.append(draft)
                actor = actor_of(login)
                writer.append(
                    conn,
                    draft,
                    Stamped(
                        command=ChangeRoster(moves=tuple(moves), policy=draft.meeting.policy),
                        id=command_id,
                        at=draft.at,
                        actor=Actor(
                            agent=Agent.REGISTRY,
                            capacity=actor.capacity,
                            participant=actor.participant,
                            login=actor.login,
                        ),
                    ),
                )
            seats.apply_moves(conn, conference, moves, now, login.id)
        except seats.SeatRefused as error:
            raise ProblemError.of(
                "seat-refused", str(error), reason=error.code, params=error.params
            ) from error
        except Refused as refusal:
            raise refused(refusal, drafts[-1].meeting.procedure if drafts else None) from refusal
    return {draft.id: draft.recorded for draft in drafts}
