"""The meeting itself and its agenda items: what the chair opens, suspends and ends."""

from dataclasses import dataclass

from hemicycle.rules.terms import ItemId, ParticipantId


@dataclass(frozen=True, slots=True)
class CallToOrder:
    """Open the meeting; the quorum is counted from the delegations present."""


@dataclass(frozen=True, slots=True)
class SuspendMeeting:
    """Suspend: the same meeting resumes later."""


@dataclass(frozen=True, slots=True)
class ResumeMeeting:
    """Resume the suspended meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjournMeeting:
    """Adjourn: the meeting ends. ``confirmed``: although rights of reply of the day still wait."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverChair:
    """Another presiding officer takes the chair. ``to``: that officer's participant id."""

    to: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpItem:
    """Begin the consideration of an agenda item."""

    item: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseItem:
    """End the consideration of the item. ``confirmed``: although speakers still wait."""

    item: ItemId
    confirmed: bool = False


SittingCommand = (
    CallToOrder | SuspendMeeting | ResumeMeeting | AdjournMeeting | HandOverChair | TakeUpItem | CloseItem
)
