"""Settling, one by one, those who no longer fit the policy in force: nobody is dropped silently."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hemicycle.conduct import approving, moved, placing
from hemicycle.conduct.placing import Wanted
from hemicycle.conduct.roster import Rows, Step
from hemicycle.conduct.telling import tell
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import admission, audit, misfits, registrations, seats, units
from hemicycle.registry.misfits import Misfit
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Modality, ParticipantId, Role
from hemicycle.storage import Connection


class Settling(StrEnum):
    """What an officer does about somebody who no longer fits."""

    WITHDRAW = "withdraw"
    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """``modality`` and ``role``: where to, for a move; ``reason``: needed to keep."""

    participant: ParticipantId
    act: Settling
    modality: Modality | None = None
    role: Role | None = None
    reason: str | None = None


def rows(conference: str, settlement: Settlement, by: str) -> Rows[list[str]]:
    """What the settlement does; the value: the logins that have ended."""

    def settle(conn: Connection, now: datetime) -> Step[list[str]]:
        delegation = approving.common_delegation(conn, conference, [settlement.participant])
        seats.lock_delegations(conn, conference, {delegation})
        found = {each.participant: each for each in misfits.misfits(conn, conference)}
        misfit = found.get(settlement.participant)
        if misfit is None:
            raise ProblemError.of("fits", "This person fits the limits in force; there is nothing to settle.")
        moves: tuple[SeatMove, ...] = ()
        ended: list[str] = []
        match settlement.act:
            case Settling.WITHDRAW:
                moves, ended = _withdraw(conn, conference, misfit, now, by, settlement.reason)
            case Settling.MOVE:
                moves = _move(conn, conference, misfit, settlement, now, by)
            case Settling.KEEP:
                _keep(conn, conference, misfit, now, by, settlement.reason)
        subject = f"participant:{misfit.participant}"
        audit.note(conn, conference, now, by, f"settled: {settlement.act}", subject, over=list(misfit.over))
        return Step(moves, frozenset({delegation}), ended)

    return settle


def _withdraw(
    conn: Connection, conference: str, misfit: Misfit, now: datetime, by: str, reason: str | None
) -> tuple[tuple[SeatMove, ...], list[str]]:
    if misfit.registration is not None:
        state = RegistrationState.WITHDRAWN
        after = registrations.decide(conn, conference, misfit.registration, state, now, by, reason=reason)
        tell(conn, after, now, by)
    return placing.leaving(conn, conference, misfit.participant, by)


def _keep(
    conn: Connection, conference: str, misfit: Misfit, now: datetime, by: str, reason: str | None
) -> None:
    if not reason:
        raise ProblemError.of("reason-needed", "To keep somebody over the limit needs a reason.")
    for kind, unit in misfits.over_units(conn, conference, misfit):
        units.keep(conn, kind, conference, unit, reason, now, by)


def _move(
    conn: Connection, conference: str, misfit: Misfit, settlement: Settlement, now: datetime, by: str
) -> tuple[SeatMove, ...]:
    """Her place, pools and seats are of the new modality and role. Raises ProblemError: no room there."""
    if settlement.modality is None or settlement.role is None:
        raise ProblemError.of("invalid-request", "A move needs a modality and a role.")
    registered = misfit.registration and registrations.registration(conn, conference, misfit.registration)
    wanted = Wanted(
        participant=misfit.participant,
        delegation=misfit.delegation,
        modality=settlement.modality,
        role=settlement.role,
        sessions=registered.sessions if registered else (),
    )
    of = placing.terms(conn, conference, misfit.delegation, now)
    holders = placing.move(conn, conference, [wanted], of, {}, now, by)
    moved.tell(conn, conference, misfit.participant, (wanted.modality, wanted.role), now, by)
    if registered:
        admission.take_part_as(conn, registered, (wanted.modality, wanted.role, wanted.sessions), now, by)
    return placing.moves(holders)
