"""``hemicycle demo``: one command runs a hybrid meeting, with simulated delegates until people come."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from hemicycle.app import Service, build
from hemicycle.cli import simulated
from hemicycle.cli.demonstration import CONSOLES, Demonstration
from hemicycle.cli.running import address, fail, opened, serve_until_stopped, taken_port
from hemicycle.cli.serve import JsonOption, PortOption, environment
from hemicycle.journal import log
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.storage import Engine, reading
from hemicycle_client.bots import Cast, Plan

HOST = "127.0.0.1"
MEETING = 3
SEED = 2021


def demo(
    data: Annotated[
        Path | None,
        typer.Option("--data", help="Keep the data here, and resume it. Default: fresh and temporary."),
    ] = None,
    bots: Annotated[
        bool, typer.Option("--bots/--no-bots", help="With simulated delegates, or without.")
    ] = True,
    port: PortOption = 8000,
    json: JsonOption = False,
) -> None:
    """Run the third meeting of September 2021 on this machine, with all its consoles on one page."""
    listening = taken_port(HOST, port)
    assert ip_address(HOST).is_loopback  # noqa: S101 - the page hands out logins
    with _folder(data) as folder:
        engine = opened(folder)
        conference = simulated.load_shipped(engine)
        meeting = simulated.meeting_of(engine, conference.id, MEETING)
        if meeting is None:
            raise fail(f"{folder} holds another version of {conference.id}; choose another folder")
        url = address(listening)
        begins_at = _begins_at(engine, meeting)
        apart = {"clock_at": begins_at, "data": folder, "smtp_host": None, "public_url": url}
        service = build(engine, environment().model_copy(update=apart))
        demonstration = Demonstration(conference.id, meeting.id, bots=bots)
        service.parts.demo = demonstration

        async def beside() -> None:
            _say(url, folder, meeting, kept=data is not None, json=json)
            if bots:
                await _play(service, demonstration, url)

        serve_until_stopped(service, listening, beside)


async def _play(service: Service, demonstration: Demonstration, url: str) -> None:
    """The simulated participants, until the meeting is adjourned; the service goes on after them."""
    cast = await asyncio.to_thread(simulated.credentials, service.parts.engine, demonstration.conference)
    plan = replace(Plan.demo(SEED), always=demonstration.delegations)
    async with Cast(url, demonstration.meeting, cast, plan=plan, item=simulated.ITEM) as playing:
        demonstration.cast = playing
        demonstration.simulated = frozenset(credential.login for credential in cast)
        service.parts.conductor.heard = demonstration.heard
        await playing.run()
    await asyncio.get_running_loop().create_future()


def _begins_at(engine: Engine, meeting: MeetingFacts) -> datetime:
    """The meeting's hour; in a folder that is resumed, when its log last spoke."""
    with reading(engine) as conn:
        head = log.head(conn, meeting.id)
        last = log.read(conn, meeting.id, after=head.seq - 1)[-1].at if head else meeting.scheduled_at
    return max(last, meeting.scheduled_at)


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="hemicycle-demo-") as folder:
        yield Path(folder)


def _say(url: str, folder: Path, meeting: MeetingFacts, *, kept: bool, json: bool) -> None:
    if json:
        consoles = [console.key for console in CONSOLES]
        typer.echo(
            orjson.dumps({"url": url, "data": str(folder), "meeting": meeting.id, "consoles": consoles})
        )
        return
    out = Console()
    out.print(f"Open [bold]{url}[/] in a browser: the chair, the delegates, an interpreter and the hall.")
    out.print(
        f"Data: {folder} ({'kept' if kept else 'gone at the end; --data DIR keeps it'}). Ctrl-C ends it."
    )
