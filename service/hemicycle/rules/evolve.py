"""The one place where an event meets the state. Total: every event applies to every state."""

from collections.abc import Iterable
from functools import reduce
from typing import assert_never

from hemicycle.rules import (
    amendments,
    appeals,
    attendance,
    ballots,
    booths,
    calls,
    consensus,
    corrections,
    effects,
    floor,
    handovers,
    interrupts,
    invitations,
    items,
    joining,
    motions,
    order,
    panel_drops,
    panels,
    proposals,
    readiness,
    reading,
    replies,
    requests,
    results,
    roster,
    signals,
    sitting,
    standing,
    texts,
    to_order,
    votes,
)
from hemicycle.rules import events as e
from hemicycle.rules.meeting import EMPTY, Meeting


def fold(events: Iterable[e.Event], start: Meeting = EMPTY) -> Meeting:
    """The state after these events, in order."""
    return reduce(evolve, events, start)


def evolve(m: Meeting, event: e.Event) -> Meeting:
    """The meeting after one more event. Never refuses."""
    match event:
        case e.MeetingSetUp():
            return sitting.on_set_up(event)
        case e.QuorumCounted():
            return sitting.on_quorum(m, event)
        case e.MeetingCalledToOrder():
            return sitting.on_called_to_order(m, event)
        case e.MeetingSuspended() | e.MeetingResumed() | e.MeetingAdjourned():
            return sitting.on_phase(m, event)
        case e.ChairHandedOver():
            return sitting.on_handed_over(m, event)
        case e.ItemTakenUp():
            return items.on_taken_up(m, event)
        case e.ItemClosed():
            return items.on_closed(m, event)
        case e.ListOpened() | e.ListAnnounced() | e.ListClosed() | e.ListReopened():
            return items.on_list(m, event)
        case e.SpeakerInscribed():
            return requests.on_inscribed(m, event)
        case e.RequestWithdrawn():
            return requests.on_withdrawn(m, event)
        case e.SharingEnded():
            return joining.on_sharing_ended(m, event)
        case e.StatementJoined():
            return joining.on_statement_joined(m, event)
        case e.JoiningDeclined():
            return joining.on_joining_declined(m, event)
        case e.ModalityChanged():
            return requests.on_modality(m, event)
        case e.SpeakerCalled():
            return calls.on_called(m, event)
        case e.SpeakerPassedOver():
            return calls.on_passed_over(m, event)
        case e.CallTakenBack():
            return calls.on_taken_back(m, event)
        case e.FloorInterrupted():
            return calls.on_interrupted(m, event)
        case e.FloorGiven():
            return panels.on_floor_given(floor.on_given(m, event), event)
        case e.FloorReturned() | e.FloorResumed():
            return floor.on_resumed(m, event)
        case e.FloorPaused():
            return floor.on_paused(m, event)
        case e.TimeExtended():
            return floor.on_extended(m, event)
        case e.SpeakerCalledToOrder():
            return to_order.on_speaker_called_to_order(m, event)
        case e.SpeakingTimeElapsed():
            return floor.on_elapsed(m, event)
        case e.StatementEnded():
            return floor.on_ended(m, event)
        case e.RulingMade():
            return interrupts.on_ruling(m, event)
        case e.DelegationArrived() | e.DelegationLeft():
            return attendance.on_presence(m, event)
        case e.SpeakerConnectionLost() | e.SpeakerConnectionRestored():
            return attendance.on_connection(m, event)
        case e.RoleMoved():
            return roster.on_moved(m, event)
        case e.ListClosingSet():
            return order.on_list_closing_set(m, event)
        case e.HeadFrozen():
            return order.on_head_frozen(m, event)
        case e.RequestMoved():
            return order.on_request_moved(m, event)
        case e.SegmentOpened():
            return order.on_segment_opened(m, event)
        case e.RepliesBegun():
            return replies.on_replies_begun(m, event)
        case e.RequestDeclined():
            return replies.on_request_declined(m, event)
        case e.OrganizationInvited():
            return invitations.on_organization_invited(m, event)
        case e.StatementTakenAsRead():
            return reading.on_statement_taken_as_read(m, event)
        case e.TextAttached():
            return texts.on_text_attached(m, event)
        case e.TextWithdrawn():
            return texts.on_text_withdrawn(m, event)
        case e.TextPublishable():
            return texts.on_text_publishable(m, event)
        case e.StandingInherited():
            return standing.on_standing_inherited(m, event)
        case e.StandingHandedOn():
            return standing.on_standing_handed_on(m, event)
        case e.ParticipantConnected():
            return readiness.on_participant_connected(m, event)
        case e.SoundMarked():
            return readiness.on_sound_marked(m, event)
        case e.ConnectionTested():
            return readiness.on_connection_tested(m, event)
        case e.ReadinessOverridden():
            return readiness.on_readiness_overridden(m, event)
        case e.MotionMade():
            return motions.on_motion_made(m, event)
        case e.MotionTakenUp():
            return motions.on_motion_taken_up(m, event)
        case e.MotionWithdrawn() | e.MotionDecided() | e.MotionLapsed():
            return motions.on_motion_over(m, event)
        case e.StatementsLimited():
            return effects.on_statements_limited(m, event)
        case e.DebateAdjourned():
            return effects.on_debate_adjourned(m, event)
        case e.DebateClosed():
            return effects.on_debate_closed(m, event)
        case e.RulingAppealed():
            return appeals.on_ruling_appealed(m, event)
        case e.AppealDecided():
            return appeals.on_appeal_decided(m, event)
        case e.ProposalTabled():
            return proposals.on_proposal_tabled(m, event)
        case e.ProposalWithdrawn():
            return proposals.on_proposal_withdrawn(m, event)
        case e.AmendmentTabled():
            return amendments.on_amendment_tabled(m, event)
        case e.AmendmentsOrdered():
            return amendments.on_amendments_ordered(m, event)
        case e.AmendmentWithdrawn():
            return amendments.on_amendment_withdrawn(m, event)
        case e.OralAmendmentRead():
            return proposals.on_oral_amendment_read(m, event)
        case e.ProposalDivided():
            return proposals.on_proposal_divided(m, event)
        case e.ProposalReopened():
            return proposals.on_proposal_reopened(m, event)
        case e.ConsensusAsked():
            return consensus.on_consensus_asked(m, event)
        case e.ObjectionMade():
            return consensus.on_objection_made(m, event)
        case e.ObjectionLifted():
            return consensus.on_objection_lifted(m, event)
        case e.ConsensusAbandoned():
            return consensus.on_consensus_abandoned(m, event)
        case e.MethodAsked():
            return votes.on_method_asked(m, event)
        case e.VoteOpened():
            return votes.on_vote_opened(m, event)
        case e.VoteCast():
            return ballots.on_vote_cast(m, event)
        case e.VotePassed():
            return ballots.on_vote_passed(m, event)
        case e.CountEntered():
            return ballots.on_count_entered(m, event)
        case e.VoteCancelled():
            return votes.on_vote_cancelled(m, event)
        case e.DecisionTaken():
            return results.on_decision_taken(m, event)
        case e.AgendaAdopted():
            return results.on_agenda_adopted(m)
        case e.PanelOpened():
            return panels.on_panel_opened(m, event)
        case e.PanelTurned():
            return panels.on_panel_turned(m, event)
        case e.ResponseAsked():
            return panels.on_response_asked(m, event)
        case e.PanellistPassedOver():
            return panel_drops.on_panellist_passed_over(m, event)
        case e.PanelClosed():
            return panels.on_panel_closed(m, event)
        case e.BoothStaffed():
            return booths.on_booth_staffed(m, event)
        case e.MicrophoneTaken():
            return booths.on_microphone_taken(m, event)
        case e.MicrophoneReleased():
            return booths.on_microphone_released(m, event)
        case e.SourceSet():
            return booths.on_source_set(m, event)
        case e.ChannelSet():
            return booths.on_channel_set(m, event)
        case e.TurnElapsed():
            return booths.on_turn_elapsed(m, event)
        case e.HandoverRequested():
            return handovers.on_handover_requested(m, event)
        case e.HandoverEnded():
            return handovers.on_handover_ended(m, event)
        case e.SignalRaised():
            return signals.on_signal_raised(m, event)
        case e.SignalChanged():
            return signals.on_signal_changed(m, event)
        case e.StatementCorrected():
            return corrections.on_statement_corrected(m, event)
        case e.DecisionCorrected():
            return corrections.on_decision_corrected(m, event)
    assert_never(event)
