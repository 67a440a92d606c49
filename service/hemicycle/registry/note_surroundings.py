"""What a delegation's nominations are checked against, read from rows."""

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import calendar, conferences, delegations, limits, places
from hemicycle.registry.limits import PolicyRefused
from hemicycle.registry.note_checks import Surroundings
from hemicycle.registry.notes import NoteState
from hemicycle.registry.policy import Group, Limit
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import NominationRow, NoteVerbaleRow


def surroundings(conn: Connection, conference: str, delegation: DelegationId, at: datetime) -> Surroundings:
    """For a delegation that is there; ``at``: service time, for the policy in force."""
    procedure = conferences.conference(conn, conference).procedure
    rule = procedure.rules.get(RuleName.ROLE_LIMITS)
    return Surroundings(
        sessions=frozenset(session.id for session in calendar.sessions(conn, conference)),
        attended=calendar.attends(conn, conference, delegation),
        meetings=calendar.meeting_sessions(conn, conference),
        elsewhere=_elsewhere(conn, conference, delegation),
        limits=_limits(conn, conference, delegation, at),
        of_file=Counter(
            (each.modality, each.role, scope)
            for each in places.of_file(conn, conference)
            if each.delegation == delegation
            for scope in each.scopes
        ),
        citation=rule.citation if rule is not None else None,
    )


def _limits(conn: Connection, conference: str, delegation: DelegationId, at: datetime) -> dict[Group, Limit]:
    """What the delegation may nominate; where no policy holds yet, nobody."""
    category = limits.categories(conn, conference)[delegation]
    try:
        return limits.in_force(conn, conference, at).of(category)
    except PolicyRefused:
        return {}


def _elsewhere(conn: Connection, conference: str, delegation: DelegationId) -> dict[str, str]:
    """Address → the short name of the delegation whose note in force names it."""
    note, row, names = NoteVerbaleRow, NominationRow, delegations.short_names(conn, conference)
    found = conn.execute(
        select(col(row.email), col(note.delegation_id))
        .join_from(row, note, col(row.note_id) == col(note.id))
        .where(
            col(note.conference_id) == conference,
            col(note.delegation_id) != delegation,
            col(note.state) == NoteState.CONFIRMED.value,
            col(row.email).is_not(None),
        )
    )
    return {email: names[other] for email, other in found if email is not None}
