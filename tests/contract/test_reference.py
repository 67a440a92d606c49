"""What is told about the rules in ``docs/`` is what the types and the tests say."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from hemicycle.contract.commands import COMMANDS
from hemicycle.contract.reference import scenario_reference
from hemicycle.rules.events import Event
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.refusals import REFUSALS

ROOT = Path(__file__).parents[2]
REGENERATE = (
    'python -c "from hemicycle.contract.reference import scenario_reference as r; print(r(), end=str())"'
    " > docs/scenario-reference.md"
)


def told_of_rules() -> dict[str, str]:
    """Rule → its section of docs/rules.md."""
    parts = re.split(r"^## (\w+)$", (ROOT / "docs/rules.md").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def names_of_tests() -> set[str]:
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "tests").rglob("test_*.py"))
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_scenario_reference_is_up_to_date() -> None:
    committed = (ROOT / "docs/scenario-reference.md").read_text("utf-8")
    assert committed == scenario_reference(), REGENERATE


def test_the_scenario_reference_tells_all() -> None:
    told = scenario_reference()
    for kind in (*COMMANDS.values(), *get_args(Event)):
        assert f"### {kind.__name__}\n" in told
    for code in REFUSALS:
        assert f"| `{code}` |" in told


def test_every_rule_is_told_and_no_other() -> None:
    assert list(told_of_rules()) == [rule.value for rule in RuleName]


@pytest.mark.parametrize("rule", RuleName)
def test_a_rule_is_told_with_its_refusals_and_a_test_that_shows_it(rule: RuleName) -> None:
    section = told_of_rules()[rule]
    refusals, shown_by = re.findall(r"^- (?:Refusals|Shown by): (.*)$", section, flags=re.MULTILINE)
    codes = {code for code, refusal in REFUSALS.items() if refusal.rule is rule}
    assert set(re.findall(r"`([a-z-]+)`", refusals)) == codes
    (name,) = re.findall(r"`(\w+)`", shown_by)
    assert name in names_of_tests()
    assert rule.value.lower() in name
