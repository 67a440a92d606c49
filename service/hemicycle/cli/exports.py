"""``hemicycle export`` and ``hemicycle announce``: files for others, and a message to all registered."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer
from rich.console import Console

from hemicycle.cli.asking import HERE, ConferenceArgument, ServiceOption, ask
from hemicycle.cli.running import fail
from hemicycle.rules.terms import Category, Modality
from hemicycle_client import Rest


class Kind(StrEnum):
    """What can be exported."""

    PARTICIPANTS = "participants.csv"
    PARTICIPANTS_JSON = "participants.json"
    ROLE_SHEET = "role-sheet.csv"
    ROLE_SHEET_CHANGES = "role-sheet-changes.csv"
    MEETINGS = "meetings.ics"
    FIGURES = "figures.csv"


def export(
    conference: ConferenceArgument,
    kind: Annotated[Kind, typer.Argument(help="What, and in which form.")],
    to: Annotated[Path | None, typer.Option("--to", help="The file. Default: of its own name, here.")] = None,
    taken: Annotated[
        bool, typer.Option("--taken", help="The platform gets it: count changes from it (role sheet).")
    ] = False,
    service: ServiceOption = HERE,
) -> None:
    """Write a file: list of participants, role sheet, what has changed in it, meetings, figures."""
    sheet = kind in {Kind.ROLE_SHEET, Kind.ROLE_SHEET_CHANGES}
    if taken and not sheet:
        raise fail("--taken is for the role sheet and its changes", 2)

    async def fetch(rest: Rest) -> tuple[bytes, int | None]:
        content = await rest.download(f"conferences/{conference}/exports/{kind.value}")
        if not taken:
            return content, None
        answer = await rest.ask("POST", f"conferences/{conference}/exports/role-sheet")
        return content, int(answer["number"])

    content, number = ask(service, fetch)
    path = to or Path(kind.value)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise fail(f"{path} cannot be written ({error.strerror})") from error
    out = Console()
    out.print(f"{path} is written.", markup=False)
    if number is not None:
        out.print(f"It counts as taken, number {number}.", markup=False)


def announce(  # noqa: PLR0917 - one parameter for each option
    conference: ConferenceArgument,
    subject: Annotated[str, typer.Argument(help="One line.")],
    text: Annotated[
        typer.FileBinaryRead, typer.Argument(help="A file with the text, UTF-8; - for standard input.")
    ],
    modality: Annotated[Modality | None, typer.Option(help="Only to who takes part so.")] = None,
    category: Annotated[Category | None, typer.Option(help="Only to delegations of this category.")] = None,
    session: Annotated[str | None, typer.Option(help="Only to who takes part in this session.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    service: ServiceOption = HERE,
) -> None:
    """Write to everybody who is registered, or to those whom it concerns; says first how many they are."""
    words = _words(text)
    path = f"conferences/{conference}/announcements"
    chosen = {"modality": modality, "category": category, "session": session}
    to = {key: str(value) for key, value in chosen.items() if value is not None}
    if not yes:
        reached = ask(service, lambda rest: rest.ask("GET", f"{path}/reach?{urlencode(to)}"))
        typer.confirm(f"Write to {reached['people']} people?", abort=True)
    body = {"subject": subject, "text": words, "to": to}
    told = ask(service, lambda rest: rest.ask("POST", path, body))
    Console().print(f"{told['queued']} messages are on their way.", markup=False)


def _words(text: typer.FileBinaryRead) -> str:
    try:
        return text.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(f"{text.name} is not UTF-8 (byte {error.start}); save it as UTF-8") from error
