"""The record of turns: who had the floor on what and for how long; how often each was heard on an item."""

from dataclasses import replace

from tests.rules.stage import CLOCK, Given, at, in_session, online, room, seconds, whole

from hemicycle.rules import commands as c
from hemicycle.rules.procedure import OnOverrun
from hemicycle.rules.state.floor import Spoken
from hemicycle.rules.state.people import Holder
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import HolderKind, PassedOverCause, RequestKind

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
PANAMA = Holder(kind=HolderKind.DELEGATION, ref="pan")


def speaking(**request: object) -> Given:
    """Panama has the floor since ten o'clock."""
    asked = in_session(whole()).done(c.RequestFloor(**request), by=online("pan"))  # type: ignore[arg-type]
    return asked.given_the_floor("10:00:00")


def test_time_limit_a_turn_that_ended_is_on_record_with_its_time() -> None:
    paused = speaking().done(c.PauseSpeaking(), clock="10:01:00").done(c.ResumeSpeaking(), clock="10:01:30")
    after = paused.done(c.EndStatement(), clock="10:02:00").meeting
    assert after.spoken[1] == Spoken(
        grant=1,
        kind=RequestKind.STATEMENT,
        holder=PANAMA,
        item="3",
        started_at=at("10:00:00"),
        ended_at=at("10:02:00"),
        spoken=seconds(90),
        request="r1",
    )
    assert after.heard == {("3", "pan"): Heard(item="3", delegation="pan", statements=1)}


def test_time_limit_a_point_of_order_is_on_record_and_counts_as_no_statement() -> None:
    point = speaking().done(POINT, by=room("fra")).given_the_floor("10:01:00")
    after = point.done(c.Rule(upheld=True), clock="10:01:40").meeting
    assert (after.spoken[2].kind, after.spoken[2].spoken) == (RequestKind.POINT_OF_ORDER, seconds(40))
    assert after.heard == {}


def test_time_limit_what_was_said_before_the_line_was_lost_is_on_record_and_counts_once() -> None:
    lost = speaking().done(c.PassOver(cause=PassedOverCause.CONNECTION_LOST), clock="10:02:00")
    assert (lost.meeting.spoken[1].spoken, lost.meeting.spoken[1].partial) == (seconds(120), True)
    assert lost.meeting.heard == {}
    back = lost.given_the_floor("10:10:00").done(c.EndStatement(), clock="10:11:00").meeting
    assert [turn.spoken for turn in back.spoken.values()] == [seconds(120), seconds(60)]
    assert back.heard["3", "pan"].statements == 1


def test_time_limit_a_floor_given_by_mistake_leaves_no_turn() -> None:
    assert speaking().done(c.TakeBackCall(), clock="10:01:00").meeting.spoken == {}


def test_time_limit_the_secretariat_is_on_record_and_counts_nowhere() -> None:
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    after = in_session(whole()).done(podium).done(c.EndStatement(), clock="10:01:00").meeting
    assert after.spoken[1].holder == Holder(kind=HolderKind.SECRETARIAT, ref="secretary")
    assert after.heard == {}


def test_time_limit_a_statement_for_a_group_is_the_groups() -> None:
    after = speaking(on_behalf_of="g77").done(c.EndStatement(), clock="10:01:00").meeting
    assert (after.spoken[1].on_behalf_of, after.heard) == ("g77", {})


def test_time_limit_a_joint_statement_counts_for_all_who_share_it() -> None:
    asked = in_session(whole()).done(c.RequestFloor(joint=("ita", "fra", "ind")), by=online("pan"))
    for other in ("ita", "fra"):
        asked = asked.done(c.JoinStatement(request="r1"), by=online(other))
    after = asked.given_the_floor().done(c.EndStatement(), clock="10:01:00").meeting
    assert {who: heard.statements for (_, who), heard in after.heard.items()} == {
        "pan": 1,
        "ita": 1,
        "fra": 1,
    }


def test_time_limit_a_text_taken_as_read_counts_as_a_statement() -> None:
    waiting = in_session(whole()).asked(online("pan"))
    after = waiting.done(c.TakeAsRead(request="r1")).meeting
    assert after.delivered == ("r1",)
    assert after.heard["3", "pan"].statements == 1
    assert after.spoken == {}


def test_time_limit_counts_go_on_where_the_meeting_before_left_them() -> None:
    before = Heard(item="3", delegation="pan", statements=2, replies=1)
    inherited = Given(replace(speaking().meeting, heard={("3", "pan"): before}))
    after = inherited.done(c.EndStatement(), clock="10:01:00").meeting
    assert after.heard["3", "pan"] == replace(before, statements=3)


def test_time_limit_a_body_that_cuts_cuts_a_reply_too() -> None:
    cut = in_session(whole(on_overrun=OnOverrun.CUT)).asked(online("pan")).given_the_floor("10:00:00")
    heard = cut.done(c.EndStatement()).done(c.CloseList(item="3"))
    reply = heard.done(c.RequestFloor(kind=RequestKind.REPLY), by=room("fra")).given_the_floor("10:00:00")
    over = reply.done(c.ElapseSpeakingTime(grant=2), by=CLOCK, clock="10:10:00")
    assert over.meeting.floor == ()
    assert over.meeting.spoken[2].spoken == seconds(600)
