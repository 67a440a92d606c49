"""The live protocol of one console, without sockets and without a clock.

Everything that a client's frame can do to its connection is decided here; what follows from it is done by
``endpoint``. States: awaiting hello → following → closed. Each frame received gives exactly one action; a
frame that breaks the protocol changes no state but the count of offences. Times are seconds of any clock
that never goes back.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import orjson

from hemicycle.conduct.ports import Json
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.rules.refusals import Refused
from hemicycle.views.audiences import Audience

SUBPROTOCOL = "hemicycle.v1"
COMMAND_ID = re.compile(r"[A-Za-z0-9_\-]{1,64}")
_HELLO_FIELDS = frozenset({"type", "audience", "epoch", "since_seq"})


class State(StrEnum):
    """Where one console's connection stands."""

    AWAITING_HELLO = "awaiting_hello"
    FOLLOWING = "following"
    CLOSED = "closed"


class Reason(StrEnum):
    """Why the service says bye."""

    REVOKED = "revoked"
    SLOW = "slow"
    SHUTTING_DOWN = "shutting_down"
    PROTOCOL = "protocol"
    UNKNOWN_MEETING = "unknown_meeting"
    SUPERSEDED = "superseded"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Position:
    """What a console says that it has: it saw everything of ``epoch`` up to ``seq``."""

    epoch: str
    seq: int


@dataclass(frozen=True, slots=True)
class Follow:
    """Send the audience's view: the patches since ``position`` if they are still there, else a snapshot."""

    audience: Audience
    position: Position | None


@dataclass(frozen=True, slots=True)
class Submit:
    """Hand the command to the conductor. ``payload``: the flat command without ``type`` and ``id``."""

    id: str
    payload: Json


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answer ``refused``; ``id`` None: the frame could not be read as a command."""

    id: str | None
    problem: Json


@dataclass(frozen=True, slots=True)
class Heard:
    """Nothing to do: the console is alive."""


@dataclass(frozen=True, slots=True)
class Close:
    """Say bye and close."""

    reason: Reason


Action = Follow | Submit | Refuse | Heard | Close


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one connection may send. ``rate``: frames a second, and commands and hellos of all connections of
    its login together; ``patience``: how many more refused frames than good ones are borne before bye.
    """

    frame_bytes: int = 16 * 1024
    rate: float = 20.0
    burst: int = 40
    patience: int = 40


@dataclass(slots=True, weakref_slot=True)
class Bucket:
    """A token bucket: ``burst`` tokens at first, ``rate`` more each second, never more than ``burst``."""

    rate: float
    burst: float
    at: float
    tokens: float = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.burst

    def take(self, at: float) -> bool:
        """Take one token; False: none is left at ``at``."""
        self.tokens = min(self.burst, self.tokens + max(0.0, at - self.at) * self.rate)
        self.at = at
        if self.tokens < 1.0:
            return False
        self.tokens -= 1.0
        return True


def _refuse(code: str, detail: str, command_id: str | None = None, **more: Any) -> Refuse:
    return Refuse(command_id, ProblemError.of(code, detail, **more).problem)


def _malformed(place: str, message: str, command_id: str | None = None) -> Refuse:
    errors = [{"loc": place, "msg": message}]
    return _refuse("invalid-frame", f"The frame is not as it should be: {place}.", command_id, errors=errors)


class Protocol:
    """One connection's side of the conversation. ``audiences``: what its login may follow.

    ``shared``: by all connections of the login, so that more of them bring no more commands in, and are
    sent no more snapshots.
    """

    def __init__(
        self,
        audiences: frozenset[Audience],
        at: float,
        bounds: Bounds | None = None,
        shared: Bucket | None = None,
    ) -> None:
        self.state = State.AWAITING_HELLO
        self.audience: Audience | None = None
        self.bounds = bounds or Bounds()
        self._audiences = audiences
        self._bucket = Bucket(self.bounds.rate, self.bounds.burst, at)
        self._shared = shared or Bucket(self.bounds.rate, self.bounds.burst, at)
        self._offences = 0

    def receive(self, frame: str | bytes, at: float) -> Action:
        """What to do about one data frame: text as ``str``, binary as ``bytes``. ``at``: seconds."""
        if self.state is State.CLOSED:
            return Heard()
        within_rate = self._bucket.take(at)
        action = self._read(frame) if within_rate else self._too_many(frame)
        if isinstance(action, Submit | Follow) and not self._shared.take(at):
            action = self._too_many(frame)
        if isinstance(action, Follow):
            self.audience, self.state = action.audience, State.FOLLOWING
        if not isinstance(action, Refuse):
            self._offences = max(0, self._offences - 1)
            return action
        self._offences += 1
        return self.close(Reason.PROTOCOL) if self._offences > self.bounds.patience else action

    def close(self, reason: Reason) -> Close:
        """End the conversation: nothing that arrives later has an effect."""
        self.state = State.CLOSED
        return Close(reason)

    def _too_many(self, frame: str | bytes) -> Refuse:
        detail = f"At most {self.bounds.rate:g} frames a second; wait a moment and send it again."
        read = self._object(frame)
        command_id = None if isinstance(read, Refuse) else _command_id(read)
        return _refuse("too-many", detail, command_id)

    def _object(self, frame: str | bytes) -> Json | Refuse:
        if isinstance(frame, bytes):
            return _refuse("invalid-frame", "A frame is text, not binary.")
        if len(frame) > self.bounds.frame_bytes or len(frame.encode()) > self.bounds.frame_bytes:
            return _refuse("too-large", f"A frame has at most {self.bounds.frame_bytes} bytes.")
        try:
            read = orjson.loads(frame)
        except orjson.JSONDecodeError as error:
            return _refuse("not-json", f"The frame is not JSON: {error}.")
        if not isinstance(read, dict):
            return _refuse("invalid-frame", "A frame is a JSON object.")
        return read

    def _read(self, frame: str | bytes) -> Action:
        read = self._object(frame)
        if isinstance(read, Refuse):
            return read
        match read.get("type"):
            case "hello":
                return self._hello(read)
            case "command":
                return self._command(read)
            case "pong":
                return Heard() if len(read) == 1 else _malformed("pong", "takes no further field")
            case _:
                return _malformed("type", "is hello, command or pong")

    def _hello(self, read: Json) -> Follow | Refuse:
        extra = sorted(read.keys() - _HELLO_FIELDS)
        if extra:
            return _malformed(extra[0], "is no field of hello")
        try:
            audience = Audience(str(read.get("audience")))
        except ValueError:
            return _malformed("audience", f"is one of {', '.join(Audience)}")
        position = _position(read)
        if isinstance(position, Refuse):
            return position
        if self.audience is not None and audience is not self.audience:
            return _malformed("audience", "stays the same on one connection; open another")
        if audience not in self._audiences:
            return Refuse(None, refused(Refused("not-allowed"), None).problem)
        return Follow(audience, position)

    def _command(self, read: Json) -> Submit | Refuse:
        command_id = _command_id(read)
        if command_id is None:
            return _malformed("id", "is 1 to 64 of A-Z a-z 0-9 _ -")
        if self.state is State.AWAITING_HELLO:
            return _malformed("type", "the first frame is hello", command_id)
        payload = {key: value for key, value in read.items() if key not in {"type", "id"}}
        return Submit(command_id, payload)


def _command_id(read: Json) -> str | None:
    found = read.get("id")
    return found if isinstance(found, str) and COMMAND_ID.fullmatch(found) else None


def _position(read: Json) -> Position | Refuse | None:
    if "epoch" not in read and "since_seq" not in read:
        return None
    epoch, seq = read.get("epoch"), read.get("since_seq")
    if not isinstance(epoch, str):
        return _malformed("epoch", "is a text, and is sent together with since_seq")
    if not isinstance(seq, int) or isinstance(seq, bool) or seq < 0:
        return _malformed("since_seq", "is a whole number from 0, and is sent together with epoch")
    return Position(epoch, seq)
