"""What is told about the rules in ``docs/`` is what the types and the tests say."""

import re
from pathlib import Path
from typing import get_args

import pytest
from tools.told_rules import told_rules

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


def test_the_rules_are_told_as_they_stand_in_code_and_tests() -> None:
    committed = (ROOT / "docs/rules.md").read_text("utf-8")
    assert committed == told_rules(), "run `make contract` and commit what it writes"


@pytest.mark.parametrize("rule", RuleName)
def test_a_rule_is_told_with_its_refusals_and_what_shows_it(rule: RuleName) -> None:
    section = told_of_rules()[rule]
    said, (refusals, shown_by) = (
        section.split("\n- ")[0].strip(),
        re.findall(r"^- (?:Refusals|Shown by): (.*)$", section, flags=re.MULTILINE),
    )
    assert len(said) > 40
    codes = {code for code, refusal in REFUSALS.items() if refusal.rule is rule}
    assert set(re.findall(r"`([a-z-]+)`", refusals)) == codes
    links = re.findall(r"\[([\w-]+)\]\(\.\./([^)]+)\)", shown_by)
    assert links, f"no test's name begins with test_{rule.lower()}_, and no scenario's note names {rule}"
    for name, path in links:
        text = (ROOT / path).read_text("utf-8")
        assert f"def {name}(" in text if path.endswith(".py") else rule in text
