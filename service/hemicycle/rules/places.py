"""Who comes before whom on a list (STATEMENT_ORDER). Values only: ``Meeting.waiting`` hands them in.

Statements stand by segment, tier, rank, then, where the body so chose, those in the room before those online
and those heard least on the item before others, and at last by the order of request. Replies: all first ones
before second ones. Everything else: the order of request.

Departures stay. The frozen head goes first. After the chair has moved a request, those who waited then keep
the order in which they stood; whoever asks later comes before the first of them whom she precedes by rule and
who was not moved, else last.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hemicycle.rules.procedure import Method, Procedure, RoomFirst
from hemicycle.rules.state.floor import RANKS, Request
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import DelegationId, ItemId, Modality, RequestId, RequestKind

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """What the order of an item's list rests on, beside the requests.

    ``frozen``: the head as it was fixed. ``fixed``: who waited when a request was last moved, as they stood.
    """

    procedure: Procedure | None = None
    heard: Mapping[tuple[ItemId, DelegationId], Heard] = field(default_factory=dict)
    frozen: tuple[RequestId, ...] = ()
    fixed: tuple[RequestId, ...] = ()

    def key(self, request: Request) -> Key:
        """Where the request stands by rule, departures apart; no two of one list have the same key."""
        asked = (request.accepted_at, request.number)
        if request.kind is RequestKind.REPLY:
            return (request.ordinal, *asked)
        if request.kind is not RequestKind.STATEMENT:
            return asked
        place = (request.segment, request.tier, RANKS.index(request.rank))
        return (*place, self._from_elsewhere(request), self._heard(request), *asked)

    def ordered(self, requests: Iterable[Request]) -> list[Request]:
        """These requests of one list, in the order of speaking."""
        left = {r.id: r for r in requests}
        head = _taken(left, self.frozen)
        fixed = _taken(left, self.fixed)
        return head + self._joined(fixed, sorted(left.values(), key=self.key))

    def _joined(self, fixed: list[Request], new: list[Request]) -> list[Request]:
        """Each of the new before the first of the fixed that stands behind it by rule and was not moved."""
        joined: list[Request] = []
        for stands in fixed:
            if not stands.moved:
                here = self.key(stands)
                ahead = [r for r in new if self.key(r) < here]
                joined += ahead
                new = new[len(ahead) :]
            joined.append(stands)
        return joined + new

    def _from_elsewhere(self, request: Request) -> bool:
        within = self.procedure is not None and self.procedure.room_first is RoomFirst.WITHIN_TIER
        return within and request.modality is not Modality.IN_PERSON

    def _heard(self, request: Request) -> int:
        counts = self.procedure is not None and self.procedure.method is Method.FEWEST_SPOKEN
        if not counts or request.item is None:
            return 0
        heard = self.heard.get((request.item, request.delegation))
        return 0 if heard is None else heard.statements


def _taken(left: dict[RequestId, Request], order: Collection[RequestId]) -> list[Request]:
    """Take out of ``left`` those who are named, in the order in which they are."""
    return [left.pop(key) for key in order if key in left]
