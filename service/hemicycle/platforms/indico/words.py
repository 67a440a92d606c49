"""Words of Indico's exports in six languages → what they mean. The words themselves: ``words.toml``."""

import tomllib
import unicodedata
from collections.abc import Mapping
from importlib import resources

from babel import Locale

from hemicycle.rules.terms import Modality, Role

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


def plain(text: str) -> str:
    """Without case, accents and punctuation, with single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def _meanings(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {plain(word): meaning for meaning, words in table.items() for word in words}


_WORDS = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
HEADERS = _meanings(_WORDS["headers"])
STATES = _meanings(_WORDS["states"])
GENDERS = _meanings(_WORDS["gender"])
_MODALITIES = _meanings(_WORDS["modality"])
_ROLES = _meanings(_WORDS["role"])
_EVERY_SESSION = _meanings(_WORDS["sessions"])
_SPOKEN = {
    plain(name): tag
    for tag in LANGUAGES
    for name in (tag, *(Locale.parse(of).languages[tag] for of in LANGUAGES))
}


def modalities(texts: list[str]) -> set[Modality]:
    """The modalities that these texts speak of."""
    return {Modality(found) for found in _found(texts, _MODALITIES)}


def roles(texts: list[str]) -> set[Role]:
    """The roles that these texts speak of."""
    return {Role(found) for found in _found(texts, _ROLES)}


def says_all(text: str) -> bool:
    """Whether an answer stands for all sessions."""
    return plain(text) in _EVERY_SESSION


def language(text: str) -> str | None:
    """The tag of one of the six languages, by its name in any of them."""
    return _SPOKEN.get(plain(text))


def _found(texts: list[str], meanings: Mapping[str, str]) -> set[str]:
    plains = [f" {plain(text)}" for text in texts]
    return {
        meaning
        for word, meaning in meanings.items()
        if any((f" {word}" if word.isascii() else word) in text for text in plains)
    }
