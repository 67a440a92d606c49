"""The chair proposes a limit on statements, and the body is asked at once whether it objects (TIME_LIMIT).

What she proposes is a motion without a mover: declared decided, the limit is in force; with an objection, or
left open, it goes the way of every motion to limit, with speakers for and against it and a vote.
"""

from hemicycle.rules import conditions, items, motions
from hemicycle.rules.commands import ProposeLimit, Stamped
from hemicycle.rules.events import ConsensusAsked, Event, MotionMade, MotionTakenUp
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Question, QuestionKind
from hemicycle.rules.state.motions import MotionKind
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
