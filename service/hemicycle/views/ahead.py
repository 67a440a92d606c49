"""Who will still speak, as far as is known now, in the order in which they will."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from hemicycle.rules import panels
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.motions import Motion
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import ItemId, ItemState, RequestId, RequestKind
from hemicycle.views.lists import OF_A_MOTION, seconds_due, waiting


class Turn(NamedTuple):
    """Somebody will speak for at most ``seconds``; ``request`` None: nobody of the lists.

    ``limited``: a limit of statements on the item under consideration would cut it.
    """

    seconds: int
    request: RequestId | None = None
    limited: bool = False


def ahead(meeting: Meeting) -> Iterator[Turn]:
    """Those interrupted, the one called, points of order, the motion, then item by item.

    The item under consideration comes first, then the others that are not closed, in the agenda's order.
    Votes, and what the presiding officer says, are not foreseen.
    """
    yield from _interrupted(meeting)
    called = meeting.requests.get(meeting.called.request) if meeting.called else None
    yield from _turns([called] if called else [], meeting.item)
    yield from _turns(meeting.points_of_order(), None)
    if meeting.motion is not None:
        yield from _motion(meeting, meeting.motion)
    others = [item for item in meeting.agenda if item != meeting.item]
    for item in [meeting.item, *others] if meeting.item else others:
        if meeting.items.get(item) is not ItemState.CLOSED:
            yield from _item(meeting, item)


def _interrupted(meeting: Meeting) -> Iterator[Turn]:
    """Whoever will have the floor again, the last interrupted first."""
    for grant in reversed(meeting.floor[:-1]):
        if grant.ends_at is not None:
            left = (grant.ends_at - (grant.stopped_at or grant.ends_at)) // timedelta(seconds=1)
            yield Turn(request=grant.request, seconds=max(0, left))


def _motion(meeting: Meeting, motion: Motion) -> Iterator[Turn]:
    procedure = meeting.procedure
    rule = procedure.motion_rule(motion.kind) if procedure else None
    debated = rule is not None and rule.speakers_for + rule.speakers_against > 0
    if procedure is not None and debated and not motion.mover_heard:
        yield Turn(seconds=procedure.procedural_seconds)
    for kind in OF_A_MOTION:
        asked = waiting(meeting).get((motion.item, kind), ())
        yield from _turns((r for r in asked if r.motion == motion.id), None)


def _item(meeting: Meeting, item: ItemId) -> Iterator[Turn]:
    lists = waiting(meeting)
    panel = panels.running(meeting)
    questions = lists.get((item, RequestKind.QUESTION), ())
    if panel is not None and panel.item == item:
        yield from _panel(panel, questions)
    for kind in (RequestKind.REBUTTAL, RequestKind.EXPLANATION, RequestKind.STATEMENT, RequestKind.REPLY):
        yield from _turns(lists.get((item, kind), ()), meeting.item)


def _panel(panel: Panel, questions: tuple[Request, ...]) -> Iterator[Turn]:
    """Presentations to come, then batches of questions, each with an answer of every panellist."""
    if panel.phase is PanelPhase.PRESENTATIONS:
        left = len(panel.panellists) - len(panel.presented)
        yield from [Turn(seconds=panel.presentation_seconds)] * left
    if panel.phase is PanelPhase.ANSWERS:
        yield from [Turn(seconds=panel.answer_seconds)] * (len(panel.panellists) - len(panel.answered))
    batch = max(1, panel.batch)
    for first in range(0, len(questions), batch):
        yield from _turns(questions[first : first + batch], None)
        yield from [Turn(seconds=panel.answer_seconds)] * len(panel.panellists)


def _turns(requests: Iterable[Request], item: ItemId | None) -> Iterator[Turn]:
    """``item``: the one whose statements a limit would cut."""
    for request in requests:
        limited = item is not None and request.item == item and request.kind is RequestKind.STATEMENT
        yield Turn(seconds_due(request), request.id, limited)
