"""The state of one meeting: a fold of its log, and nothing else. Values only; nothing here changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.places import Ordering
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.agenda import AgendaItem, Limit
from hemicycle.rules.state.booths import Booth, OnAir, Signal
from hemicycle.rules.state.decisions import (
    Amendment,
    Consensus,
    Decision,
    Proposal,
    Question,
    Vote,
    VoteMethod,
)
from hemicycle.rules.state.floor import WAITING, Call, Grant, Request, Spoken
from hemicycle.rules.state.motions import Motion, MotionState, Ruling
from hemicycle.rules.state.panels import Panel
from hemicycle.rules.state.people import Body, Delegation, Group, PodiumMember, Readiness, Seat
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import (
    AmendmentId,
    BodyId,
    BoothId,
    DelegationId,
    GrantId,
    GroupId,
    ItemId,
    ItemState,
    ListState,
    MotionId,
    ParticipantId,
    Phase,
    ProposalId,
    RequestId,
    RequestKind,
    SeatId,
    SignalId,
    TextId,
    Title,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumCount:
    """What was counted when the meeting was called to order."""

    present: int
    of: int
    needed: int
    waived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting. ``EMPTY`` is the state before its log begins.

    ``tried``: questions on which consensus was abandoned, and who objected; ``tied``: those that wait for a
    second vote; ``halted``: the vote that waits until the body has decided on an appeal. ``earlier``: what
    earlier meetings decided on the proposals that stand here. ``inherited``: the meetings whose standing it
    has taken over; ``handed_on``: those that took over its own, with ``handed_on_items``.
    """

    id: str = ""
    number: int = 0
    title: Title = ""
    scheduled_at: datetime | None = None
    phase: Phase = Phase.NOT_SET_UP
    procedure: Procedure | None = None
    agenda: Mapping[ItemId, AgendaItem] = field(default_factory=dict)
    delegations: Mapping[DelegationId, Delegation] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    podium: Mapping[ParticipantId, PodiumMember] = field(default_factory=dict)
    roster: Mapping[SeatId, Seat] = field(default_factory=dict)
    policy: int = 1
    presiding: ParticipantId | None = None
    called_to_order_at: datetime | None = None
    adjourned_at: datetime | None = None
    quorum: QuorumCount | None = None
    present: frozenset[DelegationId] = frozenset()
    item: ItemId | None = None
    items: Mapping[ItemId, ItemState] = field(default_factory=dict)
    lists: Mapping[ItemId, ListState] = field(default_factory=dict)
    requests: Mapping[RequestId, Request] = field(default_factory=dict)
    called: Call | None = None
    floor: tuple[Grant, ...] = ()
    grants: int = 0
    delivered: tuple[RequestId, ...] = ()
    ends_at: datetime | None = None
    of_week: int = 1
    bodies: Mapping[BodyId, Body] = field(default_factory=dict)
    inherited: tuple[str, ...] = ()
    handed_on: tuple[str, ...] = ()
    handed_on_items: frozenset[ItemId] = frozenset()
    agenda_adopted: bool = False
    limits: Mapping[ItemId, Limit] = field(default_factory=dict)
    closing_at: Mapping[ItemId, datetime] = field(default_factory=dict)
    frozen: Mapping[ItemId, tuple[RequestId, ...]] = field(default_factory=dict)
    fixed: Mapping[ItemId, tuple[RequestId, ...]] = field(default_factory=dict)
    segments: Mapping[ItemId, int] = field(default_factory=dict)
    heard: Mapping[tuple[ItemId, DelegationId], Heard] = field(default_factory=dict)
    invited: frozenset[DelegationId] = frozenset()
    replies_begun: frozenset[ItemId] = frozenset()
    spoken: Mapping[GrantId, Spoken] = field(default_factory=dict)
    ruling: Ruling | None = None
    motions: Mapping[MotionId, Motion] = field(default_factory=dict)
    proposals: Mapping[ProposalId, Proposal] = field(default_factory=dict)
    amendments: Mapping[AmendmentId, Amendment] = field(default_factory=dict)
    consensus: Consensus | None = None
    vote: Vote | None = None
    halted: Vote | None = None
    votes: int = 0
    methods_asked: Mapping[Question, VoteMethod] = field(default_factory=dict)
    tried: Mapping[Question, tuple[DelegationId, ...]] = field(default_factory=dict)
    tied: frozenset[Question] = frozenset()
    decisions: tuple[Decision, ...] = ()
    earlier: tuple[Decision, ...] = ()
    panel: Panel | None = None
    panels: int = 0
    readiness: Mapping[ParticipantId, Readiness] = field(default_factory=dict)
    booths: Mapping[BoothId, Booth] = field(default_factory=dict)
    on_air: Mapping[BoothId, OnAir] = field(default_factory=dict)
    signals: Mapping[SignalId, Signal] = field(default_factory=dict)
    texts: Mapping[TextId, StatementText] = field(default_factory=dict)
    _ordered: dict[tuple[ItemId | None, RequestKind], tuple[Request, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The lists of this state that were asked for, in order: each is put in order once, whoever asks."""

    @property
    def speaking(self) -> Grant | None:
        """The frame on top of the floor: who speaks now, or whose point is being decided."""
        return self.floor[-1] if self.floor else None

    @property
    def motion(self) -> Motion | None:
        """The motion with which the body deals now; there is one at most."""
        return next((m for m in self.motions.values() if m.state is MotionState.TAKEN_UP), None)

    def waiting(self, item: ItemId | None, kind: RequestKind = RequestKind.STATEMENT) -> list[Request]:
        """The inscribed and the passed over of an item's list, in the order of speaking (see ``places``)."""
        known = self._ordered.get((item, kind))
        if known is None:
            found = (
                r for r in self.requests.values() if r.state in WAITING and r.kind is kind and r.item == item
            )
            known = self._ordered[item, kind] = tuple(self.ordering(item).ordered(found))
        return list(known)

    def ordering(self, item: ItemId | None) -> Ordering:
        """What the order of this item's list rests on."""
        return Ordering(
            procedure=self.procedure,
            heard=self.heard,
            frozen=self.frozen.get(item or "", ()),
            fixed=self.fixed.get(item or "", ()),
        )

    def points_of_order(self) -> list[Request]:
        """The points of order that wait, in the order in which they were raised."""
        found = (
            r for r in self.requests.values() if r.kind is RequestKind.POINT_OF_ORDER and r.state in WAITING
        )
        return sorted(found, key=lambda r: r.number)

    def seat_of(self, participant: ParticipantId | None) -> Seat | None:
        """The seat that this participant holds, if any."""
        return next((s for s in self.roster.values() if s.participant == participant), None)


EMPTY = Meeting()
