"""The record of turns: what was said by whom for how long, and how often each was heard on an item."""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Grant, Request, Spoken
from hemicycle.rules.state.people import Holder
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import DelegationId, GroupId, HolderKind, ItemId, RequestKind


def ended(
    meeting: Meeting, grant: Grant, *, at: datetime, spoken: timedelta, partial: bool = False
) -> Meeting:
    """The turn is on record, and counted unless it was broken off (``partial``) and will go on."""
    turn = Spoken(
        grant=grant.id,
        kind=grant.kind,
        holder=grant.holder,
        item=grant.item,
        started_at=grant.started_at,
        ended_at=at,
        spoken=spoken,
        request=grant.request,
        on_behalf_of=grant.on_behalf_of,
        partial=partial,
    )
    changed = with_turn(meeting, turn)
    return changed if partial else counted(changed, turn, grant.holder, by=1)


def read(meeting: Meeting, request: Request) -> Meeting:
    """A text that stands as delivered counts as a statement; there is no turn on record."""
    holder = Holder(kind=HolderKind.DELEGATION, ref=request.delegation)
    speakers = _speakers(holder, request)
    meeting = _explained(meeting, request, speakers)
    return _counted(meeting, request.kind, request.item, request.on_behalf_of, speakers)


def with_turn(meeting: Meeting, turn: Spoken) -> Meeting:
    """The meeting with this turn on record."""
    return replace(meeting, spoken={**meeting.spoken, turn.grant: turn})


def counted(meeting: Meeting, turn: Spoken, holder: Holder, *, by: int) -> Meeting:
    """The counts of those who shared the turn, ``holder`` first, raised (or lowered) ``by`` so many."""
    request = meeting.requests.get(turn.request) if turn.request is not None else None
    speakers = _speakers(holder, request)
    meeting = _explained(meeting, request, speakers, taken_back=by < 0)
    return _counted(meeting, turn.kind, turn.item, turn.on_behalf_of, speakers, by=by)


def _explained(
    meeting: Meeting,
    request: Request | None,
    delegations: tuple[DelegationId, ...],
    *,
    taken_back: bool = False,
) -> Meeting:
    """EXPLANATION: who has explained its vote on a proposal does not do so again."""
    proposal = meeting.proposals.get(request.proposal or "") if request is not None else None
    if request is None or proposal is None or request.kind is not RequestKind.EXPLANATION:
        return meeting
    others = tuple(d for d in proposal.explained if d not in delegations)
    explained = others if taken_back else (*others, *delegations)
    return replace(
        meeting, proposals={**meeting.proposals, proposal.id: replace(proposal, explained=explained)}
    )


def _speakers(holder: Holder, request: Request | None) -> tuple[DelegationId, ...]:
    if holder.delegation is None:
        return ()
    shared = () if request is None else request.joint
    return tuple(dict.fromkeys((holder.delegation, *shared)))


def _counted(
    meeting: Meeting,
    kind: RequestKind,
    item: ItemId | None,
    group: GroupId | None,
    delegations: tuple[DelegationId, ...],
    by: int = 1,
) -> Meeting:
    """Statements and replies count, each for itself; a statement on behalf of a group is the group's."""
    statements = by if kind is RequestKind.STATEMENT and group is None else 0
    replies = by if kind is RequestKind.REPLY else 0
    if item is None or not (statements or replies):
        return meeting
    heard = dict(meeting.heard)
    for delegation in delegations:
        former = heard.get((item, delegation), Heard(item=item, delegation=delegation))
        heard[item, delegation] = replace(
            former,
            statements=max(0, former.statements + statements),
            replies=max(0, former.replies + replies),
        )
    return replace(meeting, heard=heard)
