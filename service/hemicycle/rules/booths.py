"""Booths (INTERPRETATION): who is on air, on which channel, from where.

Two laws hold whatever is asked: over all booths at most one microphone is live on an outgoing channel, and
a booth that others take relay from interprets from the floor itself (one hop, so there are no loops).
Booths work from before the call to order until the meeting is adjourned.

An interpreter on air whose line is lost (presence says so, after some seconds) blocks nobody: her colleague
takes over, another booth takes the channel, the secretariat takes her off; and the log says why.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from hemicycle.rules import commands as c
from hemicycle.rules import conditions
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.readiness import is_lost
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.booths import FLOOR, Booth, HandoverOutcome, Interpreter, OnAir
from hemicycle.rules.terms import Agent, BoothId, Capacity, ParticipantId


def staff_booth(meeting: Meeting, stamped: c.Stamped, command: c.StaffBooth) -> list[e.Event]:
    """Who interprets here from now on.

    Refuses ``interpreter-on-air`` when it would leave out who is on air, ``no-interpreter``,
    ``staffed-elsewhere`` and ``foreign-languages``. A handover to somebody left out is cancelled.
    """
    booth = of_meeting(meeting, command.booth)
    now, staff = air(meeting, booth.id), {i.participant for i in command.interpreters}
    if now.interpreter is not None and now.interpreter not in staff:
        raise Refused("interpreter-on-air", participant=now.interpreter)
    _interpreters(stamped.facts, staff)
    _can_work_here(meeting, booth, command.interpreters)
    staffed = e.BoothStaffed(booth=booth.id, interpreters=command.interpreters, at=stamped.at)
    if now.handover is None or now.handover.taker in staff:
        return [staffed]
    cancelled = HandoverOutcome.CANCELLED
    return [e.HandoverEnded(booth=booth.id, outcome=cancelled, at=stamped.at), staffed]


def _interpreters(facts: c.Facts, staff: Iterable[ParticipantId]) -> None:
    strangers = () if facts.interpreters is None else sorted({*staff} - facts.interpreters)
    if strangers:
        raise Refused("no-interpreter", participant=strangers[0])


def _can_work_here(meeting: Meeting, booth: Booth, interpreters: Iterable[Interpreter]) -> None:
    elsewhere = {
        i.participant: b.id for b in meeting.booths.values() if b is not booth for i in b.interpreters
    }
    for interpreter in interpreters:
        who = interpreter.participant
        if who in elsewhere:
            raise Refused("staffed-elsewhere", participant=who, booth=elsewhere[who])
        elsewhere[who] = booth.id
        if not {*interpreter.a, *interpreter.b} & {*booth.outgoing}:
            raise Refused("foreign-languages", participant=who, booth=booth.id)


def take_microphone(meeting: Meeting, stamped: c.Stamped, command: c.TakeMicrophone) -> list[e.Event]:
    """Go on air where nobody is: ``microphone-live``, ``wrong-channel`` and ``channel-live`` refuse.

    Whoever was on air there, or on this channel in another booth, and has lost her line is off air first.
    """
    booth = of_meeting(meeting, command.booth)
    who = interpreter_of(booth, stamped.actor)
    now = air(meeting, booth.id)
    if now.interpreter == who:
        raise Refused("on-air-already")
    if now.interpreter is not None and not is_lost(meeting, now.interpreter):
        raise Refused("microphone-live")
    channel = command.channel or now.channel
    rival = _rival(meeting, booth, channel)
    freed = [_off_air(meeting, key, stamped) for key in (booth.id, rival) if key is not None]
    taken = e.MicrophoneTaken(booth=booth.id, interpreter=who, channel=channel, at=stamped.at)
    return [*chain.from_iterable(freed), taken]


def _rival(meeting: Meeting, booth: Booth, channel: str) -> BoothId | None:
    """The other booth that is on air on this channel with a lost line; ``channel-live`` if it is there."""
    if channel not in booth.outgoing:
        raise Refused("wrong-channel", booth=booth.id, channel=channel, outgoing=", ".join(booth.outgoing))
    for key, now in meeting.on_air.items():
        if key != booth.id and now.interpreter is not None and now.channel == channel:
            if not is_lost(meeting, now.interpreter):
                raise Refused("channel-live", booth=key, channel=channel)
            return key
    return None


def release_microphone(meeting: Meeting, stamped: c.Stamped, command: c.ReleaseMicrophone) -> list[e.Event]:
    """Go off air. A waiting handover is cancelled. ``off-air``, ``not-on-air`` and ``line-holds`` refuse.

    The operator takes off whoever is on air; once her line is lost the secretariat and her colleagues do.
    """
    booth = of_meeting(meeting, command.booth)
    now = air(meeting, booth.id)
    if now.interpreter is None:
        raise Refused("off-air")
    if stamped.actor.capacity is Capacity.SECRETARIAT:
        if not is_lost(meeting, now.interpreter):
            raise Refused("line-holds", participant=now.interpreter)
    elif now.interpreter != stamped.actor.participant and is_lost(meeting, now.interpreter):
        _allows(booth, replace(now, interpreter=None), stamped.actor)
    else:
        _allows(booth, now, stamped.actor)
    return _off_air(meeting, booth.id, stamped)


def _off_air(meeting: Meeting, booth: BoothId, stamped: c.Stamped) -> list[e.Event]:
    """What takes the booth off air; nothing where nobody is on air."""
    now, events = air(meeting, booth), list[e.Event]()
    if now.interpreter is None:
        return events
    if now.handover is not None:
        events.append(e.HandoverEnded(booth=booth, outcome=HandoverOutcome.CANCELLED, at=stamped.at))
    lost = stamped.actor.participant != now.interpreter and is_lost(meeting, now.interpreter)
    off = e.MicrophoneReleased(booth=booth, interpreter=now.interpreter, at=stamped.at, line_lost=lost)
    return [*events, off]


def set_source(meeting: Meeting, stamped: c.Stamped, command: c.SetSource) -> list[e.Event]:
    """From the floor, or by relay of one hop; the operator does it too. Nothing follows where it is so."""
    booth = of_meeting(meeting, command.booth)
    now = air(meeting, booth.id)
    _allows(booth, now, stamped.actor)
    if command.source == now.source:
        return []
    if command.source != FLOOR:
        _one_hop(meeting, booth, of_meeting(meeting, command.source))
    return [e.SourceSet(booth=booth.id, source=command.source, at=stamped.at)]


def _one_hop(meeting: Meeting, booth: Booth, pivot: Booth) -> None:
    beyond = air(meeting, pivot.id).source
    if booth.id in {pivot.id, beyond}:
        raise Refused("relay-loop")
    if beyond != FLOOR:
        raise Refused("second-hop", booth=pivot.id)
    takers = [key for key, now in meeting.on_air.items() if now.source == booth.id]
    if takers:
        raise Refused("relay-given", booth=takers[0])


def set_channel(meeting: Meeting, stamped: c.Stamped, command: c.SetChannel) -> list[e.Event]:
    """A two-way booth turns to its other channel: who is on air, or anybody of a booth that is off air."""
    booth = of_meeting(meeting, command.booth)
    now = air(meeting, booth.id)
    _allows(booth, now, stamped.actor)
    rival = _rival(meeting, booth, command.channel)
    if command.channel == now.channel:
        return []
    freed = [] if rival is None or now.interpreter is None else _off_air(meeting, rival, stamped)
    return [*freed, e.ChannelSet(booth=booth.id, channel=command.channel, at=stamped.at)]


def elapse_turn(meeting: Meeting, stamped: c.Stamped, command: c.ElapseTurn) -> list[e.Event]:
    """The clock's warning after ``turn_minutes``; stale or doubled it is refused."""
    conditions.from_agent(stamped, Agent.CLOCK)
    now = air(meeting, command.booth)
    if now.interpreter is None or now.since != command.since or now.turn_elapsed:
        raise Refused("stale")
    if stamped.at < now.since + turn(meeting):
        raise Refused("stale")
    return [e.TurnElapsed(booth=command.booth, interpreter=now.interpreter, at=stamped.at)]


def turn(meeting: Meeting) -> timedelta:
    """How long an interpreter works before the colleague takes over."""
    return timedelta(minutes=conditions.procedure_of(meeting).interpretation.turn_minutes)


def of_meeting(meeting: Meeting, booth: BoothId) -> Booth:
    """The booth of this id; refuses ``unknown-booth``, and ``adjourned`` once the meeting has ended."""
    conditions.not_adjourned(meeting)
    found = meeting.booths.get(booth)
    if found is None:
        raise Refused("unknown-booth", booth=booth)
    return found


def interpreter_of(booth: Booth, actor: c.Actor) -> ParticipantId:
    """Who asks, an interpreter of this booth; refuses ``not-of-this-booth``."""
    staff = {i.participant for i in booth.interpreters}
    if actor.capacity is not Capacity.INTERPRETER or actor.participant not in staff:
        raise Refused("not-of-this-booth", booth=booth.id)
    return str(actor.participant)


def air(meeting: Meeting, booth: BoothId) -> OnAir:
    """What the booth does now; before anybody did anything: its first channel, from the floor."""
    known = meeting.booths.get(booth)
    outgoing = known.outgoing if known is not None else ()
    return meeting.on_air.get(booth) or OnAir(channel=outgoing[0] if outgoing else "")


def _allows(booth: Booth, now: OnAir, actor: c.Actor) -> None:
    """The booth is run by who is on air, by any of its interpreters when nobody is, and by the operator."""
    if actor.capacity is Capacity.OPERATOR:
        return
    if now.interpreter not in {None, interpreter_of(booth, actor)}:
        raise Refused("not-on-air")


def set_up(meeting: Meeting, booths: Iterable[Booth]) -> Meeting:
    """The meeting with these booths: each off air, on its first channel, from the floor."""
    staffed = replace(meeting, booths={b.id: b for b in booths})
    return replace(staffed, on_air={key: air(staffed, key) for key in staffed.booths})


def all_off_air(meeting: Meeting) -> Meeting:
    """At the end of the meeting no microphone is live and no handover waits."""
    silent = {key: OnAir(channel=now.channel, source=now.source) for key, now in meeting.on_air.items()}
    return replace(meeting, on_air=silent)


def with_air(meeting: Meeting, booth: BoothId, **changes: object) -> Meeting:
    """The meeting with these fields of what one booth does changed."""
    now = replace(air(meeting, booth), **changes)  # type: ignore[arg-type]  # fields of OnAir
    return replace(meeting, on_air={**meeting.on_air, booth: now})


def on_booth_staffed(meeting: Meeting, event: e.BoothStaffed) -> Meeting:
    """Other interpreters; a booth that the meeting does not know stays unknown."""
    booth = meeting.booths.get(event.booth)
    if booth is None:
        return meeting
    staffed = replace(booth, interpreters=event.interpreters)
    return replace(meeting, booths={**meeting.booths, booth.id: staffed})


def on_microphone_taken(meeting: Meeting, event: e.MicrophoneTaken) -> Meeting:
    """On air: a new turn begins."""
    return with_air(
        meeting,
        event.booth,
        interpreter=event.interpreter,
        channel=event.channel,
        since=event.at,
        handover=None,
        turn_elapsed=False,
    )


def on_microphone_released(meeting: Meeting, event: e.MicrophoneReleased) -> Meeting:
    """Off air."""
    return with_air(meeting, event.booth, interpreter=None, since=None, handover=None, turn_elapsed=False)


def on_source_set(meeting: Meeting, event: e.SourceSet) -> Meeting:
    """From the floor or from a pivot."""
    return with_air(meeting, event.booth, source=event.source)


def on_channel_set(meeting: Meeting, event: e.ChannelSet) -> Meeting:
    """Into the other language."""
    return with_air(meeting, event.booth, channel=event.channel)


def on_turn_elapsed(meeting: Meeting, event: e.TurnElapsed) -> Meeting:
    """The interpreter on air has been warned."""
    return with_air(meeting, event.booth, turn_elapsed=True)
