"""READINESS: whose console the log is told of, and when, with time passed in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.rules.booths_stage import EVA, on_air
from tests.rules.stage import SET_UP

from hemicycle.presence.connections import Connections
from hemicycle.presence.debounce import Debounce, Patience, watched
from hemicycle.rules.commands import NoteReady
from hemicycle.rules.evolve import evolve
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.state.people import Readiness
from hemicycle.rules.terms import Phase

AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
PATIENCE = Patience(ready=timedelta(seconds=2), unready=timedelta(seconds=5))
HERE = frozenset({"pan", "ita"})
MEETING = replace(evolve(EMPTY, SET_UP), present=HERE)


def after(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


def connected(*participants: str) -> Connections:
    connections = Connections(HERE)
    for participant in participants:
        connections.opened(f"of {participant}", participant, participant.split("-")[0])
    return connections


def begin(meeting: Meeting, connections: Connections) -> Debounce:
    debounce = Debounce(meeting, PATIENCE)
    debounce.observe(connections, AT)
    return debounce


def knowing(*participants: str) -> Meeting:
    return replace(MEETING, readiness={p: Readiness(connected=True) for p in participants})


def test_a_remote_speakers_console_is_told_once_it_has_lasted() -> None:
    debounce = begin(MEETING, connected("pan-online"))
    assert debounce.due(MEETING, after(1.9)) == ()
    assert debounce.wake_at == after(2)
    assert debounce.due(MEETING, after(2)) == (NoteReady(participant="pan-online", connected=True),)
    assert debounce.due(knowing("pan-online"), after(3)) == (), "the log knows"


def test_only_remote_speakers_are_told_so_that_the_log_does_not_fill() -> None:
    debounce = begin(MEETING, connected("pan-observer", "pan-room", "ita-online", "nobody"))
    assert debounce.due(MEETING, after(2)) == (NoteReady(participant="ita-online", connected=True),)


def test_interpretation_the_consoles_of_the_booths_are_told_too() -> None:
    meeting = on_air(("en", EVA)).meeting
    debounce = begin(meeting, connected("eva", "nobody"))
    told = NoteReady(participant="eva", connected=True)
    assert [each for each in debounce.due(meeting, after(2)) if isinstance(each, NoteReady)] == [told]
    assert watched(meeting) == {"eva"}


def test_after_a_restart_a_console_that_does_not_come_back_is_gone() -> None:
    there = knowing("pan-online", "ita-online")
    debounce = begin(there, connected("ita-online"))
    assert debounce.due(there, after(5)) == (NoteReady(participant="pan-online", connected=False),)


def test_nothing_is_told_after_the_meeting() -> None:
    over = replace(MEETING, phase=Phase.ADJOURNED)
    assert begin(over, connected("pan-online")).due(over, after(9)) == ()


def test_a_page_loaded_again_is_still_connected() -> None:
    there = knowing("pan-online")
    debounce = begin(there, connected("pan-online"))
    debounce.observe(connected(), after(10))
    assert debounce.due(there, after(14.9)) == ()
    debounce.observe(connected("pan-online"), after(14.9))
    assert debounce.due(there, after(60)) == ()


def test_a_console_that_is_gone_is_told_once_it_has_lasted() -> None:
    there = knowing("pan-online")
    debounce = begin(there, connected("pan-online"))
    debounce.observe(connected(), after(10))
    assert debounce.due(there, after(15)) == (NoteReady(participant="pan-online", connected=False),)


def test_who_becomes_a_remote_speaker_while_connected_is_told() -> None:
    debounce = begin(MEETING, connected("pan-observer"))
    assert debounce.due(MEETING, after(2)) == ()
    seat = replace(MEETING.roster["pan.online.speaker.1"], participant="pan-observer")
    swapped = replace(MEETING, roster={**MEETING.roster, seat.id: seat})
    assert debounce.due(swapped, after(3)) == (NoteReady(participant="pan-observer", connected=True),)
