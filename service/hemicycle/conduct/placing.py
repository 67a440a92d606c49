"""What of its delegation's limits a person takes: a place, a unit of each pool, seats; in one transaction.

Everybody comes by them in the same way: who is approved, who settles elsewhere, whom a revision names anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hemicycle.access import logins
from hemicycle.conduct.roster import Rows, Step, limit_rule
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, conferences, delegations, limits, people, places, registrations, seats
from hemicycle.registry.places import NoRoom
from hemicycle.registry.policy import Policy
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Category, DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person is to take part as. ``sessions`` empty: all that the delegation attends."""

    participant: ParticipantId
    delegation: DelegationId
    modality: Modality
    role: Role
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a delegation's claims are measured by. ``called``: its short name; ``rule``: about limits."""

    called: str
    category: Category
    policy: Policy
    rule: dict[str, str]


def terms(conn: Connection, conference: str, delegation: DelegationId, now: datetime) -> Terms:
    """As they stand. From here on, claims on the conference's pools come one after the other."""
    policy = limits.in_force(conn, conference, now)
    places.lock_pools(conn, conference, policy)
    return Terms(
        called=delegations.short_names(conn, conference)[delegation],
        category=limits.categories(conn, conference)[delegation],
        policy=policy,
        rule=limit_rule(conferences.conference(conn, conference).procedure),
    )


def claim(conn: Connection, conference: str, wanted: Wanted, of: Terms, now: datetime, by: str) -> None:
    """Take a place and a unit of each pool. Raises ProblemError: ``limit-reached``, ``pool-full``."""
    who, modality, role = wanted.participant, wanted.modality, wanted.role
    covering = places.ways(conn, conference, wanted.delegation, wanted.sessions)
    offered = places.offered(of.policy.of(of.category), covering, modality, role)
    groups = [(modality, role, scopes) for scopes in offered]
    pools = [pool for pool in of.policy.pools if pool.takes(of.category, modality, role)]
    try:
        places.claim(conn, conference, who, wanted.delegation, groups, now, by)
        places.claim_pools(conn, conference, who, pools, now, by)
    except NoRoom as error:
        raise _no_room(error, wanted, of) from error


def free_seats(
    conn: Connection, conference: str, wanted: Wanted, taken: frozenset[SeatId] = frozenset()
) -> list[SeatId]:
    """A seat in each scope of the narrowest way that has any: her own, else a free one; none where all are
    held. ``taken``: not these.
    """
    open_to_her: dict[str, SeatId] = {}
    for unit in delegations.units(conn, conference, wanted.delegation):
        fits = (unit.modality, unit.role) == (wanted.modality, wanted.role) and not unit.over
        if fits and unit.participant == wanted.participant:
            open_to_her[unit.scope] = unit.seat
        elif fits and unit.participant is None and unit.seat not in taken:
            open_to_her.setdefault(unit.scope, unit.seat)
    for way in places.ways(conn, conference, wanted.delegation, wanted.sessions):
        found = [open_to_her[scope] for scope in sorted(way) if scope in open_to_her]
        if found:
            return found
    return []


def move(
    conn: Connection, conference: str, wanted: Wanted, of: Terms, now: datetime, by: str
) -> tuple[SeatMove, ...]:
    """Her place and pool units are of the new kind; the moves that take her seats there, if she has any.

    Raises ProblemError: there is no room.
    """
    places.release(conn, conference, wanted.participant)
    claim(conn, conference, wanted, of, now, by)
    held = {seat.id for seat in seats.held_by(conn, conference, [wanted.participant])}
    if not held:
        return ()
    to = free_seats(conn, conference, wanted)
    if not to:
        kind = f"{_words(wanted.modality)} {wanted.role}"
        says = f"{of.called} has no free {kind} seat; free one first."
        raise ProblemError.of("limit-reached", says, params={"delegation": wanted.delegation}, **of.rule)
    return (
        *(seats.move_of(seat, None) for seat in sorted(held - set(to))),
        *(seats.move_of(seat, wanted.participant) for seat in to if seat not in held),
    )


def leaving(
    conn: Connection, conference: str, participant: ParticipantId, by: str
) -> tuple[tuple[SeatMove, ...], list[str]]:
    """The moves that free a person's seats, and her logins; these and her place end here and now."""
    places.release(conn, conference, participant)
    held = seats.held_by(conn, conference, [participant])
    ended = [each.id for each in logins.of_participant(conn, conference, participant)]
    for login in ended:
        logins.revoke(conn, login, datetime.now(UTC), by)
    return tuple(seats.move_of(seat.id, None) for seat in held), ended


def releasing(conference: str, participants: Sequence[ParticipantId], by: str) -> Rows[list[str]]:
    """End what these people hold, who have no approved registration; the value: the logins that end."""

    def release(conn: Connection, now: datetime) -> Step[list[str]]:
        of = {who: _delegation_of(conn, conference, who) for who in participants}
        concerned = frozenset(delegation for delegation in of.values() if delegation is not None)
        seats.lock_delegations(conn, conference, concerned)
        moves: list[SeatMove] = []
        ended: list[str] = []
        for who in of:
            _require_unregistered(conn, conference, who)
            freed, logged_out = leaving(conn, conference, who, by)
            moves += freed
            ended += logged_out
            audit.note(conn, conference, now, by, "released", f"participant:{who}")
        return Step(tuple(moves), concerned, ended)

    return release


def _delegation_of(conn: Connection, conference: str, who: ParticipantId) -> DelegationId | None:
    try:
        return people.person(conn, conference, who).delegation
    except people.UnknownPerson as error:
        raise seats.UnknownHolder(f"there is no participant {who}", participant=who) from error


def _require_unregistered(conn: Connection, conference: str, who: ParticipantId) -> None:
    approved = registrations.registrations(conn, conference, state=RegistrationState.APPROVED)
    if any(each.participant == who for each in approved):
        says = "This person is approved by a registration; withdraw that."
        raise ProblemError.of("registration-decided", says, params={"participant": who})


def _no_room(error: NoRoom, wanted: Wanted, of: Terms) -> ProblemError:
    """A limit that is reached, with the rule that limits come from."""
    if error.pool is not None:
        says = f"All {error.pool.size} units of the pool {error.pool.id} are taken; free one first."
        return ProblemError.of(error.code, says, params={"pool": error.pool.id}, **of.rule)
    kind = f"{_words(wanted.modality)} {wanted.role}"
    says = f"{of.called} has no place left for another {kind}; free one first."
    return ProblemError.of(error.code, says, params={"delegation": wanted.delegation}, **of.rule)


def _words(modality: Modality) -> str:
    return modality.value.replace("_", " ")
