"""What people are written: in six languages, each text with the same values, and nothing left open."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hemicycle.registry import mail_texts

FOLDER = Path(__file__).parents[2] / "config/mail"
SIX = ("ar", "en", "es", "fr", "ru", "zh")
NAME = re.compile(r"\$([a-z]+)")


def written(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def test_there_are_six_languages() -> None:
    assert mail_texts.languages() == set(SIX)


@pytest.mark.parametrize("language", SIX)
def test_each_says_all_that_english_says(language: str) -> None:
    english, other = written("en"), written(language)
    assert other.keys() == english.keys()
    assert other["words"].keys() == english["words"].keys()
    for kind in english.keys() - {"words"}:
        for part in ("subject", "body"):
            assert set(NAME.findall(other[kind][part])) == set(NAME.findall(english[kind][part])), (
                kind,
                part,
            )


@pytest.mark.parametrize("language", SIX)
def test_values_stand_where_their_names_stood(language: str) -> None:
    values = {
        name: f"<{name}>"
        for kind in written("en").values()
        for t in kind.values()
        for name in NAME.findall(t)
    }
    for kind in written("en").keys() - {"words"}:
        subject, body = mail_texts.text(kind, language, **values)
        assert "$" not in subject + body
        assert body.endswith("\n")


def test_a_region_reads_its_language_and_an_unknown_one_reads_english() -> None:
    assert mail_texts.word("speaker", "fr-CA") == mail_texts.word("speaker", "fr")
    assert mail_texts.word("speaker", "fr") != mail_texts.word("speaker", "en")
    assert mail_texts.word("speaker", "../en") == mail_texts.word("speaker", "tlh") == "speaker"


def test_a_delegation_and_a_moment_are_named_in_the_language() -> None:
    names = {"en": "Italy", "fr": "Italie"}
    assert [mail_texts.named(names, tag) for tag in ("fr", "es", None)] == ["Italie", "Italy", "Italy"]
    moment = datetime(2020, 11, 9, 17, tzinfo=UTC)
    told = [mail_texts.spoken(moment, "Europe/Vienna", tag) for tag in ("en", "fr", "zh")]
    assert told == [
        "9 November 2020, 18:00 (Europe/Vienna)",
        "9 novembre 2020, 18:00 (Europe/Vienna)",
        "2020年11月9日, 18:00 (Europe/Vienna)",
    ]


def test_a_conference_is_called_in_the_language_or_as_it_stands() -> None:
    title = {"en": "Ninth meeting", "fr": "Neuvième réunion"}
    assert [mail_texts.called(title, tag) for tag in ("fr-CA", "es", None)] == [
        "Neuvième réunion",
        "Ninth meeting",
        "Ninth meeting",
    ]
    assert mail_texts.called("Réunion", "es") == "Réunion"
