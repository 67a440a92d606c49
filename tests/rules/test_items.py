"""AGENDA: items one at a time. LIST_CLOSE: not open, open, announced, closed, reopened by decision."""

import pytest
from tests.rules.stage import DESK, at, given, in_session, online

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.terms import ItemState, ListState, Modality, RequestKind, RequestState

TEN = at("10:00:00")


def test_agenda_an_item_is_taken_up_and_closed_with_its_list() -> None:
    opened = given().done(c.CallToOrder())
    taken = opened.when(c.TakeUpItem(item="3"))
    assert taken.then(e.ItemTakenUp(item="3", at=TEN)).item == "3"
    closed = taken.accepted().when(c.CloseItem(item="3")).then(e.ItemClosed(item="3", at=TEN))
    assert (closed.item, closed.items["3"], closed.lists["3"]) == (None, ItemState.CLOSED, ListState.CLOSED)


def test_agenda_items_are_considered_one_at_a_time() -> None:
    in_session().when(c.TakeUpItem(item="4")).refused("item-under-consideration", item="3")


def test_agenda_a_closed_item_is_not_taken_up_again() -> None:
    closed = in_session().done(c.CloseItem(item="3"))
    closed.when(c.TakeUpItem(item="3")).refused("item-closed", item="3")
    closed.when(c.ReopenList(item="3", decided=True)).refused("item-closed", item="3")
    closed.when(c.RequestFloor(item="3"), by=online("pan")).refused("item-closed", item="3")


def test_agenda_only_the_item_under_consideration_is_closed() -> None:
    in_session().when(c.CloseItem(item="4")).refused("item-not-taken-up", item="4")


def test_agenda_an_item_with_speakers_waiting_is_closed_only_when_confirmed() -> None:
    waiting = in_session().asked(online("pan"), online("ita"))
    waiting.when(c.CloseItem(item="3")).refused("speakers-waiting", waiting=2)
    closed = waiting.when(c.CloseItem(item="3", confirmed=True))
    after = closed.then(e.ItemClosed(item="3", at=TEN, dropped=("r1", "r2")))
    assert {r.state for r in after.requests.values()} == {RequestState.DECLINED}


def test_agenda_an_item_is_not_closed_under_a_speaker() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    called.when(c.CloseItem(item="3", confirmed=True)).refused("speaker-called")
    called.done(c.GiveFloor()).when(c.CloseItem(item="3", confirmed=True)).refused("floor-held")


def test_agenda_a_request_names_an_item_or_one_is_under_consideration() -> None:
    given().done(c.OpenList(item="3")).when(c.RequestFloor(), by=online("pan")).refused("no-item")


def test_agenda_a_request_of_another_item_is_not_called() -> None:
    meeting = in_session().done(c.OpenList(item="4"))
    asked = meeting.done(c.RequestFloor(item="4"), by=online("pan")).asked(online("ita"))
    asked.when(c.CallSpeaker(request="r1", reason="in a hurry")).refused("item-not-taken-up", item="4")
    assert asked.done(c.CallNext()).meeting.requests["r2"].state == "called"


@pytest.mark.parametrize("command", [c.TakeUpItem, c.CloseItem, c.OpenList, c.AnnounceList, c.CloseList])
def test_known_reference_items_stand_on_the_agenda(command: type[c.TakeUpItem]) -> None:
    in_session().when(command(item="99")).refused("unknown-item", item="99")


def test_known_reference_a_point_of_order_too_names_a_known_item() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER, item="99")
    in_session().when(point, by=online("pan")).refused("unknown-item", item="99")


def test_list_close_open_announced_closed_reopened() -> None:
    meeting = in_session()
    announced = meeting.when(c.AnnounceList(item="3"))
    announced.then(e.ListAnnounced(item="3", at=TEN))
    closed = announced.accepted().when(c.CloseList(item="3"))
    closed.then(e.ListClosed(item="3", at=TEN))
    reopened = closed.accepted().when(c.ReopenList(item="3", decided=True))
    assert reopened.then(e.ListReopened(item="3", at=TEN)).lists["3"] is ListState.OPEN


def test_list_close_a_list_may_be_closed_without_having_been_announced() -> None:
    in_session().when(c.CloseList(item="3")).then(e.ListClosed(item="3", at=TEN))


def test_list_close_an_announced_list_still_takes_requests() -> None:
    announced = in_session().done(c.AnnounceList(item="3"))
    assert announced.asked(online("pan")).meeting.waiting("3")


def test_list_close_a_list_that_is_not_open_takes_no_requests() -> None:
    meeting = given().done(c.CallToOrder()).done(c.TakeUpItem(item="3"))
    meeting.when(c.RequestFloor(), by=online("pan")).refused("list-not-open", item="3")
    meeting.when(c.AnnounceList(item="3")).refused("list-not-open", item="3")
    meeting.when(c.CloseList(item="3")).refused("list-not-open", item="3")


def test_list_close_a_closed_list_takes_no_requests_not_even_from_the_desk() -> None:
    closed = in_session().done(c.CloseList(item="3"))
    closed.when(c.RequestFloor(), by=online("pan")).refused("list-closed", item="3")
    slip = c.InscribeSpeaker(delegation="pan", modality=Modality.IN_PERSON)
    closed.when(slip, by=DESK).refused("list-closed", item="3")
    closed.when(c.OpenList(item="3")).refused("list-closed", item="3")
    closed.when(c.CloseList(item="3")).refused("list-closed", item="3")
    closed.when(c.AnnounceList(item="3")).refused("list-closed", item="3")


def test_list_close_who_stands_on_a_closed_list_is_heard() -> None:
    closed = in_session().asked(online("pan")).done(c.CloseList(item="3"))
    assert closed.given_the_floor().meeting.speaking is not None


def test_list_close_a_closed_list_takes_points_of_order() -> None:
    closed = in_session().done(c.CloseList(item="3"))
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    assert closed.done(point, by=online("pan")).meeting.points_of_order()


def test_list_close_opening_a_closed_list_needs_the_bodys_decision() -> None:
    in_session().done(c.CloseList(item="3")).when(c.ReopenList(item="3")).refused("needs-decision")


def test_list_close_only_a_closed_list_is_reopened() -> None:
    in_session().when(c.ReopenList(item="3", decided=True)).refused("list-not-closed", item="3")


def test_list_close_what_is_open_or_announced_already() -> None:
    in_session().when(c.OpenList(item="3")).refused("list-already-open", item="3")
    announced = in_session().done(c.AnnounceList(item="3"))
    announced.when(c.OpenList(item="3")).refused("list-already-open", item="3")
    announced.when(c.AnnounceList(item="3")).refused("list-already-announced")


def test_list_close_a_list_may_be_opened_before_the_meeting() -> None:
    early = given().done(c.OpenList(item="3")).done(c.RequestFloor(item="3"), by=online("pan"))
    assert [r.id for r in early.meeting.waiting("3")] == ["r1"]
