"""Settling those who no longer fit the policy in force, one or many at once: nobody is dropped silently.

One transaction for each delegation, so that a meeting's commands pass between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any

from hemicycle.conduct import approving, moved, placing
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.placing import Holders, Wanted
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.roster import Rows, Step, in_step
from hemicycle.conduct.telling import tell
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import admission, audit, misfits, people, registrations, seats, units
from hemicycle.registry.misfits import Misfit
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role
from hemicycle.storage import Connection, Engine, reading


class Settling(StrEnum):
    """What an officer does about somebody who no longer fits."""

    WITHDRAW = "withdraw"
    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """``modality`` and ``role``: where to, for a move; ``reason``: needed to keep."""

    participants: Sequence[ParticipantId]
    act: Settling
    modality: Modality | None = None
    role: Role | None = None
    reason: str | None = None


@dataclass(slots=True)
class Settled:
    """``done``: who is settled; ``refused``: participant → its RFC 9457 problem; ``ended``: logins."""

    done: list[ParticipantId] = field(default_factory=list)
    refused: dict[ParticipantId, dict[str, Any]] = field(default_factory=dict)
    ended: list[str] = field(default_factory=list)

    def add(self, other: "Settled") -> None:
        """What came of another delegation."""
        self.done += other.done
        self.refused |= other.refused
        self.ended += other.ended


async def settle(conductor: Conductor, conference: str, settlement: Settlement, login: LoginFacts) -> Settled:
    """Settle those who no longer fit the policy in force: each goes, moves where there is room, or is kept.

    Who is refused keeps nobody else back: ``seat-refused`` (there is no such person), ``fits`` (nothing is to
    be settled), ``reason-needed``, ``invalid-request`` (a move without modality and role), ``limit-reached``,
    ``pool-full``, ``holder-speaking``, ``not-stored``.
    """
    engine, who = conductor.writer.engine, dict.fromkeys(settlement.participants)
    of = await conductor.in_thread(_delegations, engine, conference, tuple(who))
    settled = Settled(refused={each: _unknown(each).problem for each in who if each not in of})
    for delegation, some in groupby(sorted(of, key=lambda each: of[each]), key=lambda each: of[each]):
        settled.add(await _settle_of(conductor, conference, delegation, tuple(some), settlement, login))
    return settled


async def _settle_of(
    conductor: Conductor,
    conference: str,
    delegation: DelegationId,
    some: Sequence[ParticipantId],
    settlement: Settlement,
    login: LoginFacts,
) -> Settled:
    """People of one delegation together; where a meeting or the storage refuses that, each alone."""
    asked = _Asked(conference, delegation, some, settlement, login.id)
    try:
        settled, _ = await in_step(conductor, conference, asked.rows(), login, settlement.reason)
    except ProblemError as error:
        if len(some) == 1:
            return Settled(refused={some[0]: error.problem})
        settled = Settled()
        for one in some:
            settled.add(await _settle_of(conductor, conference, delegation, (one,), settlement, login))
    return settled


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom of one delegation to settle how, and by whom."""

    conference: str
    delegation: DelegationId
    who: Sequence[ParticipantId]
    settlement: Settlement
    by: str

    def rows(self) -> Rows[Settled]:
        """Each of them; one who is refused is undone by herself."""

        def settle(conn: Connection, now: datetime) -> Step[Settled]:
            seats.lock_delegations(conn, self.conference, {self.delegation})
            found = {
                each.participant: each for each in misfits.misfits(conn, self.conference, self.delegation)
            }
            result, holders = Settled(), dict[str, ParticipantId | None]()
            for who in self.who:
                inner = conn.begin_nested()
                try:
                    after = self._settle(conn, found.get(who), holders, result, now)
                except ProblemError as error:
                    inner.rollback()
                    result.refused[who] = error.problem
                else:
                    inner.commit()
                    holders |= after
                    result.done.append(who)
            return Step(placing.moves(holders), frozenset({self.delegation}), result)

        return settle

    def _settle(
        self, conn: Connection, misfit: Misfit | None, holders: Holders, result: Settled, now: datetime
    ) -> Holders:
        """The seats that change hands with it."""
        if misfit is None:
            raise ProblemError.of("fits", "This person fits the limits in force; there is nothing to settle.")
        after: Holders = {}
        match self.settlement.act:
            case Settling.WITHDRAW:
                after = self._withdraw(conn, misfit, result, now)
            case Settling.MOVE:
                after = self._move(conn, misfit, holders, now)
            case Settling.KEEP:
                self._keep(conn, misfit, now)
        subject = f"participant:{misfit.participant}"
        act = f"settled: {self.settlement.act}"
        audit.note(conn, self.conference, now, self.by, act, subject, over=list(misfit.over))
        return after

    def _withdraw(self, conn: Connection, misfit: Misfit, result: Settled, now: datetime) -> Holders:
        if misfit.registration is not None:
            state, reason = RegistrationState.WITHDRAWN, self.settlement.reason
            try:
                after = registrations.decide(
                    conn, self.conference, misfit.registration, state, now, self.by, reason=reason
                )
            except registrations.RegistrationRefused as error:
                raise approving.registration_refused(error) from error
            tell(conn, after, now, self.by)
        moves, ended = placing.leaving(conn, self.conference, misfit.participant, self.by)
        result.ended += ended
        return {move.seat: move.participant for move in moves}

    def _keep(self, conn: Connection, misfit: Misfit, now: datetime) -> None:
        if not self.settlement.reason:
            raise ProblemError.of("reason-needed", "To keep somebody over the limit needs a reason.")
        for kind, unit in misfits.over_units(conn, self.conference, misfit):
            units.keep(conn, kind, self.conference, unit, self.settlement.reason, now, self.by)

    def _move(self, conn: Connection, misfit: Misfit, holders: Holders, now: datetime) -> Holders:
        """Her place, pools and seats are of the new modality and role. Raises ProblemError: no room there."""
        modality, role = self.settlement.modality, self.settlement.role
        if modality is None or role is None:
            raise ProblemError.of("invalid-request", "A move needs a modality and a role.")
        registered = misfit.registration and registrations.registration(
            conn, self.conference, misfit.registration
        )
        wanted = Wanted(
            participant=misfit.participant,
            delegation=misfit.delegation,
            modality=modality,
            role=role,
            sessions=registered.sessions if registered else (),
        )
        of = placing.terms(conn, self.conference, misfit.delegation, now)
        after = placing.move(conn, self.conference, [wanted], of, holders, now, self.by)
        if registered:
            part = (modality, role, wanted.sessions)
            admission.take_part_as(conn, registered, part, now, self.by)
        moved.tell(conn, self.conference, misfit.participant, (modality, role), now, self.by)
        return after


def _delegations(
    engine: Engine, conference: str, who: Sequence[ParticipantId]
) -> Mapping[ParticipantId, DelegationId]:
    """Of those who are known."""
    with reading(engine) as conn:
        known = {person.id: person.delegation for person in people.people(conn, conference)}
    return {each: of for each in who if (of := known.get(each)) is not None}


def _unknown(participant: ParticipantId) -> ProblemError:
    says = f"No delegation has a participant {participant}."
    params = {"participant": participant}
    return ProblemError.of("seat-refused", says, reason="unknown-participant", params=params)
