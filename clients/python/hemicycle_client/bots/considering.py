"""The consideration of an item: its list of speakers, the podium, a panel, the replies. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hemicycle_client.bots import reading
from hemicycle_client.bots.panelling import Panel
from hemicycle_client.bots.room import Do, Manner, Room, Wait


@dataclass(frozen=True, slots=True)
class Consider:
    """Take the item up, open its list, hear the podium, then the panel if there is one, then the list.

    ``finishes``: the list is closed in time, rights of reply are given and the item is closed; else the
    meeting ends after ``Manner.length``, or when nobody asks any more, and the next one goes on with it.
    """

    item: str
    finishes: bool = True
    panel: Panel | None = None

    def step(self, room: Room, manner: Manner) -> Do | Wait | None:
        """See ``room.Act``."""
        if room.closed(self.item) or (not self.finishes and _over(room, manner, self.item)):
            return None
        if room.view.get("item") is None:
            return Do("TakeUpItem", {"item": self.item})
        if reading.list_state(room.view, self.item) == "not_open":
            return Do("OpenList", {"item": self.item})
        return self._listed(room, manner)

    def _listed(self, room: Room, manner: Manner) -> Do | Wait:
        """The list has been opened: close it in time, hear the podium, call the next."""
        panel = None if self.panel is None else self.panel.step(room, manner, self.item)
        if panel is not None and "panel" in room.view:
            return panel
        closing = _closing(room, manner, self.item) if self.finishes else Wait(_end(room, manner))
        if isinstance(closing, Do):
            return closing
        member = _podium_due(room, manner, self.item)
        if member is not None:
            return give_floor_to(room, manner, member)
        return panel or _next_of_list(room, manner, self.item) or closing


def _next_of_list(room: Room, manner: Manner, item: str) -> Do | Wait | None:
    """The next statement; once the list is closed and heard, the next right of reply."""
    found = room.view["lists"][item]
    if found["order"]:
        return room.unhurried(manner, _next_speaker(room, manner, item))
    if found["state"] == "closed" and found.get("replies"):
        begin = Do("BeginReplies", {"item": item})
        return room.unhurried(manner, Do("CallNext") if found["replies_begun"] else begin)
    return None


def give_floor_to(room: Room, manner: Manner, member: str) -> Do | Wait:
    """The floor to a member of the podium, outside the list."""
    kind = room.view["podium"][member]["kind"]
    fields = {"kind": kind, "participant": member, "seconds": manner.podium_seconds}
    return room.unhurried(manner, Do("GiveFloorTo", fields))


def _end(room: Room, manner: Manner) -> datetime:
    """When the meeting shall be over."""
    meeting = room.view["meeting"]
    start = reading.moment(meeting.get("called_to_order_at", meeting["scheduled_at"]))
    return start + timedelta(seconds=manner.length)


def _over(room: Room, manner: Manner, item: str) -> bool:
    """Whether a meeting that leaves its list to the next one has come to its end."""
    if room.now >= _end(room, manner):
        return True
    if "panel" in room.view or room.view["lists"][item]["order"] or "idle" not in room.since:
        return False
    return room.now >= room.since["idle"] + timedelta(seconds=manner.idle)


def _closing(room: Room, manner: Manner, item: str) -> Do | Wait:
    """LIST_CLOSE: announced and closed when nobody asks any more, or when the time will just do."""
    found, entries, end = room.view["lists"][item], room.view["entries"], _end(room, manner)
    if found["state"] == "closed":
        left = bool(found["order"] or found.get("replies"))
        if left and room.now < end:
            return Wait()
        return Do("CloseItem", {"item": item, "confirmed": left})
    if found["state"] == "announced":
        announced = room.since.get("announced", room.now)
        return room.after(announced, manner.announced, Do("CloseList", {"item": item}))
    waiting = [entries[request] for request in found["order"]]
    due = sum(entry["seconds"] + manner.between + manner.after_call for entry in waiting)
    latest = end - timedelta(seconds=due + manner.announced)
    idle = None if waiting else room.since.get("idle", room.now) + timedelta(seconds=manner.idle)
    return room.after(latest if idle is None else min(latest, idle), 0, Do("AnnounceList", {"item": item}))


def podium_of(room: Room, manner: Manner) -> list[str]:
    """The members of the podium who are heard outside the list, in order."""
    members = room.view["podium"].items()
    return [key for kind in manner.podium for key, member in members if member["kind"] == kind]


def _podium_due(room: Room, manner: Manner, item: str) -> str | None:
    """The member of the podium whose turn it is: after so many statements, or when nobody asks."""
    found = room.view["lists"][item]
    delivered, waiting = len(found["delivered"]), bool(found["order"])
    order = podium_of(room, manner)
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
