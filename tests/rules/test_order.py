"""STATEMENT_ORDER: segments and ranks, joint statements, the room, those heard least."""

import pytest
from tests.rules.stage import (
    Given,
    at,
    in_session,
    online,
    room,
    under,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.order import room_hint
from hemicycle.rules.procedure import Method, RoomFirst, Segment
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.terms import SpeakerRank

SEGMENTS = (
    Segment(id="general", title="General debate"),
    Segment(id="high-level", title="High-level segment", by_rank=True, seconds=240),
)
HIGH_LEVEL = c.OpenSegment(item="3", segment=1)
THREE = (online("pan"), online("ita"), online("fra"))


def order(given: Given, item: str = "3") -> list[str]:
    """Who waits on the list, by delegation."""
    return [r.delegation for r in given.meeting.waiting(item)]


def ranked(rank: SpeakerRank) -> c.RequestFloor:
    return c.RequestFloor(rank=rank)


# Segments and ranks


def test_statement_order_a_high_level_segment_orders_by_rank_and_has_its_own_time() -> None:
    segment = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    asked = (
        segment.done(ranked(SpeakerRank.MINISTER), by=online("pan"))
        .done(ranked(SpeakerRank.OTHER), by=online("ita"))
        .done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
        .done(ranked(SpeakerRank.HEAD_OF_GOVERNMENT), by=online("ind"))
    )
    assert order(asked) == ["fra", "ind", "pan", "ita"]
    assert {r.seconds for r in asked.meeting.requests.values()} == {240}


def test_statement_order_groups_stand_before_heads_of_state_in_a_high_level_segment() -> None:
    segment = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    state = segment.done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
    group = state.done(c.RequestFloor(on_behalf_of="g77"), by=online("pan"))
    assert order(group) == ["pan", "fra"]


def test_statement_order_without_a_high_level_segment_a_rank_makes_no_difference() -> None:
    for procedure in (under(), under(segments=SEGMENTS)):
        asked = in_session(procedure).asked(online("pan"))
        asked = asked.done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
        assert order(asked) == ["pan", "fra"]
        assert asked.meeting.requests["r2"].rank is SpeakerRank.OTHER


def test_statement_order_who_waits_stays_in_the_segment_in_which_she_asked() -> None:
    general = in_session(under(segments=SEGMENTS)).asked(online("pan"))
    outcome = general.when(HIGH_LEVEL)
    outcome.then(e.SegmentOpened(item="3", segment=1, at=at("10:00:00")))
    both = outcome.accepted().done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
    assert order(both) == ["pan", "fra"]
    assert [r.segment for r in both.meeting.waiting("3")] == [0, 1]
    assert outcome.accepted().when(HIGH_LEVEL).events == []


@pytest.mark.parametrize("segment", [-1, 2])
def test_statement_order_a_segment_that_the_debate_has_not_is_refused(segment: int) -> None:
    opened = in_session(under(segments=SEGMENTS))
    command = c.OpenSegment(item="3", segment=segment)
    opened.when(command).refused("no-such-segment", segment=segment)


def test_statement_order_a_segment_of_an_item_that_is_closed_is_refused() -> None:
    closed = in_session(under(segments=SEGMENTS)).done(c.CloseItem(item="3"))
    closed.when(HIGH_LEVEL).refused("item-closed", item="3")


def test_statement_order_a_limit_that_the_body_decided_binds_the_segment_too() -> None:
    limited = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    limited = limited.after(e.StatementsLimited(item="3", limit=Limit(seconds=120), at=at("10:00:00")))
    assert limited.asked(online("pan")).meeting.requests["r1"].seconds == 120


# The room, and those heard least


def test_statement_order_the_preference_for_the_room_as_an_order_within_the_tier() -> None:
    within = in_session(under(room_first=RoomFirst.WITHIN_TIER))
    asked = within.asked(online("jpn"), online("pan"), room("ita"), online("fra"), room("ind"))
    assert order(asked) == ["ita", "ind", "pan", "fra", "jpn"]
    moved = asked.done(c.ChangeModality(request="r2"), by=room("pan"))
    assert order(moved) == ["pan", "ita", "ind", "fra", "jpn"], "in the room her earlier request counts"


def test_statement_order_the_preference_for_the_room_as_a_hint_leaves_the_order() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT)).asked(online("pan"), online("ita"), room("fra"))
    assert order(hint) == ["pan", "ita", "fra"]
    assert room_hint(hint.meeting, "3") == "r3"


def test_statement_order_no_hint_where_the_next_speaks_from_the_room_or_no_equal_does() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT))
    assert room_hint(hint.meeting, "3") is None
    assert room_hint(hint.asked(room("pan"), online("ita")).meeting, "3") is None
    assert room_hint(hint.asked(online("pan"), room("jpn")).meeting, "3") is None, "another tier"
    none = in_session().asked(online("pan"), room("ita"))
    assert room_hint(none.meeting, "3") is None, "the strict order of request"


def test_statement_order_a_hint_names_nobody_whose_place_is_held() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT)).asked(room("ita"), online("pan"), online("fra"))
    held = hint.done(c.CallNext()).done(c.PassOver())
    assert room_hint(held.meeting, "3") is None


def test_statement_order_fewest_spoken_first_where_the_body_chose_that_method() -> None:
    fewest = in_session(under(method=Method.FEWEST_SPOKEN)).asked(*THREE)
    heard = fewest.given_the_floor().done(c.EndStatement()).asked(online("pan"), online("ind"))
    assert order(heard) == ["ita", "fra", "ind", "pan"]
    by_request = in_session().asked(*THREE).given_the_floor().done(c.EndStatement())
    assert order(by_request.asked(online("pan"), online("ind"))) == ["ita", "fra", "pan", "ind"]


def test_statement_order_fewest_spoken_counts_on_the_item_alone() -> None:
    fewest = in_session(under(method=Method.FEWEST_SPOKEN)).asked(online("pan"))
    heard = fewest.given_the_floor().done(c.EndStatement()).done(c.OpenList(item="4"))
    for delegation in ("pan", "ita"):
        heard = heard.done(c.RequestFloor(item="4"), by=online(delegation))
    assert order(heard, "4") == ["pan", "ita"]


def test_adjourn_debate_no_statement_is_asked_for_until_the_item_is_taken_up_again() -> None:
    adjourned = in_session().after(e.DebateAdjourned(item="3", at=at("10:00:00")))
    ask = c.RequestFloor(item="3")
    adjourned.when(ask, by=online("pan")).refused("debate-adjourned", item="3")
    again = adjourned.done(c.TakeUpItem(item="3"))
    assert order(again.asked(online("pan"))) == ["pan"]
