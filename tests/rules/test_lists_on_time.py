"""LIST_CLOSE: a list that opens before the meeting and closes at a given time, by the clock."""

from tests.rules.stage import CHAIR, CLOCK, DESK, Given, at, given, in_session, online

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import Deadline, deadlines

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
    assert [r.delegation for r in closed.meeting.waiting("3")] == ["pan"]
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
