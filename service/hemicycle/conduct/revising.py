"""A revision of a note verbale comes into force, and whoever loses by it is settled with it: one transaction.

Who is withdrawn goes, who is kept stays, who is named otherwise takes the place that the note names. Where
there is no room for that she stays as she was approved, unsettled, until an officer settles her: nobody is
dropped silently.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hemicycle.conduct import approving, moved, placing
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.placing import Holders, Terms, Wanted
from hemicycle.conduct.ports import LoginFacts
from hemicycle.conduct.roster import Rows, Step, in_step
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import cross_check, note_confirmation, notes, revisions, seats
from hemicycle.registry.note_confirmation import Confirmation
from hemicycle.registry.revisions import Losing
from hemicycle.rules.terms import DelegationId
from hemicycle.storage import Connection

WHY = "no longer named in the note verbale"
"""The reason on record of a withdrawal by a revision."""


@dataclass(frozen=True, slots=True)
class NoteId:
    """Which note."""

    conference: str
    delegation: DelegationId
    note: str


@dataclass(slots=True)
class Revised:
    """Registrations: ``withdrawn``, ``changed``, and ``unsettled`` with the problem why there was no room."""

    withdrawn: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unsettled: dict[str, dict[str, Any]] = field(default_factory=dict)


async def confirm(conductor: Conductor, of: NoteId, how: Confirmation, login: LoginFacts) -> Revised:
    """Put a draft in force. A crash leaves nothing half done.

    Raises ``UnknownNote``, ``NoteRefused``, ``NotSettled``, and ProblemError: ``holder-speaking`` (who has
    the floor is withdrawn or changed when the statement has ended), ``not-stored``.
    """
    revised, _ = await in_step(conductor, of.conference, _confirming(of, how, login.id), login, WHY)
    return revised


async def settle(conductor: Conductor, of: NoteId, how: Confirmation, login: LoginFacts) -> Revised:
    """Settle people whom the note in force has left unsettled; ``how.exception`` is no matter here.

    Raises ``UnknownNote``, ``NotSettled`` (one of them is not unsettled), and ProblemError as ``confirm``.
    """
    revised, _ = await in_step(conductor, of.conference, _settling(of, how, login.id), login, WHY)
    return revised


def _confirming(of: NoteId, how: Confirmation, by: str) -> Rows[Revised]:
    """Confirm the draft, settle whom it concerns, and match the delegation's registrations again."""

    def confirm(conn: Connection, now: datetime) -> Step[Revised]:
        before = notes.note(conn, of.conference, of.delegation, of.note)
        seats.lock_delegations(conn, of.conference, {of.delegation})
        confirmed = note_confirmation.confirm(conn, before, how, now, by)
        return _settle(conn, of, confirmed.lost, how, now, by)

    return confirm


def _settling(of: NoteId, how: Confirmation, by: str) -> Rows[Revised]:
    """Settle those of the unsettled whom the officer names."""

    def settle(conn: Connection, now: datetime) -> Step[Revised]:
        notes.note(conn, of.conference, of.delegation, of.note)
        seats.lock_delegations(conn, of.conference, {of.delegation})
        unsettled = revisions.unsettled(conn, of.conference, of.delegation)
        decided = {*how.keep, *how.withdraw, *how.change}
        left = tuple(each for each in unsettled if each.registration.id in decided)
        how.require(left)
        return _settle(conn, of, left, how, now, by)

    return settle


def _settle(
    conn: Connection, of: NoteId, lost: Sequence[Losing], how: Confirmation, now: datetime, by: str
) -> Step[Revised]:
    holders: Holders = {}
    result = Revised(withdrawn=list(how.withdraw))
    for each in lost:
        if each.registration.id in how.keep:
            revisions.keep(conn, of.conference, each, how.keep[each.registration.id], now, by)
    for registration in how.withdraw:
        step = approving.withdrawing(of.conference, registration, by, WHY)(conn, now)
        holders = {**holders, **{move.seat: move.participant for move in step.moves}}
    changing = [each for each in lost if each.registration.id in how.change]
    if changing:
        terms = placing.terms(conn, of.conference, of.delegation, now)
        holders = _Changing(conn, of, terms, now, by, result).all(changing, holders)
    cross_check.cross_check(conn, of.conference, of.delegation, at=now, by=by)
    return Step(placing.moves(holders), frozenset({of.delegation}), result)


@dataclass(frozen=True, slots=True)
class _Changing:
    """People who become what the note now names them."""

    conn: Connection
    of: NoteId
    terms: Terms
    now: datetime
    by: str
    result: Revised

    def all(self, changing: Sequence[Losing], holders: Holders) -> Holders:
        """All together, since two may change places; else each by herself while one still finds room."""
        together = self._attempt(changing, holders)
        if together is not None:
            return together
        waiting, left = list(changing), 0
        while len(waiting) != left:
            left = len(waiting)
            for each in tuple(waiting):
                after = self._attempt([each], holders)
                if after is not None:
                    holders = after
                    waiting.remove(each)
        return holders

    def _attempt(self, some: Sequence[Losing], holders: Holders) -> Holders | None:
        """``holders`` with the seats that change; None: there is no room, and nothing is changed."""
        wanted = [self._wanted(each) for each in some]
        inner = self.conn.begin_nested()
        try:
            after = placing.move(
                self.conn, self.of.conference, wanted, self.terms, holders, self.now, self.by
            )
        except ProblemError as error:
            inner.rollback()
            self.result.unsettled |= {each.registration.id: error.problem for each in some}
            return None
        for each in some:
            revisions.follow(self.conn, each, self.now, self.by)
            self._tell(each)
            self.result.unsettled.pop(each.registration.id, None)
            self.result.changed.append(each.registration.id)
        inner.commit()
        return after

    def _tell(self, lost: Losing) -> None:
        """Who keeps modality and role is not moved, whatever her sessions."""
        part, before = self._wanted(lost), lost.registration
        if (part.modality, part.role) != (before.modality, before.role):
            to = part.modality, part.role
            moved.tell(self.conn, self.of.conference, part.participant, to, self.now, self.by)

    def _wanted(self, lost: Losing) -> Wanted:
        if lost.after is None or lost.registration.participant is None:
            raise note_confirmation.NotSettled([lost])
        return Wanted(
            participant=lost.registration.participant,
            delegation=self.of.delegation,
            modality=lost.after.modality,
            role=lost.after.role,
            sessions=lost.after.sessions,
        )
