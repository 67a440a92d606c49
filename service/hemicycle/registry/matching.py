"""The cross-check: is the person who registers the one whom the note verbale names? Pure core, thin shell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hemicycle.registry.notes import Nomination
from hemicycle.registry.registrations import MatchKind, NewRegistration, Registration
from hemicycle.rules.terms import DelegationId


@dataclass(frozen=True, slots=True)
class Match:
    """``nomination``: the id of the likeliest one, None where the note names nobody alike; ``score``: 0 to
    100.
    """

    kind: MatchKind
    score: int
    nomination: str | None


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """``registrations``: the live ones with their match as it now stands; ``unregistered``: nominations for
    whom nobody has registered.
    """

    registrations: tuple[Registration, ...]
    unregistered: tuple[Nomination, ...]


def match(registration: NewRegistration, nominations: Sequence[Nomination]) -> Match:
    """The registration against the nominations of its delegation's confirmed note."""
    raise NotImplementedError


def clean(registration: Registration) -> bool:
    """Whether it may be approved together with others, in one act and without a reason: pending, matched to
    a nomination, still in its source, in time or taken as an exception.
    """
    raise NotImplementedError


def cross_check(
    conn: Connection, conference: str, delegation: DelegationId | None = None, *, at: datetime, by: str
) -> CrossCheck:
    """Match the pending registrations again and write what has changed."""
    raise NotImplementedError
