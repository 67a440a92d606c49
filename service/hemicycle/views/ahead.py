"""Who will still speak, as far as is known now: in the order in which the chair calls (``rules.next_up``)."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from hemicycle.rules import next_up
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request
from hemicycle.rules.terms import RequestId, RequestKind
from hemicycle.views.lists import seconds_due


class Turn(NamedTuple):
    """Somebody will speak for at most ``seconds``; ``request`` None: nobody of the lists.

    ``limited``: a limit of statements on the item under consideration would cut it.
    """

    seconds: int
    request: RequestId | None = None
    limited: bool = False


def ahead(meeting: Meeting) -> Iterator[Turn]:
    """The one called, points of order, the motion, those interrupted, the item, and what comes after it.

    Votes, and what the presiding officer says, are not foreseen.
    """
    called = meeting.requests.get(meeting.called.request) if meeting.called else None
    yield from _turns(meeting, [called] if called else [])
    yield from _turns(meeting, next_up.interrupting(meeting))
    yield from _interrupted(meeting)
    yield from _turns(meeting, next_up.of_item(meeting, meeting.item))
    yield from _turns(meeting, next_up.afterwards(meeting))


def _interrupted(meeting: Meeting) -> Iterator[Turn]:
    """Whoever will have the floor again, the last interrupted first."""
    for grant in reversed(meeting.floor):
        if grant.interrupted_at is not None and grant.ends_at is not None:
            left = (grant.ends_at - (grant.stopped_at or grant.interrupted_at)) // timedelta(seconds=1)
            yield Turn(request=grant.request, seconds=max(0, left))


def _turns(meeting: Meeting, turns: Iterable[next_up.Turn]) -> Iterator[Turn]:
    for turn in turns:
        if not isinstance(turn, Request):
            yield Turn(turn)
            continue
        on_hand = turn.item is not None and turn.item == meeting.item
        yield Turn(seconds_due(turn), turn.id, on_hand and turn.kind is RequestKind.STATEMENT)
