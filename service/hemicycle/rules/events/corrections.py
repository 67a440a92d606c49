"""Corrections: the record is put right, what was written stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.decisions import Choice, Tally
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import DelegationId, GrantId, ReasonId


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCorrected:
    """The turn was this delegation's, or lasted this long."""

    grant: GrantId
    at: datetime
    holder: Holder | None = None
    spoken_ms: int | None = None
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCorrected:
    """The votes, or the result, were these. Effects on lists and items are put right by other commands.

    ``meeting``: the earlier one that took the decision.
    """

    number: int
    carried: bool
    at: datetime
    tally: Tally | None = None
    ballots: Mapping[DelegationId, Choice] | None = None
    reason: ReasonId | None = None
    meeting: str | None = None


CorrectionsEvent = StatementCorrected | DecisionCorrected
