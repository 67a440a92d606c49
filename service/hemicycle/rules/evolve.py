"""The one place where an event meets the state. Total: every event applies to every state."""

from collections.abc import Iterable
from functools import reduce
from typing import assert_never

from hemicycle.rules import attendance, calls, floor, interrupts, items, roster, sitting, speakers
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
            return speakers.on_inscribed(m, event)
        case e.RequestWithdrawn():
            return speakers.on_withdrawn(m, event)
        case e.ModalityChanged():
            return speakers.on_modality(m, event)
        case e.SpeakerCalled():
            return calls.on_called(m, event)
        case e.SpeakerPassedOver():
            return calls.on_passed_over(m, event)
        case e.CallTakenBack():
            return calls.on_taken_back(m, event)
        case e.FloorInterrupted():
            return calls.on_interrupted(m, event)
        case e.FloorGiven():
            return floor.on_given(m, event)
        case e.FloorReturned() | e.FloorResumed():
            return floor.on_resumed(m, event)
        case e.FloorPaused():
            return floor.on_paused(m, event)
        case e.TimeExtended():
            return floor.on_extended(m, event)
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
    assert_never(event)
