"""``hemicycle script``: the words of the chair, shown, checked, and said for a meeting that is running."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from hemicycle.cli.asking import HERE, ServiceOption, ask
from hemicycle.cli.running import fail
from hemicycle.registry.script_texts import LANGUAGES, Script, Scripts
from hemicycle.registry.toml_file import FileRefused

script = typer.Typer(no_args_is_help=True, help="See and change the words of the chair's script.")

LanguageOption = Annotated[
    str, typer.Option("--language", help=f"One of {', '.join(LANGUAGES)}, or your own.")
]
FolderOption = Annotated[Path | None, typer.Option("--folder", help="Your own files, before those shipped.")]


@script.command()
def show(language: LanguageOption = "en", folder: FolderOption = None) -> None:
    """Show every text of a language."""
    table = Table("Text", "Words")
    for key, text in _script(language, folder).texts.items():
        table.add_row(key, text)
    Console().print(table, markup=False)


@script.command()
def check(folder: Annotated[Path, typer.Argument(help="The folder of your own files.")]) -> None:
    """Say whether the service can use these files; what is wrong is told by line and field."""
    try:
        Scripts(folder).check()
    except FileRefused as error:
        raise fail(str(error)) from error
    Console().print(f"{folder}: every text can be used")


@script.command()
def say(
    meeting: Annotated[str, typer.Argument(help="The meeting's id.")],
    language: LanguageOption = "en",
    folder: FolderOption = None,
    service: ServiceOption = HERE,
) -> None:
    """Print the words for what happens now in a meeting, and for what may come next."""
    words = _script(language, folder)
    view = ask(service, lambda rest: rest.ask("GET", f"meetings/{meeting}/views/podium"))["view"]
    for step in view["script"]:
        typer.echo(words.said(step, view))


def _script(language: str, folder: Path | None) -> Script:
    found = Scripts(folder).of(language)
    if found is None:
        raise fail(f"there is no script in the language {language}; there are {', '.join(LANGUAGES)}")
    return found
