"""The person that an approved registration makes, and her part in the delegation."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, update
from sqlmodel import col

from hemicycle.registry import nominations
from hemicycle.registry.registrations import Registration
from hemicycle.rules.terms import Capacity, DelegationId, Part, ParticipantId
from hemicycle.storage.tables import ParticipantRow, RegistrationRow


class NobodyThere(Exception):
    """The delegation has no such person."""


def admit(
    conn: Connection, registration: Registration, delegation: DelegationId, at: datetime, by: str
) -> ParticipantId:
    """The participant of this registration: a new one, or the one that it made before, as it now says."""
    participant = registration.participant or f"{delegation}-{registration.id[:8]}"
    of: dict[str, Any] = {
        "delegation_id": delegation,
        "name": registration.name,
        "title": registration.title,
        "language": registration.language,
        "email": registration.email,
        "left_with": None,
        "erased_at": None,
        "updated_at": at,
        "updated_by": by,
    }
    known = conn.execute(
        update(ParticipantRow)
        .where(
            col(ParticipantRow.conference_id) == registration.conference,
            col(ParticipantRow.id) == participant,
        )
        .values(of)
    )
    if not known.rowcount:
        new = {
            "conference_id": registration.conference,
            "id": participant,
            "capacity": Capacity.DELEGATE.value,
            "created_at": at,
            "created_by": by,
        }
        conn.execute(insert(ParticipantRow).values({**of, **new}))
    return participant


def leave(conn: Connection, registration: Registration, at: datetime, by: str) -> None:
    """The participant of this registration, if it has made one, takes part for her delegation no more."""
    conn.execute(
        update(ParticipantRow)
        .where(
            col(ParticipantRow.conference_id) == registration.conference,
            col(ParticipantRow.id) == registration.participant,
        )
        .values(left_with=registration.id, part=None, updated_at=at, updated_by=by)
    )


def set_part(
    conn: Connection,
    conference: str,
    delegation: DelegationId,
    participant: ParticipantId,
    part: Part | None,
    at: datetime,
    by: str,
) -> None:
    """Name somebody the head or a focal point of her delegation; None: neither. Raises ``NobodyThere``."""
    changed = conn.execute(
        update(ParticipantRow)
        .where(
            col(ParticipantRow.conference_id) == conference,
            col(ParticipantRow.delegation_id) == delegation,
            col(ParticipantRow.id) == participant,
        )
        .values(part=part.value if part else None, updated_at=at, updated_by=by)
    )
    if not changed.rowcount:
        raise NobodyThere(f"{delegation} has no participant {participant}")


def take_part_as(
    conn: Connection,
    before: Registration,
    part: nominations.Part,
    at: datetime,
    by: str,
) -> None:
    """The registration is of this modality, role and these sessions from now on."""
    modality, role, sessions = part
    conn.execute(
        update(RegistrationRow)
        .where(col(RegistrationRow.id) == before.id)
        .values(
            modality=modality.value, role=role.value, sessions=list(sessions), updated_at=at, updated_by=by
        )
    )
