"""What the service writes to a console: JSON in text frames, built once and written to many.

A frame is ready for the transport: RFC 6455 §5.2, FIN and opcode text, not masked (§5.1) and not
compressed. Times on the wire: RFC 3339, UTC, milliseconds.
"""

from datetime import UTC, datetime
from typing import Any

import orjson

from hemicycle.conduct.ports import Json, Patch, Snapshot

_FIN_TEXT = 0x81
_FIN_PING = 0x89
_NUMBER = 8
_SHORT = 125
_TWO_BYTES = 126
_EIGHT_BYTES = 127
_LONGEST_OF_TWO = 0xFFFF


def text_frame(payload: bytes) -> bytes:
    """One whole websocket text frame around ``payload``, which is UTF-8."""
    length = len(payload)
    if length <= _SHORT:
        return bytes((_FIN_TEXT, length)) + payload
    if length <= _LONGEST_OF_TWO:
        return bytes((_FIN_TEXT, _TWO_BYTES)) + length.to_bytes(2, "big") + payload
    return bytes((_FIN_TEXT, _EIGHT_BYTES)) + length.to_bytes(8, "big") + payload


def rfc3339(at: datetime) -> str:
    """``2021-09-07T08:00:00.000Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _frame(kind: str, **fields: Any) -> bytes:
    return text_frame(orjson.dumps({"type": kind, **fields}))


def snapshot(taken: Snapshot, view: bytes, now: datetime) -> bytes:
    """The whole view. ``view``: ``taken.view`` encoded before, so that many consoles cost one encoding."""
    return _frame(
        "snapshot",
        epoch=taken.epoch,
        seq=taken.seq,
        audience=taken.audience.value,
        view=orjson.Fragment(view),
        server_now=rfc3339(now),
        scale=taken.scale,
    )


def patch(change: Patch, now: datetime) -> bytes:
    """What one command changed (RFC 7396)."""
    return _frame(
        "patch", prev_seq=change.prev_seq, seq=change.seq, merge=change.merge, server_now=rfc3339(now)
    )


def directory(version: int, merge: Json) -> bytes:
    """Names of persons. Version 0 is the whole directory and replaces; others are merged (RFC 7396)."""
    return _frame("directory", version=version, merge=merge)


def me(version: int, facts: Json) -> bytes:
    """What is private to one login."""
    return text_frame(orjson.dumps({**facts, "type": "me", "version": version}))


def accepted(command_id: str, seq: int) -> bytes:
    """The command is in the log for good."""
    return _frame("accepted", id=command_id, seq=seq)


def refused(command_id: str | None, problem: Json) -> bytes:
    """The command changed nothing; without an id, the frame could not be read."""
    if command_id is None:
        return _frame("refused", problem=problem)
    return _frame("refused", id=command_id, problem=problem)


def ping(now: datetime) -> bytes:
    """Answered with ``pong``; also sets the console's clock."""
    return _frame("ping", server_now=rfc3339(now))


def heartbeat(number: int) -> bytes:
    """A ping of the websocket itself (RFC 6455 §5.5.2); its pong brings the number back: ``answered``."""
    return bytes((_FIN_PING, _NUMBER)) + number.to_bytes(_NUMBER, "big")


def answered(payload: bytes) -> int:
    """The number of the heartbeat that a pong answers; 0: none of ours."""
    return int.from_bytes(payload, "big") if len(payload) == _NUMBER else 0


def bye(reason: str, retry_after: float | None = None) -> bytes:
    """The last frame. ``retry_after``: seconds to wait before coming back."""
    if retry_after is None:
        return _frame("bye", reason=reason)
    return _frame("bye", reason=reason, retry_after=round(retry_after, 3))
