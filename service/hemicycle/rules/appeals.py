"""Appeals against the chair's rulings: put to the vote at once, without debate (APPEAL).

The question is whether the ruling shall be overruled, so that an equal vote leaves it standing.
"""

from dataclasses import replace
from datetime import datetime

from hemicycle.rules import conditions, stack, votes
from hemicycle.rules.commands import Appeal, Stamped
from hemicycle.rules.events import AppealDecided, Event, RulingAppealed
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Question, QuestionKind
from hemicycle.rules.state.floor import Grant, Level
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import HolderKind, RequestKind


def appeal(meeting: Meeting, stamped: Stamped, command: Appeal) -> list[Event]:
    """Right after a ruling: whoever speaks is interrupted, and so is a vote that goes on; the vote is opened.

    Refuses ``voting`` where the body lets no appeal interrupt a vote, ``observers-may-not`` to those who may
    raise no point of order, ``no-ruling`` once another speaker was called or something else decided,
    ``ruling-appealed`` a second time, and whatever hinders a vote.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    delegation = conditions.delegation_of(meeting, stamped, command.delegation)
    if delegation.category not in conditions.procedure_of(meeting).points_of_order:
        raise Refused("observers-may-not")
    ruling = meeting.ruling
    if ruling is None:
        raise Refused("no-ruling")
    if ruling.appealed_by is not None:
        raise Refused("ruling-appealed")
    stack.below(meeting, Level.APPEAL)
    appealed = RulingAppealed(
        request=ruling.request, delegation=delegation.id, grant=meeting.grants + 1, at=stamped.at
    )
    question = Question(kind=QuestionKind.APPEAL, ref=ruling.request)
    return [
        *stack.interrupted(meeting, stamped.at),
        appealed,
        *votes.opened(meeting, stamped, question),
    ]


def outcome(meeting: Meeting, *, overruled: bool, at: datetime) -> list[Event]:
    """The ruling stands, or is overruled; whoever was interrupted has the floor again."""
    grant, ruling = meeting.speaking, meeting.ruling
    if grant is None or ruling is None or grant.level is not Level.APPEAL:
        raise Refused("no-ruling")
    decided = AppealDecided(request=ruling.request, overruled=overruled, grant=grant.id, at=at)
    return [decided, *stack.returned(meeting, at, without=grant)]


def on_ruling_appealed(meeting: Meeting, event: RulingAppealed) -> Meeting:
    """The appeal is on top of the floor until it is decided."""
    grant = Grant(
        id=event.grant,
        kind=RequestKind.APPEAL,
        holder=Holder(kind=HolderKind.DELEGATION, ref=event.delegation),
        started_at=event.at,
        ends_at=None,
        item=meeting.item,
    )
    ruling = meeting.ruling
    return replace(
        meeting,
        floor=(*meeting.floor, grant),
        grants=max(meeting.grants, event.grant),
        ruling=None if ruling is None else replace(ruling, appealed_by=event.delegation),
    )


def on_appeal_decided(meeting: Meeting, event: AppealDecided) -> Meeting:
    """An overruled ruling is turned round; there is no second appeal. A vote that was halted goes on."""
    ruling = meeting.ruling
    if ruling is not None and event.overruled:
        ruling = replace(ruling, upheld=not ruling.upheld, overruled=True)
    return replace(
        meeting,
        ruling=ruling,
        floor=tuple(g for g in meeting.floor if g.id != event.grant),
        vote=meeting.vote if meeting.halted is None else meeting.halted,
        halted=None,
    )
