"""What the service writes to people: templates in ``config/mail``, one file a language.

A language that has no file, or a file that lacks a text, is answered in English.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from babel.dates import format_date

import hemicycle
from hemicycle.rules.terms import Title, titled

FALLBACK = "en"
_PACKAGE = Path(hemicycle.__file__).parent
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def text(kind: str, language: str | None = None, **values: str) -> tuple[str, str]:
    """Subject and body of a message of this kind. ``values``: what its ``$names`` stand for.

    Names may hold anything that people typed: in the subject they become one line. Raises ``KeyError``: there
    is no such text, or a value is missing.
    """
    template = _texts(_known(language)).get(kind) or _texts(FALLBACK)[kind]
    one_line = {name: " ".join(value.split()) for name, value in values.items()}
    subject = Template(template["subject"]).substitute(one_line)
    printable = "".join(letter for letter in subject if letter.isprintable())
    return printable, Template(template["body"]).substitute(values).strip() + "\n"


def word(name: str, language: str | None = None) -> str:
    """A modality or a role in this language, as its id names it."""
    return _texts(_known(language)).get("words", {}).get(name) or _texts(FALLBACK)["words"][name]


def named(names: Mapping[str, str], language: str | None = None) -> str:
    """Of the names of a delegation, the one in this language; else the English one."""
    return names.get(_known(language)) or names[FALLBACK]


def called(title: Title, language: str | None = None) -> str:
    """The title of a conference or a meeting in this language; else in English, or as it stands."""
    return titled(title, _known(language))


def spoken(moment: datetime, time_zone: str, language: str | None = None) -> str:
    """A moment as people read it: ``9 November 2020, 18:00 (Europe/Vienna)``."""
    local, tag = moment.astimezone(ZoneInfo(time_zone)), _known(language)
    day = format_date(local, "long", locale="en_GB" if tag == FALLBACK else tag.replace("-", "_"))
    return f"{day}, {local:%H:%M} ({time_zone})"


def languages() -> frozenset[str]:
    """The languages that have a file."""
    return frozenset(path.stem for path in _folder().glob("*.toml"))


def _known(language: str | None) -> str:
    """The nearest language that there is a file for."""
    if language is None or not _TAG.fullmatch(language):
        return FALLBACK
    primary = language.partition("-")[0]
    return next((tag for tag in (language, primary) if tag in languages()), FALLBACK)


@cache
def _texts(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_folder() / f"{language}.toml").read_text("utf-8"))


def _folder() -> Path:
    inside = _PACKAGE / "config"
    return (inside if inside.is_dir() else _PACKAGE.parents[1] / "config") / "mail"
