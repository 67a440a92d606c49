"""How alike two names are, whatever the script, the order, the case, the diacritics and the titles. Pure.

Names are brought to Latin letters by anyascii and scored by rapidfuzz. Arabic is written without its short
vowels, so a name in Arabic letters is compared with one in Latin letters by consonants.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import permutations, product

from anyascii import anyascii
from rapidfuzz import fuzz

CONSONANTS_ALONE = 0.97
"""What likeness by consonants is worth: less than by all letters, because more names share them."""
LESS_NAMES = 0.98
"""What it is worth that one name has all that the other has, and more: a second given name or surname."""
ANOTHER_ENDING = 90
"""The most that names have of which one ends in a vowel more: Aleksandr and Aleksandra are two persons."""
_MOST_PERMUTED = 4  # 24 orders; of names with more than five parts the alphabet's order is compared
_TWO = 2  # a given name and a surname: no title is dropped that would leave less

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,4}")
_HAN_SURNAMES_OF_TWO = ("欧阳", "司马", "诸葛", "上官", "司徒", "夏侯", "端木", "慕容")
_HANGUL = re.compile(r"[\uac00-\ud7af]{2,4}")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")
_ARABIC_ARTICLE = re.compile(r"ال(?=\w{3})")
_ARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "ben"})
_SHORTENED = re.compile(r"\b([hs]\.\s?e\.?|s\.\s?exc\.|г-н|г-жа)(?=\s)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/()\u2010-\u2015\u060c\u00b7\-]+")
_ONE_SOUND = (("ch", "sh"), ("q", "k"), ("dj", "j"), ("j", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"))
_VOWELS = re.compile(r"[aeiouyw]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. ``parts``: in Latin lower case; ``consonants``: of each part that has any;
    ``arabic``, ``latin``: what it is written in.
    """

    parts: tuple[str, ...]
    consonants: tuple[str, ...]
    arabic: bool
    latin: bool


@lru_cache(maxsize=16_384)
def read(name: str) -> Name:
    """Take a name apart: titles dropped, in Latin letters without diacritics."""
    text = _SHORTENED.sub("", unicodedata.normalize("NFKC", name))
    pieces = [piece for part in _BETWEEN.split(text) for piece in _in_order(part) if fold(piece)]
    pieces = _without_titles(pieces)
    sounds = (_consonants(piece) for piece in pieces)
    return Name(
        parts=tuple(map(fold, pieces)),
        consonants=tuple(filter(None, sounds)),
        arabic=_ARABIC.search(name) is not None,
        latin=all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()),
    )


def fold(text: str) -> str:
    """Letters and digits in Latin lower case, nothing else."""
    return "".join(c for c in anyascii(text).lower() if c.isalnum())


def likeness(one: str, other: str) -> int:
    """0 to 100: how alike two names are."""
    a, b = read(one), read(other)
    score = _alike(a.parts, b.parts)
    if a.arabic is not b.arabic:
        score = max(score, CONSONANTS_ALONE * _alike(a.consonants, b.consonants))
    if score > ANOTHER_ENDING and _ends_otherwise(a.parts, b.parts):
        score = ANOTHER_ENDING
    return round(score)


def across_scripts(one: str, other: str) -> bool:
    """Whether one is written in Latin letters and the other is not: then spellings differ, as they must."""
    return read(one).latin is not read(other).latin


_TITLES = tomllib.loads(resources.files(__package__).joinpath("titles.toml").read_text("utf-8"))
_BEFORE = frozenset(map(fold, _TITLES["before"]))
_AFTER = frozenset(map(fold, _TITLES["after"]))
_AFTER_HAN = tuple(_TITLES["after_han"])


def _in_order(part: str) -> tuple[str, ...]:
    """A name in Han or Hangul letters is written in one: the surname is its first letter, or two."""
    for title in _AFTER_HAN:
        part = part.removesuffix(title)
    if not (_HAN.fullmatch(part) or _HANGUL.fullmatch(part)):
        return (part,)
    surname = _TWO if part.startswith(_HAN_SURNAMES_OF_TWO) and len(part) > _TWO else 1
    return part[:surname], part[surname:]


def _without_titles(pieces: Sequence[str]) -> list[str]:
    kept = list(pieces)
    while len(kept) > _TWO and fold(kept[0]) in _BEFORE:
        kept.pop(0)
    while len(kept) > _TWO and fold(kept[-1]) in _AFTER:
        kept.pop()
    return kept


def _consonants(piece: str) -> str:
    """What is heard of a part of a name beside its vowels; nothing of an article (al-, el-, ال).

    A last ``a`` stays, as the ``h`` that Arabic writes for it: Amina is not Amin.
    """
    arabic = _ARABIC.match(piece) is not None
    text = fold(_ARABIC_ARTICLE.sub("", piece, count=1) if arabic else piece)
    if text in _ARTICLES:
        return ""
    if not arabic and text.removesuffix("h").endswith("a"):
        text = f"{text.removesuffix('h')}h"
    for written, heard in _ONE_SOUND:
        text = text.replace(written, heard)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", text))


def _ends_otherwise(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a part that only one name has is one of the other's with a vowel after it."""
    mine, others = set(one) - set(other), set(other) - set(one)
    return any(a[:-1] == b and a[-1] in "aeio" for a, b in (*product(mine, others), *product(others, mine)))


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Whatever the order of the parts and wherever one ends; a part that only one has costs little."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0
    if len(longer) > _MOST_PERMUTED + 1:
        return fuzz.token_sort_ratio(" ".join(shorter), " ".join(longer))
    whole = "".join(longer)
    best = max(fuzz.ratio("".join(order), whole) for order in permutations(shorter))
    if _TWO <= len(shorter) < len(longer):
        some = permutations(longer, len(shorter))
        less = max(fuzz.ratio("".join(order), "".join(shorter)) for order in some)
        best = max(best, LESS_NAMES * less)
    return best
