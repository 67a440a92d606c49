"""Motions: made, withdrawn, taken up in their order, decided (MOTION_ORDER).

A motion has no frame on the floor of its own: while it is taken up, whoever was speaking waits interrupted,
and its mover and the speakers for and against it have the floor (``debates``). What follows from one that is
carried stands in ``effects``.
"""

from dataclasses import replace
from datetime import datetime

from hemicycle.rules import bodies, conditions, debates, effects, invitations, items, panels, plenty, stack
from hemicycle.rules.commands import Move, ProposeLimit, Stamped, TakeUpMotion, WithdrawMotion
from hemicycle.rules.events import (
    Event,
    MotionDecided,
    MotionLapsed,
    MotionMade,
    MotionTakenUp,
    MotionWithdrawn,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import ProposalState
from hemicycle.rules.state.floor import WAITING, Level
from hemicycle.rules.state.motions import Motion, MotionKind, MotionState
from hemicycle.rules.terms import Capacity, DelegationId, ListState, MotionId, RequestState

FEWEST_PARTS = 2
OPEN = frozenset({MotionState.PENDING, MotionState.TAKEN_UP})
BEFORE_PROPOSALS = frozenset(
    {
        MotionKind.SUSPEND_MEETING,
        MotionKind.ADJOURN_MEETING,
        MotionKind.ADJOURN_DEBATE,
        MotionKind.CLOSE_DEBATE,
    }
)
DECIDED = frozenset({ProposalState.ADOPTED, ProposalState.REJECTED})
OF_THE_ITEM_ON_HAND = frozenset({MotionKind.ADJOURN_DEBATE, MotionKind.CLOSE_DEBATE})
OF_AN_ITEM = OF_THE_ITEM_ON_HAND | {MotionKind.LIMIT_STATEMENTS, MotionKind.REOPEN_LIST}


def move(meeting: Meeting, stamped: Stamped, command: Move) -> list[Event]:
    """A motion is before the body; where it is debated its mover waits to be called first.

    Refuses ``observers-may-not``, ``no-such-motion``, ``motion-pending``, ``too-many-motions``, and whatever
    says that the motion has no object: a list that is not closed, a proposal that is not decided, an
    organization invited already; ``not-of-this-body`` to those who do not take part in the item.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    mover = conditions.delegation_of(meeting, stamped, command.delegation)
    procedure = conditions.procedure_of(meeting)
    if mover.category not in procedure.movers:
        raise Refused("observers-may-not")
    rule = procedure.motion_rule(command.kind)
    if rule is None:
        raise Refused("no-such-motion")
    plenty.motions(meeting, stamped, mover.id)
    none_of_the_kind(meeting, command.kind)
    made = _made(meeting, stamped, command, mover.id)
    _has_object(meeting, made)
    about = meeting.proposals.get(made.proposal or "")
    bodies.require_concerned(meeting, made.item if about is None else about.item, mover.id)
    return [made, *debates.mover(meeting, stamped, made, rule, mover)]


def withdraw_motion(meeting: Meeting, stamped: Stamped, command: WithdrawMotion) -> list[Event]:
    """The mover takes it back, between two speakers, as long as it has not been put to the body."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    conditions.nothing_put(meeting)
    motion = _known(meeting, command.motion)
    _movers_own(meeting, stamped, motion)
    withdrawn = MotionWithdrawn(motion=motion.id, at=stamped.at)
    if motion.state is MotionState.PENDING:
        return [withdrawn]
    stack.clear(meeting, Level.MOTION)
    return [withdrawn, *stack.returned(meeting, stamped.at, motion_over=True)]


def _movers_own(meeting: Meeting, stamped: Stamped, motion: Motion) -> None:
    """Refuse ``not-allowed`` to a delegate who takes back what another, or the chair, has moved."""
    if motion.delegation is None and stamped.actor.capacity is not Capacity.DELEGATE:
        return
    if conditions.delegation_of(meeting, stamped, motion.delegation).id != motion.delegation:
        raise Refused("not-allowed")


def take_up_motion(meeting: Meeting, stamped: Stamped, command: TakeUpMotion) -> list[Event]:
    """The body turns to the motion; whoever speaks is interrupted. One without object lapses instead.

    Refuses ``motion-taken-up``, ``motion-order``, and while a call, a point of order or a question stands.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    motion = _known(meeting, command.motion)
    conditions.no_motion(meeting)
    first = pending(meeting)[0]
    if first.id != motion.id:
        raise Refused("motion-order", motion=first.id)
    if not has_object(meeting, motion):
        return [MotionLapsed(motion=motion.id, at=stamped.at)]
    stack.below(meeting, Level.MOTION)
    return [*stack.interrupted(meeting, stamped.at), MotionTakenUp(motion=motion.id, at=stamped.at)]


def pending(meeting: Meeting) -> list[Motion]:
    """The motions that wait to be taken up, in the order of the body's rules."""
    kinds = [] if meeting.procedure is None else [rule.kind for rule in meeting.procedure.motions]
    waits = [m for m in meeting.motions.values() if m.state is MotionState.PENDING and m.kind in kinds]
    return sorted(waits, key=lambda m: (kinds.index(m.kind), m.number))


def first(meeting: Meeting) -> None:
    """Refuse ``motions-first`` while a motion waits that goes before all proposals (MOTION_ORDER)."""
    ahead = next((m.id for m in pending(meeting) if m.kind in BEFORE_PROPOSALS), None)
    if ahead is not None:
        raise Refused("motions-first", motion=ahead)


def outcome(meeting: Meeting, motion_id: MotionId, *, carried: bool, at: datetime) -> list[Event]:
    """What follows when the body has decided on the motion that is taken up.

    Takes the meeting before it. Returns ``MotionDecided``, then the effects of a motion that is carried, the
    motions that lapse with it, and the floor for whoever was interrupted and still has it.
    """
    motion = meeting.motions[motion_id]
    decided = MotionDecided(motion=motion.id, carried=carried, at=at)
    back = stack.returned(meeting, at, motion_over=True)
    if not carried or not has_object(meeting, motion):
        return [decided, *back]
    lapsed: list[Event] = [
        MotionLapsed(motion=m.id, at=at) for m in _open(meeting) if effects.lapses(motion, m)
    ]
    if motion.kind in effects.ENDS_THE_FLOOR:
        back = []
        lapsed = [*lapsed, *effects.broken_off(meeting, at)]
    if motion.kind is MotionKind.ADJOURN_MEETING:
        lapsed = [*lapsed, *panels.closed(meeting, at, confirmed=True)]
    return [decided, *lapsed, effects.of(meeting, motion, at), *back]


def lapsing(meeting: Meeting, at: datetime) -> list[Event]:
    """When the meeting is adjourned every motion lapses."""
    return [MotionLapsed(motion=m.id, at=at) for m in _open(meeting)]


def none_of_the_kind(meeting: Meeting, kind: MotionKind) -> None:
    """Refuse ``motion-pending`` while a motion that moves the same is not decided."""
    same = next((m.id for m in _open(meeting) if m.kind is kind), None)
    if same is not None:
        raise Refused("motion-pending", motion=same)


def has_object(meeting: Meeting, motion: Motion) -> bool:
    """Whether there is still something to decide on: a closed list, a tabled proposal."""
    try:
        _has_object(meeting, motion)
    except Refused:
        return False
    return True


def _open(meeting: Meeting) -> list[Motion]:
    return [m for m in meeting.motions.values() if m.state in OPEN]


def _known(meeting: Meeting, motion_id: MotionId) -> Motion:
    motion = meeting.motions.get(motion_id)
    if motion is None:
        raise Refused("unknown-motion", motion=motion_id)
    if motion.state not in OPEN:
        raise Refused("motion-over", motion=motion_id, state=motion.state)
    return motion


def _made(meeting: Meeting, stamped: Stamped, command: Move, mover: DelegationId) -> MotionMade:
    number = len(meeting.motions) + 1
    limits = command.kind is MotionKind.LIMIT_STATEMENTS
    divides = command.kind is MotionKind.DIVIDE
    hears = command.kind is MotionKind.HEAR_ORGANIZATION
    about = command.kind in {MotionKind.DIVIDE, MotionKind.RECONSIDER}
    return MotionMade(
        motion=f"m{number}",
        kind=command.kind,
        number=number,
        delegation=mover,
        at=stamped.at,
        item=conditions.known_item(meeting, command.item) if command.kind in OF_AN_ITEM else None,
        proposal=command.proposal if about else None,
        limit=limit_of(command) if limits else None,
        parts=command.parts if divides else (),
        organization=command.organization if hears else None,
    )


def limit_of(command: Move | ProposeLimit) -> Limit:
    """What the command would limit; refuses ``nothing-limited``."""
    figures = (command.seconds, command.group_seconds, command.statements)
    given = [figure for figure in figures if figure is not None]
    if not given or min(given) < 1:
        raise Refused("nothing-limited")
    return Limit(seconds=command.seconds, group_seconds=command.group_seconds, statements=command.statements)


def _has_object(meeting: Meeting, motion: Motion | MotionMade) -> None:
    """Refuse unless what is moved can be decided now."""
    if motion.item is not None:
        items.not_closed(meeting, motion.item)
        if motion.kind in OF_THE_ITEM_ON_HAND and motion.item != meeting.item:
            raise Refused("item-not-taken-up", item=motion.item)
    match motion.kind:
        case MotionKind.REOPEN_LIST:
            if meeting.lists.get(motion.item or "") is not ListState.CLOSED:
                raise Refused("list-not-closed", item=motion.item or "")
        case MotionKind.RECONSIDER | MotionKind.DIVIDE:
            _proposal_allows(meeting, motion)
        case MotionKind.HEAR_ORGANIZATION:
            invitations.may_be_invited(meeting, motion.organization or "")
        case _:
            pass


def _proposal_allows(meeting: Meeting, motion: Motion | MotionMade) -> None:
    proposal = meeting.proposals.get(motion.proposal or "")
    if proposal is None:
        raise Refused("unknown-proposal", proposal=motion.proposal or "")
    if motion.kind is MotionKind.RECONSIDER:
        if proposal.state not in DECIDED:
            raise Refused("not-decided", proposal=proposal.id, state=proposal.state)
        return
    named = [part.strip() for part in motion.parts]
    if (
        proposal.state is not ProposalState.TABLED
        or proposal.parts
        or len(named) < FEWEST_PARTS
        or not all(named)
    ):
        raise Refused("not-divisible")


def on_motion_made(meeting: Meeting, event: MotionMade) -> Meeting:
    """It waits to be taken up."""
    motion = Motion(
        id=event.motion,
        kind=event.kind,
        number=event.number,
        delegation=event.delegation,
        moved_at=event.at,
        item=event.item,
        proposal=event.proposal,
        limit=event.limit,
        parts=event.parts,
        organization=event.organization,
        proposed_by=event.proposed_by,
    )
    return replace(meeting, motions={**meeting.motions, motion.id: motion})


def on_motion_taken_up(meeting: Meeting, event: MotionTakenUp) -> Meeting:
    """The body deals with it."""
    return _with_state(meeting, event.motion, MotionState.TAKEN_UP)


def on_motion_over(meeting: Meeting, event: MotionWithdrawn | MotionDecided | MotionLapsed) -> Meeting:
    """It has ended; who still waited to speak on it waits no more."""
    if isinstance(event, MotionDecided):
        state = MotionState.CARRIED if event.carried else MotionState.REJECTED
    else:
        state = MotionState.WITHDRAWN if isinstance(event, MotionWithdrawn) else MotionState.LAPSED
    for request in meeting.requests.values():
        if request.motion == event.motion and request.state in WAITING:
            meeting = with_request(meeting, request.id, state=RequestState.WITHDRAWN, ended_at=event.at)
    return _with_state(meeting, event.motion, state)


def _with_state(meeting: Meeting, motion_id: MotionId, state: MotionState) -> Meeting:
    motion = meeting.motions.get(motion_id)
    if motion is None:
        return meeting
    return replace(meeting, motions={**meeting.motions, motion_id: replace(motion, state=state)})
