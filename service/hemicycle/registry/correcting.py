"""What an officer corrects of a registration. The caller owns the transaction.

One who is approved holds a place and a login: she is corrected through ``conduct.correcting``.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from hemicycle.registry import admission, audit, registrations
from hemicycle.registry.nominations import Part
from hemicycle.registry.registrations import LIVE, Registration, RegistrationState, WrongState
from hemicycle.rules.terms import DelegationId, Modality, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the registration says from now on. ``sessions`` empty: all that the delegation attends. What
    nobody else can say of a person, as her gender, stays.
    """

    delegation: DelegationId
    name: str
    email: str
    modality: Modality
    role: Role
    title: str | None = None
    sessions: tuple[str, ...] = ()
    language: str | None = None

    @property
    def part(self) -> Part:
        """As what she takes part."""
        return self.modality, self.role, self.sessions


def correct(
    conn: Connection, before: Registration, asked: Correction, reason: str, at: datetime, by: str
) -> Registration:
    """Write it; from here on no import changes the registration. One that was rejected or withdrawn asks
    again. Of another delegation she is not the participant that she was.

    Raises ``NotOfConference``, ``AlreadyRegistered``, ``WrongState`` (it was decided meanwhile).
    """
    registrations.require_delegation(conn, before.conference, asked.delegation)
    written = _columns(asked)
    live = before.state in LIVE
    if asked.email.lower() != before.email or not live:
        registrations.require_free(conn, before.conference, asked.email.lower())
    changed = sorted(
        each.name for each in fields(Correction) if _said(before, each.name) != _said(asked, each.name)
    )
    if not changed and live:
        return before
    state = before.state if live else RegistrationState.PENDING
    if asked.delegation != before.delegation:
        written["participant_id"] = None
        admission.leave(conn, before, at, by)
    stamped = {"state": state.value, "reason": reason, "corrected_at": at, "updated_at": at, "updated_by": by}
    if registrations.write(conn, before, {**written, **stamped}) != 1:
        raise WrongState(f"registration {before.id} was decided by somebody else meanwhile")
    audit.note(conn, before.conference, at, by, "corrected", f"registration:{before.id}", fields=changed)
    return registrations.registration(conn, before.conference, before.id)


def _said(of: Registration | Correction, field: str) -> Any:
    value = getattr(of, field)
    if field == "email":
        return value.lower()
    return frozenset(value) if field == "sessions" else value


def _columns(asked: Correction) -> dict[str, Any]:
    return {
        "delegation_id": asked.delegation,
        "name": asked.name,
        "email": asked.email.lower(),
        "modality": asked.modality.value,
        "role": asked.role.value,
        "title": asked.title,
        "sessions": list(asked.sessions),
        "language": asked.language,
    }
