"""The order of speakers: segments, frozen head, departures, closing by the clock (STATEMENT_ORDER).

The order itself stands in ``places``.
"""

from dataclasses import replace

from hemicycle.rules import conditions, items
from hemicycle.rules.commands import (
    CloseListOnTime,
    FreezeHead,
    MoveRequest,
    OpenSegment,
    SetListClosing,
    Stamped,
)
from hemicycle.rules.events import (
    Event,
    HeadFrozen,
    ListClosed,
    ListClosingSet,
    RequestMoved,
    SegmentOpened,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import RoomFirst
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import WAITING, Request
from hemicycle.rules.terms import Agent, ItemId, Modality, Phase, RequestId, RequestKind, RequestState

MOVABLE = frozenset(
    {
        RequestKind.STATEMENT,
        RequestKind.REPLY,
        RequestKind.EXPLANATION,
        RequestKind.QUESTION,
        RequestKind.REBUTTAL,
    }
)
"""What the chair may put elsewhere on its list; the others have an order of their own."""


def set_list_closing(meeting: Meeting, stamped: Stamped, command: SetListClosing) -> list[Event]:
    """LIST_CLOSE: an open list, also before the meeting, shall close at a time to come, or shall not."""
    _steering(meeting, stamped)
    items.accepting(meeting, command.item)
    if command.closes_at is not None and command.closes_at <= stamped.at:
        raise Refused("closing-past")
    if meeting.closing_at.get(command.item) == command.closes_at:
        return []
    return [ListClosingSet(item=command.item, closes_at=command.closes_at, at=stamped.at)]


def close_list_on_time(meeting: Meeting, stamped: Stamped, command: CloseListOnTime) -> list[Event]:
    """The moment has come. Refused ``stale`` once the list is closed, or was set to another moment."""
    conditions.from_agent(stamped, Agent.CLOCK)
    due = meeting.closing_at.get(command.item)
    closes = meeting.lists.get(command.item) in items.ACCEPTING and meeting.phase is not Phase.ADJOURNED
    if not closes or due is None or due != command.closes_at or stamped.at < due:
        raise Refused("stale")
    return [ListClosed(item=command.item, at=stamped.at)]


def freeze_head(meeting: Meeting, stamped: Stamped, command: FreezeHead) -> list[Event]:
    """The first so many statements stay as they stand, whoever asks later; 0: none any more."""
    _steering(meeting, stamped)
    item = items.not_closed(meeting, command.item)
    waiting = meeting.waiting(item)
    if not 0 <= command.count <= len(waiting):
        raise Refused("too-few-waiting", waiting=len(waiting))
    order = tuple(r.id for r in waiting[: command.count])
    if order == meeting.frozen.get(item, ()):
        return []
    return [HeadFrozen(item=item, order=order, at=stamped.at)]


def move_request(meeting: Meeting, stamped: Stamped, command: MoveRequest) -> list[Event]:
    """A departure from the order, with its reason on record; the frozen head is not touched."""
    _steering(meeting, stamped)
    if not command.reason.strip():
        raise Refused("needs-reason")
    moved = _waiting(meeting, command.request)
    if moved.kind not in MOVABLE:
        raise Refused("not-movable", kind=moved.kind)
    before = None if command.before is None else _waiting(meeting, command.before)
    if before is moved:
        return []
    if before is not None and (before.item, before.kind) != (moved.item, moved.kind):
        raise Refused("another-list", request=before.id)
    if {command.request, command.before} & set(meeting.frozen.get(moved.item or "", ())):
        raise Refused("head-frozen")
    stood = [r.id for r in meeting.waiting(moved.item, moved.kind)]
    order = [r for r in stood if r != moved.id]
    order.insert(len(order) if before is None else order.index(before.id), moved.id)
    if order == stood:
        return []
    return [
        RequestMoved(
            request=moved.id, before=command.before, order=tuple(order), at=stamped.at, reason=stamped.id
        )
    ]


def open_segment(meeting: Meeting, stamped: Stamped, command: OpenSegment) -> list[Event]:
    """Whoever asks from here on stands in this segment; who waits already stays in hers."""
    _steering(meeting, stamped)
    item = items.not_closed(meeting, command.item)
    if not 0 <= command.segment < len(conditions.procedure_of(meeting).segments):
        raise Refused("no-such-segment", segment=command.segment)
    if command.segment == meeting.segments.get(item, 0):
        return []
    return [SegmentOpened(item=item, segment=command.segment, at=stamped.at)]


def room_hint(meeting: Meeting, item: ItemId | None) -> RequestId | None:
    """Whom the preference for the room suggests instead of the next statement, where it is a hint only.

    The first in the room of the next speaker's own segment, tier and rank, if the next speaks online; None:
    no hint, or the body has no such policy.
    """
    if meeting.procedure is None or meeting.procedure.room_first is not RoomFirst.HINT:
        return None
    inscribed = [r for r in meeting.waiting(item) if r.state is RequestState.INSCRIBED]
    if not inscribed or inscribed[0].modality is Modality.IN_PERSON:
        return None
    place = _place(inscribed[0])
    return next((r.id for r in inscribed if r.modality is Modality.IN_PERSON and _place(r) == place), None)


def _place(request: Request) -> tuple[object, ...]:
    return (request.segment, request.tier, request.rank)


def _steering(meeting: Meeting, stamped: Stamped) -> None:
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)


def _waiting(meeting: Meeting, request: RequestId) -> Request:
    found = conditions.pending_request(meeting, request)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    return found


def on_list_closing_set(meeting: Meeting, event: ListClosingSet) -> Meeting:
    """When the list will close by the clock."""
    others = {k: v for k, v in meeting.closing_at.items() if k != event.item}
    if event.closes_at is not None:
        others[event.item] = event.closes_at
    return replace(meeting, closing_at=others)


def on_head_frozen(meeting: Meeting, event: HeadFrozen) -> Meeting:
    """The head of the list, as it stays."""
    return replace(meeting, frozen={**meeting.frozen, event.item: event.order})


def on_request_moved(meeting: Meeting, event: RequestMoved) -> Meeting:
    """Those who wait keep this order; other kinds of requests of the item keep theirs."""
    request = meeting.requests.get(event.request)
    if request is None or request.item is None:
        return meeting
    others = (r for r in meeting.fixed.get(request.item, ()) if r not in event.order)
    fixed = (*event.order, *others)
    changed = with_request(meeting, request.id, moved=True)
    return replace(changed, fixed={**meeting.fixed, request.item: fixed})


def on_segment_opened(meeting: Meeting, event: SegmentOpened) -> Meeting:
    """The segment of those who ask from here on."""
    return replace(meeting, segments={**meeting.segments, event.item: event.segment})
