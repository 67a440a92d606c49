"""Every refusal code names its rule, says what to do, and is provoked by a test of this folder."""

import ast
from pathlib import Path

import pytest

from hemicycle.rules.refusals import REFUSALS, Refused

HERE = Path(__file__).parent


def provoked() -> set[str]:
    """The codes that tests name as an outcome: ``.refused("…")`` passes only where it happens."""
    found = {"not-set-up"}  # provoked in test_sitting.py on the state before any log
    for path in HERE.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "refused"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                found.add(str(node.args[0].value))
    return found


def test_every_code_is_provoked() -> None:
    assert provoked() == set(REFUSALS)


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_says_what_it_means(code: str) -> None:
    says = REFUSALS[code].says
    assert says[0].isupper() or says[0] == "{"
    assert says.endswith(".")


def test_a_refusal_carries_rule_code_and_words() -> None:
    refused = Refused("no-quorum", present=1, of=4, needed=2)
    assert (refused.rule, refused.code) == ("OPEN_QUORUM", "no-quorum")
    assert str(refused) == "1 of 4 State party delegations are present; 2 are needed."
