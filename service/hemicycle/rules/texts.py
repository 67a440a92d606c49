"""Texts of statements (TEXTS): handed in before the request, taken back, publishable once delivered.

A text belongs to a delegation and an item, since it arrives before any request for the floor. The files
are rows (``documents.texts``); the log knows that a text is there, and in which languages.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from hemicycle.rules import commands as c
from hemicycle.rules import conditions, plenty
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, Request
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import Agent, DelegationId, ItemId, RequestId, RequestKind, RequestState

_HEARD = frozenset({RequestState.DELIVERED, RequestState.TAKEN_AS_READ})


def attach_text(meeting: Meeting, stamped: c.Stamped, command: c.AttachText) -> list[e.Event]:
    """A text came in, or is there in further languages; handed in after delivery it is publishable at once.

    Refuses ``adjourned``, ``unknown-delegation``, ``unknown-item``, ``no-languages``, ``too-many-languages``,
    ``foreign-text`` (the id is of another delegation or item) and ``text-there`` (the delegation has one that
    waits to be heard).
    """
    conditions.from_agent(stamped, Agent.REGISTRY)
    conditions.not_adjourned(meeting)
    if command.delegation not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=command.delegation)
    item = conditions.known_item(meeting, command.item)
    if not command.languages:
        raise Refused("no-languages")
    plenty.languages(command.languages)
    there = meeting.texts.get(command.text)
    if there is not None and (there.delegation, there.item) != (command.delegation, item):
        raise Refused("foreign-text", text=command.text)
    if there is None and unheard(meeting, command.delegation, item) is not None:
        raise Refused("text-there", item=item)
    if there is not None and (there.languages, there.check) == (command.languages, command.check):
        return []
    attached = e.TextAttached(
        text=command.text,
        delegation=command.delegation,
        item=item,
        languages=command.languages,
        check=command.check,
        at=stamped.at,
    )
    delivered = _delivered_without_text(meeting, command.delegation, item) if there is None else None
    if delivered is None:
        return [attached]
    return [attached, e.TextPublishable(text=command.text, request=delivered.id, at=stamped.at)]


def withdraw_text(meeting: Meeting, stamped: c.Stamped, command: c.WithdrawText) -> list[e.Event]:
    """Take it back; refuses ``adjourned``, ``unknown-text`` and, once it was heard, ``text-published``."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    conditions.not_adjourned(meeting)
    text = meeting.texts.get(command.text)
    if text is None:
        raise Refused("unknown-text", text=command.text)
    if text.publishable_at is not None:
        raise Refused("text-published")
    return [e.TextWithdrawn(text=command.text, at=stamped.at)]


def published(meeting: Meeting, request: RequestId | None, at: datetime) -> list[e.Event]:
    """The texts that become publishable when this statement was delivered or taken as read, at ``at``.

    None for a turn without a request, for another kind of turn, and where no text waits. Of a joint
    statement the texts of all that have joined it; where one was inherited beside one handed in here, both.
    A delegation that waits to speak once more on the item, for itself or a group, keeps its text till then.
    """
    found = meeting.requests.get(request) if request is not None else None
    if found is None or found.kind is not RequestKind.STATEMENT or found.item is None:
        return []
    heard = (d for d in _speakers(found) if not _speaks_again(meeting, d, found))
    texts = (text for delegation in heard for text in of(meeting, delegation, found.item))
    waiting = (text for text in texts if text.publishable_at is None)
    return [e.TextPublishable(text=text.id, request=found.id, at=at) for text in waiting]


def unheard(meeting: Meeting, delegation: DelegationId, item: ItemId) -> StatementText | None:
    """The delegation's text on the item that waits to be heard, if it has handed one in."""
    return next((t for t in of(meeting, delegation, item) if t.publishable_at is None), None)


def of(meeting: Meeting, delegation: DelegationId, item: ItemId) -> Iterator[StatementText]:
    """The texts of a delegation on an item, heard or not, in the order in which they came."""
    return (t for t in meeting.texts.values() if (t.delegation, t.item) == (delegation, item))


def _speakers(request: Request) -> tuple[DelegationId, ...]:
    return tuple(dict.fromkeys((request.delegation, *request.joint)))


def _speaks_again(meeting: Meeting, delegation: DelegationId, heard: Request) -> bool:
    return any(
        r.id != heard.id
        and (r.kind, r.item) == (heard.kind, heard.item)
        and r.state in PENDING
        and delegation in _speakers(r)
        for r in meeting.requests.values()
    )


def _delivered_without_text(meeting: Meeting, delegation: DelegationId, item: ItemId) -> Request | None:
    """The statement that this text must be: the last one heard without a text, while none is waiting."""
    of_item = [
        r
        for r in meeting.requests.values()
        if r.kind is RequestKind.STATEMENT and r.item == item and delegation in _speakers(r)
    ]
    if any(r.state in PENDING for r in of_item):
        return None
    known = {t.request for t in of(meeting, delegation, item)}
    heard = [r for r in of_item if r.state in _HEARD and r.id not in known]
    return heard[-1] if heard else None


def on_text_attached(meeting: Meeting, event: e.TextAttached) -> Meeting:
    """There, in these languages; what is known of its delivery stays."""
    there = meeting.texts.get(event.text)
    text = StatementText(
        id=event.text,
        delegation=event.delegation,
        item=event.item,
        languages=event.languages,
        attached_at=event.at if there is None else there.attached_at,
        check=event.check,
        publishable_at=None if there is None else there.publishable_at,
        request=None if there is None else there.request,
    )
    return replace(meeting, texts={**meeting.texts, event.text: text})


def on_text_withdrawn(meeting: Meeting, event: e.TextWithdrawn) -> Meeting:
    """No longer there."""
    return replace(meeting, texts={key: t for key, t in meeting.texts.items() if key != event.text})


def on_text_publishable(meeting: Meeting, event: e.TextPublishable) -> Meeting:
    """Heard: this statement was it."""
    text = meeting.texts.get(event.text)
    if text is None:
        return meeting
    heard = replace(text, publishable_at=event.at, request=event.request)
    return replace(meeting, texts={**meeting.texts, text.id: heard})
