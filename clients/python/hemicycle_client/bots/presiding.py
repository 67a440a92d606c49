"""What a presiding officer does next, as far as the podium's view tells. Pure: no clock, no socket.

Every decision is a reading of the view, of who is connected, and of since when something holds; so one who
takes over from another goes on where the meeting stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hemicycle_client.bots import reading
from hemicycle_client.folding import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a meeting is run. All times in seconds of service time.

    ``podium``: the kinds of holders heard outside the list, one at first and one
    after every ``podium_after`` statements. ``standstill``: how long somebody else's suspension or pause is
    respected. ``length``: of the meeting, from the call to order.
    """

    podium: tuple[str, ...] = ("secretariat", "panellist")
    podium_after: int = 3
    podium_seconds: int = 300
    podium_share: float = 0.8
    after_call: float = 4.0
    between: float = 6.0
    before_ruling: float = 25.0
    grace: float = 20.0
    line_lost: float = 45.0
    standstill: float = 60.0
    patience: int = 2
    observers_wait: float = 1500.0
    states_between: int = 4
    idle: float = 240.0
    announced: float = 120.0
    length: float = 3 * 3600.0


@dataclass(frozen=True, slots=True)
class Do:
    """Send this command."""

    command: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do before the next change, or before ``until`` of service time."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the presiding officer knows. ``item``: what this meeting shall take up.

    ``since``: when she first saw that something holds.
    ``heard``: members of the podium who have had the floor. ``calls``: how often a request was called.
    ``quorum``: the delegations needed, once the service has said how many.
    """

    view: View
    item: str
    directory: Mapping[str, Any]
    participant: str | None
    now: datetime
    since: Mapping[str, datetime] = field(default_factory=dict)
    heard: frozenset[str] = frozenset()
    calls: Mapping[str, int] = field(default_factory=dict)
    quorum: int | None = None

    def after(self, start: datetime, seconds: float, then: Do) -> Do | Wait:
        """``then``, once so many seconds have passed since ``start``."""
        due = start + timedelta(seconds=seconds)
        return then if self.now >= due else Wait(due)


def next_step(room: Room, manner: Manner) -> Do | Wait:
    """What to do now; when nothing, until when."""
    phase = reading.phase(room.view)
    if room.participant is not None and room.view.get("presiding", room.participant) != room.participant:
        return Wait()
    if phase == "scheduled":
        return _opening(room)
    if phase == "suspended":
        return room.after(room.since.get("suspended", room.now), manner.standstill, Do("ResumeMeeting"))
    return _in_session(room, manner) if phase == "in_session" else Wait()


def _in_session(room: Room, manner: Manner) -> Do | Wait:
    view = room.view
    top = reading.speaking(view)
    if "called" in view:
        return _called(room, manner)
    if view["points"] and (top is None or top["kind"] == reading.STATEMENT):
        return Do("CallNext")
    if top is not None:
        return _speaking(room, manner, top)
    return _free(room, manner)


def _opening(room: Room) -> Do | Wait:
    """OPEN_QUORUM: at the hour, when enough delegations are there; how many are enough the service says."""
    scheduled = room.view["meeting"].get("scheduled_at")
    if scheduled is not None and room.now < reading.moment(scheduled):
        return Wait(reading.moment(scheduled))
    delegations = room.view["delegations"]
    states = {key for key, found in delegations.items() if found["category"] == "state_party"}
    present = len(states & room.view["present"].keys())
    needed = room.quorum if room.quorum is not None else -(-len(states) // 3)
    return Do("CallToOrder") if present >= needed else Wait()


def _called(room: Room, manner: Manner) -> Do | Wait:
    call = room.view["called"]
    request = room.view["entries"][call["request"]]
    called_at = reading.moment(call["called_at"])
    cause = _not_ready(room, call, request)
    if cause is None:
        return room.after(called_at, manner.after_call, Do("GiveFloor"))
    return room.after(called_at, manner.line_lost, Do("PassOver", {"cause": cause}))


def _not_ready(room: Room, call: Mapping[str, Any], request: Mapping[str, Any]) -> str | None:
    """Why the speaker called cannot speak: in the room she must be there, online her line must stand."""
    if "connection_lost_at" in call:
        return "connection_lost"
    if request["modality"] == "in_person":
        return None if request["delegation"] in room.view["present"] else "absent"
    person = room.directory.get(request.get("participant", ""), {})
    return None if person.get("connected") else "not_ready"


def _speaking(room: Room, manner: Manner, top: Mapping[str, Any]) -> Do | Wait:
    started = reading.moment(top["started_at"])
    if top["kind"] == reading.POINT_OF_ORDER:
        return room.after(started, manner.before_ruling, Do("Rule", {"upheld": top["grant"] % 2 == 0}))
    if "connection_lost_at" in top:
        lost = reading.moment(top["connection_lost_at"])
        return room.after(lost, manner.line_lost, Do("PassOver", {"cause": "connection_lost"}))
    if "paused_at" in top:
        return room.after(reading.moment(top["paused_at"]), manner.standstill, Do("ResumeSpeaking"))
    if "ends_at" not in top:
        return Wait()
    ends = reading.moment(top["ends_at"])
    if top["holder"] != "delegation":
        spare = timedelta(seconds=manner.podium_seconds * (1 - manner.podium_share))
        return room.after(ends - spare, 0, Do("EndStatement"))
    return room.after(ends, manner.grace, Do("EndStatement"))


def _free(room: Room, manner: Manner) -> Do | Wait:
    """Nobody speaks and nobody is called."""
    view = room.view
    item = view.get("item")
    if item is None:
        if view["agenda"][room.item]["state"] == "closed":
            return Do("AdjournMeeting")
        return Do("TakeUpItem", {"item": room.item})
    if reading.list_state(view, item) == "not_open":
        return Do("OpenList", {"item": item})
    return _listed(room, manner, item)


def _listed(room: Room, manner: Manner, item: str) -> Do | Wait:
    """The list has been opened: close it in time, hear the podium, call the next."""
    view = room.view
    state = reading.list_state(view, item)
    closing = _closing(room, manner, item, state)
    if isinstance(closing, Do):
        return closing
    member = _podium_due(room, manner, item)
    free = room.since.get("free", room.now)
    if member is not None:
        kind = view["podium"][member]["kind"]
        give = Do("GiveFloorTo", {"kind": kind, "participant": member, "seconds": manner.podium_seconds})
        return room.after(free, manner.between, give)
    if view["lists"][item]["order"]:
        return room.after(free, manner.between, _next_speaker(room, manner, item))
    return closing


def _closing(room: Room, manner: Manner, item: str, state: str) -> Do | Wait:
    """LIST_CLOSE: announced and closed when nobody asks any more, or when the time will just do."""
    view = room.view
    waiting = [view["entries"][request] for request in view["lists"][item]["order"]]
    start = reading.moment(view["meeting"].get("called_to_order_at", view["meeting"]["scheduled_at"]))
    end = start + timedelta(seconds=manner.length)
    if state == "closed":
        over = room.now >= end
        if waiting and not over:
            return Wait()
        return Do("CloseItem", {"item": item, "confirmed": bool(waiting)})
    if state == "announced":
        return room.after(
            room.since.get("announced", room.now), manner.announced, Do("CloseList", {"item": item})
        )
    due = sum(entry["seconds"] + manner.between + manner.after_call for entry in waiting)
    latest = end - timedelta(seconds=due + manner.announced)
    idle = None if waiting else room.since.get("idle", room.now) + timedelta(seconds=manner.idle)
    return room.after(latest if idle is None else min(latest, idle), 0, Do("AnnounceList", {"item": item}))


def _podium_due(room: Room, manner: Manner, item: str) -> str | None:
    """The member of the podium whose turn it is: after so many statements, or when nobody asks."""
    found = room.view["lists"][item]
    delivered, waiting = len(found["delivered"]), bool(found["order"])
    order: list[str] = [
        key for kind in manner.podium for key, member in room.view["podium"].items() if member["kind"] == kind
    ]
    place = len(room.heard.intersection(order))
    if place >= len(order) or (waiting and delivered < place * manner.podium_after):
        return None
    return next((key for key in order if key not in room.heard), None)


def _next_speaker(room: Room, manner: Manner, item: str) -> Do:
    """The order of the list; observers that wait long are heard between States, with the reason."""
    entries = room.view["entries"]
    order = room.view["lists"][item]["order"]
    first = next((key for key in order if entries[key]["state"] == "inscribed"), order[0])
    if room.calls.get(first, 0) >= manner.patience:
        return Do("WithdrawRequest", {"request": first, "reason": "Could not speak when called."})
    observer = _observer_due(room, manner, item)
    if observer is not None and observer != first:
        return Do("CallSpeaker", {"request": observer, "reason": "Observers are heard between States."})
    return Do("CallNext")


def _observer_due(room: Room, manner: Manner, item: str) -> str | None:
    """An observer delegation that has waited long, if the last speakers were none."""
    entries, found = room.view["entries"], room.view["lists"][item]

    def observes(key: str) -> bool:
        delegation = entries[key]["delegation"]
        return room.view["delegations"][delegation]["category"] in reading.OBSERVERS

    if any(observes(key) for key in found["delivered"][-manner.states_between :]):
        return None
    before = room.now - timedelta(seconds=manner.observers_wait)
    return next(
        (
            key
            for key in found["order"]
            if observes(key)
            and entries[key]["state"] == "inscribed"
            and reading.moment(entries[key]["accepted_at"]) <= before
        ),
        None,
    )
