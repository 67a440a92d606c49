"""Reads a TOML file into a model; what is wrong with it is told by file, line and field."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hemicycle.registry import toml_lines

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a file. ``place``: as pydantic writes it, ``("people", 3, "name")``."""

    place: toml_lines.Path
    says: str


class FileRefused(Exception):
    """A file cannot be used. The message has one line for each fault: ``file:line: field: what to do``."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file's text, kept so that later findings can name their lines too."""

    path: Path
    text: str

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Raise ``FileRefused`` if there is any fault."""
        if told := list(faults):
            raise self.refusal(told)

    def refusal(self, faults: Iterable[Fault]) -> FileRefused:
        """The faults with their lines, in the file's order."""
        told = [(toml_lines.line_of(self.text, fault.place), fault) for fault in faults]
        told.sort(key=itemgetter(0))
        return FileRefused(
            "\n".join(f"{self.path}:{line}: {_field(fault.place)}: {fault.says}" for line, fault in told)
        )


def read(path: Path, model: type[Model]) -> tuple[TomlFile, Model]:
    """The file and what it says. Raises ``FileRefused`` with all that the model finds wrong."""
    try:
        file = TomlFile(path, path.read_text("utf-8-sig"))
        content = tomllib.loads(file.text)
    except OSError as error:
        raise FileRefused(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise FileRefused(f"{path}: is not a text in UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(_syntax(path, str(error))) from error
    try:
        return file, model.model_validate(content)
    except ValidationError as error:
        raise file.refusal(Fault(found["loc"], _says(found)) for found in error.errors()) from error


def _syntax(path: Path, message: str) -> str:
    line = re.search(r"at line (\d+)", message)
    return f"{path}:{line[1] if line else 'end'}: is not valid TOML: {message}"


def _field(place: toml_lines.Path) -> str:
    """``people[3].capacity``: entries are counted from 1, as people count them."""
    shown = "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place if part != "[key]"
    )
    return shown.lstrip(".") or "the file"


def _says(found: ErrorDetails) -> str:
    match found["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not a known field; remove it or check its spelling"
        case "value_error":
            return str(found["ctx"]["error"])
        case _:
            return f"{found['msg'][:1].lower()}{found['msg'][1:]}, not {found['input']!r}"
