"""The words of the chair's script: templates in ``config/script``, a file for each language.

A secretariat's own files go before those shipped. Which templates there are, and what is
filled into each, stands in ``views.script_steps``.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from hemicycle.registry.installed import installed
from hemicycle.registry.toml_file import Fault, FileRefused, Finding, read
from hemicycle.rules.terms import titled
from hemicycle.views.script_steps import TEMPLATES

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FALLBACK = "en"
RIGHT_TO_LEFT = frozenset({"ar"})

_ISOLATE, _END = "\u2068", "\u2069"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_log = logging.getLogger(__name__)

Said = Annotated[str, Field(min_length=1, max_length=1000)]


class ScriptDocument(BaseModel):
    """A file: ``texts``, templates by key; ``names``: of delegations within a sentence, by code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: dict[str, Said] = Field(default_factory=dict)
    names: dict[str, Said] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """The words in one language. ``names``: by a delegation's code, instead of its official name."""

    language: str
    texts: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)

    def said(self, step: Mapping[str, Any], view: Mapping[str, Any]) -> str:
        """The words of a step. ``step``, ``view``: of the podium, as on the wire.

        Names come in this language, else in English. What is filled in is isolated where the language is
        written from right to left, so that a symbol keeps its own direction. Raises ``KeyError``: there is no
        such template.
        """
        filled = {place: self._filled(place, value, view) for place, value in step["params"].items()}
        if self.language in RIGHT_TO_LEFT:
            filled = {place: f"{_ISOLATE}{value}{_END}" for place, value in filled.items()}
        return self.texts[step["key"]].format_map(filled)

    def _filled(self, place: str, value: str, view: Mapping[str, Any]) -> str:
        match place:
            case "delegation" | "next":
                shown = view["delegations"][value]
                return self.names.get(shown["code"]) or self._named(shown["names"])
            case "group":
                return self._named(view["groups"][value])
            case "item":
                return str(view["agenda"][value]["number"])
            case "item_title":
                return self._named(view["agenda"][value]["titles"])
            case "title":
                return titled(view["podium"][value]["title"], self.language) if value else value
            case _:
                return value

    def _named(self, names: Mapping[str, str]) -> str:
        return names.get(self.language) or names[FALLBACK]


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts of all languages. ``folder``: a secretariat's own files, which go before those shipped."""

    folder: Path | None = None

    def of(self, language: str) -> Script | None:
        """The words in this language, as the files say now; None: there are none.

        A file of the secretariat's that cannot be used is told in the service's log, and left aside.
        """
        if not _LANGUAGE.fullmatch(language):
            return None
        shipped = _shipped(language)
        try:
            own = None if self.folder is None else _own(self.folder / f"{language}.toml")
        except FileRefused as refusal:
            _log.warning("The script's own words are left aside: %s", refusal)
            own = None
        return _joined(language, shipped, own)

    def check(self) -> None:
        """Read every file of the secretariat's. Raises ``FileRefused`` with what is wrong, line by line."""
        if self.folder is None:
            return
        if not self.folder.is_dir():
            raise FileRefused(self.folder, [Finding("there is no such folder; make it, or name another")])
        for path in sorted(self.folder.glob("*.toml")):
            language = path.stem
            if not _LANGUAGE.fullmatch(language):
                raise FileRefused(path, [Finding("name the file by its language, as in fr.toml")])
            _joined(language, _shipped(language), _own(path))


def _joined(language: str, shipped: ScriptDocument | None, own: ScriptDocument | None) -> Script | None:
    """Text by text the secretariat's own, else what is shipped; in a language of its own else English."""
    if shipped is None and own is None:
        return None
    base = shipped or _shipped(FALLBACK) or ScriptDocument()
    own = own or ScriptDocument()
    return Script(language, {**base.texts, **own.texts}, {**base.names, **own.names})


def _shipped(language: str) -> ScriptDocument | None:
    if language not in LANGUAGES:
        return None
    return _own(installed("script") / f"{language}.toml")


def _own(path: Path) -> ScriptDocument | None:
    """A file as it is written; None: there is no such file. Raises ``FileRefused``."""
    if not path.exists():
        return None
    file, document = read(path, ScriptDocument)
    file.refuse(_faults(document))
    return document


def _faults(document: ScriptDocument) -> Iterator[Fault]:
    for key, text in document.texts.items():
        places = TEMPLATES.get(key)
        if places is None:
            yield Fault(("texts", key), "there is no such text; leave it out")
            continue
        found = _places(text)
        if found is None:
            yield Fault(
                ("texts", key), "braces hold the name of a place; write {{ and }} for braces to be said"
            )
        elif found != places:
            wanted = ", ".join(f"{{{place}}}" for place in sorted(places)) or "no places"
            yield Fault(("texts", key), f"must hold exactly {wanted}")


def _places(text: str) -> frozenset[str] | None:
    """The names in braces; None where braces hold anything else."""
    try:
        parsed = [(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    if any(spec or how or not name.isidentifier() for name, spec, how in parsed):
        return None
    return frozenset(name for name, _, _ in parsed)
