"""RFC 7396: the appendix's examples, and patches that make one view into another."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.appendix_a import APPENDIX_A

from hemicycle.contract.merge import difference, merged

LEAVES = st.one_of(st.integers(-3, 3), st.text(max_size=2))
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abcd"), inner, max_size=4)
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from("abcd"), JSON, max_size=4)


@pytest.mark.parametrize("target,patch,result", APPENDIX_A)
def test_rfc_7396_appendix_a(target: Any, patch: Any, result: Any) -> None:
    assert merged(target, patch) == result


@settings(max_examples=300, deadline=None)
@given(old=OBJECTS, new=OBJECTS)
def test_the_difference_makes_the_old_into_the_new(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert merged(old, difference(old, new)) == new


@settings(max_examples=200, deadline=None)
@given(a=OBJECTS, b=OBJECTS, c=OBJECTS)
def test_patches_merged_are_one_patch(a: dict[str, Any], b: dict[str, Any], c: dict[str, Any]) -> None:
    assert merged(merged(a, difference(a, b)), difference(b, c)) == c


def test_nothing_changed_is_an_empty_patch() -> None:
    view = {"a": {"b": [1]}}
    assert difference(view, view) == {}
    assert difference(view, {"a": {"b": [1]}}) == {}


def test_a_small_change_is_a_small_patch() -> None:
    old = {
        "entries": {"r1": {"state": "inscribed", "seconds": 300}, "r2": {"state": "inscribed"}},
        "item": "3",
    }
    new = {"entries": {"r1": {"state": "called", "seconds": 300}, "r2": {"state": "inscribed"}}}
    assert difference(old, new) == {"entries": {"r1": {"state": "called"}}, "item": None}


def test_neither_side_is_changed() -> None:
    old, patch = {"a": {"b": 1}}, {"a": {"c": 2}}
    merged(old, patch)
    assert (old, patch) == ({"a": {"b": 1}}, {"a": {"c": 2}})
