"""What an approval and a withdrawal do to the rows, inside one transaction of ``roster.in_step``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from hemicycle.access import logins
from hemicycle.access.logins import NewLogin
from hemicycle.conduct.roster import Rows, Step, limit_rule
from hemicycle.conduct.telling import send_link, tell
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import (
    admission,
    audit,
    conferences,
    delegations,
    limits,
    matching,
    notes,
    people,
    places,
    seats,
)
from hemicycle.registry import registrations as requests
from hemicycle.registry.places import NoRoom, Ways
from hemicycle.registry.policy import Policy
from hemicycle.registry.registrations import Registration, RegistrationState
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Capacity, Category, DelegationId, Modality, ParticipantId, Role, SeatId, Title
from hemicycle.storage import Connection

CODE_LIVES = timedelta(days=45)
"""Real time in which the link of an approval may be opened: it comes weeks before the meeting."""
LOGIN_LIVES = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to approve, by whom, why, and under what address the service is reached."""

    conference: str
    delegation: DelegationId
    registrations: Sequence[str]
    by: str
    reason: str | None
    public_url: str


@dataclass(slots=True)
class Seated:
    """What became of a delegation's registrations."""

    approved: dict[str, ParticipantId] = field(default_factory=dict)
    refused: dict[str, dict[str, Any]] = field(default_factory=dict)
    seated: set[ParticipantId] = field(default_factory=set)
    moves: list[SeatMove] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Delegation:
    """What all approvals of a delegation need to know. ``named``: nominations of the note in force."""

    category: Category
    policy: Policy
    title: Title
    names: Mapping[str, str]
    named: dict[str, notes.Nomination]
    rule: dict[str, str]


def rows(asked: Asked) -> Rows[Seated]:
    """Approve all of them; each that is refused is undone by itself."""

    def approve(conn: Connection, now: datetime) -> Step[Seated]:
        seats.lock_delegations(conn, asked.conference, {asked.delegation})
        of = _delegation(conn, asked, now)
        places.lock_pools(conn, asked.conference, of.policy)
        result = Seated()
        for registration in asked.registrations:
            inner = conn.begin_nested()
            try:
                _approve(
                    conn, asked, of, requests.registration(conn, asked.conference, registration), now, result
                )
            except ProblemError as error:
                inner.rollback()
                result.refused[registration] = error.problem
            except requests.RegistrationRefused as error:
                inner.rollback()
                result.refused[registration] = registration_refused(error).problem
            else:
                inner.commit()
        return Step(tuple(result.moves), frozenset({asked.delegation}), result)

    return approve


def withdrawing(
    conference: str, registration: str, by: str, reason: str | None, *, told: bool = True
) -> Rows[list[str]]:
    """End a registration; the value: the logins that have ended. ``told``: she hears of it by mail."""

    def withdraw(conn: Connection, now: datetime) -> Step[list[str]]:
        try:
            before = requests.registration(conn, conference, registration)
            concerned = frozenset[str]() if before.delegation is None else frozenset({before.delegation})
            seats.lock_delegations(conn, conference, concerned)
            after = requests.decide(
                conn, conference, registration, RegistrationState.WITHDRAWN, now, by, reason=reason
            )
        except requests.RegistrationRefused as error:
            raise registration_refused(error) from error
        if told:
            tell(conn, after, now, by)
        places.release(conn, conference, registration)
        if before.state is not RegistrationState.APPROVED or before.participant is None:
            return Step((), concerned, [])
        moves, ended = leaving(conn, conference, before.participant, by)
        return Step(moves, concerned, ended)

    return withdraw


def leaving(
    conn: Connection, conference: str, participant: ParticipantId, by: str
) -> tuple[tuple[SeatMove, ...], list[str]]:
    """The moves that free a person's seats, and her logins, which end here and now."""
    held = seats.held_by(conn, conference, [participant])
    ended = [each.id for each in logins.of_participant(conn, conference, participant)]
    for login in ended:
        logins.revoke(conn, login, datetime.now(UTC), by)
    return tuple(seats.move_of(seat.id, None) for seat in held), ended


def free_seats(
    conn: Connection,
    conference: str,
    delegation: DelegationId,
    covering: Ways,
    modality: Modality,
    role: Role,
    taken: frozenset[SeatId] = frozenset(),
) -> list[SeatId]:
    """A free seat in each scope of the narrowest way that has any; none where all are held."""
    free: dict[str, SeatId] = {}
    for unit in delegations.units(conn, conference, delegation):
        fits = (unit.modality, unit.role) == (modality, role) and not unit.over
        if fits and unit.participant is None and unit.seat not in taken:
            free.setdefault(unit.scope, unit.seat)
    for way in covering:
        found = [free[scope] for scope in sorted(way) if scope in free]
        if found:
            return found
    return []


def no_room(error: NoRoom, rule: dict[str, str]) -> ProblemError:
    """A limit that is reached, with the rule that limits come from."""
    return ProblemError.of(error.code, str(error), params=error.params, **rule)


def registration_refused(error: requests.RegistrationRefused) -> ProblemError:
    """Why a registration was not decided."""
    return ProblemError.of(error.code, str(error))


def common_delegation(conn: Connection, conference: str, who: Sequence[ParticipantId]) -> DelegationId:
    """The delegation of all these people. Raises ``UnknownHolder``."""
    try:
        of = {people.person(conn, conference, each).delegation for each in who}
    except people.UnknownPerson as error:
        raise seats.UnknownHolder(f"there is no participant {error}", participant=str(error)) from error
    if len(of) != 1 or None in of:
        raise seats.UnknownHolder("these people are not of one delegation", participant=who[0])
    return str(of.pop())


def _delegation(conn: Connection, asked: Asked, now: datetime) -> _Delegation:
    facts = conferences.conference(conn, asked.conference)
    of = next(d for d in delegations.delegations(conn, asked.conference) if d.id == asked.delegation)
    return _Delegation(
        category=of.category,
        policy=limits.in_force(conn, asked.conference, now),
        title=facts.title,
        names=of.names,
        named={each.id: each for each in notes.nominations(conn, asked.conference, asked.delegation)},
        rule=limit_rule(facts.procedure),
    )


def _approve(
    conn: Connection,
    asked: Asked,
    of: _Delegation,
    registration: Registration,
    now: datetime,
    result: Seated,
) -> None:
    """Raises ProblemError or ``RegistrationRefused``; then the caller undoes it."""
    if RegistrationState.APPROVED not in requests.NEXT[registration.state]:
        raise requests.WrongState(f"registration {registration.id} is {registration.state}")
    if asked.reason is None:
        _require_nominated(registration, of)
    if registration.delegation != asked.delegation:
        raise ProblemError.of("not-nominated", "The registration has changed its delegation meanwhile.")
    participant = admission.admit(conn, registration, asked.delegation, now, asked.by)
    requests.decide(
        conn,
        asked.conference,
        registration.id,
        RegistrationState.APPROVED,
        now,
        asked.by,
        reason=asked.reason,
        participant=participant,
    )
    covering = places.ways(conn, asked.conference, asked.delegation, registration.sessions)
    claim(conn, asked.conference, registration, covering, of.category, of.policy, now, asked.by, of.rule)
    taken = frozenset(move.seat for move in result.moves)
    held = free_seats(
        conn, asked.conference, asked.delegation, covering, registration.modality, registration.role, taken
    )
    _invite(conn, asked, of, registration, participant, now)
    result.moves += [seats.move_of(seat, participant) for seat in held]
    result.approved[registration.id] = participant
    if held:
        result.seated.add(participant)
    if asked.reason is not None:
        subject = f"registration:{registration.id}"
        audit.note(
            conn, asked.conference, now, asked.by, "approved by hand", subject, match=registration.match
        )


def claim(  # noqa: PLR0913, PLR0917 - what a place depends on
    conn: Connection,
    conference: str,
    registration: Registration,
    covering: Ways,
    category: Category,
    policy: Policy,
    now: datetime,
    by: str,
    rule: dict[str, str],
) -> None:
    """A place and a unit of each pool, as the registration now says. Raises ProblemError."""
    modality, role = registration.modality, registration.role
    having = policy.of(category)
    groups = [(modality, role, scopes) for scopes in places.offered(having, covering, modality, role)]
    pools = [pool for pool in policy.pools if pool.takes(category, modality, role)]
    try:
        places.claim(conn, conference, registration.id, str(registration.delegation), groups, now, by)
        places.claim_pools(conn, conference, registration.id, pools, now, by)
    except NoRoom as error:
        raise no_room(error, rule) from error


def _require_nominated(registration: Registration, of: _Delegation) -> None:
    """Only whom the note in force names so is approved without a reason (seed 000)."""
    named = of.named.get(registration.nomination or "")
    asked = registration.modality, registration.role
    if named is None or not matching.clean(registration) or (named.modality, named.role) != asked:
        says = (
            "The note verbale in force does not name this person so; give a reason to approve all the same."
        )
        raise ProblemError.of("not-nominated", says, params={"match": registration.match})


def _invite(
    conn: Connection,
    asked: Asked,
    of: _Delegation,
    registration: Registration,
    participant: ParticipantId,
    now: datetime,
) -> None:
    """A login, and a mail with its link."""
    real = datetime.now(UTC)
    new = NewLogin(
        capacity=Capacity.DELEGATE,
        conference=asked.conference,
        participant=participant,
        delegation=asked.delegation,
        label=participant,
    )
    link = logins.mint(conn, new, real, asked.by, real + CODE_LIVES, real + LOGIN_LIVES)
    address = f"{asked.public_url}/enter#{link.login}.{link.code}"
    send_link(conn, registration, of.title, of.names, (link.login, address), now, asked.by)
