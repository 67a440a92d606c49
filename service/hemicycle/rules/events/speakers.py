"""The list of speakers."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import (
    Capacity,
    DelegationId,
    GroupId,
    ItemId,
    Modality,
    MotionId,
    PanelId,
    ParticipantId,
    ProposalId,
    ReasonId,
    RequestId,
    RequestKind,
    Source,
    SpeakerRank,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOpened:
    """Requests for this item are accepted from here on."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnnounced:
    """The chair has announced that the list will be closed."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClosed:
    """No further statements are accepted for this item."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReopened:
    """By decision of the body, requests are accepted again."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerInscribed:
    """A request was accepted and has its place.

    ``joint``: who makes the statement too; ``named``: who is asked to, and has not joined. ``reason``: why
    one that is no member of the group speaks on its behalf.
    """

    request: RequestId
    number: int
    kind: RequestKind
    item: ItemId | None
    delegation: DelegationId
    participant: ParticipantId | None
    source: Source
    modality: Modality
    tier: int
    seconds: int
    at: datetime
    language: str | None = None
    on_behalf_of: GroupId | None = None
    segment: int = 0
    rank: SpeakerRank = SpeakerRank.OTHER
    joint: tuple[DelegationId, ...] = ()
    answers: RequestId | None = None
    ordinal: int = 1
    motion: MotionId | None = None
    proposal: ProposalId | None = None
    panel: PanelId | None = None
    named: tuple[DelegationId, ...] = ()
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWithdrawn:
    """The request left the list; ``by``: the capacity in which it was withdrawn."""

    request: RequestId
    by: Capacity
    at: datetime
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingEnded:
    """A delegation no longer shares this joint statement, whose place is unchanged."""

    request: RequestId
    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementJoined:
    """A delegation that was named makes this joint statement too; its place is unchanged."""

    request: RequestId
    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningDeclined:
    """A delegation that was named does not join this statement."""

    request: RequestId
    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityChanged:
    """The delegation speaks from elsewhere; its place is unchanged."""

    request: RequestId
    modality: Modality
    participant: ParticipantId | None


SpeakersEvent = (
    ListOpened
    | ListAnnounced
    | ListClosed
    | ListReopened
    | SpeakerInscribed
    | RequestWithdrawn
    | StatementJoined
    | JoiningDeclined
    | SharingEnded
    | ModalityChanged
)
