"""``hemicycle notes``: notes verbales of a service that is running, as the desk takes them in."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.running import errors, fail
from hemicycle_client import Rest

notes = typer.Typer(no_args_is_help=True, help="Notes verbales: take one in, compare, confirm.")

DelegationArgument = Annotated[str, typer.Argument(help="The delegation's id.")]
NoteArgument = Annotated[str, typer.Argument(help="The note's id, or the number of its revision.")]
_LINES = ("line", "name", "title", "email", "modality", "role")
_KEPT = ("name", "title", "email", "modality", "role", "sessions")


@notes.command()
def add(  # noqa: PLR0917 - typer makes options of them
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    reference: Annotated[str, typer.Option(help="As printed on the note.")],
    dated: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The note's own date.")],
    received: Annotated[datetime | None, typer.Option(help="When it came, UTC; without: now.")] = None,
    file: Annotated[Path | None, typer.Option(help="The note: PDF, DOCX, PNG, JPEG or TIFF.")] = None,
    table: Annotated[Path | None, typer.Option(help="The nominations as a text table, UTF-8.")] = None,
    revision: Annotated[int | None, typer.Option(help="Without: the one after the last.")] = None,
    accept_doubts: Annotated[bool, typer.Option("--accept-doubts", help="Take doubtful lines too.")] = False,
    service: ServiceOption = HERE,
) -> None:
    """Write a note down as a draft. Without a table its nominations are read from the file's own."""
    content = None if file is None else _bytes(file)
    pasted = None if table is None else _text(table)
    note: dict[str, Any] = {"reference": reference, "dated": f"{dated:%Y-%m-%d}"}
    if received is not None:
        note["received_at"] = received.replace(tzinfo=UTC).isoformat()
    if revision is not None:
        note["revision"] = revision

    async def run(rest: Rest) -> dict[str, Any]:
        of = f"conferences/{conference}"
        if file is not None and content is not None:
            sent = {"sha256": sha256(content).hexdigest()}
            note["document"] = (await rest.upload(f"{of}/documents", file.name, content, **sent))["id"]
        asked = {"text": pasted} if pasted is not None else {"document": note.get("document")}
        if any(asked.values()):
            read = await rest.ask("POST", f"{of}/nominations/read", asked)
            note["nominations"] = _accepted(read, accept_doubts=accept_doubts)
        return await rest.ask("POST", f"{of}/delegations/{delegation}/notes", note)

    with errors.status("Sending and reading the note …"):
        made = ask(service, run)
    _print(made)


@notes.command()
def show(
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    note: Annotated[str | None, typer.Argument(help="Its id or revision; without: a list.")] = None,
    service: ServiceOption = HERE,
) -> None:
    """Show a delegation's notes, or one with whom it names."""
    path = _path(conference, delegation)

    async def run(rest: Rest) -> dict[str, Any]:
        return await rest.ask("GET", path if note is None else f"{path}/{await _id(rest, path, note)}")

    found = ask(service, run)
    if note is not None:
        _print(found)
        return
    folded = (Column(title, overflow="fold") for title in ("Nr", "State", "Reference", "Dated", "Received"))
    listed = Table(*folded, Column("Id", no_wrap=True))
    for each in found["notes"]:
        told = (each["state"], each["reference"], each["dated"], each["received_at"], each["id"])
        listed.add_row(str(each["revision"]), *map(escape, told))
    Console().print(listed)


@notes.command()
def diff(
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    note: NoteArgument,
    service: ServiceOption = HERE,
) -> None:
    """Show what a note changes, and who of the approved would lose a place."""
    path = _path(conference, delegation)

    async def run(rest: Rest) -> dict[str, Any]:
        return await rest.ask("GET", f"{path}/{await _id(rest, path, note)}/diff")

    _print_diff(ask(service, run))


KeepOption = Annotated[list[str], typer.Option(help="<registration>=<why>: stays though not named so.")]
WithdrawOption = Annotated[list[str], typer.Option(help="<registration>: ends.")]
ChangeOption = Annotated[list[str], typer.Option(help="<registration>: becomes what the note says.")]


@notes.command()
def confirm(  # noqa: PLR0917 - one parameter for each option
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    note: NoteArgument,
    reason: Annotated[
        str | None, typer.Option(help="Why, where it names more than the limits allow.")
    ] = None,
    keep: KeepOption = [],  # noqa: B006 - typer copies it
    withdraw: WithdrawOption = [],  # noqa: B006 - likewise
    change: ChangeOption = [],  # noqa: B006 - likewise
    service: ServiceOption = HERE,
) -> None:
    """Put a draft in force. Whoever loses a place by it must be changed, kept or withdrawn."""
    body = _settled(keep, withdraw, change) | ({} if reason is None else {"exception": reason})
    done = _decide(service, (conference, delegation, note), "confirm", body)
    Console().print(f"Revision {done['note']['revision']} of {delegation} is in force.", markup=False)
    _print_settled(done)


@notes.command()
def settle(
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    note: NoteArgument,
    keep: KeepOption = [],  # noqa: B006 - typer copies it
    withdraw: WithdrawOption = [],  # noqa: B006 - likewise
    change: ChangeOption = [],  # noqa: B006 - likewise
    service: ServiceOption = HERE,
) -> None:
    """Settle people for whom there was no room when the note came into force."""
    body = _settled(keep, withdraw, change)
    _print_settled(_decide(service, (conference, delegation, note), "settle", body))


@notes.command("withdraw-file")
def withdraw_file(
    conference: ConferenceArgument,
    delegation: DelegationArgument,
    note: NoteArgument,
    reason: Annotated[str, typer.Option(help="Why, on record.")],
    service: ServiceOption = HERE,
) -> None:
    """Let a note's file go for ever, as a wrong one. The note stays."""
    path = _path(conference, delegation)

    async def run(rest: Rest) -> dict[str, Any]:
        found = await rest.ask("GET", f"{path}/{await _id(rest, path, note)}")
        if "document" not in found:
            raise fail(f"this note of {delegation} has no file")
        of = f"conferences/{conference}/documents/{found['document']}/withdraw"
        await rest.ask("POST", of, {"reason": reason})
        return found

    done = ask(service, run)
    Console().print(f"The file of revision {done['revision']} of {delegation} is gone.", markup=False)


def _settled(keep: list[str], withdraw: list[str], change: list[str]) -> dict[str, Any]:
    kept = dict(each.partition("=")[::2] for each in keep)
    if not all(kept.values()):
        raise fail("write --keep as <registration>=<why>")
    return {"keep": kept, "withdraw": withdraw, "change": change}


def _decide(service: str, of: tuple[str, str, str], act: str, body: dict[str, Any]) -> dict[str, Any]:
    path = _path(*of[:2])

    async def run(rest: Rest) -> dict[str, Any]:
        return await rest.ask("POST", f"{path}/{await _id(rest, path, of[2])}/{act}", body)

    return ask(service, run)


def _print_settled(done: dict[str, Any]) -> None:
    """Ends the program with 1 where somebody is left unsettled."""
    console = Console()
    for act in ("withdrawn", "changed"):
        for registration in done[act]:
            console.print(f"{registration} is {act}.", markup=False)
    for registration, problem in done["unsettled"].items():
        errors.print(f"{registration} is unsettled: {problem['detail']}", markup=False)
    if done["unsettled"]:
        raise typer.Exit(1)


def _path(conference: str, delegation: str) -> str:
    return f"conferences/{conference}/delegations/{delegation}/notes"


async def _id(rest: Rest, path: str, note: str) -> str:
    """A note's id; one that is the number of a revision is looked up."""
    listed = (await rest.ask("GET", path))["notes"]
    return next((str(each["id"]) for each in listed if str(each["revision"]) == note), note)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise fail(f"{path} cannot be read ({error.strerror})") from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _accepted(read: dict[str, Any], *, accept_doubts: bool) -> list[dict[str, Any]]:
    """The lines as the draft takes them. Ends the program where a line is doubtful and nobody said it may."""
    for each in read["left_out"]:
        errors.print(f"line {each['line']} is left out: it {each['says']}", markup=False)
    doubts = [(each["line"], doubt) for each in read["nominations"] for doubt in each["doubts"]]
    for line, doubt in doubts:
        errors.print(f"line {line}, {doubt['field']}: {doubt['says']}", markup=False)
    whole = all(each.keys() >= {"modality", "role"} for each in read["nominations"])
    if doubts and not (accept_doubts and whole):
        again = " or say --accept-doubts" if whole else ""
        raise fail(f"doubts: {len(doubts)}; correct the table{again}. No note was written")
    return [{key: each[key] for key in _KEPT if key in each} for each in read["nominations"]]


def _print(note: dict[str, Any]) -> None:
    title = f"{note['delegation']}, revision {note['revision']} ({note['state']}): {note['reference']}"
    console = Console()
    console.print(_people(title, note["nominations"]))
    for each in note["findings"]:
        where = f"line {each['line']}, " if "line" in each else ""
        console.print(
            f"{each['weight']}: {where}{each['field']}: {each['says']}", markup=False, soft_wrap=True
        )
    console.print(f"Id: {note['id']}", markup=False)


def _people(title: str, people: list[dict[str, Any]]) -> Table:
    table = Table(*(heading.title() for heading in _LINES), title=escape(title))
    for each in people:
        table.add_row(*(escape(str(each.get(field, ""))) for field in _LINES))
    return table


def _print_diff(found: dict[str, Any]) -> None:
    console = Console()
    before = f" against revision {found['before']['revision']}" if "before" in found else ""
    console.print(f"Revision {found['after']['revision']}{before}: {found['same']} unchanged", markup=False)
    for heading in ("added", "removed"):
        if found[heading]:
            console.print(_people(heading.title(), found[heading]))
    for each in found["changed"]:
        told = (f"{f}: {each['before'].get(f, '–')} → {each['after'].get(f, '–')}" for f in each["fields"])
        console.print(f"Changed: {each['after']['name']}: {'; '.join(told)}", markup=False, soft_wrap=True)
    for heading, says in (("losing", "would lose a place"), ("unsettled", "is not settled")):
        for each in found[heading]:
            part = f"{each['modality']} {each['role']}, registration {each['registration']}"
            console.print(f"{each['name']} {says}: {part}", markup=False, soft_wrap=True)
