"""What of the interpretation wants attention: staff, turns, length, the week, the wrong language."""

from dataclasses import replace

from tests.rules.booths_stage import (
    BOOTHS,
    ED,
    EVA,
    FATIMA,
    RITA,
    WITH_BOOTHS,
    ZHOU,
    booths,
    interpreter,
    lost,
    on_air,
)
from tests.rules.stage import CLOCK, SET_UP, Given, at, given, in_session, room

from hemicycle.rules import commands as c
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.state.booths import Interpreter
from hemicycle.views.staffing import StaffingKind, StaffingWarning, warnings

ALONE = StaffingWarning(kind=StaffingKind.SHORT_OF_STAFF, booth="ru", have=1, need=2)
"""The Russian booth of the stage has one interpreter."""


def test_a_booth_needs_two_and_three_where_it_works_both_ways() -> None:
    assert warnings(booths().meeting) == (ALONE,)
    two = replace(BOOTHS[2], interpreters=BOOTHS[2].interpreters[:2])
    short = given(set_up=replace(WITH_BOOTHS, booths=(BOOTHS[0], two)))
    assert warnings(short.meeting) == (
        StaffingWarning(kind=StaffingKind.SHORT_OF_STAFF, booth="zh", have=2, need=3),
    )


def test_a_turn_that_is_over_is_told_until_somebody_else_is_on_air() -> None:
    tired = booths().done(c.TakeMicrophone(booth="en"), by=EVA)
    tired = tired.done(c.ElapseTurn(booth="en", since=at("10:00:00")), by=CLOCK, clock="10:30:00")
    assert warnings(tired.meeting) == (StaffingWarning(kind=StaffingKind.TURN_ELAPSED, booth="en"), ALONE)
    assert warnings(tired.done(c.ReleaseMicrophone(booth="en"), by=EVA).meeting) == (ALONE,)


def lasting(until: str, *, remote: bool) -> Given:
    """A meeting that was scheduled at 08:00 and called to order at 10:00."""
    staffed = BOOTHS[:2] if not remote else (replace(BOOTHS[0], remote=True),)
    return in_session(replace(WITH_BOOTHS, booths=staffed, ends_at=at(until)))


def test_three_hours_are_the_most_and_two_where_a_booth_is_remote() -> None:
    too_long = StaffingKind.MEETING_TOO_LONG
    assert warnings(lasting("13:00:00", remote=False).meeting) == ()
    assert warnings(lasting("13:01:00", remote=False).meeting) == (
        StaffingWarning(kind=too_long, have=181, need=180),
    )
    assert warnings(lasting("12:00:00", remote=True).meeting) == ()
    assert warnings(lasting("12:01:00", remote=True).meeting) == (
        StaffingWarning(kind=too_long, have=121, need=120),
    )


def test_before_the_call_to_order_the_planned_beginning_counts() -> None:
    planned = given(set_up=replace(WITH_BOOTHS, booths=BOOTHS[:1], ends_at=at("11:30:00")))
    assert warnings(planned.meeting) == (
        StaffingWarning(kind=StaffingKind.MEETING_TOO_LONG, have=210, need=180),
    )


def test_the_sixth_meeting_of_a_week_is_one_too_many() -> None:
    def of_week(number: int) -> Given:
        return given(set_up=replace(WITH_BOOTHS, booths=BOOTHS[:1], of_week=number))

    assert warnings(of_week(5).meeting) == ()
    assert warnings(of_week(6).meeting) == (StaffingWarning(kind=StaffingKind.WEEK_TOO_FULL, have=6, need=5),)


def speaking(language: str) -> Given:
    begun = in_session(replace(WITH_BOOTHS, booths=BOOTHS[:3]))
    begun = begun.done(c.RequestFloor(language=language), by=room("pan")).given_the_floor()
    return begun.done(c.TakeMicrophone(booth="fr"), by=FATIMA)


def test_a_booth_that_interprets_from_its_own_language_is_told() -> None:
    wrong = StaffingWarning(kind=StaffingKind.SOURCE_IS_OUTGOING, booth="fr")
    assert warnings(speaking("fr").meeting) == (wrong,)
    assert warnings(speaking("es").meeting) == ()


def test_by_relay_the_pivots_channel_is_what_counts() -> None:
    relayed = speaking("fr").done(c.SetSource(booth="fr", source="zh"), by=FATIMA)
    relayed = relayed.done(c.TakeMicrophone(booth="zh"), by=ZHOU)
    assert warnings(relayed.meeting) == ()
    english = relayed.done(c.SetSource(booth="en", source="zh"), by=EVA)
    english = english.done(c.SetChannel(booth="zh", channel="en"), by=ZHOU)
    assert warnings(english.meeting) == ()


def test_without_booths_or_rules_there_is_nothing_to_say() -> None:
    long = given(set_up=replace(SET_UP, ends_at=at("20:00:00"), of_week=9))
    assert warnings(long.meeting) == ()
    assert warnings(EMPTY) == ()


def test_interpretation_whose_line_is_lost_on_air_is_told_until_somebody_else_is_on_air() -> None:
    gone = lost(on_air(("en", EVA)), "eva")
    told = StaffingWarning(kind=StaffingKind.LINE_LOST, booth="en", participant="eva")
    assert warnings(gone.meeting) == (told, ALONE)
    assert warnings(lost(booths(), "ed").meeting) == (ALONE,), "she is not on air"
    assert warnings(gone.done(c.TakeMicrophone(booth="en"), by=ED).meeting) == (ALONE,)


def heard_by(who: Interpreter, language: str, channel: str = "zh") -> tuple[StaffingWarning, ...]:
    """What is told of an interpreter of the two-way booth while this language is spoken."""
    staffed = replace(BOOTHS[2], interpreters=(who, *BOOTHS[2].interpreters[1:]))
    begun = in_session(replace(WITH_BOOTHS, booths=(staffed,)))
    begun = begun.done(c.RequestFloor(language=language), by=room("pan")).given_the_floor()
    return warnings(begun.done(c.TakeMicrophone(booth="zh", channel=channel), by=ZHOU).meeting)


def about_zhou(kind: StaffingKind, language: str) -> tuple[StaffingWarning, ...]:
    return (StaffingWarning(kind=kind, booth="zh", participant="zhou", language=language),)


def test_interpretation_one_works_into_a_and_b() -> None:
    zhou = interpreter("zhou", "zh")
    assert heard_by(zhou, "zh", channel="en") == about_zhou(StaffingKind.CHANNEL_NOT_OWN, "en")
    assert heard_by(interpreter("zhou", "zh", b=("en",)), "zh", channel="en") == ()


def test_interpretation_one_works_from_a_b_and_c() -> None:
    not_understood = about_zhou(StaffingKind.SOURCE_NOT_UNDERSTOOD, "fr")
    assert heard_by(interpreter("zhou", "zh"), "fr") == not_understood
    assert heard_by(interpreter("zhou", "zh"), "en") == ()
    relay = on_air(("fr", FATIMA), ("ru", RITA)).done(c.SetSource(booth="ru", source="fr"), by=RITA)
    of_rita = replace(not_understood[0], booth="ru", participant="rita")
    assert warnings(relay.meeting) == (ALONE, of_rita), "the pivot works into French"


def test_of_whom_only_one_language_is_known_nothing_is_said() -> None:
    assert heard_by(Interpreter(participant="zhou", a=("zh",)), "fr") == ()
