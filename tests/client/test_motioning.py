"""What the autopilot does with motions, appeals and votes that people bring before a simulated body."""

from typing import Any

from tests.client.rooms import at, entry, frame, room, view, wire

from hemicycle_client.bots.presiding import next_step
from hemicycle_client.bots.room import Do, Manner, Wait

MANNER = Manner()
INTERRUPTED = frame(interrupted_at=wire(50))


def step(seconds: float, seen: dict[str, Any], **more: Any) -> Do | Wait:
    return next_step(room(seconds, seen, **more), MANNER)


def motion(entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"moved_at": wire(50), "asked_for": [], "asked_against": [], "kind": "adjourn_debate"}
    return view(entries=entries, motion="m1", motions={"m1": {**base, **more}}, floor=[INTERRUPTED])


def voting(method: str, **more: Any) -> dict[str, Any]:
    return view(vote={"method": method, "counted": False, "opened_at": wire(50), **more})


def test_the_first_that_waits_is_taken_up_while_somebody_speaks() -> None:
    assert step(60, view(pending_motions=["m2", "m1"], floor=[frame()])) == Do(
        "TakeUpMotion", {"motion": "m2"}
    )


def test_who_speaks_to_the_motion_is_heard_before_it_is_put() -> None:
    mover = {"r1": entry("pan", kind="motion", motion="m1")}
    assert step(60, motion(mover)) == Do("CallNext")
    against = {"r2": entry("alb", kind="against_motion")}
    assert step(60, motion(against, asked_against=["r2"])) == Do("CallNext")
    heard = motion({"r1": entry("pan", kind="motion", motion="m1", state="delivered")})
    assert step(60, heard) == Wait(at(110))
    assert step(110, heard) == Do("OpenVote", {"kind": "motion", "ref": "m1"})


def test_who_speaks_to_the_motion_is_let_speak() -> None:
    seen = motion({})
    seen["floor"] = [INTERRUPTED, frame("alb", kind="against_motion", ends_at=wire(300))]
    assert step(60, seen) == Wait(at(320))


def test_hands_are_counted_and_the_vote_is_closed() -> None:
    assert step(51, voting("show_of_hands")) == Do("EnterCount", {"yes": 1, "no": 2, "abstentions": 0})
    counted = voting("show_of_hands", counted=True)
    assert step(51, counted) == Wait(at(60))
    assert step(60, counted) == Do("CloseVote")


def test_at_the_consoles_there_is_time_to_vote() -> None:
    assert step(109, voting("recorded")) == Wait(at(110))
    assert step(110, voting("recorded")) == Do("CloseVote")


def test_a_roll_is_called_to_its_end() -> None:
    seen = voting("roll_call", next="alb")
    since = {"roll alb": at(60)}
    assert step(61, seen, since=since) == Wait(at(62))
    assert step(62, seen, since=since) == Do("RecordVote", {"delegation": "alb", "choice": "no"})
    assert step(62, voting("roll_call")) == Do("CloseVote")


def test_an_appeals_vote_that_was_cancelled_is_opened_again() -> None:
    appeal = frame("alb", kind="appeal", grant=2)
    seen = view(floor=[INTERRUPTED, appeal], ruling={"request": "r7"})
    assert step(60, seen) == Do("OpenVote", {"kind": "appeal", "ref": "r7"})


def test_a_point_on_the_conduct_goes_before_the_vote() -> None:
    point = {"r9": entry("fra", kind="point_of_order")}
    asked = {**voting("show_of_hands"), "points": ["r9"], "entries": point}
    assert step(60, asked) == Do("CallNext")
    heard = {**voting("show_of_hands"), "floor": [frame("fra", kind="point_of_order", started_at=wire(60))]}
    assert step(85, heard) == Do("Rule", {"upheld": False})
