"""A command with what conduct adds to it."""

from dataclasses import dataclass

from hemicycle.rules.terms import Agent, Capacity, DelegationId, ParticipantId, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who sends a command; filled by conduct from the login, never by a client."""

    agent: Agent = Agent.LOGIN
    capacity: Capacity | None = None
    participant: ParticipantId | None = None
    delegation: DelegationId | None = None
    login: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules cannot know: which delegations are present and where the request came from.

    ``lot``: a number from 0, drawn by chance for this command, from which a lot is told. ``interpreters``: of
    the conference, told where a booth is staffed; None: not told.
    """

    present: frozenset[DelegationId] = frozenset()
    source: Source = Source.DESK
    lot: int = 0
    interpreters: frozenset[ParticipantId] | None = None
