"""``hemicycle person``: what is kept about somebody, her login link and her place, and erasing her."""

from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask

app = typer.Typer(no_args_is_help=True, help="A person's data, login link and place.")

PersonArgument = Annotated[
    str, typer.Argument(help="Her id as a participant, or that of her registration or nomination.")
]


@app.command()
def export(conference: ConferenceArgument, person: PersonArgument, service: ServiceOption = HERE) -> None:
    """Print everything about a person as JSON."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/people/{person}/data"))
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2))


@app.command()
def link(
    conference: ConferenceArgument,
    participant: Annotated[str, typer.Argument(help="Her id as a participant.")],
    service: ServiceOption = HERE,
) -> None:
    """Send a person a new login link: those before are dead. Where no address is known it is printed."""
    path = f"conferences/{conference}/people/{participant}/link"
    made = ask(service, lambda rest: rest.ask("POST", path))
    out = Console(soft_wrap=True, highlight=False)
    if "address" in made:
        out.print(f"A new link is on its way to {made['address']}.", markup=False)
    else:
        out.print(f"No address is known; hand it out: {service.rstrip('/')}{made['link']}", markup=False)


@app.command()
def release(
    conference: ConferenceArgument,
    participant: Annotated[str, typer.Argument(help="Her id in the conference's file.")],
    reason: Annotated[str | None, typer.Option(help="Kept on record.")] = None,
    service: ServiceOption = HERE,
) -> None:
    """End what somebody of the conference's file holds: seat, place and login."""
    path = f"conferences/{conference}/people/{participant}/release"
    ask(service, lambda rest: rest.ask("POST", path, {} if reason is None else {"reason": reason}))
    Console().print(f"{participant} is released.", markup=False)


@app.command()
def erase(
    conference: ConferenceArgument,
    person: PersonArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    service: ServiceOption = HERE,
) -> None:
    """Erase a person for good: seat, login, name, address, mail. The logs of meetings stay."""
    if not yes:
        typer.confirm(f"Erase {person} from {conference}? This cannot be undone.", abort=True)
    erased = ask(service, lambda rest: rest.ask("POST", f"conferences/{conference}/people/{person}/erase"))
    out = Console()
    out.print(f"{person} is now {erased['name']}.", markup=False)
    table = Table("Rows", "Erased")
    for kind, number in erased["rows"].items():
        table.add_row(kind, str(number))
    out.print(table)
    for document in erased["documents"]:
        out.print(
            f"The document {document['id']} ({document['name']}) of {document['delegation']} names her "
            "beside others; decide what becomes of it.",
            markup=False,
        )
