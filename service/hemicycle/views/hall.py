"""Seen by everybody: the hall's display and every delegate. No person's id, no language, no source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import (
    AmendmentId,
    BodyId,
    DelegationId,
    GroupId,
    ItemId,
    MotionId,
    ProposalId,
    RequestId,
    TextId,
    Title,
)
from hemicycle.views import agenda, decisions, floor, interpretation, lists, motions, panels, votes
from hemicycle.views.agenda import BodyShown, DelegationShown, ItemShown, MeetingShown, ProcedureShown
from hemicycle.views.decisions import (
    AmendmentShown,
    ConsensusShown,
    DecisionShown,
    ProposalShown,
)
from hemicycle.views.floor import HallCall, HallFrame
from hemicycle.views.interpretation import HallText
from hemicycle.views.lists import HallEntry, ListShown
from hemicycle.views.motions import MotionShown, RulingShown
from hemicycle.views.panels import HallPanel
from hemicycle.views.shown import Shown, shared
from hemicycle.views.votes import HallVote


@dataclass(frozen=True, slots=True, kw_only=True)
class HallView:
    """All that the hall sees.

    ``floor``: from the interrupted statement up to who speaks now. ``points``: the points of order
    that wait. ``group_members``: who may speak on behalf of a group; for one that is not in it any delegation
    may. ``entries``: every request that is not withdrawn, by id. ``pending_motions``: in the order in
    which the body takes them. ``decisions``: by number. ``texts``: those that may be read.
    """

    meeting: MeetingShown
    procedure: ProcedureShown
    tiers: Mapping[str, Title]
    bodies: Mapping[BodyId, BodyShown]
    agenda: Mapping[ItemId, ItemShown]
    delegations: Mapping[DelegationId, DelegationShown]
    groups: Mapping[GroupId, Mapping[str, str]]
    group_members: Mapping[GroupId, tuple[DelegationId, ...]]
    lists: Mapping[ItemId, ListShown]
    entries: Mapping[RequestId, HallEntry]
    points: tuple[RequestId, ...]
    floor: tuple[HallFrame, ...]
    motions: Mapping[MotionId, MotionShown]
    pending_motions: tuple[MotionId, ...]
    proposals: Mapping[ProposalId, ProposalShown]
    amendments: Mapping[AmendmentId, AmendmentShown]
    decisions: Mapping[str, DecisionShown]
    texts: Mapping[TextId, HallText]
    called: HallCall | None = None
    item: ItemId | None = None
    motion: MotionId | None = None
    ruling: RulingShown | None = None
    consensus: ConsensusShown | None = None
    vote: HallVote | None = None
    panel: HallPanel | None = None


def project(meeting: Meeting) -> HallView:
    """The hall's view of a meeting that has been set up."""
    return HallView(
        **common(meeting),
        entries=Shown(lists.shown_requests(meeting), partial(lists.hall_entry, meeting.procedure)),
        floor=floor.hall_floor(meeting),
        called=floor.hall_call(meeting.called),
        vote=votes.hall_vote(meeting),
        panel=panels.hall_panel(meeting),
        texts=interpretation.hall_texts(meeting),
    )


@shared
def common(meeting: Meeting) -> dict[str, Any]:
    """The fields that all audiences see alike."""
    return {
        "meeting": agenda.meeting_shown(meeting),
        "procedure": agenda.procedure_shown(meeting.procedure),
        "tiers": {t.id: t.title for t in meeting.procedure.tiers} if meeting.procedure else {},
        "bodies": agenda.bodies(meeting),
        "agenda": agenda.agenda(meeting),
        "delegations": Shown(meeting.delegations, agenda.delegation_shown),
        "groups": {g.id: g.names for g in meeting.groups.values()},
        "group_members": {g.id: g.members for g in meeting.groups.values() if g.members},
        "lists": lists.lists(meeting),
        "points": tuple(p.id for p in meeting.points_of_order()),
        "motions": motions.motions(meeting),
        "pending_motions": motions.pending_motions(meeting),
        "proposals": decisions.proposals(meeting),
        "amendments": Shown(meeting.amendments, decisions.amendment_shown),
        "decisions": decisions.decisions(meeting),
        "item": meeting.item,
        "motion": motions.motion_taken_up(meeting),
        "ruling": motions.ruling(meeting),
        "consensus": decisions.consensus_shown(meeting.consensus),
    }
