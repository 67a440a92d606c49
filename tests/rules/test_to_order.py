"""The chair calls whoever speaks to order: for irrelevance at any time, for an overrun when time is over."""

import pytest
from tests.rules.stage import CHAIR, VICE_CHAIR, Given, at, in_session, online, room, whole
from tests.rules.test_points_of_order import POINT

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.terms import HolderKind, OrderCause

IRRELEVANT = c.CallSpeakerToOrder(cause=OrderCause.IRRELEVANCE)
OVER = c.CallSpeakerToOrder(cause=OrderCause.OVERRUN)


def speaking() -> Given:
    """Panama has the floor from ten o'clock, for five minutes."""
    return in_session(whole()).asked(online("pan")).given_the_floor()


def test_recognition_a_speaker_is_called_to_order_and_goes_on() -> None:
    called = speaking().when(IRRELEVANT, clock="10:01:00")
    after = called.then(
        e.SpeakerCalledToOrder(grant=1, cause=OrderCause.IRRELEVANCE, by="chair", at=at("10:01:00"))
    )
    assert after.speaking is not None
    assert (after.speaking.to_order, after.speaking.ends_at) == (OrderCause.IRRELEVANCE, at("10:05:00"))
    again = Given(after).done(OVER, clock="10:05:00").meeting
    assert again.floor[-1].to_order is OrderCause.OVERRUN


def test_time_limit_an_overrun_begins_when_the_time_is_over() -> None:
    speaking().when(OVER, clock="10:04:59").refused("time-left")
    assert speaking().when(OVER, clock="10:05:00").events
    stands = speaking().done(c.PauseSpeaking(), clock="10:04:00")
    stands.when(OVER, clock="10:06:00").refused("time-left")
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    in_session().done(podium).when(OVER).refused("no-limit")


@pytest.mark.parametrize("command", [IRRELEVANT, OVER])
def test_recognition_nobody_else_is_called_to_order(command: c.CallSpeakerToOrder) -> None:
    in_session().when(command).refused("nobody-speaking")
    speaking().when(command, by=VICE_CHAIR).refused("not-presiding")
    called = speaking().done(POINT, by=room("fra")).done(c.CallNext())
    called.when(command, by=CHAIR, clock="10:09:00").refused("nobody-speaking")
    on_the_point = called.done(c.GiveFloor())
    assert on_the_point.when(command, clock="10:09:00").events
