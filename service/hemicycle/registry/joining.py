"""Somebody of the conference's own file who registers as well is one person: she has one place.

She is known for certain by her address; where the file has none, by the nomination that names both. A name
that is only alike is left to an officer: it may be somebody else of the delegation.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry.departed import departed
from hemicycle.registry.matching import MATCHED_ACROSS, SAME_ADDRESS, likeliest, same_address
from hemicycle.registry.names import likeness
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.registrations import MatchKind, Registration
from hemicycle.rules.terms import Capacity, DelegationId, ParticipantId
from hemicycle.storage.tables import ParticipantRow, RegistrationRow

ALIKE = MATCHED_ACROSS
"""A name so like another may be that person's, a slip of the pen between them; a family name that two of a
delegation share is far below.
"""


@dataclass(frozen=True, slots=True)
class OfFile:
    """A delegate of the conference's file for whom no registration stands."""

    id: ParticipantId
    name: str
    title: str | None
    email: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class There:
    """Who of the file a registration is of: ``same`` for certain, else perhaps one of those ``alike``."""

    same: OfFile | None = None
    alike: tuple[OfFile, ...] = ()


def of_file(conn: Connection, conference: str, delegation: DelegationId) -> tuple[OfFile, ...]:
    """The delegation's, by id; who has departed is not among them."""
    person, asked = ParticipantRow, RegistrationRow
    registered = select(col(asked.participant_id)).where(
        col(asked.conference_id) == conference, col(asked.participant_id).is_not(None)
    )
    found = conn.execute(
        select(col(person.id), col(person.name), col(person.title), col(person.email), col(person.language))
        .where(
            col(person.conference_id) == conference,
            col(person.delegation_id) == delegation,
            col(person.capacity) == Capacity.DELEGATE.value,
            col(person.id).not_in(registered),
        )
        .order_by(col(person.id))
    ).all()
    gone: Collection[str] = departed(conn, conference) if found else ()
    return tuple(OfFile(*row) for row in found if row.id not in gone)


def there(
    registration: Registration, known: Sequence[OfFile], nominations: Mapping[str, Nomination]
) -> There:
    """Who of ``known`` she is. ``nominations``: of her delegation's note in force, by id."""
    named = {each.id: _named(each, nominations) for each in known}
    sure = registration.match in {MatchKind.MATCHED, MatchKind.DIFFERS}
    hers = registration.nomination if sure else None
    same = [each for each in known if _is_same(registration, hers, each, named[each.id])]
    if len(same) == 1:
        return There(same=same[0])
    alike = same or [each for each in known if _is_alike(registration, hers, each, named[each.id])]
    return There(alike=tuple(alike))


def joined(registration: Registration, person: OfFile) -> Registration:
    """The registration as one of this person: what it does not say is as the file has it."""
    return replace(
        registration,
        participant=person.id,
        title=registration.title or person.title,
        language=registration.language or person.language,
    )


def _named(person: OfFile, nominations: Mapping[str, Nomination]) -> str | None:
    """The nomination that names this person for certain."""
    sure, _, nomination = likeliest(person.name, person.email, tuple(nominations.values()))
    return nomination.id if sure and nomination is not None else None


def _is_same(registration: Registration, hers: str | None, person: OfFile, named: str | None) -> bool:
    if person.email is None:
        return hers is not None and hers == named
    alike = likeness(registration.name, person.name) >= SAME_ADDRESS
    return alike and same_address(registration.email, person.email)


def _is_alike(registration: Registration, hers: str | None, person: OfFile, named: str | None) -> bool:
    """One name or one address; but two whom the note names apart are two."""
    if hers is not None and named is not None:
        return hers == named
    shared = same_address(registration.email, person.email)
    return shared or likeness(registration.name, person.name) >= ALIKE
