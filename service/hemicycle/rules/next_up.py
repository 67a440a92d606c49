"""Whose turn it is: the order in which the chair calls and that the interpreters are shown (RECOGNITION)."""

from collections.abc import Iterable

from hemicycle.rules import debates, explanations, panels, replies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.motions import Motion
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import RequestKind, RequestState


def next_up(meeting: Meeting) -> tuple[Request, ...]:
    """All that will be called, as the meeting stands now; who asks later may come before them.

    Points of order, the speakers on the motion that is taken up, the panel's rebuttals and questions, the
    lists of the item, and the rights of reply that are not due yet.
    """
    motion, panel = meeting.motion, panels.running(meeting)
    listed = [request for requests in called_lists(meeting) for request in requests]
    points = meeting.points_of_order()
    turns = [
        *inscribed(points),
        *([] if motion is None else _motion(meeting, motion)),
        *([] if panel is None or panel.item != meeting.item else _panel(meeting, panel)),
        *inscribed(listed),
        *points,
        *listed,
        *([] if meeting.item is None else inscribed(meeting.waiting(meeting.item, RequestKind.REPLY))),
    ]
    return tuple({request.id: request for request in turns}.values())


def called_lists(meeting: Meeting) -> list[list[Request]]:
    """The lists from which speakers are called now, in their order.

    Replies that the chair has begun to take, explanations of vote that are due, statements, replies that are
    due.
    """
    begun = replies.begun(meeting)
    return [
        begun,
        explanations.due(meeting, meeting.item),
        meeting.waiting(meeting.item),
        [r for r in replies.due(meeting) if r not in begun],
    ]


def inscribed(requests: Iterable[Request]) -> list[Request]:
    """Those whose turn comes: a request passed over keeps its place and holds up nobody."""
    return [r for r in requests if r.state is RequestState.INSCRIBED]


def _motion(meeting: Meeting, motion: Motion) -> list[Request]:
    waits = debates.order(meeting, motion)
    return inscribed(waits) or waits


def _panel(meeting: Meeting, panel: Panel) -> list[Request]:
    """The rebuttals while answers are given, and the questions."""
    rebuttals = meeting.waiting(panel.item, RequestKind.REBUTTAL)
    questions = meeting.waiting(panel.item, RequestKind.QUESTION)
    asking = panel.phase is PanelPhase.QUESTIONS
    return inscribed([*questions, *rebuttals] if asking else [*rebuttals, *questions])
