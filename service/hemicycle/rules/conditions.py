"""What several subjects ask for before they allow anything: each condition refuses with its own code."""

from hemicycle.rules.commands import Actor, Stamped
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, Grant, Request
from hemicycle.rules.state.people import Delegation, Seat
from hemicycle.rules.terms import Agent, Capacity, DelegationId, ItemId, ParticipantId, Phase, RequestId, Role


def in_session(meeting: Meeting) -> None:
    """Refuse ``not-in-session`` unless the meeting has been called to order and is not suspended."""
    if meeting.phase is not Phase.IN_SESSION:
        raise Refused("not-in-session", phase=meeting.phase)


def not_adjourned(meeting: Meeting) -> None:
    """Refuse ``adjourned`` after the end of the meeting."""
    if meeting.phase is Phase.ADJOURNED:
        raise Refused("adjourned")


def presiding(meeting: Meeting, actor: Actor) -> None:
    """Refuse ``not-presiding`` to a chair's login whose person does not have the chair now."""
    if actor.capacity is Capacity.CHAIR and meeting.presiding not in {None, actor.participant}:
        raise Refused("not-presiding")


def from_agent(stamped: Stamped, agent: Agent) -> None:
    """Refuse ``not-allowed`` when one of the service's own commands comes through another door."""
    if stamped.actor.agent is not agent:
        raise Refused("not-allowed")


def known_item(meeting: Meeting, item: ItemId | None) -> ItemId:
    """The item named, or the one under consideration; refuses ``no-item`` and ``unknown-item``."""
    found = item if item is not None else meeting.item
    if found is None:
        raise Refused("no-item")
    if found not in meeting.agenda:
        raise Refused("unknown-item", item=found)
    return found


def pending_request(meeting: Meeting, request: RequestId) -> Request:
    """The request of this id; refuses ``unknown-request`` and, once it has ended, ``not-pending``."""
    found = meeting.requests.get(request)
    if found is None:
        raise Refused("unknown-request", request=request)
    if found.state not in PENDING:
        raise Refused("not-pending", request=request, state=found.state)
    return found


def speaker_seat(meeting: Meeting, participant: ParticipantId | None) -> Seat:
    """A delegate's seat; refuses ``no-seat`` without one and ``listen-only`` to an observer role."""
    seat = meeting.seat_of(participant) if participant is not None else None
    if seat is None or seat.delegation not in meeting.delegations:
        raise Refused("no-seat")
    if seat.role is Role.OBSERVER:
        raise Refused("listen-only")
    return seat


def someone_speaking(meeting: Meeting) -> Grant:
    """The frame on top of the floor; refuses ``nobody-speaking``."""
    grant = meeting.speaking
    if grant is None:
        raise Refused("nobody-speaking")
    return grant


def floor_free(meeting: Meeting) -> None:
    """Refuse ``speaker-called`` and ``floor-held`` unless nobody is called and nobody speaks."""
    if meeting.called is not None:
        raise Refused("speaker-called")
    if meeting.floor:
        raise Refused("floor-held")


def delegation_of(meeting: Meeting, stamped: Stamped, named: DelegationId | None) -> Delegation:
    """For whom a login acts: a delegate for her own delegation, the desk for the one that it names.

    Refuses ``no-seat`` and ``listen-only`` to a delegate, ``delegation-needed`` and ``unknown-delegation``.
    """
    if stamped.actor.capacity is Capacity.DELEGATE:
        named = speaker_seat(meeting, stamped.actor.participant).delegation
    if named is None:
        raise Refused("delegation-needed")
    if named not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=named)
    return meeting.delegations[named]


def no_motion(meeting: Meeting) -> None:
    """Refuse ``motion-taken-up`` while the body deals with a motion."""
    if meeting.motion is not None:
        raise Refused("motion-taken-up", motion=meeting.motion.id)


def no_vote(meeting: Meeting) -> None:
    """Refuse ``voting`` once voting has begun: only points of order interrupt it (VOTE_LOCK)."""
    if meeting.vote is not None or meeting.halted is not None:
        raise Refused("voting")


def nothing_put(meeting: Meeting) -> None:
    """Refuse ``voting`` and ``question-put`` while the body is asked for a decision."""
    no_vote(meeting)
    if meeting.consensus is not None:
        raise Refused("question-put")


def procedure_of(meeting: Meeting) -> Procedure:
    """The procedure of a meeting that has been set up; refuses ``not-set-up``."""
    if meeting.procedure is None:
        raise Refused("not-set-up")
    return meeting.procedure
