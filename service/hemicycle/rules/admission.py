"""What becomes of a request for the floor: the answer of the subject to which its kind belongs."""

from dataclasses import dataclass

from hemicycle.rules.commands import InscribeSpeaker, RequestFloor
from hemicycle.rules.terms import (
    DelegationId,
    ItemId,
    MotionId,
    PanelId,
    ProposalId,
    RequestId,
    SpeakerRank,
)

Ask = RequestFloor | InscribeSpeaker
"""A request for the floor, by a delegate herself or through the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Where an accepted request stands, and for how long it may speak; see ``state.floor.Request``."""

    item: ItemId | None
    tier: int
    seconds: int
    segment: int = 0
    rank: SpeakerRank = SpeakerRank.OTHER
    joint: tuple[DelegationId, ...] = ()
    answers: RequestId | None = None
    ordinal: int = 1
    motion: MotionId | None = None
    proposal: ProposalId | None = None
    panel: PanelId | None = None
    named: tuple[DelegationId, ...] = ()
