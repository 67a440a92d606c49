"""Texts of statements that delegations have handed in."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import DelegationId, ItemId, RequestId, TextId


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementText:
    """That a text is there, per delegation and item; the files are rows. ``check``: against delivery.

    ``publishable_at``: since it was delivered, or taken as read. ``request``: the statement that it was.
    """

    id: TextId
    delegation: DelegationId
    item: ItemId
    languages: tuple[str, ...]
    attached_at: datetime
    check: bool = True
    publishable_at: datetime | None = None
    request: RequestId | None = None
