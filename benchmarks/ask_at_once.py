"""Two hundred delegations ask for the floor at the same instant: how soon each knows it is on the list."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
    """Milliseconds. ``acknowledged``: for each delegation; ``shown``: all requests, on all consoles."""

    acknowledged: Sequence[float]
    shown: float | None = None


Ask = Callable[[int], Outcome]
"""Lets all ask once, in the meeting with this place."""


def measure(say: Callable[[str], None]) -> Report:
    """All ways in turn, several times: what shares the disk with us changes from minute to minute."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-bench-")))
        ways: dict[str, Ask] = {
            "Hemicycle": stack.enter_context(_service(folder / "grouped", None)),
            "the same, one transaction for each request": stack.enter_context(_service(folder / "single", 1)),
            "bare loop: durable commits, a row each": _floor(floors.commits, folder),
            "bare loop: pages written and synced": _floor(floors.syncs, folder),
        }
        outcomes: dict[str, list[Outcome]] = {name: [] for name in ways}
        for place in range(RUNS):
            for name, ask in ways.items():
                outcomes[name].append(ask(place))
                say(f"{place + 1} of {RUNS}, {name}: {max(outcomes[name][-1].acknowledged):.0f} ms")
    beside = outcomes["bare loop: durable commits, a row each"]
    return Report(
        title=f"{DELEGATIONS} delegations ask for the floor at the same instant; medians of {RUNS} meetings",
        columns=("median, ms", "99th, ms", "last, ms", "last by bare commits", "on all consoles, ms"),
        rows=[_row(name, runs, beside) for name, runs in outcomes.items()],
        notes=(
            "Checked in each meeting: every delegation stands on the list once, in the order of the log.",
            "Times are from sending to `accepted`, over the delegations; all on one machine.",
        ),
    )


def _floor(loop: Callable[[Path, int], list[float]], folder: Path) -> Ask:
    return lambda _: Outcome([seconds * 1000 for seconds in loop(folder, DELEGATIONS)])


@contextmanager
def _service(folder: Path, together: int | None) -> Iterator[Ask]:
    folder.mkdir()
    assembly = assemble(folder, DELEGATIONS, RUNS)
    with served(assembly.data, together) as url:
        yield lambda place: uvloop.run(_meet(url, assembly, assembly.meetings[place]))


def _row(name: str, runs: Sequence[Outcome], beside: Sequence[Outcome]) -> Row:
    figures = [_figures(run.acknowledged) for run in runs]
    ratios = [
        max(run.acknowledged) / max(floor.acknowledged) for run, floor in zip(runs, beside, strict=True)
    ]
    shown = [run.shown for run in runs if run.shown is not None]
    medians = [median(column) for column in zip(*figures, strict=True)]
    return Row(name, [*medians, median(ratios), median(shown) if shown else "–"], beside=not shown)


def _figures(milliseconds: Sequence[float]) -> tuple[float, float, float]:
    """The median, the 99th percentile, the last."""
    return median(milliseconds), quantiles(milliseconds, n=100)[98], max(milliseconds)


async def _meet(url: str, assembly: Assembly, meeting: str) -> Outcome:
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
