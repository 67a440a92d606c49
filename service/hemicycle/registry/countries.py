"""States by their ISO 3166-1 code: official short names in the six languages of the United Nations.

Names come from the Unicode CLDR; ``countries.toml`` holds those of the United Nations where they differ, and
what a State was called before it changed its name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale
from babel.core import get_global

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the United Nations, in its order."""

_ALPHA3 = re.compile("[A-Z]{3}")


class UnknownCountry(Exception):
    """Nothing of ISO 3166-1 has this code. The message says what to write."""


def names(code: str, day: date) -> Mapping[str, str]:
    """The official short names of a State on a day, by language tag. ``code``: ISO 3166-1 alpha-3.

    Raises ``UnknownCountry``.
    """
    written = _written()
    alpha2 = _alpha2(code)
    found = {tag: str(Locale.parse(tag).territories[alpha2]) for tag in LANGUAGES}
    own = written.get(code, {})
    for change in (own, *_before(own, day)):
        found.update({tag: change[tag] for tag in LANGUAGES if tag in change})
    return found


def _before(own: Mapping[str, Any], day: date) -> Iterator[Mapping[str, Any]]:
    """What held before the changes that had not come yet on that day, the oldest last."""
    past = sorted(own.get("before", ()), key=lambda change: change["until"], reverse=True)
    return (change for change in past if day < change["until"])


def _alpha2(code: str) -> str:
    if code in _written()["no_country"] or not _ALPHA3.fullmatch(code):
        raise _unknown(code)
    aliases = get_global("territory_aliases").get(code, ())
    if len(aliases) != 1 or aliases[0] not in Locale.parse("en").territories:
        raise _unknown(code)
    return str(aliases[0])


def _unknown(code: str) -> UnknownCountry:
    return UnknownCountry(
        f"{code!r} is no country of ISO 3166-1; write its three letters, like 'BOL', or give names instead"
    )


@cache
def _written() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("countries.toml").read_text("utf-8"))
