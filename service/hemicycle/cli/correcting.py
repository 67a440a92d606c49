"""``hemicycle registrations correct``: what a registration says wrongly, on a service that is running."""

from typing import Annotated, Any

import typer
from rich.console import Console

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.running import fail
from hemicycle.rules.terms import Modality, Role
from hemicycle_client import Rest

KEPT = ("delegation", "name", "email", "modality", "role", "title", "sessions", "language")
"""What stays as it is where nothing else is said."""


def correct(  # noqa: PLR0917 - as many parameters as the command has options
    conference: ConferenceArgument,
    registration: Annotated[str, typer.Argument(help="Its id.")],
    reason: Annotated[str, typer.Option(help="Why, on record.")],
    name: Annotated[str | None, typer.Option()] = None,
    email: Annotated[str | None, typer.Option(help="Who is approved gets a new link there.")] = None,
    delegation: Annotated[str | None, typer.Option(help="The id of her delegation.")] = None,
    modality: Annotated[Modality | None, typer.Option()] = None,
    role: Annotated[Role | None, typer.Option()] = None,
    title: Annotated[str | None, typer.Option()] = None,
    session: Annotated[
        list[str] | None, typer.Option(help="A session that she attends; may be repeated.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="As fr.")] = None,
    service: ServiceOption = HERE,
) -> None:
    """Correct a registration. Of one that is approved, place, seat and login follow within the limits; one
    that was rejected or withdrawn asks again. No import changes it any more.
    """
    asked = {
        "name": name,
        "email": email,
        "delegation": delegation,
        "modality": modality,
        "role": role,
        "title": title,
        "sessions": session,
        "language": language,
    }
    changed = {key: value for key, value in asked.items() if value is not None}
    if not changed:
        raise fail("say what is to be corrected, as --email or --role", 2)
    path = f"conferences/{conference}/registrations/{registration}"

    async def run(rest: Rest) -> dict[str, Any]:
        now = await rest.ask("GET", path)
        kept = {key: now[key] for key in KEPT if key in now}
        return await rest.ask("PUT", path, {**kept, **changed, "reason": reason})

    line = ask(service, run)
    says = f"{line['name']}: {line['modality']} {line['role']}, {line['state']}, {line['match']}"
    Console().print(says, markup=False)
