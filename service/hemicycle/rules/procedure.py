"""A body's rules of procedure, as data: tiers, limits, quorum and the citation of each rule.

A procedure is embedded in the log when a meeting is set up, so that a log explains itself for ever.
Files: ``config/procedures/*.toml``, read by ``registry.procedures``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hemicycle.rules.terms import Category


class RuleName(StrEnum):
    """The stable names of the rules; every refusal carries one."""

    OPEN_QUORUM = "OPEN_QUORUM"
    RECOGNITION = "RECOGNITION"
    SECRETARIAT_FLOOR = "SECRETARIAT_FLOOR"
    POINT_OF_ORDER = "POINT_OF_ORDER"
    TIME_LIMIT = "TIME_LIMIT"
    PROCEDURAL_CAP = "PROCEDURAL_CAP"
    LIST_CLOSE = "LIST_CLOSE"
    ROLE_LISTEN_ONLY = "ROLE_LISTEN_ONLY"
    OBSERVERS = "OBSERVERS"
    STATEMENT_ORDER = "STATEMENT_ORDER"
    MEETING_STATE = "MEETING_STATE"
    AGENDA = "AGENDA"
    ONE_REQUEST = "ONE_REQUEST"
    ROLE_LIMITS = "ROLE_LIMITS"
    PRESIDING_OFFICER = "PRESIDING_OFFICER"
    AUTHORIZATION = "AUTHORIZATION"
    KNOWN_REFERENCE = "KNOWN_REFERENCE"
    STALE = "STALE"


class OnOverrun(StrEnum):
    """What an elapsed speaking time does: alert the chair, or cut the statement."""

    ALERT = "alert"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What one rule says in short, and where it stands."""

    says: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One step of the order of speakers.

    Statements of delegations of these categories belong to it, or, with ``on_behalf_of``,
    the statements that any of these categories makes for a group. ``seconds``: speaking time.
    """

    id: str
    title: str
    categories: tuple[Category, ...]
    seconds: int
    on_behalf_of: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """A fraction of the State party delegations registered; ``waived`` counts but does not refuse."""

    numerator: int
    denominator: int
    waived: bool = False

    def needed(self, of: int) -> int:
        """The least number of delegations present, out of ``of``, that is at least the fraction."""
        return -(-of * self.numerator // self.denominator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The rules of one body.

    ``tiers`` stand in the order of speaking; ``points_of_order`` are the categories that may raise one;
    ``by_invitation`` those that speak only when the podium inscribes them.
    """

    id: str
    title: str
    tiers: tuple[Tier, ...]
    points_of_order: tuple[Category, ...]
    point_of_order_seconds: int
    open_quorum: Quorum
    rules: Mapping[RuleName, RuleText]
    by_invitation: tuple[Category, ...] = ()
    on_overrun: OnOverrun = OnOverrun.ALERT
    longest_extension_seconds: int = 600

    def tier_for(self, category: Category, *, on_behalf_of: bool) -> int | None:
        """The place of the tier in which such a statement stands, or None where the body hears none."""
        for place, tier in enumerate(self.tiers):
            if category in tier.categories and tier.on_behalf_of == on_behalf_of:
                return place
        return None
