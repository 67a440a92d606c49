"""Decisions by consensus: no objection is heard (CONSENSUS_FIRST)."""

from dataclasses import replace

from hemicycle.rules import conditions, proposed_limit, put, results, stack
from hemicycle.rules.commands import (
    AskConsensus,
    DeclareDecided,
    LiftObjection,
    Object,
    Stamped,
)
from hemicycle.rules.events import (
    ConsensusAbandoned,
    ConsensusAsked,
    Event,
    ObjectionLifted,
    ObjectionMade,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Consensus, DecidedBy, QuestionKind
from hemicycle.rules.terms import DelegationId
from hemicycle.rules.voters import quorum, voter


def ask_consensus(meeting: Meeting, stamped: Stamped, command: AskConsensus) -> list[Event]:
    """The chair asks whether there is an objection.

    Refuses ``voting`` and ``question-put`` while something else is put, ``appeal-is-voted``, a question that
    is not before the body or not in its turn (see ``put``), a floor that is held, and ``no-decide-quorum``.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    question = put.open_question(meeting, command.kind, command.ref)
    if question.kind is QuestionKind.APPEAL:
        raise Refused("appeal-is-voted")
    put.in_turn(meeting, question)
    stack.free_for(meeting, question.kind)
    quorum(meeting, put.item_of(meeting, question), stamped.facts.present)
    return [ConsensusAsked(question=question, at=stamped.at)]


def object_to(meeting: Meeting, stamped: Stamped, command: Object) -> list[Event]:
    """A delegation objects; refuses ``nothing-asked``, ``not-a-voter`` and ``objects-already``."""
    conditions.presiding(meeting, stamped.actor)
    asked, delegation = _asked(meeting), _objector(meeting, stamped, command.delegation)
    voter(meeting, delegation, put.item_of(meeting, asked.question))
    if delegation in asked.objections:
        raise Refused("objects-already", delegation=delegation)
    return [ObjectionMade(delegation=delegation, at=stamped.at)]


def lift_objection(meeting: Meeting, stamped: Stamped, command: LiftObjection) -> list[Event]:
    """The delegation no longer objects; refuses ``nothing-asked`` and ``no-objection``."""
    conditions.presiding(meeting, stamped.actor)
    asked, delegation = _asked(meeting), _objector(meeting, stamped, command.delegation)
    if delegation not in asked.objections:
        raise Refused("no-objection", delegation=delegation)
    return [ObjectionLifted(delegation=delegation, at=stamped.at)]


def declare_decided(meeting: Meeting, stamped: Stamped, command: DeclareDecided) -> list[Event]:
    """No objection is heard, or those heard are noted and do not hinder: it is so decided.

    Refuses ``objection`` while one stands that is not ``noted``, ``limit-debated`` while one stands to the
    chair's own limit, a floor that is held, ``no-decide-quorum``.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.no_vote(meeting)
    asked = _asked(meeting)
    if asked.objections:
        proposed_limit.not_noted(meeting, asked.question)
        if not command.noted:
            raise Refused("objection", delegation=asked.objections[0])
    stack.free_for(meeting, asked.question.kind)
    quorum(meeting, put.item_of(meeting, asked.question), stamped.facts.present)
    outcome = results.Outcome(
        question=asked.question, carried=True, by=DecidedBy.CONSENSUS, objections=asked.objections
    )
    return results.following(meeting, outcome, stamped.at)


def abandon_consensus(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """There is none: the question is open again, and may be put to the vote. Refuses ``nothing-asked``."""
    conditions.presiding(meeting, stamped.actor)
    conditions.no_vote(meeting)
    return [ConsensusAbandoned(question=_asked(meeting).question, at=stamped.at)]


def _asked(meeting: Meeting) -> Consensus:
    if meeting.consensus is None:
        raise Refused("nothing-asked")
    return meeting.consensus


def _objector(meeting: Meeting, stamped: Stamped, named: DelegationId | None) -> DelegationId:
    conditions.not_adjourned(meeting)
    return conditions.delegation_of(meeting, stamped, named).id


def on_consensus_asked(meeting: Meeting, event: ConsensusAsked) -> Meeting:
    """The question is before the body; a ruling of before can no longer be appealed against."""
    return replace(meeting, consensus=Consensus(question=event.question, asked_at=event.at), ruling=None)


def on_objection_made(meeting: Meeting, event: ObjectionMade) -> Meeting:
    """Who objects, in the order of objecting."""
    return _with_objections(meeting, event.delegation, objects=True)


def on_objection_lifted(meeting: Meeting, event: ObjectionLifted) -> Meeting:
    """It objects no longer."""
    return _with_objections(meeting, event.delegation, objects=False)


def _with_objections(meeting: Meeting, delegation: DelegationId, *, objects: bool) -> Meeting:
    asked = meeting.consensus
    if asked is None:
        return meeting
    others = tuple(d for d in asked.objections if d != delegation)
    return replace(meeting, consensus=replace(asked, objections=(*others, delegation) if objects else others))


def on_consensus_abandoned(meeting: Meeting, event: ConsensusAbandoned) -> Meeting:
    """Consensus was tried in vain; who objected goes on record with what is decided in the end."""
    asked = meeting.consensus
    same = asked is not None and asked.question == event.question
    objections = asked.objections if asked is not None and same else ()
    return replace(
        meeting,
        consensus=None if same else asked,
        tried={**meeting.tried, event.question: objections},
    )
