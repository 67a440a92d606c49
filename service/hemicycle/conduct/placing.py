"""What of its delegation's limits a person takes: a place, a unit of each pool, seats; in one transaction.

Everybody comes by them in the same way: who is approved, who settles elsewhere, whom a revision names anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hemicycle.access import logins
from hemicycle.conduct.roster import Rows, Step, limit_rule
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, conferences, delegations, limits, people, places, registrations, seats
from hemicycle.registry.departed import Departed
from hemicycle.registry.places import NoRoom, Placed
from hemicycle.registry.policy import Policy
from hemicycle.registry.registrations import RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Category, DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage import Connection

Holders = Mapping[SeatId, ParticipantId | None]
"""Who is to have each of these seats; None: nobody."""


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
    groups = [(modality, role, scopes) for scopes in _offered(conn, conference, wanted, of)]
    pools = [pool for pool in of.policy.pools if pool.takes(of.category, modality, role)]
    try:
        places.claim(conn, conference, who, wanted.delegation, groups, now, by)
        places.claim_pools(conn, conference, who, pools, now, by)
    except NoRoom as error:
        raise _no_room(error, wanted, of) from error


def take(
    conn: Connection,
    conference: str,
    wanted: Wanted,
    of: Terms,
    holders: Holders,
    now: datetime,
    by: str,
) -> Holders:
    """A place, a unit of each pool, and a seat if one is free. Who has a place already, as the conference's
    file gave it, keeps it if it is of this kind, and else gives it up for the other. Gives the seats that
    change hands. Raises ProblemError as ``claim``.
    """
    has = places.place_of(conn, conference, wanted.participant)
    if has is None or not _fits(has, wanted, _offered(conn, conference, wanted, of)):
        places.release(conn, conference, wanted.participant)
        claim(conn, conference, wanted, of, now, by)
    before = [seat.id for seat in seats.held_by(conn, conference, [wanted.participant])]
    to = free_seats(conn, conference, wanted, {**holders, **dict.fromkeys(before)})
    gained = {seat: wanted.participant for seat in to if seat not in before}
    return {**dict.fromkeys(seat for seat in before if seat not in to), **gained}


def free_seats(conn: Connection, conference: str, wanted: Wanted, holders: Holders) -> list[SeatId]:
    """A seat in each scope of the narrowest way that has any: the one that she has now, else another that is
    free; none where all are held. ``holders``: of seats that have changed hands in this transaction.
    """
    free: dict[str, SeatId] = {}
    for unit in delegations.units(conn, conference, wanted.delegation):
        fits = (unit.modality, unit.role) == (wanted.modality, wanted.role) and not unit.over
        if fits and holders.get(unit.seat, unit.participant) is None:
            if unit.participant == wanted.participant:
                free[unit.scope] = unit.seat
            free.setdefault(unit.scope, unit.seat)
    for way in places.ways(conn, conference, wanted.delegation, wanted.sessions):
        found = [free[scope] for scope in sorted(way) if scope in free]
        if found:
            return found
    return []


def move(
    conn: Connection,
    conference: str,
    wanted: Sequence[Wanted],
    of: Terms,
    holders: Holders,
    now: datetime,
    by: str,
) -> Holders:
    """Places and pool units of these people are of the new kind, all at once: what one gives up another may
    take. Who has a seat gets one there; an alternate stays so. Gives ``holders`` with the seats that change.

    Raises ProblemError: there is no room; then the caller undoes it.
    """
    seated = {
        each.participant: [seat.id for seat in seats.held_by(conn, conference, [each.participant])]
        for each in wanted
    }
    before = {seat: who for who, held in seated.items() for seat in held}
    after = {**holders, **dict.fromkeys(before)}
    for each in wanted:
        places.release(conn, conference, each.participant)
    for each in wanted:
        claim(conn, conference, each, of, now, by)
        if seated[each.participant]:
            to = free_seats(conn, conference, each, after)
            if not to:
                raise _no_seat(each, of)
            after |= dict.fromkeys(to, each.participant)
    return {seat: who for seat, who in after.items() if who is None or before.get(seat) != who}


def moves(holders: Holders) -> tuple[SeatMove, ...]:
    """The moves that lead there."""
    return tuple(seats.move_of(seat, who) for seat, who in sorted(holders.items()))


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
            audit.note(conn, conference, now, by, Departed.RELEASED, f"participant:{who}")
        return Step(tuple(moves), concerned, ended)

    return release


def _offered(conn: Connection, conference: str, wanted: Wanted, of: Terms) -> list[list[str]]:
    """The scopes of places that would cover what is wanted, the narrowest first."""
    covering = places.ways(conn, conference, wanted.delegation, wanted.sessions)
    return places.offered(of.policy.of(of.category), covering, wanted.modality, wanted.role)


def _fits(has: Placed, wanted: Wanted, offered: Sequence[Sequence[str]]) -> bool:
    same_kind = (has.modality, has.role) == (wanted.modality, wanted.role)
    return same_kind and sorted(has.scopes) in offered


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


def _no_seat(wanted: Wanted, of: Terms) -> ProblemError:
    kind = f"{_words(wanted.modality)} {wanted.role}"
    says = f"{of.called} has no free {kind} seat; free one first."
    return ProblemError.of("limit-reached", says, params={"delegation": wanted.delegation}, **of.rule)


def _words(modality: Modality) -> str:
    return modality.value.replace("_", " ")
