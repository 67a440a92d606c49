"""``hemicycle approve``, ``reject`` and ``withdraw``: who takes part, asked of a service that is running."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.batches import in_batches
from hemicycle.cli.running import fail
from hemicycle_client import Rest

Ids = Annotated[list[str], typer.Argument(help="Ids of registrations.")]


def approve(
    conference: ConferenceArgument,
    registrations: Annotated[
        list[str] | None, typer.Argument(help="Ids; without any: all that the notes verbales name.")
    ] = None,
    delegation: Annotated[str | None, typer.Option(help="Only those of this delegation.")] = None,
    reason: Annotated[
        str | None, typer.Option(help="Approve also whom the note does not name so; on record.")
    ] = None,
    as_named: Annotated[
        bool, typer.Option("--as-named", help="With the modality, role and sessions that the note names.")
    ] = False,
    same_as: Annotated[
        str | None,
        typer.Option("--same-as", help="Whom of the conference's file the one registration is of."),
    ] = None,
    service: ServiceOption = HERE,
) -> None:
    """Approve registrations: each gets a place, a seat if one is free, and a mail with the login link."""
    if not registrations and (reason is not None or as_named):
        raise fail("a reason, and --as-named, are for registrations that are named one by one")
    if same_as is not None and len(registrations or ()) != 1:
        raise fail("--same-as is for one registration that is named")
    chosen = registrations or ask(service, lambda rest: _clean(rest, conference, delegation))
    made = _decided(service, conference, "approve", chosen, reason, as_named=as_named, same_as=same_as)
    seated = sum(line["seated"] for line in made["approved"])
    says = f"{len(made['approved'])} approved, {seated} of them seated"
    _print(says, made["refused"])


def reject(
    conference: ConferenceArgument,
    registrations: Ids,
    reason: Annotated[str, typer.Option(help="Why, on record.")],
    service: ServiceOption = HERE,
) -> None:
    """Refuse pending registrations, with a reason. The persons are told by mail."""
    made = _decided(service, conference, "reject", registrations, reason)
    _print(f"{len(made['done'])} rejected", made["refused"])


def withdraw(
    conference: ConferenceArgument,
    registrations: Ids,
    reason: Annotated[str | None, typer.Option(help="Why, on record.")] = None,
    service: ServiceOption = HERE,
) -> None:
    """End registrations: place, seat and login go at once. The persons are told by mail."""
    made = _decided(service, conference, "withdraw", registrations, reason)
    _print(f"{len(made['done'])} withdrawn", made["refused"])


def _decided(
    service: str,
    conference: str,
    act: str,
    chosen: Sequence[str],
    reason: str | None,
    **how: bool | str | None,
) -> dict[str, list[dict[str, Any]]]:
    """What became of all of them; asked for some at a time, with the progress shown."""
    made: dict[str, list[dict[str, Any]]] = {"approved": [], "done": [], "refused": []}
    path = f"conferences/{conference}/registrations/{act}"
    for batch in in_batches(chosen, "Deciding"):
        body = {"registrations": batch, **({"reason": reason} if reason else {}), **how}
        answer = ask(service, lambda rest, body=body: rest.ask("POST", path, body))  # type: ignore[misc]
        for key, lines in answer.items():
            made[key] += lines
    return made


def _print(says: str, refused: Sequence[dict[str, Any]]) -> None:
    """What was done, then each refusal; ends the program with 1 if there is one."""
    console = Console()
    console.print(f"{says}; {len(refused)} refused.")
    for line in refused:
        console.print(f"{line['registration']}: {line['problem']['detail']}", markup=False)
    if refused:
        raise typer.Exit(1)


async def _clean(rest: Rest, conference: str, delegation: str | None) -> list[str]:
    """Cross-checks anew; those that the notes in force name so, delegation by delegation."""
    body = {} if delegation is None else {"delegation": delegation}
    checked = await rest.ask("POST", f"conferences/{conference}/cross-check", body)
    of = {line["id"]: line.get("delegation", "") for line in checked["registrations"]}
    return sorted(checked["clean"], key=lambda registration: of[registration])
