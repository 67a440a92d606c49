"""The consoles' texts in each language, read from their catalogues."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

I18N = Path(__file__).parents[2] / "clients/web/i18n"
LANGUAGES = sorted(path.stem for path in I18N.glob("*.json"))
OTHERS = [language for language in LANGUAGES if language != "en"]

PLACE = re.compile(r"\{(\w+)\}")

FEWEST_LETTERS = 4
"""Of a text with places; `{language}: {name}` would be found in anything."""


@cache
def catalogue(language: str) -> dict[str, Any]:
    """By key a text, or its plural forms."""
    texts: dict[str, Any] = json.loads((I18N / f"{language}.json").read_text("utf-8"))
    return texts


def spoken(query: str) -> str:
    """The language that a page speaks when its address ends in this query: English where it has no texts."""
    asked = parse_qs(query.removeprefix("?")).get("lang", ["en"])[0]
    return asked if asked in LANGUAGES else "en"


def word(key: str, language: str = "en") -> str:
    """The text of a key that does not depend on a count."""
    text: str = catalogue(language)[key]
    return text


def forms(text: str | dict[str, str]) -> list[str]:
    """A text's plural forms; the text alone where it has none."""
    return [text] if isinstance(text, str) else list(text.values())


def said_in_english(lines: list[str], language: str) -> list[str]:
    """Of what a page shows those lines that are English texts, and not also texts of its language."""
    english, own = (_any_text(catalogue(tag)) for tag in ("en", language))
    return [line for line in lines if english.fullmatch(line) and not own.fullmatch(line)]


def _any_text(texts: dict[str, Any]) -> re.Pattern[str]:
    """Each text with whatever in its places, where enough is left of it to be known by."""
    known = [form for text in texts.values() for form in forms(text) if _is_telling(form)]
    return re.compile("|".join(".+".join(map(re.escape, re.split(r"\{\w+\}", form))) for form in known))


def _is_telling(form: str) -> bool:
    rest = PLACE.sub("", form)
    return rest == form or sum(map(str.isalpha, rest)) >= FEWEST_LETTERS
