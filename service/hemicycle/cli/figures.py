"""``hemicycle figures``: how many are nominated, registered and approved, as a table with bars."""

from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.serve import JsonOption

_BAR = 24


def figures(
    conference: ConferenceArgument,
    by_delegation: Annotated[
        bool, typer.Option("--delegations/--categories", help="A line for each delegation.")
    ] = False,
    json: JsonOption = False,
    service: ServiceOption = HERE,
) -> None:
    """Show how many are nominated, registered and approved."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/figures"))
    if json:
        typer.echo(orjson.dumps(found))
        return
    lines = (
        [(line["name"], line) for line in found["delegations"]]
        if by_delegation
        else list(found["by_category"].items())
    )
    table = Table("", "Nominated", "Registered", "Approved", "Approved of those nominated")
    for name, line in [*lines, ("all", found["total"])]:
        table.add_row(escape(name), *_cells(line["total"]))
    for group in ("by_modality", "by_role"):
        table.add_section()
        for name, counts in found["total"][group].items():
            table.add_row(name, *_cells(counts))
    out = Console()
    out.print(table)
    out.print(_gender(found["gender"]), markup=False)


def _cells(counts: dict[str, int]) -> list[str]:
    whole = max(counts["nominated"], counts["approved"], 1)
    filled = round(_BAR * counts["approved"] / whole)
    bar = f"{'█' * filled}{'░' * (_BAR - filled)}" if counts["nominated"] or counts["approved"] else ""
    return [str(counts["nominated"]), str(counts["registered"]), str(counts["approved"]), bar]


def _gender(gender: dict[str, Any]) -> str:
    said = [f"{name} {number}" for name, number in gender["of"].items()]
    said += [f"{name} withheld" for name in gender["withheld"]]
    told = ", ".join(said) or "nothing can be told"
    of = f"of {gender['counted']} registrations"
    return f"Gender, self-declared, {of}: {told} (fewer than five are withheld)"
