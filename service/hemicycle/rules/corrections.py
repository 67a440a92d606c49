"""Corrections: a wrong delegation, time, vote or result is put right by an event; history stays (CORRECTION).

After the meeting too. Once the next meeting has taken an item over, what that inherited is corrected there:
the decisions on its proposals; here a time, but no count.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from hemicycle.rules import ballots as ballots_cast
from hemicycle.rules import conditions, inherited, put, roll_call, settled, tallies, turns, voters
from hemicycle.rules.commands import CorrectDecision, CorrectStatement, CorrectVote, Stamped
from hemicycle.rules.events import DecisionCorrected, Event, StatementCorrected
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Choice, DecidedBy, Decision, Tally
from hemicycle.rules.state.floor import Spoken
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import DelegationId, HolderKind, ItemId, RequestKind

_MS = timedelta(milliseconds=1)
_COUNTED = frozenset({RequestKind.STATEMENT, RequestKind.REPLY, RequestKind.EXPLANATION})
_FIELDS = {Choice.YES: "yes", Choice.NO: "no", Choice.ABSTENTION: "abstentions", None: "absent"}


def correct_statement(meeting: Meeting, stamped: Stamped, command: CorrectStatement) -> list[Event]:
    """The turn was another delegation's, or lasted ``spoken_ms`` milliseconds.

    Refuses ``unknown-turn``, ``unknown-delegation``, ``bad-correction``, ``nothing-to-correct``, and
    ``turn-handed-on`` where the next meeting has inherited a count that rests on whose turn it was.
    """
    conditions.presiding(meeting, stamped.actor)
    turn = meeting.spoken.get(command.grant)
    if turn is None:
        raise Refused("unknown-turn", grant=command.grant)
    _reason(command.reason)
    holder, spoken_ms = _holder(meeting, turn, command.delegation), command.spoken_ms
    if spoken_ms is not None and spoken_ms < 0:
        raise Refused("bad-correction")
    if holder is None and spoken_ms in {None, turn.spoken // _MS}:
        raise Refused("nothing-to-correct")
    if holder is not None and turn.kind in _COUNTED:
        _not_handed_on(meeting, turn.item, "turn-handed-on")
    return [
        StatementCorrected(
            grant=turn.grant, at=stamped.at, holder=holder, spoken_ms=spoken_ms, reason=stamped.id
        )
    ]


def correct_vote(meeting: Meeting, stamped: Stamped, command: CorrectVote) -> list[Event]:
    """A vote by name was recorded wrongly, or not at all; without ``choice`` none was cast.

    Refuses ``unknown-decision``, ``no-ballots``, ``no-such-ballot``, ``nothing-to-correct``, ``handed-on``;
    ``members-voted`` and ``reio-voted``: an organization never votes beside its members.
    """
    decision = _decision(meeting, stamped, command)
    tally = decision.tally
    if not decision.ballots or tally is None:
        raise Refused("no-ballots", decision=decision.number)
    former = decision.ballots.get(command.delegation)
    voted = decision.ballots.keys() & meeting.delegations.keys()
    entitled = {d.id for d in voters.voters(meeting, decision.item)} | voted
    if command.delegation not in entitled:
        raise Refused("no-such-ballot", delegation=command.delegation)
    if former is command.choice:
        raise Refused("nothing-to-correct")
    ballots = {**decision.ballots}
    ballots.pop(command.delegation, None)
    if command.choice is not None:
        barred = roll_call.barred_by(meeting, frozenset(entitled), ballots.keys())
        ballots_cast.not_beside(meeting, command.delegation, barred)
        ballots[command.delegation] = command.choice
    weight = voters.weight_of(meeting, command.delegation, decision.item)
    moved = _moved(_moved(tally, former, -weight), command.choice, weight)
    return [_corrected(meeting, stamped, decision, moved, ballots=ballots)]


def correct_decision(meeting: Meeting, stamped: Stamped, command: CorrectDecision) -> list[Event]:
    """The result was declared wrongly: a consensus that was none, or a count that was entered wrongly.

    Refuses ``unknown-decision``, ``bad-correction``, ``result-follows`` where votes say otherwise,
    ``nothing-to-correct``, ``handed-on``.
    """
    decision = _decision(meeting, stamped, command)
    figures = {"yes": command.yes, "no": command.no, "abstentions": command.abstentions}
    entered = {name: number for name, number in figures.items() if number is not None}
    if any(number < 0 for number in entered.values()):
        raise Refused("bad-correction")
    if decision.by is DecidedBy.CONSENSUS or decision.tally is None:
        return [_declared(stamped, decision, carried=command.carried, voted=bool(entered))]
    if decision.ballots and replace(decision.tally, **entered) != decision.tally:
        raise Refused("result-follows")
    tally = _recounted(decision.tally, entered)
    corrected = _corrected(meeting, stamped, decision, tally)
    if corrected.carried is not command.carried:
        raise Refused("result-follows")
    if (tally, corrected.carried) == (decision.tally, decision.carried):
        raise Refused("nothing-to-correct")
    return [corrected]


def _declared(stamped: Stamped, decision: Decision, *, carried: bool, voted: bool) -> DecisionCorrected:
    if voted:
        raise Refused("result-follows")
    if carried is decision.carried:
        raise Refused("nothing-to-correct")
    return DecisionCorrected(
        number=decision.number,
        carried=carried,
        at=stamped.at,
        reason=stamped.id,
        meeting=decision.meeting,
    )


def _corrected(
    meeting: Meeting,
    stamped: Stamped,
    decision: Decision,
    tally: Tally,
    ballots: Mapping[DelegationId, Choice] | None = None,
) -> DecisionCorrected:
    """The result follows from the votes, by the majority that was asked for."""
    majority = decision.majority or put.majority_for(meeting, decision.question)
    return DecisionCorrected(
        number=decision.number,
        carried=tallies.carries(majority, tally),
        at=stamped.at,
        tally=tally,
        ballots=ballots,
        reason=stamped.id,
        meeting=decision.meeting,
    )


def _decision(meeting: Meeting, stamped: Stamped, command: CorrectVote | CorrectDecision) -> Decision:
    conditions.presiding(meeting, stamped.actor)
    found = _found(meeting, command.decision, command.meeting)
    if found is None:
        raise Refused("unknown-decision", decision=command.decision)
    _reason(command.reason)
    if found.question.kind in inherited.GOES_ON:
        _not_handed_on(meeting, found.item, "handed-on")
    return found


def _found(meeting: Meeting, number: int, of: str | None) -> Decision | None:
    """The decision of this number, of this meeting or of the earlier one that is named."""
    known = meeting.decisions if of is None else meeting.earlier
    return next((d for d in known if (d.number, d.meeting) == (number, of)), None)


def _holder(meeting: Meeting, turn: Spoken, delegation: DelegationId | None) -> Holder | None:
    """Whose turn it was, if not the one's on record."""
    if delegation is None:
        return None
    if delegation not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=delegation)
    holder = Holder(kind=HolderKind.DELEGATION, ref=delegation)
    return None if holder == turn.holder else holder


def _recounted(tally: Tally, entered: Mapping[str, int]) -> Tally:
    """The count with these numbers; who is not among them was absent. No more votes than there are."""
    new = replace(tally, **entered)
    counted = new.yes + new.no + new.abstentions + new.invalid
    there_are = tally.yes + tally.no + tally.abstentions + tally.invalid + tally.absent
    if counted > there_are:
        raise Refused("bad-correction")
    return replace(new, absent=there_are - counted)


def _moved(tally: Tally, choice: Choice | None, by: int) -> Tally:
    name = _FIELDS[choice]
    return replace(tally, **{name: max(0, getattr(tally, name) + by)})


def _reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("correction-needs-reason")


def _not_handed_on(meeting: Meeting, item: ItemId | None, code: str) -> None:
    if item in meeting.handed_on_items:
        raise Refused(code)


def on_statement_corrected(meeting: Meeting, event: StatementCorrected) -> Meeting:
    """The turn, and the counts of the delegations concerned, as they were."""
    turn = meeting.spoken.get(event.grant)
    if turn is None:
        return meeting
    spoken = turn.spoken if event.spoken_ms is None else event.spoken_ms * _MS
    new = replace(turn, holder=event.holder or turn.holder, spoken=spoken, corrected=True)
    if new.holder != turn.holder and not turn.partial:
        meeting = turns.counted(meeting, turn, turn.holder, by=-1)
        meeting = turns.counted(meeting, new, new.holder, by=1)
    return turns.with_turn(meeting, new)


def on_decision_corrected(meeting: Meeting, event: DecisionCorrected) -> Meeting:
    """The decision as it was, and with it what was decided on, unless the body has turned to it again since.

    What followed for the meeting, its items and lists is put right by what the chair does next.
    """
    found = _found(meeting, event.number, event.meeting)
    if found is None:
        return meeting
    right = replace(
        found,
        carried=event.carried,
        tally=event.tally or found.tally,
        ballots=found.ballots if event.ballots is None else event.ballots,
        corrected=True,
    )
    taken = (*meeting.earlier, *meeting.decisions)
    later = (d.question == found.question for d in taken[taken.index(found) + 1 :])
    if settled.stands(meeting, found) and not any(later):
        meeting = settled.settled(meeting, right)
    return replace(
        meeting,
        earlier=tuple(right if d == found else d for d in meeting.earlier),
        decisions=tuple(right if d == found else d for d in meeting.decisions),
    )
