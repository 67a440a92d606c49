"""The words of the chair's script: complete in six languages, and a secretariat's own before them."""

from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from hemicycle.registry.script_texts import LANGUAGES, Script, Scripts
from hemicycle.registry.toml_file import FileRefused
from hemicycle.views.script_steps import TEMPLATES

VIEW = {
    "delegations": {
        "pan": {"code": "PAN", "names": {"en": "Panama", "es": "Panamá", "fr": "Panama", "ar": "بنما"}},
        "usa": {"code": "USA", "names": {"en": "United States of America"}},
    },
    "groups": {"g77": {"en": "the Group of 77 and China", "zh": "77国集团加中国"}},
    "podium": {"sec": {"kind": "secretariat", "title": {"en": "Secretary", "fr": "Secrétaire"}}},
    "agenda": {"3": {"number": "3 (a)", "titles": {"en": "Good practices", "fr": "Bonnes pratiques"}}},
}


def shipped(language: str) -> Script:
    found = Scripts().of(language)
    assert found is not None
    return found


def step(key: str, **params: str) -> dict[str, Any]:
    return {"key": key, "params": params}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_exactly_its_places(language: str) -> None:
    texts = shipped(language).texts
    assert texts.keys() == TEMPLATES.keys()
    for key, text in texts.items():
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} == TEMPLATES[key], key
        assert text.strip() == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", LANGUAGES)
def test_no_language_borrows_the_words_of_another(language: str, other: str) -> None:
    if language != other:
        assert not set(shipped(language).texts.values()) & set(shipped(other).texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEMPLATES)
def test_every_text_can_be_said(language: str, key: str) -> None:
    params = {
        "delegation": "pan",
        "next": "usa",
        "group": "g77",
        "item": "3",
        "item_title": "3",
        "title": "sec",
    }
    filled = {place: params.get(place, "L.1/Rev.1") for place in TEMPLATES[key]}
    said = shipped(language).said(step(key, **filled), VIEW)
    assert said
    assert "{" not in said


def test_names_come_in_the_language_or_in_english() -> None:
    followed = step("give_floor_followed", delegation="pan", next="usa")
    assert shipped("en").said(followed, VIEW) == (
        "I give the floor to the distinguished representative of Panama, to be followed by the "
        "distinguished representative of the United States of America."
    )
    assert "Panamá" in shipped("es").said(followed, VIEW)
    assert "United States of America" in shipped("es").said(followed, VIEW)
    group = step("give_floor_group", delegation="pan", group="g77")
    assert shipped("zh").said(group, VIEW) == "请Panama代表发言，其将代表77国集团加中国发言。"


def test_an_item_is_said_by_its_number_and_its_title() -> None:
    said = shipped("fr").said(step("take_up_item", item="3", item_title="3"), VIEW)
    assert said == "Nous passons au point 3 (a) de l'ordre du jour, intitulé « Bonnes pratiques »."


def test_a_member_of_the_podium_is_said_by_her_title() -> None:
    thanked = step("thank_speaker", title="sec")
    assert "Secrétaire" in shipped("fr").said(thanked, VIEW)
    assert "Secretary" in shipped("ru").said(thanked, VIEW)


def test_what_is_filled_into_arabic_keeps_its_own_direction() -> None:
    said = shipped("ar").said(step("ask_consensus_symbol", symbol="CAC/COSP/L.1"), VIEW)
    assert "\u2068CAC/COSP/L.1\u2069" in said


def test_a_secretariats_own_words_go_before_those_shipped_text_by_text(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(
        '[texts]\nthank = "Thank you, {delegation}."\n[names]\nPAN = "Panamá"\n'
    )
    own = Scripts(tmp_path).of("en")
    assert own is not None
    assert own.said(step("thank", delegation="pan"), VIEW) == "Thank you, Panamá."
    assert own.texts["decided"] == shipped("en").texts["decided"]
    (tmp_path / "en.toml").write_text('[texts]\nthank = "{delegation}: thanks."\n')
    again = Scripts(tmp_path).of("en")
    assert again is not None
    assert again.texts["thank"] == "{delegation}: thanks."


def test_a_language_of_ones_own_is_completed_in_english(tmp_path: Path) -> None:
    (tmp_path / "pt.toml").write_text('[texts]\ndecided = "Assim fica decidido."\n')
    own = Scripts(tmp_path).of("pt")
    assert own is not None
    assert own.texts["decided"] == "Assim fica decidido."
    assert own.texts["thank"] == shipped("en").texts["thank"]


@pytest.mark.parametrize("language", ["pt", "", "EN", "../en", "english"])
def test_there_is_no_script_in_another_language(language: str) -> None:
    assert Scripts().of(language) is None


@pytest.mark.parametrize(
    "content,says",
    [
        ('[texts]\nthanks = "Thank you."', "en.toml:2: texts.thanks: there is no such text; leave it out"),
        ('[texts]\n\nthank = "Thank you."', "en.toml:3: texts.thank: must hold exactly {delegation}"),
        ('[texts]\nthank = "{delegation} {next}"', "must hold exactly {delegation}"),
        ('[texts]\ndecided = "So be it, {delegation}."', "must hold exactly no places"),
        ('[texts]\nthank = "{delegation.names}"', "braces hold the name of a place"),
        ('[texts]\nthank = "{delegation!r}"', "braces hold the name of a place"),
        ('[texts]\nthank = "{delegation"', "braces hold the name of a place"),
        ('[texts]\nthank = ""', "en.toml:2: texts.thank"),
        ('[texts\nthank = "x"', "is not valid TOML"),
        ('[words]\nthank = "x"', "words"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_line_and_left_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str, says: str
) -> None:
    (tmp_path / "en.toml").write_text(content)
    scripts = Scripts(tmp_path)
    with pytest.raises(FileRefused) as refused:
        scripts.check()
    assert says in str(refused.value)
    assert scripts.of("en") == shipped("en")
    assert says in caplog.text


def test_a_folder_that_is_not_there_or_a_file_of_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="there is no such folder"):
        Scripts(tmp_path / "none").check()
    (tmp_path / "english.toml").write_text("")
    with pytest.raises(FileRefused, match="name the file by its language"):
        Scripts(tmp_path).check()
