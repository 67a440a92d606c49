"""Whatever is proposed, put, objected to and voted on, by whom and when: what holds of every decision."""

import json
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.rules.any_asked import (
    ACTORS,
    CHOICES,
    DELEGATES,
    DOCUMENTS,
    EVERYBODY,
    NUMBERS,
    OF_THE_FLOOR,
    QUESTIONS,
    WHO,
)
from tests.rules.any_decision import likely
from tests.rules.stage import CHAIR, DESK, at, source_of
from tests.rules.voting_stage import body

from hemicycle.contract.views import view_of
from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules import roll_call
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.procedure import Tie
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Choice, ProposalState, QuestionKind, VoteMethod
from hemicycle.rules.terms import Phase, RequestKind
from hemicycle.views.audiences import Audience

MEMBERS = {"ita", "fra"}
OPEN_OR_GONE = {ProposalState.TABLED, ProposalState.WITHDRAWN}
DURING_A_VOTE = (
    e.VoteCast,
    e.VotePassed,
    e.CountEntered,
    e.VoteCancelled,
    e.DecisionTaken,
    e.SpeakerInscribed,
    e.SpeakerCalled,
    e.SpeakerPassedOver,
    e.CallTakenBack,
    e.FloorInterrupted,
    e.FloorReturned,
    e.FloorGiven,
    e.RulingMade,
    e.RequestWithdrawn,
    e.RulingAppealed,
    e.VoteOpened,
    e.DecisionCorrected,
)
"""What may be recorded while a vote is open; the floor's events only for points of order."""


class AnyDecision(RuleBasedStateMachine):
    """One meeting of a body that decides; ``events``: all that happened."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[e.Event] = []
        self.meeting: Meeting = EMPTY
        self.number = 0

    @initialize(tie=st.sampled_from(Tie))
    def begin(self, tie: Tie) -> None:
        self.take_in([body(tie=tie)])
        for command in (c.CallToOrder(), c.TakeUpItem(item="3"), c.OpenList(item="3")):
            self.ask(command, CHAIR)
        self.ask(c.TableProposal(item="3", symbol="L.1", title="Draft", sponsors=("pan",)), DESK)

    @rule(command=DOCUMENTS)
    def the_desk_works_on_documents(self, command: c.Command) -> None:
        self.ask(command, DESK)

    @rule(command=OF_THE_FLOOR)
    def the_chair_conducts(self, command: c.Command) -> None:
        self.ask(command, CHAIR)

    @rule(command=DELEGATES, actor=ACTORS)
    def a_delegate_asks(self, command: c.Command, actor: c.Actor) -> None:
        self.ask(command, actor)

    @rule(question=QUESTIONS, decide_at_once=st.booleans(), noted=st.booleans())
    def the_chair_asks_for_consensus(
        self,
        question: tuple[QuestionKind, str],
        decide_at_once: bool,  # noqa: FBT001 - drawn by name
        noted: bool,  # noqa: FBT001 - drawn by name
    ) -> None:
        self.ask(c.AskConsensus(kind=question[0], ref=question[1]), CHAIR)
        if decide_at_once:
            self.ask(c.DeclareDecided(noted=noted), CHAIR)

    @rule()
    def there_is_no_consensus(self) -> None:
        self.ask(c.AbandonConsensus(), CHAIR)

    @rule(question=QUESTIONS, method=st.one_of(st.none(), st.sampled_from(VoteMethod)), lot=st.integers(0, 9))
    def a_vote_is_opened(
        self, question: tuple[QuestionKind, str], method: VoteMethod | None, lot: int
    ) -> None:
        self.ask(c.OpenVote(kind=question[0], ref=question[1], method=method), CHAIR, lot=lot)

    @rule(question=QUESTIONS, method=st.sampled_from(VoteMethod), actor=ACTORS)
    def a_method_is_asked_for(
        self, question: tuple[QuestionKind, str], method: VoteMethod, actor: c.Actor
    ) -> None:
        self.ask(c.AskMethod(method=method, kind=question[0], ref=question[1]), actor)

    @rule(choices=st.lists(st.one_of(st.none(), CHOICES), min_size=1, max_size=10))
    def the_roll_is_called(self, choices: list[Choice | None]) -> None:
        for choice in choices:
            who = roll_call.called(self.meeting)
            if who is not None:
                self.ask(c.RecordVote(delegation=who, choice=choice), DESK)

    @rule(delegation=WHO, choice=st.one_of(st.none(), CHOICES))
    def the_podium_records_a_vote(self, delegation: str, choice: Choice | None) -> None:
        self.ask(c.RecordVote(delegation=delegation, choice=choice), DESK)

    @rule(decision=st.integers(1, 4), delegation=WHO, choice=st.one_of(st.none(), CHOICES))
    def a_vote_is_corrected(self, decision: int, delegation: str, choice: Choice | None) -> None:
        self.ask(
            c.CorrectVote(decision=decision, delegation=delegation, choice=choice, reason="misheard"), DESK
        )

    @rule(decision=st.integers(1, 4), yes=NUMBERS, no=NUMBERS)
    def a_count_is_corrected(self, decision: int, yes: int, no: int) -> None:
        for carried in (True, False):
            correction = c.CorrectDecision(
                decision=decision, carried=carried, yes=yes, no=no, reason="misread"
            )
            self.ask(correction, DESK)

    @rule(yes=NUMBERS, no=NUMBERS, abstentions=NUMBERS)
    def hands_are_counted(self, yes: int, no: int, abstentions: int) -> None:
        self.ask(c.EnterCount(yes=yes, no=no, abstentions=abstentions), DESK)

    @rule(picks=st.lists(st.integers(0, 10_000), min_size=5, max_size=25))
    def the_body_goes_on(self, picks: list[int]) -> None:
        """What may well come next: without it chance would seldom reach the end of a vote."""
        for pick in picks:
            choices = likely(self.meeting, pick)
            command, actor = choices[pick % len(choices)]
            self.ask(command, actor, lot=pick)

    @rule(cancelled=st.sampled_from([False, False, False, False, True]))
    def the_vote_ends(self, cancelled: bool) -> None:  # noqa: FBT001 - drawn by name
        self.ask(c.CancelVote(reason="The system failed.") if cancelled else c.CloseVote(), CHAIR)

    def ask(self, command: c.AnyCommand, actor: c.Actor, *, lot: int = 0) -> None:
        self.number += 1
        stamped = c.Stamped(
            command=command,
            id=f"c{self.number}",
            at=at("10:00:00") + timedelta(seconds=self.number),
            actor=actor,
            facts=c.Facts(present=EVERYBODY, source=source_of(actor), lot=lot),
        )
        try:
            self.take_in(decide(self.meeting, stamped))
        except Refused:
            return

    def take_in(self, events: list[e.Event]) -> None:
        for event in events:
            if self.meeting.vote is not None:
                self.locked(event)
            self.meeting = evolve(self.meeting, event)
        self.events += events

    def locked(self, event: e.Event) -> None:
        """VOTE_LOCK: nothing but votes, points of order, and what follows from an appeal."""
        assert isinstance(event, DURING_A_VOTE), event
        if isinstance(event, e.SpeakerInscribed):
            assert event.kind is RequestKind.POINT_OF_ORDER
        if isinstance(event, e.VoteOpened):
            assert event.question.kind is QuestionKind.APPEAL
        if isinstance(event, e.DecisionTaken):
            assert self.meeting.called is None
            points = [g for g in self.meeting.floor if g.kind is RequestKind.POINT_OF_ORDER]
            assert not points
        if isinstance(event, e.SpeakerCalled | e.RequestWithdrawn):
            assert self.meeting.requests[event.request].kind is RequestKind.POINT_OF_ORDER

    @invariant()
    def an_organization_never_votes_beside_its_members(self) -> None:
        for ballots in (self.vote_cast(), *(d.ballots for d in self.meeting.decisions)):
            assert not ("eu" in ballots and MEMBERS & set(ballots))
            assert set(ballots) <= EVERYBODY - {"jpn"}

    def vote_cast(self) -> dict[str, Choice]:
        vote = self.meeting.vote
        return {} if vote is None else {d: ballot.choice for d, ballot in vote.ballots.items()}

    @invariant()
    def one_thing_is_put_at_a_time(self) -> None:
        vote, asked = self.meeting.vote, self.meeting.consensus
        if vote is not None and asked is not None:
            assert vote.question.kind is QuestionKind.APPEAL

    @invariant()
    def a_meeting_that_does_not_sit_decides_nothing_and_hears_nobody(self) -> None:
        m = self.meeting
        if m.phase in {Phase.SUSPENDED, Phase.ADJOURNED}:
            assert (m.called, m.floor, m.vote, m.halted) == (None, (), None, None)
        assert m.halted is None or (m.speaking is not None and m.speaking.kind is RequestKind.APPEAL)

    @invariant()
    def a_question_that_waits_for_a_second_vote_is_open(self) -> None:
        """TIE: it waits for its sponsors, or the body."""
        for question in self.meeting.tied:
            if question.kind is QuestionKind.PROPOSAL:
                assert self.meeting.proposals[question.ref].state in OPEN_OR_GONE

    @invariant()
    def decisions_are_numbered_and_carry_what_they_decided(self) -> None:
        decisions = self.meeting.decisions
        assert [d.number for d in decisions] == list(range(1, len(decisions) + 1))
        for decision in decisions:
            if decision.tally is not None:
                assert decision.carried <= (decision.tally.yes > decision.tally.no)

    @invariant()
    def a_proposal_is_decided_after_its_amendments_and_parts(self) -> None:
        for proposal in self.meeting.proposals.values():
            amendments = [a for a in self.meeting.amendments.values() if a.proposal == proposal.id]
            assert len({a.place for a in amendments}) == len(amendments)
            assert proposal.amended is any(a.state is ProposalState.ADOPTED for a in amendments)
            assert not set(proposal.adopted_parts) & set(proposal.rejected_parts)
            if proposal.state is not ProposalState.TABLED:
                assert not [a for a in amendments if a.state is ProposalState.TABLED]
            if proposal.state is ProposalState.ADOPTED and proposal.parts:
                assert len(proposal.adopted_parts) + len(proposal.rejected_parts) == len(proposal.parts)

    @invariant()
    def the_hall_does_not_see_what_is_voted_before_the_close(self) -> None:
        vote = self.meeting.vote
        if vote is None or vote.method is VoteMethod.ROLL_CALL:
            return
        hall = view_of(self.meeting, Audience.HALL)
        assert not set(Choice) & set(_texts(hall["vote"]))
        assert len(hall["vote"]["voted"]) == len(vote.ballots)

    def teardown(self) -> None:
        assert fold(self.events) == self.meeting  # replay equals live
        for audience in Audience:
            json.dumps(view_of(self.meeting, audience))


def _texts(value: object) -> list[str]:
    """All texts in a value of JSON, keys apart."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


TestAnyDecision = AnyDecision.TestCase
TestAnyDecision.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
