"""Requests for the floor, the floor itself, and what was said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    DelegationId,
    GrantId,
    GroupId,
    ItemId,
    Modality,
    MotionId,
    OrderCause,
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

PENDING = frozenset(
    {RequestState.INSCRIBED, RequestState.CALLED, RequestState.SPEAKING, RequestState.PASSED_OVER}
)
WAITING = frozenset({RequestState.INSCRIBED, RequestState.PASSED_OVER})
RANKS = tuple(SpeakerRank)


class Level(IntEnum):
    """How high a frame of the floor stands: what is higher interrupts what is below."""

    STATEMENT = 0
    MOTION = 1
    POINT_OF_ORDER = 2
    APPEAL = 3
    ADVICE = 4


LEVELS = {
    RequestKind.MOTION: Level.MOTION,
    RequestKind.FOR_MOTION: Level.MOTION,
    RequestKind.AGAINST_MOTION: Level.MOTION,
    RequestKind.POINT_OF_ORDER: Level.POINT_OF_ORDER,
    RequestKind.APPEAL: Level.APPEAL,
    RequestKind.ADVICE: Level.ADVICE,
}
"""All other kinds stand at the level of statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for the floor. The delegation holds the place; ``participant`` is who would speak now.

    ``number`` counts the requests of the meeting. ``passed_over``: why the chair last went on without it.
    ``left`` is the speaking time held for a speaker who was passed over in mid-statement. ``rank``: in a
    high-level segment. ``joint``: the delegations that make the statement too; ``named``: those asked to,
    that have not joined. ``answers``: the request that a reply answers; ``ordinal``: the delegation's first,
    second reply. ``motion``, ``proposal`` and ``panel``: what it speaks to. ``carried``: it was inscribed at
    an earlier meeting. ``moved``: the chair put it where it stands. How requests stand among each other:
    ``rules.places``.
    """

    id: RequestId
    number: int
    kind: RequestKind
    item: ItemId | None
    delegation: DelegationId
    participant: ParticipantId | None
    source: Source
    modality: Modality
    tier: int
    seconds: int
    accepted_at: datetime
    language: str | None = None
    on_behalf_of: GroupId | None = None
    state: RequestState = RequestState.INSCRIBED
    passed_over: PassedOverCause | None = None
    reason: ReasonId | None = None
    left: timedelta | None = None
    ended_at: datetime | None = None
    segment: int = 0
    rank: SpeakerRank = SpeakerRank.OTHER
    joint: tuple[DelegationId, ...] = ()
    answers: RequestId | None = None
    ordinal: int = 1
    motion: MotionId | None = None
    proposal: ProposalId | None = None
    panel: PanelId | None = None
    carried: bool = False
    moved: bool = False
    named: tuple[DelegationId, ...] = ()

    @property
    def level(self) -> Level:
        """At which level of the floor it speaks."""
        return LEVELS.get(self.kind, Level.STATEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One frame of the floor: who speaks, since when and until when.

    The clock stands still while ``paused_at`` or ``interrupted_at`` is set; resuming moves ``ends_at``.
    ``ends_at`` None: no limit applies. ``runs_from``: when the clock last began to run, if not at the start.
    ``to_order``: for what the chair last called the speaker to order.
    """

    id: GrantId
    kind: RequestKind
    holder: Holder
    started_at: datetime
    ends_at: datetime | None
    request: RequestId | None = None
    participant: ParticipantId | None = None
    modality: Modality = Modality.IN_PERSON
    language: str | None = None
    on_behalf_of: GroupId | None = None
    paused_at: datetime | None = None
    interrupted_at: datetime | None = None
    still: timedelta = timedelta()
    elapsed: bool = False
    connection_lost_at: datetime | None = None
    item: ItemId | None = None
    runs_from: datetime | None = None
    to_order: OrderCause | None = None

    @property
    def level(self) -> Level:
        """Where the frame stands on the stack."""
        return LEVELS.get(self.kind, Level.STATEMENT)

    @property
    def stopped_at(self) -> datetime | None:
        """Since when the clock of this grant stands still, if it does."""
        return self.paused_at or self.interrupted_at

    def left(self, at: datetime) -> timedelta | None:
        """The speaking time that is left at ``at``; negative in overrun, None without a limit."""
        return None if self.ends_at is None else self.ends_at - (self.stopped_at or at)

    def spoken(self, at: datetime) -> timedelta:
        """How long the holder has spoken at ``at``, pauses and interruptions not counted."""
        return (self.stopped_at or at) - self.started_at - self.still


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A speaker who has been called and has not yet been given the floor."""

    request: RequestId
    called_at: datetime
    connection_lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A turn that has ended: who had the floor, on what, and for how long. Corrections change it.

    ``partial``: the speaker was passed over; what was left of the time is held for another turn.
    """

    grant: GrantId
    kind: RequestKind
    holder: Holder
    item: ItemId | None
    started_at: datetime
    ended_at: datetime
    spoken: timedelta
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None
    corrected: bool = False
    partial: bool = False
