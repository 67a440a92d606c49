"""Documents under consideration: tabled, revised orally, withdrawn, divided, considered again (PROPOSALS)."""

from dataclasses import replace

from hemicycle.rules import conditions, items, plenty, put
from hemicycle.rules.commands import ReviseOrally, Stamped, TableProposal, WithdrawProposal
from hemicycle.rules.events import (
    Event,
    OralAmendmentRead,
    ProposalDivided,
    ProposalReopened,
    ProposalTabled,
    ProposalWithdrawn,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Proposal, ProposalState, Question, QuestionKind
from hemicycle.rules.terms import DelegationId, ProposalId
from hemicycle.rules.voters import rules_of

_LIVE = frozenset({ProposalState.TABLED, ProposalState.ADOPTED, ProposalState.REJECTED})


def table_proposal(meeting: Meeting, stamped: Stamped, command: TableProposal) -> list[Event]:
    """A document comes under consideration on an item that is not closed, before the meeting too.

    Refuses ``no-decisions``, ``unknown-item``, ``item-closed``, ``blank-text``, ``already-tabled``,
    ``unknown-delegation``, ``too-many-documents``.
    """
    _to_work_on(meeting, stamped)
    rules_of(meeting)
    plenty.documents(meeting)
    item = items.not_closed(meeting, command.item)
    symbol, title = text_of(command.symbol), text_of(command.title)
    for other in meeting.proposals.values():
        if other.symbol == symbol and other.item == item and other.state in _LIVE:
            raise Refused("already-tabled", symbol=symbol, proposal=other.id)
    return [
        ProposalTabled(
            proposal=f"p{len(meeting.proposals) + 1}",
            item=item,
            symbol=symbol,
            titles={"en": title},
            substantive=command.substantive,
            at=stamped.at,
            sponsors=sponsors_of(meeting, command.sponsors),
        )
    ]


def withdraw_proposal(meeting: Meeting, stamped: Stamped, command: WithdrawProposal) -> list[Event]:
    """Its sponsors take it back, unless it has been amended or the body has begun to decide on it.

    Refuses ``unknown-proposal``, ``proposal-over``, ``proposal-amended``, ``voting-begun``.
    """
    _to_work_on(meeting, stamped)
    proposal = put.tabled_proposal(meeting, command.proposal)
    if proposal.amended:
        raise Refused("proposal-amended", proposal=proposal.id)
    if proposal.adopted_parts or proposal.rejected_parts:
        raise Refused("voting-begun", proposal=proposal.id)
    return [ProposalWithdrawn(proposal=proposal.id, at=stamped.at)]


def revise_orally(meeting: Meeting, stamped: Stamped, command: ReviseOrally) -> list[Event]:
    """An oral amendment is read out and goes with the document, which is adopted "as orally amended".

    Refuses ``blank-text``, ``unknown-proposal``, ``proposal-over``, ``voting-begun``, ``too-many-documents``.
    """
    _to_work_on(meeting, stamped)
    proposal = put.tabled_proposal(meeting, command.proposal)
    if proposal.adopted_parts or proposal.rejected_parts:
        raise Refused("voting-begun", proposal=proposal.id)
    plenty.documents(meeting)
    return [OralAmendmentRead(proposal=proposal.id, text=text_of(command.text), at=stamped.at)]


def text_of(text: str) -> str:
    """The text without spaces around it; refuses ``blank-text``."""
    if not text.strip():
        raise Refused("blank-text")
    return text.strip()


def sponsors_of(meeting: Meeting, named: tuple[DelegationId, ...]) -> tuple[DelegationId, ...]:
    """The sponsors, each once, in the order named; refuses ``unknown-delegation``."""
    for delegation in named:
        if delegation not in meeting.delegations:
            raise Refused("unknown-delegation", delegation=delegation)
    return tuple(dict.fromkeys(named))


def _to_work_on(meeting: Meeting, stamped: Stamped) -> None:
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    conditions.nothing_put(meeting)


def on_proposal_tabled(meeting: Meeting, event: ProposalTabled) -> Meeting:
    """The document is before the body."""
    proposal = Proposal(
        id=event.proposal,
        item=event.item,
        symbol=event.symbol,
        titles=event.titles,
        sponsors=event.sponsors,
        substantive=event.substantive,
    )
    return replace(meeting, proposals={**meeting.proposals, proposal.id: proposal})


def on_proposal_withdrawn(meeting: Meeting, event: ProposalWithdrawn) -> Meeting:
    """It is no longer before the body, nor are the amendments to it."""
    amendments = {
        key: replace(a, state=ProposalState.NOT_ACTED_ON)
        if a.proposal == event.proposal and a.state is ProposalState.TABLED
        else a
        for key, a in meeting.amendments.items()
    }
    changed = replace(meeting, amendments=amendments)
    return _changed(changed, event.proposal, state=ProposalState.WITHDRAWN)


def on_oral_amendment_read(meeting: Meeting, event: OralAmendmentRead) -> Meeting:
    """The amendment goes with the document."""
    proposal = meeting.proposals.get(event.proposal)
    if proposal is None:
        return meeting
    return _changed(meeting, event.proposal, oral=(*proposal.oral, event.text))


def on_proposal_divided(meeting: Meeting, event: ProposalDivided) -> Meeting:
    """DIVISION: it is voted on in parts."""
    return _changed(meeting, event.proposal, parts=event.parts, adopted_parts=(), rejected_parts=())


def on_proposal_reopened(meeting: Meeting, event: ProposalReopened) -> Meeting:
    """RECONSIDER: before the body again as a whole, as it was decided; consensus comes first again, and votes
    are explained anew.
    """
    question = Question(kind=QuestionKind.PROPOSAL, ref=event.proposal)
    changed = _changed(
        meeting,
        event.proposal,
        state=ProposalState.TABLED,
        parts=(),
        adopted_parts=(),
        rejected_parts=(),
        explained=(),
    )
    return replace(changed, tied=changed.tied - {question})


def _changed(meeting: Meeting, key: ProposalId, **changes: object) -> Meeting:
    proposal = meeting.proposals.get(key)
    if proposal is None:
        return meeting
    changed: Proposal = replace(proposal, **changes)  # type: ignore[arg-type]  # fields of Proposal
    return replace(meeting, proposals={**meeting.proposals, key: changed})
