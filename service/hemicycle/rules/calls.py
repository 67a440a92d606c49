"""Calling speakers in their order (RECOGNITION), passing over, taking a call back."""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import conditions
from hemicycle.rules.commands import CallSpeaker, PassOver, Stamped
from hemicycle.rules.events import (
    CallTakenBack,
    Event,
    FloorInterrupted,
    FloorReturned,
    SpeakerCalled,
    SpeakerPassedOver,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import WAITING, Call, Request
from hemicycle.rules.terms import RequestKind, RequestState

_MS = timedelta(milliseconds=1)


def call_next(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """A waiting point of order first; else the first inscribed of the item; else who was passed over."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    points, statements = meeting.points_of_order(), meeting.waiting(meeting.item)
    if not _inscribed(points):
        conditions.floor_free(meeting)
    in_turn = _inscribed(points) or _inscribed(statements) or points or statements
    if not in_turn:
        raise Refused("list-is-empty")
    _may_be_called(meeting, in_turn[0])
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
    reason = stamped.id if command.reason else None
    return _call(meeting, stamped, found, out_of_order=bool(ahead), reason=reason)


def pass_over(meeting: Meeting, stamped: Stamped, command: PassOver) -> list[Event]:
    """Go on without the speaker called or speaking: the place is held, and so is the time left."""
    conditions.presiding(meeting, stamped.actor)
    request, left = _current(meeting, stamped.at, "nobody-called")
    return [
        SpeakerPassedOver(
            request=request.id,
            cause=command.cause,
            at=stamped.at,
            left_ms=None if left is None else max(left, timedelta()) // _MS,
        ),
        *returned_floor(meeting, stamped.at, without=request),
    ]


def take_back(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """The call was a mistake: the request stands where it stood, with the time it had."""
    conditions.presiding(meeting, stamped.actor)
    request, _ = _current(meeting, stamped.at, "nothing-to-take-back")
    return [
        CallTakenBack(request=request.id, at=stamped.at),
        *returned_floor(meeting, stamped.at, without=request),
    ]


def returned_floor(meeting: Meeting, at: datetime, *, without: Request) -> list[Event]:
    """The interrupted speaker has the floor and the time left again, once ``without`` is off the floor."""
    below = [g for g in meeting.floor if g.request != without.id]
    if not below or below[-1].interrupted_at is None:
        return []
    grant = below[-1]
    ends_at = grant.ends_at
    if ends_at is not None and grant.paused_at is None:
        ends_at += at - below[-1].interrupted_at
    return [FloorReturned(grant=grant.id, at=at, ends_at=ends_at)]


def _may_be_called(meeting: Meeting, request: Request) -> None:
    """A statement needs a free floor and its item; a point of order only that no other is dealt with."""
    if request.kind is RequestKind.STATEMENT:
        conditions.floor_free(meeting)
        if request.item != meeting.item:
            raise Refused("item-not-taken-up", item=request.item or "")
        return
    if meeting.called is not None:
        raise Refused("speaker-called")
    speaking = meeting.speaking
    if speaking is not None and speaking.kind is RequestKind.POINT_OF_ORDER:
        raise Refused("point-on-the-floor")


def _call(
    meeting: Meeting,
    stamped: Stamped,
    request: Request,
    *,
    out_of_order: bool = False,
    reason: str | None = None,
) -> list[Event]:
    called = SpeakerCalled(request=request.id, at=stamped.at, out_of_order=out_of_order, reason=reason)
    if meeting.speaking is None:
        return [called]
    return [FloorInterrupted(grant=meeting.speaking.id, at=stamped.at), called]


def _inscribed(requests: list[Request]) -> list[Request]:
    """Those whose turn comes: a request passed over keeps its place and holds up nobody."""
    return [r for r in requests if r.state is RequestState.INSCRIBED]


def _ahead(meeting: Meeting, request: Request) -> list[Request]:
    """Who should be called before this request: points of order, then the inscribed ahead of it."""
    points = _inscribed(meeting.points_of_order())
    if request.kind is RequestKind.POINT_OF_ORDER:
        return [p for p in points if p.number < request.number]
    waiting = meeting.waiting(request.item, request.kind)
    return points + _inscribed(waiting[: waiting.index(request)])


def _current(meeting: Meeting, at: datetime, code: str) -> tuple[Request, timedelta | None]:
    """The request that is called, or else speaking, and the speaking time that is left of it."""
    if meeting.called is not None:
        request = meeting.requests[meeting.called.request]
        return request, request.left
    grant = meeting.speaking
    if grant is None or grant.request is None:
        raise Refused(code)
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
    changed = with_request(meeting, event.request, state=RequestState.CALLED, reason=event.reason)
    return replace(changed, called=Call(request=event.request, called_at=event.at))


def on_passed_over(meeting: Meeting, event: SpeakerPassedOver) -> Meeting:
    """The place is held, with the time left if the speaker had begun."""
    changed = with_request(
        meeting,
        event.request,
        state=RequestState.PASSED_OVER,
        passed_over=event.cause,
        left=None if event.left_ms is None else event.left_ms * _MS,
    )
    return _off_the_floor(changed, event.request)


def on_taken_back(meeting: Meeting, event: CallTakenBack) -> Meeting:
    """As before the call: inscribed, or passed over with its place held."""
    request = meeting.requests.get(event.request)
    held = request is not None and request.passed_over is not None
    state = RequestState.PASSED_OVER if held else RequestState.INSCRIBED
    changed = with_request(meeting, event.request, state=state, reason=None)
    return _off_the_floor(changed, event.request)


def on_interrupted(meeting: Meeting, event: FloorInterrupted) -> Meeting:
    """The speaker's clock stands still."""
    return replace(
        meeting,
        floor=tuple(replace(g, interrupted_at=event.at) if g.id == event.grant else g for g in meeting.floor),
    )
