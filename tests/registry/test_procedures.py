"""Files of rules of procedure: every field is read, and what is wrong is told with line and field."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from hemicycle.registry.procedure_model import ProcedureDocument
from hemicycle.registry.procedures import from_json, read_procedure, to_json
from hemicycle.registry.toml_file import FileRefused
from hemicycle.rules.procedure import Procedure, RepliesTaken, RoomFirst, RuleName
from hemicycle.rules.state.decisions import Majority
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import titled

CONFIG = Path(__file__).parents[2] / "config"
SIX = {"ar", "zh", "en", "fr", "ru", "es"}
FULL = (Path(__file__).parents[1] / "scenarios/procedures/full.toml").read_text("utf-8")


def read(folder: Path, text: str) -> Procedure:
    path = folder / "full.toml"
    path.write_text(text, "utf-8")
    return read_procedure(path)


def test_a_file_can_say_all_that_the_rules_know() -> None:
    assert {f.name for f in fields(Procedure)} == set(ProcedureDocument.model_fields)


def test_what_the_file_says_is_what_the_rules_get(tmp_path: Path) -> None:
    procedure = read(tmp_path, FULL)
    assert [m.kind for m in procedure.motions] == list(MotionKind)
    reconsider = procedure.motion_rule(MotionKind.RECONSIDER)
    assert reconsider is not None
    assert (reconsider.rule, reconsider.majority) == (RuleName.RECONSIDER, Majority.TWO_THIRDS)
    assert procedure.replies is not None
    assert (procedure.replies.count, procedure.replies.taken) == (2, RepliesTaken.END_OF_ITEM)
    assert procedure.decisions is not None
    assert procedure.decisions.quorum.needed(of=190) == 96
    assert [s.by_rank for s in procedure.segments] == [False, True]
    assert procedure.gate.sound
    assert procedure.room_first is RoomFirst.HINT
    assert from_json(to_json(procedure)) == procedure


def test_what_was_kept_before_replies_and_votes_were_known_is_still_read(tmp_path: Path) -> None:
    kept = to_json(read(tmp_path, FULL))
    known = (
        "id title tiers points_of_order point_of_order_seconds open_quorum rules by_invitation on_overrun"
        " longest_extension_seconds"
    )
    older: dict[str, Any] = {name: kept[name] for name in known.split()}
    older["open_quorum"] = {"numerator": 1, "denominator": 3, "waived": False}
    older["rules"].pop("REPLY")
    procedure = from_json(older)
    assert (procedure.replies, procedure.decisions, procedure.motions) == (None, None, ())
    assert not procedure.open_quorum.more_than


@pytest.mark.parametrize("path", sorted((CONFIG / "procedures").glob("*.toml")), ids=lambda path: path.stem)
def test_titles_of_the_shipped_procedures_are_in_six_languages(path: Path) -> None:
    procedure = read_procedure(path)
    named = [procedure.title, *(tier.title for tier in procedure.tiers)]
    named += [segment.title for segment in procedure.segments]
    for title in named:
        assert isinstance(title, Mapping)
        assert title.keys() == SIX, title["en"]


def test_a_title_is_one_text_or_one_for_each_language(tmp_path: Path) -> None:
    assert read(tmp_path, FULL).segments[1].title == "High-level segment"
    by_language = FULL.replace(
        'title = "High-level segment"', 'title.en = "High-level segment"\ntitle.fr = " Débat de haut niveau "'
    )
    procedure = read(tmp_path, by_language)
    title = procedure.segments[1].title
    assert [titled(title, tag) for tag in ("fr", "ru")] == ["Débat de haut niveau", "High-level segment"]
    assert titled(procedure.segments[0].title, "fr") == procedure.segments[0].title
    assert from_json(to_json(procedure)) == procedure


BROKEN = {
    "a title of no English": (
        'title = "High-level segment"',
        'title.fr = "Débat de haut niveau"',
        "segments[2].title: needs an English text",
    ),
    "a title of no language": (
        'title = "High-level segment"',
        'title = { en = "High-level segment", French = "Débat" }',
        "segments[2].title: 'French' is no language",
    ),
    "a title of nothing": (
        'title = "High-level segment"',
        'title = { en = " " }',
        "segments[2].title: needs a text",
    ),
    "a title as a number": ('title = "High-level segment"', "title = 7", "segments[2].title: is one text"),
    "a motion nobody knows": (
        'kind = "divide"',
        'kind = "dissolve"',
        "motions[8].kind: input should be 'suspend_meeting'",
    ),
    "a motion twice": (
        'kind = "divide"',
        'kind = "reconsider"',
        "motions[8].kind: 'reconsider' stands twice",
    ),
    "a motion by no rule": ('rule = "DIVISION"', 'rule = "DIVIDE"', "motions[8].rule: input should be"),
    "a reply of no time": ("seconds = [600, 300]", "seconds = [600, 0]", "replies.seconds[2]: input should"),
    "no replies at all": ("seconds = [600, 300]", "seconds = []", "replies.seconds: tuple should have at"),
    "an unknown end": ('taken = "end_of_item"', 'taken = "at_once"', "replies.taken: input should be"),
    "a segment twice": ('id = "high-level"', 'id = "general"', "segments[2].id: 'general' stands twice"),
    "a flag as a word": ("by_rank = true", 'by_rank = "yes"', "segments[2].by_rank: input should be a valid"),
    "a majority of all": (
        "numerator = 1\ndenominator = 2",
        "numerator = 2\ndenominator = 2",
        "decisions.quorum.numerator: is at most 1",
    ),
    "no voters": ('voters = ["state_party", "reio"]', "voters = []", "decisions.voters: tuple should have"),
    "a gate with a wrong name": ("tested = true", "checked = true", "gate.checked: is not a known field"),
    "a turn of no time": ("turn_minutes = 30", "turn_minutes = 0", "interpretation.turn_minutes: input"),
    "a rule left out": (
        "[rules.REPLY]",
        "[rules.REPLIES]",
        "rules.REPLIES: input should be",
    ),
}


@pytest.mark.parametrize("old, new, says", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_line_and_field(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in FULL
    broken = FULL.replace(old, new, 1)
    with pytest.raises(FileRefused) as refused:
        read(tmp_path, broken)
    told = str(refused.value).splitlines()
    assert len(told) == 1
    where, what = told[0].split(": ", 1)
    assert what.startswith(says)
    line = int(where.rsplit(":", 1)[1])
    assert new.split("\n", maxsplit=1)[0] in broken.splitlines()[line - 1]


def test_motions_need_somebody_who_decides(tmp_path: Path) -> None:
    start, end = FULL.index("[decisions]"), FULL.index("[gate]")
    with pytest.raises(FileRefused, match=r"motions: needs \[decisions\]"):
        read(tmp_path, FULL[:start] + FULL[end:])


def test_a_missing_rule_is_named(tmp_path: Path) -> None:
    start, end = FULL.index("[rules.REPLY]"), FULL.index("[rules.ADJOURN_DEBATE]")
    with pytest.raises(FileRefused, match=r"rules\.REPLY: is missing"):
        read(tmp_path, FULL[:start] + FULL[end:])
