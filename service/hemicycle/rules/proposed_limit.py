"""The chair proposes a limit on statements, and the body is asked at once whether it objects (TIME_LIMIT).

What she proposes is a motion without a mover: declared decided, the limit is in force; with an objection, or
left open, it goes the way of every motion to limit, with speakers for and against it and a vote. A vote
before they were heard is a departure, which she gives a reason for.
"""

from hemicycle.rules import conditions, debates, items, motions
from hemicycle.rules.commands import ProposeLimit, Stamped
from hemicycle.rules.events import ConsensusAsked, Event, MotionMade, MotionTakenUp
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import MotionRule
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Question, QuestionKind
from hemicycle.rules.state.motions import Motion, MotionKind
from hemicycle.rules.voters import quorum

LIMIT = MotionKind.LIMIT_STATEMENTS


def propose_limit(meeting: Meeting, stamped: Stamped, command: ProposeLimit) -> list[Event]:
    """The chair asks whether there is an objection to a limit, between two speakers.

    Refuses ``voting`` and ``question-put``, ``no-such-motion`` where the body sets no limits,
    ``motion-taken-up``, ``motion-pending``, ``motions-first``, ``item-closed``, ``nothing-limited``, a floor
    that is held, and ``no-decide-quorum``.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.nothing_put(meeting)
    if conditions.procedure_of(meeting).motion_rule(LIMIT) is None:
        raise Refused("no-such-motion")
    item = conditions.known_item(meeting, command.item)
    items.not_closed(meeting, item)
    limit = motions.limit_of(command)
    conditions.no_motion(meeting)
    motions.none_of_the_kind(meeting, LIMIT)
    motions.first(meeting)
    conditions.floor_free(meeting)
    quorum(meeting, item, stamped.facts.present)
    number = len(meeting.motions) + 1
    made = MotionMade(
        motion=f"m{number}",
        kind=LIMIT,
        number=number,
        at=stamped.at,
        proposed_by=meeting.presiding,
        item=item,
        limit=limit,
    )
    question = Question(kind=QuestionKind.MOTION, ref=made.motion)
    return [
        made,
        MotionTakenUp(motion=made.motion, at=stamped.at),
        ConsensusAsked(question=question, at=stamped.at),
    ]


def not_noted(meeting: Meeting, question: Question) -> None:
    """Refuse ``limit-debated``: the chair's own limit is not declared over an objection."""
    own = _own(meeting, question)
    if own is not None:
        raise _debated(own[1])


def debate_cut(meeting: Meeting, question: Question, reason: str | None) -> None:
    """Refuse ``limit-debated`` to a vote on the chair's own limit that comes too early, without a reason.

    Too early: while the body is still asked whether it objects, before anybody was heard for or against it,
    and while who asked to speak on it waits.
    """
    own = _own(meeting, question)
    if own is None or (reason is not None and reason.strip()):
        return
    motion, rule = own
    heard = motion.heard_for + motion.heard_against
    if meeting.consensus is not None or not heard or debates.unheard(meeting, motion):
        raise _debated(rule)


def _own(meeting: Meeting, question: Question) -> tuple[Motion, MotionRule] | None:
    """The motion that is put, if the chair has proposed it herself and the body debates such motions."""
    motion = meeting.motions.get(question.ref) if question.kind is QuestionKind.MOTION else None
    if motion is None or motion.delegation is not None:
        return None
    rule = conditions.procedure_of(meeting).motion_rule(motion.kind)
    return (motion, rule) if rule is not None and debates.debated(rule) else None


def _debated(rule: MotionRule) -> Refused:
    return Refused("limit-debated", speakers_for=rule.speakers_for, speakers_against=rule.speakers_against)
