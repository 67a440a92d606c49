"""Handovers of the microphone within a booth (INTERPRETATION).

Either side may start: who is on air offers, who is not asks. The other side answers; unanswered it lapses.
While one waits the microphone stays where it is, and on acceptance it moves at once: never two, never none.
"""

from datetime import timedelta

from hemicycle.rules import commands as c
from hemicycle.rules import conditions
from hemicycle.rules import events as e
from hemicycle.rules.booths import air, interpreter_of, of_meeting, with_air
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.booths import Booth, Handover, HandoverOutcome, OnAir
from hemicycle.rules.terms import Agent, BoothId, ParticipantId


def request_handover(meeting: Meeting, stamped: c.Stamped, command: c.RequestHandover) -> list[e.Event]:
    """Ask for the microphone or offer it; lapses after the procedure's ``handover_seconds``.

    Refuses ``off-air``, ``handover-pending``, ``name-the-taker`` and ``not-of-this-booth``. One that has
    lapsed, although the clock has not said so yet, ends first.
    """
    booth = of_meeting(meeting, command.booth)
    by = interpreter_of(booth, stamped.actor)
    now = air(meeting, booth.id)
    if now.interpreter is None:
        raise Refused("off-air")
    giver, taker = now.interpreter, _taker(booth, now.interpreter, by, command.to)
    events: list[e.Event] = []
    if now.handover is not None:
        if stamped.at < now.handover.lapses_at:
            raise Refused("handover-pending")
        events.append(_ended(booth.id, HandoverOutcome.LAPSED, stamped))
    patience = timedelta(seconds=conditions.procedure_of(meeting).interpretation.handover_seconds)
    asked = e.HandoverRequested(
        booth=booth.id, by=by, giver=giver, taker=taker, lapses_at=stamped.at + patience, at=stamped.at
    )
    return [*events, asked]


def _taker(booth: Booth, giver: ParticipantId, by: ParticipantId, to: ParticipantId | None) -> ParticipantId:
    """Who would go on air: who asks, or the colleague to whom it is offered (named, if there are two)."""
    if by != giver:
        if to not in {None, giver}:
            raise Refused("not-on-air")
        return by
    colleagues = [i.participant for i in booth.interpreters if i.participant != giver]
    if to is None and len(colleagues) != 1:
        raise Refused("name-the-taker", booth=booth.id)
    taker = to or colleagues[0]
    if taker not in colleagues:
        raise Refused("name-the-taker", booth=booth.id)
    return taker


def answer_handover(meeting: Meeting, stamped: c.Stamped, command: c.AnswerHandover) -> list[e.Event]:
    """The other side accepts, and the taker is on air at once, or declines."""
    booth = of_meeting(meeting, command.booth)
    who = interpreter_of(booth, stamped.actor)
    handover = _waiting(air(meeting, booth.id))
    if who not in {handover.giver, handover.taker} - {handover.by}:
        raise Refused("not-your-handover")
    if stamped.at >= handover.lapses_at:
        raise Refused("handover-lapsed")
    outcome = HandoverOutcome.ACCEPTED if command.accepted else HandoverOutcome.DECLINED
    return [_ended(booth.id, outcome, stamped)]


def cancel_handover(meeting: Meeting, stamped: c.Stamped, command: c.CancelHandover) -> list[e.Event]:
    """Who started it takes it back."""
    booth = of_meeting(meeting, command.booth)
    who = interpreter_of(booth, stamped.actor)
    if who != _waiting(air(meeting, booth.id)).by:
        raise Refused("not-your-handover")
    return [_ended(booth.id, HandoverOutcome.CANCELLED, stamped)]


def lapse_handover(meeting: Meeting, stamped: c.Stamped, command: c.LapseHandover) -> list[e.Event]:
    """The clock: nobody answered. Stale or doubled it is refused."""
    conditions.from_agent(stamped, Agent.CLOCK)
    handover = air(meeting, command.booth).handover
    if handover is None or handover.at != command.asked_at or stamped.at < handover.lapses_at:
        raise Refused("stale")
    return [_ended(command.booth, HandoverOutcome.LAPSED, stamped)]


def _waiting(now: OnAir) -> Handover:
    if now.handover is None:
        raise Refused("no-handover")
    return now.handover


def _ended(booth: BoothId, outcome: HandoverOutcome, stamped: c.Stamped) -> e.HandoverEnded:
    return e.HandoverEnded(booth=booth, outcome=outcome, at=stamped.at)


def on_handover_requested(meeting: Meeting, event: e.HandoverRequested) -> Meeting:
    """It waits for the other side."""
    handover = Handover(
        by=event.by, giver=event.giver, taker=event.taker, at=event.at, lapses_at=event.lapses_at
    )
    return with_air(meeting, event.booth, handover=handover)


def on_handover_ended(meeting: Meeting, event: e.HandoverEnded) -> Meeting:
    """Accepted: the taker's turn begins. Else all is as before."""
    handover = air(meeting, event.booth).handover
    if handover is None or event.outcome is not HandoverOutcome.ACCEPTED:
        return with_air(meeting, event.booth, handover=None)
    return with_air(
        meeting,
        event.booth,
        interpreter=handover.taker,
        since=event.at,
        handover=None,
        turn_elapsed=False,
    )
