"""Policies come to hold: at once, or by the clock at their moment; derived from the rows at start."""

import logging
from datetime import datetime, timedelta
from functools import partial

from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import LoginFacts
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import conferences, limits, misfits, places
from hemicycle.registry.limits import PolicyRefused
from hemicycle.registry.misfits import Misfit
from hemicycle.registry.policy import NewPolicy, Policy
from hemicycle.storage import Connection, Engine, StorageFailed, writing

BY = "policy"
"""Who applies a policy that has come to hold, in the rows."""
RETRY = timedelta(seconds=10)
"""Real time until a policy that could not be applied is tried again."""
_log = logging.getLogger(__name__)


async def publish_policy(conductor: Conductor, conference: str, new: NewPolicy, login: LoginFacts) -> Policy:
    """Publish a version; apply it at once if it holds already, else the clock does at its moment.

    Raises ProblemError ``policy-refused``.
    """
    engine, now = conductor.writer.engine, conductor.clock.now()
    published = await conductor.in_thread(_publish, engine, conference, new, now, login.id)
    await apply_policy(conductor, conference)
    return published


async def apply_policy(conductor: Conductor, conference: str | None = None) -> None:
    """Apply what has come to hold, of one conference or all, and let the clock call again for the next.

    Called at start and by the clock. Doing it again changes nothing.
    """
    clock, engine = conductor.clock, conductor.writer.engine
    try:
        coming = await conductor.in_thread(_apply, engine, conference, clock.now())
    except StorageFailed:
        _log.exception("a policy could not be applied; it is tried again")
        coming = {conference: clock.now() + RETRY * clock.scale}
    for which, moment in coming.items():
        clock.wake_at(moment, f"policy of {which or 'all'}", partial(apply_policy, conductor, which))


async def preview(conductor: Conductor, conference: str, new: NewPolicy) -> tuple[Misfit, ...]:
    """Who would not fit under this policy; nothing changes. Raises ProblemError ``policy-refused``."""
    return await conductor.in_thread(
        _preview, conductor.writer.engine, conference, new, conductor.clock.now()
    )


def _publish(engine: Engine, conference: str, new: NewPolicy, now: datetime, by: str) -> Policy:
    with writing(engine) as conn:
        conferences.lock(conn, conference, shared=False)
        return _published(conn, conference, new, now, by)


def _published(conn: Connection, conference: str, new: NewPolicy, now: datetime, by: str) -> Policy:
    try:
        return limits.publish(conn, conference, new, now, by)
    except PolicyRefused as error:
        raise ProblemError.of("policy-refused", str(error)) from error


def _apply(engine: Engine, conference: str | None, now: datetime) -> dict[str | None, datetime]:
    """Apply what is due; the moment of the next, by conference."""
    coming: dict[str | None, datetime] = {}
    with writing(engine) as conn:
        for each in conferences.conferences(conn):
            if conference in {None, each.id}:
                conferences.lock(conn, each.id, shared=False)
                _follow(conn, each.id, now)
                later = [p.holds_from for p in limits.policies(conn, each.id) if p.holds_from > now]
                if later:
                    coming[each.id] = min(later)
    return coming


def _follow(conn: Connection, conference: str, now: datetime) -> None:
    policy = next((p for p in reversed(limits.policies(conn, conference)) if p.holds_from <= now), None)
    if policy is not None and policy.applied_at is None:
        limits.follow(conn, conference, policy, None, now, BY)
        limits.applied(conn, conference, policy.version, now, BY)
        places.follow_pools(conn, conference, policy, now, BY)


def _preview(engine: Engine, conference: str, new: NewPolicy, now: datetime) -> tuple[Misfit, ...]:
    """Done and undone: what would follow is what does follow."""
    with writing(engine) as conn:
        conferences.lock(conn, conference, shared=False)
        undo = conn.begin_nested()
        policy = _published(conn, conference, new, now, BY)
        limits.follow(conn, conference, policy, None, now, BY)
        places.follow_pools(conn, conference, policy, now, BY)
        found = misfits.misfits(conn, conference)
        undo.rollback()
        return found
