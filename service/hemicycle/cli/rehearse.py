"""``hemicycle rehearse``: a whole meeting, headless, on a fresh service; then all views are compared."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table

from hemicycle.cli import simulated
from hemicycle.cli.running import fail, opened
from hemicycle.cli.serve import JsonOption
from hemicycle_client import HemicycleError
from hemicycle_client.bots import Credential, Plan, Progress, Report
from hemicycle_client.bots import rehearse as run_rehearsal

STOPPING = 15.0
"""Real seconds that the service is given to stop in order."""


def rehearse(
    meeting: Annotated[int, typer.Option(help="The meeting's number in the September 2021 conference.")] = 3,
    pace: Annotated[float, typer.Option(min=0.1, max=2000, help="Service seconds per real second.")] = 60,
    seed: Annotated[int, typer.Option(help="The same seed draws the same plan.")] = 1,
    json: JsonOption = False,
) -> None:
    """Run a whole meeting with simulated participants on a fresh service, and compare what all have seen.

    Ends with 1 unless the meeting came to its end and every client's view equals a fresh snapshot.
    """
    with tempfile.TemporaryDirectory(prefix="hemicycle-rehearsal-") as folder:
        report = _rehearse(Path(folder), meeting, pace, Plan.rehearsal(seed), quiet=json)
    if json:
        typer.echo(orjson.dumps(report.to_dict()))
    else:
        Console().print(_table(report))
    if not report.ok:
        raise typer.Exit(1)


def _rehearse(data: Path, number: int, pace: float, plan: Plan, *, quiet: bool) -> Report:
    engine = opened(data)
    try:
        conference = simulated.load_shipped(engine)
        facts = simulated.meeting_of(engine, conference.id, number)
        if facts is None:
            raise fail(f"{conference.id} has no meeting {number}", 2)
        cast = simulated.credentials(engine, conference.id)
    finally:
        engine.dispose()
    with fresh_service(data, facts.scheduled_at, pace) as url:
        try:
            return asyncio.run(_run(url, facts.id, cast, plan, quiet=quiet))
        except HemicycleError as error:
            raise fail(f"the rehearsal broke off: {error}") from error


async def _run(url: str, meeting: str, cast: list[Credential], plan: Plan, *, quiet: bool) -> Report:
    if quiet:
        return await run_rehearsal(url, meeting, cast, item=simulated.ITEM, plan=plan)
    with Live(console=Console(stderr=True), transient=True) as live:

        def show(progress: Progress) -> None:
            live.update(_standing(progress))

        return await run_rehearsal(url, meeting, cast, item=simulated.ITEM, plan=plan, progress=show)


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


def _standing(progress: Progress) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_row(
        "Service time", f"{progress.service_time:%d %b %Y, %H:%M:%S} UTC", "Meeting", progress.phase
    )
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
