"""Seen by the chair, the secretariat and the operator: all of the meeting's state, persons by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.people import PodiumMember, Seat
from hemicycle.rules.terms import (
    DelegationId,
    HolderKind,
    Modality,
    ParticipantId,
    PassedOverCause,
    ReasonId,
    RequestId,
    RequestState,
    Role,
    SeatId,
    Source,
)
from hemicycle.views import booths, hall
from hemicycle.views.booths import BoothsEntry, BoothsView
from hemicycle.views.shown import Shown, shared


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


def project(meeting: Meeting) -> PodiumView:
    """The podium's view of a meeting that has been set up."""
    count = meeting.quorum
    return PodiumView(
        **booths.common(meeting),
        entries=Shown(hall.shown_requests(meeting), partial(_entry, meeting.procedure)),
        roster=Shown(meeting.roster, _seat),
        podium=Shown(meeting.podium, _member),
        present=_present(meeting.present),
        policy=meeting.policy,
        longest_extension_seconds=meeting.procedure.longest_extension_seconds if meeting.procedure else 0,
        quorum=None
        if count is None
        else QuorumShown(
            present=count.present, registered=count.of, needed=count.needed, waived=count.waived
        ),
    )


@shared
def _present(delegations: frozenset[DelegationId]) -> Mapping[DelegationId, bool]:
    return dict.fromkeys(sorted(delegations), True)


def _seat(seat: Seat) -> SeatShown:
    return SeatShown(
        delegation=seat.delegation, modality=seat.modality, role=seat.role, participant=seat.participant
    )


def _member(member: PodiumMember) -> PodiumMemberShown:
    return PodiumMemberShown(kind=member.kind, title=member.title, delegation=member.delegation)


def _entry(procedure: Procedure | None, request: Request) -> PodiumEntry:
    held = request.state is RequestState.PASSED_OVER
    return PodiumEntry(
        **booths.entry(procedure, request),
        source=request.source,
        passed_over=request.passed_over if held else None,
        left_ms=None if request.left is None else request.left // timedelta(milliseconds=1),
        reason=request.reason,
    )
