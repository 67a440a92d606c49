"""Seen by the chair, the secretariat and the operator: all of the meeting's state, persons by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.order import room_hint
from hemicycle.rules.procedure import Gate
from hemicycle.rules.state.people import PodiumMember, Seat
from hemicycle.rules.terms import (
    DelegationId,
    HolderKind,
    ItemId,
    Modality,
    ParticipantId,
    RequestId,
    Role,
    SeatId,
    Title,
)
from hemicycle.views import booths, decisions, lists, quorums, turns, votes
from hemicycle.views.booths import BoothsView
from hemicycle.views.decisions import EarlierDecisionShown, MethodAsked
from hemicycle.views.forecast import Forecast, forecast
from hemicycle.views.lists import PodiumEntry
from hemicycle.views.quorums import QuorumShown
from hemicycle.views.script import steps
from hemicycle.views.script_steps import ScriptStep
from hemicycle.views.shown import Shown, shared
from hemicycle.views.turns import HeardShown, TurnShown
from hemicycle.views.votes import PodiumVote


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
    title: Title
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GateShown:
    """What a remote speaker must be before the floor is given: connected, tested, of fit sound."""

    connected: bool
    tested: bool
    sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumView(BoothsView):
    """``present``: delegations present now. ``longest_extension_seconds``: the procedure's bound.

    ``invited``: organizations that the body has approved to hear. ``turns``: what has been said, by grant.
    ``heard``: by item and delegation. ``script``: the words for now, the likeliest first.
    ``inherited``, ``handed_on``: meetings whose standing this one took over, or that took over its own.
    ``room_hint``: whom the body's preference for the room suggests to call next. ``quorum``: as it was
    counted at the opening; ``quorum_now``: the same of those present now; ``decision_quorum``: of a decision
    on the item under consideration, now. ``earlier``: decisions of earlier meetings on what stands here.
    """

    entries: Mapping[RequestId, PodiumEntry]
    roster: Mapping[SeatId, SeatShown]
    podium: Mapping[ParticipantId, PodiumMemberShown]
    present: Mapping[DelegationId, bool]
    invited: Mapping[DelegationId, bool]
    policy: int
    longest_extension_seconds: int
    gate: GateShown
    turns: Mapping[str, TurnShown]
    heard: Mapping[ItemId, Mapping[DelegationId, HeardShown]]
    methods_asked: tuple[MethodAsked, ...]
    script: tuple[ScriptStep, ...]
    inherited: tuple[str, ...]
    handed_on: tuple[str, ...]
    earlier: tuple[EarlierDecisionShown, ...]
    quorum: QuorumShown | None = None
    quorum_now: QuorumShown | None = None
    decision_quorum: QuorumShown | None = None
    vote: PodiumVote | None = None
    forecast: Forecast | None = None
    room_hint: RequestId | None = None


def project(meeting: Meeting) -> PodiumView:
    """The podium's view of a meeting that has been set up."""
    procedure = meeting.procedure
    gate = procedure.gate if procedure else Gate()
    return PodiumView(
        **booths.common(meeting),
        entries=Shown(lists.shown_requests(meeting), partial(lists.podium_entry, procedure)),
        roster=Shown(meeting.roster, _seat),
        podium=Shown(meeting.podium, _member),
        present=_present(meeting.present),
        invited=_invited(meeting.invited),
        policy=meeting.policy,
        longest_extension_seconds=procedure.longest_extension_seconds if procedure else 0,
        gate=GateShown(connected=gate.connected, tested=gate.tested, sound=gate.sound),
        turns=turns.turns(meeting),
        heard=turns.heard(meeting.heard),
        methods_asked=_methods(meeting),
        script=steps(meeting),
        inherited=meeting.inherited,
        handed_on=meeting.handed_on,
        room_hint=room_hint(meeting, meeting.item),
        forecast=forecast(meeting),
        earlier=decisions.earlier(meeting),
        quorum=quorums.at_opening(meeting.quorum),
        quorum_now=quorums.to_open(meeting),
        decision_quorum=quorums.to_decide(meeting),
        vote=votes.podium_vote(meeting),
    )


def _methods(meeting: Meeting) -> tuple[MethodAsked, ...]:
    asked = meeting.methods_asked.items()
    return tuple(MethodAsked(kind=q.kind, ref=q.ref, method=method) for q, method in asked)


@shared
def _present(delegations: frozenset[DelegationId]) -> Mapping[DelegationId, bool]:
    return dict.fromkeys(sorted(delegations), True)


@shared
def _invited(delegations: frozenset[DelegationId]) -> Mapping[DelegationId, bool]:
    return dict.fromkeys(sorted(delegations), True)


def _seat(seat: Seat) -> SeatShown:
    return SeatShown(
        delegation=seat.delegation, modality=seat.modality, role=seat.role, participant=seat.participant
    )


def _member(member: PodiumMember) -> PodiumMemberShown:
    return PodiumMemberShown(kind=member.kind, title=member.title, delegation=member.delegation)
