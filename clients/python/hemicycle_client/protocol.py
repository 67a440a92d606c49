"""One console's side of ``hemicycle.v1`` without any socket: text in, text out, state in between.

The state outlives connections. What the shell must do: on a new connection send ``hello()`` and then all of
``unanswered()``; hand every text received to ``received`` and send what it returns.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hemicycle_client import frames
from hemicycle_client.errors import (
    HemicycleError,
    NotAllowed,
    Problem,
    ProtocolBroken,
    Revoked,
    TooMany,
    UnknownMeeting,
)
from hemicycle_client.folding import Fold, Folded, merge_patch
from hemicycle_client.frames import Accepted, Bye, RefusedFrame
from hemicycle_client.service_time import ServiceClock

FINAL_BYES: Mapping[str, type[Revoked | ProtocolBroken | UnknownMeeting | TooMany]] = {
    "revoked": Revoked,
    "protocol": ProtocolBroken,
    "unknown_meeting": UnknownMeeting,
    "too_many": TooMany,
}
"""Reasons after which no console comes back by itself."""


@dataclass(frozen=True, slots=True)
class Received:
    """What one frame brought: frames to ``send``, an ``answer`` to a command, a ``bye``; ``moved``:
    there is something new to see.
    """

    send: tuple[str, ...] = ()
    answer: Accepted | RefusedFrame | None = None
    bye: Bye | None = None
    moved: bool = False


class Protocol:
    """The conversation of one console about one meeting."""

    def __init__(self, audience: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.audience = audience
        self.fold = Fold()
        self.clock = ServiceClock(monotonic)
        self.directory: Mapping[str, Any] = {}
        self.me: Mapping[str, Any] = {}
        self._pending: dict[str, str] = {}
        self._asked_again = False

    def hello(self) -> str:
        """The first frame of a connection: with what is known already, so that only the missing is sent."""
        self._asked_again = False
        if not self.fold.begun:
            return frames.hello(self.audience)
        return frames.hello(self.audience, epoch=self.fold.epoch, since_seq=self.fold.seq)

    def command(self, command_id: str, name: str, fields: Mapping[str, Any]) -> str:
        """Write a command and remember it until it is answered or forgotten."""
        text = frames.command(command_id, name, fields)
        self._pending[command_id] = text
        return text

    def forget(self, command_id: str) -> None:
        """Stop asking for the answer to this command."""
        self._pending.pop(command_id, None)

    def unanswered(self) -> list[str]:
        """The commands to send again, in the order in which they were given."""
        return list(self._pending.values())

    def received(self, text: str | bytes) -> Received:
        """Take one frame of the service.

        Raises ``ProtocolBroken`` for what cannot be read, ``NotAllowed`` when the audience is refused, and
        the error of a final ``bye``.
        """
        match frames.parse(text):
            case frames.Snapshot() as frame:
                self.fold.snapshot(frame.epoch, frame.seq, frame.view)
                self.clock.set(frame.server_now, frame.scale)
                self._asked_again = False
            case frames.Patch() as frame:
                return self._patch(frame)
            case frames.Directory(version=version, merge=merge):
                self.directory = merge_patch(self.directory if version else {}, merge)
            case frames.Me(content=content):
                self.me = content
            case frames.Accepted() | frames.RefusedFrame() as answer:
                return self._answer(answer)
            case frames.Ping(server_now=server_now):
                if server_now is not None:
                    self.clock.hear(server_now)
                return Received(send=(frames.pong(), *self._insist()))
            case frames.Bye() as bye:
                return _bye(bye)
            case None:
                return Received()
        return Received(moved=True)

    def _patch(self, frame: frames.Patch) -> Received:
        if frame.server_now is not None:
            self.clock.hear(frame.server_now)
        match self.fold.patch(frame.prev_seq, frame.seq, frame.merge):
            case Folded.APPLIED:
                self._asked_again = False
                return Received(moved=True)
            case Folded.GAP if not self._asked_again:
                text = self.hello()
                self._asked_again = True
                return Received(send=(text,))
            case Folded.GAP | Folded.OLD:
                pass
        return Received()

    def _insist(self) -> tuple[str, ...]:
        """A gap was asked about and a whole silence later nothing came: ask for everything."""
        return (frames.hello(self.audience),) if self._asked_again else ()

    def _answer(self, answer: Accepted | RefusedFrame) -> Received:
        if isinstance(answer, RefusedFrame) and answer.id is None and not self.fold.begun:
            raise _refused_hello(answer.problem)
        if answer.id is not None:
            self._pending.pop(answer.id, None)
        return Received(answer=answer)


def _refused_hello(problem: Problem) -> HemicycleError:
    match problem.status:
        case 403:
            return NotAllowed(problem)
        case 404:
            return UnknownMeeting(str(problem))
        case _:
            return ProtocolBroken(str(problem))


def _bye(bye: Bye) -> Received:
    final = FINAL_BYES.get(bye.reason)
    if final is not None:
        raise final(f"The service ended the connection: {bye.reason}.")
    return Received(bye=bye)
