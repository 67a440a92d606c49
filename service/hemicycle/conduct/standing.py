"""The standing of an adjourned meeting goes to the one that continues it: docs/decisions/0007.

Both logs change in one transaction, so that an item's list stands in one of them, whatever breaks off.
Whoever comes second finds it done. The caller owns the transaction and runs on the writing thread. Whoever
locks the heads of several logs holds the conference's lock, so that no two wait for each other.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hemicycle.conduct.writer import Draft, append
from hemicycle.journal import log
from hemicycle.journal.log import Recorded
from hemicycle.registry import chain, conferences
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.commands import (
    Actor,
    HandOnStanding,
    InheritStanding,
    RegistryCommand,
    SetUpMeeting,
    Stamped,
)
from hemicycle.rules.events import MeetingCalledToOrder, MeetingSetUp
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import Agent, ItemId, Phase
from hemicycle.storage import Connection


@dataclass(frozen=True, slots=True)
class Former:
    """A meeting that is over, and what of it another one continues."""

    meeting: Meeting
    items: tuple[ItemId, ...]


def begin(conn: Connection, facts: MeetingFacts, set_up: MeetingSetUp, now: datetime) -> tuple[str, ...]:
    """Begin a log with what stands already; the meetings that handed it on. The conference is locked.

    The latest of them is told in the set-up itself, further ones (of a joint meeting) right after it.
    """
    log.begin(conn, facts.id)
    formers = list(_over(conn, facts, (), now, lock=True))
    told = standing_of(formers[-1].meeting, formers[-1].items) if formers else Standing()
    draft = _draft(conn, facts.id, now)
    append(conn, draft, _stamped("set-up", SetUpMeeting(set_up=replace(set_up, standing=told)), draft))
    for former in formers[:-1]:
        _inherit(conn, draft, former)
    return tuple(_hand_on(conn, former, facts.id, now) for former in formers)


def take_over(conn: Connection, facts: MeetingFacts, now: datetime) -> tuple[str, ...]:
    """Take over what can be, in a log that has begun; the meetings that handed it on, often none.

    Nothing after the call to order, and nothing twice.
    """
    if not _left(conn, facts, now, lock=False):
        return ()
    conferences.lock(conn, facts.conference, shared=False)
    draft = _draft(conn, facts.id, now)
    handed_on = _left(conn, facts, now, lock=True)
    for former in handed_on:
        _inherit(conn, draft, former)
    return tuple(_hand_on(conn, former, facts.id, now) for former in handed_on)


def _left(conn: Connection, facts: MeetingFacts, now: datetime, *, lock: bool) -> list[Former]:
    recorded = log.read(conn, facts.id)
    if not recorded or any(isinstance(r.event, MeetingCalledToOrder) for r in recorded):
        return []
    return list(_over(conn, facts, _folded(recorded).inherited, now, lock=lock))


def _over(
    conn: Connection, facts: MeetingFacts, but: Collection[str], now: datetime, *, lock: bool
) -> Iterator[Former]:
    """The adjourned meetings that this one continues, the latest last.

    Nothing goes past a meeting that still goes on or may yet be held; one that nobody opened until it should
    have ended was not held.
    """
    planned = conferences.meetings(conn, facts.conference)
    begun = {m.id for m in planned if log.head(conn, m.id) is not None}
    among = [m.id for m in planned if m.id in begun or m.ends_at > now]
    continued = chain.continued(conn, facts.conference, facts.id, among)
    asked = [m.id for m in planned if m.id in begun & continued.keys() - set(but)]
    if lock:
        for each in sorted(asked):
            log.lock_head(conn, each)
    for each in asked:
        meeting = _folded(log.read(conn, each))
        if meeting.phase is Phase.ADJOURNED:
            yield Former(meeting, continued[each])


def _inherit(conn: Connection, draft: Draft, former: Former) -> None:
    command = InheritStanding(standing=standing_of(former.meeting, former.items))
    append(conn, draft, _stamped(f"standing-of-{former.meeting.id}", command, draft))


def _hand_on(conn: Connection, former: Former, to: str, now: datetime) -> str:
    draft = _draft(conn, former.meeting.id, now)
    append(conn, draft, _stamped(f"standing-to-{to}", HandOnStanding(to=to, items=former.items), draft))
    return former.meeting.id


def _draft(conn: Connection, meeting_id: str, now: datetime) -> Draft:
    head = log.lock_head(conn, meeting_id)
    recorded = log.read(conn, meeting_id)
    at = now.replace(microsecond=now.microsecond // 1000 * 1000)
    last = recorded[-1].at if recorded else at
    return Draft(meeting_id, _folded(recorded), head.seq, max(at, last), [])


def _folded(recorded: Sequence[Recorded]) -> Meeting:
    return fold((r.event for r in recorded), EMPTY)


def _stamped(command_id: str, command: RegistryCommand, draft: Draft) -> Stamped:
    return Stamped(command=command, id=command_id, at=draft.at, actor=Actor(agent=Agent.REGISTRY))
