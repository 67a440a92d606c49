"""A vote as it goes on. Until it closes, what is voted stays with the podium, unless it is said aloud."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hemicycle.rules import roll_call, tallies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Choice, Majority, QuestionKind, Tally, Vote, VoteMethod
from hemicycle.rules.terms import DelegationId


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyShown:
    """Votes counted. ``absent``: entitled and not voting."""

    yes: int
    no: int
    abstentions: int
    invalid: int
    absent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HallVote:
    """A vote that is open. ``voted``: who has voted, by id; ``choices``: in a roll call, which is said aloud.

    ``order``: the roll call's; ``passed``: not there when called; ``next``: who is called now.
    ``counted``: a count has been entered.
    """

    id: str
    kind: QuestionKind
    ref: str
    method: VoteMethod
    majority: Majority
    opened_at: datetime
    present: int
    registered: int
    entitled: tuple[DelegationId, ...]
    order: tuple[DelegationId, ...] = ()
    passed: tuple[DelegationId, ...] = ()
    voted: Mapping[DelegationId, bool]
    choices: Mapping[DelegationId, Choice]
    counted: bool
    next: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotShown:
    """One delegation's vote, and how many votes that is."""

    choice: Choice
    weight: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumVote(HallVote):
    """``ballots`` as they are cast, and ``tally`` so far (of hands or papers: as entered)."""

    ballots: Mapping[DelegationId, BallotShown]
    tally: TallyShown | None = None


def hall_vote(meeting: Meeting) -> HallVote | None:
    """The vote that is open, without what is voted unless it is said aloud."""
    return None if meeting.vote is None else HallVote(**_vote(meeting, meeting.vote))


def podium_vote(meeting: Meeting) -> PodiumVote | None:
    """The vote that is open, with ballots and count."""
    vote = meeting.vote
    if vote is None:
        return None
    return PodiumVote(
        **_vote(meeting, vote),
        ballots={d: BallotShown(choice=b.choice, weight=b.weight, at=b.at) for d, b in vote.ballots.items()},
        tally=_so_far(meeting, vote),
    )


def _vote(meeting: Meeting, vote: Vote) -> dict[str, Any]:
    aloud = vote.method is VoteMethod.ROLL_CALL
    return {
        "id": vote.id,
        "kind": vote.question.kind,
        "ref": vote.question.ref,
        "method": vote.method,
        "majority": vote.majority,
        "opened_at": vote.opened_at,
        "present": vote.present,
        "registered": vote.of,
        "entitled": vote.entitled,
        "order": vote.order,
        "passed": tuple(dict.fromkeys(vote.passed)),
        "voted": dict.fromkeys(vote.ballots, True),
        "choices": {d: ballot.choice for d, ballot in vote.ballots.items()} if aloud else {},
        "counted": vote.count is not None,
        "next": roll_call.called(meeting) if aloud and _decides(meeting) else None,
    }


def _decides(meeting: Meeting) -> bool:
    """Whether the body's procedure says who votes: views are made of any state, also of a strange one."""
    return meeting.procedure is not None and meeting.procedure.decisions is not None


def _so_far(meeting: Meeting, vote: Vote) -> TallyShown | None:
    if vote.count is not None:
        return tally_shown(vote.count)
    by_name = vote.method in {VoteMethod.ROLL_CALL, VoteMethod.RECORDED}
    if not by_name or not _decides(meeting):
        return None
    return tally_shown(tallies.of_ballots(meeting, vote, vote.ballots))


def tally_shown(tally: Tally) -> TallyShown:
    """A count."""
    return TallyShown(
        yes=tally.yes,
        no=tally.no,
        abstentions=tally.abstentions,
        invalid=tally.invalid,
        absent=tally.absent,
    )
