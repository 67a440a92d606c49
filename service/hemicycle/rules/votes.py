"""Votes opened, and taken back: who is entitled, by what method and majority (VOTES, METHOD, MAJORITY).

How votes are cast stands in ``ballots``, the roll in ``roll_call``, what follows in ``results``.
"""

from dataclasses import replace

from hemicycle.rules import conditions, debates, proposed_limit, put, roll_call, settled, stack
from hemicycle.rules.commands import AskMethod, CancelVote, OpenVote, Stamped
from hemicycle.rules.events import ConsensusAbandoned, Event, MethodAsked, VoteCancelled, VoteOpened
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Question, QuestionKind, Vote, VoteMethod
from hemicycle.rules.terms import ReasonId
from hemicycle.rules.voters import quorum, rules_of, voter, voters

BY_NAME = frozenset({VoteMethod.ROLL_CALL, VoteMethod.RECORDED})
"""The methods by which each delegation's vote goes on record."""


def ask_method(meeting: Meeting, stamped: Stamped, command: AskMethod) -> list[Event]:
    """METHOD: any representative may ask for a roll call or a recorded vote on a question that waits.

    Refuses ``bad-method``, ``method-asked``, ``not-a-voter``, and a question that is not before the body.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    _none_open(meeting, command.kind)
    delegation = conditions.delegation_of(meeting, stamped, command.delegation)
    question = put.open_question(meeting, command.kind, command.ref)
    voter(meeting, delegation.id, put.item_of(meeting, question))
    if command.method not in BY_NAME:
        raise Refused("bad-method")
    if meeting.methods_asked.get(question) is command.method:
        raise Refused("method-asked")
    return [
        MethodAsked(question=question, method=command.method, delegation=delegation.id, at=stamped.at),
    ]


def open_vote(meeting: Meeting, stamped: Stamped, command: OpenVote) -> list[Event]:
    """The chair puts a question to the vote.

    Refuses ``voting`` and ``question-put`` while something else is put, what goes before it (see
    ``put.in_turn``), a floor that is held, ``no-decide-quorum``, ``consensus-first`` for a proposal of
    substance, until ``confirmed`` ``motion-speakers-wait``, ``limit-debated`` without a reason, and
    ``second-vote-late``.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    _none_open(meeting, command.kind)
    question = put.open_question(meeting, command.kind, command.ref)
    abandoned = _objected(meeting, stamped, question)
    if not abandoned and question.kind is not QuestionKind.APPEAL:
        conditions.nothing_put(meeting)
    put.in_turn(meeting, question)
    stack.free_for(meeting, question.kind)
    if not abandoned:
        _consensus_tried(meeting, question)
    settled.second_in_time(meeting, question, stamped.at)
    proposed_limit.debate_cut(meeting, question, command.reason)
    if not command.confirmed:
        _speakers_heard(meeting, question)
    reason = stamped.id if (command.reason or "").strip() else None
    return [*abandoned, *opened(meeting, stamped, question, command.method, reason=reason)]


def opened(
    meeting: Meeting,
    stamped: Stamped,
    question: Question,
    method: VoteMethod | None = None,
    *,
    reason: ReasonId | None = None,
) -> list[Event]:
    """Voting on the question begins, whatever the floor: the vote with its method, majority, quorum and roll.

    ``method`` None: the one asked for, else a show of hands; hands give way to what was asked for. The lot
    falls on one of the States entitled, by ``facts.lot``. Refuses ``no-decisions``, ``no-decide-quorum`` and
    ``otherwise-asked``.
    """
    item = put.item_of(meeting, question)
    present, of = quorum(meeting, item, stamped.facts.present)
    entitled = voters(meeting, item)
    alphabet = roll_call.alphabetical(entitled)
    chosen = _method(meeting, question, method)
    by_roll = chosen is VoteMethod.ROLL_CALL
    drawn = roll_call.drawn(entitled, stamped.facts.lot) if by_roll else None
    return [
        VoteOpened(
            vote=f"v{meeting.votes + 1}",
            question=question,
            method=chosen,
            majority=put.majority_for(meeting, question),
            present=present,
            of=of,
            entitled=alphabet,
            at=stamped.at,
            order=roll_call.from_drawn(alphabet, drawn) if by_roll else (),
            drawn=drawn,
            reason=reason,
        )
    ]


def cancel_vote(meeting: Meeting, stamped: Stamped, command: CancelVote) -> list[Event]:
    """The vote has no result and may be opened again; refuses ``no-vote`` and ``cancel-needs-reason``."""
    conditions.presiding(meeting, stamped.actor)
    vote = running(meeting)
    if not command.reason.strip():
        raise Refused("cancel-needs-reason")
    return [VoteCancelled(vote=vote.id, at=stamped.at, reason=stamped.id)]


def running(meeting: Meeting) -> Vote:
    """The vote that is open; refuses ``no-vote``."""
    if meeting.vote is None:
        raise Refused("no-vote")
    return meeting.vote


def _none_open(meeting: Meeting, kind: QuestionKind) -> None:
    """Refuse ``voting``; an appeal may be put while the vote that it interrupted waits."""
    if kind is not QuestionKind.APPEAL:
        conditions.no_vote(meeting)
    elif meeting.vote is not None:
        raise Refused("voting")


def _method(meeting: Meeting, question: Question, method: VoteMethod | None) -> VoteMethod:
    """METHOD: hands give way to what was asked for; a secret ballot goes before it where the body says so."""
    asked = meeting.methods_asked.get(question)
    if asked is None:
        return method or VoteMethod.SHOW_OF_HANDS
    if method is None or method is VoteMethod.SHOW_OF_HANDS:
        return asked
    if method is VoteMethod.SECRET_BALLOT and not rules_of(meeting).secret_prevails:
        raise Refused("otherwise-asked")
    return method


def _objected(meeting: Meeting, stamped: Stamped, question: Question) -> list[Event]:
    """A question to which somebody objects goes to the vote without another step."""
    consensus = meeting.consensus
    if consensus is None or consensus.question != question or not consensus.objections:
        return []
    return [ConsensusAbandoned(question=question, at=stamped.at)]


def _consensus_tried(meeting: Meeting, question: Question) -> None:
    """CONSENSUS_FIRST: a proposal of substance is voted on only when consensus was asked for in vain."""
    if question.kind is not QuestionKind.PROPOSAL or question in meeting.tried:
        return
    if meeting.proposals[question.ref].substantive:
        raise Refused("consensus-first")


def _speakers_heard(meeting: Meeting, question: Question) -> None:
    """MOTION_ORDER: the mover, then those for and against it, then the vote."""
    motion = meeting.motions.get(question.ref) if question.kind is QuestionKind.MOTION else None
    if motion is None or motion.delegation is None:
        return
    waiting = debates.unheard(meeting, motion)
    if waiting:
        rule = conditions.procedure_of(meeting).motion_rule(motion.kind)
        named = None if rule is None else rule.rule
        raise Refused("motion-speakers-wait", rule=named, motion=motion.id, speakers=len(waiting))


def on_method_asked(meeting: Meeting, event: MethodAsked) -> Meeting:
    """The question will be voted on so."""
    return replace(meeting, methods_asked={**meeting.methods_asked, event.question: event.method})


def on_vote_opened(meeting: Meeting, event: VoteOpened) -> Meeting:
    """Voting is going on; an appeal halts the vote during which the ruling was made.

    A ruling of before can no longer be appealed against.
    """
    vote = Vote(
        id=event.vote,
        question=event.question,
        method=event.method,
        majority=event.majority,
        opened_at=event.at,
        present=event.present,
        of=event.of,
        entitled=event.entitled,
        order=event.order,
    )
    appeal = event.question.kind is QuestionKind.APPEAL
    return replace(
        meeting,
        vote=vote,
        votes=meeting.votes + 1,
        halted=meeting.vote or meeting.halted,
        ruling=meeting.ruling if appeal else None,
    )


def on_vote_cancelled(meeting: Meeting, event: VoteCancelled) -> Meeting:
    """As before the vote."""
    if meeting.vote is None or meeting.vote.id != event.vote:
        return meeting
    return replace(meeting, vote=None)
