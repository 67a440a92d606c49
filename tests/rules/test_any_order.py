"""STATEMENT_ORDER, whatever is asked, moved and fixed: what holds for every list (hypothesis)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.stage import CHAIR, CLOCK, STATES, at, in_session, under

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import AnyCommand, Facts, Stamped
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.places import Ordering
from hemicycle.rules.procedure import Method, RoomFirst
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import RANKS, Request
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import (
    ItemId,
    ListState,
    Modality,
    RequestKind,
    RequestState,
    Source,
    SpeakerRank,
)

TEN = at("10:00:00")
QUICK = settings(max_examples=150, deadline=None)
DELEGATIONS = [f"d{n}" for n in range(8)]
_numbers = st.integers(1, 99)


def request(number: int, delegation: str, **fields: object) -> Request:
    base = Request(
        id=f"r{number}",
        number=number,
        kind=RequestKind.STATEMENT,
        item="3",
        delegation=delegation,
        participant=None,
        source=Source.DESK,
        modality=Modality.ONLINE,
        tier=0,
        seconds=300,
        accepted_at=TEN,
    )
    return replace(base, **fields)  # type: ignore[arg-type]  # fields of Request


_requests = st.lists(
    st.builds(
        request,
        number=_numbers,
        delegation=st.sampled_from(DELEGATIONS),
        tier=st.integers(0, 2),
        segment=st.integers(0, 1),
        rank=st.sampled_from(SpeakerRank),
        modality=st.sampled_from(Modality),
        accepted_at=st.integers(0, 5).map(lambda s: TEN + timedelta(seconds=s)),
        state=st.sampled_from([RequestState.INSCRIBED, RequestState.PASSED_OVER]),
        moved=st.booleans(),
    ),
    unique_by=lambda r: r.number,
    max_size=12,
)
_ids = st.lists(_numbers.map("r{}".format), unique=True, max_size=8).map(tuple)
_procedures = st.builds(
    lambda method, room: under(method=method, room_first=room).procedure,
    st.sampled_from(Method),
    st.sampled_from(RoomFirst),
)
_heard = st.dictionaries(st.sampled_from(DELEGATIONS), st.integers(0, 3)).map(
    lambda counts: {("3", d): Heard(item="3", delegation=d, statements=n) for d, n in counts.items()}
)
_orderings = st.builds(Ordering, procedure=_procedures, heard=_heard, frozen=_ids, fixed=_ids)
_by_rule = st.builds(Ordering, procedure=_procedures, heard=_heard)


def documented(ordering: Ordering) -> Callable[[Request], tuple[object, ...]]:
    """The key as the words of the rule give it, written down a second time."""
    procedure = ordering.procedure
    assert procedure is not None

    def key(r: Request) -> tuple[object, ...]:
        parts: list[object] = [r.segment, r.tier, RANKS.index(r.rank)]
        if procedure.room_first is RoomFirst.WITHIN_TIER:
            parts.append(1 if r.modality is Modality.ONLINE else 0)
        if procedure.method is Method.FEWEST_SPOKEN:
            heard = ordering.heard.get(("3", r.delegation))
            parts.append(heard.statements if heard else 0)
        return (*parts, r.accepted_at, r.number)

    return key


@QUICK
@given(requests=_requests, ordering=_by_rule)
def test_statement_order_the_order_is_that_of_the_documented_key(
    requests: list[Request], ordering: Ordering
) -> None:
    assert ordering.ordered(requests) == sorted(requests, key=documented(ordering))


@QUICK
@given(requests=_requests, ordering=_orderings, random=st.randoms(use_true_random=False))
def test_statement_order_the_order_is_total_and_depends_on_nothing_else(
    requests: list[Request], ordering: Ordering, random: Random
) -> None:
    ordered = ordering.ordered(requests)
    assert sorted(r.number for r in ordered) == sorted(r.number for r in requests)
    shuffled = list(requests)
    random.shuffle(shuffled)
    assert ordering.ordered(shuffled) == ordered


@QUICK
@given(requests=_requests, ordering=_orderings)
def test_statement_order_frozen_first_those_who_waited_as_they_stood_and_later_ones_by_rule(
    requests: list[Request], ordering: Ordering
) -> None:
    ids = [r.id for r in ordering.ordered(requests)]
    head = [r for r in ordering.frozen if r in ids]
    assert ids[: len(head)] == head
    stood = [r for r in ordering.fixed if r in ids and r not in head]
    assert [r for r in ids if r in stood] == stood
    by_id = {r.id: r for r in requests}
    later = [by_id[r] for r in ids if r not in stood and r not in head]
    assert all(ordering.key(one) < ordering.key(other) for one, other in pairwise(later))


@QUICK
@given(requests=_requests, ordering=_orderings)
def test_statement_order_who_asks_later_passes_only_those_whom_she_precedes_by_rule_or_who_follow_them(
    requests: list[Request], ordering: Ordering
) -> None:
    ordered = ordering.ordered(requests)
    fixed = {*ordering.frozen, *ordering.fixed}
    for place, one in enumerate(ordered):
        behind = [r for r in ordered[place + 1 :] if r.id in fixed and not r.moved]
        if one.id not in fixed and behind:
            assert ordering.key(one) < ordering.key(behind[0])


# Whole meetings: asked, moved, fixed, called, by chance

_actors = st.sampled_from(["pan", "ita", "fra", "ind", "jpn", "eu"])
_waiting = st.integers(1, 9).map("r{}".format)
_steps: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(
        c.InscribeSpeaker,
        delegation=_actors,
        modality=st.sampled_from(Modality),
        on_behalf_of=st.sampled_from([None, None, "g77"]),
    ),
    st.builds(
        c.MoveRequest,
        request=_waiting,
        before=st.one_of(st.none(), _waiting),
        reason=st.just("a reason"),
    ),
    st.builds(c.FreezeHead, item=st.just("3"), count=st.integers(0, 4)),
    st.builds(c.ChangeModality, request=_waiting, modality=st.sampled_from(Modality)),
    st.sampled_from([c.CallNext(), c.GiveFloor(), c.EndStatement(), c.PassOver(), c.TakeBackCall()]),
)


def asked(meeting: Meeting, command: AnyCommand, clock: str = "10:00:00") -> list[e.Event]:
    """What follows; nothing where it is refused."""
    actor = CLOCK if isinstance(command, c.CloseListOnTime) else CHAIR
    facts = Facts(present=STATES)
    try:
        return decide(meeting, Stamped(command=command, id="cmd", at=at(clock), actor=actor, facts=facts))
    except Refused:
        return []


def waiting(meeting: Meeting) -> list[str]:
    return [r.id for r in meeting.waiting("3")]


@settings(max_examples=80, deadline=None)
@given(
    method=st.sampled_from(Method),
    room=st.sampled_from(RoomFirst),
    steps=st.lists(_steps, min_size=5, max_size=40),
)
def test_statement_order_frozen_and_moved_ones_stay_where_they_were_put(
    method: Method, room: RoomFirst, steps: list[AnyCommand]
) -> None:
    meeting = in_session(under(method=method, room_first=room)).meeting
    for step in steps:
        before = waiting(meeting)
        events = asked(meeting, step)
        meeting = fold(events, meeting)
        after = waiting(meeting)
        for event in events:
            if isinstance(event, e.RequestMoved):
                assert after == list(event.order)
        head = [r for r in meeting.frozen.get("3", ()) if r in after]
        assert after[: len(head)] == head
        both = [r for r in meeting.fixed.get("3", ()) if r in before and r in after and r not in head]
        if not any(isinstance(event, e.HeadFrozen | e.RequestMoved) for event in events):
            assert [r for r in before if r in both] == [r for r in after if r in both]


_closing: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(
        c.SetListClosing,
        item=st.just("3"),
        closes_at=st.one_of(st.none(), st.integers(-2, 5).map(lambda m: TEN + timedelta(minutes=m))),
    ),
    st.builds(
        c.CloseListOnTime,
        item=st.sampled_from(["3", "4", "99"]),
        closes_at=st.integers(0, 5).map(lambda m: TEN + timedelta(minutes=m)),
    ),
    st.sampled_from(
        [
            c.CloseList(item="3"),
            c.ReopenList(item="3", decided=True),
            c.AnnounceList(item="3"),
            c.CloseItem(item="3", confirmed=True),
            c.AdjournMeeting(),
        ]
    ),
)


def lists(meeting: Meeting) -> dict[ItemId, ListState]:
    return dict(meeting.lists)


@settings(max_examples=100, deadline=None)
@given(steps=st.lists(st.tuples(_closing, st.integers(0, 6)), min_size=3, max_size=25))
def test_list_close_by_the_clock_is_harmless_when_stale(steps: list[tuple[AnyCommand, int]]) -> None:
    meeting = in_session().meeting
    minute = 0
    for step, later in steps:
        minute = min(59, minute + later % 2)
        due = [d for d in deadlines(meeting) if d.command == step and d.at <= at(f"10:{minute:02}:00")]
        events = asked(meeting, step, clock=f"10:{minute:02}:00")
        meeting = fold(events, meeting)
        if isinstance(step, c.CloseListOnTime):
            assert bool(events) == bool(due)
            assert [type(event) for event in events] in ([], [e.ListClosed])
            assert asked(meeting, step, clock=f"10:{minute:02}:00") == [], "a second time"
        for deadline in deadlines(meeting):
            assert isinstance(deadline.command, c.CloseListOnTime)
            assert lists(meeting)[deadline.command.item] in {ListState.OPEN, ListState.ANNOUNCED}
