"""Who speaks on a motion: its mover, then a few for and against it in turn (MOTION_ORDER, PROCEDURAL_CAP)."""

from dataclasses import replace

from hemicycle.rules import conditions
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.commands import Stamped
from hemicycle.rules.events import Event, MotionMade, SpeakerInscribed
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import MotionRule
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, WAITING, Request
from hemicycle.rules.state.motions import Motion, MotionState
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Capacity, Modality, RequestKind, RequestState

FOR, AGAINST = RequestKind.FOR_MOTION, RequestKind.AGAINST_MOTION
SIDES = (FOR, AGAINST)


def admit_speaker(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """To speak for or against a motion that is open: so many of each side, each delegation once.

    Without ``motion`` the one that is taken up. Refuses ``observers-may-not``, ``no-motion``,
    ``unknown-motion``, ``motion-over``, ``motion-not-debated``, ``motion-speakers-full`` and
    ``spoke-on-motion``.
    """
    procedure = conditions.procedure_of(meeting)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    if delegation.category not in procedure.movers:
        raise Refused("observers-may-not")
    motion = _motion(meeting, ask)
    rule = procedure.motion_rule(motion.kind)
    if rule is None or not debated(rule):
        raise Refused("motion-not-debated", rule=None if rule is None else rule.rule)
    speakers = rule.speakers_for if ask.kind is FOR else rule.speakers_against
    if _asked(meeting, motion, ask.kind) >= speakers:
        raise Refused("motion-speakers-full", rule=rule.rule, speakers=speakers)
    _speaks_once(meeting, motion, delegation, rule)
    tier = procedure.tier_for(delegation.category, on_behalf_of=False) or 0
    return Admission(
        item=motion.item or meeting.item, tier=tier, seconds=procedure.procedural_seconds, motion=motion.id
    )


def debated(rule: MotionRule) -> bool:
    """Whether anybody speaks on such a motion; on one that nobody does its mover says no more either."""
    return rule.speakers_for + rule.speakers_against > 0


def mover(
    meeting: Meeting, stamped: Stamped, made: MotionMade, rule: MotionRule, delegation: Delegation
) -> list[Event]:
    """The mover of a motion that is debated waits to speak on it first."""
    if not debated(rule):
        return []
    procedure = conditions.procedure_of(meeting)
    number = len(meeting.requests) + 1
    delegate = stamped.actor.capacity is Capacity.DELEGATE
    seat = meeting.seat_of(stamped.actor.participant) if delegate else None
    return [
        SpeakerInscribed(
            request=f"r{number}",
            number=number,
            kind=RequestKind.MOTION,
            item=made.item or meeting.item,
            delegation=delegation.id,
            participant=None if seat is None else seat.participant,
            source=stamped.facts.source,
            modality=Modality.IN_PERSON if seat is None else seat.modality,
            tier=procedure.tier_for(delegation.category, on_behalf_of=False) or 0,
            seconds=procedure.procedural_seconds,
            at=stamped.at,
            motion=made.motion,
        )
    ]


def unheard(meeting: Meeting, motion: Motion) -> list[Request]:
    """Who asked to speak on the motion and waits to be called; who was passed over holds up nobody."""
    return [r for r in order(meeting, motion) if r.state is RequestState.INSCRIBED]


def order(meeting: Meeting, motion: Motion) -> list[Request]:
    """Who waits to speak on the motion: its mover, then for and against in turn, as they asked."""
    waits = [r for r in meeting.requests.values() if r.motion == motion.id and r.state in WAITING]
    waits.sort(key=lambda r: (r.state is RequestState.PASSED_OVER, r.number))
    ordered = [r for r in waits if r.kind is RequestKind.MOTION]
    sides = {side: [r for r in waits if r.kind is side] for side in SIDES}
    heard = {FOR: motion.heard_for, AGAINST: motion.heard_against}
    while any(sides.values()):
        side = _turn(sides, heard)
        ordered.append(sides[side].pop(0))
        heard[side] += 1
    return ordered


def _turn(sides: dict[RequestKind, list[Request]], heard: dict[RequestKind, int]) -> RequestKind:
    """Of the sides on which somebody waits the one heard less; between equals, who asked first."""
    return min((side for side in SIDES if sides[side]), key=lambda side: (heard[side], sides[side][0].number))


def _motion(meeting: Meeting, ask: Ask) -> Motion:
    motion = meeting.motion if ask.motion is None else meeting.motions.get(ask.motion)
    if motion is None:
        if ask.motion is None:
            raise Refused("no-motion")
        raise Refused("unknown-motion", motion=ask.motion)
    if motion.state not in {MotionState.PENDING, MotionState.TAKEN_UP}:
        raise Refused("motion-over", motion=motion.id, state=motion.state)
    return motion


def _asked(meeting: Meeting, motion: Motion, side: RequestKind) -> int:
    pending = sum(
        r.motion == motion.id and r.kind is side and r.state in PENDING for r in meeting.requests.values()
    )
    return pending + (motion.heard_for if side is FOR else motion.heard_against)


def _speaks_once(meeting: Meeting, motion: Motion, delegation: Delegation, rule: MotionRule) -> None:
    gone = {RequestState.WITHDRAWN, RequestState.DECLINED}
    spoke = any(
        r.motion == motion.id and r.delegation == delegation.id and r.state not in gone
        for r in meeting.requests.values()
    )
    if spoke or motion.delegation == delegation.id:
        raise Refused("spoke-on-motion", rule=rule.rule)


def heard(meeting: Meeting, request: Request | None) -> Meeting:
    """A speaker on a motion was heard: counted for the side, or the mover."""
    motion = None if request is None else meeting.motions.get(request.motion or "")
    if request is None or motion is None:
        return meeting
    counted = replace(
        motion,
        heard_for=motion.heard_for + (request.kind is FOR),
        heard_against=motion.heard_against + (request.kind is AGAINST),
        mover_heard=motion.mover_heard or request.kind is RequestKind.MOTION,
    )
    return replace(meeting, motions={**meeting.motions, motion.id: counted})
