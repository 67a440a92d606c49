"""Official names of States: CLDR's, or the United Nations' where they differ, as of a day."""

import tomllib
from datetime import date
from importlib import resources

import pytest
from babel import Locale
from babel.core import get_global
from tests.registry.assembly import CONFIG

from hemicycle.registry.countries import LANGUAGES, UnknownCountry, names

TODAY = date(2026, 1, 1)
CODES = [code for code, to in get_global("territory_aliases").items() if len(code) == 3 and len(to) == 1]


def known() -> list[str]:
    found = []
    for code in CODES:
        try:
            names(code, TODAY)
        except UnknownCountry:
            continue
        found.append(code)
    return found


def test_the_countries_are_those_of_iso_3166() -> None:
    assert len(known()) == 249
    assert {len(names(code, TODAY)) for code in known()} == {len(LANGUAGES)}


@pytest.mark.parametrize(
    "code, day, english, french",
    [
        ("BOL", TODAY, "Bolivia (Plurinational State of)", "Bolivie (État plurinational de)"),
        ("TUR", date(2021, 9, 6), "Turkey", "Turquie"),
        ("TUR", date(2022, 5, 31), "Turkey", "Turquie"),
        ("TUR", date(2022, 6, 1), "Türkiye", "Türkiye"),
        ("MKD", date(2012, 10, 22), "The former Yugoslav Republic of Macedonia", None),
        ("MKD", date(2019, 5, 31), "North Macedonia", "Macédoine du Nord"),
        ("SWZ", date(2018, 5, 31), "Swaziland", "Swaziland"),
        ("SWZ", date(2020, 11, 16), "Eswatini", "Eswatini"),
        ("CZE", date(2012, 10, 22), "Czech Republic", "République tchèque"),
        ("CPV", date(2012, 10, 22), "Cape Verde", "Cap-Vert"),
        ("NLD", date(2021, 9, 6), "Netherlands", "Pays-Bas"),
        ("VAT", TODAY, "Holy See", "Saint-Siège"),
        ("FRA", TODAY, "France", "France"),
    ],
)
def test_a_state_is_named_as_it_was_called_on_the_day(
    code: str, day: date, english: str, french: str | None
) -> None:
    found = names(code, day)
    assert found["en"] == english
    assert french is None or found["fr"] == french


def test_they_are_the_names_in_the_report_of_the_tenth_meeting() -> None:
    """The delegations of September 2021, written out by hand."""
    written = tomllib.loads((CONFIG / "conferences" / "uncac-expert-meeting-10.toml").read_text("utf-8"))
    states = [each for each in written["delegations"] if each["category"] == "state_party"]
    assert len(states) == 106
    for state in states:
        assert names(state["code"], date(2021, 9, 6)) == state["names"]


@pytest.mark.parametrize(
    "code", ["", "BO", "bol", "BOLI", "ÄÖÜ", "ZZZ", "YUG", "SUN", "DDR", "XKK", "../", "AAA"]
)
def test_what_is_no_country_is_refused(code: str) -> None:
    with pytest.raises(UnknownCountry, match="no country of ISO 3166-1; write its three letters"):
        names(code, TODAY)


def test_the_data_says_only_what_cldr_does_not() -> None:
    """An entry that CLDR has come to agree with can go."""
    text = resources.files("hemicycle.registry").joinpath("countries.toml").read_text("utf-8")
    for code, entry in tomllib.loads(text).items():
        if code != "no_country":
            alpha2 = get_global("territory_aliases")[code][0]
            said = {tag: entry[tag] for tag in LANGUAGES if tag in entry}
            same = {tag for tag, name in said.items() if Locale.parse(tag).territories[alpha2] == name}
            assert not same, code
