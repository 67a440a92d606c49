"""Events and actors as JSON and back: every kind of event, whatever it holds."""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.stage import SET_UP

from hemicycle.journal.codec import (
    UnreadableEvent,
    decode_actor,
    decode_event,
    encode_actor,
    encode_event,
)
from hemicycle.journal.upcasters import upcast, version_of
from hemicycle.rules.commands import Actor
from hemicycle.rules.events import Event, FloorGiven, ListOpened, StandingInherited
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.people import Body, Holder
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import Capacity, HolderKind, Modality, RequestKind, Source

AT = datetime(2021, 9, 7, 8, 0, 0, 123_000, tzinfo=UTC)

WAITS = Request(
    id="r1",
    number=1,
    kind=RequestKind.STATEMENT,
    item=None,
    delegation="pan",
    participant=None,
    source=Source.DESK,
    modality=Modality.ONLINE,
    tier=1,
    seconds=300,
    accepted_at=AT,
)

moments = st.integers(0, 4_000_000_000_000).map(
    lambda ms: datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=ms)
)


spans = st.integers(-900_000, 900_000).map(lambda ms: timedelta(milliseconds=ms))
words = st.text(max_size=4)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {datetime: moments, timedelta: spans, str: words}


@cache
def values(hint: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Anything of this type, as the service stamps it: in whole milliseconds; fewer of a kind deeper down."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: values(hints[field.name], depth + 1) for field in fields(hint)})
    parts = [values(part, depth) for part in get_args(hint) if part is not Ellipsis]
    most = 3 if depth < 2 else 1
    match get_origin(hint):
        case types.UnionType:
            return st.one_of(parts)
        case origin if origin in {tuple, frozenset}:
            return st.lists(parts[0], max_size=most).map(origin)
        case origin if origin is Mapping:
            return st.dictionaries(*parts, max_size=most)
        case _:
            return st.from_type(hint)


def nulls(value: Any) -> bool:
    match value:
        case dict():
            return any(nulls(inner) for inner in value.values())
        case list():
            return any(nulls(inner) for inner in value)
        case _:
            return value is None


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_event_survives_the_log(kind: Any) -> None:
    @settings(max_examples=25, deadline=None)
    @given(values(kind))
    def survives(event: Event) -> None:
        stored = json.loads(json.dumps(encode_event(event)))
        assert decode_event(stored) == event
        assert next(iter(stored)) == "event"
        assert not nulls(stored), "absent is none"

    survives()


@settings(deadline=None)
@given(values(Actor))
def test_every_actor_survives_the_log(actor: Actor) -> None:
    assert decode_actor(json.loads(json.dumps(encode_actor(actor)))) == actor


def test_an_event_in_the_log_reads_like_the_wire() -> None:
    event = FloorGiven(
        grant=1,
        kind=RequestKind.STATEMENT,
        holder=Holder(kind=HolderKind.DELEGATION, ref="pan"),
        at=AT.astimezone(timezone(timedelta(hours=2))),
        ends_at=None,
        item="3",
        modality=Modality.ONLINE,
    )
    assert encode_event(event) == {
        "event": "FloorGiven",
        "grant": 1,
        "kind": "statement",
        "holder": {"kind": "delegation", "ref": "pan"},
        "at": "2021-09-07T08:00:00.123Z",
        "item": "3",
        "modality": "online",
    }


def test_an_actor_in_the_log() -> None:
    actor = Actor(capacity=Capacity.CHAIR, participant="chair", login="a1")
    assert encode_actor(actor) == {
        "agent": "login",
        "capacity": "chair",
        "participant": "chair",
        "login": "a1",
    }


@pytest.mark.parametrize(
    "at", [AT.replace(microsecond=123_456), AT.replace(tzinfo=None)], ids=["microseconds", "no zone"]
)
def test_a_moment_that_would_not_come_back_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="whole milliseconds with a zone"):
        encode_event(ListOpened(item="3", at=at))


def test_a_span_and_a_set_in_the_log() -> None:
    body = Body(id="b", names={"en": "Body"}, delegations=frozenset({"pan", "ita"}))
    waits = replace(WAITS, left=timedelta(seconds=-1, milliseconds=-5))
    held = StandingInherited(standing=Standing(former="m1", requests=(waits,)), at=AT)
    stored = encode_event(held)
    assert stored["standing"]["requests"][0]["left"] == "-PT1.005S"
    assert "participant" not in stored["standing"]["requests"][0]
    assert decode_event(stored) == held
    assert encode_event(replace(SET_UP, bodies=(body,)))["bodies"][0]["delegations"] == ["ita", "pan"]


def test_a_span_that_would_not_come_back_is_refused() -> None:
    waits = replace(WAITS, left=timedelta(microseconds=1))
    with pytest.raises(ValueError, match="whole milliseconds"):
        encode_event(StandingInherited(standing=Standing(requests=(waits,)), at=AT))


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"event": "MeetingCancelled"},
        {"event": "ListOpened", "item": "3"},
        {"event": "ListOpened", "item": "3", "at": "noon"},
        {"event": "ListOpened", "item": "3", "at": "2021-09-07T08:00:00.123Z", "by": "chair"},
    ],
    ids=["no name", "unknown event", "missing field", "wrong type", "unknown field"],
)
def test_what_this_version_does_not_know_is_unreadable(stored: dict[str, Any]) -> None:
    with pytest.raises(UnreadableEvent):
        decode_event(stored)


def first(stored: dict[str, Any]) -> dict[str, Any]:
    return {**{k: v for k, v in stored.items() if k != "agenda_item"}, "item": stored["agenda_item"]}


def second(stored: dict[str, Any]) -> dict[str, Any]:
    return {**stored, "event": "ListOpened", "at": "2021-09-07T08:00:00.123Z"}


UPCASTERS = {("SpeakersListOpened", 1): first, ("SpeakersListOpened", 2): second}


def test_old_events_are_upcast_step_by_step() -> None:
    stored = {"event": "SpeakersListOpened", "agenda_item": "3"}
    assert decode_event(stored, UPCASTERS) == ListOpened(item="3", at=AT)
    assert stored == {"event": "SpeakersListOpened", "agenda_item": "3"}, "what was read is not touched"


def test_only_the_steps_that_are_missing_are_taken() -> None:
    stored = {"event": "SpeakersListOpened", "version": 2, "item": "4"}
    assert decode_event(stored, UPCASTERS) == ListOpened(item="4", at=AT)


def test_events_of_today_pass_unchanged() -> None:
    stored = {"event": "ListOpened", "item": "3", "at": "2021-09-07T08:00:00.123Z"}
    assert upcast(stored) == stored
    assert version_of("ListOpened") == 1
    assert version_of("SpeakersListOpened", UPCASTERS) == 3


def test_no_event_has_a_field_that_the_log_needs_for_itself() -> None:
    taken = {
        kind.__name__ for kind in get_args(Event) for f in fields(kind) if f.name in {"event", "version"}
    }
    assert not taken
