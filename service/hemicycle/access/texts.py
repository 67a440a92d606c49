"""Who may read the text of a statement, as the meeting stands at this moment. Pure."""

from hemicycle.access.table import Action, permit
from hemicycle.rules.commands import Actor
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.texts import StatementText


def may_read(meeting: Meeting, text: StatementText, actor: Actor) -> bool:
    """Booths, podium and the own delegation at any time; everybody else once it is public."""
    try:
        permit(Action.READ_TEXT, actor, text.delegation)
    except Refused:
        return is_public(meeting, text)
    return True


def is_public(meeting: Meeting, text: StatementText) -> bool:
    """Whether the statement was heard, and the body lets everybody read texts then (``publish_texts``)."""
    publishes = meeting.procedure is not None and meeting.procedure.publish_texts
    return publishes and text.publishable_at is not None
