"""STATEMENT_ORDER: segments, methods, the room, frozen head, moves; lists that close by the clock."""

import pytest
from tests.rules.stage import (
    CHAIR,
    CLOCK,
    DESK,
    VICE_CHAIR,
    Given,
    at,
    given,
    in_session,
    online,
    room,
    under,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import Deadline, deadlines
from hemicycle.rules.order import room_hint
from hemicycle.rules.procedure import Method, RoomFirst, Segment
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.terms import RequestKind, SpeakerRank

SEGMENTS = (
    Segment(id="general", title="General debate"),
    Segment(id="high-level", title="High-level segment", by_rank=True, seconds=240),
)
HIGH_LEVEL = c.OpenSegment(item="3", segment=1)
THREE = (online("pan"), online("ita"), online("fra"))


def order(given: Given, item: str = "3", kind: RequestKind = RequestKind.STATEMENT) -> list[str]:
    """Who waits on the list, by delegation."""
    return [r.delegation for r in given.meeting.waiting(item, kind)]


def ranked(rank: SpeakerRank) -> c.RequestFloor:
    return c.RequestFloor(rank=rank)


# Segments and ranks


def test_a_high_level_segment_orders_by_rank_and_has_its_own_time() -> None:
    segment = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    asked = (
        segment.done(ranked(SpeakerRank.MINISTER), by=online("pan"))
        .done(ranked(SpeakerRank.OTHER), by=online("ita"))
        .done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
        .done(ranked(SpeakerRank.HEAD_OF_GOVERNMENT), by=online("ind"))
    )
    assert order(asked) == ["fra", "ind", "pan", "ita"]
    assert {r.seconds for r in asked.meeting.requests.values()} == {240}


def test_groups_stand_before_heads_of_state_in_a_high_level_segment() -> None:
    segment = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    state = segment.done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
    group = state.done(c.RequestFloor(on_behalf_of="g77"), by=online("pan"))
    assert order(group) == ["pan", "fra"]


def test_without_a_high_level_segment_a_rank_makes_no_difference() -> None:
    for procedure in (under(), under(segments=SEGMENTS)):
        asked = in_session(procedure).asked(online("pan"))
        asked = asked.done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
        assert order(asked) == ["pan", "fra"]
        assert asked.meeting.requests["r2"].rank is SpeakerRank.OTHER


def test_who_waits_stays_in_the_segment_in_which_she_asked() -> None:
    general = in_session(under(segments=SEGMENTS)).asked(online("pan"))
    outcome = general.when(HIGH_LEVEL)
    outcome.then(e.SegmentOpened(item="3", segment=1, at=at("10:00:00")))
    both = outcome.accepted().done(ranked(SpeakerRank.HEAD_OF_STATE), by=online("fra"))
    assert order(both) == ["pan", "fra"]
    assert [r.segment for r in both.meeting.waiting("3")] == [0, 1]
    assert outcome.accepted().when(HIGH_LEVEL).events == []


@pytest.mark.parametrize("segment", [-1, 2])
def test_a_segment_that_the_debate_has_not_is_refused(segment: int) -> None:
    opened = in_session(under(segments=SEGMENTS))
    command = c.OpenSegment(item="3", segment=segment)
    opened.when(command).refused("no-such-segment", segment=segment)


def test_a_segment_of_an_item_that_is_closed_is_refused() -> None:
    closed = in_session(under(segments=SEGMENTS)).done(c.CloseItem(item="3"))
    closed.when(HIGH_LEVEL).refused("item-closed", item="3")


def test_a_limit_that_the_body_decided_binds_the_segment_too() -> None:
    limited = in_session(under(segments=SEGMENTS)).done(HIGH_LEVEL)
    limited = limited.after(e.StatementsLimited(item="3", limit=Limit(seconds=120), at=at("10:00:00")))
    assert limited.asked(online("pan")).meeting.requests["r1"].seconds == 120


# Joint statements


def test_a_joint_statement_stands_once_and_names_all_who_share_it() -> None:
    joint = in_session().done(c.RequestFloor(joint=("ita", "fra", "ita")), by=online("pan"))
    assert order(joint) == ["pan"]
    assert joint.meeting.requests["r1"].joint == ("ita", "fra")


def test_one_request_who_shares_a_joint_statement_asks_for_none_of_its_own() -> None:
    joint = in_session().done(c.RequestFloor(joint=("ita",)), by=online("pan"))
    joint.when(c.RequestFloor(), by=online("ita")).refused("in-joint-statement", request="r1")
    withdrawn = joint.done(c.WithdrawRequest(request="r1"), by=online("pan"))
    assert order(withdrawn.asked(online("ita"))) == ["ita"]


@pytest.mark.parametrize("joint", [("ita",), ("fra", "ita")])
def test_one_request_who_waits_alone_or_jointly_shares_no_other(joint: tuple[str, ...]) -> None:
    alone = in_session().asked(online("ita"))
    command = c.RequestFloor(joint=joint)
    alone.when(command, by=online("pan")).refused("joint-inscribed", delegation="ita")
    shared = in_session().done(c.RequestFloor(joint=("ita",)), by=online("ind"))
    shared.when(command, by=online("pan")).refused("joint-inscribed", delegation="ita")


def test_one_request_a_joint_statement_is_shared_with_others_who_take_part() -> None:
    def ask(*joint: str) -> c.RequestFloor:
        return c.RequestFloor(joint=joint)

    in_session().when(ask("pan"), by=online("pan")).refused("joint-with-itself")
    in_session().when(ask("atl"), by=online("pan")).refused("unknown-delegation", delegation="atl")
    in_session().when(ask("ngo"), by=online("pan")).refused("by-invitation")
    invited = in_session().after(e.OrganizationInvited(delegation="ngo", at=at("10:00:00")))
    assert invited.done(ask("ngo"), by=online("pan")).meeting.requests["r1"].joint == ("ngo",)


def test_time_limit_a_joint_statement_counts_for_each_who_shares_it() -> None:
    limited = in_session().after(e.StatementsLimited(item="3", limit=Limit(statements=1), at=at("10:00:00")))
    heard = limited.done(c.RequestFloor(joint=("ita",)), by=online("pan")).given_the_floor()
    heard = heard.done(c.EndStatement())
    for delegation in ("pan", "ita"):
        heard.when(c.RequestFloor(), by=online(delegation)).refused(
            "statements-used-up", item="3", statements=1
        )
    shared = c.RequestFloor(joint=("ita",))
    heard.when(shared, by=online("fra")).refused("statements-used-up", item="3", statements=1)
    assert order(heard.asked(online("fra"))) == ["fra"]
    group = heard.done(c.RequestFloor(on_behalf_of="g77"), by=online("pan"))
    assert order(group) == ["pan"], "a group's statement is the group's"


# The room, and those heard least


def test_the_preference_for_the_room_as_an_order_within_the_tier() -> None:
    within = in_session(under(room_first=RoomFirst.WITHIN_TIER))
    asked = within.asked(online("jpn"), online("pan"), room("ita"), online("fra"), room("ind"))
    assert order(asked) == ["ita", "ind", "pan", "fra", "jpn"]
    moved = asked.done(c.ChangeModality(request="r2"), by=room("pan"))
    assert order(moved) == ["pan", "ita", "ind", "fra", "jpn"], "in the room her earlier request counts"


def test_the_preference_for_the_room_as_a_hint_leaves_the_order() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT)).asked(online("pan"), online("ita"), room("fra"))
    assert order(hint) == ["pan", "ita", "fra"]
    assert room_hint(hint.meeting, "3") == "r3"


def test_no_hint_where_the_next_speaks_from_the_room_or_no_equal_does() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT))
    assert room_hint(hint.meeting, "3") is None
    assert room_hint(hint.asked(room("pan"), online("ita")).meeting, "3") is None
    assert room_hint(hint.asked(online("pan"), room("jpn")).meeting, "3") is None, "another tier"
    none = in_session().asked(online("pan"), room("ita"))
    assert room_hint(none.meeting, "3") is None, "the strict order of request"


def test_a_hint_names_nobody_whose_place_is_held() -> None:
    hint = in_session(under(room_first=RoomFirst.HINT)).asked(room("ita"), online("pan"), online("fra"))
    held = hint.done(c.CallNext()).done(c.PassOver())
    assert room_hint(held.meeting, "3") is None


def test_fewest_spoken_first_where_the_body_chose_that_method() -> None:
    fewest = in_session(under(method=Method.FEWEST_SPOKEN)).asked(*THREE)
    heard = fewest.given_the_floor().done(c.EndStatement()).asked(online("pan"), online("ind"))
    assert order(heard) == ["ita", "fra", "ind", "pan"]
    by_request = in_session().asked(*THREE).given_the_floor().done(c.EndStatement())
    assert order(by_request.asked(online("pan"), online("ind"))) == ["ita", "fra", "pan", "ind"]


def test_fewest_spoken_counts_on_the_item_alone() -> None:
    fewest = in_session(under(method=Method.FEWEST_SPOKEN)).asked(online("pan"))
    heard = fewest.given_the_floor().done(c.EndStatement()).done(c.OpenList(item="4"))
    for delegation in ("pan", "ita"):
        heard = heard.done(c.RequestFloor(item="4"), by=online(delegation))
    assert order(heard, "4") == ["pan", "ita"]


# The frozen head


def test_the_frozen_head_stays_whoever_asks() -> None:
    asked = in_session().asked(*THREE)
    outcome = asked.when(c.FreezeHead(item="3", count=2))
    outcome.then(e.HeadFrozen(item="3", order=("r1", "r2"), at=at("10:00:00")))
    group = outcome.accepted().done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["pan", "ita", "ind", "fra"]
    assert outcome.accepted().when(c.FreezeHead(item="3", count=2)).events == []


def test_a_head_that_is_let_go_is_ordered_by_rule_again() -> None:
    frozen = in_session().asked(*THREE).done(c.FreezeHead(item="3", count=3))
    group = frozen.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["pan", "ita", "fra", "ind"]
    assert order(group.done(c.FreezeHead(item="3", count=0))) == ["ind", "pan", "ita", "fra"]


def test_who_of_the_frozen_head_is_passed_over_or_taken_back_keeps_her_place() -> None:
    frozen = in_session().asked(*THREE).done(c.FreezeHead(item="3", count=2))
    group = frozen.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind")).done(c.CallNext())
    assert order(group.done(c.PassOver())) == ["pan", "ita", "ind", "fra"]
    assert order(group.done(c.TakeBackCall())) == ["pan", "ita", "ind", "fra"]


@pytest.mark.parametrize("count", [-1, 4])
def test_no_more_can_be_fixed_than_wait(count: int) -> None:
    asked = in_session().asked(*THREE)
    asked.when(c.FreezeHead(item="3", count=count)).refused("too-few-waiting", waiting=3)


# What the chair moves


def test_a_request_is_moved_with_a_reason_on_record() -> None:
    asked = in_session().asked(*THREE)
    outcome = asked.when(c.MoveRequest(request="r3", before="r1", reason="the minister leaves at noon"))
    outcome.then(
        e.RequestMoved(request="r3", before="r1", order=("r3", "r1", "r2"), at=at("10:00:00"), reason="cmd")
    )
    assert order(outcome.accepted()) == ["fra", "pan", "ita"]


def test_whoever_asks_later_stands_behind_who_was_moved_to_the_end() -> None:
    last = in_session().asked(*THREE).done(c.MoveRequest(request="r1", reason="not in the room yet"))
    assert order(last) == ["ita", "fra", "pan"]
    assert order(last.asked(online("ind"))) == ["ita", "fra", "pan", "ind"]
    group = last.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["ind", "ita", "fra", "pan"], "the order of tiers still holds"


def test_who_was_moved_to_the_top_stays_there() -> None:
    top = in_session().asked(*THREE).done(c.MoveRequest(request="r3", before="r1", reason="leaves"))
    group = top.done(c.RequestFloor(on_behalf_of="g77"), by=online("ind"))
    assert order(group) == ["fra", "ind", "pan", "ita"]


def test_a_moved_request_is_called_in_its_turn_and_needs_no_further_reason() -> None:
    top = in_session().asked(*THREE).done(c.MoveRequest(request="r3", before="r1", reason="leaves"))
    top.when(c.CallSpeaker(request="r1")).refused("out-of-order", ahead=1)
    top.when(c.CallNext()).then(e.SpeakerCalled(request="r3", at=at("10:00:00")))


def test_several_moves_hold_together() -> None:
    moved = (
        in_session()
        .asked(*THREE, online("ind"))
        .done(c.MoveRequest(request="r4", before="r2", reason="a"))
        .done(c.MoveRequest(request="r3", before="r4", reason="b"))
        .done(c.MoveRequest(request="r1", reason="c"))
    )
    assert order(moved) == ["fra", "ind", "ita", "pan"]


def test_a_move_to_where_it_stands_changes_nothing() -> None:
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


def test_only_who_waits_on_the_same_list_is_moved() -> None:
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


def test_nobody_is_moved_into_or_out_of_the_frozen_head() -> None:
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
        HIGH_LEVEL,
        c.SetListClosing(item="3", closes_at=at("11:00:00")),
    ],
)
def test_only_the_presiding_officer_departs_from_the_order(command: c.AnyCommand) -> None:
    asked = in_session(under(segments=SEGMENTS)).asked(*THREE)
    asked.when(command, by=VICE_CHAIR).refused("not-presiding")
    asked.done(c.AdjournMeeting()).when(command).refused("adjourned")
    asked.done(command)


# A list that closes by the clock

ELEVEN = at("11:00:00")
CLOSE = c.CloseListOnTime(item="3", closes_at=ELEVEN)


def closing() -> Given:
    return in_session().done(c.SetListClosing(item="3", closes_at=ELEVEN))


def test_list_close_a_list_opens_before_the_meeting_and_closes_by_the_clock() -> None:
    early = given().done(c.OpenList(item="3"), clock="08:00:00")
    outcome = early.when(c.SetListClosing(item="3", closes_at=ELEVEN), clock="08:00:00")
    outcome.then(e.ListClosingSet(item="3", closes_at=ELEVEN, at=at("08:00:00")))
    waits = outcome.accepted().done(c.RequestFloor(item="3"), by=online("pan"), clock="08:30:00")
    assert deadlines(waits.meeting) == (Deadline(at=ELEVEN, command=CLOSE),)
    waits.when(CLOSE, by=CLOCK, clock="11:00:00").then(e.ListClosed(item="3", at=ELEVEN))
    closed = waits.done(CLOSE, by=CLOCK, clock="11:00:00")
    ask = c.RequestFloor(item="3")
    closed.when(ask, by=online("ita"), clock="11:00:00").refused("list-closed", item="3")
    assert order(closed) == ["pan"]
    assert deadlines(closed.meeting) == ()


def test_list_close_an_announced_list_closes_by_the_clock() -> None:
    announced = closing().done(c.AnnounceList(item="3"))
    announced.when(CLOSE, by=CLOCK, clock="11:00:00").then(e.ListClosed(item="3", at=ELEVEN))


def test_stale_the_clock_changes_nothing_once_it_was_overtaken() -> None:
    before = closing()
    before.when(CLOSE, by=CLOCK, clock="10:59:59.999").refused("stale")
    closed = before.done(CLOSE, by=CLOCK, clock="11:00:00")
    closed.when(CLOSE, by=CLOCK, clock="11:00:01").refused("stale")
    for overtaken in (
        before.done(c.SetListClosing(item="3", closes_at=at("11:30:00"))),
        before.done(c.SetListClosing(item="3")),
        before.done(c.CloseList(item="3")),
        before.done(c.CloseList(item="3")).done(c.ReopenList(item="3", decided=True)),
        before.done(c.CloseItem(item="3")),
        before.done(c.AdjournMeeting()),
    ):
        overtaken.when(CLOSE, by=CLOCK, clock="11:00:00").refused("stale")
        assert CLOSE not in [d.command for d in deadlines(overtaken.meeting)]


def test_authorization_only_the_clock_closes_on_time() -> None:
    closing().when(CLOSE, by=CHAIR, clock="11:00:00").refused("not-allowed")
    closing().when(CLOSE, by=DESK, clock="11:00:00").refused("not-allowed")


def test_list_close_the_moment_lies_ahead_and_the_list_is_open() -> None:
    past = c.SetListClosing(item="3", closes_at=at("10:00:00"))
    in_session().when(past).refused("closing-past")
    in_session().when(c.SetListClosing(item="4", closes_at=ELEVEN)).refused("list-not-open", item="4")
    closed = in_session().done(c.CloseList(item="3"))
    closed.when(c.SetListClosing(item="3", closes_at=ELEVEN)).refused("list-closed", item="3")
    assert closing().when(c.SetListClosing(item="3", closes_at=ELEVEN)).events == []
    assert in_session().when(c.SetListClosing(item="3")).events == []


def test_adjourn_debate_no_statement_is_asked_for_until_the_item_is_taken_up_again() -> None:
    adjourned = in_session().after(e.DebateAdjourned(item="3", at=at("10:00:00")))
    ask = c.RequestFloor(item="3")
    adjourned.when(ask, by=online("pan")).refused("debate-adjourned", item="3")
    again = adjourned.done(c.TakeUpItem(item="3"))
    assert order(again.asked(online("pan"))) == ["pan"]
