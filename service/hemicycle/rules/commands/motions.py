"""Motions, limits and appeals."""

from dataclasses import dataclass

from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import DelegationId, ItemId, MotionId, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A State party moves; the desk for a delegation that asked by flag (``delegation``)."""

    kind: MotionKind
    item: ItemId | None = None
    proposal: ProposalId | None = None
    seconds: int | None = None
    group_seconds: int | None = None
    statements: int | None = None
    parts: tuple[str, ...] = ()
    organization: DelegationId | None = None
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeLimit:
    """The chair proposes a limit on statements and asks whether there is an objection (TIME_LIMIT).

    ``item``: by default the one under consideration; the figures as in ``Limit``, one of them at least.
    """

    item: ItemId | None = None
    seconds: int | None = None
    group_seconds: int | None = None
    statements: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawMotion:
    """The mover takes it back, as long as voting on it has not begun."""

    motion: MotionId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpMotion:
    """The body turns to this motion; refused while one that goes before it is pending (MOTION_ORDER)."""

    motion: MotionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A State party appeals against the ruling just made; the desk for a delegation that asked by flag."""

    delegation: DelegationId | None = None


MotionsCommand = Move | ProposeLimit | WithdrawMotion | TakeUpMotion | Appeal
