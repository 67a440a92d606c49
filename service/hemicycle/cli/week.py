"""``hemicycle rehearse --week``: ten meetings on one data folder, the service started anew for each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rich.table import Column, Table

from hemicycle.cli.week_plans import MEETINGS, item_of, plan_of
from hemicycle_client.bots import Plan, Report

Rehearse = Callable[[int, Plan, str], Report]
"""A meeting's number, its plan, and the item on which delegations speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What a week showed. ``troubles``: where a meeting did not go on as the one before had stopped."""

    reports: Sequence[Report]
    troubles: Sequence[str]
    seconds: float

    @property
    def ok(self) -> bool:
        """Every meeting went well and took over what the one before had left."""
        return bool(self.reports) and all(report.ok for report in self.reports) and not self.troubles

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        meetings = [report.to_dict() for report in self.reports]
        return {
            "ok": self.ok,
            "seconds": round(self.seconds, 1),
            "meetings": meetings,
            "troubles": [*self.troubles],
        }


def run(numbers: Iterable[int], seed: int, rehearse: Rehearse, clock: Callable[[], float]) -> Week:
    """One meeting after the other. ``clock``: real seconds from any beginning."""
    began = clock()
    reports = [rehearse(number, plan_of(number, seed), item_of(number)) for number in numbers]
    return Week(reports=reports, troubles=standing_lost(reports), seconds=clock() - began)


def standing_lost(reports: Iterable[Report]) -> list[str]:
    """STANDING: who waits at the end of a meeting waits at the beginning of the next, in the same order."""
    return [
        f"{later.meeting} begins with {len(later.inherited)} who wait, {former.meeting} "
        f"ended with {len(former.waiting)}, or in another order"
        for former, later in pairwise(reports)
        if later.inherited != former.waiting
    ]


def numbers(text: str | None) -> list[int]:
    """Which of the ten meetings, as in ``1,3,10``; all without it. Raises ``ValueError``."""
    if text is None:
        return list(range(1, MEETINGS + 1))
    found = sorted({int(part) for part in text.split(",")})
    if not found or found[0] < 1 or found[-1] > MEETINGS:
        raise ValueError(text)
    return found


def table(week: Week) -> Table:
    """What people read at the end."""
    counts = ("Carried", "Heard", "Points", "Refused", "Handed", "Left", "Same view")
    columns = [Column(name, justify="right", no_wrap=True) for name in counts]
    title = "The week of 6 to 10 September 2021"
    caption = "Carried, Left: who waits at the beginning and at the end. Handed: microphones."
    shown = Table("Meeting", *columns, title=title, caption=caption)
    for report in week.reports:
        same = sum(client.equal for client in report.clients)
        shown.add_row(
            report.meeting,
            str(len(report.inherited)),
            str(report.statements),
            str(report.interruptions),
            str(sum(report.refusals.values())),
            str(report.accepted.get("AnswerHandover", 0)),
            str(len(report.waiting)),
            f"{same} of {len(report.clients)}",
        )
    return shown


def lines(week: Week) -> list[str]:
    """Beneath the table: what was decided, what else was done, what went wrong, and how long it took."""
    decided = [f"{report.meeting}: {what}" for report in week.reports for what in report.decisions]
    done = {
        "texts handed in": "HandInText",
        "signals of the booths": "RaiseSignal",
        "steps of the panel": "NextOfPanel",
    }
    counts = [
        f"{sum(report.accepted.get(name, 0) for report in week.reports)} {words}"
        for words, name in done.items()
    ]
    troubles = [
        *week.troubles,
        *(f"{r.meeting}: {each}" for r in week.reports for each in (*r.missed, *r.failures)),
        *(f"{r.meeting} was not adjourned" for r in week.reports if not r.adjourned),
        *(
            f"{r.meeting}: {c.capacity} {c.login}: {c.why}"
            for r in week.reports
            for c in r.clients
            if c.why is not None
        ),
    ]
    outcome = "All went well" if week.ok else "Not all went well"
    counts.append(f"{sum(report.replies for report in week.reports)} rights of reply")
    return [*decided, ", ".join(counts), *troubles, f"{outcome}, in {week.seconds:.0f} seconds."]
