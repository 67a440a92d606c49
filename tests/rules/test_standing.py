"""STANDING: what a meeting leaves unfinished stands in the next one, in the same order."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.stage import CHAIR, DESK, REGISTRY, SET_UP, Given, at, given, in_session, online, room

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import Amendment, Proposal
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.standing import Heard, Standing
from hemicycle.rules.terms import ItemState, ListState, PassedOverCause, Phase, RequestKind, RequestState

NEXT = replace(SET_UP, meeting="em10-4", number=4, title="Fourth meeting")


def adjourned(meeting: Given) -> Given:
    return meeting.done(c.AdjournMeeting(), clock="12:55:00")


def left_waiting() -> Given:
    """Panama was heard; France broke off and waits; Italy, India and Interpol have not spoken."""
    asked = in_session().asked(online("pan"), room("fra"), online("ind"), online("interpol"), room("ita"))
    heard = asked.given_the_floor().done(c.EndStatement(), clock="10:04:00")
    speaking = heard.given_the_floor("10:05:00")
    return speaking.done(c.PassOver(cause=PassedOverCause.CONNECTION_LOST), clock="10:06:40")


def inherited(former: Meeting, meeting: Given | None = None) -> Given:
    command = c.InheritStanding(standing=standing_of(former))
    return (meeting or given(set_up=NEXT)).done(command, by=REGISTRY, clock="14:00:00")


def told(requests: list[Request]) -> list[tuple[object, ...]]:
    """What a request is, its number in the log apart."""
    return [
        (r.delegation, r.kind, r.tier, r.rank, r.segment, r.accepted_at, r.left, r.state) for r in requests
    ]


def test_standing_who_waits_waits_at_the_same_place_with_the_time_that_was_left() -> None:
    former = adjourned(left_waiting()).meeting
    here = inherited(former).meeting
    assert told(here.waiting("3")) == told(former.waiting("3"))
    assert [r.delegation for r in here.waiting("3")] == ["fra", "ind", "ita", "interpol"]
    assert here.waiting("3")[0].left == timedelta(seconds=200)
    assert all(r.carried for r in here.requests.values())
    assert sorted(here.requests) == ["r1", "r2", "r3", "r4"]
    assert here.lists["3"] is ListState.OPEN
    assert here.items["3"] is ItemState.PENDING


def test_standing_who_still_waited_when_the_item_was_closed_does_not_wait_in_the_next_meeting() -> None:
    closed = left_waiting().done(c.CloseItem(item="3", confirmed=True), clock="12:50:00")
    here = inherited(adjourned(closed).meeting).meeting
    assert here.items["3"] is ItemState.CLOSED
    assert not here.requests


def test_standing_the_next_meeting_calls_the_first_inscribed_of_them_and_counts_on() -> None:
    here = inherited(adjourned(left_waiting()).meeting).done(c.CallToOrder(), clock="15:00:00")
    here = here.done(c.TakeUpItem(item="3"), clock="15:00:10")
    called = here.done(c.CallNext(), clock="15:01:00").meeting
    assert called.called is not None
    assert called.requests[called.called.request].delegation == "ind"
    asked = here.done(c.RequestFloor(), by=online("jpn"), clock="15:00:30").meeting
    assert asked.requests["r5"].delegation == "jpn"


def test_standing_it_stands_in_the_set_up_when_the_former_meeting_is_over_by_then() -> None:
    former = adjourned(left_waiting()).meeting
    set_up = replace(NEXT, standing=standing_of(former))
    fresh = Given(Meeting())
    begun = fresh.when(c.SetUpMeeting(set_up=set_up), by=REGISTRY)
    here = begun.accepted().meeting
    assert told(here.waiting("3")) == told(former.waiting("3"))
    assert here.inherited == ("em10-3",)
    assert isinstance(begun.events[0], e.MeetingSetUp)
    assert [r.id for r in begun.events[0].standing.requests] == ["r1", "r2", "r3", "r4"]


def test_standing_limits_counts_replies_and_decisions_go_on() -> None:
    former = adjourned(left_waiting()).meeting
    waits = next(iter(former.waiting("3")))
    reply = replace(waits, id="r9", number=9, kind=RequestKind.REPLY, delegation="pan", answers=waits.id)
    former = replace(
        former,
        agenda_adopted=True,
        limits={"3": Limit(seconds=120)},
        heard={("3", "pan"): Heard(item="3", delegation="pan", statements=1)},
        requests={**former.requests, "r9": reply},
        closing_at={"3": at("16:00:00")},
        proposals={"p4": Proposal(id="p4", item="3", symbol="L.4", titles={"en": "Report"})},
        amendments={"a2": Amendment(id="a2", proposal="p4", text="Delete.", place=1)},
        invited=frozenset({"ngo"}),
        replies_begun=frozenset({"3"}),
    )
    here = inherited(former).meeting
    assert here.agenda_adopted
    assert here.limits["3"] == Limit(seconds=120)
    assert here.heard["3", "pan"].statements == 1
    assert [r.delegation for r in here.waiting("3", RequestKind.REPLY)] == ["pan"]
    assert here.closing_at["3"] == at("16:00:00")
    assert here.proposals["p1"].symbol == "L.4"
    assert here.amendments["a1"].proposal == "p1"
    assert here.invited == {"ngo"}
    assert here.replies_begun == {"3"}


def test_standing_the_order_that_the_chair_gave_stays() -> None:
    former = adjourned(left_waiting()).meeting
    ids = [r.id for r in former.waiting("3")]
    frozen = replace(former, frozen={"3": (ids[3], ids[1])})
    assert [r.delegation for r in inherited(frozen).meeting.waiting("3")] == ["interpol", "ind", "fra", "ita"]


def test_standing_only_items_and_delegations_of_the_next_meeting_come_over() -> None:
    former = adjourned(left_waiting()).meeting
    smaller = replace(
        NEXT,
        delegations=tuple(d for d in NEXT.delegations if d.id != "ind"),
        roster=tuple(s for s in NEXT.roster if s.delegation != "ind"),
    )
    assert [r.delegation for r in inherited(former, given(set_up=smaller)).meeting.waiting("3")] == [
        "fra",
        "ita",
        "interpol",
    ]
    elsewhere = replace(NEXT, agenda=tuple(i for i in NEXT.agenda if i.id != "3"))
    assert not inherited(former, given(set_up=elsewhere)).meeting.requests


def test_standing_who_asked_here_already_keeps_the_earlier_place() -> None:
    former = adjourned(left_waiting()).meeting
    early = given(set_up=NEXT).done(c.OpenList(item="3"), by=DESK, clock="11:00:00")
    early = early.done(c.RequestFloor(item="3"), by=online("ind"), clock="11:01:00")
    early = early.done(c.RequestFloor(item="3"), by=online("eu"), clock="11:02:00")
    here = inherited(former, early).meeting
    assert [r.delegation for r in here.waiting("3")] == ["fra", "ind", "ita", "eu", "interpol"]
    assert here.requests["r1"].state is RequestState.WITHDRAWN
    assert [r.carried for r in here.waiting("3")] == [True, True, True, False, True]


def test_standing_the_former_log_says_who_waits_elsewhere_now() -> None:
    former = adjourned(left_waiting())
    waiting = tuple(r.id for r in former.meeting.requests.values() if r.state in {"inscribed", "passed_over"})
    command = c.HandOnStanding(to="em10-4", items=("3",))
    after = former.when(command, by=REGISTRY, clock="13:00:00").then(
        e.StandingHandedOn(to="em10-4", at=at("13:00:00"), requests=waiting, items=("3",))
    )
    assert not after.waiting("3")
    assert after.handed_on == ("em10-4",)
    assert {after.requests[r].state for r in waiting} == {RequestState.CARRIED_OVER}


def test_standing_once_only_and_not_too_late() -> None:
    former = adjourned(left_waiting())
    standing = standing_of(former.meeting)
    command = c.InheritStanding(standing=standing)
    once = given(set_up=NEXT).done(command, by=REGISTRY)
    once.when(command, by=REGISTRY).refused("stale")
    given(set_up=NEXT).done(c.CallToOrder()).when(command, by=REGISTRY).refused("stale")
    given(set_up=NEXT).when(c.InheritStanding(standing=Standing()), by=REGISTRY).refused("stale")
    given(set_up=NEXT).when(command, by=CHAIR).refused("not-allowed")
    hand_on = c.HandOnStanding(to="em10-4", items=("3",))
    former.done(hand_on, by=REGISTRY).when(hand_on, by=REGISTRY).refused("stale")
    left_waiting().when(hand_on, by=REGISTRY).refused("stale")
    former.when(hand_on, by=CHAIR).refused("not-allowed")


ASKS = st.lists(
    st.sampled_from(
        [
            room("pan"),
            online("ita"),
            online("fra"),
            room("ind"),
            online("jpn"),
            room("eu"),
            online("interpol"),
        ]
    ),
    unique_by=lambda actor: actor.participant,
    min_size=1,
)
ACTS = st.lists(st.sampled_from([c.CallNext(), c.GiveFloor(), c.EndStatement(), c.PassOver()]), max_size=8)


@settings(max_examples=60, deadline=None)
@drawn(asks=ASKS, acts=ACTS)
def test_standing_the_order_is_the_former_one_whatever_happened(
    asks: list[c.Actor], acts: list[c.AnyCommand]
) -> None:
    meeting = in_session().asked(*asks)
    for second, act in enumerate(acts):
        outcome = meeting.when(act, clock=f"10:01:{second:02}")
        if outcome.refusal is None:
            meeting = outcome.accepted()
    former = replace(meeting.meeting, phase=Phase.ADJOURNED, floor=(), called=None)
    here = inherited(former).meeting
    assert told(here.waiting("3")) == told(former.waiting("3"))
    again = inherited(
        replace(here, id="em10-4", phase=Phase.ADJOURNED), given(set_up=replace(NEXT, meeting="em10-5"))
    )
    assert told(again.meeting.waiting("3")) == told(former.waiting("3"))
