"""What can be put to the body, and in what order: amendments, parts, the proposal (AMENDMENTS, DIVISION)."""

from hemicycle.rules import items, motions
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import (
    Amendment,
    Majority,
    Proposal,
    ProposalState,
    Question,
    QuestionKind,
)
from hemicycle.rules.state.motions import MotionState
from hemicycle.rules.terms import AmendmentId, ItemId, ItemState, ProposalId
from hemicycle.rules.voters import rules_of


def open_question(meeting: Meeting, kind: QuestionKind, ref: str) -> Question:
    """The question, as one that waits for a decision.

    Takes its kind and what it is about, see ``Question``. Refuses what is not known (``unknown-proposal``,
    ``unknown-part``, ``unknown-amendment``, ``unknown-motion``) and what is not before the body
    (``proposal-over``, ``part-decided``, ``amendment-over``, ``motion-waits``, ``no-ruling``,
    ``agenda-stands``).
    """
    match kind:
        case QuestionKind.PROPOSAL:
            tabled_proposal(meeting, ref)
        case QuestionKind.PART:
            return _part(meeting, ref)
        case QuestionKind.AMENDMENT:
            tabled_amendment(meeting, ref)
        case QuestionKind.MOTION:
            _motion(meeting, ref)
        case QuestionKind.APPEAL:
            ruling = meeting.ruling
            if ruling is None or ruling.appealed_by is None or ruling.request != ref:
                raise Refused("no-ruling")
        case QuestionKind.AGENDA:
            if meeting.agenda_adopted:
                raise Refused("agenda-stands")
            return Question(kind=kind)
    return Question(kind=kind, ref=ref)


def in_turn(meeting: Meeting, question: Question) -> None:
    """Refuse what other questions go before.

    ``motions-first``: the motions that go before all proposals; ``amendments-first`` and ``amendment-order``:
    amendments in the order of the chair, then the proposal; ``parts-first``: the parts, then the whole; and
    ``item-closed`` and ``debate-adjourned`` where the item is not before the body.
    """
    if question.kind in {QuestionKind.MOTION, QuestionKind.APPEAL}:
        return
    motions.first(meeting)
    item = item_of(meeting, question)
    if item is not None:
        items.not_closed(meeting, item)
        if meeting.items[item] is ItemState.DEBATE_ADJOURNED:
            raise Refused("debate-adjourned", item=item)
    match question.kind:
        case QuestionKind.AMENDMENT:
            first = waiting(meeting, meeting.amendments[question.ref].proposal)[0]
            if first.id != question.ref:
                raise Refused("amendment-order", amendment=first.id)
        case QuestionKind.PROPOSAL | QuestionKind.PART:
            proposal = meeting.proposals[proposal_of(question)]
            for amendment in waiting(meeting, proposal.id):
                raise Refused("amendments-first", amendment=amendment.id)
            left = undecided_parts(proposal)
            if question.kind is QuestionKind.PROPOSAL and left:
                raise Refused("parts-first", part=f"{proposal.id}/{left[0]}")
        case _:
            pass


def waiting(meeting: Meeting, proposal: ProposalId) -> list[Amendment]:
    """The amendments to a proposal that are not yet decided, in the order in which they are put."""
    found = (
        a for a in meeting.amendments.values() if a.proposal == proposal and a.state is ProposalState.TABLED
    )
    return sorted(found, key=lambda a: a.place)


def undecided_parts(proposal: Proposal) -> list[int]:
    """The numbers of the parts, from 1, on which the body has not yet decided."""
    decided = {*proposal.adopted_parts, *proposal.rejected_parts}
    return [n for n in range(1, len(proposal.parts) + 1) if n not in decided]


def proposal_of(question: Question) -> ProposalId:
    """The proposal of which a question puts the whole or a part."""
    return question.ref.partition("/")[0]


def part_of(question: Question) -> int:
    """The number of the part, from 1; 0 where the reference names none."""
    number = question.ref.partition("/")[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def item_of(meeting: Meeting, question: Question) -> ItemId | None:
    """The agenda item to which the question belongs; None where it concerns the meeting."""
    if question.kind is QuestionKind.APPEAL:
        return meeting.item
    motion = meeting.motions.get(question.ref) if question.kind is QuestionKind.MOTION else None
    if motion is not None and motion.proposal is None:
        return motion.item
    about = proposal_of(question) if motion is None else motion.proposal
    if question.kind is QuestionKind.AMENDMENT and question.ref in meeting.amendments:
        about = meeting.amendments[question.ref].proposal
    proposal = meeting.proposals.get(about or "")
    return None if proposal is None else proposal.item


def majority_for(meeting: Meeting, question: Question) -> Majority:
    """MAJORITY: a motion's by its own rule, a proposal's by whether it is of substance, else of procedure."""
    rules = rules_of(meeting)
    match question.kind:
        case QuestionKind.MOTION:
            rule = None
            if meeting.procedure is not None:
                rule = meeting.procedure.motion_rule(meeting.motions[question.ref].kind)
            return rules.procedure if rule is None else rule.majority
        case QuestionKind.PROPOSAL | QuestionKind.PART | QuestionKind.AMENDMENT:
            key = proposal_of(question)
            if question.kind is QuestionKind.AMENDMENT:
                key = meeting.amendments[question.ref].proposal
            return rules.substance if meeting.proposals[key].substantive else rules.procedure
        case QuestionKind.APPEAL | QuestionKind.AGENDA:
            return Majority.SIMPLE if question.kind is QuestionKind.APPEAL else rules.procedure


def tabled_proposal(meeting: Meeting, ref: ProposalId) -> Proposal:
    """The proposal, before the body; refuses ``unknown-proposal`` and ``proposal-over``."""
    found = meeting.proposals.get(ref)
    if found is None:
        raise Refused("unknown-proposal", proposal=ref)
    if found.state is not ProposalState.TABLED:
        raise Refused("proposal-over", proposal=ref, state=found.state)
    return found


def tabled_amendment(meeting: Meeting, ref: AmendmentId) -> Amendment:
    """The amendment, before the body; refuses ``unknown-amendment`` and ``amendment-over``."""
    found = meeting.amendments.get(ref)
    if found is None:
        raise Refused("unknown-amendment", amendment=ref)
    if found.state is not ProposalState.TABLED:
        raise Refused("amendment-over", amendment=ref, state=found.state)
    return found


def _part(meeting: Meeting, ref: str) -> Question:
    question = Question(kind=QuestionKind.PART, ref=ref)
    proposal, number = tabled_proposal(meeting, proposal_of(question)), part_of(question)
    if not 1 <= number <= len(proposal.parts):
        raise Refused("unknown-part", part=ref)
    named = f"{proposal.id}/{number}"
    if number not in undecided_parts(proposal):
        raise Refused("part-decided", part=named)
    return Question(kind=QuestionKind.PART, ref=named)


def _motion(meeting: Meeting, ref: str) -> None:
    motion = meeting.motions.get(ref)
    if motion is None:
        raise Refused("unknown-motion", motion=ref)
    if motion.state is not MotionState.TAKEN_UP:
        raise Refused("motion-waits", motion=ref, state=motion.state)
