"""RFC 7396, the numbering of patches, and: what is folded equals what was sent."""

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.appendix_a import APPENDIX_A

from hemicycle_client.folding import Fold, Folded, canonical, merge_patch

# A busy machine is no failure.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

SCALARS = st.booleans() | st.integers(-5, 5) | st.text(max_size=3)
KEYS = st.sampled_from("abcd")
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=8
)
VIEWS = st.dictionaries(KEYS, VALUES)


def difference(old: Any, new: Any) -> Any:
    """The merge patch from one view to another, as a service would make it."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    gone = dict.fromkeys(old.keys() - new.keys())
    changed = {
        key: difference(old.get(key), value)
        for key, value in new.items()
        if key not in old or old[key] != value or type(old[key]) is not type(value)
    }
    return {**gone, **changed}


@pytest.mark.parametrize("target,patch,result", APPENDIX_A)
def test_rfc_7396_appendix_a(target: Any, patch: Any, result: Any) -> None:
    assert merge_patch(target, patch) == result


@unhurried
@given(VIEWS, VIEWS)
def test_a_patch_leads_from_one_view_to_the_next_and_changes_neither(old: Any, new: Any) -> None:
    before = copy.deepcopy(old)
    assert canonical(merge_patch(old, difference(old, new))) == canonical(new)
    assert canonical(old) == canonical(before)


@unhurried
@given(st.lists(VIEWS, min_size=2, max_size=6), st.data())
def test_whatever_is_doubled_or_lost_a_fold_is_a_view_that_was_sent(views: list[Any], data: Any) -> None:
    patches = [(n, n + 1, difference(views[n], views[n + 1])) for n in range(len(views) - 1)]
    fold = Fold()
    fold.snapshot("e1", 0, views[0])
    for prev_seq, seq, merge in data.draw(st.lists(st.sampled_from(patches), max_size=12)):
        known = fold.seq
        outcome = fold.patch(prev_seq, seq, merge)
        expected = Folded.OLD if seq <= known else Folded.APPLIED if prev_seq == known else Folded.GAP
        assert outcome is expected
        assert canonical(fold.view) == canonical(views[fold.seq])


def test_a_patch_before_any_snapshot_is_a_gap() -> None:
    assert Fold().patch(0, 1, {"a": 1}) is Folded.GAP


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": [1], "a": "é"}) == canonical({"a": "é", "b": [1]}) == '{"a":"é","b":[1]}'.encode()
