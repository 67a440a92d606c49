"""Folding what the service sends into a view: pure, no sockets, no clock.

A view is what one audience sees of a meeting. It begins with a snapshot and goes on with patches, each a JSON
Merge Patch (RFC 7396) from one sequence number to the next. The laws:

- a patch whose ``seq`` is not above the own one is old and is ignored;
- a patch that does not begin at the own ``seq`` shows a gap: nothing is folded, the missing is asked for;
- a snapshot replaces everything, at any time;
- no view that was handed out is ever changed.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

View = Mapping[str, Any]
"""A JSON object; see the service's documentation of the three audiences."""


def merge_patch(target: Any, patch: Any) -> Any:
    """RFC 7396: ``target`` with ``patch`` merged. Neither is changed; what is unchanged is shared."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def canonical(value: Any) -> bytes:
    """The one way to write a JSON value: sorted keys, no spaces, UTF-8. Equal values give equal bytes."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


class Folded(Enum):
    """What became of a patch."""

    APPLIED = "applied"
    OLD = "old"
    GAP = "gap"


class Fold:
    """The view of one audience, as far as it is known. ``seq`` is -1 until the first snapshot."""

    def __init__(self) -> None:
        self.epoch: str | None = None
        self.seq = -1
        self.view: View = {}

    @property
    def begun(self) -> bool:
        """Whether there has been a snapshot."""
        return self.epoch is not None

    def snapshot(self, epoch: str, seq: int, view: View) -> None:
        """Begin, or begin again, from this state."""
        self.epoch, self.seq, self.view = epoch, seq, view

    def patch(self, prev_seq: int, seq: int, merge: Mapping[str, Any]) -> Folded:
        """Fold one patch if it is the next one."""
        if self.begun and seq <= self.seq:
            return Folded.OLD
        if not self.begun or prev_seq != self.seq:
            return Folded.GAP
        self.view = merge_patch(self.view, merge)
        self.seq = seq
        return Folded.APPLIED
