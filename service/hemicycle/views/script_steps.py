"""The steps of the chair's script: which texts there are, and what is filled into each."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from hemicycle.rules.state.motions import MotionKind

TEMPLATES: Mapping[str, frozenset[str]] = {
    key: frozenset(places.split())
    for key, places in {
        "call_to_order": "number",
        "suspend": "number",
        "resume": "number",
        "adjourn": "number",
        "adopt_agenda": "",
        "take_up_item": "item item_title",
        "close_item": "item",
        "open_list": "item",
        "announce_list": "item",
        "close_list": "item",
        "begin_replies": "item",
        "begin_replies_day": "",
        "give_floor": "delegation",
        "give_floor_followed": "delegation next",
        "give_floor_group": "delegation group",
        "give_floor_group_followed": "delegation group next",
        "give_floor_reply": "delegation",
        "give_floor_explanation": "delegation",
        "give_floor_question": "delegation",
        "give_floor_motion": "delegation",
        "thank": "delegation",
        "thank_speaker": "title",
        "conclude": "delegation",
        "to_order_irrelevance": "delegation",
        "to_order_overrun": "delegation",
        "connection_lost": "delegation",
        "connection_wait": "delegation",
        "point_of_order": "delegation",
        "ruling_upheld": "delegation",
        "ruling_rejected": "delegation",
        "appeal": "delegation",
        "appeal_overruled": "yes no abstentions",
        "appeal_stands": "yes no abstentions",
        **{f"motion_{kind}": "delegation" for kind in MotionKind},
        "put_motion": "delegation",
        **{
            f"propose_{'_'.join(figures)}": " ".join(("item", *figures))
            for many in (1, 2, 3)
            for figures in combinations(("time", "group_time", "statements"), many)
        },
        "limit_debated": "",
        "put_limit": "",
        "motion_carried": "",
        "motion_rejected": "",
        **{
            f"{said}{of}": places
            for said in ("ask_consensus", "decided", "noted")
            for of, places in {
                "": "",
                "_symbol": "symbol",
                "_symbol_amended": "symbol",
                "_part": "part symbol",
                "_amendment": "symbol",
            }.items()
        },
        "objection": "delegation",
        "vote_show_of_hands": "",
        "vote_roll_call": "delegation",
        "vote_recorded": "",
        "vote_secret_ballot": "",
        "close_vote": "",
        "vote_adopted": "symbol yes no abstentions",
        "vote_adopted_amended": "symbol yes no abstentions",
        "vote_adopted_part": "part symbol yes no abstentions",
        "vote_adopted_amendment": "symbol yes no abstentions",
        "vote_adopted_agenda": "yes no abstentions",
        "vote_rejected": "symbol yes no abstentions",
        "vote_rejected_part": "part symbol yes no abstentions",
        "vote_rejected_amendment": "symbol yes no abstentions",
        "vote_rejected_agenda": "yes no abstentions",
        "vote_tied": "yes no abstentions",
        "parts_rejected": "symbol",
        "panel_presentation": "title",
        "panel_questions": "",
        "panel_answers": "",
    }.items()
}
"""Every template by key, with the places that are filled in; it has exactly these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptStep:
    """Words to say: ``key`` names a template of ``GET api/v1/script/{language}``; ``params`` fill its places.

    What a param's value is, its name says: ``delegation`` and ``next`` are ids of delegations, ``group`` of a
    group, ``item`` and ``item_title`` of an agenda item, to be said by its number and by its title, ``title``
    of a member of the podium, to be said by hers; all else is said as it stands: ``symbol`` of a document,
    ``part``, the name of a part of it, ``time`` in minutes, figures.
    """

    key: str
    params: Mapping[str, str]


def step(key: str, **params: str) -> ScriptStep:
    """The words of this key, with what fills their places."""
    return ScriptStep(key=key, params=params)
