"""READINESS: a line lost in mid-statement holds the time from the moment of the loss, whenever it is told."""

import pytest
from tests.rules.stage import (
    CHAIR,
    CLOCK,
    PRESENCE,
    Given,
    at,
    in_session,
    online,
    room,
    seconds,
    under,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import NoteConnection
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.procedure import OnDrop, OnOverrun
from hemicycle.rules.terms import PassedOverCause, RequestKind, RequestState

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
BACK = NoteConnection(participant="pan-online", connected=True)


def lost(since: str | None = None) -> NoteConnection:
    moment = None if since is None else at(since)
    return NoteConnection(participant="pan-online", connected=False, since=moment)


def speaking(**changes: object) -> Given:
    """Panama speaks online since 10:00 and has five minutes."""
    return in_session(under(**changes)).asked(online("pan")).given_the_floor("10:00:00")


def dropped(**changes: object) -> Given:
    """And the line was lost at 10:01, of which the log was told half a second later."""
    return speaking(**changes).done(lost("10:01:00"), by=PRESENCE, clock="10:01:00.500")


def left(given: Given, clock: str) -> float:
    grant = given.meeting.speaking
    assert grant is not None
    rest = grant.left(at(clock))
    assert rest is not None
    return rest.total_seconds()


def test_readiness_the_clock_stands_from_the_moment_of_the_loss() -> None:
    told = speaking().when(lost("10:01:00"), by=PRESENCE, clock="10:01:00.500")
    told.then(
        e.SpeakerConnectionLost(participant="pan-online", at=at("10:01:00.500"), request="r1", grant=1),
        e.FloorPaused(grant=1, at=at("10:01:00")),
    )
    assert left(told.accepted(), "10:30:00") == 240
    assert deadlines(told.accepted().meeting) == ()


def test_readiness_where_the_moment_is_not_known_it_is_that_of_the_news() -> None:
    speaking().when(lost(), by=PRESENCE, clock="10:02:00").then(
        e.SpeakerConnectionLost(participant="pan-online", at=at("10:02:00"), request="r1", grant=1),
        e.FloorPaused(grant=1, at=at("10:02:00")),
    )


def test_readiness_a_moment_is_in_whole_milliseconds_and_not_to_come() -> None:
    odd = NoteConnection(
        participant="pan-online", connected=False, since=at("10:01:00.500").replace(microsecond=500_999)
    )
    assert speaking().when(odd, by=PRESENCE, clock="10:02:00").events[1] == e.FloorPaused(
        grant=1, at=at("10:01:00.500")
    )
    early = speaking().when(lost("10:09:00"), by=PRESENCE, clock="10:02:00")
    assert early.events[1] == e.FloorPaused(grant=1, at=at("10:02:00"))


def test_readiness_the_return_alone_starts_no_clock_the_chair_does() -> None:
    back = dropped().done(BACK, by=PRESENCE, clock="10:03:00")
    assert left(back, "10:04:00") == 240
    goes_on = back.when(c.ResumeSpeaking(), clock="10:04:00")
    goes_on.then(e.FloorResumed(grant=1, at=at("10:04:00"), ends_at=at("10:08:00")))
    ended = goes_on.accepted().when(c.EndStatement(), clock="10:05:00").events[0]
    assert isinstance(ended, e.StatementEnded)
    assert ended.spoken_ms == 120_000


def test_readiness_who_is_passed_over_after_the_wait_keeps_the_time_of_the_loss() -> None:
    over = dropped().done(c.PassOver(cause=PassedOverCause.CONNECTION_LOST), clock="10:03:00")
    assert over.meeting.requests["r1"].left == seconds(240)
    assert over.meeting.spoken[1].spoken == seconds(60)


@pytest.mark.parametrize("overrun", OnOverrun)
def test_readiness_no_clock_ends_or_cuts_who_dropped(overrun: OnOverrun) -> None:
    gone = dropped(on_overrun=overrun)
    gone.when(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:05:00").refused("stale")
    assert gone.meeting.requests["r1"].state is RequestState.SPEAKING


def test_readiness_who_is_let_go_on_without_a_line_is_told_of_and_not_cut() -> None:
    """She may be heard by another way: the console is lost, not the sound."""
    heard = dropped(on_overrun=OnOverrun.CUT).done(c.ResumeSpeaking(), clock="10:02:00")
    told = heard.when(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:06:00")
    told.then(e.SpeakingTimeElapsed(grant=1, at=at("10:06:00")))
    back = (
        told.accepted()
        .done(BACK, by=PRESENCE, clock="10:06:10")
        .done(c.ExtendTime(seconds=60), clock="10:06:20")
    )
    cut = back.when(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:08:00").events
    assert [type(event) for event in cut] == [e.SpeakingTimeElapsed, e.StatementEnded]


def test_readiness_an_alert_for_time_that_was_lost_is_given_again_when_it_is_over() -> None:
    alerted = speaking().done(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:05:00")
    gone = alerted.done(lost("10:04:59"), by=PRESENCE, clock="10:05:00.200")
    goes_on = gone.done(c.ResumeSpeaking(), clock="10:06:00")
    assert [d.at for d in deadlines(goes_on.meeting)] == [at("10:06:01")]
    late = alerted.done(lost("10:05:30"), by=PRESENCE, clock="10:05:30").done(
        c.ResumeSpeaking(), clock="10:06:00"
    )
    assert deadlines(late.meeting) == (), "the chair was told, and no time was lost"


def test_readiness_a_clock_that_stood_already_stands_as_it_stood() -> None:
    paused = speaking().done(c.PauseSpeaking(), clock="10:01:00")
    told = paused.when(lost("10:02:00"), by=PRESENCE, clock="10:02:00")
    assert [type(event) for event in told.events] == [e.SpeakerConnectionLost]


def test_readiness_who_dropped_while_interrupted_waits_held_when_the_point_is_over() -> None:
    point = speaking().done(POINT, by=room("ita"), clock="10:01:00").given_the_floor("10:01:00")
    gone = point.when(lost("10:01:30"), by=PRESENCE, clock="10:01:31")
    assert gone.events[1:] == [e.FloorPaused(grant=1, at=at("10:01:00"))]
    ruled = gone.accepted().done(c.Rule(upheld=False), clock="10:02:00")
    assert left(ruled, "10:09:00") == 240
    goes_on = ruled.done(BACK, by=PRESENCE, clock="10:03:00").done(c.ResumeSpeaking(), clock="10:03:00")
    grant = goes_on.meeting.speaking
    assert grant is not None
    assert (grant.ends_at, grant.spoken(at("10:04:00"))) == (at("10:07:00"), seconds(120))


def test_readiness_no_time_is_won_by_a_loss_before_the_clock_ran() -> None:
    """The line was lost before the floor was given, or let go on; the log was told of it after."""
    early = speaking().when(lost("09:59:00"), by=PRESENCE, clock="10:00:01")
    assert early.events[1] == e.FloorPaused(grant=1, at=at("10:00:00"))
    goes_on = dropped().done(BACK, by=PRESENCE, clock="10:02:00").done(c.ResumeSpeaking(), clock="10:03:00")
    again = goes_on.when(lost("10:02:59"), by=PRESENCE, clock="10:03:01")
    assert again.events[1] == e.FloorPaused(grant=1, at=at("10:03:00"))
    assert left(again.accepted(), "10:09:00") == 240


def test_readiness_the_chair_who_gives_the_floor_without_a_line_lets_the_clock_run() -> None:
    called = in_session(whole()).asked(online("pan")).done(c.CallNext()).done(lost(), by=PRESENCE)
    given = called.done(c.GiveFloor(override="by telephone"), by=CHAIR)
    assert left(given, "10:01:00") == 240


def test_readiness_a_body_may_let_the_clock_run() -> None:
    told = speaking(on_drop=OnDrop.RUN).when(lost("10:01:00"), by=PRESENCE, clock="10:01:00.500")
    assert [type(event) for event in told.events] == [e.SpeakerConnectionLost]
    assert left(told.accepted(), "10:02:00") == 180
