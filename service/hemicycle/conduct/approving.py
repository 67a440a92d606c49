"""What an approval and a withdrawal do to the rows, inside one transaction of ``roster.in_step``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hemicycle.access import logins
from hemicycle.access.logins import NewLogin
from hemicycle.conduct import placing
from hemicycle.conduct.placing import Holders, Terms, Wanted
from hemicycle.conduct.roster import Rows, Step
from hemicycle.conduct.telling import send_link, tell
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import (
    admission,
    audit,
    calendar,
    conferences,
    delegations,
    joining,
    matching,
    notes,
    people,
    seats,
)
from hemicycle.registry import registrations as requests
from hemicycle.registry.joining import OfFile
from hemicycle.registry.nominations import covers
from hemicycle.registry.registrations import MatchKind, Registration, RegistrationState
from hemicycle.rules.terms import Capacity, DelegationId, ParticipantId, SeatId, Title
from hemicycle.storage import Connection

CODE_LIVES = timedelta(days=45)
"""Real time in which the link of an approval may be opened: it comes weeks before the meeting."""
LOGIN_LIVES = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to approve, by whom, why, and under what address the service is reached. ``as_named``: with the
    modality, role and sessions of her nomination, whatever she asked for. ``same_as``: whom of the
    conference's file the officer knows her to be.
    """

    conference: str
    delegation: DelegationId
    registrations: Sequence[str]
    by: str
    reason: str | None
    public_url: str
    as_named: bool = False
    same_as: ParticipantId | None = None


@dataclass(slots=True)
class Seated:
    """What became of a delegation's registrations."""

    approved: dict[str, ParticipantId] = field(default_factory=dict)
    refused: dict[str, dict[str, Any]] = field(default_factory=dict)
    seated: set[ParticipantId] = field(default_factory=set)
    holders: dict[SeatId, ParticipantId | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Delegation:
    """What all approvals of a delegation need to know. ``named``: nominations of the note in force;
    ``of_file``: who came with the conference's file and has no registration.
    """

    terms: Terms
    title: Title
    names: Mapping[str, str]
    named: dict[str, notes.Nomination]
    attended: frozenset[str]
    of_file: tuple[OfFile, ...]


def rows(asked: Asked) -> Rows[Seated]:
    """Approve all of them; each that is refused is undone by itself."""

    def approve(conn: Connection, now: datetime) -> Step[Seated]:
        seats.lock_delegations(conn, asked.conference, {asked.delegation})
        of = _delegation(conn, asked, now)
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
        return Step(placing.moves(result.holders), frozenset({asked.delegation}), result)

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
        if before.state is not RegistrationState.APPROVED or before.participant is None:
            return Step((), concerned, [])
        moves, ended = placing.leaving(conn, conference, before.participant, by)
        return Step(moves, concerned, ended)

    return withdraw


def registration_refused(error: requests.RegistrationRefused) -> ProblemError:
    """Why a registration was not decided, or not corrected."""
    return ProblemError.of("not-found" if error.code == "unknown-delegation" else error.code, str(error))


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
        terms=placing.terms(conn, asked.conference, asked.delegation, now),
        title=facts.title,
        names=of.names,
        named={each.id: each for each in notes.nominations(conn, asked.conference, asked.delegation)},
        attended=calendar.attends(conn, asked.conference, asked.delegation),
        of_file=joining.of_file(conn, asked.conference, asked.delegation),
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
    before, registration = registration, _approvable(registration, asked, of, result)
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
    if registration.part != before.part:
        admission.take_part_as(conn, before, registration.part, now, asked.by)
    wanted = Wanted(
        participant=participant,
        delegation=asked.delegation,
        modality=registration.modality,
        role=registration.role,
        sessions=registration.sessions,
    )
    moved = placing.take(conn, asked.conference, wanted, of.terms, result.holders, now, asked.by)
    _invite(conn, asked, of, registration, participant, now)
    result.holders |= moved
    result.approved[registration.id] = participant
    if _is_seated(conn, asked.conference, participant, moved):
        result.seated.add(participant)
    if asked.reason is not None:
        subject = f"registration:{registration.id}"
        audit.note(
            conn, asked.conference, now, asked.by, "approved by hand", subject, match=registration.match
        )


def _approvable(registration: Registration, asked: Asked, of: _Delegation, result: Seated) -> Registration:
    """The registration as it is to be approved. Raises ``WrongState``, and ProblemError ``not-nominated`` and
    what ``_as_there`` raises.
    """
    if RegistrationState.APPROVED not in requests.NEXT[registration.state]:
        raise requests.WrongState(f"registration {registration.id} is {registration.state}")
    taken = _as_taken(registration, of, as_named=asked.as_named)
    if asked.reason is None:
        _require_nominated(taken, of)
    if taken.delegation != asked.delegation:
        raise ProblemError.of("not-nominated", "The registration has changed its delegation meanwhile.")
    return _as_there(taken, asked, of, result)


def _as_taken(registration: Registration, of: _Delegation, *, as_named: bool) -> Registration:
    """As what she is approved: as she asks, for the sessions of her nomination where she does not say any; or
    as the note names her. Raises ProblemError ``not-nominated``: it does not name her.
    """
    named = of.named.get(registration.nomination or "")
    if as_named and named is None:
        says = "The note verbale in force does not name this person; approve her as she asks, with a reason."
        raise ProblemError.of("not-nominated", says, params={"match": registration.match})
    if as_named and named is not None:
        sure = registration.match is MatchKind.DIFFERS
        kind = MatchKind.MATCHED if sure else registration.match
        modality, role, sessions = named.part
        return replace(registration, modality=modality, role=role, sessions=sessions, match=kind)
    if named is not None and not registration.says_sessions:
        return replace(registration, sessions=named.sessions)
    return registration


def _as_there(registration: Registration, asked: Asked, of: _Delegation, result: Seated) -> Registration:
    """Of somebody whom the conference's file has already, the registration is that person's: she holds one
    place. Raises ProblemError: ``perhaps-there`` (a name is alike; with a reason she is somebody else),
    ``not-found`` (the file has nobody who is called ``same_as`` and has no registration).
    """
    if registration.participant is not None:
        return registration
    left = [each for each in of.of_file if each.id not in result.approved.values()]
    found = joining.there(registration, left, of.named)
    if asked.same_as is not None:
        found = joining.There(same=next((each for each in left if each.id == asked.same_as), None))
        if found.same is None:
            raise ProblemError.of("not-found", f"Nobody of the conference's file has the id {asked.same_as}.")
    if found.alike and asked.reason is None:
        names = ", ".join(f"{each.name} ({each.id})" for each in found.alike)
        says = f"The conference's file may have this person already: {names}. Say that she is the same, or"
        alike = [{"participant": each.id, "name": each.name} for each in found.alike]
        raise ProblemError.of("perhaps-there", f"{says} give a reason why she is another.", alike=alike)
    return registration if found.same is None else joining.joined(registration, found.same)


def _is_seated(conn: Connection, conference: str, participant: ParticipantId, moved: Holders) -> bool:
    """She gains a seat, or keeps the one that she had."""
    had = [seat.id for seat in seats.held_by(conn, conference, [participant])]
    return participant in moved.values() or any(seat not in moved for seat in had)


def _require_nominated(registration: Registration, of: _Delegation) -> None:
    """Only whom the note in force names so is approved without a reason (CU 2020/366(A))."""
    named = of.named.get(registration.nomination or "")
    clean = matching.clean(registration)
    if named is None or not clean or not covers(named, registration.part, of.attended):
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
