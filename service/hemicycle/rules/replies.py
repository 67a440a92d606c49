"""Rights of reply: asked for after a statement, held until the end of the item or of the day (REPLY)."""

from dataclasses import replace

from hemicycle.rules import conditions
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.commands import BeginReplies, DeclineRequest, Stamped
from hemicycle.rules.events import Event, RepliesBegun, RequestDeclined
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Replies, RepliesTaken
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import LEVELS, PENDING, WAITING, Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import (
    DelegationId,
    ItemId,
    ItemState,
    ListState,
    RequestId,
    RequestKind,
    RequestState,
)

DECLINABLE = frozenset({RequestKind.REPLY, RequestKind.REBUTTAL, RequestKind.QUESTION})
_HEARD = frozenset({RequestState.DELIVERED, RequestState.TAKEN_AS_READ})


def admit_reply(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """Also when the list is closed: once another was heard on the item, and while replies are left.

    Delivered, waiting and inherited replies count; the ordinal says which of them this is. Refuses
    ``no-replies``, ``reply-not-yours``, ``item-closed``, ``nothing-to-reply``, ``replies-used-up``.
    """
    replies = _replies(meeting)
    if delegation.category not in replies.categories:
        raise Refused("reply-not-yours")
    item = _item(meeting, ask, replies)
    _warranted(meeting, item, ask.answers, delegation.id)
    used = _used(meeting, item, delegation.id)
    if used >= replies.count:
        raise Refused("replies-used-up", count=replies.count)
    tier = conditions.procedure_of(meeting).tier_for(delegation.category, on_behalf_of=False) or 0
    return Admission(
        item=item, tier=tier, seconds=replies.seconds[used], answers=ask.answers, ordinal=used + 1
    )


def begin_replies(meeting: Meeting, stamped: Stamped, command: BeginReplies) -> list[Event]:
    """Replies are taken now: of an item whose list is closed and heard, or of the day, of every item.

    Refuses ``no-reply-waits``, ``replies-begun``, and ``replies-not-due`` before an item's list is heard.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    replies = _replies(meeting)
    of_the_item = replies.taken is RepliesTaken.END_OF_ITEM or command.item is not None
    named = [conditions.known_item(meeting, command.item)] if of_the_item else list(meeting.agenda)
    items = [item for item in named if meeting.waiting(item, RequestKind.REPLY)]
    if not items:
        raise Refused("no-reply-waits")
    new = tuple(item for item in items if item not in meeting.replies_begun)
    if not new:
        raise Refused("replies-begun")
    if replies.taken is RepliesTaken.END_OF_ITEM and not item_heard(meeting, new[0]):
        raise Refused("replies-not-due")
    return [RepliesBegun(items=new, at=stamped.at)]


def decline_request(meeting: Meeting, stamped: Stamped, command: DeclineRequest) -> list[Event]:
    """The chair declines a reply, a rebuttal or a question that waits; the reason is kept apart."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    found = conditions.pending_request(meeting, command.request)
    if found.kind not in DECLINABLE:
        raise Refused("not-declinable", kind=found.kind)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    if not command.reason.strip():
        raise Refused("decline-needs-reason")
    return [RequestDeclined(request=found.id, at=stamped.at, reason=stamped.id)]


def waiting(meeting: Meeting, item: ItemId) -> list[Request]:
    """The replies that should be heard before the item is closed; none where the day's end takes them."""
    return _of(meeting, item) if _taken(meeting) is RepliesTaken.END_OF_ITEM else []


def of_the_day(meeting: Meeting) -> list[Request]:
    """The replies that the day's end takes, of every item, also of closed ones: first before second ones."""
    if _taken(meeting) is not RepliesTaken.END_OF_DAY:
        return []
    found = [r for item in meeting.agenda for r in _of(meeting, item)]
    return sorted(found, key=lambda r: r.ordinal)


def begun(meeting: Meeting) -> list[Request]:
    """The replies that the chair has begun to take, of every such item: all first ones before second ones."""
    found = [r for i in meeting.agenda if i in meeting.replies_begun for r in _of(meeting, i)]
    return sorted(found, key=lambda r: r.ordinal)


def after_the_list(meeting: Meeting, item: ItemId) -> list[Request]:
    """The replies that follow the item's list, and need not be begun for that."""
    return [] if item in meeting.replies_begun else waiting(meeting, item)


def due(meeting: Meeting) -> list[Request]:
    """Whose replies may be called now, in their order: those begun, and those of an item that was heard."""
    item = meeting.item
    if item is None or not item_heard(meeting, item):
        return begun(meeting)
    return begun(meeting) + after_the_list(meeting, item)


def item_heard(meeting: Meeting, item: ItemId) -> bool:
    """The list is closed and nobody inscribed waits on it any more; those passed over hold up nobody."""
    inscribed = any(r.state is RequestState.INSCRIBED for r in meeting.waiting(item))
    return meeting.lists.get(item) is ListState.CLOSED and not inscribed


def _taken(meeting: Meeting) -> RepliesTaken | None:
    """When this body takes replies; None: it knows none."""
    procedure = meeting.procedure
    return None if procedure is None or procedure.replies is None else procedure.replies.taken


def _of(meeting: Meeting, item: ItemId) -> list[Request]:
    return meeting.waiting(item, RequestKind.REPLY)


def _replies(meeting: Meeting) -> Replies:
    replies = conditions.procedure_of(meeting).replies
    if replies is None:
        raise Refused("no-replies")
    return replies


def _item(meeting: Meeting, ask: Ask, replies: Replies) -> ItemId:
    """The item named, else that of the statement it answers, else the one under consideration."""
    answered = meeting.requests.get(ask.answers) if ask.answers is not None else None
    item = conditions.known_item(meeting, ask.item or (None if answered is None else answered.item))
    if meeting.items[item] is ItemState.CLOSED and replies.taken is RepliesTaken.END_OF_ITEM:
        raise Refused("item-closed", item=item)
    return item


def _warranted(meeting: Meeting, item: ItemId, answers: RequestId | None, own: DelegationId) -> None:
    """A statement of somebody else was heard on the item: the one that is named, if one is."""
    if answers is None:
        if not _others_heard(meeting, item, own):
            raise Refused("nothing-to-reply", item=item)
        return
    if answers not in meeting.requests:
        raise Refused("unknown-request", request=answers)
    found = meeting.requests[answers]
    if found.item != item or found.delegation == own or found.state not in _HEARD:
        raise Refused("nothing-to-reply", item=item)


def _others_heard(meeting: Meeting, item: ItemId, own: DelegationId) -> bool:
    turns = (
        t.item == item and t.holder.delegation != own and t.kind not in LEVELS
        for t in meeting.spoken.values()
    )
    counted = (
        h.item == item and h.delegation != own and h.statements + h.replies > 0
        for h in meeting.heard.values()
    )
    return any(turns) or any(counted)


def _used(meeting: Meeting, item: ItemId, delegation: DelegationId) -> int:
    heard = meeting.heard.get((item, delegation))
    pending = sum(
        (r.kind, r.item, r.delegation) == (RequestKind.REPLY, item, delegation) and r.state in PENDING
        for r in meeting.requests.values()
    )
    return pending + (0 if heard is None else heard.replies)


def on_replies_begun(meeting: Meeting, event: RepliesBegun) -> Meeting:
    """The replies of these items come before statements from here on."""
    return replace(meeting, replies_begun=meeting.replies_begun | frozenset(event.items))


def on_request_declined(meeting: Meeting, event: RequestDeclined) -> Meeting:
    """It has ended without being heard."""
    return with_request(
        meeting, event.request, state=RequestState.DECLINED, reason=event.reason, ended_at=event.at
    )
