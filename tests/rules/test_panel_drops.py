"""A panellist who is not ready, or whose line is lost: the gate, and her place and time held."""

from dataclasses import replace

from tests.rules.panel_stage import HALL, NEXT, OPEN, answering, spoken
from tests.rules.stage import CHAIR, PRESENCE, PROCEDURE, WHOLE, Given, at, in_session, online, seconds

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.next_up import of_item
from hemicycle.rules.procedure import Gate
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import PassedOverCause

GATED = replace(HALL, procedure=replace(PROCEDURE, gate=Gate(connected=True)))
LOST = c.PassOver(cause=PassedOverCause.CONNECTION_LOST)


def opened() -> Given:
    return in_session(HALL).done(OPEN)


def speaks(given: Given) -> str:
    """Who has the floor, and for how long from now."""
    return given.meeting.floor[-1].holder.ref


def test_readiness_a_remote_panellist_passes_the_gate_or_the_chair_gives_a_reason() -> None:
    gated = in_session(GATED).done(OPEN)
    gated.when(NEXT).refused("not-ready", lacking="connected")
    gated.when(c.NextOfPanel(override=" ")).refused("not-ready", lacking="connected")
    overridden = gated.when(c.NextOfPanel(override="she was heard before"))
    departure, given = overridden.events
    assert departure == e.ReadinessOverridden(
        request=None, lacking=("connected",), at=at("10:00:00"), reason="cmd", participant="ana"
    )
    assert isinstance(given, e.FloorGiven)
    ready = gated.done(c.NoteReady(participant="ana", connected=True), by=PRESENCE)
    assert speaks(ready.done(NEXT)) == "ana"


def test_readiness_panellists_in_the_room_pass_no_gate() -> None:
    gated = in_session(GATED).done(OPEN).done(c.NextOfPanel(override="a reason")).done(c.EndStatement())
    assert speaks(gated.done(NEXT)) == "ben"


def test_panel_whose_line_is_lost_presents_after_the_others_with_the_time_left() -> None:
    ana = opened().done(NEXT)
    dropped = ana.when(LOST, clock="10:04:00")
    after = dropped.then(
        e.PanellistPassedOver(
            panel="panel1",
            panellist="ana",
            grant=1,
            cause=PassedOverCause.CONNECTION_LOST,
            at=at("10:04:00"),
            left_ms=360_000,
        )
    )
    assert (after.floor, after.spoken[1].partial) == ((), True)
    assert list(of_item(after, "3")) == [600, 600, 360]
    others = spoken(spoken(Given(after)))
    back = others.done(NEXT, clock="10:30:00")
    assert (speaks(back), back.meeting.floor[-1].ends_at) == ("ana", at("10:36:00"))
    again = back.done(LOST, clock="10:31:00")
    assert again.meeting.panel is not None
    assert again.meeting.panel.left == {"ana": seconds(300)}
    ended = back.done(c.EndStatement(), clock="10:35:00").meeting.panel
    assert ended is not None
    assert (ended.presented, ended.passed_over, ended.left) == (("ben", "kim", "ana"), (), {})


def test_panel_who_drops_while_answering_answers_after_the_others() -> None:
    kim = answering().done(NEXT)
    assert speaks(kim) == "kim"
    others = spoken(spoken(kim.done(LOST, clock="10:01:00")))
    back = others.done(NEXT, clock="10:30:00")
    assert (speaks(back), back.meeting.floor[-1].ends_at) == ("kim", at("10:34:00"))


def test_panel_a_motion_that_suspends_the_meeting_holds_the_panellists_time() -> None:
    begun = in_session(replace(HALL, procedure=WHOLE)).done(OPEN).done(NEXT)
    moved = begun.done(c.Move(kind=MotionKind.SUSPEND_MEETING), by=online("fra"))
    up = moved.done(c.TakeUpMotion(motion="m1"), clock="10:01:00")
    up.when(LOST, clock="10:02:00").refused("motion-taken-up", motion="m1")
    voted = up.done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1"), clock="10:02:00")
    counted = voted.done(c.EnterCount(yes=3, no=0, abstentions=0), clock="10:02:00")
    panel = counted.done(c.CloseVote(), clock="10:03:00").meeting.panel
    assert panel is not None
    assert (panel.presented, panel.left) == ((), {"ana": seconds(540)})


def test_panel_nobody_else_of_the_podium_is_passed_over() -> None:
    secretary = c.GiveFloorTo(kind=HALL.podium[2].kind, participant="secretary")
    opened().done(secretary, by=CHAIR).when(LOST).refused("nobody-called")
    opened().when(LOST).refused("nobody-called")
    asked = opened().done(c.RequestFloor(), by=online("fra"))
    asked.when(LOST).refused("nobody-called")
