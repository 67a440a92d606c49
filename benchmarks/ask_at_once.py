"""Two hundred delegations ask for the floor at the same instant: how soon each knows it is on the list."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import uvloop
from benchmarks import floors
from benchmarks.assembly import ITEM, Assembly, assemble, served
from benchmarks.lean_console import LeanConsole
from benchmarks.report import Report, Row

from hemicycle_client import Rest

DELEGATIONS = 200
RUNS = 5
OPENING = 60.0
"""Seconds until all delegations must have been noted as present."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run, in milliseconds. ``acknowledged``: for each delegation; ``shown``: all, on all consoles."""

    acknowledged: Sequence[float]
    shown: float


def measure(say: Callable[[str], None]) -> Report:
    """Several runs, each in a meeting of its own; the medians of the runs."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        say("bare loops on the disk")
        times = {loop: [loop(Path(folder), DELEGATIONS) for _ in range(RUNS)] for loop in _FLOORS}
        grouped = _service(Path(folder) / "grouped", None, say)
        single = _service(Path(folder) / "single", 1, say)
    floor = [_row(name, times[loop], beside=True) for loop, name in _FLOORS.items()]
    return Report(
        title=f"{DELEGATIONS} delegations ask for the floor at the same instant; medians of {RUNS} meetings",
        columns=("median, ms", "99th, ms", "last, ms", "last / bare commits", "all on all consoles, ms"),
        rows=_with_ratio([grouped, single, *floor], floor[0]),
        notes=(
            "Checked in each meeting: every delegation stands on the list once, in the order of the log.",
            "Times are from sending to `accepted`, over the delegations; all on one machine.",
        ),
    )


_FLOORS: dict[Callable[[Path, int], list[float]], str] = {
    floors.commits: f"bare loop: {DELEGATIONS} durable commits, one row each",
    floors.syncs: f"bare loop: {DELEGATIONS} pages written and synced",
}


def _service(folder: Path, together: int | None, say: Callable[[str], None]) -> Row:
    name = "Hemicycle" if together is None else "Hemicycle, one transaction for each request"
    say(f"{name}: {DELEGATIONS} delegations")
    folder.mkdir()
    assembly = assemble(folder, DELEGATIONS, RUNS)
    with served(assembly.data, together) as url:
        outcomes = []
        for meeting in assembly.meetings:
            outcomes.append(uvloop.run(_run(url, assembly, meeting)))
            say(f"  meeting {len(outcomes)} of {RUNS}: last after {max(outcomes[-1].acknowledged):.0f} ms")
    figures = [_figures(outcome.acknowledged) for outcome in outcomes]
    return Row(name, [*map(median, zip(*figures, strict=True)), median(o.shown for o in outcomes)])


def _figures(milliseconds: Sequence[float]) -> tuple[float, float, float]:
    """The median, the 99th percentile, the last."""
    return median(milliseconds), quantiles(milliseconds, n=100)[98], max(milliseconds)


def _row(name: str, runs: Sequence[Sequence[float]], *, beside: bool) -> Row:
    figures = [_figures([seconds * 1000 for seconds in run]) for run in runs]
    return Row(name, [*map(median, zip(*figures, strict=True)), "–"], beside=beside)


def _with_ratio(rows: Sequence[Row], floor: Row) -> list[Row]:
    """Each row with its last acknowledgement by that of the floor."""
    beside = float(floor.figures[2])
    return [
        Row(row.name, [*row.figures[:3], float(row.figures[2]) / beside, row.figures[3]], row.beside)
        for row in rows
    ]


async def _run(url: str, assembly: Assembly, meeting: str) -> Outcome:
    """One meeting: all connect, the list is opened, all ask; then the list is compared with the answers."""
    async with Rest(url, token=assembly.chair.token) as chair:
        consoles = await asyncio.gather(
            *(LeanConsole.follow(url, meeting, delegate.token) for delegate in assembly.delegates)
        )
        await _open_list(chair, meeting)
        for number, console in enumerate(consoles):
            console.ask(number)
        await asyncio.gather(*(console.answered for console in consoles))
        newest = max(console.acknowledged_seq for console in consoles)
        while any(console.seen[0] < newest for console in consoles):
            await asyncio.sleep(0.001)
        await _check(chair, assembly, meeting, consoles)
    began = min(console.asked_at for console in consoles)
    for console in consoles:
        console.close()
    return Outcome(
        [(console.acknowledged_at - console.asked_at) * 1000 for console in consoles],
        (max(console.seen[1] for console in consoles) - began) * 1000,
    )


async def _open_list(chair: Rest, meeting: str) -> None:
    """When every delegation has been noted as present, so that no news of it comes in between."""
    deadline = perf_counter() + OPENING
    while len((await chair.view(meeting, "podium")).view["present"]) < DELEGATIONS:
        if perf_counter() > deadline:
            raise RuntimeError("not all delegations were noted as present")
        await asyncio.sleep(0.2)
    await chair.send(meeting, "CallToOrder")
    await chair.send(meeting, "TakeUpItem", item=ITEM)
    await chair.send(meeting, "OpenList", item=ITEM)
    await asyncio.sleep(0.5)


async def _check(chair: Rest, assembly: Assembly, meeting: str, consoles: Sequence[LeanConsole]) -> None:
    """Nobody is lost, nobody stands there twice, and the list has the order of the log."""
    view = (await chair.view(meeting, "podium")).view
    on_list = [view["entries"][request]["delegation"] for request in view["lists"][ITEM]["order"]]
    pairs = zip(assembly.delegates, consoles, strict=True)
    by_seq = sorted(pairs, key=lambda pair: pair[1].acknowledged_seq)
    asked = [delegate.delegation for delegate, _ in by_seq]
    if on_list != asked or len({console.acknowledged_seq for console in consoles}) != DELEGATIONS:
        raise RuntimeError("the list is not what was acknowledged, in the order of the log")
