"""``hemicycle rehearse``: a whole meeting, or a week of them, headless; then all views are compared."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table

from hemicycle.cli import simulated
from hemicycle.cli import week as week_of
from hemicycle.cli.running import fail, opened
from hemicycle.cli.serve import JsonOption
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.terms import titled
from hemicycle_client import HemicycleError
from hemicycle_client.bots import Credential, Plan, Progress, Report
from hemicycle_client.bots import rehearse as run_rehearsal

PACE, WEEKS_PACE = 60.0, 400.0
"""Service seconds per real second."""
STOPPING = 15.0
"""Real seconds that the service is given to stop in order."""


FEWEST = 20
"""With these, and those whom the desk marks in the room, enough States are present to decide."""
WeekOption = Annotated[
    bool, typer.Option("--week", help="The ten meetings of the week, shortened, one after the other.")
]
OnlyOption = Annotated[str | None, typer.Option("--only", help="Of the week these meetings, as in 1,3,10.")]
DelegationsOption = Annotated[
    int | None,
    typer.Option(min=FEWEST, help="Simulate people of so many delegations only. Default: of all."),
]


def rehearse(
    meeting: Annotated[int, typer.Option(help="The meeting's number in the September 2021 conference.")] = 3,
    pace: Annotated[
        float | None,
        typer.Option(min=0.1, max=2000, help="Service seconds per real second. Default: 60; for a week 400."),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same plan.")] = 1,
    week: WeekOption = False,
    only: OnlyOption = None,
    delegations: DelegationsOption = None,
    json: JsonOption = False,
) -> None:
    """Run a whole meeting with simulated participants on a fresh service, and compare what all have seen.

    Ends with 1 unless the meeting came to its end and every client's view equals a fresh snapshot. With
    --week ten meetings on one data folder, the service started anew for each; each must also begin with
    those who waited at the end of the one before.
    """
    if only is not None and not week:
        raise fail("--only chooses meetings of a week: say --week too, or --meeting for one", 2)
    with tempfile.TemporaryDirectory(prefix="hemicycle-rehearsal-") as folder:
        stage = Stage(Path(folder), pace or (WEEKS_PACE if week else PACE), delegations, quiet=json)
        if week:
            ok = _week(stage, only, seed, json=json)
        else:
            ok = _meeting(stage, meeting, Plan.rehearsal(seed), json=json)
    if not ok:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a rehearsal is played: a data folder, the service's pace, and how many delegations have people.

    ``quiet``: no progress is shown.
    """

    data: Path
    pace: float
    delegations: int | None
    quiet: bool

    def rehearsed(self, number: int, plan: Plan, item: str) -> Report:
        """One meeting, by a service that starts at its hour. Ends the program where it breaks off."""
        engine = opened(self.data)
        try:
            conference = simulated.load_shipped(engine)
            facts = simulated.meeting_of(engine, conference.id, number)
            if facts is None:
                raise fail(f"{conference.id} has no meeting {number}", 2)
            cast = simulated.credentials(engine, conference.id, self.delegations)
        finally:
            engine.dispose()
        with fresh_service(self.data, facts.scheduled_at, self.pace) as url:
            try:
                return asyncio.run(_run(url, facts, cast, plan, item=item, quiet=self.quiet))
            except HemicycleError as error:
                raise fail(f"the rehearsal of {facts.id} broke off: {error}") from error


def _meeting(stage: Stage, number: int, plan: Plan, *, json: bool) -> bool:
    report = stage.rehearsed(number, plan, simulated.ITEM)
    if json:
        typer.echo(orjson.dumps(report.to_dict()))
    else:
        Console().print(_table(report))
    return report.ok


def _week(stage: Stage, only: str | None, seed: int, *, json: bool) -> bool:
    try:
        numbers = week_of.numbers(only)
    except ValueError as error:
        raise fail("--only: numbers from 1 to 10 are expected, as in 1,3,10", 2) from error
    found = week_of.run(numbers, seed, stage.rehearsed, monotonic)
    if json:
        typer.echo(orjson.dumps(found.to_dict()))
    else:
        Console().print(week_of.table(found), *week_of.lines(found), sep="\n", highlight=False)
    return found.ok


async def _run(
    url: str, meeting: MeetingFacts, cast: list[Credential], plan: Plan, *, item: str, quiet: bool
) -> Report:
    if quiet:
        return await run_rehearsal(url, meeting.id, cast, item=item, plan=plan)
    with Live(console=Console(stderr=True), transient=True) as live:

        def show(progress: Progress) -> None:
            live.update(_standing(titled(meeting.title), progress))

        return await run_rehearsal(url, meeting.id, cast, item=item, plan=plan, progress=show)


@contextmanager
def fresh_service(data: Path, clock_at: datetime, pace: float) -> Iterator[str]:
    """A service of its own on a data folder, in a process of its own; yields its URL, ends it at the end."""
    command = [sys.executable, "-m", "hemicycle", "serve", "--port", "0", "--json", "--data", str(data)]
    clock = {"HEMICYCLE_CLOCK_AT": clock_at.isoformat(), "HEMICYCLE_CLOCK_SCALE": str(pace)}
    with subprocess.Popen(command, env={**os.environ, **clock}, stdout=subprocess.PIPE) as service:  # noqa: S603 - our own
        try:
            assert service.stdout is not None  # noqa: S101 - piped above
            line = service.stdout.readline()
            if not line:
                raise fail("the service of the rehearsal did not start; its own message stands above")
            yield str(orjson.loads(line)["url"])
        finally:
            service.terminate()
            try:
                service.wait(STOPPING)
            except subprocess.TimeoutExpired:
                service.kill()


def _standing(title: str, progress: Progress) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_row("Service time", f"{progress.service_time:%d %b %Y, %H:%M:%S} UTC", title, progress.phase)
    table.add_row("Speaking", progress.speaking or "–", "Waiting", str(progress.waiting))
    table.add_row("Requests", str(progress.requests), "Statements", str(progress.statements))
    table.add_row("Interruptions", str(progress.interruptions), "Refusals", str(progress.refusals))
    table.add_row(
        "Connected", f"{progress.connected} of {progress.seats}", "Reconnects", str(progress.reconnects)
    )
    return table


def _table(report: Report) -> Table:
    same = sum(client.equal for client in report.clients)
    table = Table("", "", title=f"Rehearsal of {report.meeting}", show_header=False)
    table.add_row("Came to its adjournment", "yes" if report.adjourned else "no")
    table.add_row("Requests accepted", str(report.requests))
    table.add_row("Statements delivered", str(report.statements))
    table.add_row("Interruptions", str(report.interruptions))
    for code, count in report.refusals.items():
        table.add_row(f"Refused: {code}", str(count))
    table.add_row("Lines dropped, reconnects", f"{report.drops}, {report.reconnects}")
    table.add_row("Clients whose view equals a fresh snapshot", f"{same} of {len(report.clients)}")
    for trouble in (*report.missed, *report.failures):
        table.add_row("Trouble", trouble)
    for client in report.clients:
        if client.why is not None:
            table.add_row(f"Differs: {client.capacity} {client.login}", client.why)
    return table
