"""SECRETARIAT_FLOOR: at any time on any question, over whoever has the floor, who then goes on."""

from tests.rules.stage import Given, at, given, in_session, online, room, seconds, whole
from tests.rules.test_points_of_order import POINT

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import HolderKind, RequestKind

ADVICE = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")


def speaking() -> Given:
    """Panama has the floor from ten o'clock, for five minutes."""
    return in_session(whole()).asked(online("pan")).given_the_floor()


def kinds(meeting: Given) -> list[RequestKind]:
    return [grant.kind for grant in meeting.meeting.floor]


def test_secretariat_floor_a_speaker_waits_and_goes_on_with_the_time_left() -> None:
    over = speaking().done(ADVICE, clock="10:02:00")
    assert kinds(over) == [RequestKind.STATEMENT, RequestKind.ADVICE]
    ended = over.when(c.EndStatement(), clock="10:03:00")
    assert [type(event) for event in ended.events] == [e.StatementEnded, e.FloorReturned]
    assert ended.accepted().meeting.floor[-1].left(at("10:03:00")) == seconds(180)


def test_secretariat_floor_while_a_point_of_order_waits_for_its_ruling() -> None:
    point = speaking().done(POINT, by=room("fra")).given_the_floor("10:01:00")
    over = point.done(ADVICE, clock="10:02:00")
    assert kinds(over) == [RequestKind.STATEMENT, RequestKind.POINT_OF_ORDER, RequestKind.ADVICE]
    over.when(c.Rule(upheld=True), clock="10:02:30").refused("no-point-on-the-floor")
    ruled = over.done(c.EndStatement(), clock="10:03:00").done(c.Rule(upheld=True), clock="10:03:10")
    assert kinds(ruled) == [RequestKind.STATEMENT]
    assert ruled.meeting.floor[-1].left(at("10:03:10")) == seconds(240)


def test_secretariat_floor_between_the_speakers_on_a_motion() -> None:
    moved = speaking().done(c.Move(kind=MotionKind.ADJOURN_DEBATE), by=room("fra"))
    up = moved.done(c.TakeUpMotion(motion="m1"), clock="10:01:00")
    over = up.done(ADVICE, clock="10:02:00").done(c.EndStatement(), clock="10:03:00")
    assert kinds(over) == [RequestKind.STATEMENT]
    assert over.meeting.floor[-1].interrupted_at == at("10:01:00")
    mover = over.given_the_floor("10:03:00").done(ADVICE, clock="10:04:00")
    assert kinds(mover) == [RequestKind.STATEMENT, RequestKind.MOTION, RequestKind.ADVICE]


def test_secretariat_floor_nobody_else_speaks_over_another() -> None:
    panellist = c.GiveFloorTo(kind=HolderKind.PANELLIST, participant="panellist")
    speaking().when(panellist).refused("floor-held")
    speaking().done(ADVICE).when(ADVICE).refused("floor-held")
    called = in_session(whole()).asked(online("pan")).done(c.CallNext())
    called.when(ADVICE).refused("speaker-called")
    given().when(ADVICE).refused("not-in-session", phase="scheduled")
    raised = speaking().done(ADVICE).done(POINT, by=room("fra"))
    raised.when(c.CallNext()).refused("floor-held")


def test_procedural_cap_no_extension_goes_beyond_it() -> None:
    point = speaking().done(POINT, by=room("fra")).given_the_floor("10:01:00")
    point.when(c.ExtendTime(seconds=1), clock="10:03:00").refused("procedural-cap", seconds=300)
    up = (
        speaking()
        .done(c.Move(kind=MotionKind.ADJOURN_DEBATE), by=room("fra"))
        .done(c.TakeUpMotion(motion="m1"))
    )
    up.given_the_floor("10:01:00").when(c.ExtendTime(seconds=60), clock="10:05:00").refused(
        "procedural-cap", seconds=300
    )
    short = (
        in_session(whole(point_of_order_seconds=120)).done(POINT, by=room("fra")).given_the_floor("10:01:00")
    )
    assert short.when(c.ExtendTime(seconds=180), clock="10:02:00").events
    short.when(c.ExtendTime(seconds=181), clock="10:02:00").refused("procedural-cap", seconds=300)
