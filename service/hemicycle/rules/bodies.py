"""A meeting that serves several bodies: who takes part in an item of which, on one list (JOINT_MEETING).

An item names the bodies that consider it, or none: then all of the meeting's do. A body names the delegations
that attend it, or none: then all of the meeting's do.
"""

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import DelegationId, ItemId


def concerned(meeting: Meeting, item: ItemId | None) -> frozenset[DelegationId]:
    """The delegations that may speak on this item, and decide on it if they decide at all.

    ``item`` None, or one that no body of this meeting claims: all delegations.
    """
    everybody = frozenset(meeting.delegations)
    found = meeting.agenda.get(item) if item is not None else None
    bodies = [meeting.bodies[b] for b in found.bodies if b in meeting.bodies] if found is not None else []
    if not bodies:
        return everybody
    return everybody.intersection(
        frozenset().union(*(everybody if b.delegations is None else b.delegations for b in bodies))
    )


def require_concerned(meeting: Meeting, item: ItemId | None, *delegations: DelegationId) -> None:
    """Refuse ``not-of-this-body`` where one of these attends no body that considers the item."""
    among = concerned(meeting, item)
    for delegation in delegations:
        if delegation not in among:
            raise Refused("not-of-this-body", delegation=delegation, item=item or "")
