"""``hemicycle serve``: the service, until it is stopped."""

from pathlib import Path
from typing import Annotated

import orjson
import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from hemicycle.app import build
from hemicycle.cli.running import address, fail, opened, serve_until_stopped, taken_port
from hemicycle.contract.links import open_here_alone
from hemicycle.registry.script_texts import Scripts
from hemicycle.registry.toml_file import FileRefused
from hemicycle.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="The data folder. Default: $HEMICYCLE_DATA, else ./hemicycle-data."),
]
HostOption = Annotated[str, typer.Option("--host", help="The address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def environment() -> Settings:
    """The settings of the environment; ends the program with a message where they are not right."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = (
            f"HEMICYCLE_{str(e['loc'][0]).upper().removeprefix('HEMICYCLE_')}: {e['msg']}"
            for e in error.errors()
        )
        raise fail("; ".join(wrong), 2) from error


def data_folder(data: Path | None) -> Path:
    """The folder that was given, else the one of the environment."""
    return data if data is not None else environment().data


def database(data: Path | None) -> Path | str:
    """The database of the environment, where it names one; else the folder's."""
    named = environment().database
    return named.get_secret_value() if named is not None else data_folder(data)


def _check(folder: Path | None) -> None:
    """End the program where the secretariat's own words for the chair cannot be used."""
    try:
        Scripts(folder).check()
    except FileRefused as error:
        raise fail(str(error), 2) from error


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Run the service until it is stopped (Ctrl-C or SIGTERM)."""
    folder = data_folder(data)
    settings = environment()
    with taken_port(host, port) as listening:
        url = address(listening)
        node = settings.node if "node" in settings.model_fields_set else f"{settings.node} {url}"
        links = settings.public_url if "public_url" in settings.model_fields_set else url
        wired = settings.model_copy(update={"data": folder, "node": node, "public_url": links})
        _check(wired.script)
        service = build(opened(database(data)), wired)

        async def ready() -> None:
            if json:
                typer.echo(orjson.dumps({"url": url, "links": links}))
                return
            out = Console()
            out.print(f"Hemicycle serves on [bold]{url}[/] from {escape(str(folder))}. Ctrl-C stops it.")
            out.print(f"Links in messages begin with {links}.", markup=False)
            if open_here_alone(links):
                out.print("Nobody else can open them: set HEMICYCLE_URL to where people reach the service.")

        serve_until_stopped(service, listening, ready, settings.proxies)
