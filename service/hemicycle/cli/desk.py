"""``hemicycle seats`` and ``hemicycle revoke``: the desk's acts on a service that is running.

They go through the service, so that live meetings and open consoles follow at once. The secretariat's
token is read from ``HEMICYCLE_TOKEN`` (``hemicycle invite … --capacity secretariat --bearer`` makes one).
"""

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle_client import Rest

seats = typer.Typer(no_args_is_help=True, help="See and move who holds which seat of a delegation.")

DelegationArgument = Annotated[str, typer.Argument(help="The delegation's id.")]


@seats.command()
def show(
    conference: ConferenceArgument, delegation: DelegationArgument, service: ServiceOption = HERE
) -> None:
    """Show all seats of a delegation and its people."""
    found = ask(service, lambda rest: rest.delegation(conference, delegation))
    names = {person["id"]: person["name"] for person in found["people"]}
    table = Table("Seat", "Held by", "Name", title=escape(found["names"]["en"]))
    for seat in found["seats"]:
        holder = seat.get("participant")
        table.add_row(seat["id"], holder or "–", escape(names.get(holder, "")))
    for person in found["people"]:
        if "modality" not in person:
            table.add_row("", person["id"], escape(person["name"]))
    Console().print(table)


@seats.command()
def give(
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    seat: Annotated[str, typer.Argument(help="For example pan.online.speaker.1")],
    participant: Annotated[str | None, typer.Argument(help="Who shall hold it; without: nobody.")] = None,
    reason: Annotated[str | None, typer.Option(help="Kept apart from the meeting's log.")] = None,
    service: ServiceOption = HERE,
) -> None:
    """Give a seat to somebody. If she holds another seat, the former holder takes that one."""

    async def move(rest: Rest) -> dict[str, Any]:
        found = await rest.delegation(conference, delegation)
        return await rest.assign_seats(conference, delegation, _moves(found, seat, participant), reason)

    moved = ask(service, move)
    followed = ", ".join(moved["meetings"]) or "no live meeting"
    Console().print(f"{seat} is held by {participant or 'nobody'}; {followed} follows.", markup=False)


def revoke(
    login: Annotated[str, typer.Argument(help="The login's id: what stands before the dot of its link.")],
    service: ServiceOption = HERE,
) -> None:
    """End a login: its consoles close at once and its link and token are dead."""

    async def end(rest: Rest) -> dict[str, Any]:
        await rest.revoke_login(login)
        return {}

    ask(service, end)
    Console().print(f"{login} is revoked.", markup=False)


def _moves(delegation: dict[str, Any], seat: str, participant: str | None) -> list[dict[str, str]]:
    """The moves that make a swap: who gives a seat up gets the one that the new holder leaves."""
    held = {s["id"]: s["participant"] for s in delegation["seats"] if "participant" in s}
    left = next((s for s, holder in held.items() if holder == participant and s != seat), None)
    moves = [_move(seat, participant)]
    if participant is not None and left is not None:
        moves.append(_move(left, held.get(seat)))
    return moves


def _move(seat: str, participant: str | None) -> dict[str, str]:
    return {"seat": seat} if participant is None else {"seat": seat, "participant": participant}
