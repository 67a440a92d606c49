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

from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.commands import COMMANDS, MODELS, parse_command
from hemicycle.contract.problems import ProblemError
from hemicycle.rules.commands import (
    AnyCommand,
    ChangeRoster,
    NoteConnection,
    NotePresence,
    NoteReady,
    SeatMove,
)
from hemicycle.rules.terms import Capacity, Modality, Role

Id = Annotated[str, Field(pattern=IDENTIFIER)]
Model = TypeVar("Model", bound=BaseModel)


class ScenarioBroken(Exception):
    """A scenario cannot be played on. The message says where (file and line) and what is expected."""


class BrokenLine(Exception):
    """What is wrong with one line; the reader adds file and line."""


class Shape(BaseModel):
    """An object of a scenario: an unknown field is a mistake of whoever wrote it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorNamed(Shape):
    """Who sends a command, in full."""

    capacity: Capacity
    participant: Id | None = None


class MoveShape(Shape):
    """One seat that changes hands; without ``participant`` it becomes free."""

    seat: Id
    participant: Id | None = None


class _ServiceLine(Shape):
    at: AwareDatetime
    note: str = ""


class NotePresenceLine(_ServiceLine):
    """Presence notes that a delegation has arrived or left."""

    actor: Literal["presence"] = "presence"
    command: Literal["NotePresence"]
    delegation: Id
    present: Annotated[bool, Field(strict=True)]

    def meant(self) -> NotePresence:
        """The command of the rules."""
        return NotePresence(delegation=self.delegation, present=self.present)


class NoteConnectionLine(_ServiceLine):
    """Presence notes that the line of somebody called or speaking was lost, or is back."""

    actor: Literal["presence"] = "presence"
    command: Literal["NoteConnection"]
    participant: Id
    connected: Annotated[bool, Field(strict=True)]

    def meant(self) -> NoteConnection:
        """The command of the rules."""
        return NoteConnection(participant=self.participant, connected=self.connected)


class NoteReadyLine(_ServiceLine):
    """Presence notes that a remote speaker's console is connected, or no more."""

    actor: Literal["presence"] = "presence"
    command: Literal["NoteReady"]
    participant: Id
    connected: Annotated[bool, Field(strict=True)]

    def meant(self) -> NoteReady:
        """The command of the rules."""
        return NoteReady(participant=self.participant, connected=self.connected)


class ChangeRosterLine(_ServiceLine):
    """The registry changes who holds which role."""

    actor: Literal["registry"] = "registry"
    command: Literal["ChangeRoster"]
    moves: tuple[MoveShape, ...] = Field(min_length=1)
    policy: int = Field(default=1, ge=1, strict=True)

    def meant(self) -> ChangeRoster:
        """The command of the rules. Raises ``BrokenLine`` for a seat that says nothing."""
        moves = tuple(seat_move(move.seat, move.participant) for move in self.moves)
        return ChangeRoster(moves=moves, policy=self.policy)


SERVICE_LINES: dict[str, type[NotePresenceLine | NoteConnectionLine | NoteReadyLine | ChangeRosterLine]] = {
    "NotePresence": NotePresenceLine,
    "NoteConnection": NoteConnectionLine,
    "NoteReady": NoteReadyLine,
    "ChangeRoster": ChangeRosterLine,
}
"""The commands of the service's own parts, which no login may send."""


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


def seat_move(seat: str, participant: str | None) -> SeatMove:
    """The move of a seat whose id says what it is, ``pan.online.speaker.1``. Raises ``BrokenLine``."""
    parts = seat.rsplit(".", 3)
    try:
        delegation, modality, role, _ = parts
        return SeatMove(
            seat=seat,
            delegation=delegation,
            modality=Modality(modality),
            role=Role(role),
            participant=participant,
        )
    except ValueError:
        raise BrokenLine(
            f"{seat!r} is no seat; expected one like pan.online.speaker.1 or pan.in_person.speaker.2"
        ) from None


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
