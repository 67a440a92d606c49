"""A form may ask for which sessions somebody comes; most do not."""

from datetime import date

import pytest
from tests.platforms.indico.exports import ANA, HEADERS, as_csv, form, read

from hemicycle.registry.calendar import Session
from hemicycle.registry.session_names import SessionNames

DAY = date(2020, 11, 9)
SESSIONS = SessionNames(
    [
        Session("em9", "em", {"en": "Ninth meeting of experts"}, DAY, DAY),
        Session("irg", "irg", {"en": "Implementation Review Group", "fr": "Groupe d'examen"}, DAY, DAY),
        Session("wgar", "wgar", {"en": "Working Group on Asset Recovery"}, DAY, DAY),
    ],
    {"bra": frozenset({"wgar", "irg"})},
)


@pytest.mark.parametrize(
    "answer, sessions",
    [
        ("Ninth meeting of experts", ("em9",)),
        ("Groupe d'examen; em9", ("em9", "irg")),
        ("All sessions", ("irg", "wgar")),
        ("", None),
    ],
)
def test_a_form_that_asks_for_sessions(answer: str, sessions: tuple[str, ...] | None) -> None:
    """By title in any language, or id; all: those that the delegation attends."""
    found = read(as_csv((*ANA, answer), headers=(*HEADERS, "Sessions")), form(sessions=SESSIONS))
    assert not found.rejected
    assert found.incoming[0].sessions == sessions


def test_a_session_that_is_not_there_is_told_by_line() -> None:
    found = read(
        as_csv((*ANA, "Tenth meeting; em9"), headers=(*HEADERS, "Sessions")), form(sessions=SESSIONS)
    )
    assert [(each.line, each.code) for each in found.rejected] == [(2, "unknown-session")]
