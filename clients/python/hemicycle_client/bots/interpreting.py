"""What an interpreter does next, as far as the booths' view tells. Pure: no clock, no socket."""

from collections.abc import Mapping
from typing import Any

from hemicycle_client.bots.room import Do
from hemicycle_client.folding import View


def booth_of(view: View, participant: str | None) -> str | None:
    """The booth in which this interpreter works at this meeting."""
    for key, booth in view["booths"].items():
        if any(each["participant"] == participant for each in booth["interpreters"]):
            return str(key)
    return None


def next_step(view: View, participant: str) -> Do | None:
    """What to do about the microphone; None: nothing now.

    The first of a booth takes it; at the end of a turn it is offered to the next one, who accepts.
    """
    booth = booth_of(view, participant)
    if booth is None:
        return None
    team = [each["participant"] for each in view["booths"][booth]["interpreters"]]
    air = view["on_air"][booth]
    if "handover" in air:
        answers = _asked(air["handover"]) == participant
        return Do("AnswerHandover", {"booth": booth, "accepted": True}) if answers else None
    if "interpreter" not in air:
        return Do("TakeMicrophone", {"booth": booth}) if participant == team[0] else None
    if air["interpreter"] != participant or not air["turn_elapsed"] or len(team) == 1:
        return None
    colleague = team[(team.index(participant) + 1) % len(team)]
    return Do("RequestHandover", {"booth": booth, "to": colleague})


def _asked(handover: Mapping[str, Any]) -> str:
    """Of a handover's two sides the one that did not start it."""
    giver, taker = str(handover["giver"]), str(handover["taker"])
    return taker if handover["by"] == giver else giver
