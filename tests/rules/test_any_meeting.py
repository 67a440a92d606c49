"""Whatever is asked, by whom and when: what holds in every meeting (a state machine of hypothesis)."""

import json
from collections import Counter, defaultdict
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
    source_of,
)
from tests.rules.any_next import plausible
from tests.rules.any_record import INHERIT
from tests.rules.stage import CLOCK, STATES, at

from hemicycle.contract.merge import difference, merged
from hemicycle.contract.views import Encoder, view_of
from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.next_up import next_up
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, RANKS, Level
from hemicycle.rules.state.motions import MotionState
from hemicycle.rules.terms import Agent, Phase, RequestKind, RequestState
from hemicycle.views.audiences import Audience

_DOOR = {
    c.NotePresence: Agent.PRESENCE,
    c.NoteConnection: Agent.PRESENCE,
    c.NoteReady: Agent.PRESENCE,
    c.ChangeRoster: Agent.REGISTRY,
    c.ElapseSpeakingTime: Agent.CLOCK,
    c.CloseListOnTime: Agent.CLOCK,
    c.AttachText: Agent.REGISTRY,
    c.WithdrawText: Agent.REGISTRY,
    c.InheritStanding: Agent.REGISTRY,
    c.HandOnStanding: Agent.REGISTRY,
}
NOT_FOR_BOOTHS = (REASON, '"source"', '"desk"', '"room"')
DROPPED = frozenset({RequestState.WITHDRAWN, RequestState.DECLINED})
UNHEARD = DROPPED | {RequestState.CARRIED_OVER}
HEARD = frozenset({RequestState.DELIVERED, RequestState.TAKEN_AS_READ})
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
        self.spoken: dict[int, timedelta] = defaultdict(timedelta)
        self.counted_to = self.at
        self.views: dict[Audience, Any] = {audience: {} for audience in Audience}
        self.encoders = {audience: Encoder(audience) for audience in Audience}

    @initialize(opened=st.sampled_from([True, True, True, False]), continues=st.booleans())
    def begin(self, *, opened: bool, continues: bool) -> None:
        self.take_in([SET_UP])
        if continues:
            self.ask(INHERIT, CHAIR)
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
        self.let_time_pass()
        door = _DOOR.get(type(command))
        sender = actor if door is None else c.Actor(agent=door)
        facts = c.Facts(present=STATES, source=source_of(sender))
        stamped = c.Stamped(
            command=command, id=f"{REASON}{self.number}", at=self.at, actor=sender, facts=facts
        )
        try:
            events = decide(self.meeting, stamped)
        except Refused:
            return  # values only: what is refused has nothing to change, and the replay below would show it
        if isinstance(command, c.CallNext):
            self.called_is_next(events)
        self.take_in(events)

    def called_is_next(self, events: list[e.Event]) -> None:
        """Whom CallNext calls is who stood first among those whom the interpreters were shown as next."""
        called = [event.request for event in events if isinstance(event, e.SpeakerCalled)]
        assert called == [request.id for request in next_up(self.meeting)][: len(called)]

    def let_time_pass(self) -> None:
        """Whoever speaks, and nobody else, has spoken since the last command."""
        grant = self.meeting.speaking
        if grant is not None and grant.stopped_at is None:
            self.spoken[grant.id] += self.at - self.counted_to
        self.counted_to = self.at

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
        for_all, for_booths = json.dumps(hall), json.dumps(booths["entries"])  # a booth has a source too
        assert not [m for m in (PERSON, LANGUAGE, *NOT_FOR_BOOTHS) if m in for_all]
        assert not [m for m in NOT_FOR_BOOTHS if m in for_booths]
        assert REASON not in json.dumps(booths)

    def count_time(self, event: e.Event) -> None:
        """What a speaker may use in all: the limit and what the chair added."""
        if isinstance(event, e.FloorGiven) and event.ends_at is not None:
            self.totals[event.grant] = event.ends_at - event.at
        if isinstance(event, e.FloorPaused):
            grant = next(g for g in self.meeting.floor if g.id == event.grant)
            if grant.interrupted_at is None:  # it had been thought to run since the line was lost
                self.spoken[grant.id] -= self.at - event.at
        if isinstance(event, e.TimeExtended):
            grant = next(g for g in self.meeting.floor if g.id == event.grant)
            used = max(self.totals[grant.id], grant.spoken(event.at))
            self.totals[grant.id] = used + timedelta(seconds=event.seconds)

    def teardown(self) -> None:
        assert fold(self.events) == self.meeting  # replay equals live

    @invariant()
    def the_floor_is_a_stack(self) -> None:
        levels = [grant.level for grant in self.meeting.floor]
        assert levels == sorted(set(levels))
        running = [grant for grant in self.meeting.floor if grant.interrupted_at is None]
        assert running in ([], list(self.meeting.floor[-1:]))
        waits_for = self.meeting.called or self.meeting.motion
        assert not self.meeting.floor or waits_for or running

    @invariant()
    def a_request_stands_in_one_place(self) -> None:
        m = self.meeting
        places = Counter(r.id for i in (*m.agenda, None) for kind in RequestKind for r in m.waiting(i, kind))
        places.update(r.id for r in m.requests.values() if r.state in UNHEARD)
        places.update(m.delivered)
        places.update([m.called.request] if m.called else [])
        places.update(g.request for g in m.floor if g.request is not None)
        accepted = [event.request for event in self.events if isinstance(event, e.SpeakerInscribed)]
        for event in self.events:
            if isinstance(event, e.StandingInherited):
                accepted += [request.id for request in event.standing.requests]
        assert places == Counter(accepted)

    @invariant()
    def nobody_has_the_floor_of_a_meeting_that_does_not_sit(self) -> None:
        m = self.meeting
        if m.phase in {Phase.SUSPENDED, Phase.ADJOURNED}:
            assert (m.called, m.floor, m.vote, m.halted) == (None, (), None, None)
        if m.phase is Phase.ADJOURNED:
            assert (m.motion, m.consensus) == (None, None)

    @invariant()
    def a_vote_waits_for_an_appeal_alone(self) -> None:
        m = self.meeting
        if m.halted is not None:
            assert m.speaking is not None
            assert m.speaking.level is Level.APPEAL

    @invariant()
    def one_motion_of_a_kind_is_open(self) -> None:
        motions = self.meeting.motions.values()
        waits = Counter(m.kind for m in motions if m.state in {MotionState.PENDING, MotionState.TAKEN_UP})
        assert all(times == 1 for times in waits.values())
        assert sum(m.state is MotionState.TAKEN_UP for m in motions) <= 1
        for motion in motions:
            sides = Counter(
                r.kind for r in self.meeting.requests.values() if r.motion == motion.id and r.state in PENDING
            )
            assert sides[RequestKind.FOR_MOTION] + motion.heard_for <= 2
            assert sides[RequestKind.AGAINST_MOTION] + motion.heard_against <= 2

    @invariant()
    def no_delegation_has_more_replies_than_its_count(self) -> None:
        if any(turn.corrected for turn in self.meeting.spoken.values()):
            return  # whose they were is then what the record says
        replies = Counter(
            (r.item, r.delegation)
            for r in self.meeting.requests.values()
            if r.kind is RequestKind.REPLY and r.state not in DROPPED
        )
        assert all(times <= 2 for times in replies.values())

    @invariant()
    def every_turn_is_on_record_once_with_its_time(self) -> None:
        for grant in self.meeting.floor:
            if grant.level is not Level.APPEAL:
                assert grant.spoken(self.at) == self.spoken[grant.id]
        for turn in self.meeting.spoken.values():
            assert turn.corrected or turn.spoken == self.spoken[turn.grant]

    @invariant()
    def what_was_heard_is_what_is_on_record(self) -> None:
        m = self.meeting
        if any(turn.corrected for turn in m.spoken.values()):
            return
        heard: Counter[tuple[str, str, RequestKind]] = Counter()
        for r in m.requests.values():
            counts = r.kind is RequestKind.REPLY or (
                r.kind is RequestKind.STATEMENT and r.on_behalf_of is None
            )
            if counts and r.item is not None and r.state in HEARD:
                heard[r.item, r.delegation, r.kind] += 1
        assert heard == Counter(
            {
                (h.item, h.delegation, kind): times
                for h in m.heard.values()
                for kind, times in ((RequestKind.STATEMENT, h.statements), (RequestKind.REPLY, h.replies))
                if times
            }
        )

    @invariant()
    def the_list_is_in_order(self) -> None:
        steered = self.meeting.frozen.keys() | self.meeting.fixed.keys()  # see test_any_order
        for item in self.meeting.agenda.keys() - steered:
            keys = [
                (r.segment, r.tier, RANKS.index(r.rank), r.accepted_at, r.number)
                for r in self.meeting.waiting(item)
            ]
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
