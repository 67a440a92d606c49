"""What words in a table of nominations mean, in the six languages (``nomination_words.toml``). Pure."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from hemicycle.registry.names import fold
from hemicycle.rules.terms import Modality, Role

_MOST_TOGETHER = 5  # words of the longest entries
_HAN = re.compile(r"[\u3400-\u9fff]")
_BETWEEN = re.compile(r"[\s/(),;:|&+.\u2010-\u2015\u060c\u061b\uff08\uff09\uff0c\uff1a]+")


class Column(StrEnum):
    """What a column of the table holds; in the order in which a heading with two meanings is read."""

    EMAIL = "email"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    MODALITY = "modality"
    ROLE = "role"
    NAME = "name"
    TITLE = "title"
    SESSIONS = "sessions"
    HONORIFIC = "honorific"
    IGNORED = "ignored"


def key(text: str) -> str:
    """Letters and digits as they are compared: in Latin lower case, without accents and vowel signs."""
    decomposed = unicodedata.normalize("NFKD", text.replace("№", "no").replace("#", "no"))
    return fold("".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


_WORDS = tomllib.loads(resources.files(__package__).joinpath("nomination_words.toml").read_text("utf-8"))


def _keys(words: Mapping[str, list[str]]) -> dict[str, str]:
    return {key(word): meaning for meaning, listed in words.items() for word in listed}


_COLUMNS, _MODALITIES, _ROLES = (_keys(_WORDS[part]) for part in ("columns", "modality", "role"))
_ALL = frozenset(_keys(_WORDS["sessions"]))
_HAN_WORDS = {
    part: {key(w): w for listed in _WORDS[part].values() for w in listed if _HAN.search(w) and len(w) > 1}
    for part in ("columns", "modality", "role")
}


@lru_cache(maxsize=1024)
def column_of(heading: str) -> Column | None:
    """What a column with this heading holds; None: no word of it is known."""
    whole = _COLUMNS.get(key(heading))
    if whole is not None:
        return Column(whole)
    if len(modalities_in(heading)) > 1:  # "Remote or in person?"
        return Column.MODALITY
    if len(roles_in(heading)) > 1:
        return Column.ROLE
    found = set(_meanings(heading, "columns", _COLUMNS))
    return next((column for column in Column if column.value in found), None)


def modalities_in(text: str) -> frozenset[Modality]:
    """The modalities that a cell names: one, none, or more where it is not clear."""
    return frozenset(Modality(found) for found in _meanings(text, "modality", _MODALITIES))


def roles_in(text: str) -> frozenset[Role]:
    """The roles that a cell names."""
    return frozenset(Role(found) for found in _meanings(text, "role", _ROLES))


def means_all(text: str) -> bool:
    """Whether a cell says: all sessions."""
    return key(text) in _ALL


def _meanings(text: str, part: str, words: Mapping[str, str]) -> Iterator[str]:
    """The meanings of the longest entries in the text, each word used once."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    at = 0
    while at < len(pieces):
        for most in range(min(_MOST_TOGETHER, len(pieces) - at), 0, -1):
            meaning = words.get(key("".join(pieces[at : at + most])))
            if meaning is not None:
                yield meaning
                at += most
                break
        else:
            if _HAN.search(pieces[at]):
                yield from (words[k] for k, word in _HAN_WORDS[part].items() if word in pieces[at])
            at += 1
