"""Reads a TOML file into a model; what is wrong with it is told by file, line and field."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from reprlib import Repr
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hemicycle.registry import toml_lines

Model = TypeVar("Model", bound=BaseModel)

LONGEST_LINE = 4_000
"""Characters: what a key of a thousand parts costs is nobody's to ask for."""
_shown = Repr()
_shown.maxstring = _shown.maxother = 120


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a file. ``place``: as pydantic writes it, ``("people", 3, "name")``."""

    place: toml_lines.Path
    says: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, as it is told: ``line`` from 1; ``field`` as ``people[3].capacity``, counted from 1."""

    says: str
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        return self.says if self.field is None else f"{self.field}: {self.says}"


class FileRefused(Exception):
    """A file cannot be used. The message has one line for each fault: ``file:line: field: what to do``."""

    def __init__(self, name: str | Path, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        told = ((f"{name}" if each.line is None else f"{name}:{each.line}", each) for each in findings)
        super().__init__("\n".join(f"{where}: {each}" for where, each in told))


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file's text, kept so that later findings can name their lines too. ``name``: for its reader."""

    name: str
    text: str

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Raise ``FileRefused`` if there is any fault."""
        if told := list(faults):
            raise self.refusal(told)

    def refusal(self, faults: Iterable[Fault]) -> FileRefused:
        """The faults with their lines, in the file's order."""
        lines = toml_lines.lines_of(self.text)
        told = [
            Finding(fault.says, toml_lines.line_of(lines, fault.place), _field(fault.place))
            for fault in faults
        ]
        return FileRefused(self.name, sorted(told, key=attrgetter("line")))


def read(path: Path, model: type[Model]) -> tuple[TomlFile, Model]:
    """The file and what it says. Raises ``FileRefused`` with all that the model finds wrong."""
    return parsed(str(path), content_of(path), model)


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises ``FileRefused``."""
    try:
        return path.read_bytes()
    except OSError as error:
        says = f"cannot be read ({error.strerror}); check the path"
        raise FileRefused(path, [Finding(says)]) from error


def parsed(name: str, content: bytes, model: type[Model]) -> tuple[TomlFile, Model]:
    """The same of a file that is at hand, whoever sent it. ``name``: as its reader knows it."""
    try:
        file = TomlFile(name, content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise FileRefused(name, [Finding("is not a text in UTF-8; save it as UTF-8")]) from error
    written = _written(file)
    try:
        return file, model.model_validate(written)
    except ValidationError as error:
        raise file.refusal(Fault(found["loc"], _says(found)) for found in error.errors()) from error


def _written(file: TomlFile) -> dict[str, Any]:
    """What stands in the file. tomllib has no error of its own for what is nested too deeply, and for a
    number of thousands of digits.
    """
    for number, line in enumerate(file.text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            says = f"is longer than {LONGEST_LINE} characters; write the value in several lines"
            raise FileRefused(file.name, [Finding(says, number)])
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(file.name, [_syntax(file.text, str(error))]) from error
    except (RecursionError, ValueError) as error:
        says = "is not valid TOML: a value is nested too deeply, or a number is too long"
        raise FileRefused(file.name, [Finding(says)]) from error


def _syntax(text: str, message: str) -> Finding:
    """Where tomllib names no line, the text has ended too early."""
    line = re.search(r"at line (\d+)", message)
    return Finding(f"is not valid TOML: {message}", int(line[1]) if line else text.count("\n") + 1)


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
            return f"{found['msg'][:1].lower()}{found['msg'][1:]}, not {_shown.repr(found['input'])}"
