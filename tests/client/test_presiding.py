"""What the autopilot does next: given this view of the podium, at this time, then that."""

from typing import Any

import pytest
from tests.client.rooms import at, entry, frame, room, view, wire

from hemicycle_client import merge_patch
from hemicycle_client.bots.presiding import next_step
from hemicycle_client.bots.room import Do, Manner, Wait

MANNER = Manner()
SCHEDULED = {"meeting": {"phase": "scheduled", "called_to_order_at": None}, "item": None}


def step(seconds: float, seen: dict[str, Any], **more: Any) -> Do | Wait:
    return next_step(room(seconds, seen, **more), MANNER)


def test_it_waits_for_the_hour_and_for_the_quorum() -> None:
    few = view(**SCHEDULED, present={"pan": None, "alb": None, "fra": None})
    assert step(-60, view(**SCHEDULED)) == Wait(at(0))
    assert step(5, few) == Wait()
    assert step(5, view(**SCHEDULED)) == Do("CallToOrder")
    assert step(5, view(**SCHEDULED), quorum=4) == Wait()


def test_it_leaves_the_chair_to_whoever_has_it() -> None:
    assert step(5, view(presiding="vice-chair")) == Wait()


def test_it_takes_up_the_item_and_opens_the_list() -> None:
    assert step(5, view(item=None, agenda={"3": {"state": "pending"}})) == Do("TakeUpItem", {"item": "3"})
    assert step(5, view(lists={"3": {"state": "not_open"}})) == Do("OpenList", {"item": "3"})


def test_it_calls_the_next_speaker_a_little_after_the_last() -> None:
    seen = view(entries={"r1": entry("pan")}, lists={"3": {"order": ["r1"]}})
    assert step(3, seen, since={"free": at(0)}) == Wait(at(6))
    assert step(6, seen, since={"free": at(0)}) == Do("CallNext")


def test_a_speaker_in_the_room_who_is_there_is_given_the_floor() -> None:
    seen = view(entries={"r1": entry("pan", state="called")}, called={"request": "r1", "called_at": wire(10)})
    assert step(11, seen) == Wait(at(14))
    assert step(14, seen) == Do("GiveFloor")


@pytest.mark.parametrize(
    "changes,cause",
    [
        ({"present": {"pan": None}}, "absent"),
        ({"entries": {"r1": {"modality": "online", "participant": "p1"}}}, "not_ready"),
        ({"called": {"connection_lost_at": wire(11)}}, "connection_lost"),
    ],
)
def test_a_speaker_who_cannot_speak_is_passed_over_after_a_while(changes: Any, cause: str) -> None:
    called = {"request": "r1", "called_at": wire(10)}
    seen = view(entries={"r1": entry("pan", state="called")}, called=called)
    seen = merge_patch(seen, changes)
    assert step(20, seen) == Wait(at(55))
    assert step(55, seen) == Do("PassOver", {"cause": cause})


def test_a_connected_remote_speaker_is_given_the_floor() -> None:
    seen = view(
        entries={"r1": entry("pan", state="called", modality="online", participant="p1")},
        called={"request": "r1", "called_at": wire(10)},
    )
    assert step(14, seen, directory={"p1": {"name": "One", "connected": True}}) == Do("GiveFloor")


def test_an_overrun_is_ended_after_a_grace() -> None:
    seen = view(floor=[frame()])
    assert step(250, seen) == Wait(at(320))
    assert step(320, seen) == Do("EndStatement")


def test_a_lost_line_is_waited_for_and_then_passed_over() -> None:
    seen = view(floor=[frame(connection_lost_at=wire(100))])
    assert step(120, seen) == Wait(at(145))
    assert step(145, seen) == Do("PassOver", {"cause": "connection_lost"})


def test_somebody_elses_pause_and_suspension_are_respected_for_a_minute() -> None:
    paused = view(floor=[frame(paused_at=wire(100))])
    assert step(120, paused) == Wait(at(160))
    assert step(160, paused) == Do("ResumeSpeaking")
    suspended = view(meeting={"phase": "suspended"})
    assert step(70, suspended, since={"suspended": at(0)}) == Do("ResumeMeeting")


def test_a_point_of_order_interrupts_a_statement_at_once() -> None:
    seen = view(entries={"r2": entry("alb", kind="point_of_order")}, points=["r2"], floor=[frame()])
    assert step(30, seen) == Do("CallNext")


def test_a_point_of_order_on_the_floor_is_ruled_upon_before_the_next_is_called() -> None:
    floor = [
        frame(interrupted_at=wire(50)),
        frame("alb", kind="point_of_order", grant=2, started_at=wire(60)),
    ]
    seen = view(points=["r3"], entries={"r3": entry("fra", kind="point_of_order")}, floor=floor)
    assert step(70, seen) == Wait(at(85))
    assert step(85, seen) == Do("Rule", {"upheld": True})


def test_the_podium_is_heard_first_and_then_between_statements() -> None:
    podium = {
        "panellist-chn": {"kind": "panellist", "title": "Panellist", "delegation": "chn"},
        "secretary": {"kind": "secretariat", "title": "Secretary"},
    }
    seen = view(podium=podium, entries={"r1": entry("pan")}, lists={"3": {"order": ["r1"]}})
    free = {"free": at(0)}
    first = Do("GiveFloorTo", {"kind": "secretariat", "participant": "secretary", "seconds": 300})
    second = Do("GiveFloorTo", {"kind": "panellist", "participant": "panellist-chn", "seconds": 300})
    assert step(10, seen, since=free) == first
    heard = frozenset({"secretary"})
    assert step(10, seen, since=free, heard=heard) == Do("CallNext")
    three = view(
        podium=podium,
        entries={"r4": entry("fra"), **{f"r{n}": entry("alb", state="delivered") for n in (1, 2, 3)}},
        lists={"3": {"order": ["r4"], "delivered": ["r1", "r2", "r3"]}},
    )
    assert step(10, three, since=free, heard=heard) == second


def test_a_member_of_the_podium_ends_a_little_before_the_limit() -> None:
    seen = view(floor=[frame(None, holder="secretariat", participant="secretary", request=None)])
    assert step(200, seen) == Wait(at(240))
    assert step(240, seen) == Do("EndStatement")


def test_an_observer_delegation_that_waits_long_is_heard_between_states() -> None:
    entries = {"r1": entry("pan"), "r2": entry("interpol")}
    seen = view(entries=entries, lists={"3": {"order": ["r1", "r2"]}})
    assert step(1499, seen, since={"free": at(0)}) == Do("CallNext")
    answer = step(1500, seen, since={"free": at(0)})
    assert isinstance(answer, Do)
    assert (answer.command, answer.fields["request"]) == ("CallSpeaker", "r2")
    assert answer.fields["reason"]
    just_heard = view(
        entries={**entries, "r3": entry("interpol", state="delivered")},
        lists={"3": {"order": ["r1", "r2"], "delivered": ["r3"]}},
    )
    assert step(1500, just_heard, since={"free": at(0)}) == Do("CallNext")


def test_who_could_not_speak_twice_is_taken_off_the_list() -> None:
    seen = view(entries={"r1": entry("pan", state="passed_over")}, lists={"3": {"order": ["r1"]}})
    answer = step(100, seen, since={"free": at(0)}, calls={"r1": 2})
    assert isinstance(answer, Do)
    assert (answer.command, answer.fields["request"]) == ("WithdrawRequest", "r1")


def test_the_list_is_announced_and_closed_when_nobody_asks_any_more() -> None:
    idle = {"free": at(0), "idle": at(0)}
    assert step(100, view(), since=idle) == Wait(at(240))
    assert step(240, view(), since=idle) == Do("AnnounceList", {"item": "3"})
    announced = view(lists={"3": {"state": "announced"}})
    assert step(300, announced, since={**idle, "announced": at(240)}) == Wait(at(360))
    assert step(360, announced, since={**idle, "announced": at(240)}) == Do("CloseList", {"item": "3"})


def test_the_list_is_announced_while_there_is_time_for_those_who_wait() -> None:
    waiting = {f"r{n}": entry("pan") for n in range(10)}
    seen = view(entries=waiting, lists={"3": {"order": list(waiting)}})
    due = 3 * 3600 - 10 * (300 + 6 + 4) - 120
    assert step(due - 1, seen, since={"free": at(0)}) == Do("CallNext")
    assert step(due, seen, since={"free": at(0)}) == Do("AnnounceList", {"item": "3"})


def test_a_closed_list_is_heard_to_its_end_and_then_item_and_meeting_are_closed() -> None:
    waiting = view(entries={"r1": entry("pan")}, lists={"3": {"state": "closed", "order": ["r1"]}})
    assert step(1000, waiting, since={"free": at(0)}) == Do("CallNext")
    closing = Do("CloseItem", {"item": "3", "confirmed": False})
    assert step(1000, view(lists={"3": {"state": "closed"}})) == closing
    assert step(3 * 3600, waiting) == Do("CloseItem", {"item": "3", "confirmed": True})
    assert step(1000, view(item=None, agenda={"3": {"state": "closed"}})) == Do(
        "AdjournMeeting", {"confirmed": True}
    )
