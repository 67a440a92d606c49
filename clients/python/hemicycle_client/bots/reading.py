"""What a view tells: the few readings that several simulated participants share."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hemicycle_client.folding import View

STATEMENT = "statement"
QUESTION = "question"
REPLY = "reply"
POINT_OF_ORDER = "point_of_order"
HELP = "help"
PENDING = frozenset({"inscribed", "called", "speaking", "passed_over"})
OPEN = frozenset({"open", "announced"})
OBSERVERS = frozenset({"entity", "igo", "ngo"})
"""Categories of observer delegations that speak after all States."""
ALERTS = frozenset({"sound_unacceptable", "cannot_interpret"})
"""Signals of the booths that the chair has to see."""


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


def speaker(view: View, frame: Mapping[str, Any]) -> str | None:
    """Who holds a frame of the floor, in English: a delegation's name, else a title of the podium."""
    names = view["delegations"].get(frame.get("delegation"), {}).get("names", {})
    title = frame.get("title")
    return names.get("en") or (title.get("en") if isinstance(title, Mapping) else title)


def list_state(view: View, item: str) -> str:
    """``not_open``, ``open``, ``announced``, ``closed``; ``unknown`` for an item not on the agenda."""
    return str(view["lists"].get(item, {}).get("state", "unknown"))


def nobody_asks(view: View) -> bool:
    """Whether an item is under consideration, its list has been opened, and nobody waits on it.

    Rights of reply wait for the end of the list, not the list for them.
    """
    found = view["lists"].get(view.get("item"))
    if found is None or found["state"] == "not_open":
        return False
    return not any(found.get(kind) for kind in ("order", "questions"))


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


def waiting(view: View) -> tuple[str, ...]:
    """Who waits on the lists of the items, in order: statements, then rights of reply, then explanations."""
    return tuple(
        f"{item}: {view['entries'][request]['delegation']}"
        for item, found in view["lists"].items()
        for kind in ("order", "replies", "explanations")
        for request in found.get(kind, ())
    )


def signal(view: View, kinds: frozenset[str], state: str, booth: str | None = None) -> str | None:
    """The id of a signal of one of these kinds in this state, of this booth if one is named."""
    return next(
        (
            key
            for key, found in view.get("signals", {}).items()
            if found["kind"] in kinds and found["state"] == state and booth in {None, found.get("booth")}
        ),
        None,
    )


def decisions(view: View) -> tuple[str, ...]:
    """What the body has decided at this meeting, in words, in order."""
    found = sorted(view["decisions"].items(), key=lambda decided: int(decided[0]))
    return tuple(_told(view, decided) for _, decided in found)


def _told(view: View, decided: Mapping[str, Any]) -> str:
    about = view["proposals"].get(decided["ref"], {}).get("symbol", decided["ref"])
    outcome = "adopted" if decided["carried"] else "rejected"
    amended = ", as orally amended" if decided["as_orally_amended"] else ""
    what = f"{decided['kind']} {about}".strip().replace("_", " ")
    return f"{what} {outcome} by {decided['by'].replace('_', ' ')}{amended}"
