"""``hemicycle limits``: how many may take part, asked of a service that is running."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.batches import in_batches
from hemicycle.cli.running import fail
from hemicycle.conduct.settling import Settling
from hemicycle.rules.terms import Modality, Role

limits = typer.Typer(no_args_is_help=True, help="See, publish and settle the limits of delegations.")

ReasonOption = Annotated[str | None, typer.Option(help="Why, on record.")]


@limits.command()
def show(conference: ConferenceArgument, service: ServiceOption = HERE) -> None:
    """Show the limits in force, the versions that there are, and who does not fit."""
    found = ask(service, lambda rest: rest.ask("GET", f"conferences/{conference}/policies"))
    held = next(p for p in found["policies"] if p["version"] == found["in_force"])
    table = Table("Category", "Modality", "Role", "For", "Nominated", "At once", title=_title(held))
    for limit in held["limits"]:
        of = (limit.get("category", "any"), limit["modality"], limit["role"], limit.get("scope", "all"))
        table.add_row(*of, str(limit["nominated"]), str(limit["at_once"]))
    for pool in held["pools"]:
        whom = ", ".join(pool["categories"]) or "any"
        kinds = (pool.get("modality", "any"), pool.get("role", "any"))
        table.add_row(f"{whom} together", *kinds, f"pool {pool['id']}", str(pool["size"]), "")
    console = Console()
    console.print(table)
    for policy in found["policies"]:
        if policy["version"] > found["in_force"]:
            console.print(f"Coming: {_title(policy)}", markup=False)
    _print_misfits(console, found["misfits"])


@limits.command()
def publish(
    conference: ConferenceArgument,
    file: Annotated[Path, typer.Argument(help="TOML: reason, holds_from, \\[[limits]], \\[[pools]].")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say who would not fit.")] = False,
    service: ServiceOption = HERE,
) -> None:
    """Publish a new version of the limits. Nobody loses anything by it: who no longer fits is listed."""
    from hemicycle.api.policies import NewPolicyBody
    from hemicycle.registry.toml_file import FileRefused, read

    try:
        _, written = read(file, NewPolicyBody)
    except FileRefused as error:
        raise fail(str(error)) from error
    body = written.model_dump(mode="json", exclude_none=True)
    path = f"conferences/{conference}/policies{'/preview' if dry_run else ''}"
    found = ask(service, lambda rest: rest.ask("POST", path, body))
    console = Console()
    if not dry_run:
        console.print(f"Version {found['policies'][-1]['version']} is published.")
    _print_misfits(console, found["misfits"])


@limits.command()
def settle(  # noqa: PLR0917 - as many parameters as the command has options
    conference: ConferenceArgument,
    act: Annotated[Settling, typer.Argument(help="What becomes of them.")],
    participants: Annotated[list[str] | None, typer.Argument(help="Ids of those who do not fit.")] = None,
    delegation: Annotated[
        list[str] | None, typer.Option(help="Everybody of this delegation who does not fit; may be repeated.")
    ] = None,
    limit: Annotated[
        str | None, typer.Option(help="Of these only who is over this, as place:in_person.speaker.*")
    ] = None,
    everybody: Annotated[bool, typer.Option("--everybody", help="Everybody who does not fit.")] = False,
    modality: Annotated[Modality | None, typer.Option(help="Where to, for a move.")] = None,
    role: Annotated[Role | None, typer.Option(help="As what, for a move.")] = None,
    reason: ReasonOption = None,
    service: ServiceOption = HERE,
) -> None:
    """Settle who no longer fits: withdraw, move to where there is room, or keep with a reason."""
    if sum(map(bool, (participants, delegation, everybody))) != 1:
        raise fail("name participants, or say --delegation or --everybody: one of the three", 2)
    policies = f"conferences/{conference}/policies"
    found = ask(service, lambda rest: rest.ask("GET", policies))
    chosen = participants or [
        m["participant"]
        for m in found["misfits"]
        if "kept" not in m and (everybody or m["delegation"] in (delegation or ())) and _is_over(m, limit)
    ]
    asked = {"act": act, "modality": modality, "role": role, "reason": reason}
    body = {key: value for key, value in asked.items() if value is not None}
    _settle(service, f"{policies}/{found['in_force']}/settle", chosen, body)


def _is_over(misfit: dict[str, Any], limit: str | None) -> bool:
    return limit is None or limit in misfit["over"]


def _settle(service: str, path: str, chosen: Sequence[str], body: dict[str, Any]) -> None:
    """Some at a time, with the progress shown; ends the program with 1 where somebody is refused."""
    done, left, refused = 0, 0, list[dict[str, Any]]()
    for batch in in_batches(chosen, "Settling"):
        sent = {**body, "participants": batch}
        answer = ask(service, lambda rest, sent=sent: rest.ask("POST", path, sent))  # type: ignore[misc]
        done += len(answer["done"])
        refused += answer["refused"]
        left = answer["left"]
    console = Console()
    console.print(f"{done} settled, {len(refused)} refused; {left} to be settled.")
    for line in refused:
        console.print(f"{line['participant']}: {line['problem']['detail']}", markup=False)
    if refused:
        raise typer.Exit(1)


def _title(policy: dict[str, Any]) -> str:
    return f"Version {policy['version']}, from {policy['holds_from']}: {escape(policy['reason'])}"


def _print_misfits(console: Console, misfits: list[dict[str, Any]]) -> None:
    unsettled = [m for m in misfits if "kept" not in m]
    if not misfits:
        console.print("Everybody fits.")
        return
    table = Table("Delegation", "Participant", "Holds too much", "Kept, because", title="Who does not fit")
    for misfit in misfits:
        table.add_row(
            misfit["delegation"],
            misfit["participant"],
            "\n".join(misfit["over"]),
            escape(misfit.get("kept", "")),
        )
    console.print(table)
    console.print(f"{len(unsettled)} to be settled.")
