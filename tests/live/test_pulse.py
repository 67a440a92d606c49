"""When a line that is watched closely has fallen silent, and when it is back, whatever the line is like."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.live.pulse import Pulse, Rhythm

RHYTHM = Rhythm()
LOST = float("inf")
SLACK = 1e-6


@dataclass
class Run:
    """One line through time, in real seconds. ``turns``: when it fell silent, was back, and so on."""

    pulse: Pulse = field(default_factory=lambda: Pulse(RHYTHM, 0.0))
    signs: list[float] = field(default_factory=lambda: [0.0])
    turns: list[float] = field(default_factory=list)


def run(delays: Sequence[float], pauses: Sequence[float] = ()) -> Run:
    """A look at every beat, each ping answered after its delay but never before the one ahead of it (TCP).

    ``pauses``: by which each look is late; what came meanwhile is read only after the look, as uvloop does.
    """
    told, coming, arrived, now = Run(), list[tuple[float, int]](), 0.0, 0.0
    for place, delay in enumerate(delays):
        now += RHYTHM.ping
        coming = _read(told, coming, now, now)
        began, now = now, now + (pauses[place] if pauses else 0.0)
        was = told.pulse.silent
        number = told.pulse.beat(now)
        if told.pulse.silent != was:
            told.turns.append(now)
        arrived = max(arrived, now + delay)
        coming = [*_read(told, coming, now, began), (arrived, number)]
    return told


def _read(
    told: Run, coming: list[tuple[float, int]], until: float, paused_at: float
) -> list[tuple[float, int]]:
    """Hand over the answers that have come, those of a pause at its end; what is still under way."""
    for at, number in coming:
        if at <= until:
            told.signs.append(at if at <= paused_at else until)
            told.pulse.answer(number, told.signs[-1])
    return [(at, number) for at, number in coming if at > until]


def floats(least: float, most: float) -> st.SearchStrategy[float]:
    return st.floats(least, most, allow_nan=False)


@st.composite
def trembling(draw: st.DrawFn, longest: float, jitter: float) -> list[float]:
    """A way of any length up to ``longest`` seconds there and back, each packet up to ``jitter`` later."""
    way = draw(floats(0.0, longest))
    late = draw(st.lists(floats(0.0, jitter), min_size=10, max_size=60))
    return [way + each for each in late]


@given(trembling(longest=1.5, jitter=0.45))
def test_a_long_way_that_trembles_is_no_silence(delays: list[float]) -> None:
    assert run(delays).turns == []


@given(way=floats(0.0, 1.3), lost=st.lists(st.integers(20, 30), min_size=1, max_size=4))
def test_a_packet_that_is_lost_now_and_then_and_sent_again_is_no_silence(way: float, lost: list[int]) -> None:
    """A packet is sent again after about two round trips; those behind it wait."""
    delays = [each for beats in lost for each in (*[way] * beats, 2.9 * way)]
    assert run(delays).turns == []


@given(trembling(longest=0.15, jitter=0.05))
def test_an_ordinary_line_that_dies_is_told_within_a_second(delays: list[float]) -> None:
    """Ten answers, two seconds, are enough to know it."""
    healthy = run([*delays, *[LOST] * 30])
    assert len(healthy.turns) == 1
    assert healthy.turns[0] - healthy.signs[-1] <= 0.95 + SLACK


@given(trembling(longest=3.0, jitter=3.0), st.integers(1, 60))
def test_every_line_that_dies_is_told(delays: list[float], last: int) -> None:
    whatever = run([*delays[:last], *[LOST] * 60])
    assert whatever.pulse.silent
    assert whatever.turns[-1] - whatever.signs[-1] <= RHYTHM.longest + RHYTHM.ping + SLACK


@given(trembling(longest=0.3, jitter=0.05), st.lists(floats(0.0, 60.0), min_size=60, max_size=60))
def test_the_service_s_own_pauses_are_held_against_nobody(delays: list[float], pauses: list[float]) -> None:
    assert run(delays, pauses).turns == []


@given(trembling(longest=0.6, jitter=0.2), floats(1.5, 20.0))
def test_a_line_that_answers_again_is_back_once_it_is_steady(delays: list[float], away: float) -> None:
    """A process that was stopped answers everything at once when it goes on."""
    beats = int(away / RHYTHM.ping)
    held = [RHYTHM.ping * left for left in range(beats + 10, 10, -1)]
    after = run([*delays, *held, *[0.05] * 30])
    fell, back = after.turns
    first = next(sign for sign in after.signs if sign > fell)
    assert RHYTHM.steady <= back - first <= RHYTHM.steady + 2 * RHYTHM.ping + SLACK
    assert not after.pulse.silent


@given(st.lists(st.one_of(floats(0.0, 5.0), st.just(LOST)), min_size=20, max_size=200))
def test_whatever_the_line_does_it_is_told_no_oftener_than_it_is_steady(delays: list[float]) -> None:
    """LOST is for good, as no packet passes the one ahead of it; before that the line may do anything."""
    turns = run(delays).turns
    for place, (before, then) in enumerate(pairwise(turns)):
        least = RHYTHM.steady if place % 2 == 0 else RHYTHM.silent - RHYTHM.ping
        assert then - before >= least - SLACK


def test_a_line_that_answers_only_what_was_asked_before_is_not_back() -> None:
    pulse = Pulse(RHYTHM, 0.0)
    asked = [pulse.beat(place * RHYTHM.ping) for place in range(20)]
    assert pulse.silent
    for number in asked:
        pulse.answer(number, 20 * RHYTHM.ping)
    for place in range(21, 60):
        pulse.beat(place * RHYTHM.ping)
    assert pulse.silent


def test_an_answer_to_nothing_that_was_asked_is_no_sign() -> None:
    pulse = Pulse(RHYTHM, 0.0)
    asked = pulse.beat(0.2)
    for number in (0, asked + 1):
        pulse.answer(number, 0.3)
    assert pulse.heard_at == 0.0


def test_a_rhythm_with_more_patience_is_kept() -> None:
    patient = Pulse(Rhythm(silent=10.0), 0.0)
    assert patient.limit == 10.0
    patient.answer(patient.beat(0.2), 0.3)
    assert patient.limit == 10.0
