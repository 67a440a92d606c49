"""Seen by the chair, the secretariat and the operator: all of the meeting's state, persons by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import (
    DelegationId,
    HolderKind,
    Modality,
    ParticipantId,
    PassedOverCause,
    ReasonId,
    RequestId,
    Role,
    SeatId,
    Source,
)
from hemicycle.views.booths import BoothsEntry, BoothsView


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumEntry(BoothsEntry):
    """``left_ms``: time held for a speaker passed over in mid-statement. ``reason``: id of a row."""

    source: Source
    passed_over: PassedOverCause | None = None
    left_ms: int | None = None
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatShown:
    """Who holds a unit of a delegation's limits."""

    delegation: DelegationId
    modality: Modality
    role: Role
    participant: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumMemberShown:
    """Somebody to whom the floor can be given outside the list."""

    kind: HolderKind
    title: str
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumShown:
    """What was counted at the opening; ``registered`` State party delegations in all."""

    present: int
    registered: int
    needed: int
    waived: bool
    counted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumView(BoothsView):
    """``present``: delegations present now. ``longest_extension_seconds``: the procedure's bound."""

    entries: Mapping[RequestId, PodiumEntry]
    roster: Mapping[SeatId, SeatShown]
    podium: Mapping[ParticipantId, PodiumMemberShown]
    present: Mapping[DelegationId, bool]
    policy: int
    longest_extension_seconds: int
    quorum: QuorumShown | None = None
