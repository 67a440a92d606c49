"""``hemicycle conference``: load a conference from its file, and look at what is loaded."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.installed import installed
from hemicycle.cli.running import fail, opened
from hemicycle.cli.serve import DataOption, JsonOption, data_folder
from hemicycle.registry import conferences, delegations
from hemicycle.registry.conference_file import ConferenceFile, read_conference
from hemicycle.registry.conferences import ConferenceDiffers, ConferenceFacts, UnknownConference
from hemicycle.registry.toml_file import FileRefused
from hemicycle.rules.meeting import Delegation
from hemicycle.storage import Connection, reading, writing

app = typer.Typer(no_args_is_help=True, help="Load a conference from its file, and look at it.")


def read_file(file: Path) -> ConferenceFile:
    """A conference's file, checked; ends the program with all that is wrong in it, by line."""
    beside = [file.parent, file.parent.parent / "procedures", installed("procedures")]
    try:
        return read_conference(file, beside)
    except FileRefused as error:
        raise fail(str(error), 2) from error


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="A conference in TOML: see config/conferences.")],
    data: DataOption = None,
) -> None:
    """Load a conference into the data folder: its delegations, people, seats, agenda and meetings."""
    conference = read_file(file)
    engine = opened(data_folder(data))
    try:
        with writing(engine) as conn:
            fresh = conferences.load(conn, conference, datetime.now(UTC), "command line")
    except ConferenceDiffers as error:
        raise fail(str(error)) from error
    finally:
        engine.dispose()
    found = conference.document.conference.id
    Console().print(f"{found} is {'loaded' if fresh else 'there already, unchanged'}.")


@app.command()
def show(
    conference: Annotated[str | None, typer.Argument(help="Its id; without it, all are listed.")] = None,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Show a conference: its meetings, its delegations, and what is assumed of it."""
    engine = opened(data_folder(data))
    try:
        with reading(engine) as conn:
            _show(conn, conference, json=json)
    except UnknownConference as error:
        raise fail(f"there is no conference {error}; `hemicycle conference show` lists them") from error
    finally:
        engine.dispose()


def _show(conn: Connection, conference: str | None, *, json: bool) -> None:
    if conference is None:
        for facts in conferences.conferences(conn):
            typer.echo(f"{facts.id}  {facts.title}")
        return
    facts = conferences.conference(conn, conference)
    meetings = conferences.meetings(conn, conference)
    members = delegations.delegations(conn, conference)
    if json:
        found = {"conference": facts, "meetings": meetings, "delegations": members}
        typer.echo(orjson.dumps(found, option=orjson.OPT_NON_STR_KEYS))
        return
    out = Console()
    out.print(facts.title, style="bold", markup=False)
    out.print(f"{facts.id} · {facts.time_zone} · {facts.procedure.title}", markup=False)
    out.print(_meetings(facts, meetings))
    out.print(_delegations(members))
    for assumed in facts.assumptions:
        out.print(f"Assumed – {assumed.about}: {assumed.says}", markup=False)


def _meetings(facts: ConferenceFacts, meetings: tuple[conferences.MeetingFacts, ...]) -> Table:
    zone = ZoneInfo(facts.time_zone)
    table = Table("Meeting", "Id", "When", "Items")
    for meeting in meetings:
        begins, ends = meeting.scheduled_at.astimezone(zone), meeting.ends_at.astimezone(zone)
        when = f"{begins:%d %b %Y, %H:%M}-{ends:%H:%M}"
        table.add_row(escape(meeting.title), meeting.id, when, ", ".join(meeting.items))
    return table


def _delegations(members: tuple[Delegation, ...]) -> Table:
    table = Table("Category", "Delegations", "Who")
    for category in sorted({d.category for d in members}):
        names = [d.names["en"] for d in members if d.category is category]
        table.add_row(category.value, str(len(names)), escape(", ".join(names)))
    return table
