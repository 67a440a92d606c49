"""A whole season of registration, 190 delegations of six with planted errors, by the command line alone."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from benchmarks.matching import load
from benchmarks.registration_season import CONFERENCE, Season, season
from benchmarks.season_lines import OPENS
from tests.cli.terminal import Said, serving, typed

from hemicycle.storage import open_storage

pytestmark = pytest.mark.slow

STYLES = re.compile(r"\x1b\[[?\d;]*[A-Za-z]")
"""How a terminal is told of colours, and to draw over a line."""


@dataclass(frozen=True)
class Terminal:
    """An officer's terminal: a service that runs, her token, and the export on her disk."""

    url: str
    token: str
    made: Season
    export: Path

    def type(self, *arguments: str) -> Said:
        """A command as she types it; a terminal that moves, so that progress is drawn."""
        said = typed(*arguments, "--service", self.url, HEMICYCLE_TOKEN=self.token, FORCE_COLOR="1")
        return Said(said.code, *(STYLES.sub("", text) for text in (said.out, said.err)))

    def list(self, state: str, match: str | None = None) -> list[str]:
        """The ids of the registrations in this state."""
        more = [] if match is None else ["--match", match]
        said = self.type("registrations", "list", CONFERENCE, "--state", state, *more, "--json")
        return [line["id"] for line in said.lines()]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made, data = season(), tmp_path / "data"
    data.mkdir()
    engine = open_storage(data)
    try:
        load(engine, made, tmp_path)
    finally:
        engine.dispose()
    export = tmp_path / "registrations.csv"
    export.write_bytes(made.export())
    asked = ("invite", CONFERENCE, "--capacity", "secretariat", "--bearer", "--json", "--data", data)
    token = typed(*asked).lines()[0]["token"]
    at = (OPENS + timedelta(days=14)).isoformat()
    with serving(data, HEMICYCLE_CLOCK_AT=at) as (_, url):
        yield Terminal(url, token, made, export)


@pytest.mark.timeout(300)
def test_a_season_comes_from_import_to_approved(terminal: Terminal) -> None:
    taken = terminal.type(
        "registrations", "import", CONFERENCE, str(terminal.export), "--apply", "--leave-late"
    )
    assert taken.code == 0, taken.err
    assert "Reading" in taken.err  # its progress
    asked = len(terminal.list("pending"))
    assert f"{asked} new and 0 changed registrations are taken over" in " ".join(taken.out.split())
    assert asked > 1000

    checked = terminal.type("registrations", "check", CONFERENCE)
    by_match = {kind: terminal.list("pending", kind) for kind in ("matched", "doubtful", "differs", "none")}
    assert sum(map(len, by_match.values())) == asked
    clean = len(by_match["matched"])
    assert f"{clean} can be approved in one act" in " ".join(checked.out.split())

    approved = terminal.type("approve", CONFERENCE)
    assert approved.code == 0, approved.err
    assert "Deciding" in approved.err
    assert f"{clean} approved" in approved.out
    assert Counter(terminal.list("approved")) == Counter(by_match["matched"])

    doubtful, *others = by_match["doubtful"]
    by_hand = terminal.type("approve", CONFERENCE, doubtful, "--reason", "the mission has confirmed it")
    assert by_hand.code == 0, by_hand.out
    refused = terminal.type("reject", CONFERENCE, *others, *by_match["none"], "--reason", "not in the note")
    assert f"{len(others) + len(by_match['none'])} rejected; 0 refused" in refused.out
    gone = terminal.type("withdraw", CONFERENCE, doubtful)
    assert "1 withdrawn; 0 refused" in gone.out
    assert terminal.list("withdrawn") == [doubtful]
    (figures,) = terminal.type("figures", CONFERENCE, "--json").lines()
    assert figures["total"]["total"]["approved"] == clean
    assert figures["total"]["total"]["nominated"] == 6 * len(terminal.made.notes)
