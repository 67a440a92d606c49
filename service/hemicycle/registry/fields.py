"""The kinds of fields that the files of ``config/`` have."""

import re
from collections.abc import Mapping
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from hemicycle.registry.mail import require_address
from hemicycle.rules.terms import Title

_TAG = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
_LONGEST = 1000


class Table(BaseModel):
    """A table of a file: a key that it does not know is a mistake of whoever wrote it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{name!r} is no time zone; write one like 'Europe/Vienna'") from None
    return name


def with_english(names: Mapping[str, str]) -> Mapping[str, str]:
    """The names, one of which must be English. Raises ``ValueError``."""
    if "en" not in names:
        raise ValueError("needs an English text: add .en")
    return names


def _title(value: Any) -> Title:
    """One text, or a text for each language; checked here, so that a fault is told once."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, Mapping):
        for tag in value:
            if not re.fullmatch(_TAG, str(tag)):
                raise ValueError(f"{tag!r} is no language; write one like 'en'")
        return with_english({str(tag): _words(text) for tag, text in value.items()})
    raise ValueError("is one text, or a text for each language like .en and .fr")


def _words(value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not 1 <= len(text) <= _LONGEST:
        raise ValueError(f"needs a text of 1 to {_LONGEST} letters")
    return text


def added(default: Any = None) -> Any:
    """A field that the format has gained: where it says nothing it is not written, so that the fingerprint of
    a file that was loaded before stays what it was.
    """
    return Field(default=default, exclude_if=lambda value: value == default)


def _address(text: str) -> str:
    require_address(text)
    return text.lower()


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
"""An id that stands in addresses and commands; no dots, because seats join ids with them."""

LanguageTag = Annotated[str, StringConstraints(pattern=_TAG)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=_LONGEST)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12)]
Names = Annotated[Mapping[LanguageTag, Words], AfterValidator(with_english)]
Titled = Annotated[Title, BeforeValidator(_title)]
"""A title: one for all languages, or one for each."""

EmailAddress = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=254), AfterValidator(_address)
]
"""One address (RFC 5322), without a name."""

Places = Annotated[int, Field(strict=True, ge=0, le=50)]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=999)]
Seconds = Annotated[int, Field(strict=True, ge=1, le=86_400)]
TimeZone = Annotated[str, AfterValidator(_known_zone)]
