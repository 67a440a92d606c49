"""Scenarios: a whole meeting as JSON Lines. The format is told in ``docs/scenarios.md``.

The first line sets the meeting up; each further line is a command, or lets the clock's due deadlines fire.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from hemicycle.cli.scenario_service import SERVICE_LINES
from hemicycle.cli.scenario_shapes import BrokenLine, Id, Shape
from hemicycle.contract.commands import COMMANDS, MODELS, parse_command
from hemicycle.contract.problems import ProblemError
from hemicycle.rules.commands import AnyCommand
from hemicycle.rules.terms import Capacity

Model = TypeVar("Model", bound=BaseModel)


class ScenarioBroken(Exception):
    """A scenario cannot be played on. The message says where (file and line) and what is expected."""


class ActorNamed(Shape):
    """Who sends a command, in full."""

    capacity: Capacity
    participant: Id | None = None


class _Line(BaseModel):
    """What every line after the first may have; a command's own fields are the rest."""

    model_config = ConfigDict(extra="allow", frozen=True)

    at: AwareDatetime
    note: str = ""
    clock: Literal[True] | None = None
    present: tuple[Id, ...] | None = None
    lot: Annotated[int, Field(ge=0, strict=True)] = 0
    actor: Id | ActorNamed | None = None
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line after the first. ``command`` None: the clock. ``present`` None: as before. ``lot``: drawn."""

    id: str
    at: datetime
    command: AnyCommand | None
    actor: str | ActorNamed
    present: tuple[str, ...] | None = None
    lot: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """One line of a file that is a JSON object."""

    path: Path
    number: int
    content: dict[str, Any]

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """While this line is read and played: what is wrong with it is told with file and line."""
        try:
            yield
        except BrokenLine as error:
            raise ScenarioBroken(f"{self.path}:{self.number}: {error}") from error


def read_lines(path: Path) -> Iterator[Numbered]:
    """The file's objects, one at a time; empty lines are skipped. Raises ``ScenarioBroken``."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                if raw.strip():
                    yield Numbered(path, number, _object(path, number, raw))
    except OSError as error:
        raise ScenarioBroken(f"{path}: cannot be read ({error.strerror}); check the path") from error


def step_of(line: Numbered) -> Step:
    """What a line after the first asks for. Raises ``BrokenLine``."""
    step_id = f"line-{line.number}"
    service = SERVICE_LINES.get(str(line.content.get("command")))
    if service is not None:
        told = checked(service, line.content)
        return Step(id=step_id, at=moment(told.at), command=told.meant(), actor=told.actor)
    read = checked(_Line, line.content)
    fields = read.model_extra or {}
    if read.clock:
        if read.actor is not None or read.command is not None or fields:
            raise BrokenLine('a clock line has "at", "clock" and perhaps "present" and "note", nothing else')
        return Step(id=step_id, at=moment(read.at), command=None, actor="clock", present=read.present)
    if read.command is None:
        raise BrokenLine('expected a "command", or "clock": true')
    if read.actor is None:
        raise BrokenLine('expected an "actor": "chair", "secretariat", a participant, or {"capacity": …}')
    command = _command(step_id, read.command, fields)
    return Step(
        id=step_id,
        at=moment(read.at),
        command=command,
        actor=read.actor,
        present=read.present,
        lot=read.lot,
    )


def moment(at: datetime) -> datetime:
    """The moment in UTC and whole milliseconds, as a log keeps it."""
    at = at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def checked(model: type[Model], content: Mapping[str, Any]) -> Model:
    """The content as this model. Raises ``BrokenLine`` with every field at fault."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise BrokenLine("; ".join(_fault(found["loc"], found["msg"]) for found in error.errors())) from error


def _object(path: Path, number: int, raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        content = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ScenarioBroken(
            f"{path}:{number}: not JSON ({error}); expected an object on one line"
        ) from error
    if not isinstance(content, dict):
        raise ScenarioBroken(f"{path}:{number}: expected a JSON object, not {type(content).__name__}")
    return content


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _command(step_id: str, name: str, fields: Mapping[str, Any]) -> AnyCommand:
    try:
        return parse_command(step_id, {**fields, "command": name})
    except ProblemError as error:
        if name not in COMMANDS:
            known = ", ".join(sorted([*COMMANDS, *SERVICE_LINES]))
            raise BrokenLine(f"unknown command {name!r}; expected one of: {known}") from error
        faults = "; ".join(_fault((e["loc"],), e["msg"]) for e in error.problem.get("errors", ()))
        taken = [field for field in MODELS[name].model_fields if field not in {"id", "command"}]
        raise BrokenLine(f"{name}: {faults} ({_takes(taken)})") from error


def _takes(fields: list[str]) -> str:
    return f"its fields: {', '.join(fields)}" if fields else "it has no fields"


def _fault(place: tuple[str | int, ...], says: str) -> str:
    return f"{'.'.join(str(part) for part in place)}: {says}" if place else says
