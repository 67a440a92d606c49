"""The transactions of a meeting: head lock, receipt, authorization, decision, append, receipt, commit.

All of it runs in one thread of its own. What waits together is committed together: one durable
commit may carry many commands, each with its own receipt. Nothing is acknowledged before the commit.
"""

import secrets
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from hemicycle.access import login_refusals, logins
from hemicycle.access.table import authorize
from hemicycle.conduct.sitting import Sitting
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.journal import log, reasons, receipts
from hemicycle.journal.log import Recorded
from hemicycle.registry import booths, conferences
from hemicycle.rules import signals
from hemicycle.rules.commands import Actor, AnyCommand, Command, Facts, StaffBooth, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, Capacity, DelegationId, Modality, ParticipantId, Source
from hemicycle.storage import Connection, Engine, writing

_NAMING = frozenset({"booth", "mark"})
"""What of a signal's payload is one booth's alone."""
LOTS = 2**53
"""How many lots there are to draw from: so many more than States that each is as likely as another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A command on its way. ``payload``: as it came, for its receipt; None from the service's own parts."""

    id: str
    command: AnyCommand
    actor: Actor
    payload: Mapping[str, Any] | None = None


Answer = int | ProblemError
"""The ``seq`` of the last event of an accepted command, or why it was refused."""


@dataclass(slots=True)
class Batch:
    """What one transaction did: the events appended (others' that were missed come first), the answers."""

    recorded: list[Recorded] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A meeting's state inside a transaction."""

    id: str
    meeting: Meeting
    seq: int
    at: datetime
    recorded: list[Recorded]


class Writer:
    """The node's writing thread. ``close()`` waits for what has begun."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="hemicycle-writer")

    def close(self) -> None:
        """End the thread after the transactions that have begun."""
        self.thread.shutdown(wait=True)

    def commit(
        self,
        sitting: Sitting,
        submissions: Sequence[Submission],
        present: frozenset[DelegationId],
        now: datetime,
    ) -> Batch:
        """Decide and append all submissions in one durable transaction. Raises what the database raises."""
        with writing(self.engine) as conn:
            draft = begin(conn, sitting, now)
            answers = [_answer(conn, draft, each, present) for each in submissions]
        return Batch(draft.recorded, answers)


def begin(conn: Connection, sitting: Sitting, now: datetime) -> Draft:
    """Lock the meeting's head and take in what other nodes have appended since."""
    head = log.lock_head(conn, sitting.id)
    missed = log.read(conn, sitting.id, after=sitting.seq) if head.seq != sitting.seq else []
    meeting = fold((r.event for r in missed), sitting.meeting)
    last_at = missed[-1].at if missed else sitting.last_at
    at = now.replace(microsecond=now.microsecond // 1000 * 1000)
    return Draft(sitting.id, meeting, head.seq, max(at, last_at or at), list(missed))


def append(conn: Connection, draft: Draft, stamped: Stamped) -> int:
    """Decide, append and evolve inside the transaction; the ``seq`` after it. Raises Refused."""
    events = decide(draft.meeting, stamped)
    if events:
        added = log.append(
            conn, draft.id, draft.seq, signals.unsigned(draft.meeting, stamped, events), events
        )
        draft.recorded.extend(added)
        draft.seq = added[-1].seq
        draft.meeting = fold(events, draft.meeting)
    return draft.seq


def _answer(
    conn: Connection, draft: Draft, submission: Submission, present: frozenset[DelegationId]
) -> Answer:
    if submission.payload is None:
        try:
            return append(conn, draft, _stamped(draft, submission, Facts(present=present)))
        except Refused as refusal:
            return _refused(draft.meeting, refusal)
    login, payload_hash = _remembered(draft.meeting, submission, submission.payload)
    receipt = receipts.find(conn, draft.id, submission.id)
    if receipt is not None:
        return _same_answer(receipt, login, payload_hash)
    answer = _decided(conn, draft, submission, present)
    outcome = receipts.Accepted(answer) if isinstance(answer, int) else receipts.RefusedWith(answer.problem)
    receipts.remember(conn, draft.id, receipts.Receipt(submission.id, login, payload_hash, outcome, draft.at))
    return answer


def _remembered(
    meeting: Meeting, submission: Submission, payload: Mapping[str, Any]
) -> tuple[str | None, str]:
    """By whom and what a receipt is known again. Of slow down it says neither who nor which booth: of so few
    booths a hash would tell it. The command's id, which its sender makes up, is enough.
    """
    if not signals.unnamed(meeting, submission.command, submission.actor):
        return submission.actor.login, receipts.payload_hash(payload)
    return None, receipts.payload_hash({k: v for k, v in payload.items() if k not in _NAMING})


def _refused(meeting: Meeting, refusal: Refused) -> ProblemError:
    """In words that name delegations, not their ids."""
    names = {each.id: each.names["en"] for each in meeting.delegations.values()}
    return refused(refusal, meeting.procedure, names)


def _same_answer(receipt: receipts.Receipt, login: str | None, payload_hash: str) -> Answer:
    """The same id again gets the same answer; with another payload or login, nothing but a refusal."""
    if not receipt.answers(login, payload_hash):
        return ProblemError.of("id-reused", "This command id has been used for something else.")
    match receipt.outcome:
        case receipts.Accepted(seq):
            return seq
        case receipts.RefusedWith(problem):
            return ProblemError(dict(problem))


def _decided(
    conn: Connection, draft: Draft, submission: Submission, present: frozenset[DelegationId]
) -> Answer:
    command = submission.command
    try:
        logins.require_live(conn, submission.actor.login, datetime.now(UTC))
        assert isinstance(command, Command)  # noqa: S101 - only these come with a payload
        authorize(draft.meeting, command, submission.actor)
        facts = Facts(present=present, interpreters=_interpreters(conn, draft, command))
        seq = append(conn, draft, _stamped(draft, submission, facts))
    except Refused as refusal:
        return _refused(draft.meeting, refusal)
    except login_refusals.LoginRefused as error:
        return ProblemError.of("login-revoked", str(error))
    reason = getattr(command, "reason", None) or getattr(command, "override", None)
    if reason:
        reasons.keep(conn, draft.id, submission.id, reason, draft.at)
    return seq


def _stamped(draft: Draft, submission: Submission, facts: Facts) -> Stamped:
    source = source_of(draft.meeting, submission.actor)
    return Stamped(
        command=submission.command,
        id=submission.id,
        at=draft.at,
        actor=submission.actor,
        facts=replace(facts, source=source, lot=secrets.randbelow(LOTS)),
    )


def _interpreters(conn: Connection, draft: Draft, command: Command) -> frozenset[ParticipantId] | None:
    """Who may work in a booth, told where one is staffed."""
    if not isinstance(command, StaffBooth):
        return None
    return booths.interpreters(conn, conferences.meeting(conn, draft.id).conference)


def source_of(meeting: Meeting, actor: Actor) -> Source:
    """Where a request comes from: the seat of the person who asks, else the desk. No client says it."""
    if actor.agent is not Agent.LOGIN or actor.capacity is not Capacity.DELEGATE:
        return Source.DESK
    seat = meeting.seat_of(actor.participant)
    online = seat is not None and seat.modality is Modality.ONLINE
    return Source.ONLINE if online else Source.ROOM
