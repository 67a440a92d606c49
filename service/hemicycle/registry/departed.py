"""Who takes part no more, or not yet: on no list of her delegation, given no seat and no login link.

Her row stays: the logs call her by its id.
"""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import people, places
from hemicycle.registry.people import Person
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.terms import DelegationId, ParticipantId
from hemicycle.storage.tables import AuditRow, ParticipantRow, RegistrationRow


class Departed(StrEnum):
    """Why: her registration is not approved, or she came with the conference's file and was released, or
    takes part for another delegation now.
    """

    PENDING = "pending"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"
    CHANGED_OVER = "changed_over"
    ERASED = "erased"


SAYS: Mapping[Departed, str] = {
    Departed.PENDING: "the registration waits to be approved; approve it first",
    Departed.REJECTED: "the registration was rejected; approve it first",
    Departed.WITHDRAWN: "the registration was withdrawn; a new one is needed first",
    Departed.RELEASED: "released, and takes part no more; a registration is needed first",
    Departed.CHANGED_OVER: "of another delegation now; look there",
    Departed.ERASED: "erased; a new registration is needed",
}
"""The same for an officer, and what to do about it."""

_STANDING = (RegistrationState.PENDING, RegistrationState.WITHDRAWN, RegistrationState.REJECTED)
"""Of several registrations the first of these says how she stands."""


def departed(conn: Connection, conference: str) -> Mapping[ParticipantId, Departed]:
    """Everybody of whom that is so, and why."""
    table = ParticipantRow
    found = dict.fromkeys(_released(conn, conference), Departed.RELEASED)
    found |= _unapproved(conn, conference)
    rows = conn.execute(
        select(col(table.id), col(table.left_with), col(table.erased_at)).where(
            col(table.conference_id) == conference
        )
    )
    for who, left_with, erased_at in rows:
        if erased_at is not None:
            found[who] = Departed.ERASED
        elif left_with is not None:
            found[who] = Departed.CHANGED_OVER
    return found


def members(conn: Connection, conference: str, delegation: DelegationId) -> tuple[Person, ...]:
    """The persons of a delegation who have not departed, by id."""
    gone = departed(conn, conference)
    return tuple(each for each in people.people(conn, conference, delegation) if each.id not in gone)


def _unapproved(conn: Connection, conference: str) -> dict[ParticipantId, Departed]:
    """Those for whom there are registrations, none of them approved."""
    table = RegistrationRow
    states: dict[ParticipantId, set[str]] = {}
    asked = select(col(table.participant_id), col(table.state)).where(
        col(table.conference_id) == conference, col(table.participant_id).is_not(None)
    )
    for who, state in conn.execute(asked):
        if who is not None:
            states.setdefault(who, set()).add(state)
    return {
        who: Departed(next(each.value for each in _STANDING if each in of))
        for who, of in states.items()
        if RegistrationState.APPROVED not in of
    }


def _released(conn: Connection, conference: str) -> frozenset[ParticipantId]:
    """Those of the conference's file who were released (the audit says so), and hold no place again."""
    table = AuditRow
    subjects = conn.execute(
        select(col(table.subject)).where(
            col(table.conference_id) == conference, col(table.action) == Departed.RELEASED
        )
    ).scalars()
    gone = {subject.removeprefix("participant:") for subject in subjects}
    return frozenset(gone - {each.participant for each in places.of_file(conn, conference)})
