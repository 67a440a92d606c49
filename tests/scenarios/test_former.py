"""A scenario that continues another one begins with what stands at that one's end."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from hemicycle.cli.play import answers
from hemicycle.cli.scenario import ScenarioBroken

HERE = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the scenarios, to be changed."""
    return Path(copytree(HERE, tmp_path / "scenarios", ignore=lambda *_: ["__pycache__"]))


def changed(scenario: Path, **fields: Any) -> None:
    first, *lines = scenario.read_text("utf-8").splitlines()
    scenario.write_text("\n".join([json.dumps({**json.loads(first), **fields}), *lines]) + "\n", "utf-8")


def test_standing_is_told_in_the_first_event_of_the_scenario_that_continues() -> None:
    opening, *_ = answers(HERE / "list-carried-over.jsonl")
    standing = opening["events"][0]["standing"]
    assert standing["former"] == "em10-3"
    assert [r["delegation"] for r in standing["requests"]] == ["interpol", "ita", "fra", "egy"]


def test_standing_needs_a_former_meeting_that_is_over(folder: Path) -> None:
    unfinished = folder / "list-unfinished.jsonl"
    unfinished.write_text("\n".join(unfinished.read_text("utf-8").splitlines()[:5]) + "\n", "utf-8")
    with pytest.raises(ScenarioBroken, match=r"list-carried-over\.jsonl:1: former: .* is not adjourned"):
        list(answers(folder / "list-carried-over.jsonl"))


def test_standing_does_not_go_round_in_circles(folder: Path) -> None:
    changed(folder / "list-unfinished.jsonl", former="list-carried-over.jsonl")
    with pytest.raises(ScenarioBroken, match="continues this scenario itself"):
        list(answers(folder / "list-carried-over.jsonl"))


def test_joint_meeting_an_item_names_bodies_that_there_are(folder: Path) -> None:
    changed(folder / "joint-meeting.jsonl", bodies=["review-group"])
    with pytest.raises(ScenarioBroken, match="there is no body 'expert-meeting' in bodies"):
        list(answers(folder / "joint-meeting.jsonl"))
