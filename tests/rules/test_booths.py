"""INTERPRETATION: who is on air on which channel, from where, for how long; who staffs a booth."""

import pytest
from tests.rules.booths_stage import (
    BOOTHS,
    ED,
    EVA,
    FATIMA,
    OPERATOR,
    RITA,
    ZHOU,
    ZITA,
    booths,
    interpreter,
    on_air,
)
from tests.rules.stage import CHAIR, CLOCK, DESK, at

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.booths import air
from hemicycle.rules.commands import Actor, AnyCommand
from hemicycle.rules.deadlines import Deadline, deadlines
from hemicycle.rules.state.booths import FLOOR, HandoverOutcome, OnAir

TAKE_EN = c.TakeMicrophone(booth="en")


def test_before_anybody_speaks_every_booth_is_off_air_on_its_first_channel() -> None:
    meeting = booths().meeting
    assert {key: now.channel for key, now in meeting.on_air.items()} == {
        "en": "en",
        "fr": "fr",
        "zh": "zh",
        "ru": "ru",
    }
    assert set(meeting.on_air.values()) == {OnAir(channel=b.outgoing[0]) for b in BOOTHS}


def test_an_interpreter_goes_on_air_and_off_before_the_call_to_order() -> None:
    taken = booths().when(TAKE_EN, by=EVA)
    after = taken.then(e.MicrophoneTaken(booth="en", interpreter="eva", channel="en", at=at("10:00:00")))
    assert after.on_air["en"] == OnAir(channel="en", interpreter="eva", since=at("10:00:00"))
    released = taken.accepted().when(c.ReleaseMicrophone(booth="en"), by=EVA, clock="10:20:00")
    silent = released.then(e.MicrophoneReleased(booth="en", interpreter="eva", at=at("10:20:00")))
    assert silent.on_air["en"] == OnAir(channel="en")


def test_interpretation_one_microphone_is_live_in_a_booth() -> None:
    live = on_air(("en", EVA))
    live.when(TAKE_EN, by=ED).refused("microphone-live")
    live.when(TAKE_EN, by=EVA).refused("on-air-already")


def test_interpretation_one_microphone_is_live_on_a_channel_over_all_booths() -> None:
    both_ways = c.TakeMicrophone(booth="zh", channel="en")
    on_air(("en", EVA)).when(both_ways, by=ZHOU).refused("channel-live", booth="en", channel="en")
    english = booths().done(both_ways, by=ZHOU)
    english.when(TAKE_EN, by=EVA).refused("channel-live", booth="zh", channel="en")
    english.done(c.ReleaseMicrophone(booth="zh"), by=ZHOU).when(TAKE_EN, by=EVA).accepted()


def test_a_two_way_booth_stays_on_the_channel_that_it_had() -> None:
    english = booths().done(c.TakeMicrophone(booth="zh", channel="en"), by=ZHOU)
    again = english.done(c.ReleaseMicrophone(booth="zh"), by=ZHOU).when(c.TakeMicrophone(booth="zh"), by=ZITA)
    again.then(e.MicrophoneTaken(booth="zh", interpreter="zita", channel="en", at=at("10:00:00")))


def test_interpretation_a_booth_works_into_its_own_channels_only() -> None:
    booths().when(c.TakeMicrophone(booth="en", channel="fr"), by=EVA).refused(
        "wrong-channel", booth="en", channel="fr", outgoing="en"
    )
    on_air(("zh", ZHOU)).when(c.SetChannel(booth="zh", channel="ru"), by=ZHOU).refused(
        "wrong-channel", booth="zh", channel="ru", outgoing="zh, en"
    )


def test_who_is_on_air_turns_the_booth_to_its_other_channel() -> None:
    turn = c.SetChannel(booth="zh", channel="en")
    live = on_air(("zh", ZHOU))
    live.when(turn, by=ZITA).refused("not-on-air")
    turned = live.when(turn, by=ZHOU).then(e.ChannelSet(booth="zh", channel="en", at=at("10:00:00")))
    assert (turned.on_air["zh"].channel, turned.on_air["zh"].interpreter) == ("en", "zhou")
    live.done(turn, by=ZHOU).when(turn, by=ZHOU).then()
    on_air(("zh", ZHOU), ("en", EVA)).when(turn, by=ZHOU).refused("channel-live", booth="en", channel="en")
    booths().when(turn, by=ZITA).then(e.ChannelSet(booth="zh", channel="en", at=at("10:00:00")))


@pytest.mark.parametrize(
    "command",
    [TAKE_EN, c.ReleaseMicrophone(booth="en"), c.SetSource(booth="en", source="fr")],
    ids=lambda command: type(command).__name__,
)
@pytest.mark.parametrize("who", [FATIMA, CHAIR, Actor(capacity=EVA.capacity)], ids=str)
def test_another_booths_microphone_is_not_ones_own(command: AnyCommand, who: Actor) -> None:
    on_air(("en", EVA)).when(command, by=who).refused("not-of-this-booth", booth="en")


def test_off_air_nothing_is_released_and_a_colleague_is_not_cut_off() -> None:
    release = c.ReleaseMicrophone(booth="en")
    booths().when(release, by=EVA).refused("off-air")
    on_air(("en", EVA)).when(release, by=ED).refused("not-on-air")


def test_the_operator_takes_somebody_off_air_whose_line_is_gone() -> None:
    asked = on_air(("en", EVA)).done(c.RequestHandover(booth="en"), by=ED)
    asked.when(c.ReleaseMicrophone(booth="en"), by=OPERATOR).then(
        e.HandoverEnded(booth="en", outcome=HandoverOutcome.CANCELLED, at=at("10:00:00")),
        e.MicrophoneReleased(booth="en", interpreter="eva", at=at("10:00:00")),
    )


@pytest.mark.parametrize("command", [c.TakeMicrophone(booth="ar"), c.SetSource(booth="en", source="ar")])
def test_a_booth_that_is_not_there_is_named(command: AnyCommand) -> None:
    booths().when(command, by=EVA).refused("unknown-booth", booth="ar")


def test_a_booth_takes_relay_from_a_pivot_and_goes_back_to_the_floor() -> None:
    relay = c.SetSource(booth="fr", source="en")
    taken = booths().when(relay, by=FATIMA)
    taken.then(e.SourceSet(booth="fr", source="en", at=at("10:00:00")))
    relayed = taken.accepted()
    relayed.when(relay, by=FATIMA).then()
    relayed.when(c.SetSource(booth="fr", source=FLOOR), by=OPERATOR).then(
        e.SourceSet(booth="fr", source=FLOOR, at=at("10:00:00"))
    )


def test_interpretation_relay_is_of_one_hop_and_has_no_loops() -> None:
    relayed = booths().done(c.SetSource(booth="fr", source="zh"), by=FATIMA)
    relayed.when(c.SetSource(booth="ru", source="fr"), by=RITA).refused("second-hop", booth="fr")
    relayed.when(c.SetSource(booth="zh", source="fr"), by=ZHOU).refused("relay-loop")
    relayed.when(c.SetSource(booth="zh", source="en"), by=ZHOU).refused("relay-given", booth="fr")
    relayed.when(c.SetSource(booth="ru", source="ru"), by=RITA).refused("relay-loop")
    relayed.when(c.SetSource(booth="ru", source="zh"), by=RITA).accepted()


def test_a_colleague_does_not_change_the_source_of_who_is_on_air() -> None:
    on_air(("fr", FATIMA)).when(c.SetSource(booth="fr", source="en"), by=EVA).refused(
        "not-of-this-booth", booth="fr"
    )
    on_air(("en", EVA)).when(c.SetSource(booth="en", source="zh"), by=ED).refused("not-on-air")


def test_interpretation_half_an_hour_on_air_is_warned_of_once() -> None:
    live = on_air(("en", EVA))
    elapse = c.ElapseTurn(booth="en", since=at("10:00:00"))
    assert deadlines(live.meeting) == (Deadline(at=at("10:30:00"), command=elapse),)
    live.when(elapse, by=CLOCK, clock="10:29:59").refused("stale")
    rung = live.when(elapse, by=CLOCK, clock="10:30:00")
    warned = rung.then(e.TurnElapsed(booth="en", interpreter="eva", at=at("10:30:00")))
    assert (warned.on_air["en"].turn_elapsed, deadlines(warned)) == (True, ())
    rung.accepted().when(elapse, by=CLOCK, clock="10:31:00").refused("stale")
    rung.accepted().when(elapse, by=EVA, clock="10:31:00").refused("not-allowed")


def test_the_warning_of_a_turn_that_is_over_is_stale() -> None:
    elapse = c.ElapseTurn(booth="en", since=at("10:00:00"))
    off = on_air(("en", EVA)).done(c.ReleaseMicrophone(booth="en"), by=EVA, clock="10:10:00")
    assert deadlines(off.meeting) == ()
    off.when(elapse, by=CLOCK, clock="10:30:00").refused("stale")
    back = off.done(TAKE_EN, by=EVA, clock="10:20:00")
    back.when(elapse, by=CLOCK, clock="10:50:00").refused("stale")


STAFF = (interpreter("eva", "en"), interpreter("enid", "en"))


def test_the_desk_says_who_interprets() -> None:
    staffed = booths().when(c.StaffBooth(booth="en", interpreters=STAFF), by=DESK)
    after = staffed.then(e.BoothStaffed(booth="en", interpreters=STAFF, at=at("10:00:00")))
    assert after.booths["en"].interpreters == STAFF
    staffed.accepted().when(TAKE_EN, by=ED).refused("not-of-this-booth", booth="en")


def test_interpretation_who_is_on_air_stays_in_the_booth() -> None:
    staff = c.StaffBooth(booth="en", interpreters=STAFF[1:])
    on_air(("en", EVA)).when(staff, by=DESK).refused("interpreter-on-air", participant="eva")
    booths().when(staff, by=DESK).accepted()


def test_a_handover_to_somebody_who_leaves_the_booth_is_cancelled() -> None:
    asked = on_air(("en", EVA)).done(c.RequestHandover(booth="en", to="ed"), by=EVA)
    asked.when(c.StaffBooth(booth="en", interpreters=STAFF), by=DESK).then(
        e.HandoverEnded(booth="en", outcome=HandoverOutcome.CANCELLED, at=at("10:00:00")),
        e.BoothStaffed(booth="en", interpreters=STAFF, at=at("10:00:00")),
    )


def test_nobody_stands_in_two_booths_or_in_one_of_another_language() -> None:
    def staff(*who: object) -> c.StaffBooth:
        return c.StaffBooth(booth="en", interpreters=who)  # type: ignore[arg-type]  # interpreters

    begun = booths()
    begun.when(staff(interpreter("zhou", "zh", b=("en",))), by=DESK).refused(
        "staffed-elsewhere", participant="zhou", booth="zh"
    )
    begun.when(staff(STAFF[0], STAFF[0]), by=DESK).refused("staffed-elsewhere", participant="eva", booth="en")
    begun.when(staff(interpreter("ana", "es")), by=DESK).refused(
        "foreign-languages", participant="ana", booth="en"
    )
    begun.when(staff(interpreter("ana", "es", b=("en",))), by=DESK).accepted()


def test_at_the_end_of_the_meeting_all_go_off_air_and_booths_are_closed() -> None:
    ended = on_air(("fr", FATIMA), ("en", EVA)).done(c.RequestHandover(booth="en"), by=ED)
    ended = ended.done(c.CallToOrder()).done(c.AdjournMeeting())
    assert {now.interpreter for now in ended.meeting.on_air.values()} == {None}
    assert deadlines(ended.meeting) == ()
    assert air(ended.meeting, "ar") == OnAir(channel="")
    ended.when(TAKE_EN, by=EVA).refused("adjourned")
