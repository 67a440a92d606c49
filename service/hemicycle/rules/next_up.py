"""Whose turn it is: the order in which the chair calls, that is shown and that is forecast (RECOGNITION)."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from hemicycle.rules import debates, explanations, panels, replies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import ItemId, ItemState, ListState, ParticipantId, RequestKind, RequestState

Turn = Request | int
"""Who will speak: a request of the lists, or for so many seconds somebody of the panel."""


_TO_COME = frozenset({ItemState.PENDING, ItemState.TAKEN_UP})


def next_up(meeting: Meeting) -> tuple[Request, ...]:
    """All that will be called, as the meeting stands now; who asks later may come before them.

    Of the item under consideration. The rights of reply of the day are not among them until they are begun.
    """
    turns = (*interrupting(meeting), *of_item(meeting, meeting.item))
    return tuple(turn for turn in turns if isinstance(turn, Request))


def interrupting(meeting: Meeting) -> Iterator[Request]:
    """Who comes before the lists: points of order, and the speakers on the motion that is taken up."""
    yield from inscribed(meeting.points_of_order())
    if meeting.motion is not None:
        speakers = debates.order(meeting, meeting.motion)
        yield from inscribed(speakers)
        yield from _passed_over(speakers)


def of_item(meeting: Meeting, item: ItemId | None) -> Iterator[Turn]:
    """The panel and the lists of the item, as they will be called to their end.

    Replies that the chair has begun to take, explanations of vote that are due, statements, the other
    explanations, and replies, if the list is closed; then those who were passed over; last of all the replies
    that wait for the list to be closed.
    """
    on_hand = item == meeting.item
    begun = replies.begun(meeting) if on_hand else []
    explained = meeting.waiting(item, RequestKind.EXPLANATION)
    first = explanations.due(meeting, item) if explained else []
    later = [r for r in explained if r not in first]
    statements = meeting.waiting(item)
    at_the_end = [] if item is None else replies.after_the_list(meeting, item)
    closed = item is not None and meeting.lists.get(item) is ListState.CLOSED
    due = at_the_end if closed else []
    yield from _of_the_panel(meeting, item)
    yield from inscribed([*begun, *first, *statements, *later, *due])
    if on_hand:
        yield from _passed_over(meeting.points_of_order())
    yield from _passed_over([*begun, *explained, *statements, *due])
    if not closed:
        yield from at_the_end


def afterwards(meeting: Meeting) -> Iterator[Turn]:
    """Who waits beyond the item under consideration: the other items in their order, the replies of the day.

    Not those of an item that is closed, or on which the body has adjourned the debate.
    """
    for item in meeting.agenda:
        if item != meeting.item and meeting.items.get(item) in _TO_COME:
            yield from of_item(meeting, item)
    yield from (r for r in replies.of_the_day(meeting) if r.item not in meeting.replies_begun)


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


def _passed_over(requests: Iterable[Request]) -> list[Request]:
    return [r for r in requests if r.state is RequestState.PASSED_OVER]


def _of_the_panel(meeting: Meeting, item: ItemId | None) -> Iterator[Turn]:
    """Presentations, answers, rebuttals, then batches of questions, each answered by every panellist."""
    panel = panels.running(meeting)
    if panel is None or panel.item != item:
        return
    rebuttals = inscribed(meeting.waiting(item, RequestKind.REBUTTAL))
    if panel.phase is PanelPhase.PRESENTATIONS:
        usual = panel.presentation_seconds
        yield from (_seconds(panel, p, usual) for p in panels.presenters(panel))
    if panel.phase is PanelPhase.ANSWERS:
        yield from (_seconds(panel, p, panel.answer_seconds) for p in panels.responders(panel))
        yield from rebuttals
        rebuttals = []
    for batch in _batches(meeting, panel):
        yield from batch
        yield from [panel.answer_seconds] * len(panel.panellists)
        yield from rebuttals
        rebuttals = []
    yield from rebuttals
    yield from _passed_over(meeting.waiting(item, RequestKind.REBUTTAL))


def _seconds(panel: Panel, panellist: ParticipantId, usual: int) -> int:
    return -(-panels.time_of(panel, panellist, usual) // timedelta(seconds=1))


def _batches(meeting: Meeting, panel: Panel) -> Iterator[tuple[Request, ...]]:
    """The batch that is being asked, then those to come; who was passed over has one of her own."""
    questions = meeting.waiting(panel.item, RequestKind.QUESTION)
    asking = inscribed(questions)
    if panel.phase is PanelPhase.QUESTIONS and panel.asked:
        room = max(0, panel.batch - len(panel.asked))
        yield tuple(asking[:room])
        asking = asking[room:]
    for first in range(0, len(asking), panel.batch):
        yield tuple(asking[first : first + panel.batch])
    yield from ((request,) for request in _passed_over(questions))
