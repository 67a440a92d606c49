"""The lines of remote speakers, as far as the podium's view tells: what the body's gate misses. Pure.

A gate asks for a console that is connected, a test of the connection, a sound that can be interpreted; the
service notes the first by itself, the desk or an operator the others.
"""

from hemicycle_client.bots.reading import PENDING
from hemicycle_client.bots.room import Do
from hemicycle_client.folding import View


def lacking(view: View, participant: str) -> tuple[str, ...]:
    """Of ``connected``, ``tested``, ``sound``: what the gate asks for and this remote speaker has not."""
    known = view.get("readiness", {}).get(participant, {})
    has = {
        "connected": known.get("connected", False),
        "tested": "tested_at" in known,
        "sound": known.get("sound") == "fit",
    }
    gate = view.get("gate", {})
    return tuple(need for need, found in has.items() if gate.get(need) and not found)


def next_check(view: View) -> Do | None:
    """What the desk finds out next: of who has asked to speak online and is there, and of nobody twice.

    Everybody's line is good, and every sound: the simulated participants have neither.
    """
    for participant in _remote_speakers(view):
        missing = lacking(view, participant)
        if "connected" in missing:
            continue
        if "tested" in missing:
            return Do("MarkTested", {"participant": participant, "passed": True})
        if "sound" in missing:
            return Do("MarkSound", {"participant": participant, "fitness": "fit"})
    return None


def _remote_speakers(view: View) -> list[str]:
    """Whoever waits or speaks online, in the order in which they asked."""
    waiting = (e for e in view["entries"].values() if e["modality"] == "online" and e["state"] in PENDING)
    return [entry["participant"] for entry in waiting if "participant" in entry]
