"""STATEMENT_ORDER: the frozen head, and what the chair moves with a reason on record."""

import pytest
from tests.rules.stage import VICE_CHAIR, Given, at, in_session, online, under

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.procedure import Segment
from hemicycle.rules.terms import RequestKind

THREE = (online("pan"), online("ita"), online("fra"))
SEGMENTS = (Segment(id="one", title="One"), Segment(id="two", title="Two"))


def order(given: Given) -> list[str]:
    """Who waits on the list, by delegation."""
    return [r.delegation for r in given.meeting.waiting("3")]


# The frozen head


def test_statement_order_the_frozen_head_stays_whoever_asks() -> None:
    asked = in_session().asked(*THREE)
    outcome = asked.when(c.FreezeHead(item="3", count=2))
    outcome.then(e.HeadFrozen(item="3", order=("r1", "r2"), at=at("10:00:00")))
    group = outcome.accepted().done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["pan", "ita", "ind", "fra"]
    assert outcome.accepted().when(c.FreezeHead(item="3", count=2)).events == []


def test_statement_order_a_head_that_is_let_go_is_ordered_by_rule_again() -> None:
    frozen = in_session().asked(*THREE).done(c.FreezeHead(item="3", count=3))
    group = frozen.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["pan", "ita", "fra", "ind"]
    assert order(group.done(c.FreezeHead(item="3", count=0))) == ["ind", "pan", "ita", "fra"]


def test_statement_order_who_of_the_frozen_head_is_passed_over_or_taken_back_keeps_her_place() -> None:
    frozen = in_session().asked(*THREE).done(c.FreezeHead(item="3", count=2))
    group = frozen.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind")).done(c.CallNext())
    assert order(group.done(c.PassOver())) == ["pan", "ita", "ind", "fra"]
    assert order(group.done(c.TakeBackCall())) == ["pan", "ita", "ind", "fra"]


@pytest.mark.parametrize("count", [-1, 4])
def test_statement_order_no_more_can_be_fixed_than_wait(count: int) -> None:
    asked = in_session().asked(*THREE)
    asked.when(c.FreezeHead(item="3", count=count)).refused("too-few-waiting", waiting=3)


# What the chair moves


def test_statement_order_a_request_is_moved_with_a_reason_on_record() -> None:
    asked = in_session().asked(*THREE)
    outcome = asked.when(c.MoveRequest(request="r3", before="r1", reason="the minister leaves at noon"))
    outcome.then(
        e.RequestMoved(request="r3", before="r1", order=("r3", "r1", "r2"), at=at("10:00:00"), reason="cmd")
    )
    assert order(outcome.accepted()) == ["fra", "pan", "ita"]


def test_statement_order_whoever_asks_later_stands_behind_who_was_moved_to_the_end() -> None:
    last = in_session().asked(*THREE).done(c.MoveRequest(request="r1", reason="not in the room yet"))
    assert order(last) == ["ita", "fra", "pan"]
    assert order(last.asked(online("ind"))) == ["ita", "fra", "pan", "ind"]
    group = last.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["ind", "ita", "fra", "pan"], "the order of tiers still holds"


def test_statement_order_who_was_moved_to_the_top_stays_there() -> None:
    top = in_session().asked(*THREE).done(c.MoveRequest(request="r3", before="r1", reason="leaves"))
    group = top.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["fra", "ind", "pan", "ita"]


def test_statement_order_a_moved_request_is_called_in_its_turn_and_needs_no_further_reason() -> None:
    top = in_session().asked(*THREE).done(c.MoveRequest(request="r3", before="r1", reason="leaves"))
    top.when(c.CallSpeaker(request="r1")).refused("out-of-order", ahead=1)
    top.when(c.CallNext()).then(e.SpeakerCalled(request="r3", at=at("10:00:00")))


def test_statement_order_several_moves_hold_together() -> None:
    moved = (
        in_session()
        .asked(*THREE, online("ind"))
        .done(c.MoveRequest(request="r4", before="r2", reason="a"))
        .done(c.MoveRequest(request="r3", before="r4", reason="b"))
        .done(c.MoveRequest(request="r1", reason="c"))
    )
    assert order(moved) == ["fra", "ind", "ita", "pan"]


def test_statement_order_a_move_to_where_it_stands_changes_nothing() -> None:
    asked = in_session().asked(*THREE)
    for command in (
        c.MoveRequest(request="r1", before="r2", reason="a"),
        c.MoveRequest(request="r3", reason="a"),
        c.MoveRequest(request="r2", before="r2", reason="a"),
    ):
        assert asked.when(command).events == []


def test_recognition_a_departure_needs_a_reason() -> None:
    asked = in_session().asked(*THREE)
    asked.when(c.MoveRequest(request="r3", before="r1", reason=" ")).refused("needs-reason")


def test_statement_order_only_who_waits_on_the_same_list_is_moved() -> None:
    asked = in_session().done(c.OpenList(item="4")).asked(*THREE)
    other = asked.done(c.RequestFloor(item="4"), by=online("pan"))
    other.when(c.MoveRequest(request="r1", before="r4", reason="a")).refused("another-list", request="r4")
    called = asked.done(c.CallNext())
    called.when(c.MoveRequest(request="r1", reason="a")).refused("not-waiting", request="r1", state="called")
    before_her = c.MoveRequest(request="r2", before="r1", reason="a")
    called.when(before_her).refused("not-waiting", request="r1", state="called")
    asked.when(c.MoveRequest(request="r9", reason="a")).refused("unknown-request", request="r9")


def test_point_of_order_points_keep_the_order_of_request() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    raised = in_session().done(point, by=online("pan")).done(point, by=online("ita"))
    move = c.MoveRequest(request="r2", before="r1", reason="a")
    raised.when(move).refused("not-movable", kind="point_of_order")


def test_statement_order_nobody_is_moved_into_or_out_of_the_frozen_head() -> None:
    frozen = in_session().asked(*THREE, online("ind")).done(c.FreezeHead(item="3", count=2))
    frozen.when(c.MoveRequest(request="r4", before="r2", reason="a")).refused("head-frozen")
    frozen.when(c.MoveRequest(request="r1", reason="a")).refused("head-frozen")
    behind = frozen.done(c.MoveRequest(request="r4", before="r3", reason="a"))
    assert order(behind) == ["pan", "ita", "ind", "fra"]


@pytest.mark.parametrize(
    "command",
    [
        c.FreezeHead(item="3", count=1),
        c.MoveRequest(request="r3", before="r1", reason="a"),
        c.OpenSegment(item="3", segment=1),
        c.SetListClosing(item="3", closes_at=at("11:00:00")),
    ],
)
def test_statement_order_only_the_presiding_officer_departs_from_the_order(command: c.AnyCommand) -> None:
    asked = in_session(under(segments=SEGMENTS)).asked(*THREE)
    asked.when(command, by=VICE_CHAIR).refused("not-presiding")
    asked.done(c.AdjournMeeting()).when(command).refused("adjourned")
    asked.done(command)
