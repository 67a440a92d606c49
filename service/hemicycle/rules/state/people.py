"""Who takes part: delegations, groups, seats, the podium, and how ready a speaker is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import (
    BodyId,
    Category,
    DelegationId,
    Fitness,
    GroupId,
    HolderKind,
    Modality,
    ParticipantId,
    Role,
    SeatId,
    Title,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A delegation that may take part; ``names`` by language tag, English always among them.

    ``members``: of a regional economic integration organization, its member States among the delegations.
    """

    id: DelegationId
    code: str
    category: Category
    names: Mapping[str, str]
    members: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group on whose behalf a delegation may speak. ``members``: those that may; none: any delegation."""

    id: GroupId
    names: Mapping[str, str]
    members: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One of the bodies that a joint meeting serves.

    ``delegations``: who attends it; None: all of the meeting's. Only they decide for it.
    """

    id: BodyId
    names: Mapping[str, str]
    delegations: frozenset[DelegationId] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One unit of a delegation's limits, and who holds it."""

    id: SeatId
    delegation: DelegationId
    modality: Modality
    role: Role
    participant: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumMember:
    """Somebody who may hold the floor without a delegation's place on the list.

    ``title``: for presiding officers ``chair`` or ``vice_chair``; else what the hall may show.
    """

    participant: ParticipantId
    kind: HolderKind
    title: Title
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the floor. ``ref``: the delegation's id, or for the others the participant's id."""

    kind: HolderKind
    ref: str

    @property
    def delegation(self) -> DelegationId | None:
        """The delegation that holds the floor, if one does."""
        return self.ref if self.kind is HolderKind.DELEGATION else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What is known of a remote speaker's or an interpreter's line.

    ``since``: when her console came or went; None: it has never been there. ``tested_at``: the last
    successful connection test.
    """

    connected: bool = False
    since: datetime | None = None
    tested_at: datetime | None = None
    sound: Fitness = Fitness.UNKNOWN
