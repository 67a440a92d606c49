"""Meetings whose lists are full of statements of so many seconds, to plan with."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st
from tests.rules.stage import at, in_session, seconds

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request, Spoken
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    HolderKind,
    Modality,
    RequestKind,
    RequestState,
    Source,
)
from hemicycle.views.forecast import Forecast, forecast
from hemicycle.views.pace import USUAL_CHANGE

BEGUN = at("10:00:00")
NOW = at("10:30:00")
CHANGE = USUAL_CHANGE // seconds(1)
STATEMENTS = st.lists(st.integers(1, 900), max_size=60)
HEARD = st.lists(st.tuples(st.integers(1, 600), st.floats(1, 900)), max_size=5)


def request(number: int, allowed: int, **changes: object) -> Request:
    made = Request(
        id=f"r{number}",
        number=number,
        kind=RequestKind.STATEMENT,
        item="3",
        delegation="pan",
        participant=None,
        source=Source.DESK,
        modality=Modality.IN_PERSON,
        tier=1,
        seconds=allowed,
        accepted_at=BEGUN + seconds(number),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # its own fields


def spoken(number: int, used: float, *, since: float = 0) -> Spoken:
    begun = BEGUN + seconds(since)
    return Spoken(
        grant=number,
        kind=RequestKind.STATEMENT,
        holder=Holder(kind=HolderKind.DELEGATION, ref="pan"),
        item="3",
        started_at=begun,
        ended_at=begun + seconds(used),
        spoken=seconds(used),
        request=f"r{number}",
    )


def planned(
    allowed: Sequence[int], left: float | None = None, used: Sequence[tuple[int, float]] = ()
) -> Meeting:
    """Item 3 at half past ten: these wait, these (allowed, used) were heard, so many seconds to the end."""
    heard = {f"r{n}": request(n, may, state=RequestState.DELIVERED) for n, (may, _) in enumerate(used, 1)}
    waiting = {f"r{n}": request(n, may) for n, may in enumerate(allowed, len(used) + 1)}
    turns = {n: spoken(n, took) for n, (_, took) in enumerate(used, 1)}
    return replace(
        in_session().meeting,
        requests={**heard, **waiting},
        spoken=turns,
        called_to_order_at=NOW,
        ends_at=None if left is None else NOW + seconds(left),
    )


def told(meeting: Meeting) -> Forecast:
    found = forecast(meeting)
    assert found is not None
    return found
