"""Seen by everybody: the hall's display and every delegate. No person's id, no language, no source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import ceil
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import (
    Category,
    DelegationId,
    GrantId,
    GroupId,
    HolderKind,
    ItemId,
    ItemState,
    ListState,
    Modality,
    Phase,
    RequestId,
    RequestKind,
    RequestState,
)
from hemicycle.views.shown import Shown, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown:
    """The meeting itself. ``chair``: the title of who presides (``chair`` or ``vice_chair``)."""

    id: str
    number: int
    title: str
    phase: Phase
    scheduled_at: datetime | None = None
    called_to_order_at: datetime | None = None
    adjourned_at: datetime | None = None
    chair: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An agenda item; ``place`` in the agenda from 0."""

    number: str
    titles: Mapping[str, str]
    state: ItemState
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationShown:
    """A delegation's code, category and names by language tag."""

    code: str
    category: Category
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallEntry:
    """One request. ``seconds``: the speaking time it will have. ``tier``: id of a tier."""

    kind: RequestKind
    delegation: DelegationId
    tier: str
    modality: Modality
    state: RequestState
    seconds: int
    accepted_at: datetime
    on_behalf_of: GroupId | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """An item's list: ``order`` holds the ids that wait, ``delivered`` those heard, both in order."""

    state: ListState
    order: tuple[RequestId, ...]
    delivered: tuple[RequestId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallCall:
    """The speaker called. Details stand in ``entries``."""

    request: RequestId
    called_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HallFrame:
    """One frame of the floor. The clock stands while ``paused_at`` or ``interrupted_at`` is there.

    The time left is ``ends_at`` minus that moment, else minus now.
    """

    grant: GrantId
    kind: RequestKind
    holder: HolderKind
    started_at: datetime
    modality: Modality
    elapsed: bool
    delegation: DelegationId | None = None
    title: str | None = None
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None
    ends_at: datetime | None = None
    paused_at: datetime | None = None
    interrupted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HallView:
    """All that the hall sees.

    ``floor``: from the interrupted statement up to who speaks now. ``points``: the points of order
    that wait. ``entries``: every request that is not withdrawn, by id.
    """

    meeting: MeetingShown
    tiers: Mapping[str, str]
    agenda: Mapping[ItemId, ItemShown]
    delegations: Mapping[DelegationId, DelegationShown]
    groups: Mapping[GroupId, Mapping[str, str]]
    lists: Mapping[ItemId, ListShown]
    entries: Mapping[RequestId, HallEntry]
    points: tuple[RequestId, ...]
    floor: tuple[HallFrame, ...]
    called: HallCall | None = None
    item: ItemId | None = None


def project(meeting: Meeting) -> HallView:
    """The hall's view of a meeting that has been set up."""
    called = meeting.called
    return HallView(
        **common(meeting),
        entries=Shown(shown_requests(meeting), partial(_entry, meeting.procedure)),
        floor=tuple(HallFrame(**frame(meeting, g)) for g in meeting.floor),
        called=None if called is None else HallCall(request=called.request, called_at=called.called_at),
    )


def _entry(procedure: Procedure | None, request: Request) -> HallEntry:
    return HallEntry(**entry(procedure, request))


@shared
def shown_requests(meeting: Meeting) -> Mapping[RequestId, Request]:
    """The requests that stand in the views: all but the withdrawn."""
    return {r.id: r for r in meeting.requests.values() if r.state is not RequestState.WITHDRAWN}


@shared
def common(meeting: Meeting) -> dict[str, Any]:
    """The fields that all audiences see alike."""
    presiding = meeting.podium.get(meeting.presiding or "")
    return {
        "meeting": MeetingShown(
            id=meeting.id,
            number=meeting.number,
            title=meeting.title,
            phase=meeting.phase,
            scheduled_at=meeting.scheduled_at,
            called_to_order_at=meeting.called_to_order_at,
            adjourned_at=meeting.adjourned_at,
            chair=None if presiding is None else presiding.title,
        ),
        "tiers": {t.id: t.title for t in meeting.procedure.tiers} if meeting.procedure else {},
        "agenda": {
            item.id: ItemShown(
                number=item.number, titles=item.titles, state=meeting.items[item.id], place=place
            )
            for place, item in enumerate(meeting.agenda.values())
        },
        "delegations": Shown(meeting.delegations, _delegation),
        "groups": {g.id: g.names for g in meeting.groups.values()},
        "lists": {item: _list(meeting, item) for item in meeting.agenda},
        "points": tuple(p.id for p in meeting.points_of_order()),
        "item": meeting.item,
    }


def _delegation(delegation: Delegation) -> DelegationShown:
    return DelegationShown(code=delegation.code, category=delegation.category, names=delegation.names)


def _list(meeting: Meeting, item: ItemId) -> ListShown:
    heard = (meeting.requests[r] for r in meeting.delivered)
    return ListShown(
        state=meeting.lists[item],
        order=tuple(r.id for r in meeting.waiting(item)),
        delivered=tuple(r.id for r in heard if r.item == item and r.kind is RequestKind.STATEMENT),
    )


def entry(procedure: Procedure | None, request: Request) -> dict[str, Any]:
    """What the hall sees of a request."""
    return {
        "kind": request.kind,
        "delegation": request.delegation,
        "tier": tier_id(procedure, request),
        "modality": request.modality,
        "state": request.state,
        "seconds": seconds_due(request),
        "accepted_at": request.accepted_at,
        "on_behalf_of": request.on_behalf_of,
        "ended_at": request.ended_at,
    }


def tier_id(procedure: Procedure | None, request: Request) -> str:
    """The id of the tier in which a request stands."""
    tiers = procedure.tiers if procedure else ()
    return tiers[request.tier].id if request.tier < len(tiers) else ""


def seconds_due(request: Request) -> int:
    """The speaking time, in seconds, that a request will have when it is given the floor."""
    return request.seconds if request.left is None else ceil(request.left.total_seconds())


def frame(meeting: Meeting, grant: Grant) -> dict[str, Any]:
    """What the hall sees of a frame of the floor."""
    member = meeting.podium.get(grant.holder.ref)
    off_the_list = member is not None and grant.holder.delegation is None
    return {
        "grant": grant.id,
        "kind": grant.kind,
        "holder": grant.holder.kind,
        "started_at": grant.started_at,
        "modality": grant.modality,
        "elapsed": grant.elapsed,
        "delegation": member.delegation if member and off_the_list else grant.holder.delegation,
        "title": member.title if member and off_the_list else None,
        "request": grant.request,
        "on_behalf_of": grant.on_behalf_of,
        "ends_at": grant.ends_at,
        "paused_at": grant.paused_at,
        "interrupted_at": grant.interrupted_at,
    }
