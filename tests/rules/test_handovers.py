"""INTERPRETATION: the microphone changes hands within a booth; either side starts, unanswered it lapses."""

import pytest
from tests.rules.booths_stage import ED, EVA, FATIMA, ZENO, ZHOU, ZITA, booths, on_air
from tests.rules.stage import CLOCK, at

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.deadlines import Deadline, deadlines
from hemicycle.rules.state.booths import HandoverOutcome, OnAir

ASK = c.RequestHandover(booth="en")
YES, NO = (c.AnswerHandover(booth="en", accepted=accepted) for accepted in (True, False))
CANCEL = c.CancelHandover(booth="en")
LIVE = on_air(("en", EVA))


def requested(by: str) -> e.HandoverRequested:
    """At 10:20 Eva shall give the microphone to Ed, within the minute."""
    return e.HandoverRequested(
        booth="en", by=by, giver="eva", taker="ed", at=at("10:20:00"), lapses_at=at("10:21:00")
    )


def ended(outcome: HandoverOutcome, clock: str) -> e.HandoverEnded:
    return e.HandoverEnded(booth="en", outcome=outcome, at=at(clock))


def test_interpretation_who_is_on_air_offers_and_the_colleague_accepts() -> None:
    offered = LIVE.when(ASK, by=EVA, clock="10:20:00")
    waiting = offered.then(requested("eva"))
    assert waiting.on_air["en"].interpreter == "eva"
    taken = offered.accepted().when(YES, by=ED, clock="10:20:09")
    after = taken.then(ended(HandoverOutcome.ACCEPTED, "10:20:09"))
    assert after.on_air["en"] == OnAir(channel="en", interpreter="ed", since=at("10:20:09"))


def test_who_is_not_on_air_asks_and_the_colleague_accepts() -> None:
    asked = LIVE.when(ASK, by=ED, clock="10:20:00")
    asked.then(requested("ed"))
    after = asked.accepted().done(YES, by=EVA, clock="10:20:01").meeting
    assert after.on_air["en"].interpreter == "ed"


def test_a_new_turn_begins_with_the_taker() -> None:
    tired = LIVE.done(c.ElapseTurn(booth="en", since=at("10:00:00")), by=CLOCK, clock="10:30:00")
    fresh = tired.done(ASK, by=EVA, clock="10:31:00").done(YES, by=ED, clock="10:31:02").meeting
    assert not fresh.on_air["en"].turn_elapsed
    assert deadlines(fresh) == (
        Deadline(at=at("11:01:02"), command=c.ElapseTurn(booth="en", since=at("10:31:02"))),
    )


def test_a_handover_is_declined_and_all_is_as_before() -> None:
    declined = LIVE.done(ASK, by=EVA, clock="10:20:00").when(NO, by=ED, clock="10:20:05")
    assert declined.then(ended(HandoverOutcome.DECLINED, "10:20:05")) == LIVE.meeting


def test_who_started_it_takes_it_back() -> None:
    asked = LIVE.done(ASK, by=ED, clock="10:20:00")
    asked.when(CANCEL, by=EVA).refused("not-your-handover")
    cancelled = asked.when(CANCEL, by=ED, clock="10:20:05")
    assert cancelled.then(ended(HandoverOutcome.CANCELLED, "10:20:05")) == LIVE.meeting


def test_interpretation_unanswered_it_lapses_after_sixty_seconds() -> None:
    asked = LIVE.done(ASK, by=ED, clock="10:20:00")
    lapse = c.LapseHandover(booth="en", asked_at=at("10:20:00"))
    assert deadlines(asked.meeting)[0] == Deadline(at=at("10:21:00"), command=lapse)
    asked.when(lapse, by=CLOCK, clock="10:20:59").refused("stale")
    lapsed = asked.when(lapse, by=CLOCK, clock="10:21:00")
    assert lapsed.then(ended(HandoverOutcome.LAPSED, "10:21:00")) == LIVE.meeting
    lapsed.accepted().when(lapse, by=CLOCK, clock="10:21:00").refused("stale")
    asked.when(lapse, by=ED, clock="10:21:00").refused("not-allowed")


def test_the_clock_of_an_earlier_handover_does_not_end_a_later_one() -> None:
    again = LIVE.done(ASK, by=ED, clock="10:20:00").done(NO, by=EVA, clock="10:20:30")
    again = again.done(ASK, by=ED, clock="10:20:40")
    lapse = c.LapseHandover(booth="en", asked_at=at("10:20:00"))
    again.when(lapse, by=CLOCK, clock="10:22:00").refused("stale")


def test_what_lapsed_is_not_accepted_even_before_the_clock_says_so() -> None:
    asked = LIVE.done(ASK, by=ED, clock="10:20:00")
    asked.when(YES, by=EVA, clock="10:21:00").refused("handover-lapsed")
    asked.when(ASK, by=EVA, clock="10:21:00").then(
        ended(HandoverOutcome.LAPSED, "10:21:00"),
        e.HandoverRequested(
            booth="en", by="eva", giver="eva", taker="ed", at=at("10:21:00"), lapses_at=at("10:22:00")
        ),
    )


def test_one_handover_waits_at_a_time() -> None:
    asked = LIVE.done(ASK, by=ED, clock="10:20:00")
    asked.when(ASK, by=EVA, clock="10:20:30").refused("handover-pending")


@pytest.mark.parametrize("who", [ED, EVA], ids=["who asks", "who gives"])
def test_only_the_other_side_answers(who: Actor) -> None:
    other = EVA if who is ED else ED
    asked = LIVE.done(ASK, by=who, clock="10:20:00")
    asked.when(YES, by=who, clock="10:20:01").refused("not-your-handover")
    asked.when(YES, by=other, clock="10:20:01").accepted()


def test_of_three_the_third_has_no_say() -> None:
    offered = on_air(("zh", ZHOU)).done(c.RequestHandover(booth="zh", to="zita"), by=ZHOU)
    answer = c.AnswerHandover(booth="zh", accepted=True)
    offered.when(answer, by=ZENO).refused("not-your-handover")
    assert offered.done(answer, by=ZITA).meeting.on_air["zh"].interpreter == "zita"


def test_interpretation_of_two_colleagues_one_is_named() -> None:
    live = on_air(("zh", ZHOU))
    for to in (None, "zhou", "eva"):
        live.when(c.RequestHandover(booth="zh", to=to), by=ZHOU).refused("name-the-taker", booth="zh")
    live.when(c.RequestHandover(booth="zh", to="zita"), by=ZENO).refused("not-on-air")
    live.when(c.RequestHandover(booth="zh", to="zhou"), by=ZENO).accepted()


def test_without_anybody_on_air_the_microphone_is_taken_instead() -> None:
    booths().when(ASK, by=EVA).refused("off-air")


def test_what_is_not_there_is_not_answered() -> None:
    LIVE.when(YES, by=ED).refused("no-handover")
    LIVE.when(CANCEL, by=ED).refused("no-handover")


@pytest.mark.parametrize("command", [ASK, YES, CANCEL], ids=lambda command: type(command).__name__)
def test_another_booth_has_no_part_in_it(command: c.AnyCommand) -> None:
    LIVE.done(ASK, by=ED).when(command, by=FATIMA).refused("not-of-this-booth", booth="en")


def test_who_goes_off_air_ends_it() -> None:
    asked = LIVE.done(ASK, by=ED, clock="10:20:00")
    after = asked.done(c.ReleaseMicrophone(booth="en"), by=EVA, clock="10:20:10").meeting
    assert (after.on_air["en"].handover, deadlines(after)) == (None, ())
