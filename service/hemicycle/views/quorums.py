"""The quorum for the podium: as it was at the opening, and as it is now (OPEN_QUORUM, DECIDE_QUORUM)."""

from dataclasses import dataclass

from hemicycle.rules import voters
from hemicycle.rules.meeting import Meeting, QuorumCount
from hemicycle.rules.procedure import Quorum
from hemicycle.rules.terms import Category, DelegationId, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumShown:
    """State party delegations present, of those ``registered``, and how many are ``needed``."""

    present: int
    registered: int
    needed: int
    waived: bool


def at_opening(count: QuorumCount | None) -> QuorumShown | None:
    """What was counted when the meeting was called to order."""
    if count is None:
        return None
    return QuorumShown(present=count.present, registered=count.of, needed=count.needed, waived=count.waived)


def to_open(meeting: Meeting) -> QuorumShown | None:
    """Those present now, against what the opening needs; none after the meeting."""
    if meeting.procedure is None or meeting.phase is Phase.ADJOURNED:
        return None
    states = frozenset(d.id for d in meeting.delegations.values() if d.category is Category.STATE_PARTY)
    return _now(meeting, states, meeting.procedure.open_quorum)


def to_decide(meeting: Meeting) -> QuorumShown | None:
    """Those present now who decide on the item under consideration, against what a decision needs."""
    rules = None if meeting.procedure is None else meeting.procedure.decisions
    if rules is None or meeting.phase is Phase.ADJOURNED:
        return None
    return _now(meeting, voters.states(meeting, meeting.item), rules.quorum)


def _now(meeting: Meeting, states: frozenset[DelegationId], quorum: Quorum) -> QuorumShown:
    return QuorumShown(
        present=len(states & meeting.present),
        registered=len(states),
        needed=quorum.needed(len(states)),
        waived=quorum.waived,
    )
