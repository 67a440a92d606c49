"""The turns that have ended, and how often each delegation was heard: seen by the podium."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Spoken
from hemicycle.rules.terms import (
    DelegationId,
    GroupId,
    HolderKind,
    ItemId,
    RequestId,
    RequestKind,
)
from hemicycle.views.shown import shared


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnShown:
    """A turn that has ended, as corrected. ``title``: of who had the floor outside the list."""

    kind: RequestKind
    holder: HolderKind
    started_at: datetime
    ended_at: datetime
    spoken_ms: int
    corrected: bool
    item: ItemId | None = None
    delegation: DelegationId | None = None
    title: str | None = None
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardShown:
    """How often a delegation has had the floor on an item: statements, and rights of reply."""

    statements: int
    replies: int


def turn_shown(meeting: Meeting, turn: Spoken) -> TurnShown:
    """A turn that has ended."""
    member = meeting.podium.get(turn.holder.ref) if turn.holder.delegation is None else None
    return TurnShown(
        kind=turn.kind,
        holder=turn.holder.kind,
        started_at=turn.started_at,
        ended_at=turn.ended_at,
        spoken_ms=turn.spoken // timedelta(milliseconds=1),
        corrected=turn.corrected,
        item=turn.item,
        delegation=turn.holder.delegation,
        title=member.title if member else None,
        request=turn.request,
        on_behalf_of=turn.on_behalf_of,
    )


@shared
def turns(meeting: Meeting) -> dict[str, TurnShown]:
    """Every turn by its grant, in decimal digits."""
    show = partial(turn_shown, meeting)
    return {str(grant): show(turn) for grant, turn in meeting.spoken.items()}


def heard(meeting: Meeting) -> dict[ItemId, dict[DelegationId, HeardShown]]:
    """By item and delegation."""
    counted: dict[ItemId, dict[DelegationId, HeardShown]] = {}
    for (item, delegation), count in meeting.heard.items():
        shown = HeardShown(statements=count.statements, replies=count.replies)
        counted.setdefault(item, {})[delegation] = shown
    return counted
