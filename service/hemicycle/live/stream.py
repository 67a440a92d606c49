"""The fan-out of one audience of one meeting: a frame is built once and written to every console's transport.

Frames are numbered from 1 in the order in which they were added (not the log's ``seq``: some frames stand
outside the sequence). A round writes all frames that were there when it began, joined, with one write for
each console, in slices. Invariants: a console that has joined has been written every frame up to its
``mark``; ``mark`` is never below ``base``; nothing awaits between looking at a mark and writing.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from hemicycle.live.console import Console
from hemicycle.views.audiences import Audience

SLICE = 256
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Round:
    """One pass over the consoles: ``joined`` holds the frames with numbers in (start, end]."""

    consoles: list[Console]
    joined: bytes
    start: int
    end: int
    reached: int = 0


class Stream:
    """One audience. ``seq``: the log's number that the newest patch has reached; 0 before the first."""

    def __init__(self, audience: Audience, drop: Callable[[Console], None]) -> None:
        """``drop``: called with a console whose transport refused a write."""
        self.audience = audience
        self.seq = 0
        self.base = 0
        self._base_seq = 0
        self._frames: list[tuple[bytes, int]] = []
        self._consoles: dict[Console, None] = {}
        self._waiting: dict[Console, None] = {}
        self._round: Round | None = None
        self._drop = drop

    @property
    def newest(self) -> int:
        """The number of the newest frame."""
        return self.base + len(self._frames)

    @property
    def busy(self) -> bool:
        """Frames are waiting to be written."""
        return bool(self._frames)

    @property
    def followed(self) -> bool:
        """At least one console has joined."""
        return bool(self._consoles)

    def add(self, frame: bytes, seq: int | None = None) -> None:
        """Add a frame for all who have joined. ``seq``: of a patch; None: outside the sequence."""
        if seq is not None:
            self.seq = seq
        self._frames.append((frame, self.seq))
        if self._consoles:
            self._release()
        else:
            self._forget_frames()

    def join(self, console: Console, seq: int) -> None:
        """Every later frame is written to the console, which has seen the log up to ``seq`` or later."""
        console.mark = self.newest
        console.seq = seq
        console.joined = True
        self._consoles[console] = None

    def rejoin(self, console: Console) -> bool:
        """Go on after a pause if nothing was missed in it; False: the console must catch up first."""
        if console.mark != self.newest:
            return False
        self.join(console, console.seq)
        self.write_held(console)
        return True

    def leave(self, console: Console) -> None:
        """Write nothing more to the console; its ``seq`` says how far it came."""
        if console.joined:
            console.joined = False
            console.seq = max(console.seq, self._seq_at(console.mark))
            del self._consoles[console]
            self._waiting.pop(console, None)
        if not self._consoles:
            self._forget_frames()

    def answer(self, console: Console, seq: int, frame: bytes) -> None:
        """Write ``accepted`` after the patch that reaches ``seq``, which the console then gets at once."""
        console.held.append((seq, frame))
        if console.joined:
            self.write_held(console)

    def write_held(self, console: Console) -> None:
        """Write the answers whose patch has been added, with the frames that the console still lacks."""
        reached = max(self.seq, console.seq)
        due = [frame for seq, frame in console.held if seq <= reached]
        console.held = [(seq, frame) for seq, frame in console.held if seq > reached]
        if console.held:
            self._waiting[console] = None
        if due:
            self._write(console, self._after(console.mark) + b"".join(due), self.newest)

    def write_slice(self) -> None:
        """Write the current round's frames to the next consoles; begins a round when frames wait."""
        current = self._round or self._begin()
        if current is None:
            return
        begin, current.reached = current.reached, current.reached + SLICE
        joined, start, end = current.joined, current.start, current.end
        for console in current.consoles[begin : current.reached]:
            if not console.joined or console.mark >= end:
                continue
            if console.mark == start:
                self._write(console, joined, end)
            else:
                self._write(console, self._after(console.mark), self.newest)
        if current.reached >= len(current.consoles):
            self._end(current)

    def _begin(self) -> Round | None:
        if not self._frames:
            return None
        joined = b"".join(frame for frame, _ in self._frames)
        self._round = Round(list(self._consoles), joined, self.base, self.newest)
        return self._round

    def _end(self, current: Round) -> None:
        if self._round is current:
            self._base_seq = self._seq_at(current.end)
            del self._frames[: current.end - self.base]
            self.base = current.end
            self._round = None

    def _forget_frames(self) -> None:
        self.base = self.newest
        self._frames.clear()
        self._round = None

    def _after(self, mark: int) -> bytes:
        return b"".join(frame for frame, _ in self._frames[mark - self.base :])

    def _seq_at(self, mark: int) -> int:
        return self._frames[mark - self.base - 1][1] if mark > self.base else self._base_seq

    def _release(self) -> None:
        for console in list(self._waiting):
            del self._waiting[console]
            self.write_held(console)

    def _write(self, console: Console, frames: bytes, mark: int) -> None:
        console.mark = mark  # before writing: the transport may tell the console to pause while it writes
        try:
            console.write(frames)
        except Exception:  # uvloop raises on a closed transport: no console may stop the others
            _logger.exception("The transport of console %s refused a write", console.id)
            self._drop(console)
