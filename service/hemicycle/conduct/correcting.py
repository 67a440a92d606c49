"""An officer corrects a registration: one transaction, with the live logs in step where it is approved.

Who is approved keeps her seat if only her name changes, takes the place and seat of another modality, role or
session, or changes over to another delegation, where she is another participant. Limits hold all the while. A
new address, or another delegation, ends her link and sends her another.
"""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.conduct import approving, moved, placing, relinking
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.placing import Wanted
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.roster import Rows, Step, in_step
from hemicycle.registry import admission, correcting, cross_check, joining, registrations, seats
from hemicycle.registry.correcting import Correction
from hemicycle.registry.registrations import Registration, RegistrationRefused, RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import ParticipantId
from hemicycle.storage import Connection


async def correct(
    conductor: Conductor,
    conference: str,
    registration: str,
    asked: Correction,
    login: LoginFacts,
    reason: str,
    *,
    public_url: str = "",
) -> None:
    """Let a registration say what is right. One that was rejected or withdrawn is pending again.

    Raises ProblemError: ``unknown-registration``, ``unknown-delegation``, ``already-registered``,
    ``registration-decided`` (meanwhile), and of one that is approved ``limit-reached``, ``pool-full``,
    ``holder-speaking``; then nothing has changed.
    """
    rows = _Correcting(conference, registration, asked, reason, login.id, public_url).rows()
    await in_step(conductor, conference, rows, login, reason)


@dataclass(frozen=True, slots=True)
class _Correcting:
    """What is to be corrected, by whom and why."""

    conference: str
    registration: str
    asked: Correction
    reason: str
    by: str
    public_url: str

    def rows(self) -> Rows[None]:
        """Write it, and match the delegation's registrations again."""

        def correct(conn: Connection, now: datetime) -> Step[None]:
            try:
                before = registrations.registration(conn, self.conference, self.registration)
                registrations.require_delegation(conn, self.conference, self.asked.delegation)
                concerned = {self.asked.delegation, before.delegation or self.asked.delegation}
                seats.lock_delegations(conn, self.conference, concerned)
                after = correcting.correct(conn, before, self.asked, self.reason, now, self.by)
            except RegistrationRefused as error:
                raise approving.registration_refused(error) from error
            moves: tuple[SeatMove, ...] = ()
            if after.state is RegistrationState.APPROVED and before.participant is not None:
                moves = self._follow(conn, before, after, before.participant, now)
            for delegation in sorted(concerned):
                cross_check.cross_check(conn, self.conference, delegation, at=now, by=self.by)
            return Step(moves, frozenset(concerned), None)

        return correct

    def _follow(
        self, conn: Connection, before: Registration, after: Registration, was: ParticipantId, now: datetime
    ) -> tuple[SeatMove, ...]:
        """The person, her place, seats and link become what the registration now says."""
        if after.participant is None:
            there = joining.of_file(conn, self.conference, self.asked.delegation)
            same = joining.there(after, there, {}).same
            after = after if same is None else joining.joined(after, same)
        who = admission.admit(conn, after, self.asked.delegation, now, self.by)
        wanted = Wanted(
            participant=who,
            delegation=self.asked.delegation,
            modality=after.modality,
            role=after.role,
            sessions=after.sessions,
        )
        terms = placing.terms(conn, self.conference, self.asked.delegation, now)
        moves: tuple[SeatMove, ...] = ()
        if who != was:
            registrations.write(conn, after, {"participant_id": who})
            moves, _ = placing.leaving(conn, self.conference, was, self.by)
            taken = placing.take(conn, self.conference, wanted, terms, {}, now, self.by)
            moves = (*moves, *placing.moves(taken))
        elif before.part != after.part:
            moves = placing.moves(placing.move(conn, self.conference, [wanted], terms, {}, now, self.by))
        if who != was or before.email != after.email:
            relinking.relink(conn, self.conference, who, self.public_url, now, self.by)
        if (before.modality, before.role) != (after.modality, after.role):
            moved.tell(conn, self.conference, who, (after.modality, after.role), now, self.by)
        return moves
