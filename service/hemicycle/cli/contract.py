"""``hemicycle contract``: writes the files that are generated from the wire's types."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from hemicycle.app import build
from hemicycle.contract.asyncapi import asyncapi
from hemicycle.contract.diagrams import state_diagrams
from hemicycle.contract.reference import scenario_reference
from hemicycle.settings import Settings
from hemicycle.storage import open_storage

_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


def contract(
    folder: Annotated[Path, typer.Argument(help="Where the files go.")] = Path("docs"),
) -> None:
    """Write the files that are generated from the types of the wire and the tables of the rules."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in generated().items():
        (folder / name).write_bytes(content)
        Console().print(folder / name)


def generated() -> Mapping[str, bytes]:
    """File name → content, as it should be committed."""
    return {
        "openapi.json": orjson.dumps(_openapi(), option=_PRETTY),
        "asyncapi.json": orjson.dumps(asyncapi(), option=_PRETTY),
        "scenario-reference.md": scenario_reference().encode(),
        "states.md": state_diagrams().encode(),
    }


def _openapi() -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        engine = open_storage(Path(folder))
        try:
            return build(engine, Settings()).app.openapi()
        finally:
            engine.dispose()
