"""Refusals on the wire: RFC 9457, with the rule's name and its citation."""

from string import Formatter
from typing import Any

import pytest
from tests.rules.stage import PROCEDURE

from hemicycle.contract import problems
from hemicycle.rules.refusals import REFUSALS, Refused


def test_a_refusal_is_a_problem_with_rule_and_citation() -> None:
    refusal = Refused("no-quorum", present=1, of=4, needed=2)
    assert problems.refused(refusal, PROCEDURE).problem == {
        "type": "urn:hemicycle:problem:no-quorum",
        "title": "Refused",
        "status": 409,
        "detail": "1 of 4 State party delegations are present; 2 are needed.",
        "code": "no-quorum",
        "rule": "OPEN_QUORUM",
        "params": {"present": 1, "of": 4, "needed": 2},
        "citation": PROCEDURE.rules[refusal.rule].citation,
    }


def test_the_words_name_delegations_and_the_parameters_keep_their_ids() -> None:
    refusal = Refused("not-your-turn", called="pan")
    problem = problems.refused(refusal, PROCEDURE, {"pan": "Panama"}).problem
    assert problem["detail"] == "In the roll call Panama is called now."
    assert problem["params"] == {"called": "pan"}
    assert problems.refused(refusal, PROCEDURE).problem["detail"] == "In the roll call pan is called now."


def test_without_a_procedure_there_is_no_citation() -> None:
    assert "citation" not in problems.refused(Refused("not-set-up"), None).problem


@pytest.mark.parametrize("code", REFUSALS)
def test_statuses(code: str) -> None:
    params: dict[str, Any] = {name: "x" for _, name, _, _ in Formatter().parse(REFUSALS[code].says) if name}
    status = problems.refused(Refused(code, **params), PROCEDURE).status
    expected = 403 if code == "not-allowed" else 404 if code.startswith("unknown-") else 409
    assert status == expected


def test_no_refusal_has_the_code_of_another_problem() -> None:
    assert not REFUSALS.keys() & problems.PROBLEMS.keys()


@pytest.mark.parametrize("code", problems.PROBLEMS)
def test_every_problem_has_status_and_title(code: str) -> None:
    error = problems.ProblemError.of(code, "Do something else.", hint="this")
    assert 400 <= error.status < 600
    assert error.problem["hint"] == "this"
    assert str(error) == "Do something else."
