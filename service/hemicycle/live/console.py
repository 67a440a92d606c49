"""What the hub knows of one console: its login, how to write to it, and how far it has been written to."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from hemicycle.conduct.ports import LoginFacts
from hemicycle.live.protocol import Protocol as Conversation
from hemicycle.live.protocol import State
from hemicycle.live.pulse import Pulse
from hemicycle.views.audiences import Audience


class Attached(Protocol):
    """Told by a connection, synchronously, what becomes of its transport."""

    def paused(self) -> None:
        """The transport's buffer is full; nothing more should be written."""

    def resumed(self) -> None:
        """The transport's buffer has drained."""

    def lost(self) -> None:
        """The connection ends or has ended; nothing may be written any more."""

    def answered(self, payload: bytes) -> None:
        """A pong has come (RFC 6455 §5.5.3)."""

    def stopping(self) -> bytes:
        """The server stops: forget the console; returns the last frames to write to it."""


class Line(Protocol):
    """One websocket connection, below ASGI: ready frames go straight to the transport."""

    def attach(self, attached: Attached) -> None:
        """From now on ``attached`` is told."""

    @property
    def write(self) -> Callable[[bytes], None]:
        """Writes ready frames; never blocks. Bound to the transport itself: looked up once, called often."""

    @property
    def listening(self) -> bool:
        """Whether what the client sends is read now; not while its last message is being answered."""

    def finish(self, frames: bytes, code: int) -> None:
        """Write the last frames and close with ``code`` (RFC 6455 §7.4);
        abort if the peer does not close in time.
        """

    def abort(self) -> None:
        """Drop the connection at once, with what is still in its buffer."""


@dataclass(slots=True, eq=False)
class Console:
    """One console. Times are seconds of the event loop's clock. ``write``: of its transport.

    ``mark``: the number of the last frame of its stream that was written to it. ``seq``: of the log, as of
    when it last joined its stream. ``held``: answers that wait for the patch that contains them.
    ``turn`` counts the times that it began to catch up, so that an older catching up gives way.
    ``following``: since its first hello. ``pulse``: if its line is watched closely. ``span``: under which
    presence knows of it now, if it does; ``spans``: how many it had. ``telling``: held while it is told.
    """

    id: str
    login: LoginFacts
    line: Line
    write: Callable[[bytes], None]
    conversation: Conversation
    entered_at: float
    heard_at: float
    pinged_at: float
    audience: Audience | None = None
    epoch: str = ""
    seq: int = 0
    mark: int = 0
    turn: int = 0
    joined: bool = False
    catching_up: bool = False
    gone: bool = False
    paused_at: float | None = None
    held: list[tuple[int, bytes]] = field(default_factory=list)
    me_version: int = 0
    me_stale: bool = False
    following: bool = False
    pulse: Pulse | None = None
    span: str | None = None
    spans: int = 0
    telling: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def awaits_hello(self) -> bool:
        """The client has not yet said what it wants to follow."""
        return self.conversation.state is State.AWAITING_HELLO

    @property
    def there(self) -> bool:
        """It follows, and its line gives signs of life as far as anybody watches it."""
        return self.following and not self.gone and (self.pulse is None or not self.pulse.silent)
