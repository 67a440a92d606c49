"""``hemicycle person``: all that is kept about somebody, and erasing her."""

from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask

app = typer.Typer(no_args_is_help=True, help="Hand out what is kept about a person, or erase her.")

PersonArgument = Annotated[
    str, typer.Argument(help="Her id as a participant, or that of her registration or nomination.")
]


@app.command()
def export(conference: ConferenceArgument, person: PersonArgument, service: ServiceOption = HERE) -> None:
    """Print everything about a person as JSON."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/people/{person}/data"))
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2))


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
