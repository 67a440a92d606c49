"""The persons of a conference. Their names reach booths and podium in the directory, and nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select
from sqlmodel import col

from hemicycle.rules.terms import Capacity, DelegationId, HolderKind, Part, ParticipantId
from hemicycle.storage.tables import ParticipantRow, PodiumMemberRow

_PEOPLE = (
    select(
        col(ParticipantRow.id),
        col(ParticipantRow.name),
        col(ParticipantRow.capacity),
        col(ParticipantRow.title),
        col(ParticipantRow.delegation_id),
        col(ParticipantRow.language),
        col(ParticipantRow.booth),
        col(PodiumMemberRow.kind),
    )
    .outerjoin_from(
        ParticipantRow,
        PodiumMemberRow,
        and_(
            col(PodiumMemberRow.conference_id) == col(ParticipantRow.conference_id),
            col(PodiumMemberRow.participant_id) == col(ParticipantRow.id),
        ),
    )
    .order_by(col(ParticipantRow.id))
)


class UnknownPerson(Exception):
    """The conference has no person with this id."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person. ``capacity``: what her login may do; ``podium``: as what she may hold the floor.

    ``title``: honorific or function; ``booth``: the language that an interpreter works into.
    """

    id: ParticipantId
    name: str
    capacity: Capacity
    title: str | None
    delegation: DelegationId | None
    language: str | None
    booth: str | None
    podium: HolderKind | None


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """What booths and podium are told of a person."""

    name: str
    title: str | None
    delegation: DelegationId | None
    interpreter: bool = False


def people(
    conn: Connection, conference_id: str, delegation: DelegationId | None = None
) -> tuple[Person, ...]:
    """The persons of the conference, or of one of its delegations, by id."""
    of = col(ParticipantRow.conference_id) == conference_id
    if delegation is not None:
        of = and_(of, col(ParticipantRow.delegation_id) == delegation)
    return _people(conn, of)


def person(conn: Connection, conference_id: str, participant: ParticipantId) -> Person:
    """The person with this id. Raises ``UnknownPerson``."""
    found = _people(
        conn,
        and_(col(ParticipantRow.conference_id) == conference_id, col(ParticipantRow.id) == participant),
    )
    if not found:
        raise UnknownPerson(participant)
    return found[0]


def part_of(conn: Connection, conference_id: str, participant: ParticipantId) -> Part | None:
    """Whether this person is the head or a focal point of her delegation; None: neither."""
    table = ParticipantRow
    found = conn.execute(
        select(col(table.part)).where(col(table.conference_id) == conference_id, col(table.id) == participant)
    ).scalar_one_or_none()
    return Part(found) if found else None


def address(conn: Connection, conference_id: str, participant: ParticipantId) -> str | None:
    """Where this person is written to, where that is known."""
    table = ParticipantRow
    return conn.execute(
        select(col(table.email)).where(
            col(table.conference_id) == conference_id, col(table.id) == participant
        )
    ).scalar_one_or_none()


def directory(conn: Connection, conference_id: str) -> Mapping[ParticipantId, DirectoryEntry]:
    """Everybody's name, for those who may see names."""
    return {
        someone.id: DirectoryEntry(
            someone.name, someone.title, someone.delegation, someone.capacity is Capacity.INTERPRETER
        )
        for someone in people(conn, conference_id)
    }


def _people(conn: Connection, condition: ColumnElement[bool]) -> tuple[Person, ...]:
    found = conn.execute(_PEOPLE.where(condition)).all()
    return tuple(
        Person(
            id=row.id,
            name=row.name,
            capacity=Capacity(row.capacity),
            title=row.title,
            delegation=row.delegation_id,
            language=row.language,
            booth=row.booth,
            podium=HolderKind(row.kind) if row.kind else None,
        )
        for row in found
    )
