"""What holds of every forecast, whatever waits and however little time there is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.planning import STATEMENTS, planned, told

from hemicycle.views.forecast import LEAST_LIMIT


@settings(max_examples=150, deadline=None)
@given(STATEMENTS, st.integers(0, 20_000))
def test_totals_add_up(allowed: list[int], left: int) -> None:
    found = told(planned(allowed, left))
    so_far = 0
    for key in found.ahead:
        assert found.ahead[key] == so_far
        so_far += found.expected[key]
    assert so_far == found.needed_seconds
    assert (found.not_heard == 0) == (found.needed_seconds <= left)
    assert found.not_heard == sum(found.ahead[key] + found.expected[key] > left for key in found.ahead)


@settings(max_examples=100, deadline=None)
@given(STATEMENTS, st.integers(0, 20_000), st.integers(0, 5_000))
def test_more_time_never_hears_fewer(allowed: list[int], left: int, more: int) -> None:
    less, later = told(planned(allowed, left)), told(planned(allowed, left + more))
    assert later.not_heard <= less.not_heard
    assert (later.room_for or 0) >= (less.room_for or 0)
    brought = [extension.heard for extension in less.extensions]
    assert brought == sorted(brought)


@settings(max_examples=200, deadline=None)
@given(
    STATEMENTS,
    st.integers(0, 12_000),
    st.lists(st.tuples(st.integers(1, 600), st.floats(1, 900)), max_size=5),
)
def test_time_limit_the_limit_proposed_is_sufficient_and_one_second_more_is_not(
    allowed: list[int], left: int, used: list[tuple[int, float]]
) -> None:
    found = told(planned(allowed, left, used))

    def needed(limit: int) -> int:
        return told(planned([min(limit, each) for each in allowed], left, used)).needed_seconds

    if found.limit_seconds is not None:
        assert found.not_heard > 0
        assert needed(found.limit_seconds) <= left
        assert needed(found.limit_seconds + 1) > left
    elif found.not_heard:
        assert needed(LEAST_LIMIT) > left or max(allowed) <= LEAST_LIMIT


@settings(max_examples=100, deadline=None)
@given(STATEMENTS, st.integers(-12_000, 12_000))
def test_the_extension_proposed_lets_all_speak_and_a_minute_less_does_not(
    allowed: list[int], left: int
) -> None:
    found = told(planned(allowed, left))
    if found.extension_seconds is None:
        assert found.not_heard == 0
        return
    assert found.extension_seconds % 60 == 0
    assert told(planned(allowed, left + found.extension_seconds)).not_heard == 0
    assert told(planned(allowed, left + found.extension_seconds - 60)).not_heard > 0
