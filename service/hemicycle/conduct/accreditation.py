"""From a registration to a seat and a login, and back: each act one transaction, with the live logs in step."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import LoginFacts
from hemicycle.registry.limits import NewPolicy, Policy
from hemicycle.rules.terms import Modality, ParticipantId, Role


@dataclass(frozen=True, slots=True)
class Approved:
    """``approved``: registration → participant; ``refused``: registration → its RFC 9457 problem;
    ``seated``: the participants who got a seat; the others are alternates.
    """

    approved: dict[str, ParticipantId]
    refused: dict[str, dict[str, Any]]
    seated: frozenset[ParticipantId]


@dataclass(frozen=True, slots=True)
class Decided:
    """``done``: the registrations decided; ``refused``: registration → problem; ``ended``: logins whose open
    sockets are to be closed now.
    """

    done: tuple[str, ...]
    refused: dict[str, dict[str, Any]]
    ended: tuple[str, ...] = ()


class Settling(StrEnum):
    """What an officer does about somebody who no longer fits."""

    WITHDRAW = "withdraw"
    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """``modality`` and ``role``: where to, for a move; ``reason``: needed to keep."""

    participant: ParticipantId
    act: Settling
    modality: Modality | None = None
    role: Role | None = None
    reason: str | None = None


async def approve(
    conductor: Conductor,
    conference: str,
    registrations: Sequence[str],
    login: LoginFacts,
    reason: str | None = None,
    *,
    public_url: str = "",
) -> Approved:
    """Approve, one transaction for each delegation: participant, place, pool place, a seat if one is free, login
    and mail. Without ``reason`` only whom the note in force names so (match == matched).
    """
    raise NotImplementedError


async def reject(
    conductor: Conductor, conference: str, registrations: Sequence[str], login: LoginFacts, reason: str
) -> Decided:
    """Refuse pending registrations, with a reason that their mail gives."""
    raise NotImplementedError


async def withdraw(
    conductor: Conductor,
    conference: str,
    registrations: Sequence[str],
    login: LoginFacts,
    reason: str | None = None,
) -> Decided:
    """End approved (or pending) registrations: seat, place and login go. Who has the floor keeps all of it."""
    raise NotImplementedError


async def swap(
    conductor: Conductor,
    conference: str,
    people: tuple[ParticipantId, ParticipantId],
    login: LoginFacts,
    reason: str | None = None,
) -> dict[str, int]:
    """Two people of a delegation exchange what seats they have; an alternate has none. Meeting → ``seq``."""
    raise NotImplementedError


async def settle(conductor: Conductor, conference: str, settlement: Settlement, login: LoginFacts) -> Decided:
    """Settle one who no longer fits the policy in force."""
    raise NotImplementedError


async def publish_policy(conductor: Conductor, conference: str, new: NewPolicy, login: LoginFacts) -> Policy:
    """Publish a version; apply it at once if it holds already, else the clock does at its moment."""
    raise NotImplementedError


async def apply_policy(conductor: Conductor, conference: str | None = None) -> None:
    """Apply what has come to hold, of one conference or all, and let the clock call again for the next.

    Called at start and by the clock. Doing it again changes nothing.
    """
    raise NotImplementedError
