"""What the desk finds out about remote speakers, and for whom the chair waits: as far as the gate asks."""

from typing import Any

import pytest
from tests.client.rooms import at, entry, room, view, wire

from hemicycle_client import merge_patch
from hemicycle_client.bots.lines import lacking, next_check
from hemicycle_client.bots.presiding import next_step
from hemicycle_client.bots.room import Do, Manner, Wait

ALL = {"connected": True, "tested": True, "sound": True}
CONNECTED = {"p1": {"connected": True, "sound": "unknown"}}
TESTED = merge_patch(CONNECTED, {"p1": {"tested_at": wire(5)}})
FIT = merge_patch(TESTED, {"p1": {"sound": "fit"}})
TEST = Do("MarkTested", {"participant": "p1", "passed": True})
LISTEN = Do("MarkSound", {"participant": "p1", "fitness": "fit"})


def asked(readiness: dict[str, Any], gate: dict[str, bool] | None = None, **more: Any) -> dict[str, Any]:
    """Panama has asked to speak online, through p1."""
    request = entry("pan", **{"modality": "online", "participant": "p1", **more})
    return view(entries={"r1": request}, readiness=readiness, gate=ALL if gate is None else gate)


@pytest.mark.parametrize(
    "readiness, check",
    [({}, None), (CONNECTED, TEST), (TESTED, LISTEN), (FIT, None)],
    ids=["nobody there", "connected", "tested", "fit"],
)
def test_the_desk_tests_a_line_and_then_listens_to_it(readiness: dict[str, Any], check: Do | None) -> None:
    assert next_check(asked(readiness)) == check


def test_the_desk_finds_out_what_the_gate_asks_for_and_no_more() -> None:
    assert next_check(asked(CONNECTED, dict.fromkeys(ALL, False))) is None
    assert next_check(asked({}, {**ALL, "connected": False})) == TEST
    assert next_check(asked(CONNECTED, {**ALL, "tested": False})) == LISTEN
    assert next_check(asked(TESTED, {**ALL, "sound": False})) is None


@pytest.mark.parametrize(
    "of",
    [{"modality": "in_person"}, {"state": "delivered"}, {"participant": "p2"}],
    ids=lambda of: next(iter(of)),
)
def test_the_desk_tests_who_is_there_online_and_still_to_speak(of: dict[str, Any]) -> None:
    assert next_check(asked(CONNECTED, ALL, **of)) is None


def test_the_first_who_asked_and_is_not_tested_comes_first() -> None:
    both = merge_patch(
        asked(FIT), {"entries": {"r2": entry("fra", modality="online", participant="p2")}, "readiness": {}}
    )
    there = merge_patch(both, {"readiness": {"p2": {"connected": True, "sound": "unknown"}}})
    assert next_check(there) == Do("MarkTested", {"participant": "p2", "passed": True})


def test_what_a_speaker_lacks_is_what_the_gate_asks_for() -> None:
    assert lacking(asked({}), "p1") == ("connected", "tested", "sound")
    assert lacking(asked(TESTED), "p1") == ("sound",)
    assert lacking(asked({}, {**ALL, "tested": False, "sound": False}), "p1") == ("connected",)


def test_the_chair_waits_for_the_test_and_passes_over_who_is_not_ready() -> None:
    called = {"state": "called"}
    there = {"p1": {"name": "One", "connected": True}}
    seen = merge_patch(asked(CONNECTED, ALL, **called), {"called": {"request": "r1", "called_at": wire(10)}})
    assert next_step(room(14, seen, directory=there), Manner()) == Wait(at(55))
    assert next_step(room(55, seen, directory=there), Manner()) == Do("PassOver", {"cause": "not_ready"})
    ready = merge_patch(seen, {"readiness": FIT})
    assert next_step(room(14, ready, directory=there), Manner()) == Do("GiveFloor")
