"""Invented persons with realistic names in six scripts, each as written at home and as in a passport.

The Latin spellings are those of passports and papers, not of a transliteration table: "Sergei", "Yulia",
"Mohamed", "Kim Min-soo". Given names and surnames are combined at random; nobody who bears one is meant.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

_WRITTEN: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
STATES: tuple[str, ...] = tuple(_WRITTEN["states"]["all"].split())
"""190 States by ISO 3166-1 alpha-3."""
SCRIPTS = ("latin", "cyrillic", "arabic", "han", "hangul", "greek")
TWO_GIVEN = 0.4
"""How many have two given names, where the script is Latin."""

Pair = tuple[str, str]
"""A name at home, and in a passport."""


@dataclass(frozen=True, slots=True)
class Person:
    """``given`` and ``family``: as a passport has them; ``home``: the name as written at home."""

    given: tuple[str, ...]
    family: str
    home: str
    gender: str

    @property
    def latin(self) -> str:
        """Given names first."""
        return " ".join([*self.given, self.family])


def script_of(state: str) -> str:
    """In which script the persons of this State write their names."""
    return next(
        (script for script in SCRIPTS if state in _WRITTEN["states"].get(script, "").split()), "latin"
    )


def families(script: str) -> list[Pair]:
    """The surnames, as men bear them."""
    return _pairs(script, "family")


def person(random: Random, script: str, family: Pair | None = None) -> Person:
    """Somebody; with ``family`` of that surname."""
    letters = _WRITTEN[script]
    gender = random.choice(("female", "male"))
    several = script == "latin" and random.random() < TWO_GIVEN
    given = random.sample(_pairs(script, gender), 2 if several else 1)
    home, latin = _of_a_woman(letters, family or random.choice(families(script)), gender)
    names = [g for g, _ in given]
    order = [home, *names] if letters.get("family_first") else [*names, home]
    return Person(
        tuple(g for _, g in given), latin, ("" if letters.get("joined") else " ").join(order), gender
    )


def _of_a_woman(letters: Mapping[str, Any], family: Pair, gender: str) -> Pair:
    home, latin = family
    ending, at_home, in_latin = letters.get("women", "- - -").split()
    if gender == "female" and home.endswith(ending):
        return home.removesuffix(ending) + at_home, latin + in_latin
    return family


def _pairs(script: str, key: str) -> list[Pair]:
    words = [word.replace("_", " ") for word in _WRITTEN[script][key].split()]
    if script == "latin":
        return [(word, word) for word in words]
    return list(zip(words[::2], words[1::2], strict=True))
