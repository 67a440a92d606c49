"""What a meeting inherits from the one before (its standing)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import Amendment, Proposal
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import DelegationId, ItemId, ItemState, ListState


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How often a delegation has had the floor on an item. ``replies``: rights of reply among them, apart."""

    item: ItemId
    delegation: DelegationId
    statements: int = 0
    replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands at the end of one meeting and goes on in the next. ``former``: the meeting's id.

    ``items``, ``lists``, ``limits``: of items that are not closed, or were closed already. ``requests``:
    who still waits, with places and times left. ``proposals``: all of the session so far.
    """

    former: str | None = None
    agenda_adopted: bool = False
    items: Mapping[ItemId, ItemState] = field(default_factory=dict)
    lists: Mapping[ItemId, ListState] = field(default_factory=dict)
    limits: Mapping[ItemId, Limit] = field(default_factory=dict)
    requests: tuple[Request, ...] = ()
    heard: tuple[Heard, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    texts: tuple[StatementText, ...] = ()
