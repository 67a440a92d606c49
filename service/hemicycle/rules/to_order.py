"""Calling a speaker to order: for irrelevance (RECOGNITION), or because the time is over (TIME_LIMIT)."""

from hemicycle.rules import conditions
from hemicycle.rules.commands import CallSpeakerToOrder, Stamped
from hemicycle.rules.events import Event, SpeakerCalledToOrder
from hemicycle.rules.floor import with_grant
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import Level
from hemicycle.rules.terms import OrderCause


def call_speaker_to_order(meeting: Meeting, stamped: Stamped, command: CallSpeakerToOrder) -> list[Event]:
    """On record, and shown to the speaker and to all; the statement and its clock go on.

    Refuses ``nobody-speaking``, ``appeal-on-the-floor``, and for an overrun ``no-limit`` and ``time-left``.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    grant = conditions.someone_speaking(meeting)
    if grant.interrupted_at is not None:
        raise Refused("nobody-speaking")
    if grant.level is Level.APPEAL:
        raise Refused("appeal-on-the-floor")
    if command.cause is OrderCause.OVERRUN:
        if grant.ends_at is None:
            raise Refused("no-limit")
        if (grant.paused_at or stamped.at) < grant.ends_at:
            raise Refused("time-left")
    by = meeting.presiding
    return [SpeakerCalledToOrder(grant=grant.id, cause=command.cause, by=by, at=stamped.at)]


def on_speaker_called_to_order(meeting: Meeting, event: SpeakerCalledToOrder) -> Meeting:
    """Shown until the statement ends."""
    return with_grant(meeting, event.grant, to_order=event.cause)
