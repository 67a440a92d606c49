"""Which sessions somebody means: by id, or by title in one of six languages. Pure."""

import re
from collections.abc import Mapping, Sequence

from hemicycle.registry.calendar import Session
from hemicycle.registry.names import fold
from hemicycle.rules.terms import DelegationId

_BETWEEN = re.compile(r"[;\n]")


class SessionNames:
    """Finds the sessions of one conference. ``attendance``: those of each delegation."""

    def __init__(
        self, sessions: Sequence[Session], attendance: Mapping[DelegationId, frozenset[str]]
    ) -> None:
        self._attendance = attendance
        self._order = [session.id for session in sessions]
        self._ids = {
            fold(name): session.id for session in sessions for name in (session.id, *session.titles.values())
        }

    def named(self, text: str) -> tuple[str, ...]:
        """The sessions of an answer, several between semicolons, in the conference's order.

        Raises ``KeyError`` where something of it names no session.
        """
        return self._ordered({self._ids[each] for each in map(fold, _BETWEEN.split(text)) if each})

    def all_of(self, delegation: DelegationId) -> tuple[str, ...]:
        """The sessions that the delegation attends."""
        return self._ordered(self._attendance.get(delegation, frozenset()))

    def _ordered(self, found: frozenset[str] | set[str]) -> tuple[str, ...]:
        return tuple(each for each in self._order if each in found)


NONE = SessionNames((), {})
"""Of a conference without sessions."""
