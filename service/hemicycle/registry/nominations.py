"""Who a note verbale names, and for what (seed 000: name, title, own email, modality, role)."""

from dataclasses import dataclass

from hemicycle.rules.terms import DelegationId, Modality, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNomination:
    """A person to be named. ``sessions`` empty: all that the delegation attends."""

    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality
    role: Role
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination(NewNomination):
    """A person named in a stored note. ``place``: her line in it, from 1."""

    id: str
    note: str
    delegation: DelegationId
    place: int
