"""``hemicycle calendar`` and ``hemicycle delegations``: the conference of a service that is running."""

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.calendar_tables import calendar_tables
from hemicycle.cli.conference import read_file
from hemicycle.cli.serve import JsonOption
from hemicycle.registry.calendar_model import Calendar, CalendarDocument
from hemicycle.rules.terms import Category

calendar = typer.Typer(no_args_is_help=True, help="See and change a conference's calendar while it runs.")
delegations = typer.Typer(no_args_is_help=True, help="See, add and change delegations while it runs.")


@calendar.command("show")
def show_calendar(
    conference: ConferenceArgument, service: ServiceOption = HERE, json: JsonOption = False
) -> None:
    """Show sessions, agenda and meetings, hours in the conference's zone."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/calendar"))
    if json:
        typer.echo(orjson.dumps(found))
        return
    for table in calendar_tables(CalendarDocument.model_validate(found["calendar"]), conference):
        Console().print(table)


@calendar.command("put")
def put_calendar(
    file: Annotated[Path, typer.Argument(help="A conference's file: its calendar is taken, nothing else.")],
    service: ServiceOption = HERE,
) -> None:
    """Put the calendar of a conference's file in the place of the present one.

    Refused as a whole where it contradicts the log of a meeting that has begun.
    """
    document = read_file(file).document
    taken = {name: getattr(document, name) for name in Calendar.model_fields}
    sent = CalendarDocument(
        time_zone=document.conference.time_zone,
        registration_closes=document.conference.registration_closes,
        **taken,
    ).model_dump(mode="json", exclude_none=True)
    path = f"conferences/{document.conference.id}/calendar"
    found = ask(service, lambda rest: rest.ask("PUT", path, sent))
    typer.echo(f"{document.conference.id} has the file's calendar: {len(found['meetings'])} meetings.")


@delegations.command("show")
def show_delegations(
    conference: ConferenceArgument, service: ServiceOption = HERE, json: JsonOption = False
) -> None:
    """Show all delegations, their categories and the sessions that they attend."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/delegations"))["items"]
    if json:
        typer.echo(orjson.dumps(found))
        return
    table = Table("Id", "Code", "Category", "Name", "Attends")
    for each in found:
        attends = ", ".join(each["sessions"]) or "all"
        table.add_row(
            each["id"], escape(each["code"]), each["category"], escape(each["names"]["en"]), attends
        )
    Console().print(table)


@delegations.command("put")
def put_delegation(
    conference: ConferenceArgument,
    delegation: Annotated[str, typer.Argument(help="Its id, for a State its code in small letters: bol")],
    *,
    category: Annotated[Category, typer.Option(help="What it takes part as.")],
    country: Annotated[str | None, typer.Option(help="ISO code: gives code and official names.")] = None,
    code: Annotated[str | None, typer.Option(help="Its short form on the consoles.")] = None,
    name: Annotated[str | None, typer.Option(help="Its English name, where there is no country.")] = None,
    session: Annotated[
        list[str] | None, typer.Option(help="Attends this one; repeat it; without: all.")
    ] = None,
    service: ServiceOption = HERE,
) -> None:
    """Add a delegation, or change it."""
    body: dict[str, Any] = {"category": category.value, "sessions": session or []}
    given = {"country": country, "code": code, "names": None if name is None else {"en": name}}
    body |= {key: value for key, value in given.items() if value is not None}
    found = ask(
        service, lambda rest: rest.ask("PUT", f"conferences/{conference}/delegations/{delegation}", body)
    )
    attends = ", ".join(found["sessions"]) or "everything"
    Console().print(f"{found['names']['en']} attends {attends}.", markup=False)


@delegations.command("remove")
def remove_delegation(
    conference: ConferenceArgument,
    delegation: Annotated[str, typer.Argument(help="Its id.")],
    service: ServiceOption = HERE,
) -> None:
    """Remove a delegation of which nothing is kept: neither people nor a note, nor a log."""
    ask(service, lambda rest: rest.ask("DELETE", f"conferences/{conference}/delegations/{delegation}"))
    Console().print(f"{delegation} is removed.", markup=False)
