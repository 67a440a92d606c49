"""Loading a conference, and looking at it."""

from pathlib import Path

import pytest
from tests.cli.terminal import typed
from tests.conduct.moot import CONFIG, text, written


def test_a_file_is_loaded_once(tmp_path: Path) -> None:
    file = written(tmp_path)
    first = typed("conference", "load", file, "--data", tmp_path / "new")
    again = typed("conference", "load", file, "--data", tmp_path / "new")
    assert (first.code, first.out) == (0, "moot is loaded.\n")
    assert (again.code, again.out) == (0, "moot is there already, unchanged.\n")


@pytest.mark.parametrize("name", ["example", "uncac-expert-meeting-10", "uncac-november-2020"])
def test_the_shipped_conferences_load(tmp_path: Path, name: str) -> None:
    said = typed(
        "conference", "load", CONFIG / "conferences" / f"{name}.toml", HEMICYCLE_DATA=str(tmp_path / "d")
    )
    assert said.code == 0, said.err
    assert (tmp_path / "d").is_dir()


def test_another_version_of_a_file_is_refused(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "moot.toml"
    file.write_text(text().replace('name = "Vice"', 'name = "Another"'), "utf-8")
    said = typed("conference", "load", file, "--data", data)
    assert said.code == 1
    assert "moot was loaded before from another version" in said.flat
    assert "Vice" in str(typed("invite", "moot", "--participant", "vice", "--data", data).out)


@pytest.mark.parametrize(
    "wrong, right, says",
    [
        ("[conference]", "[conference", "moot.toml:1"),
        ('capacity = "hall"', 'capacity = "king"', "capacity"),
        ('procedure = "uncac-expert-meeting"', 'procedure = "nothing"', "procedure"),
        (
            (
                "online_speaker = 1\nonline_observer = 3\nnominated.in_person_speaker = 3\n"
                "nominated.online_speaker = 2\n"
            ),
            "online_observer = 3\n",
            "role",
        ),
        ('title = "Meeting 1"', 'title = "Meeting 1"\ncolour = "red"', "colour"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_by_line(tmp_path: Path, wrong: str, right: str, says: str) -> None:
    file = tmp_path / "moot.toml"
    whole = text()
    assert wrong in whole
    file.write_text(whole.replace(wrong, right, 1), "utf-8")
    said = typed("conference", "load", file, "--data", tmp_path / "new")
    assert said.code == 2
    assert "moot.toml:" in said.flat
    assert says in said.flat
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b""], ids=["missing", "binary", "empty"])
def test_what_is_no_file_of_a_conference(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "moot.toml"
    if content is not None:
        file.write_bytes(content)
    said = typed("conference", "load", file, "--data", tmp_path / "new")
    assert said.code == 2
    assert "moot.toml" in said.flat


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert typed("conference", "load", tmp_path, "--data", tmp_path / "new").code == 2


def test_what_is_loaded_is_shown(data: Path) -> None:
    assert "moot  A moot of five [invented]" in typed("conference", "show", "--data", data).out
    shown = typed("conference", "show", "moot", "--data", data)
    assert shown.code == 0
    assert "A moot of five [invented]" in shown.out
    assert "moot-1" in shown.out
    assert "07 Sep 2021, 10:00-13:00" in " ".join(shown.out.split())
    assert "All of this is invented." in shown.out


def test_an_unknown_conference_is_not_shown(data: Path) -> None:
    said = typed("conference", "show", "other", "--data", data)
    assert said.code == 1
    assert "there is no conference other" in said.flat


def test_what_is_shown_is_json_too(data: Path) -> None:
    (shown,) = typed("conference", "show", "moot", "--json", "--data", data).lines()
    assert shown["conference"]["id"] == "moot"
    assert [m["id"] for m in shown["meetings"]] == ["moot-1", "moot-2", "moot-3"]
    assert len(shown["delegations"]) == 5
