"""Limits that the body decided: the length and the number of statements on an item (TIME_LIMIT)."""

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.floor import PENDING
from hemicycle.rules.terms import DelegationId, ItemId, RequestKind


def seconds_for(meeting: Meeting, item: ItemId, tier: int, segment: int = 0) -> int:
    """How long a statement of this tier may be: the segment's time, else the tier's; a limit cuts either.

    ``tier``, ``segment``: places in the procedure, from 0. Returns seconds; 0 where there is no such tier.
    """
    procedure = meeting.procedure
    if procedure is None or tier >= len(procedure.tiers):
        return 0
    by_segment = procedure.segments[segment].seconds if segment < len(procedure.segments) else None
    usual = procedure.tiers[tier].seconds if by_segment is None else by_segment
    limit = meeting.limits.get(item, Limit())
    decided = limit.group_seconds if procedure.tiers[tier].on_behalf_of else limit.seconds
    return usual if decided is None else min(usual, decided)


def statement_left(meeting: Meeting, item: ItemId, delegation: DelegationId) -> None:
    """Refuse ``statements-used-up`` where the delegation was heard, and waits, as often as the body allows.

    Statements on behalf of a group are the group's and do not count.
    """
    most = meeting.limits.get(item, Limit()).statements
    if most is None:
        return
    waiting = sum(
        r.kind is RequestKind.STATEMENT
        and r.item == item
        and r.state in PENDING
        and r.on_behalf_of is None
        and delegation in {r.delegation, *r.joint}
        for r in meeting.requests.values()
    )
    if statements_heard(meeting, item, delegation) + waiting >= most:
        raise Refused("statements-used-up", item=item, statements=most)


def statements_heard(meeting: Meeting, item: ItemId, delegation: DelegationId) -> int:
    """How many statements of the delegation were heard on the item, at this meeting and those before it."""
    heard = meeting.heard.get((item, delegation))
    return 0 if heard is None else heard.statements
