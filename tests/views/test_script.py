"""The words for what happens now: the right ones, the likeliest first, and each of them at some time."""

from dataclasses import replace

import pytest
from tests.rules.stage import (
    Given,
    room,
)
from tests.rules.voting_stage import (
    HANDS,
    decided,
)
from tests.views.script_questions import VOTE_AMENDMENT, amended, asked
from tests.views.script_situations import POINT, SITUATIONS, keys, on_a_point, opened, scheduled, session

from hemicycle.contract.views import view_of
from hemicycle.registry.script_texts import LANGUAGES, Scripts
from hemicycle.rules import commands as c
from hemicycle.views.audiences import Audience
from hemicycle.views.script import steps
from hemicycle.views.script_steps import TEMPLATES

SCRIPTS = [script for script in map(Scripts().of, LANGUAGES) if script is not None]


def test_there_is_a_situation_for_every_text() -> None:
    assert SITUATIONS.keys() == TEMPLATES.keys()


@pytest.mark.parametrize("key", SITUATIONS)
def test_each_text_has_its_time_and_can_be_said_in_every_language(key: str) -> None:
    meeting = SITUATIONS[key]()
    assert key in keys(meeting)
    view = view_of(meeting.meeting, Audience.PODIUM)
    for step in view["script"]:
        assert step["params"].keys() == TEMPLATES[step["key"]]
        assert all(script.said(step, view) for script in SCRIPTS)


def test_the_likeliest_comes_first() -> None:
    assert keys(scheduled()) == ["call_to_order"]
    assert keys(session().asked(room("pan"), room("ita")))[0] == "give_floor_followed"
    speaking = session().asked(room("pan")).given_the_floor()
    assert keys(speaking)[0] == "thank"
    assert keys(speaking.done(POINT, by=room("fra")))[0] == "point_of_order"
    assert keys(speaking.done(POINT, by=room("fra")).done(c.CallNext()))[0] == "point_of_order"
    assert keys(SITUATIONS["conclude"]())[0] == "conclude"
    assert keys(on_a_point()) == ["ruling_upheld", "ruling_rejected"]
    assert keys(asked()) == ["ask_consensus_symbol", "decided_symbol"]
    assert keys(SITUATIONS["objection"]()) == ["objection", "noted_symbol"]
    assert keys(SITUATIONS["vote_adopted"]())[0] == "vote_adopted"


def test_adopted_as_orally_amended_is_said_of_the_document_and_a_part_is_named() -> None:
    def first(meeting: Given) -> tuple[str, dict[str, str]]:
        said = steps(meeting.meeting)[0]
        return said.key, {place: value for place, value in said.params.items() if place in {"symbol", "part"}}

    document = {"symbol": "CAC/COSP/EG.1/2021/L.2"}
    part = {**document, "part": "Operative paragraph 1"}
    assert first(SITUATIONS["vote_adopted_amended"]()) == ("vote_adopted_amended", document)
    assert first(SITUATIONS["vote_adopted_part"]()) == ("vote_adopted_part", part)
    assert first(SITUATIONS["vote_adopted_amendment"]()) == ("vote_adopted_amendment", document)
    own = decided(amended(symbol="CAC/COSP/EG.1/2021/L.3").done(VOTE_AMENDMENT), 3, 1)
    assert first(own) == ("vote_adopted", {"symbol": "CAC/COSP/EG.1/2021/L.3"})


def test_division_when_all_parts_are_rejected_both_results_are_said() -> None:
    assert keys(SITUATIONS["parts_rejected"]())[:2] == ["vote_rejected_part", "parts_rejected"]


def test_tie_the_second_equal_vote_rejects() -> None:
    again = SITUATIONS["vote_tied"]().done(HANDS)
    assert keys(decided(again, 2, 2))[0] == "vote_rejected"


def test_the_result_is_said_until_somebody_has_spoken() -> None:
    declared = asked().done(c.DeclareDecided())
    assert keys(declared)[0] == "decided_symbol"
    spoken = declared.asked(room("pan")).given_the_floor("10:05:00").done(c.EndStatement(), clock="10:06:00")
    assert "decided_symbol" not in keys(spoken)


def test_after_the_end_nothing_is_said() -> None:
    ended = opened().done(c.AdjournMeeting())
    assert keys(ended) == []
    assert steps(replace(ended.meeting, phase=type(ended.meeting.phase).NOT_SET_UP)) == ()
