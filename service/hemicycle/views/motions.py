"""Motions and the ruling that may be appealed against; all audiences see them alike."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Majority
from hemicycle.rules.state.motions import Motion, MotionKind, MotionState
from hemicycle.rules.terms import (
    DelegationId,
    ItemId,
    MotionId,
    ProposalId,
    RequestId,
    RequestKind,
)
from hemicycle.views.agenda import LimitShown, limit_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionShown:
    """A motion. ``delegation``: its mover; absent: the chair put it to the body herself.

    ``asked_for``, ``asked_against``: requests to speak that wait, in order. ``places_for``,
    ``places_against``: how many may speak, beside the mover; ``heard_for``, ``heard_against``: how many
    have. ``majority``: that it needs.
    """

    kind: MotionKind
    state: MotionState
    moved_at: datetime
    majority: Majority
    mover_heard: bool
    places_for: int
    places_against: int
    heard_for: int
    heard_against: int
    asked_for: tuple[RequestId, ...] = ()
    asked_against: tuple[RequestId, ...] = ()
    delegation: DelegationId | None = None
    item: ItemId | None = None
    proposal: ProposalId | None = None
    limit: LimitShown | None = None
    parts: tuple[str, ...] | None = None
    organization: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingShown:
    """The chair's last ruling on a point of order, while it may be appealed against."""

    request: RequestId
    delegation: DelegationId
    upheld: bool
    at: datetime
    overruled: bool
    appealed_by: DelegationId | None = None


def motions(meeting: Meeting) -> dict[MotionId, MotionShown]:
    """Every motion of this meeting by id, also those decided: decisions refer to them."""
    return {motion.id: _motion(meeting, motion) for motion in meeting.motions.values()}


def pending_motions(meeting: Meeting) -> tuple[MotionId, ...]:
    """The motions that wait to be taken up, in the order in which the body takes them (MOTION_ORDER)."""
    known = [rule.kind for rule in meeting.procedure.motions] if meeting.procedure else []
    waiting = [m for m in meeting.motions.values() if m.state is MotionState.PENDING]
    place = {kind: at for at, kind in enumerate(known)}
    waiting.sort(key=lambda motion: (place.get(motion.kind, len(known)), motion.number))
    return tuple(motion.id for motion in waiting)


def motion_taken_up(meeting: Meeting) -> MotionId | None:
    """The motion that is before the body now."""
    taken = (m.id for m in meeting.motions.values() if m.state is MotionState.TAKEN_UP)
    return next(taken, None)


def ruling(meeting: Meeting) -> RulingShown | None:
    """The ruling that may be appealed against, or is."""
    made = meeting.ruling
    if made is None:
        return None
    return RulingShown(
        request=made.request,
        delegation=made.delegation,
        upheld=made.upheld,
        at=made.at,
        overruled=made.overruled,
        appealed_by=made.appealed_by,
    )


def _motion(meeting: Meeting, motion: Motion) -> MotionShown:
    rule = meeting.procedure.motion_rule(motion.kind) if meeting.procedure else None
    return MotionShown(
        kind=motion.kind,
        delegation=motion.delegation,
        state=motion.state,
        moved_at=motion.moved_at,
        majority=rule.majority if rule else Majority.SIMPLE,
        mover_heard=motion.mover_heard or motion.delegation is None,
        places_for=rule.speakers_for if rule else 0,
        places_against=rule.speakers_against if rule else 0,
        heard_for=motion.heard_for,
        heard_against=motion.heard_against,
        asked_for=_asked(meeting, motion, RequestKind.FOR_MOTION),
        asked_against=_asked(meeting, motion, RequestKind.AGAINST_MOTION),
        item=motion.item,
        proposal=motion.proposal,
        limit=None if motion.limit is None else limit_shown(motion.limit),
        parts=motion.parts or None,
        organization=motion.organization,
    )


def _asked(meeting: Meeting, motion: Motion, kind: RequestKind) -> tuple[RequestId, ...]:
    if motion.state not in {MotionState.PENDING, MotionState.TAKEN_UP}:
        return ()
    asked = (r for r in meeting.waiting(motion.item, kind) if r.motion == motion.id)
    return tuple(request.id for request in asked)
