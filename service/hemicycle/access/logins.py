"""Logins: a link's one-time code is exchanged for a token; programs are given a token at once.

Codes and tokens are 256 random bits, of which only the sha256 is kept; so a slow hash would add nothing.
``at`` is real time, whatever the service's clock says. The caller owns the transaction.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.access.login_refusals import (
    CodeExpired,
    CodeUsed,
    LoginExpired,
    LoginMismatch,
    LoginRevoked,
    UnknownLogin,
)
from hemicycle.rules.commands import Actor
from hemicycle.rules.terms import Agent, Capacity, DelegationId, Part, ParticipantId
from hemicycle.storage import Topic, Wake, announce
from hemicycle.storage.tables import LoginRow, ParticipantRow

# Built once: every command asks it again.
_STATE = select(col(LoginRow.revoked_at), col(LoginRow.expires_at)).where(
    col(LoginRow.id) == bindparam("login")
)

_FACTS = (
    select(
        col(LoginRow.id),
        col(LoginRow.capacity),
        col(LoginRow.conference_id),
        col(LoginRow.meeting_id),
        col(LoginRow.participant_id),
        col(LoginRow.delegation_id),
        col(LoginRow.label),
        col(LoginRow.bearer),
        col(LoginRow.expires_at),
        col(ParticipantRow.part),
    )
    .outerjoin_from(
        LoginRow,
        ParticipantRow,
        and_(
            col(ParticipantRow.conference_id) == col(LoginRow.conference_id),
            col(ParticipantRow.id) == col(LoginRow.participant_id),
        ),
    )
    .order_by(col(LoginRow.created_at), col(LoginRow.id))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLogin:
    """For whom a login is made. ``meeting`` None: all meetings of the conference. ``label``: for the desk."""

    capacity: Capacity
    conference: str
    meeting: str | None = None
    participant: ParticipantId | None = None
    delegation: DelegationId | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginFacts:
    """A login as it is known to the service. ``bearer``: a program's, without a link; ``expires_at``: real
    time; ``part``: what its person is to her delegation now.
    """

    id: str
    capacity: Capacity
    conference: str
    meeting: str | None
    participant: ParticipantId | None
    delegation: DelegationId | None
    label: str
    bearer: bool
    expires_at: datetime | None = None
    part: Part | None = None

    @property
    def actor(self) -> Actor:
        """The actor of this login's commands."""
        return Actor(
            agent=Agent.LOGIN,
            capacity=self.capacity,
            participant=self.participant,
            delegation=self.delegation,
            login=self.id,
        )


@dataclass(frozen=True, slots=True)
class LinkCode:
    """What a login link carries in its fragment: ``#<login>.<code>``."""

    login: str
    code: str


@dataclass(frozen=True, slots=True)
class BearerToken:
    """What a program sends: ``Authorization: Bearer <login>.<token>``."""

    login: str
    token: str


def mint(
    conn: Connection, new: NewLogin, at: datetime, by: str, code_expires_at: datetime, expires_at: datetime
) -> LinkCode:
    """A new login with a one-time code, good until ``code_expires_at``. Raises ``LoginMismatch``."""
    link = LinkCode(token_hex(8), token_urlsafe(32))
    code = {"code_hash": _hash(link.code), "code_expires_at": code_expires_at}
    _insert(conn, link.login, new, at, by, {"bearer": False, "expires_at": expires_at, **code})
    return link


def mint_bearer(conn: Connection, new: NewLogin, at: datetime, by: str, expires_at: datetime) -> BearerToken:
    """A new login for a program, good at once. Raises ``LoginMismatch``."""
    bearer = BearerToken(token_hex(8), token_urlsafe(32))
    token = {"token_hash": _hash(bearer.token)}
    _insert(conn, bearer.login, new, at, by, {"bearer": True, "expires_at": expires_at, **token})
    return bearer


def exchange(conn: Connection, login: str, code: str, at: datetime) -> str:
    """The token for a link's code, once. Raises ``LoginRefused``; the code's state is told its owner only."""
    table = LoginRow
    row = conn.execute(
        select(
            col(table.code_hash),
            col(table.code_expires_at),
            col(table.code_used_at),
            col(table.revoked_at),
            col(table.expires_at),
        )
        .where(col(table.id) == login)
        .with_for_update()
    ).one_or_none()
    if row is None or not _matches(code, row.code_hash):
        raise UnknownLogin("this link is not known; ask the secretariat for a new one")
    if row.code_used_at is not None:
        raise CodeUsed("this link has been used; ask the secretariat for a new one")
    _require_good(row.revoked_at, row.expires_at, at)
    if at >= row.code_expires_at:
        raise CodeExpired("this link is too old; ask the secretariat for a new one")
    token = token_urlsafe(32)
    conn.execute(
        update(table)
        .where(col(table.id) == login)
        .values(code_used_at=at, token_hash=_hash(token), updated_at=at, updated_by=login)
    )
    return token


def is_link(conn: Connection, login: str, code: str) -> bool:
    """Whether there is such a link, used or not: asked in a read, so that guesses take no write lock."""
    table = LoginRow
    return _matches(code, conn.scalar(select(col(table.code_hash)).where(col(table.id) == login)))


def authenticate(conn: Connection, login: str, token: str, at: datetime) -> LoginFacts:
    """Who this is. Raises ``LoginRefused``."""
    table = LoginRow
    row = conn.execute(
        select(col(table.token_hash), col(table.revoked_at), col(table.expires_at)).where(
            col(table.id) == login
        )
    ).one_or_none()
    if row is None or not _matches(token, row.token_hash):
        raise UnknownLogin("this login is not known; open your login link again or ask for a new one")
    _require_good(row.revoked_at, row.expires_at, at)
    return find(conn, login)


def require_live(conn: Connection, login: str | None, at: datetime) -> None:
    """Raise ``LoginRefused`` unless the login exists and is neither revoked nor expired."""
    row = conn.execute(_STATE, {"login": login}).one_or_none()
    if row is None:
        raise UnknownLogin("this login is not known; ask the secretariat for a new link")
    _require_good(row.revoked_at, row.expires_at, at)


def revoke(conn: Connection, login: str, at: datetime, by: str) -> LoginFacts:
    """End a login for good, its open sockets too; once more is no mistake. Raises ``UnknownLogin``."""
    facts = find(conn, login)
    conn.execute(
        update(LoginRow)
        .where(col(LoginRow.id) == login, col(LoginRow.revoked_at).is_(None))
        .values(revoked_at=at, updated_at=at, updated_by=by)
    )
    announce(conn, Wake(Topic.ACCESS, login))
    return facts


def ended_among(conn: Connection, ids: Collection[str]) -> frozenset[str]:
    """Which of these logins are revoked, or not there at all."""
    live = select(col(LoginRow.id)).where(col(LoginRow.id).in_(ids), col(LoginRow.revoked_at).is_(None))
    return frozenset(ids) - frozenset(conn.execute(live).scalars())


def find(conn: Connection, login: str) -> LoginFacts:
    """The login with this id, revoked or not. Raises ``UnknownLogin``."""
    found = _facts(conn, col(LoginRow.id) == login)
    if not found:
        raise UnknownLogin("this login is not known")
    return found[0]


def logins(conn: Connection, conference: str) -> tuple[LoginFacts, ...]:
    """The logins of a conference that are not revoked, oldest first."""
    return _facts(conn, col(LoginRow.conference_id) == conference, col(LoginRow.revoked_at).is_(None))


def of_participant(conn: Connection, conference: str, participant: ParticipantId) -> tuple[LoginFacts, ...]:
    """The logins of a person that are not revoked."""
    return _facts(
        conn,
        col(LoginRow.conference_id) == conference,
        col(LoginRow.participant_id) == participant,
        col(LoginRow.revoked_at).is_(None),
    )


def _insert(
    conn: Connection, login: str, new: NewLogin, at: datetime, by: str, secret: dict[str, Any]
) -> None:
    if new.capacity is Capacity.DELEGATE and (new.delegation is None or new.participant is None):
        raise LoginMismatch("a delegate's login needs a delegation and a participant")
    if new.capacity is Capacity.INTERPRETER and new.participant is None:
        raise LoginMismatch("an interpreter's login needs a participant: booths know their interpreters")
    row = {
        "id": login,
        "conference_id": new.conference,
        "meeting_id": new.meeting,
        "participant_id": new.participant,
        "delegation_id": new.delegation,
        "capacity": new.capacity.value,
        "label": new.label,
        "created_at": at,
        "created_by": by,
        "updated_at": at,
        "updated_by": by,
    }
    try:
        with conn.begin_nested():
            conn.execute(insert(LoginRow).values({**row, **secret}))
    except IntegrityError as error:
        raise LoginMismatch(
            f"the conference {new.conference} has no such meeting, delegation or participant, "
            "or they do not belong together"
        ) from error


def _facts(conn: Connection, *conditions: Any) -> tuple[LoginFacts, ...]:
    found = conn.execute(_FACTS.where(*conditions))
    return tuple(
        LoginFacts(
            id=row.id,
            capacity=Capacity(row.capacity),
            conference=row.conference_id,
            meeting=row.meeting_id,
            participant=row.participant_id,
            delegation=row.delegation_id,
            label=row.label,
            bearer=row.bearer,
            expires_at=row.expires_at,
            part=Part(row.part) if row.part else None,
        )
        for row in found
    )


def _require_good(revoked_at: datetime | None, expires_at: datetime, at: datetime) -> None:
    if revoked_at is not None:
        raise LoginRevoked("this login was revoked; ask the secretariat")
    if at >= expires_at:
        raise LoginExpired("this login has expired; ask the secretariat for a new link")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _matches(secret: str, kept: str | None) -> bool:
    return compare_digest(_hash(secret), kept or "")
