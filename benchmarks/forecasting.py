"""What the chair's forecast costs, with two hundred on the list, beside the least that could be done.

The floor: the seconds of those who wait, ready and in order, added up and written down for each.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import thread_time
from typing import TypeVar

from benchmarks.report import Report, Row

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure, Quorum, Tier
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.floor import Request, Spoken
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    Category,
    HolderKind,
    ItemState,
    ListState,
    Modality,
    Phase,
    RequestKind,
    RequestState,
    Source,
)
from hemicycle.views.forecast import forecast

Of = TypeVar("Of")
WAITING = (50, 100, 200)
HEARD = 100
TIMES = 200
BEGAN = datetime(2030, 1, 1, 10, tzinfo=UTC)
_HALF = timedelta(seconds=150)


def measure(say: Callable[[str], None]) -> Report:
    """Each figure is the median of many states, no two the same object: nothing is remembered."""
    rows = []
    for waiting in WAITING:
        meeting = _meeting(waiting)
        took, longest = _milliseconds(forecast, [replace(meeting, number=n) for n in range(TIMES)])
        least, _ = _milliseconds(_floor, [_allowed(meeting)] * TIMES)
        rows.append(Row(f"{waiting} wait", [took, longest, f"{least:.3f}", f"{took / least:,.0f}"]))
        say(f"{rows[-1].name}: {took:.2f} ms")
    return Report(
        title="The forecast of a meeting: milliseconds of the processor",
        columns=("forecast", "the longest", "added up and written down (floor)", "ratio"),
        rows=rows,
        notes=(
            f"{HEARD} statements were heard before: the pace comes from them. The forecast finds the order",
            "of the list, each one's time, who will not be heard, a limit that would do, four extensions.",
        ),
    )


def _allowed(meeting: Meeting) -> dict[str, int]:
    inscribed = (r for r in meeting.requests.values() if r.state is RequestState.INSCRIBED)
    return {request.id: request.seconds for request in inscribed}


def _floor(allowed: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    ahead, expected, total = {}, {}, 0
    for request, seconds in allowed.items():
        ahead[request], expected[request] = total, seconds
        total += seconds
    return ahead, expected


def _milliseconds(call: Callable[[Of], object], values: Sequence[Of]) -> tuple[float, float]:
    """The median and the longest."""
    took = []
    for value in values:
        began = thread_time()
        call(value)
        took.append((thread_time() - began) * 1000)
    return median(took), max(took)


def _meeting(waiting: int) -> Meeting:
    """In session since ten, with too little time for all."""
    heard = {f"h{n}": _request(f"h{n}", n, RequestState.DELIVERED) for n in range(HEARD)}
    listed = {f"r{n}": _request(f"r{n}", HEARD + n, RequestState.INSCRIBED) for n in range(waiting)}
    return Meeting(
        id="forecast",
        phase=Phase.IN_SESSION,
        procedure=_procedure(),
        agenda={"3": AgendaItem(id="3", number="3", titles={"en": "Item 3"})},
        items={"3": ItemState.TAKEN_UP},
        lists={"3": ListState.OPEN},
        item="3",
        called_to_order_at=BEGAN,
        ends_at=BEGAN + timedelta(hours=8),
        requests={**heard, **listed},
        spoken={number: _turn(number) for number in range(HEARD)},
    )


def _request(key: str, number: int, state: RequestState) -> Request:
    return Request(
        id=key,
        number=number,
        kind=RequestKind.STATEMENT,
        item="3",
        delegation=f"d{number}",
        participant=None,
        source=Source.ONLINE,
        modality=Modality.ONLINE,
        tier=number % 3,
        seconds=(420, 300, 180)[number % 3],
        accepted_at=BEGAN + timedelta(seconds=number),
        state=state,
    )


def _turn(number: int) -> Spoken:
    since = BEGAN + number * timedelta(seconds=170)
    return Spoken(
        grant=number,
        kind=RequestKind.STATEMENT,
        holder=Holder(kind=HolderKind.DELEGATION, ref=f"d{number}"),
        item="3",
        started_at=since,
        ended_at=since + _HALF,
        spoken=_HALF,
        request=f"h{number}",
    )


def _procedure() -> Procedure:
    tiers = tuple(
        Tier(id=f"tier-{n}", title=f"Tier {n}", categories=(Category.STATE_PARTY,), seconds=300)
        for n in range(3)
    )
    return Procedure(
        id="forecast",
        title="Forecast",
        tiers=tiers,
        points_of_order=(Category.STATE_PARTY,),
        point_of_order_seconds=300,
        open_quorum=Quorum(numerator=1, denominator=3),
        rules={},
    )
