"""The frames of ``hemicycle.v1``: JSON text, told apart by ``type``. Reading and writing, nothing else."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hemicycle_client.errors import Problem, ProtocolBroken

SUBPROTOCOL = "hemicycle.v1"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole view at ``seq``. ``scale``: service seconds per real second."""

    epoch: str
    seq: int
    audience: str
    view: Mapping[str, Any]
    server_now: datetime
    scale: float


@dataclass(frozen=True, slots=True)
class Patch:
    """From ``prev_seq`` to ``seq``: a JSON Merge Patch."""

    prev_seq: int
    seq: int
    merge: Mapping[str, Any]
    server_now: datetime | None


@dataclass(frozen=True, slots=True)
class Directory:
    """Persons' names by participant id: version 0 is the whole, others are merged into the one before."""

    version: int
    merge: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Me:
    """What is private to this login: it replaces the one before."""

    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command ``id`` is in the log; ``seq``: the number of its last event."""

    id: str
    seq: int


@dataclass(frozen=True, slots=True)
class RefusedFrame:
    """The command ``id`` was refused; without ``id``: a frame that could not be taken as a command."""

    id: str | None
    problem: Problem


@dataclass(frozen=True, slots=True)
class Ping:
    """A sign of life that asks for ``pong``."""

    server_now: datetime | None


@dataclass(frozen=True, slots=True)
class Bye:
    """The service closes this connection. ``retry_after``: real seconds to stay away."""

    reason: str
    retry_after: float | None


ServerFrame = Snapshot | Patch | Directory | Me | Accepted | RefusedFrame | Ping | Bye


def parse(text: str | bytes) -> ServerFrame | None:
    """Read one frame of the service. None: of a type that this version does not know, to be ignored.

    Raises ``ProtocolBroken`` when it is not a frame at all or lacks what its type must have.
    """
    try:
        wire = json.loads(text)
        read = _READERS.get(wire["type"])
        return read(wire) if read is not None else None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolBroken(f"The service sent a frame that cannot be read: {error!r}.") from error


def snapshot(wire: Mapping[str, Any]) -> Snapshot:
    """Read a snapshot, of the socket or of the REST interface."""
    return Snapshot(
        epoch=str(wire["epoch"]),
        seq=int(wire["seq"]),
        audience=str(wire["audience"]),
        view=wire["view"],
        server_now=datetime.fromisoformat(wire["server_now"]),
        scale=float(wire.get("scale", 1.0)),
    )


def _moment(wire: Mapping[str, Any]) -> datetime | None:
    text = wire.get("server_now")
    return None if text is None else datetime.fromisoformat(text)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], ServerFrame]] = {
    "snapshot": snapshot,
    "patch": lambda wire: Patch(int(wire["prev_seq"]), int(wire["seq"]), wire["merge"], _moment(wire)),
    "directory": lambda wire: Directory(int(wire["version"]), wire["merge"]),
    "me": lambda wire: Me({key: value for key, value in wire.items() if key != "type"}),
    "accepted": lambda wire: Accepted(str(wire["id"]), int(wire["seq"])),
    "refused": lambda wire: RefusedFrame(wire.get("id"), Problem.from_wire(wire["problem"])),
    "ping": lambda wire: Ping(_moment(wire)),
    "bye": lambda wire: Bye(str(wire["reason"]), wire.get("retry_after")),
}


def hello(audience: str, *, epoch: str | None = None, since_seq: int | None = None) -> str:
    """The first frame of every connection, and the question for what was missed."""
    return _write({"type": "hello", "audience": audience, "epoch": epoch, "since_seq": since_seq})


def command(command_id: str, name: str, fields: Mapping[str, Any]) -> str:
    """A command under its id: sent again unchanged until it is answered."""
    return _write({"type": "command", "id": command_id, "command": name, **fields})


def pong() -> str:
    """The answer to ``ping``."""
    return _write({"type": "pong"})


def _write(frame: Mapping[str, Any]) -> str:
    """No nulls on the wire: absent is none."""
    present = {key: value for key, value in frame.items() if value is not None}
    return json.dumps(present, ensure_ascii=False, separators=(",", ":"))
