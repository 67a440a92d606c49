"""Invitations to register: a link whose code is kept as its sha256 alone. The caller owns the transaction.

One link serves a whole delegation, or, without a delegation, whoever it was sent to; so it may be used more
than once, until it is revoked, too old, or registration has closed
(CU 2020/366(A): "not later than 9 November").
"""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import col

from hemicycle.registry import audit, registrations
from hemicycle.registry.deadline import require_open
from hemicycle.registry.registrations import (
    NewRegistration,
    NotOfConference,
    Registration,
    RegistrationRefused,
    RegistrationState,
    require_delegation,
)
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import InvitationRow, RegistrationRow

MOST_PENDING = 100
"""Requests by public forms that may wait for the secretariat at one time, of one delegation."""


class TooManyPending(RegistrationRefused):
    """The secretariat decides on those that wait before more are taken."""

    code = "too-many-pending"


class InvitationRefused(RegistrationRefused):
    """There is no such invitation, or it is over: which of them is nobody's to know."""

    code = "invitation-refused"


@dataclass(frozen=True, slots=True)
class InvitationLink:
    """A new invitation. ``code``: shown once, kept by nobody."""

    invitation: str
    code: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """``delegation`` None: whoever registers says for whom."""

    id: str
    conference: str
    delegation: DelegationId | None
    expires_at: datetime
    revoked_at: datetime | None


_ROW = InvitationRow


def invite(
    conn: Connection,
    conference: str,
    delegation: DelegationId | None,
    expires_at: datetime,
    at: datetime,
    by: str,
) -> InvitationLink:
    """Make an invitation. ``at`` and ``expires_at``: service time. Raises ``NotOfConference``."""
    require_delegation(conn, conference, delegation)
    link = InvitationLink(uuid4().hex, token_urlsafe(32))
    conn.execute(
        insert(_ROW).values(
            id=link.invitation,
            conference_id=conference,
            delegation_id=delegation,
            code_hash=_hash(link.code),
            expires_at=expires_at,
            created_at=at,
            created_by=by,
            updated_at=at,
            updated_by=by,
        )
    )
    audit.note(conn, conference, at, by, "invited", f"invitation:{link.invitation}", delegation=delegation)
    return link


def revoke(conn: Connection, conference: str, invitation: str, at: datetime, by: str) -> None:
    """End an invitation. Raises ``InvitationRefused`` where there is none, or it has ended."""
    of = (col(_ROW.conference_id) == conference, col(_ROW.id) == invitation, col(_ROW.revoked_at).is_(None))
    ended = {"revoked_at": at, "updated_at": at, "updated_by": by}
    if conn.execute(update(_ROW).where(*of).values(**ended)).rowcount != 1:
        raise InvitationRefused(f"there is no invitation {invitation}, or it has ended")
    audit.note(conn, conference, at, by, "invitation revoked", f"invitation:{invitation}")


def invitations(conn: Connection, conference: str) -> tuple[Invitation, ...]:
    """The conference's invitations, the oldest first."""
    found = conn.execute(
        select(
            col(_ROW.id),
            col(_ROW.conference_id),
            col(_ROW.delegation_id),
            col(_ROW.expires_at),
            col(_ROW.revoked_at),
        )
        .where(col(_ROW.conference_id) == conference)
        .order_by(col(_ROW.created_at), col(_ROW.id))
    )
    return tuple(Invitation(*row) for row in found)


def is_link(conn: Connection, invitation: str, code: str) -> bool:
    """Whether there is such an invitation, ended or not: asked before anything is counted or written."""
    kept = conn.scalar(select(col(_ROW.code_hash)).where(col(_ROW.id) == invitation))
    return compare_digest(kept or "", _hash(code))


def opened(conn: Connection, invitation: str, code: str, at: datetime) -> Invitation:
    """The invitation whose code this is. Raises ``InvitationRefused``."""
    found = conn.execute(
        select(
            col(_ROW.id),
            col(_ROW.conference_id),
            col(_ROW.delegation_id),
            col(_ROW.expires_at),
            col(_ROW.revoked_at),
            col(_ROW.code_hash),
        ).where(col(_ROW.id) == invitation)
    ).one_or_none()
    if found is None or not compare_digest(found.code_hash, _hash(code)):
        raise InvitationRefused("ask who invited you for a new link: this one is not known")
    if found.revoked_at is not None or at >= found.expires_at:
        raise InvitationRefused("ask who invited you for a new link: this one has ended")
    return Invitation(*found[:-1])


def register(conn: Connection, invitation: Invitation, new: NewRegistration, at: datetime) -> Registration:
    """Take in what an invited person asks for. Her delegation is the invitation's, where it names one.

    Raises ``RegistrationClosed`` from the deadline on, ``NotOfConference``, ``TooManyPending``, and
    ``AlreadyRegistered`` where the address has registered for the same delegation.
    """
    require_open(conn, invitation.conference, at)
    delegation = invitation.delegation or new.delegation
    if delegation is None:
        raise NotOfConference("say for which delegation")
    asked = replace(new, conference=invitation.conference, delegation=delegation, late=False, exception=None)
    _require_few(conn, invitation.conference, delegation)
    return registrations.add(conn, asked, at, f"invitation:{invitation.id}", alone=True)


def _require_few(conn: Connection, conference: str, delegation: DelegationId) -> None:
    table = RegistrationRow
    waiting = select(func.count()).where(
        col(table.conference_id) == conference,
        col(table.delegation_id) == delegation,
        col(table.source) == "form",
        col(table.state) == RegistrationState.PENDING.value,
    )
    if (conn.scalar(waiting) or 0) >= MOST_PENDING:
        says = f"{MOST_PENDING} requests of this delegation wait; ask the secretariat to decide on them first"
        raise TooManyPending(says)


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()
