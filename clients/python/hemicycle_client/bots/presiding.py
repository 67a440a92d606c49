"""What a presiding officer does next, as far as the podium's view tells. Pure: no clock, no socket.

Every decision is a reading of the view, of who is connected, and of since when something holds; so one who
takes over from another goes on where the meeting stands. What happens while the floor is free is the
programme's: see ``room.Act``.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from hemicycle_client.bots import lines, motioning, reading
from hemicycle_client.bots.considering import Consider
from hemicycle_client.bots.room import Do, Manner, Room, Wait

ABOVE_POINTS = frozenset({reading.POINT_OF_ORDER, motioning.APPEAL})
"""What a point of order does not interrupt."""


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
    alert = reading.signal(view, reading.ALERTS, "raised")
    if alert is not None:
        return Do("AcknowledgeSignal", {"signal": alert})
    if "called" in view:
        return _called(room, manner)
    if view["points"] and (top is None or top["kind"] not in ABOVE_POINTS):
        return Do("CallNext")
    brought = motioning.step(room, manner)
    if brought is not None:
        return brought
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
    """Why the speaker called cannot speak: in the room she must be there, online her line must stand and be
    what the body asks for.
    """
    if "connection_lost_at" in call:
        return "connection_lost"
    if request["modality"] == "in_person":
        return None if request["delegation"] in room.view["present"] else "absent"
    participant = request.get("participant", "")
    connected = room.directory.get(participant, {}).get("connected")
    return None if connected and not lines.lacking(room.view, participant) else "not_ready"


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
    """Nobody speaks and nobody is called: the programme goes on; when it is done, the meeting is over.

    An item that somebody else took up, outside the programme, is considered like any other.
    """
    item = room.view.get("item")
    acts = room.programme
    if item is not None:
        acts = tuple(act for act in acts if act.item == item) or (Consider(item),)
    for act in acts:
        step = act.step(room, manner)
        if step is not None:
            return step
    return Do("AdjournMeeting", {"confirmed": True})
