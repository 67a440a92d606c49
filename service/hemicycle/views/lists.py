"""The lists of speakers: what each audience sees of a request, and in what order they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.next_up import next_up
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.floor import WAITING, Request
from hemicycle.rules.terms import (
    DelegationId,
    GroupId,
    ItemId,
    ListState,
    Modality,
    MotionId,
    PanelId,
    ParticipantId,
    PassedOverCause,
    ProposalId,
    ReasonId,
    RequestId,
    RequestKind,
    RequestState,
    Source,
    SpeakerRank,
)
from hemicycle.views.shown import shared


@dataclass(frozen=True, slots=True, kw_only=True)
class HallEntry:
    """One request. ``seconds``: the speaking time it will have. ``tier``, ``segment``: ids.

    ``rank``: only where a segment goes by rank. ``joint``: who makes the statement too; ``named``: while it
    waits, who is asked to and has not joined. ``answers``: the request to which a reply answers; ``ordinal``:
    the delegation's first, second reply. ``motion``, ``proposal``, ``panel``: what it speaks to. ``carried``:
    inscribed at an earlier meeting.
    """

    kind: RequestKind
    delegation: DelegationId
    tier: str
    modality: Modality
    state: RequestState
    seconds: int
    accepted_at: datetime
    item: ItemId | None = None
    on_behalf_of: GroupId | None = None
    ended_at: datetime | None = None
    segment: str | None = None
    rank: SpeakerRank | None = None
    joint: tuple[DelegationId, ...] | None = None
    answers: RequestId | None = None
    ordinal: int | None = None
    motion: MotionId | None = None
    proposal: ProposalId | None = None
    panel: PanelId | None = None
    carried: bool | None = None
    named: tuple[DelegationId, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsEntry(HallEntry):
    """``language`` that the speaker announced; ``participant``: id in the directory."""

    language: str | None = None
    participant: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumEntry(BoothsEntry):
    """``left_ms``: time held for a speaker passed over in mid-statement. ``reason``: id of a row.

    ``moved``: the chair put it where it stands.
    """

    source: Source
    passed_over: PassedOverCause | None = None
    left_ms: int | None = None
    reason: ReasonId | None = None
    moved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """An item's list: ``order`` holds the statements that wait, ``delivered`` those heard, both in order.

    ``closing_at``: the list closes then by the clock. ``frozen``: the head whose order is fixed. ``replies``,
    ``explanations``, ``questions`` (to the panel), ``rebuttals``: what else waits, in order.
    ``replies_begun``: the rights of reply are being taken.
    """

    state: ListState
    order: tuple[RequestId, ...]
    delivered: tuple[RequestId, ...]
    replies: tuple[RequestId, ...] = ()
    explanations: tuple[RequestId, ...] = ()
    questions: tuple[RequestId, ...] = ()
    rebuttals: tuple[RequestId, ...] = ()
    frozen: tuple[RequestId, ...] = ()
    closing_at: datetime | None = None
    replies_begun: bool = False


@shared
def shown_requests(meeting: Meeting) -> Mapping[RequestId, Request]:
    """The requests that stand in the views: all but the withdrawn."""
    return {r.id: r for r in meeting.requests.values() if r.state is not RequestState.WITHDRAWN}


@shared
def waiting(meeting: Meeting) -> Mapping[tuple[ItemId | None, RequestKind], tuple[Request, ...]]:
    """Every list on which somebody waits, by item and kind, in the order of speaking."""
    found = {(r.item, r.kind) for r in meeting.requests.values() if r.state in WAITING}
    return {(item, kind): tuple(meeting.waiting(item, kind)) for item, kind in found}


def lists(meeting: Meeting) -> dict[ItemId, ListShown]:
    """The list of each item."""
    heard: dict[ItemId | None, list[RequestId]] = {}
    for request in (meeting.requests[key] for key in meeting.delivered):
        if request.kind is RequestKind.STATEMENT:
            heard.setdefault(request.item, []).append(request.id)
    return {item: _list(meeting, item, tuple(heard.get(item, ()))) for item in meeting.agenda}


def _list(meeting: Meeting, item: ItemId, delivered: tuple[RequestId, ...]) -> ListShown:
    return ListShown(
        state=meeting.lists[item],
        order=_order(meeting, item, RequestKind.STATEMENT),
        delivered=delivered,
        replies=_order(meeting, item, RequestKind.REPLY),
        explanations=_order(meeting, item, RequestKind.EXPLANATION),
        questions=_order(meeting, item, RequestKind.QUESTION),
        rebuttals=_order(meeting, item, RequestKind.REBUTTAL),
        frozen=meeting.frozen.get(item, ()),
        closing_at=meeting.closing_at.get(item),
        replies_begun=item in meeting.replies_begun,
    )


def _order(meeting: Meeting, item: ItemId, kind: RequestKind) -> tuple[RequestId, ...]:
    return tuple(request.id for request in waiting(meeting).get((item, kind), ()))


NEXT = 5
"""How many of the next speakers are told."""


def next_speakers(meeting: Meeting) -> tuple[RequestId, ...]:
    """Who will be called next, at most five, in the order in which the chair calls."""
    return tuple(request.id for request in next_up(meeting)[:NEXT])


def hall_entry(procedure: Procedure | None, request: Request) -> HallEntry:
    """What the hall sees of a request."""
    return HallEntry(**_hall(procedure, request))


def booths_entry(procedure: Procedure | None, request: Request) -> BoothsEntry:
    """What the booths see of a request."""
    return BoothsEntry(**_booths(procedure, request))


def podium_entry(procedure: Procedure | None, request: Request) -> PodiumEntry:
    """What the podium sees of a request."""
    held = request.state is RequestState.PASSED_OVER
    return PodiumEntry(
        **_booths(procedure, request),
        source=request.source,
        passed_over=request.passed_over if held else None,
        left_ms=None if request.left is None else request.left // timedelta(milliseconds=1),
        reason=request.reason,
        moved=request.moved or None,
    )


def _booths(procedure: Procedure | None, request: Request) -> dict[str, Any]:
    return {
        **_hall(procedure, request),
        "language": request.language,
        "participant": request.participant,
    }


def _hall(procedure: Procedure | None, request: Request) -> dict[str, Any]:
    segments = procedure.segments if procedure else ()
    segment = segments[request.segment] if request.segment < len(segments) else None
    return {
        "kind": request.kind,
        "delegation": request.delegation,
        "tier": tier_id(procedure, request),
        "modality": request.modality,
        "state": request.state,
        "seconds": seconds_due(request),
        "accepted_at": request.accepted_at,
        "item": request.item,
        "on_behalf_of": request.on_behalf_of,
        "ended_at": request.ended_at,
        "segment": segment.id if segment else None,
        "rank": request.rank if segment and segment.by_rank else None,
        "joint": request.joint or None,
        "named": (request.named or None) if request.state in WAITING else None,
        "answers": request.answers,
        "ordinal": request.ordinal if request.kind is RequestKind.REPLY else None,
        "motion": request.motion,
        "proposal": request.proposal,
        "panel": request.panel,
        "carried": request.carried or None,
    }


def tier_id(procedure: Procedure | None, request: Request) -> str:
    """The id of the tier in which a request stands."""
    tiers = procedure.tiers if procedure else ()
    return tiers[request.tier].id if request.tier < len(tiers) else ""


def seconds_due(request: Request) -> int:
    """The speaking time, in seconds, that a request will have when it is given the floor."""
    return request.seconds if request.left is None else ceil(request.left.total_seconds())
