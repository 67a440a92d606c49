"""Logs of the first format, as they were written before replies, motions and votes were known. For ever.

``first_format/NAME.golden.jsonl``: the answers to the scenario's lines, events included, as they stood then;
``NAME.shown.json``: what hall, booths and podium were shown at its end. Neither is ever edited: what changes
in an event's shape gets an upcaster.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from hemicycle.cli.playing import Playing
from hemicycle.cli.scenario import read_lines, step_of
from hemicycle.cli.scenario_set_up import set_up_of
from hemicycle.contract.views import view_of
from hemicycle.journal.codec import decode_event, encode_event
from hemicycle.rules.events import Event, MeetingSetUp
from hemicycle.rules.evolve import fold
from hemicycle.views.audiences import Audience

HERE = Path(__file__).parent / "first_format"
SCENARIOS = Path(__file__).parents[1] / "scenarios"
NAMES = sorted(path.name.removesuffix(".golden.jsonl") for path in HERE.glob("*.golden.jsonl"))
DECIDED_OTHERWISE = {"on-behalf-of"}
"""Read and folded as ever; but since then the body approves first of an organization that the desk enters
(OBSERVERS), and a delegation stands on the list for a group and for itself (ONE_REQUEST)."""


def answers_of(name: str) -> list[dict[str, Any]]:
    text = (HERE / f"{name}.golden.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def events_of(name: str) -> list[Event]:
    return [decode_event(event) for answer in answers_of(name) for event in answer.get("events", ())]


def lost(then: Any, now: Any, place: str = "") -> Iterator[str]:
    """Where ``now`` does not say what ``then`` said; what it says beside that is no loss."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for key, value in then.items():
            if key not in now:
                yield f"{place}.{key} is gone"
            else:
                yield from lost(value, now[key], f"{place}.{key}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, (before, after) in enumerate(zip(then, now, strict=True)):
            yield from lost(before, after, f"{place}[{number}]")
    elif then != now:
        yield f"{place}: {then!r} became {now!r}"


def replayed(name: str) -> Iterator[Mapping[str, Any]]:
    """The scenario's lines, decided today under the rules of procedure that the log itself carries."""
    first, *lines = read_lines(SCENARIOS / f"{name}.jsonl")
    _, present = set_up_of(first)
    set_up = events_of(name)[0]
    assert isinstance(set_up, MeetingSetUp)
    playing = Playing(set_up, present)
    yield playing.opening
    for line in lines:
        yield playing.answer(step_of(line))


def test_all_of_them_are_there() -> None:
    assert len(NAMES) == 9


@pytest.mark.parametrize("name", NAMES)
def test_every_event_is_read_and_nothing_of_it_is_lost(name: str) -> None:
    for answer in answers_of(name):
        for stored in answer.get("events", ()):
            again = encode_event(decode_event(stored))
            assert not list(lost(stored, again)), stored["event"]
            assert decode_event(again) == decode_event(stored)


@pytest.mark.parametrize("name", NAMES)
def test_it_folds_into_what_was_shown_then(name: str) -> None:
    shown = json.loads((HERE / f"{name}.shown.json").read_text("utf-8"))
    meeting = fold(events_of(name))
    for audience in Audience:
        assert not list(lost(shown[audience.value], view_of(meeting, audience)))


@pytest.mark.parametrize("name", sorted({*NAMES} - DECIDED_OTHERWISE))
def test_the_rules_still_decide_the_same(name: str) -> None:
    for then, now in zip(answers_of(name), replayed(name), strict=True):
        if "refused" in then:
            assert (now["refused"], now["rule"], now["citation"]) == (
                then["refused"],
                then["rule"],
                then["citation"],
            )
        else:
            assert [decode_event(event) for event in now["events"]] == [
                decode_event(event) for event in then["events"]
            ]


def test_a_loss_would_be_seen() -> None:
    assert list(lost({"a": [1, {"b": 2}]}, {"a": [1, {"c": 2}], "d": 3})) == [".a[1].b is gone"]
    assert list(lost({"a": [1]}, {"a": [1, 2]})) == [".a: [1] became [1, 2]"]
