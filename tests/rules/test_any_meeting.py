"""Whatever is asked, by whom and when: what holds in every meeting (a state machine of hypothesis)."""

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.rules.any_command import (
    ACTORS,
    CHAIR,
    COMMANDS,
    LANGUAGE,
    PERSON,
    REASON,
    SET_UP,
    plausible,
    source_of,
)
from tests.rules.stage import CLOCK, STATES, at

from hemicycle.contract.merge import difference, merged
from hemicycle.contract.views import Encoder, view_of
from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, RequestState
from hemicycle.views.audiences import Audience

_DOOR = {
    c.NotePresence: Agent.PRESENCE,
    c.NoteConnection: Agent.PRESENCE,
    c.ChangeRoster: Agent.REGISTRY,
    c.ElapseSpeakingTime: Agent.CLOCK,
}
NOT_FOR_BOOTHS = (REASON, '"source"', '"desk"', '"room"')
MILLISECONDS = st.integers(0, 200_000)


class AnyMeeting(RuleBasedStateMachine):
    """One meeting; ``events``: all that happened; ``views``: what each audience has put together."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[e.Event] = []
        self.meeting: Meeting = EMPTY
        self.at: datetime = at("10:00:00")
        self.number = 0
        self.totals: dict[int, timedelta] = {}
        self.views: dict[Audience, Any] = {audience: {} for audience in Audience}
        self.encoders = {audience: Encoder(audience) for audience in Audience}

    @initialize(opened=st.sampled_from([True, True, True, False]))
    def begin(self, *, opened: bool) -> None:
        self.take_in([SET_UP])
        if opened:
            for command in (c.CallToOrder(), c.TakeUpItem(item="3"), c.OpenList(item="3")):
                self.ask(command, CHAIR)

    @rule(command=COMMANDS, actor=ACTORS, gap=MILLISECONDS)
    def anybody_asks_anything(self, command: c.AnyCommand, actor: c.Actor, gap: int) -> None:
        self.at += timedelta(milliseconds=gap)
        self.ask(command, actor)

    @rule(pick=st.integers(0, 1000), gap=MILLISECONDS)
    def the_meeting_goes_on(self, pick: int, gap: int) -> None:
        self.at += timedelta(milliseconds=gap)
        self.ask(*plausible(self.meeting, pick))

    @rule(picks=st.lists(st.integers(0, 1000), min_size=3, max_size=12))
    def and_on(self, picks: list[int]) -> None:
        for pick in picks:
            self.the_meeting_goes_on(pick, 1000 + pick)

    @precondition(lambda self: bool(deadlines(self.meeting)))
    @rule(late=MILLISECONDS)
    def the_clock_wakes(self, late: int) -> None:
        due = deadlines(self.meeting)[0]
        self.at = max(self.at, due.at) + timedelta(milliseconds=late)
        self.ask(due.command, CLOCK)
        assert all(d.at > self.at for d in deadlines(self.meeting))

    def ask(self, command: c.AnyCommand, actor: c.Actor) -> None:
        self.number += 1
        door = _DOOR.get(type(command))
        sender = actor if door is None else c.Actor(agent=door)
        facts = c.Facts(present=STATES, source=source_of(sender))
        stamped = c.Stamped(
            command=command, id=f"{REASON}{self.number}", at=self.at, actor=sender, facts=facts
        )
        try:
            self.take_in(decide(self.meeting, stamped))
        except Refused:
            return  # values only: what is refused has nothing to change, and the replay below would show it

    def take_in(self, events: list[e.Event]) -> None:
        for event in events:
            self.count_time(event)
            self.meeting = evolve(self.meeting, event)
        self.events += events
        if events:
            self.show()

    def show(self) -> None:
        """Snapshot and patches make the fresh view; each audience sees its own and no more."""
        fresh = {audience: view_of(self.meeting, audience) for audience in Audience}
        for audience, encoder in self.encoders.items():
            patch = difference(encoder.json, encoder.encode(self.meeting))
            self.views[audience] = merged(self.views[audience], json.loads(json.dumps(patch)))
        assert self.views == fresh
        hall, booths, podium = (fresh[audience] for audience in Audience)
        assert_within(hall, booths)
        assert_within(booths, podium)
        for_all, for_booths = json.dumps(hall), json.dumps(booths)
        assert not [m for m in (PERSON, LANGUAGE, *NOT_FOR_BOOTHS) if m in for_all]
        assert not [m for m in NOT_FOR_BOOTHS if m in for_booths]

    def count_time(self, event: e.Event) -> None:
        """What a speaker may use in all: the limit and what the chair added."""
        if isinstance(event, e.FloorGiven) and event.ends_at is not None:
            self.totals[event.grant] = event.ends_at - event.at
        if isinstance(event, e.TimeExtended):
            grant = next(g for g in self.meeting.floor if g.id == event.grant)
            used = max(self.totals[grant.id], grant.spoken(event.at))
            self.totals[grant.id] = used + timedelta(seconds=event.seconds)

    def teardown(self) -> None:
        assert fold(self.events) == self.meeting  # replay equals live

    @invariant()
    def one_holder_of_the_floor(self) -> None:
        kinds = Counter(grant.kind for grant in self.meeting.floor)
        assert all(times == 1 for times in kinds.values())
        running = [grant for grant in self.meeting.floor if grant.interrupted_at is None]
        assert len(running) <= 1
        assert not self.meeting.floor or self.meeting.called is not None or running

    @invariant()
    def a_request_stands_in_one_place(self) -> None:
        m = self.meeting
        places = Counter(r.id for i in m.agenda for r in m.waiting(i))
        places.update(r.id for r in m.points_of_order())
        places.update(r.id for r in m.requests.values() if r.state is RequestState.WITHDRAWN)
        places.update(m.delivered)
        places.update([m.called.request] if m.called else [])
        places.update(g.request for g in m.floor if g.request is not None)
        accepted = [event.request for event in self.events if isinstance(event, e.SpeakerInscribed)]
        assert places == Counter(accepted)

    @invariant()
    def the_list_is_in_order(self) -> None:
        for item in self.meeting.agenda:
            keys = [(r.tier, r.accepted_at, r.number) for r in self.meeting.waiting(item)]
            assert keys == sorted(keys)

    @invariant()
    def no_time_is_lost_or_won(self) -> None:
        for grant in self.meeting.floor:
            left = grant.left(self.at)
            if left is not None:
                assert grant.spoken(self.at) + left == self.totals[grant.id]


def assert_within(less: Any, more: Any) -> None:
    """All that ``less`` says, ``more`` says too."""
    if isinstance(less, dict):
        assert less.keys() <= more.keys()
        for key, value in less.items():
            assert_within(value, more[key])
    elif isinstance(less, list) and less and isinstance(less[0], dict):
        assert len(less) == len(more)
        for one, other in zip(less, more, strict=True):
            assert_within(one, other)
    else:
        assert less == more


TestAnyMeeting = AnyMeeting.TestCase
TestAnyMeeting.settings = settings(
    max_examples=100, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
