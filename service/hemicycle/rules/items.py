"""Agenda items and their lists: taken up and closed; opened, announced, closed, reopened (LIST_CLOSE)."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from hemicycle.rules import conditions, panels, replies
from hemicycle.rules.commands import (
    AnnounceList,
    CloseItem,
    CloseList,
    OpenList,
    ReopenList,
    Stamped,
    TakeUpItem,
)
from hemicycle.rules.events import (
    Event,
    ItemClosed,
    ItemTakenUp,
    ListAnnounced,
    ListClosed,
    ListOpened,
    ListReopened,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.terms import ItemId, ItemState, ListState, RequestKind, RequestState

ACCEPTING = frozenset({ListState.OPEN, ListState.ANNOUNCED})
"""The states of a list in which statements are asked for."""


def take_up(meeting: Meeting, stamped: Stamped, command: TakeUpItem) -> list[Event]:
    """Take up an item that is not yet closed, when no other is under consideration."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    conditions.no_motion(meeting)
    item = not_closed(meeting, command.item)
    if meeting.item is not None:
        raise Refused("item-under-consideration", item=meeting.item)
    return [ItemTakenUp(item=item, at=stamped.at)]


def close_item(meeting: Meeting, stamped: Stamped, command: CloseItem) -> list[Event]:
    """End the consideration; while somebody waits on it only ``confirmed``: whoever does is told so.

    Statements, explanations of vote, and the rights of reply that the end of the item takes.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    conditions.no_motion(meeting)
    item = conditions.known_item(meeting, command.item)
    if meeting.item != item:
        raise Refused("item-not-taken-up", item=item)
    conditions.floor_free(meeting)
    if panels.is_open(meeting, item):
        raise Refused("panel-open")
    explanations = meeting.waiting(item, RequestKind.EXPLANATION)
    waiting = (*meeting.waiting(item), *explanations, *replies.waiting(meeting, item))
    if waiting and not command.confirmed:
        raise Refused("speakers-waiting", waiting=len(waiting))
    return [ItemClosed(item=item, at=stamped.at, dropped=tuple(r.id for r in waiting))]


def change_list(
    meeting: Meeting, stamped: Stamped, command: OpenList | AnnounceList | CloseList | ReopenList
) -> list[Event]:
    """LIST_CLOSE: not open → open → (announced) → closed ⇄ reopened by the body's decision."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    conditions.no_vote(meeting)
    item = not_closed(meeting, command.item)
    state = meeting.lists[item]
    match command:
        case OpenList():
            _require_list(state, {ListState.NOT_OPEN}, item)
            return [ListOpened(item=item, at=stamped.at)]
        case AnnounceList():
            if state is ListState.ANNOUNCED:
                raise Refused("list-already-announced")
            _require_list(state, {ListState.OPEN}, item)
            return [ListAnnounced(item=item, at=stamped.at)]
        case CloseList():
            _require_list(state, ACCEPTING, item)
            return [ListClosed(item=item, at=stamped.at)]
        case ReopenList():
            if state is not ListState.CLOSED:
                raise Refused("list-not-closed", item=item)
            if not command.decided:
                raise Refused("needs-decision")
            return [ListReopened(item=item, at=stamped.at)]


def accepting(meeting: Meeting, item: ItemId) -> None:
    """Refuse unless statements may be asked for on this item: its list is open, or closing announced.

    After the body has adjourned the debate on it, they may when the item is taken up again.
    """
    not_closed(meeting, item)
    if meeting.items[item] is ItemState.DEBATE_ADJOURNED:
        raise Refused("debate-adjourned", item=item)
    _require_list(meeting.lists[item], ACCEPTING, item)


def _require_list(state: ListState, allowed: AbstractSet[ListState], item: ItemId) -> None:
    if state in allowed:
        return
    code = {ListState.NOT_OPEN: "list-not-open", ListState.CLOSED: "list-closed"}
    raise Refused(code.get(state, "list-already-open"), item=item)


def not_closed(meeting: Meeting, item: ItemId) -> ItemId:
    """The item named, still to be considered; refuses ``unknown-item`` and ``item-closed``."""
    found = conditions.known_item(meeting, item)
    if meeting.items[found] is ItemState.CLOSED:
        raise Refused("item-closed", item=found)
    return found


def on_taken_up(meeting: Meeting, event: ItemTakenUp) -> Meeting:
    """The item is under consideration."""
    return replace(meeting, item=event.item, items={**meeting.items, event.item: ItemState.TAKEN_UP})


def on_closed(meeting: Meeting, event: ItemClosed) -> Meeting:
    """The item and its list are closed; nothing is under consideration, and nobody waits any more."""
    for request in event.dropped:
        meeting = with_request(meeting, request, state=RequestState.DECLINED, ended_at=event.at)
    return replace(
        meeting,
        item=None if meeting.item == event.item else meeting.item,
        items={**meeting.items, event.item: ItemState.CLOSED},
        lists={**meeting.lists, event.item: ListState.CLOSED},
        closing_at={k: v for k, v in meeting.closing_at.items() if k != event.item},
    )


def on_list(meeting: Meeting, event: ListOpened | ListAnnounced | ListClosed | ListReopened) -> Meeting:
    """The list's new state; once closed or reopened, no moment stands at which it will close."""
    state = {ListAnnounced: ListState.ANNOUNCED, ListClosed: ListState.CLOSED}.get(
        type(event), ListState.OPEN
    )
    closing_at = meeting.closing_at
    if isinstance(event, ListClosed | ListReopened):
        closing_at = {k: v for k, v in closing_at.items() if k != event.item}
    return replace(meeting, lists={**meeting.lists, event.item: state}, closing_at=closing_at)
