"""Who may look: the three audiences, and which of them a capacity may follow."""

from enum import StrEnum
from typing import assert_never

from hemicycle.rules.terms import Capacity


class Audience(StrEnum):
    """A meeting is projected once for each of these, never once for each console."""

    HALL = "hall"
    BOOTHS = "booths"
    PODIUM = "podium"


def own_audience(capacity: Capacity) -> Audience:
    """The audience for which a login of this capacity was made."""
    match capacity:
        case Capacity.HALL | Capacity.DELEGATE:
            return Audience.HALL
        case Capacity.INTERPRETER:
            return Audience.BOOTHS
        case Capacity.CHAIR | Capacity.SECRETARIAT | Capacity.OPERATOR:
            return Audience.PODIUM
        case _:
            assert_never(capacity)


def audiences_of(capacity: Capacity) -> frozenset[Audience]:
    """What a login of this capacity may follow: its own audience, and the hall as everybody."""
    return frozenset({own_audience(capacity), Audience.HALL})
