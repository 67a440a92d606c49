"""What a view tells: the few readings that several simulated participants share."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hemicycle_client.folding import View

STATEMENT = "statement"
POINT_OF_ORDER = "point_of_order"
PENDING = frozenset({"inscribed", "called", "speaking", "passed_over"})
OPEN = frozenset({"open", "announced"})
OBSERVERS = frozenset({"entity", "igo", "ngo"})
"""Categories of observer delegations that speak after all States."""


def moment(text: str) -> datetime:
    """A time on the wire, aware."""
    return datetime.fromisoformat(text)


def phase(view: View) -> str:
    """``scheduled``, ``in_session``, ``suspended`` or ``adjourned``."""
    return str(view["meeting"]["phase"])


def adjourned(view: View) -> bool:
    """Whether the meeting has ended."""
    return phase(view) == "adjourned"


def speaking(view: View) -> Mapping[str, Any] | None:
    """The frame on top of the floor."""
    floor = view.get("floor", ())
    return floor[-1] if floor else None


def list_state(view: View, item: str) -> str:
    """``not_open``, ``open``, ``announced``, ``closed``; ``unknown`` for an item not on the agenda."""
    return str(view["lists"].get(item, {}).get("state", "unknown"))


def accepts(view: View, item: str) -> bool:
    """Whether statements may be asked for on the item now."""
    return phase(view) == "in_session" and list_state(view, item) in OPEN


def pending(view: View, delegation: str, kind: str) -> str | None:
    """The id of the request of this kind that the delegation has before the meeting."""
    return next(
        (
            key
            for key, entry in view["entries"].items()
            if (entry["delegation"], entry["kind"]) == (delegation, kind) and entry["state"] in PENDING
        ),
        None,
    )


def count(view: View, kind: str, state: str) -> int:
    """How many requests of this kind are in this state."""
    return sum((e["kind"], e["state"]) == (kind, state) for e in view["entries"].values())
