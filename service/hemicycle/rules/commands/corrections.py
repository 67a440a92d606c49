"""Putting the record right, without changing it: each with a reason, kept apart from the log."""

from dataclasses import dataclass

from hemicycle.rules.state.decisions import Choice
from hemicycle.rules.terms import DelegationId, GrantId


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectStatement:
    """A wrong delegation or a wrong time of a turn that has ended."""

    grant: GrantId
    reason: str
    delegation: DelegationId | None = None
    spoken_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectVote:
    """A vote of a decision was recorded wrongly; the result follows from the votes.

    ``meeting``: the earlier one that took the decision, where this one goes on with its proposal.
    """

    decision: int
    delegation: DelegationId
    reason: str
    choice: Choice | None = None
    meeting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDecision:
    """The result of a decision was declared wrongly. ``meeting``: as in ``CorrectVote``."""

    decision: int
    carried: bool
    reason: str
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    meeting: str | None = None


CorrectionsCommand = CorrectStatement | CorrectVote | CorrectDecision
