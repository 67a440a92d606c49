"""INTERPRETATION: an interpreter on air whose line is lost keeps neither her booth nor another's channel."""

import pytest
from tests.rules.booths_stage import ED, EVA, FATIMA, OPERATOR, ZHOU, ZITA, booths, lost, on_air
from tests.rules.stage import CHAIR, CLOCK, DESK, PRESENCE, at

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.readiness import is_lost
from hemicycle.rules.state.booths import HandoverOutcome

TAKE_EN, OFF_EN = c.TakeMicrophone(booth="en"), c.ReleaseMicrophone(booth="en")
INTO_EN = c.TakeMicrophone(booth="zh", channel="en")
GONE = e.MicrophoneReleased(booth="en", interpreter="eva", at=at("10:00:00"), line_lost=True)
LIVE = on_air(("en", EVA))
LOST = lost(LIVE, "eva")


def taken(booth: str, who: str) -> e.MicrophoneTaken:
    return e.MicrophoneTaken(booth=booth, interpreter=who, channel="en", at=at("10:00:00"))


def test_presence_tells_when_an_interpreters_console_came_and_went() -> None:
    gone = LIVE.done(c.NoteReady(participant="eva", connected=True), by=PRESENCE).when(
        c.NoteReady(participant="eva", connected=False), by=PRESENCE, clock="10:00:09"
    )
    after = gone.then(e.ParticipantConnected(participant="eva", connected=False, at=at("10:00:09")))
    assert (is_lost(after, "eva"), after.readiness["eva"].since) == (True, at("10:00:09"))
    LIVE.when(c.NoteReady(participant="eva", connected=True), by=EVA).refused("not-allowed")


def test_of_a_console_that_was_never_there_nothing_is_known() -> None:
    assert not is_lost(LIVE.meeting, "eva")
    LIVE.when(TAKE_EN, by=ED).refused("microphone-live")


def test_a_colleague_takes_over_from_whose_line_is_lost_and_the_log_says_so() -> None:
    after = LOST.when(TAKE_EN, by=ED).then(GONE, taken("en", "ed"))
    assert after.on_air["en"].interpreter == "ed"
    LOST.when(TAKE_EN, by=EVA).refused("on-air-already")
    LOST.when(TAKE_EN, by=FATIMA).refused("not-of-this-booth", booth="en")


def test_whose_line_is_back_stays_on_air() -> None:
    back = LOST.done(c.NoteReady(participant="eva", connected=True), by=PRESENCE)
    back.when(TAKE_EN, by=ED).refused("microphone-live")
    back.when(INTO_EN, by=ZHOU).refused("channel-live", booth="en", channel="en")


def test_a_handover_that_waits_ends_with_it() -> None:
    asked = lost(LIVE.done(c.RequestHandover(booth="en"), by=ED), "eva")
    cancelled = e.HandoverEnded(booth="en", outcome=HandoverOutcome.CANCELLED, at=at("10:00:00"))
    after = asked.when(TAKE_EN, by=ED).then(cancelled, GONE, taken("en", "ed"))
    assert [due.command for due in deadlines(after)] == [c.ElapseTurn(booth="en", since=at("10:00:00"))]


def test_another_booth_takes_the_channel_and_one_microphone_is_live_on_it() -> None:
    after = LOST.when(INTO_EN, by=ZHOU).then(GONE, taken("zh", "zhou"))
    assert (after.on_air["en"].interpreter, after.on_air["zh"].interpreter) == (None, "zhou")


def test_who_is_on_air_turns_to_a_channel_whose_interpreter_is_lost() -> None:
    turn = c.SetChannel(booth="zh", channel="en")
    turned = e.ChannelSet(booth="zh", channel="en", at=at("10:00:00"))
    both = lost(on_air(("en", EVA), ("zh", ZHOU)), "eva")
    assert both.when(turn, by=ZHOU).then(GONE, turned).on_air["en"].interpreter is None
    assert LOST.when(turn, by=ZITA).then(turned).on_air["en"].interpreter == "eva"


@pytest.mark.parametrize("who", [ED, DESK, OPERATOR], ids=["colleague", "desk", "operator"])
def test_whose_line_is_lost_is_taken_off_air(who: Actor) -> None:
    assert LOST.when(OFF_EN, by=who).then(GONE).on_air["en"].interpreter is None


def test_the_desk_takes_nobody_off_whose_line_is_there() -> None:
    LIVE.when(OFF_EN, by=DESK).refused("line-holds", participant="eva")
    LOST.when(OFF_EN, by=CHAIR).refused("not-of-this-booth", booth="en")


def test_who_goes_off_air_by_herself_has_lost_no_line() -> None:
    LOST.when(OFF_EN, by=EVA).then(e.MicrophoneReleased(booth="en", interpreter="eva", at=at("10:00:00")))


def test_what_else_is_done_on_air_a_colleague_takes_the_microphone_for_first() -> None:
    gone = lost(on_air(("zh", ZHOU)), "zhou")
    gone.when(c.SetChannel(booth="zh", channel="en"), by=ZITA).refused("not-on-air")
    gone.when(c.SetSource(booth="zh", source="fr"), by=ZITA).refused("not-on-air")


def test_the_turn_of_who_took_over_is_her_own() -> None:
    after = LOST.done(TAKE_EN, by=ED, clock="10:10:00")
    after.when(c.ElapseTurn(booth="en", since=at("10:00:00")), by=CLOCK, clock="10:30:00").refused("stale")


def test_a_booth_is_staffed_with_interpreters_of_the_conference() -> None:
    staff = c.StaffBooth(booth="en", interpreters=booths().meeting.booths["en"].interpreters)
    booths().when(staff, by=DESK, interpreters=frozenset({"eva", "ed"})).then(
        e.BoothStaffed(booth="en", interpreters=staff.interpreters, at=at("10:00:00"))
    )
    booths().when(staff, by=DESK, interpreters=frozenset({"eva"})).refused("no-interpreter", participant="ed")
