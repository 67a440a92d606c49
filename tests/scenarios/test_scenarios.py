"""Whole meetings that replay for ever. A new one gets its golden log once; a golden log is never edited.

``hemicycle play tests/scenarios/NAME.jsonl > tests/scenarios/NAME.golden.jsonl``
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hemicycle.cli.play import answers
from hemicycle.contract.views import view_of
from hemicycle.journal.codec import decode_event
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.evolve import fold
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.refusals import REFUSALS
from hemicycle.views.audiences import Audience

HERE = Path(__file__).parent
SCENARIOS = sorted(path for path in HERE.glob("*.jsonl") if not path.name.endswith(".golden.jsonl"))


def golden(scenario: Path) -> list[Any]:
    text = scenario.with_suffix(".golden.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def meant(answer: Mapping[str, Any]) -> Any:
    """An answer as the rules mean it: events in today's shape, a refusal without its wording."""
    if "refused" in answer:
        return answer["refused"], answer["rule"], answer["citation"]
    return [decode_event(event) for event in answer["events"]]


def rules_of(code: str, scenario: Path) -> set[str]:
    """The rule of a refusal: the code's own, or of a motion that which the procedure's data names."""
    set_up = decode_event(golden(scenario)[0]["events"][0])
    assert isinstance(set_up, MeetingSetUp)
    of_motions = {motion.rule.value for motion in set_up.procedure.motions}
    own = REFUSALS[code].rule
    return {own.value} | (of_motions if own is RuleName.MOTION_ORDER else set())


def known_then(played: list[Any], written: list[Any]) -> list[Any]:
    """What was played, without the rules that were not known when the golden log was written."""
    (now, *_), (then, *_) = played[0], written[0]
    rules = {name: text for name, text in now.procedure.rules.items() if name in then.procedure.rules}
    return [[replace(now, procedure=replace(now.procedure, rules=rules))], *played[1:]]


def test_there_are_scenarios_and_each_golden_log_has_one() -> None:
    assert len(SCENARIOS) >= 9
    goldens = {path.name.removesuffix(".golden.jsonl") for path in HERE.glob("*.golden.jsonl")}
    assert goldens == {path.stem for path in SCENARIOS}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_plays_as_it_always_did(scenario: Path) -> None:
    written = [meant(answer) for answer in golden(scenario)]
    assert known_then([meant(answer) for answer in answers(scenario)], written) == written


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_a_golden_log_folds_into_the_views_of_the_live_meeting(scenario: Path) -> None:
    *_, state = answers(scenario, state=True)
    meeting = fold(decode_event(event) for answer in golden(scenario) for event in answer.get("events", ()))
    assert state == {"views": {audience.value: view_of(meeting, audience) for audience in Audience}}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_one_answer_for_each_line_and_each_refusal_names_rule_and_citation(scenario: Path) -> None:
    answered = golden(scenario)
    assert len(answered) == len(scenario.read_text("utf-8").splitlines())
    for answer in answered:
        if "refused" in answer:
            assert answer.keys() == {"refused", "rule", "citation", "detail"}
            assert answer["rule"] in rules_of(answer["refused"], scenario)
        else:
            assert answer.keys() == {"events"}


@pytest.mark.parametrize("scenario", SCENARIOS[:1], ids=lambda path: path.stem)
def test_the_program_prints_the_same(scenario: Path) -> None:
    program = Path(sys.executable).with_name("hemicycle")
    run = subprocess.run([program, "play", scenario, "--state"], check=True, capture_output=True, timeout=60)
    assert run.stderr == b""
    assert [json.loads(line) for line in run.stdout.splitlines()] == list(answers(scenario, state=True))
