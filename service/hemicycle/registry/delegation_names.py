"""Which delegation somebody means: by code, by name in one of six languages, or within an affiliation. Pure.

Names of States are known as the conference has them and as the Unicode CLDR has them; the order of their
parts is no matter ("Korea, Republic of").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from babel import Locale
from babel.core import get_global

from hemicycle.registry.names import fold
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import DelegationId

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)
_ARTICLES = frozenset({"the", "la", "le", "les", "el", "los"})


class DelegationNames:
    """Finds the delegations of one conference."""

    def __init__(self, delegations: Sequence[Delegation]) -> None:
        codes: dict[str, set[DelegationId]] = defaultdict(set)
        names: dict[tuple[str, ...], set[DelegationId]] = defaultdict(set)
        for delegation in delegations:
            for code in (delegation.id, delegation.code, *_alpha2(delegation.code)):
                codes[code.casefold()].add(delegation.id)
            for name in (*delegation.names.values(), *_cldr_names(delegation.code)):
                names[_words(name)].add(delegation.id)
        self._codes = {code: found.pop() for code, found in codes.items() if len(found) == 1}
        self._sequences = {words: found.pop() for words, found in names.items() if words and len(found) == 1}
        self._names = {tuple(sorted(words)): of for words, of in self._sequences.items()}

    def named(self, text: str) -> DelegationId | None:
        """The delegation with this code or name, None: there is none, or several."""
        return self._codes.get(text.strip().casefold()) or self._names.get(tuple(sorted(_words(text))))

    def within(self, affiliation: str) -> DelegationId | None:
        """The delegation whose name stands in an affiliation, as in "Permanent Mission of Brazil"."""
        words = _words(affiliation)
        found = [
            (end - start, self._sequences[words[start:end]])
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if words[start:end] in self._sequences
        ]
        longest = max((length for length, _ in found), default=0)
        named = {delegation for length, delegation in found if length == longest}
        return named.pop() if len(named) == 1 else None


def _words(name: str) -> tuple[str, ...]:
    words = (fold(word) for word in _WORDS.findall(name))
    return tuple(word for word in words if word and word not in _ARTICLES)


def _alpha2(code: str) -> Sequence[str]:
    """The two letters of a country with these three."""
    found: Sequence[str] = get_global("territory_aliases").get(code, ())
    return found if len(found) == 1 else ()


def _cldr_names(code: str) -> Iterator[str]:
    for alpha2 in _alpha2(code):
        locales: Iterable[Locale] = map(Locale.parse, LANGUAGES)
        yield from (locale.territories[alpha2] for locale in locales if alpha2 in locale.territories)
