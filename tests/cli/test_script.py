"""The chair's script from the command line: shown, checked, and said for a meeting that is running."""

from pathlib import Path

from tests.api.listening import Listening
from tests.cli.terminal import asked, typed
from tests.conduct.moot import MEETING


def test_the_words_are_shown(tmp_path: Path) -> None:
    (tmp_path / "fr.toml").write_text('[texts]\nmotion_carried = "Adopté."\n')
    assert "La motion est adoptée." in typed("script", "show", "--language", "fr", COLUMNS="200").out
    shown = typed("script", "show", "--language", "fr", "--folder", str(tmp_path), COLUMNS="200").out
    assert "Adopté." in shown
    assert "La motion est rejetée." in shown


def test_there_are_no_words_in_a_language_without_a_file() -> None:
    refused = typed("script", "show", "--language", "pt")
    assert refused.code == 1
    assert "there is no script in the language pt" in refused.flat


def test_files_are_checked_by_line(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('[texts]\nthank = "Thank you, {delegation}."\n')
    assert typed("script", "check", str(tmp_path)).code == 0
    (tmp_path / "en.toml").write_text('[texts]\nthank = "Thank you."\n')
    refused = typed("script", "check", str(tmp_path))
    assert refused.code == 1
    assert "en.toml:2: texts.thank" in refused.err


def test_the_words_for_now_are_said(service: Listening) -> None:
    said = asked(service, "script", "say", MEETING, "--language", "es")
    assert said.code == 0, said.err
    assert said.out.startswith("Declaro abierta la sesión número ")
