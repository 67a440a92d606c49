"""The turns that have ended, and how often each delegation was heard: seen by the podium."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Spoken
from hemicycle.rules.state.people import PodiumMember
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import (
    DelegationId,
    GrantId,
    GroupId,
    HolderKind,
    ItemId,
    ParticipantId,
    RequestId,
    RequestKind,
    Title,
)
from hemicycle.views.shown import Shown, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnShown:
    """A turn that has ended, as corrected. ``title``: of who had the floor outside the list.

    ``partial``: the speaker was passed over and may go on in another turn.
    """

    kind: RequestKind
    holder: HolderKind
    started_at: datetime
    ended_at: datetime
    spoken_ms: int
    corrected: bool
    partial: bool
    item: ItemId | None = None
    delegation: DelegationId | None = None
    title: Title | None = None
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardShown:
    """How often a delegation has had the floor on an item: statements, and rights of reply."""

    statements: int
    replies: int


def turn_shown(podium: Mapping[ParticipantId, PodiumMember], turn: Spoken) -> TurnShown:
    """A turn that has ended."""
    member = podium.get(turn.holder.ref) if turn.holder.delegation is None else None
    return TurnShown(
        kind=turn.kind,
        holder=turn.holder.kind,
        started_at=turn.started_at,
        ended_at=turn.ended_at,
        spoken_ms=turn.spoken // timedelta(milliseconds=1),
        corrected=turn.corrected,
        partial=turn.partial,
        item=turn.item,
        delegation=turn.holder.delegation,
        title=member.title if member else None,
        request=turn.request,
        on_behalf_of=turn.on_behalf_of,
    )


def turns(meeting: Meeting) -> Mapping[str, TurnShown]:
    """Every turn by its grant, in decimal digits."""
    return Shown(_by_name(meeting.spoken), partial(turn_shown, meeting.podium))


@shared
def _by_name(spoken: Mapping[GrantId, Spoken]) -> Mapping[str, Spoken]:
    return {str(grant): turn for grant, turn in spoken.items()}


@shared
def heard(
    counts: Mapping[tuple[ItemId, DelegationId], Heard],
) -> Mapping[ItemId, Mapping[DelegationId, HeardShown]]:
    """By item and delegation."""
    counted: dict[ItemId, dict[DelegationId, HeardShown]] = {}
    for (item, delegation), count in counts.items():
        shown = HeardShown(statements=count.statements, replies=count.replies)
        counted.setdefault(item, {})[delegation] = shown
    return counted
