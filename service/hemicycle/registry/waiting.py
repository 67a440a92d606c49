"""What waits for an officer's decision, counted: nobody is named, so that to look at it needs no record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select
from sqlmodel import col

from hemicycle.registry import conferences, cross_check, misfits, revisions
from hemicycle.registry.matching import clean
from hemicycle.registry.registrations import MatchKind, RegistrationState
from hemicycle.storage.tables import MailRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """``match``: pending registrations by how they stand to the note; ``clean``: of them, to be approved in
    one act; ``gone``: live ones that their source no longer has; ``unregistered``: named by a note;
    ``misfits`` of the limits; the ``unsettled`` of a revision, by delegation; ``unsent``: messages that
    failed; ``submitted``: live registrations by the day (ISO 8601) on which they came, in the conference's
    zone.
    """

    match: Mapping[str, int]
    clean: int
    gone: int
    unregistered: int
    misfits: int
    unsettled: Mapping[str, int]
    unsent: int
    submitted: Mapping[str, int]


def waiting(conn: Connection, conference: str) -> Waiting:
    """As of now; nothing is written. Raises ``UnknownConference``."""
    zone = ZoneInfo(conferences.conference(conn, conference).time_zone)
    checked = cross_check.compare(conn, conference)
    pending = [each for each in checked.registrations if each.state is RegistrationState.PENDING]
    days = Counter(each.submitted_at.astimezone(zone).date().isoformat() for each in checked.registrations)
    return Waiting(
        match={kind.value: sum(each.match is kind for each in pending) for kind in MatchKind},
        clean=sum(map(clean, pending)),
        gone=sum(each.gone_at is not None for each in checked.registrations),
        unregistered=len(checked.unregistered),
        misfits=sum(each.kept is None for each in misfits.misfits(conn, conference)),
        unsettled=revisions.unsettled_in(conn, conference),
        unsent=_failed(conn, conference),
        submitted=dict(sorted(days.items())),
    )


def _failed(conn: Connection, conference: str) -> int:
    table = MailRow
    failed = select(func.count()).where(
        col(table.conference_id) == conference, col(table.error).is_not(None), col(table.sent_at).is_(None)
    )
    return conn.execute(failed).scalar_one()
