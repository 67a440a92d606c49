"""Votes cast at the console or recorded by the desk, and counts of hands or papers (VOTES, METHOD).

An organization casts the votes of its member States and never beside them: once a member has voted it may
not, and once it has voted its members may not, in whatever order. Of a secret ballot only the tellers' totals
exist.
"""

from collections.abc import Mapping
from dataclasses import replace

from hemicycle.rules import conditions, put, roll_call
from hemicycle.rules.commands import CastVote, EnterCount, RecordVote, Stamped
from hemicycle.rules.events import CountEntered, Event, VoteCast, VotePassed
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Ballot, Choice, Tally, Vote, VoteMethod
from hemicycle.rules.terms import Category, DelegationId
from hemicycle.rules.voters import represented, weight_of
from hemicycle.rules.votes import BY_NAME, running


def cast_vote(meeting: Meeting, stamped: Stamped, command: CastVote) -> list[Event]:
    """A delegation's speaker votes, in the room or online, and may vote anew until a recorded vote is closed.

    Refuses ``listen-only`` to an observer role, ``chair-does-not-vote`` to who presides, and as ``_cast``.
    """
    seat = conditions.speaker_seat(meeting, stamped.actor.participant)
    vote = _by_name(meeting)
    if seat.participant == meeting.presiding:
        raise Refused("chair-does-not-vote")
    return _cast(meeting, stamped, vote, seat.delegation, command.choice)


def record_vote(meeting: Meeting, stamped: Stamped, command: RecordVote) -> list[Event]:
    """The desk records what a delegation said when it was called, or, without a choice, that it was absent.

    What was recorded wrongly is put right so until the vote is closed; without a choice it is taken back, and
    in a roll call the delegation is called once more. Refuses ``unknown-delegation``, ``choice-needed``
    outside a roll call where nothing was recorded, and as ``_cast``.
    """
    conditions.presiding(meeting, stamped.actor)
    vote = _by_name(meeting)
    if command.delegation not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=command.delegation)
    answered = command.delegation in {*vote.ballots, *vote.passed}
    if command.choice is not None:
        return _cast(meeting, stamped, vote, command.delegation, command.choice, again=answered)
    _entitled(vote, command.delegation)
    if command.delegation not in vote.ballots:
        if vote.method is not VoteMethod.ROLL_CALL:
            raise Refused("choice-needed")
        roll_call.on_the_roll(meeting, command.delegation)
    return [VotePassed(vote=vote.id, delegation=command.delegation, at=stamped.at)]


def enter_count(meeting: Meeting, stamped: Stamped, command: EnterCount) -> list[Event]:
    """Hands, or papers, were counted; a new count replaces the last until the vote is closed.

    Refuses ``voting-by-name``, and ``count-too-high`` where more was counted than those present can cast.
    """
    conditions.presiding(meeting, stamped.actor)
    vote = running(meeting)
    if vote.method in BY_NAME:
        raise Refused("voting-by-name")
    counted = command.yes + command.no + command.abstentions + command.invalid
    item = put.item_of(meeting, vote.question)
    most = len(represented(meeting, stamped.facts.present & frozenset(vote.entitled), item))
    if counted > most:
        raise Refused("count-too-high", counted=counted, most=most)
    tally = Tally(
        yes=command.yes,
        no=command.no,
        abstentions=command.abstentions,
        invalid=command.invalid,
        absent=max(vote.of - counted, 0),
    )
    return [CountEntered(vote=vote.id, tally=tally, at=stamped.at)]


def _by_name(meeting: Meeting) -> Vote:
    vote = running(meeting)
    if vote.method not in BY_NAME:
        raise Refused("no-voting-by-name")
    return vote


def _entitled(vote: Vote, delegation: DelegationId) -> None:
    if delegation not in vote.entitled:
        raise Refused("not-entitled", delegation=delegation)


def _cast(
    meeting: Meeting,
    stamped: Stamped,
    vote: Vote,
    delegation: DelegationId,
    choice: Choice,
    *,
    again: bool = False,
) -> list[Event]:
    """One delegation's vote, with its weight; ``again``: whose answer in the roll call is put right.

    Refuses ``not-entitled``, ``members-voted``, ``reio-voted``, and in a roll call ``not-your-turn``.
    """
    _entitled(vote, delegation)
    not_beside(meeting, delegation, roll_call.barred(meeting, vote))
    if vote.method is VoteMethod.ROLL_CALL and not again:
        roll_call.on_the_roll(meeting, delegation)
    weight = weight_of(meeting, delegation, put.item_of(meeting, vote.question))
    return [VoteCast(vote=vote.id, delegation=delegation, choice=choice, weight=weight, at=stamped.at)]


def not_beside(
    meeting: Meeting, delegation: DelegationId, barred: Mapping[DelegationId, DelegationId]
) -> None:
    """Refuse ``members-voted`` and ``reio-voted`` to one of those that may not vote any more."""
    by = barred.get(delegation)
    if by is None:
        return
    if meeting.delegations[delegation].category is Category.REIO:
        raise Refused("members-voted", member=by)
    raise Refused("reio-voted", organization=by)


def on_vote_cast(meeting: Meeting, event: VoteCast) -> Meeting:
    """The delegation's vote, in the place of an earlier one."""
    vote = _this(meeting, event.vote)
    if vote is None:
        return meeting
    ballot = Ballot(choice=event.choice, weight=event.weight, at=event.at)
    return replace(meeting, vote=replace(vote, ballots={**vote.ballots, event.delegation: ballot}))


def on_vote_passed(meeting: Meeting, event: VotePassed) -> Meeting:
    """Called and absent, once or twice; a vote recorded for it by mistake is gone."""
    vote = _this(meeting, event.vote)
    if vote is None:
        return meeting
    ballots = {d: ballot for d, ballot in vote.ballots.items() if d != event.delegation}
    return replace(meeting, vote=replace(vote, passed=(*vote.passed, event.delegation), ballots=ballots))


def on_count_entered(meeting: Meeting, event: CountEntered) -> Meeting:
    """The count, in the place of an earlier one."""
    vote = _this(meeting, event.vote)
    return meeting if vote is None else replace(meeting, vote=replace(vote, count=event.tally))


def _this(meeting: Meeting, vote: str) -> Vote | None:
    return meeting.vote if meeting.vote is not None and meeting.vote.id == vote else None
