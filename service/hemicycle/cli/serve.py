"""``hemicycle serve``: the service, until it is stopped."""

from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from hemicycle.app import build
from hemicycle.cli.running import address, opened, serve_until_stopped, taken_port
from hemicycle.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="The data folder. Default: $HEMICYCLE_DATA, else ./hemicycle-data."),
]
HostOption = Annotated[str, typer.Option("--host", help="The address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def data_folder(data: Path | None) -> Path:
    """The folder that was given, else the one of the environment."""
    return data if data is not None else Settings().data


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Run the service until it is stopped (Ctrl-C or SIGTERM)."""
    settings = Settings()
    listening = taken_port(host, port)
    service = build(opened(data_folder(data)), settings)
    url = address(listening)

    async def ready() -> None:
        if json:
            typer.echo(orjson.dumps({"url": url}))
        else:
            Console().print(f"Hemicycle serves on [bold]{url}[/] from {data_folder(data)}. Ctrl-C stops it.")

    serve_until_stopped(service, listening, ready)
