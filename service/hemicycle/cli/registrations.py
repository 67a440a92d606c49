"""``hemicycle registrations``: import them, compare them with the notes verbales, list them.

An import is a dry run that shows what it would do; ``--apply``, or ``apply`` with its id, does it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Column, Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.correcting import correct
from hemicycle.cli.running import fail
from hemicycle.cli.serve import JsonOption
from hemicycle.rules.terms import Modality, Role
from hemicycle_client import Rest

registrations = typer.Typer(no_args_is_help=True, help="Import, cross-check and list registrations.")
EVERY = 0.3
"""Seconds between two questions how far an import is."""
SHOWN = ("rejected", "held", "gone", "changed")
DelegationOption = Annotated[str | None, typer.Option("--delegation", help="Only this delegation's.")]
ReasonOption = Annotated[
    str | None, typer.Option("--reason", help="Why those who came after the deadline are taken.")
]
LeaveLateOption = Annotated[bool, typer.Option("--leave-late", help="Leave out who came after the deadline.")]


@registrations.command("import")
def import_(  # noqa: PLR0917 - as many parameters as the command has options
    conference: ConferenceArgument,
    file: Annotated[Path | None, typer.Argument(help="A CSV or XLSX export of Indico.")] = None,
    event: Annotated[int | None, typer.Option(help="Instead of a file: ask Indico for this event …")] = None,
    form: Annotated[
        str, typer.Option(help="… and this form. With a file: what to call it.")
    ] = "registrations",
    column: Annotated[
        list[str] | None, typer.Option(help="As email=Courriel, for a title that is not recognised.")
    ] = None,
    modality: Annotated[Modality | None, typer.Option(help="Of a form that does not ask.")] = None,
    role: Annotated[Role | None, typer.Option(help="Of a form that does not ask.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Take over what the dry run proposes.")] = False,
    reason: ReasonOption = None,
    leave_late: LeaveLateOption = False,
    service: ServiceOption = HERE,
) -> None:
    """Read registrations and show what would change; with --apply take them over."""
    known = {"modality": modality.value if modality else None, "role": role.value if role else None}
    more: dict[str, Any] = {key: value for key, value in known.items() if value is not None}
    begin = _begin(conference, file, event, form, [*(column or ())], more)
    found = ask(service, lambda rest: _followed(rest, conference, begin))
    _report(found)
    if found["state"] == "refused":
        raise fail(_refusal(found["problem"]))
    if apply:
        _apply(service, conference, found["id"], reason, leave_late=leave_late)
    else:
        say = f"Nothing has changed. To take this over: hemicycle registrations apply {conference} "
        Console().print(f"{say}{found['id']}", markup=False, soft_wrap=True)


@registrations.command("apply")
def apply_import(
    conference: ConferenceArgument,
    import_id: Annotated[str, typer.Argument(help="The id that the dry run showed.")],
    reason: ReasonOption = None,
    leave_late: LeaveLateOption = False,
    service: ServiceOption = HERE,
) -> None:
    """Take over what a dry run proposed, if the registrations are still those that it saw."""
    _apply(service, conference, import_id, reason, leave_late=leave_late)


registrations.command()(correct)


@registrations.command()
def check(
    conference: ConferenceArgument, delegation: DelegationOption = None, service: ServiceOption = HERE
) -> None:
    """Compare the pending registrations with the notes verbales, and show what a person must look at."""
    body = {} if delegation is None else {"delegation": delegation}
    found = ask(service, lambda rest: rest.ask("POST", f"conferences/{conference}/cross-check", body))
    columns = (Column("Id", no_wrap=True), "Match", "Delegation", "Registered as", "Named in the note")
    table = Table(*columns, title="To look at")
    for line in found["registrations"]:
        if line["state"] == "pending" and not line["clean"]:
            _add_match(table, line)
    Console().print(table)
    missing = Table("Delegation", "Line", "Name", "Modality", "Role", title="Named, and not registered")
    for each in found["unregistered"]:
        cells = (each["delegation"], str(each["place"]), each["name"], each["modality"], each["role"])
        missing.add_row(*map(escape, cells))
    Console().print(missing)
    counts = ", ".join(f"{count} {kind}" for kind, count in found["counts"].items())
    Console().print(f"{counts}; {len(found['clean'])} can be approved in one act.", markup=False)


@registrations.command("list")
def list_(
    conference: ConferenceArgument,
    delegation: DelegationOption = None,
    state: Annotated[str | None, typer.Option(help="pending, approved, rejected or withdrawn")] = None,
    match: Annotated[str | None, typer.Option(help="matched, doubtful, differs or none")] = None,
    json: JsonOption = False,
    service: ServiceOption = HERE,
) -> None:
    """List registrations in the order of their submission. The ids are those that deciding takes."""
    filters = {"delegation": delegation, "state": state, "match": match}
    query = "&".join(f"{key}={value}" for key, value in filters.items() if value is not None)
    lines = ask(service, lambda rest: _pages(rest, f"conferences/{conference}/registrations?{query}"))
    if json:
        for line in lines:
            typer.echo(orjson.dumps(line))
        return
    table = Table(Column("Id", no_wrap=True), "Delegation", "Name", "Takes part", "Stands")
    for line in lines:
        part, stands = f"{line['modality']} {line['role']}", f"{line['state']}, {line['match']}"
        table.add_row(*map(escape, (line["id"], line.get("delegation", "–"), line["name"], part, stands)))
    Console().print(table)
    Console().print(f"Registrations: {len(lines)}", markup=False)


def _begin(
    conference: str, file: Path | None, event: int | None, form: str, columns: list[str], more: dict[str, Any]
) -> Callable[[Rest], Awaitable[dict[str, Any]]]:
    """What begins the import: the upload of a file, or the question to Indico."""
    path = f"conferences/{conference}/imports"
    if file is not None and event is None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise fail(f"{file} cannot be read: {error.strerror}", 2) from error
        fields: dict[str, Any] = {"form": form, "columns": columns, **more}
        return lambda rest: rest.upload(path, file.name, content, **fields)
    if event is None or file is not None or not form.isdigit():
        raise fail("give a file, or --event and --form with the numbers that Indico has for them", 2)
    asked = {"event": event, "form": int(form), "columns": columns, **more}
    return lambda rest: rest.ask("POST", f"{path}/indico", asked)


async def _followed(
    rest: Rest, conference: str, begin: Callable[[Rest], Awaitable[dict[str, Any]]]
) -> dict[str, Any]:
    """The import once it has been read; its progress is shown meanwhile."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=None)
        found = await begin(rest)
        while found["state"] == "reading":
            progress.update(task, completed=found["done"], total=found["total"] or None)
            await asyncio.sleep(EVERY)
            found = await rest.ask("GET", f"conferences/{conference}/imports/{found['id']}")
    return found


def _report(found: dict[str, Any]) -> None:
    table = Table("Line", "What", "Who", "Why", title="Besides the new ones")
    for line in found["lines"]:
        if line["kind"] in SHOWN or line.get("late"):
            said = line.get("incoming") or line.get("written") or {}
            told = [said.get(part, "") for part in ("name", "email", "delegation")]
            who = "\n".join(filter(None, told)) or line.get("source_id", "")
            why = line.get("reason") or ", ".join(line.get("changes", {})) or "after the deadline"
            table.add_row(str(line.get("line", "")), line["kind"], escape(who), escape(why))
    if table.row_count:
        Console().print(table)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(found["counts"].items()) if count)
    if counts:
        Console().print(counts, markup=False)


def _refusal(problem: dict[str, str]) -> str:
    line = f"line {problem['line']}: " if "line" in problem else ""
    return f"{line}{problem['reason']}"


def _apply(service: str, conference: str, import_id: str, reason: str | None, *, leave_late: bool) -> None:
    body: dict[str, Any] = {"leave_late": leave_late}
    if reason is not None:
        body["reason"] = reason
    path = f"conferences/{conference}/imports/{import_id}/apply"
    counts = ask(service, lambda rest: rest.ask("POST", path, body))["counts"]
    done = f"{counts.get('new', 0)} new and {counts.get('changed', 0)} changed registrations are taken over"
    gone = counts.get("gone", 0)
    Console().print(f"{done}; {gone} are gone there and wait for a decision.", markup=False)


async def _pages(rest: Rest, path: str) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    page = 1
    while True:
        found = await rest.ask("GET", f"{path}&page={page}")
        lines += found["registrations"]
        if len(lines) >= found["total"] or not found["registrations"]:
            return lines
        page += 1


def _add_match(table: Table, line: dict[str, Any]) -> None:
    nomination = line.get("nomination", {})
    asked, named = (f"{each.get('modality', '')} {each.get('role', '')}" for each in (line, nomination))
    said = f"{nomination['name']} ({named})" if nomination else "–"
    marks = [mark for mark, there in (("late", line["late"]), ("gone", "gone_at" in line)) if there]
    kind = ", ".join([f"{line['match']} {line['score']}", *marks])
    address = f"\n{line['email']}" if "email" in line else ""
    registered = f"{line['name']} ({asked}){address}"
    cells = (line["id"], kind, line.get("delegation", "–"), registered, said)
    table.add_row(*map(escape, cells))
