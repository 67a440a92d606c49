"""The registrations of a conference against its notes verbales in force. The caller owns the transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, update
from sqlmodel import col

from hemicycle.registry import calendar, notes, registrations
from hemicycle.registry.matching import Match, matches
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.registrations import LIVE, MatchKind, Registration, RegistrationState
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import RegistrationRow


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """``registrations``: the live ones with their match as it now stands, ``unregistered``: nominations for
    which nobody has registered, ``changed``: ids of those whose match is not what their row says.
    """

    registrations: tuple[Registration, ...]
    unregistered: tuple[Nomination, ...]
    changed: frozenset[str]


def cross_check(
    conn: Connection, conference: str, delegation: DelegationId | None = None, *, at: datetime, by: str
) -> CrossCheck:
    """Match the pending registrations again, and write what has changed. What was decided stays as it is."""
    checked = compare(conn, conference, delegation)
    keep(conn, checked, at, by)
    return checked


def keep(conn: Connection, checked: CrossCheck, at: datetime, by: str) -> None:
    """Write the matches that have changed; they may have been worked out before this transaction began."""
    if checked.changed:
        changed = [each for each in checked.registrations if each.id in checked.changed]
        conn.execute(_WRITE, [_written(each, at, by) for each in changed])


def compare(conn: Connection, conference: str, delegation: DelegationId | None = None) -> CrossCheck:
    """Match the pending registrations without writing anything."""
    found = registrations.registrations(conn, conference, delegation)
    live = [each for each in found if each.state in LIVE]
    nominated = notes.nominations(conn, conference, delegation)
    matched = matches(live, nominated, calendar.attendance(conn, conference))
    now = tuple(
        _with(each, matched[each.id]) if each.state is RegistrationState.PENDING else each for each in live
    )
    changed = frozenset(
        each.id for each, before in zip(now, live, strict=True) if _match_of(each) != _match_of(before)
    )
    return CrossCheck(now, _unregistered(nominated, matched.values(), now), changed)


_WRITE = (
    update(RegistrationRow)
    .where(col(RegistrationRow.id) == bindparam("key"), col(RegistrationRow.state) == "pending")
    .values(
        match=bindparam("new_match"),
        score=bindparam("new_score"),
        nomination_id=bindparam("nomination"),
        updated_at=bindparam("at"),
        updated_by=bindparam("by"),
    )
)


def _match_of(registration: Registration) -> Match:
    return Match(registration.match, registration.score, registration.nomination)


def _with(registration: Registration, match: Match) -> Registration:
    return replace(registration, match=match.kind, score=match.score, nomination=match.nomination)


def _written(registration: Registration, at: datetime, by: str) -> dict[str, object]:
    return {
        "key": registration.id,
        "new_match": registration.match.value,
        "new_score": registration.score,
        "nomination": registration.nomination,
        "at": at,
        "by": by,
    }


def _unregistered(
    nominated: Iterable[Nomination], found: Iterable[Match], live: Iterable[Registration]
) -> tuple[Nomination, ...]:
    """A doubtful registration may be the person's: only who has none at all is missing."""
    asked = {match.nomination for match in found if match.kind is not MatchKind.NONE}
    asked |= {each.nomination for each in live}
    return tuple(each for each in nominated if each.id not in asked)
