"""What people bring before a meeting of simulated delegates: motions, and appeals against a ruling. Pure.

The simulated delegates move nothing. Of what a person moves the body hears whoever asks to speak; then it is
put to the vote at once, and the simulated body votes against it: its debate goes on.
"""

from collections.abc import Mapping
from typing import Any

from hemicycle_client.bots import reading
from hemicycle_client.bots.room import Do, Manner, Room, Wait

MOTION = frozenset({"motion", "for_motion", "against_motion"})
APPEAL = "appeal"
BY_COUNT = frozenset({"show_of_hands", "secret_ballot"})
ABOVE_STATEMENTS = MOTION | {APPEAL, reading.POINT_OF_ORDER}


def step(room: Room, manner: Manner) -> Do | Wait | None:
    """What to do about a vote, an appeal or a motion, while nobody is called; None: there is nothing."""
    view, top = room.view, reading.speaking(room.view)
    kind = None if top is None else top["kind"]
    if kind == reading.POINT_OF_ORDER:
        return None
    if "vote" in view:
        return _voting(room, manner, view["vote"])
    if kind == APPEAL:
        ref = view.get("ruling", {}).get("request")
        return Do("OpenVote", {"kind": "appeal", "ref": ref})
    if kind in ABOVE_STATEMENTS:
        return None
    if "motion" in view:
        return _before_the_body(room, manner, view["motion"])
    pending = view.get("pending_motions")
    return Do("TakeUpMotion", {"motion": pending[0]}) if pending else None


def _before_the_body(room: Room, manner: Manner, motion: str) -> Do | Wait:
    """The mover, those for and against; then the vote."""
    found = room.view["motions"][motion]
    asked = {*found["asked_for"], *found["asked_against"]}
    movers = {key for key, entry in room.view["entries"].items() if _moves(entry, motion)}
    if any(room.view["entries"][key]["state"] == "inscribed" for key in asked | movers):
        return Do("CallNext")
    put = Do("OpenVote", {"kind": "motion", "ref": motion})
    return room.after(reading.moment(found["moved_at"]), manner.standstill, put)


def _moves(entry: Mapping[str, Any], motion: str) -> bool:
    return entry["kind"] == "motion" and entry.get("motion") == motion


def _voting(room: Room, manner: Manner, vote: Mapping[str, Any]) -> Do | Wait:
    """Hands are counted; a roll is called to its end; at the consoles there is time to vote."""
    if vote["method"] in BY_COUNT and not vote["counted"]:
        return Do("EnterCount", {"yes": 1, "no": 2, "abstentions": 0})
    if "next" in vote:
        since = room.since.get(f"roll {vote['next']}", room.now)
        return room.after(since, manner.roll, Do("RecordVote", {"delegation": vote["next"], "choice": "no"}))
    wait = manner.standstill if vote["method"] == "recorded" else manner.objections
    return room.after(reading.moment(vote["opened_at"]), wait, Do("CloseVote"))
