"""Calling speakers in their order (RECOGNITION), passing over, taking a call back."""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import conditions, debates, panel_drops, panel_steps, panels, replies, stack, turns
from hemicycle.rules.commands import CallSpeaker, PassOver, Stamped
from hemicycle.rules.events import (
    CallTakenBack,
    Event,
    FloorInterrupted,
    SpeakerCalled,
    SpeakerPassedOver,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.next_up import called_lists, inscribed
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import WAITING, Call, Level, Request
from hemicycle.rules.state.motions import Motion
from hemicycle.rules.terms import PassedOverCause, RequestKind, RequestState

_MS = timedelta(milliseconds=1)


def call_next(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Call whose turn it is: a point of order, then a speaker on the motion that is taken up, then the list.

    While a panel takes questions this is its next step. The list: replies that the chair has begun to take,
    explanations of vote that are due, statements, replies that are due; those who were passed over when
    nobody else is inscribed.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    points = meeting.points_of_order()
    if inscribed(points):
        return _call(meeting, stamped, inscribed(points)[0])
    conditions.no_vote(meeting)
    motion = meeting.motion
    if motion is not None:
        return _call(meeting, stamped, _next_on(meeting, motion))
    conditions.floor_free(meeting)
    if panels.questioning(meeting):
        return panel_steps.next_of_panel(meeting, stamped)
    lists = called_lists(meeting)
    waits = [r for requests in lists for r in requests]
    in_turn = inscribed(waits) or points or waits
    if not in_turn:
        raise Refused("replies-not-due" if _replies_wait(meeting) else "list-is-empty")
    return _call(meeting, stamped, in_turn[0])


def call_speaker(meeting: Meeting, stamped: Stamped, command: CallSpeaker) -> list[Event]:
    """Call this request; before others that stand ahead only with a reason, which is on record."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    found = conditions.pending_request(meeting, command.request)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    _may_be_called(meeting, found)
    ahead = len(_ahead(meeting, found))
    if ahead and not command.reason:
        raise Refused("out-of-order", ahead=ahead)
    early = found.kind is RequestKind.REPLY and found not in replies.due(meeting)
    if early and not command.reason:
        raise Refused("replies-not-due")
    reason = stamped.id if command.reason else None
    return _call(meeting, stamped, found, out_of_order=bool(ahead) or early, reason=reason)


def pass_over(meeting: Meeting, stamped: Stamped, command: PassOver) -> list[Event]:
    """Go on without the speaker called or speaking: the place is held, and so is the time left.

    A panellist who is passed over is given the floor again after the others of the panel.
    """
    conditions.presiding(meeting, stamped.actor)
    if command.cause is PassedOverCause.INTERRUPTED:
        raise Refused("bad-cause")
    aside = _panellist_aside(meeting, stamped, command)
    if aside:
        return aside
    request, left = _current(meeting, stamped.at, "nobody-called")
    return [
        SpeakerPassedOver(
            request=request.id,
            cause=command.cause,
            at=stamped.at,
            left_ms=None if left is None else max(left, timedelta()) // _MS,
        ),
        *stack.returned(meeting, stamped.at, without=request),
    ]


def _panellist_aside(meeting: Meeting, stamped: Stamped, command: PassOver) -> list[Event]:
    grant = meeting.speaking
    if grant is None or meeting.called is not None:
        return []
    aside = panel_drops.put_aside(meeting, grant, command.cause, stamped.at)
    if aside and grant.interrupted_at is not None:
        conditions.no_motion(meeting)
    return aside


def take_back(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """The call was a mistake: the request stands where it stood, with the time it had."""
    conditions.presiding(meeting, stamped.actor)
    request, _ = _current(meeting, stamped.at, "nothing-to-take-back")
    return [
        CallTakenBack(request=request.id, at=stamped.at),
        *stack.returned(meeting, stamped.at, without=request),
    ]


def _may_be_called(meeting: Meeting, request: Request) -> None:
    """What the level of the floor asks for; a speaker on a motion, that it is taken up; else the item."""
    match request.level:
        case Level.STATEMENT:
            conditions.no_motion(meeting)
            conditions.floor_free(meeting)
            if request.item != meeting.item and request not in replies.begun(meeting):
                raise Refused("item-not-taken-up", item=request.item or "")
        case Level.MOTION:
            if meeting.motion is None or meeting.motion.id != request.motion:
                raise Refused("motion-not-taken-up", motion=request.motion or "")
            stack.clear(meeting, Level.MOTION)
        case _:
            stack.below(meeting, request.level)


def _call(
    meeting: Meeting,
    stamped: Stamped,
    request: Request,
    *,
    out_of_order: bool = False,
    reason: str | None = None,
) -> list[Event]:
    _may_be_called(meeting, request)
    called = SpeakerCalled(request=request.id, at=stamped.at, out_of_order=out_of_order, reason=reason)
    return [*stack.interrupted(meeting, stamped.at), called]


def _next_on(meeting: Meeting, motion: Motion) -> Request:
    waits = debates.order(meeting, motion)
    if not waits:
        raise Refused("motion-to-be-decided", motion=motion.id)
    return (inscribed(waits) or waits)[0]


def _replies_wait(meeting: Meeting) -> bool:
    return any(meeting.waiting(item, RequestKind.REPLY) for item in meeting.agenda)


def _ahead(meeting: Meeting, request: Request) -> list[Request]:
    """Who should be called before this request: points of order, then the inscribed that stand before it."""
    points = inscribed(meeting.points_of_order())
    if request.level is Level.POINT_OF_ORDER:
        return [p for p in points if p.number < request.number]
    if request.level is Level.MOTION and meeting.motion is not None:
        return points + inscribed(_before(debates.order(meeting, meeting.motion), request))
    lists = called_lists(meeting)
    place = next((n for n, requests in enumerate(lists) if request in requests), None)
    if place is None:
        own = _before(meeting.waiting(request.item, request.kind), request)
        first = meeting.waiting(request.item) if request.kind is RequestKind.EXPLANATION else []
        return points + inscribed(first + own)
    earlier = [r for requests in lists[:place] for r in inscribed(requests)]
    return points + earlier + inscribed(_before(lists[place], request))


def _before(requests: list[Request], request: Request) -> list[Request]:
    return requests[: requests.index(request)]


def _current(meeting: Meeting, at: datetime, code: str) -> tuple[Request, timedelta | None]:
    """The request that is called, or else speaking, and the speaking time that is left of it."""
    if meeting.called is not None:
        request = meeting.requests[meeting.called.request]
        return request, request.left
    grant = meeting.speaking
    if grant is None or grant.request is None:
        raise Refused(code)
    if grant.interrupted_at is not None:
        conditions.no_motion(meeting)
    return meeting.requests[grant.request], grant.left(at)


def _off_the_floor(meeting: Meeting, request: str) -> Meeting:
    called = meeting.called
    return replace(
        meeting,
        called=None if called is not None and called.request == request else called,
        floor=tuple(g for g in meeting.floor if g.request != request),
    )


def on_called(meeting: Meeting, event: SpeakerCalled) -> Meeting:
    """The request is called; the floor is not yet given."""
    if event.request not in meeting.requests:
        return meeting
    appealable = meeting.requests[event.request].level > Level.MOTION
    changed = with_request(meeting, event.request, state=RequestState.CALLED, reason=event.reason)
    return replace(
        changed,
        called=Call(request=event.request, called_at=event.at),
        ruling=changed.ruling if appealable else None,
    )


def on_passed_over(meeting: Meeting, event: SpeakerPassedOver) -> Meeting:
    """The place is held, with the time left if the speaker had begun; what was said is on record.

    Whom a motion interrupted is inscribed again: nobody passed over her.
    """
    grant = next((g for g in meeting.floor if g.request == event.request), None)
    if grant is not None:
        said = grant.spoken(event.at)
        meeting = turns.ended(meeting, grant, at=event.at, spoken=said, partial=True)
    interrupted = event.cause is PassedOverCause.INTERRUPTED
    changed = with_request(
        meeting,
        event.request,
        state=RequestState.INSCRIBED if interrupted else RequestState.PASSED_OVER,
        passed_over=event.cause,
        left=None if event.left_ms is None else event.left_ms * _MS,
    )
    return _off_the_floor(changed, event.request)


def on_taken_back(meeting: Meeting, event: CallTakenBack) -> Meeting:
    """As before the call: inscribed, or passed over with its place held."""
    request = meeting.requests.get(event.request)
    held = request is not None and request.passed_over not in {None, PassedOverCause.INTERRUPTED}
    state = RequestState.PASSED_OVER if held else RequestState.INSCRIBED
    changed = with_request(meeting, event.request, state=state, reason=None)
    return _off_the_floor(changed, event.request)


def on_interrupted(meeting: Meeting, event: FloorInterrupted) -> Meeting:
    """The speaker's clock stands still."""
    return replace(
        meeting,
        floor=tuple(replace(g, interrupted_at=event.at) if g.id == event.grant else g for g in meeting.floor),
    )
