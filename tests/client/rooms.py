"""Views of a small meeting as the podium sees it, for what presides over it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hemicycle_client import merge_patch
from hemicycle_client.bots.considering import Consider
from hemicycle_client.bots.room import Room

TEN = datetime(2021, 9, 7, 8, tzinfo=UTC)


def at(seconds: float) -> datetime:
    """So many seconds after ten o'clock in Vienna."""
    return TEN + timedelta(seconds=seconds)


def wire(seconds: float) -> str:
    return at(seconds).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def entry(delegation: str, **more: Any) -> dict[str, Any]:
    base = {
        "kind": "statement",
        "delegation": delegation,
        "tier": "states-parties",
        "modality": "in_person",
        "state": "inscribed",
        "seconds": 300,
        "accepted_at": wire(0),
        "source": "room",
    }
    return {**base, **more}


def view(**changes: Any) -> dict[str, Any]:
    """In session on item 3 since ten, the list open, nobody speaking; ``changes`` are merged into it."""
    delegations = {
        key: {"code": key.upper(), "category": category, "names": {"en": key}}
        for key, category in (
            ("alb", "state_party"),
            ("pan", "state_party"),
            ("fra", "state_party"),
            ("interpol", "igo"),
        )
    }
    base = {
        "meeting": {
            "id": "em10-3",
            "phase": "in_session",
            "scheduled_at": wire(0),
            "called_to_order_at": wire(0),
        },
        "agenda": {"3": {"number": "3", "titles": {"en": "Three"}, "state": "taken_up", "place": 0}},
        "item": "3",
        "delegations": delegations,
        "lists": {"3": {"state": "open", "order": [], "delivered": []}},
        "entries": {},
        "points": [],
        "floor": [],
        "present": dict.fromkeys(delegations, True),
        "podium": {"chair": {"kind": "presiding_officer", "title": "chair"}},
        "presiding": "chair",
    }
    merged: dict[str, Any] = merge_patch(base, changes)
    return merged


def room(seconds: float, seen: dict[str, Any], **more: Any) -> Room:
    """What the chair knows at so many seconds past ten."""
    known: dict[str, Any] = {"programme": (Consider("3"),), "directory": {}, "participant": "chair", **more}
    return Room(view=seen, now=at(seconds), **known)


def frame(delegation: str | None = "pan", **more: Any) -> dict[str, Any]:
    base = {
        "grant": 1,
        "kind": "statement",
        "holder": "delegation",
        "delegation": delegation,
        "request": "r1",
        "started_at": wire(0),
        "ends_at": wire(300),
        "modality": "in_person",
        "elapsed": False,
    }
    return {key: value for key, value in {**base, **more}.items() if value is not None}
