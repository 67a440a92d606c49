"""Who is here: arrivals and departures, and the line of who is called or speaks (STALE)."""

from tests.rules.stage import CHAIR, PRESENCE, at, given, in_session, online, room, under

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.procedure import OnDrop
from hemicycle.rules.terms import RequestKind

TEN = at("10:00:00")
LOST = c.NoteConnection(participant="pan-online", connected=False)
BACK = c.NoteConnection(participant="pan-online", connected=True)


def test_open_quorum_arrivals_and_departures_are_noted_once() -> None:
    here = c.NotePresence(delegation="pan", present=True)
    gone = c.NotePresence(delegation="pan", present=False)
    arrived = given().when(here, by=PRESENCE)
    assert arrived.then(e.DelegationArrived(delegation="pan", at=TEN)).present == {"pan"}
    arrived.accepted().when(here, by=PRESENCE).refused("stale")
    left = arrived.accepted().when(gone, by=PRESENCE)
    assert left.then(e.DelegationLeft(delegation="pan", at=TEN)).present == frozenset()
    left.accepted().when(gone, by=PRESENCE).refused("stale")


def test_known_reference_presence_is_of_delegations_of_the_meeting() -> None:
    given().when(c.NotePresence(delegation="atl", present=True), by=PRESENCE).refused(
        "unknown-delegation", delegation="atl"
    )


def test_meeting_state_nobody_arrives_after_the_end() -> None:
    ended = in_session().done(c.AdjournMeeting())
    ended.when(c.NotePresence(delegation="pan", present=True), by=PRESENCE).refused("adjourned")


def test_authorization_only_presence_notes_presence() -> None:
    given().when(c.NotePresence(delegation="pan", present=True), by=CHAIR).refused("not-allowed")
    in_session().asked(online("pan")).done(c.CallNext()).when(LOST, by=CHAIR).refused("not-allowed")


def test_recognition_the_line_of_who_is_called_is_lost_and_restored() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    lost = called.when(LOST, by=PRESENCE)
    after = lost.then(e.SpeakerConnectionLost(participant="pan-online", at=TEN, request="r1"))
    assert after.called is not None
    assert after.called.connection_lost_at == TEN
    back = lost.accepted().when(BACK, by=PRESENCE, clock="10:00:30")
    restored = e.SpeakerConnectionRestored(participant="pan-online", at=at("10:00:30"), request="r1")
    assert back.then(restored) == called.meeting


def test_recognition_where_the_clock_runs_on_a_line_is_lost_and_nothing_else_changes() -> None:
    speaking = in_session(under(on_drop=OnDrop.RUN)).asked(online("pan")).given_the_floor()
    lost = speaking.when(LOST, by=PRESENCE, clock="10:01:00")
    lost.then(e.SpeakerConnectionLost(participant="pan-online", at=at("10:01:00"), request="r1", grant=1))
    back = lost.accepted().done(BACK, by=PRESENCE)
    assert back.meeting == speaking.meeting


def test_recognition_a_line_lost_before_the_floor_was_given_is_still_lost() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext()).done(LOST, by=PRESENCE)
    floor = called.done(c.GiveFloor(), clock="10:00:10").meeting.speaking
    assert floor is not None
    assert floor.connection_lost_at == TEN


def test_recognition_one_remark_serves_both_lines_of_who_speaks_and_raised_a_point() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    both = (
        in_session().asked(online("pan")).given_the_floor().done(point, by=online("pan")).done(c.CallNext())
    )
    lost = both.when(LOST, by=PRESENCE)
    lost.then(
        e.SpeakerConnectionLost(participant="pan-online", at=TEN, request="r2"),
        e.SpeakerConnectionLost(participant="pan-online", at=TEN, request="r1", grant=1),
        e.FloorPaused(grant=1, at=TEN),
    )
    lost.accepted().when(LOST, by=PRESENCE).refused("stale")


def test_stale_lines_of_others_and_what_is_known_already() -> None:
    waiting = in_session().asked(online("pan"), room("ita"))
    waiting.when(LOST, by=PRESENCE).refused("stale")
    called = waiting.done(c.CallNext())
    called.when(BACK, by=PRESENCE).refused("stale")
    called.when(c.NoteConnection(participant="ita-room", connected=False), by=PRESENCE).refused("stale")
    called.done(LOST, by=PRESENCE).when(LOST, by=PRESENCE).refused("stale")
