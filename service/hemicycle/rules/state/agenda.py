"""The agenda, and what was decided of its items."""

from collections.abc import Mapping
from dataclasses import dataclass

from hemicycle.rules.terms import BodyId, ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda; ``number`` as printed, ``titles`` by language tag.

    ``bodies``: which bodies of a joint meeting consider it; none named: all of them.
    """

    id: ItemId
    number: str
    titles: Mapping[str, str]
    bodies: tuple[BodyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What the body decided for an item (TIME_LIMIT); None leaves the procedure's figure.

    ``seconds``: of a statement; ``group_seconds``: on behalf of a group; ``statements``: per delegation.
    """

    seconds: int | None = None
    group_seconds: int | None = None
    statements: int | None = None
