"""``evolve`` is total: any event applies to any state, and what comes of it can still be shown."""

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.stage import SET_UP, in_session, online

from hemicycle.contract.views import view_of
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY
from hemicycle.views.audiences import Audience

NOON = datetime(2021, 9, 7, 12, tzinfo=UTC)
MOMENTS = st.integers(-7_200_000, 7_200_000).map(lambda ms: NOON + timedelta(milliseconds=ms))
NUMBERS = st.integers(0, 9)
IDS = st.sampled_from(["r1", "r2", "r3", "2", "3", "pan", "ita", "pan-online", "chair", "nobody"])


def drawn(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field of this type, from few ids, so that events meet one another."""
    simple = {
        str: IDS,
        int: NUMBERS,
        bool: st.booleans(),
        datetime: MOMENTS,
        timedelta: st.integers(0, 900_000).map(lambda ms: timedelta(milliseconds=ms)),
        type(None): st.none(),
    }
    if hint in simple:
        return simple[hint]
    if get_origin(hint) in {Union, types.UnionType}:
        return st.one_of(*map(drawn, get_args(hint)))
    if get_origin(hint) in {tuple, frozenset}:
        return st.lists(drawn(get_args(hint)[0]), max_size=3).map(get_origin(hint))
    if get_origin(hint) is Mapping:
        key, value = get_args(hint)
        return st.dictionaries(drawn(key), drawn(value), max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return built(hint)


def built(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints: Mapping[str, Any] = get_type_hints(kind)
    return st.builds(kind, **{f.name: drawn(hints[f.name]) for f in dataclasses.fields(kind)})


KINDS = [kind for kind in get_args(e.Event) if kind is not e.MeetingSetUp]
ANY_EVENT = st.one_of(*map(built, KINDS), st.just(SET_UP))
BEGINNINGS = [
    EMPTY,
    in_session().meeting,
    in_session().asked(online("pan"), online("ita")).given_the_floor().meeting,
]


@settings(max_examples=300, deadline=None)
@given(start=st.sampled_from(BEGINNINGS), events=st.lists(ANY_EVENT, max_size=30))
def test_any_events_apply_to_any_state_and_can_be_shown(start: Any, events: list[e.Event]) -> None:
    meeting = fold(events, start)
    deadlines(meeting)
    for audience in Audience:
        view_of(meeting, audience)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_applies_to_the_empty_meeting(kind: type[e.Event]) -> None:
    @settings(max_examples=10, deadline=None)
    @given(event=built(kind))
    def applies(event: e.Event) -> None:
        evolve(EMPTY, event)

    applies()
