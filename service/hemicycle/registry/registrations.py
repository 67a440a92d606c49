"""Registrations: persons' own requests to take part. The caller owns the transaction.

Whoever decides about one that holds a place or a seat goes through ``conduct.accreditation``; the functions
here change the registration's own row alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry import audit
from hemicycle.registry.nominations import Part
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role
from hemicycle.storage.tables import DelegationRow, RegistrationRow


class RegistrationState(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class MatchKind(StrEnum):
    """How a registration stands to the note verbale. Differs: the person is named, with another modality or
    role, or for fewer sessions.
    """

    MATCHED = "matched"
    DOUBTFUL = "doubtful"
    DIFFERS = "differs"
    NONE = "none"


LIVE = frozenset({RegistrationState.PENDING, RegistrationState.APPROVED})
"""The states in which an email address stands only once in a delegation; approved, once in a conference. By
a public form a second delegation may ask for it, and is told nothing of the first: the secretariat decides.
"""

NEXT: Mapping[RegistrationState, frozenset[RegistrationState]] = {
    RegistrationState.PENDING: frozenset(
        {RegistrationState.APPROVED, RegistrationState.REJECTED, RegistrationState.WITHDRAWN}
    ),
    RegistrationState.APPROVED: frozenset({RegistrationState.WITHDRAWN}),
    RegistrationState.REJECTED: frozenset({RegistrationState.PENDING, RegistrationState.APPROVED}),
    RegistrationState.WITHDRAWN: frozenset({RegistrationState.PENDING}),
}
"""What may become of a registration: a rejection may be reconsidered, a withdrawn one asks again."""


class RegistrationRefused(Exception):
    """A registration cannot be taken or decided. ``code``: stable; the message says what to do."""

    code = "unknown-registration"


class UnknownRegistration(RegistrationRefused):
    """The conference has no such registration."""


class AlreadyRegistered(RegistrationRefused):
    """The address has a registration that is pending or approved."""

    code = "already-registered"


class NotOfConference(RegistrationRefused):
    """The delegation is not one of the conference's."""

    code = "unknown-delegation"


class WrongState(RegistrationRefused):
    """The registration stands where this decision is not open."""

    code = "registration-decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRegistration:
    """What somebody asks for. ``sessions`` empty: all that the delegation attends.

    ``submitted_at``: when the person sent it, in service time; ``source``: form, desk, indico-csv,
    indico-xlsx or indico-api; ``source_form`` and ``source_id`` there. ``late``: after the deadline;
    ``exception``: why an officer takes it all the same.
    """

    conference: str
    delegation: DelegationId | None
    name: str
    email: str
    modality: Modality
    role: Role
    submitted_at: datetime
    title: str | None = None
    sessions: tuple[str, ...] = ()
    gender: str | None = None
    language: str | None = None
    source: str = "form"
    source_form: str | None = None
    source_id: str | None = None
    late: bool = False
    exception: str | None = None

    @property
    def part(self) -> Part:
        """As what she asks to take part."""
        return self.modality, self.role, self.sessions

    @property
    def says_sessions(self) -> bool:
        """An import that names none does not say: then it is for those that the note names."""
        return bool(self.sessions) or not self.source.startswith("indico")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(NewRegistration):
    """A registration as it stands. ``score``: of its match, 0 to 100; ``gone_at``: since when its source
    no longer has it; ``corrected_at``: when an officer last corrected what it says.
    """

    id: str
    state: RegistrationState
    participant: ParticipantId | None = None
    nomination: str | None = None
    match: MatchKind = MatchKind.NONE
    score: int = 0
    decided_at: datetime | None = None
    decided_by: str | None = None
    reason: str | None = None
    gone_at: datetime | None = None
    corrected_at: datetime | None = None


_TAKEN = "this address has a registration already; ask the secretariat to change it"
_COLUMN_OF = {
    "conference": "conference_id",
    "delegation": "delegation_id",
    "participant": "participant_id",
    "nomination": "nomination_id",
}
_FIELDS = tuple(f.name for f in fields(Registration))
_COLUMNS = [getattr(RegistrationRow, _COLUMN_OF.get(name, name)) for name in _FIELDS]


def registrations(
    conn: Connection,
    conference: str,
    delegation: DelegationId | None = None,
    state: RegistrationState | None = None,
) -> tuple[Registration, ...]:
    """The conference's registrations, or those of one delegation or state, in the order of submission."""
    wanted = select(*_COLUMNS).where(col(RegistrationRow.conference_id) == conference)
    if delegation is not None:
        wanted = wanted.where(col(RegistrationRow.delegation_id) == delegation)
    if state is not None:
        wanted = wanted.where(col(RegistrationRow.state) == state)
    ordered = wanted.order_by(col(RegistrationRow.submitted_at), col(RegistrationRow.id))
    return tuple(_registration(row) for row in conn.execute(ordered))


def registration(conn: Connection, conference: str, registration_id: str) -> Registration:
    """The registration with this id. Raises ``UnknownRegistration``."""
    row = RegistrationRow
    wanted = select(*_COLUMNS).where(col(row.conference_id) == conference, col(row.id) == registration_id)
    found = conn.execute(wanted).one_or_none()
    if found is None:
        raise UnknownRegistration(f"there is no registration {registration_id}")
    return _registration(found)


def add(
    conn: Connection, new: NewRegistration, at: datetime, by: str, *, alone: bool = False
) -> Registration:
    """Take a registration in, pending; ``alone``: where its delegation has none of this address, whatever
    others have. Raises ``AlreadyRegistered``, ``NotOfConference``.
    """
    email = new.email.lower()
    require_delegation(conn, new.conference, new.delegation)
    require_free(conn, new.conference, email, new.delegation if alone else None)
    row = {"id": uuid4().hex, **pending(new, at, by)}
    try:
        with conn.begin_nested():  # two at once with one address: the index lets only one in
            conn.execute(insert(RegistrationRow), [row])
    except IntegrityError as error:
        raise AlreadyRegistered(_TAKEN) from error
    audit.note(conn, new.conference, at, by, "registered", f"registration:{row['id']}", source=new.source)
    return registration(conn, new.conference, row["id"])


def decide(  # noqa: PLR0913 - who decides what, when, why, and with what outcome
    conn: Connection,
    conference: str,
    registration_id: str,
    state: RegistrationState,
    at: datetime,
    by: str,
    *,
    reason: str | None = None,
    participant: ParticipantId | None = None,
) -> Registration:
    """Write a decision; ``participant``: who the approved person has become.

    The state is compared in the same statement, so that of two decisions at once only one is written.
    Raises ``UnknownRegistration``, ``WrongState``, ``AlreadyRegistered`` (it asks again, and another of the
    same address is live).
    """
    before = registration(conn, conference, registration_id)
    if state not in NEXT[before.state]:
        raise WrongState(f"registration {registration_id} is {before.state}; it cannot become {state}")
    if state in LIVE and before.state not in LIVE:
        require_free(conn, conference, before.email)
    on_record = reason or (before.reason if before.corrected_at else None)
    written = {"state": state.value, "decided_at": at, "decided_by": by, "reason": on_record}
    if participant is not None:
        written["participant_id"] = participant
    if write(conn, before, {**written, "updated_at": at, "updated_by": by}) != 1:
        raise WrongState(f"registration {registration_id} was decided by somebody else meanwhile")
    audit.note(conn, conference, at, by, state.value, f"registration:{registration_id}")
    return registration(conn, conference, registration_id)


def write(conn: Connection, before: Registration, values: dict[str, Any]) -> int:
    """How many rows have changed: 0 where its state is another now. Raises ``AlreadyRegistered``."""
    row = RegistrationRow
    try:
        with conn.begin_nested():
            same = update(row).where(col(row.id) == before.id, col(row.state) == before.state.value)
            changed = conn.execute(same.values(**values))
    except IntegrityError as error:
        raise AlreadyRegistered(_TAKEN) from error
    return changed.rowcount


def require_free(conn: Connection, conference: str, email: str, of: DelegationId | None = None) -> None:
    """Raise ``AlreadyRegistered`` where the address has a live registration (of this delegation)."""
    taken = select(col(RegistrationRow.id)).where(
        col(RegistrationRow.conference_id) == conference,
        col(RegistrationRow.email) == email,
        col(RegistrationRow.state).in_([state.value for state in LIVE]),
    )
    if of is not None:
        taken = taken.where(col(RegistrationRow.delegation_id) == of)
    if conn.execute(taken).first() is not None:
        raise AlreadyRegistered(_TAKEN)


def require_delegation(conn: Connection, conference: str, delegation: DelegationId | None) -> None:
    """Raise ``NotOfConference`` where the conference does not have the delegation. None passes."""
    if delegation is None:
        return
    table = DelegationRow
    known = select(col(table.id)).where(col(table.conference_id) == conference, col(table.id) == delegation)
    if conn.execute(known).one_or_none() is None:
        raise NotOfConference(f"the conference has no delegation {delegation}")


def pending(new: NewRegistration, at: datetime, by: str) -> dict[str, Any]:
    """The row of a registration that comes in, but for its id."""
    return {
        "state": RegistrationState.PENDING.value,
        **columns(new),
        "match": MatchKind.NONE.value,
        "score": 0,
        "created_at": at,
        "created_by": by,
        "updated_at": at,
        "updated_by": by,
    }


def columns(new: NewRegistration) -> dict[str, Any]:
    """The row's columns of what somebody asks for."""
    found = {_COLUMN_OF.get(f.name, f.name): getattr(new, f.name) for f in fields(NewRegistration)}
    found |= {"email": new.email.lower(), "sessions": list(new.sessions)}
    return found | {"modality": new.modality.value, "role": new.role.value}


def _registration(row: Any) -> Registration:
    found = dict(zip(_FIELDS, row, strict=True))
    found |= {"modality": Modality(found["modality"]), "role": Role(found["role"])}
    found |= {"state": RegistrationState(found["state"]), "match": MatchKind(found["match"])}
    return Registration(**{**found, "sessions": tuple(found["sessions"])})
