"""From a registration to a seat and a login, and back: each act one transaction, with the live logs in step.

Approvals go delegation by delegation, so that a meeting's commands pass between them. Deciding moments are in
service time, logins in real time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from hemicycle.conduct import approving, moved, placing
from hemicycle.conduct.approving import Asked, Seated
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.roster import Step, in_step
from hemicycle.conduct.settling import Settlement, Settling, settle
from hemicycle.conduct.telling import tell
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import registrations as rows
from hemicycle.registry import seats
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import ParticipantId
from hemicycle.storage import Connection, Engine, reading, writing

__all__ = [
    "Approved",
    "Decided",
    "Settlement",
    "Settling",
    "approve",
    "reject",
    "release",
    "settle",
    "swap",
    "withdraw",
]


@dataclass(slots=True)
class Approved:
    """``approved``: registration → participant; ``refused``: registration → its RFC 9457 problem;
    ``seated``: the participants who got a seat; the others are alternates.
    """

    approved: dict[str, ParticipantId] = field(default_factory=dict)
    refused: dict[str, dict[str, Any]] = field(default_factory=dict)
    seated: set[ParticipantId] = field(default_factory=set)


@dataclass(slots=True)
class Decided:
    """``done``: the registrations decided; ``refused``: registration → problem; ``ended``: logins that have
    ended with it, whose sockets the bus closes on every node.
    """

    done: list[str] = field(default_factory=list)
    refused: dict[str, dict[str, Any]] = field(default_factory=dict)
    ended: list[str] = field(default_factory=list)


async def approve(  # noqa: PLR0913 - whom, why, as what and as whom
    conductor: Conductor,
    conference: str,
    registrations: Sequence[str],
    login: LoginFacts,
    reason: str | None = None,
    *,
    as_named: bool = False,
    same_as: ParticipantId | None = None,
    public_url: str = "",
) -> Approved:
    """Approve: participant, place, pool place, a seat if one is free, login and a mail with its link.

    Without ``reason`` only those whom the note in force names just so; with it anybody, on record.
    ``as_named``: with the modality, role and sessions that the note names for her, whatever she asks for.
    ``same_as``: she is this person of the conference's file, whose place and seat become hers.
    One transaction for each delegation; one that is refused does not keep the others of it back.
    """
    done = Approved()
    known, done.refused = await conductor.in_thread(
        _delegations, conductor.writer.engine, conference, registrations
    )
    for delegation, of in groupby(sorted(known, key=lambda each: each[0]), key=lambda each: each[0]):
        chosen = tuple(registration for _, registration in of)
        asked = Asked(conference, delegation, chosen, login.id, reason, public_url, as_named, same_as)
        try:
            result, _ = await in_step(conductor, conference, approving.rows(asked), login, reason)
        except ProblemError as error:
            done.refused |= dict.fromkeys(chosen, error.problem)
        else:
            _take_in(done, result)
    return done


async def reject(
    conductor: Conductor, conference: str, registrations: Sequence[str], login: LoginFacts, reason: str
) -> Decided:
    """Refuse pending registrations, with a reason. Each person hears of it by mail."""
    decided = Decided()
    for registration in dict.fromkeys(registrations):
        try:
            await conductor.in_thread(
                _reject,
                conductor.writer.engine,
                conference,
                registration,
                conductor.clock.now(),
                login.id,
                reason,
            )
        except ProblemError as error:
            decided.refused[registration] = error.problem
        else:
            decided.done.append(registration)
    return decided


async def withdraw(
    conductor: Conductor,
    conference: str,
    registrations: Sequence[str],
    login: LoginFacts,
    reason: str | None = None,
    *,
    told: bool = True,
) -> Decided:
    """End pending and approved registrations: seat, place and login go. Who has the floor keeps all of it.

    ``told``: each person hears of it by mail.
    """
    decided = Decided()
    for registration in dict.fromkeys(registrations):
        ending = approving.withdrawing(conference, registration, login.id, reason, told=told)
        try:
            ended, _ = await in_step(conductor, conference, ending, login, reason)
        except ProblemError as error:
            decided.refused[registration] = error.problem
        else:
            decided.done.append(registration)
            decided.ended += ended
    return decided


async def release(
    conductor: Conductor,
    conference: str,
    participants: Sequence[ParticipantId],
    login: LoginFacts,
    reason: str | None = None,
) -> list[str]:
    """End what people hold who have no approved registration, as those of the conference's file: seats, place
    and logins. Gives the logins that have ended.

    Raises ProblemError: ``seat-refused`` (there is no such participant), ``registration-decided``
    (withdraw the registration), ``holder-speaking``; then all of them keep all of it.
    """
    rows = placing.releasing(conference, participants, login.id)
    ended, _ = await in_step(conductor, conference, rows, login, reason)
    return ended


async def swap(
    conductor: Conductor,
    conference: str,
    people: tuple[ParticipantId, ParticipantId],
    login: LoginFacts,
    reason: str | None = None,
) -> dict[str, int]:
    """Two people of a delegation exchange what seats they have; an alternate has none. Both are told by mail.
    Meeting → ``seq``.

    Raises ProblemError as ``change_roster``; also where neither has a seat (``seat-refused``).
    """
    one, other = people

    def exchange(conn: Connection, now: datetime) -> Step[None]:
        delegation = approving.common_delegation(conn, conference, people)
        seats.lock_delegations(conn, conference, {delegation})
        moves: list[SeatMove] = []
        for mine, theirs in ((one, other), (other, one)):
            held = seats.held_by(conn, conference, [mine])
            moves += [seats.move_of(seat.id, theirs) for seat in held]
        if not moves:
            raise seats.SeatTaken(f"neither {one} nor {other} has a seat", participant=one)
        moved.tell_all(conn, conference, moves, now, login.id)
        return Step(tuple(moves), frozenset({delegation}), None)

    _, seqs = await in_step(conductor, conference, exchange, login, reason)
    return seqs


def _delegations(
    engine: Engine, conference: str, registrations: Sequence[str]
) -> tuple[list[tuple[str, str]], dict[str, dict[str, Any]]]:
    """Delegation and id of each registration, and the problems of those that have none."""
    known: list[tuple[str, str]] = []
    refused: dict[str, dict[str, Any]] = {}
    with reading(engine) as conn:
        for registration in dict.fromkeys(registrations):
            try:
                delegation = rows.registration(conn, conference, registration).delegation
            except rows.RegistrationRefused as error:
                refused[registration] = approving.registration_refused(error).problem
                continue
            if delegation is None:
                says = "The registration names no delegation of the conference; say which it is of."
                refused[registration] = ProblemError.of("not-nominated", says).problem
            else:
                known.append((delegation, registration))
    return known, refused


def _reject(engine: Engine, conference: str, registration: str, at: datetime, by: str, reason: str) -> None:
    with writing(engine) as conn:
        try:
            before = rows.registration(conn, conference, registration)
            if before.state is not RegistrationState.PENDING:
                approved = before.state is RegistrationState.APPROVED
                instead = "; withdraw it instead" if approved else " already"
                raise rows.WrongState(f"registration {registration} is {before.state}{instead}")
            after = rows.decide(
                conn, conference, registration, RegistrationState.REJECTED, at, by, reason=reason
            )
        except rows.RegistrationRefused as error:
            raise approving.registration_refused(error) from error
        tell(conn, after, at, by)


def _take_in(done: Approved, result: Seated) -> None:
    done.approved |= result.approved
    done.refused |= result.refused
    done.seated |= result.seated
