"""A generated season of registration, small: each planted error is found, nobody is taken for another."""

from pathlib import Path

import pytest
from benchmarks import matching
from benchmarks.registration_season import Season, season
from tests.databases import Databases

from hemicycle.registry.registrations import MatchKind

LEFT_TO_A_PERSON = {
    "an absent colleague's address",
    "nearly the same name",
    "one letter apart",
    "a relative",
    "somebody else",
}


@pytest.fixture(scope="module")
def made() -> Season:
    return season(seed=7, delegations=60)


def test_the_same_seed_gives_the_same_season(made: Season) -> None:
    again = season(seed=7, delegations=60)
    assert (again.export(), again.conference()) == (made.export(), made.conference())
    assert again.export() != season(seed=8, delegations=60).export()


def test_each_planted_error_is_found(databases: Databases, made: Season, tmp_path: Path) -> None:
    with databases.engine() as engine:
        outcome = matching.run(engine, made, tmp_path, lambda _: None)
    assert (outcome.counts["rejected"], outcome.counts["left"], outcome.counts["late"]) == (14, 8, 4)
    wrong = [
        (line.kind, match.match)
        for line, match, nomination in outcome.found
        if match.match in matching.SURE and line.truth != nomination
    ]
    assert wrong == []
    for line, match, _ in outcome.found:
        if line.kind in LEFT_TO_A_PERSON:
            assert match.match not in matching.SURE, line.kind
        if line.kind in {"another modality", "another role"}:
            assert match.match is MatchKind.DIFFERS, line.kind
        if line.kind == "as nominated":
            assert match.match is MatchKind.MATCHED, match.match
    named = [nomination for line, match, nomination in outcome.found if line.truth]
    assert sum(nomination is not None for nomination in named) > 0.9 * len(named)
