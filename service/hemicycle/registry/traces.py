"""Which rows are about one person: she may have been nominated, have registered, and have been approved.

Rows are followed by the ids that link them, and by address and name: the same address in the same delegation
or under the same name is the same person; so is the same name in the same delegation, unless both rows have
addresses and these differ. An address alone leads nowhere: the officers of a small mission may share it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select
from sqlmodel import col

from hemicycle.registry.people import UnknownPerson
from hemicycle.storage.tables import (
    DelegationRow,
    LoginRow,
    NominationRow,
    NoteVerbaleRow,
    ParticipantRow,
    RegistrationRow,
)

ERASED = "a representative of "
"""How the name of somebody who was erased begins."""
ERASED_NOBODYS = "a person"
"""The name of somebody who was erased and was of no delegation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Ids of the rows about one person, and what they call her. ``called``: what she is called instead when
    she is erased.
    """

    participants: tuple[str, ...]
    registrations: tuple[str, ...]
    nominations: tuple[str, ...]
    logins: tuple[str, ...]
    emails: frozenset[str]
    names: frozenset[str]
    called: str

    @property
    def subjects(self) -> frozenset[str]:
        """What the audit calls her."""
        kinds: Mapping[str, Sequence[str]] = {
            "participant": self.participants,
            "registration": self.registrations,
            "nomination": self.nominations,
            "login": self.logins,
        }
        by_kind = {f"{kind}:{key}" for kind, keys in kinds.items() for key in keys}
        return frozenset(by_kind | {f"person:{key}" for keys in kinds.values() for key in keys})


def traces(conn: Connection, conference: str, person: str) -> Traces:
    """Follow the rows from one of her ids: of participant, registration or nomination.

    Raises ``UnknownPerson``.
    """
    found = _step(conn, conference, {person}, [])
    while len(more := _step(conn, conference, _ids(found) | {person}, found)) > len(found):
        found = more
    if not found:
        raise UnknownPerson(person)
    of = {kind: tuple(row.id for row in found if row.kind == kind) for kind in _KINDS}
    return Traces(
        participants=of["participant"],
        registrations=of["registration"],
        nominations=of["nomination"],
        logins=_logins(conn, conference, of["participant"]),
        emails=frozenset(row.email.lower() for row in found if row.email),
        names=frozenset(row.name for row in found),
        called=_called(conn, conference, {row.delegation for row in found if row.delegation}),
    )


@dataclass(frozen=True, slots=True)
class _Trace:
    kind: str
    id: str
    name: str
    email: str | None
    delegation: str | None
    links: frozenset[str]


_KINDS = ("participant", "registration", "nomination")


def _step(conn: Connection, conference: str, ids: set[str], known: Sequence[_Trace]) -> list[_Trace]:
    """All rows that have or link to one of these ids, or are alike to one that is known."""
    person, asked, row, note = ParticipantRow, RegistrationRow, NominationRow, NoteVerbaleRow
    left = col(person.left_with)
    of_person = select(
        col(person.id), col(person.name), col(person.email), col(person.delegation_id), left
    ).where(
        col(person.conference_id) == conference,
        or_(col(person.id).in_(ids), left.in_(ids), *_alike(person, person.delegation_id, known)),
    )
    links = (col(asked.participant_id), col(asked.nomination_id))
    of_asked = select(
        col(asked.id), col(asked.name), col(asked.email), col(asked.delegation_id), *links
    ).where(
        col(asked.conference_id) == conference,
        or_(*(each.in_(ids) for each in (col(asked.id), *links)), *_alike(asked, asked.delegation_id, known)),
    )
    of_row = (
        select(col(row.id), col(row.name), col(row.email), col(note.delegation_id))
        .join_from(row, note, col(row.note_id) == col(note.id))
        .where(
            col(note.conference_id) == conference,
            or_(col(row.id).in_(ids), *_alike(row, note.delegation_id, known)),
        )
    )
    queries: tuple[Any, ...] = (of_person, of_asked, of_row)
    return [
        _Trace(kind, found[0], found[1], found[2], found[3], frozenset(found[4:]) - {None})
        for kind, wanted in zip(_KINDS, queries, strict=True)
        for found in conn.execute(wanted)
    ]


def _ids(found: Sequence[_Trace]) -> set[str]:
    return {each.id for each in found}.union(*(each.links for each in found))


def _alike(table: Any, of: Any, known: Sequence[_Trace]) -> list[ColumnElement[bool]]:
    address, name, delegation = func.lower(col(table.email)), col(table.name), col(of)
    conditions: list[ColumnElement[bool]] = []
    for each in known:
        if each.name.startswith(ERASED):
            continue
        namesake = and_(name == each.name, delegation == each.delegation)
        if each.email is None:
            conditions.append(namesake)
            continue
        near = or_(name == each.name, delegation == each.delegation)
        conditions += [
            and_(namesake, col(table.email).is_(None)),
            and_(address == each.email.lower(), near),
        ]
    return conditions


def _logins(conn: Connection, conference: str, participants: Sequence[str]) -> tuple[str, ...]:
    table = LoginRow
    wanted = select(col(table.id)).where(
        col(table.conference_id) == conference, col(table.participant_id).in_(participants)
    )
    return tuple(conn.execute(wanted.order_by(col(table.created_at), col(table.id))).scalars())


def _called(conn: Connection, conference: str, delegations: set[str]) -> str:
    if not delegations:
        return ERASED_NOBODYS
    table = DelegationRow
    names: dict[str, str] = conn.execute(
        select(col(table.names)).where(
            col(table.conference_id) == conference, col(table.id) == min(delegations)
        )
    ).scalar_one()
    return f"{ERASED}{names['en']}"
