"""``hemicycle conference``: load a conference from its file, and look at what is loaded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.calendar_tables import calendar_tables
from hemicycle.cli.running import fail, opened
from hemicycle.cli.serve import DataOption, JsonOption, database
from hemicycle.registry import calendar, calendar_changes, conferences, delegations
from hemicycle.registry.conference_file import ConferenceFile, read_conference
from hemicycle.registry.conferences import ConferenceDiffers, UnknownConference
from hemicycle.registry.installed import installed
from hemicycle.registry.toml_file import FileRefused
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import titled
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
    engine = opened(database(data))
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
    """Show a conference: its calendar, its delegations, and what is assumed of it."""
    engine = opened(database(data))
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
            typer.echo(f"{facts.id}  {titled(facts.title)}")
        return
    facts = conferences.conference(conn, conference)
    plan = calendar_changes.written(conn, conference)
    members = delegations.delegations(conn, conference)
    if json:
        found = {
            "conference": facts,
            "meetings": conferences.meetings(conn, conference),
            "delegations": members,
            "calendar": plan.model_dump(mode="json", exclude_none=True),
            "attends": {who: sorted(of) for who, of in calendar.attendance(conn, conference).items()},
        }
        typer.echo(orjson.dumps(found, option=orjson.OPT_NON_STR_KEYS))
        return
    out = Console()
    out.print(titled(facts.title), style="bold", markup=False)
    out.print(f"{facts.id} · {facts.time_zone} · {titled(facts.procedure.title)}", markup=False)
    for table in calendar_tables(plan, conference):
        out.print(table)
    out.print(_delegations(members))
    for line in _attendance(conn, conference):
        out.print(line, markup=False)
    for assumed in facts.assumptions:
        out.print(f"Assumed – {assumed.about}: {assumed.says}", markup=False)


def _attendance(conn: Connection, conference: str) -> Iterator[str]:
    """Who does not attend every session."""
    everything = {session.id for session in calendar.sessions(conn, conference)}
    for delegation, attended in sorted(calendar.attendance(conn, conference).items()):
        if attended != everything:
            yield f"{delegation} attends {', '.join(sorted(attended))} only"


def _delegations(members: tuple[Delegation, ...]) -> Table:
    table = Table("Category", "Delegations", "Who")
    for category in sorted({d.category for d in members}):
        names = [d.names["en"] for d in members if d.category is category]
        table.add_row(category.value, str(len(names)), escape(", ".join(names)))
    return table
