"""Registrations as rows: taken in, decided once, with one live registration an address; invitations."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from tests.registry.registering import AFTER, AT, CLOSES, CONFERENCE, asks, close_at, stored

from hemicycle.registry import audit, invitations, registrations
from hemicycle.registry.deadline import RegistrationClosed
from hemicycle.registry.invitations import InvitationRefused
from hemicycle.registry.registrations import (
    NEXT,
    AlreadyRegistered,
    NewRegistration,
    NotOfConference,
    RegistrationState,
    UnknownRegistration,
    WrongState,
)
from hemicycle.storage import Engine, reading, writing

S = RegistrationState


def taken(engine: Engine, new: NewRegistration | None = None) -> str:
    with writing(engine) as conn:
        return registrations.add(conn, new or asks(), AT, "desk").id


def test_what_is_asked_for_is_kept_as_asked(engine: Engine) -> None:
    key = taken(engine, asks(title="Ms", email="ANA@MFA.example", sessions=("a", "b"), language="es"))
    (found,) = stored(engine).values()
    assert (found.id, found.state, found.email, found.title) == (key, S.PENDING, "ana@mfa.example", "Ms")
    assert (found.sessions, found.language, found.submitted_at) == (("a", "b"), "es", AT)
    with reading(engine) as conn:
        assert [a.action for a in audit.of(conn, CONFERENCE, f"registration:{key}")] == ["registered"]
        assert registrations.registrations(conn, CONFERENCE, "wb") == ()
        assert registrations.registrations(conn, CONFERENCE, "pan", S.APPROVED) == ()


def test_an_address_registers_once(engine: Engine) -> None:
    taken(engine)
    with pytest.raises(AlreadyRegistered):
        taken(engine, asks("Another", email="Ana@mfa.example"))


def test_of_many_at_once_with_one_address_one_is_taken(engine: Engine) -> None:
    def attempt(_: int) -> bool:
        try:
            taken(engine)
        except AlreadyRegistered:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1
    assert len(stored(engine)) == 1


def test_a_delegation_that_is_not_there(engine: Engine) -> None:
    with pytest.raises(NotOfConference):
        taken(engine, asks(delegation="xyz"))
    assert not stored(engine)


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("after", S)
def test_each_decision_from_each_state(engine: Engine, state: S, after: S) -> None:
    key = taken(engine)
    with writing(engine) as conn:
        if state is not S.PENDING:
            registrations.decide(conn, CONFERENCE, key, state, AT, "desk")
        if after in NEXT[state]:
            found = registrations.decide(conn, CONFERENCE, key, after, AT, "desk", reason="because")
            assert (found.state, found.reason, found.decided_by, found.decided_at) == (
                after,
                "because",
                "desk",
                AT,
            )
        else:
            with pytest.raises(WrongState):
                registrations.decide(conn, CONFERENCE, key, after, AT, "desk")


def test_of_decisions_at_once_one_is_written(engine: Engine) -> None:
    key = taken(engine)

    def attempt(state: S) -> bool:
        try:
            with writing(engine) as conn:
                registrations.decide(conn, CONFERENCE, key, state, AT, "desk")
        except WrongState:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, [S.REJECTED, S.WITHDRAWN, S.REJECTED, S.WITHDRAWN])) == 1


def test_who_asks_again_must_still_be_alone_with_her_address(engine: Engine) -> None:
    first = taken(engine)
    with writing(engine) as conn:
        registrations.decide(conn, CONFERENCE, first, S.WITHDRAWN, AT, "desk")
    taken(engine)
    with writing(engine) as conn, pytest.raises(AlreadyRegistered):
        registrations.decide(conn, CONFERENCE, first, S.PENDING, AT, "desk")


def test_a_registration_that_is_not_there(engine: Engine) -> None:
    with writing(engine) as conn, pytest.raises(UnknownRegistration):
        registrations.decide(conn, CONFERENCE, "nobody", S.REJECTED, AT, "desk")


def invite(engine: Engine, delegation: str | None = "pan") -> invitations.InvitationLink:
    with writing(engine) as conn:
        return invitations.invite(conn, CONFERENCE, delegation, CLOSES + timedelta(days=9), AT, "desk")


def test_an_invited_person_registers_for_the_invitations_delegation(engine: Engine) -> None:
    close_at(engine)
    link = invite(engine)
    before = CLOSES - timedelta(microseconds=1)
    with writing(engine) as conn:
        opened = invitations.opened(conn, link.invitation, link.code, before)
        made = invitations.register(conn, opened, asks(delegation="wb", late=True), before)
    assert (made.delegation, made.late, made.source) == ("pan", False, "form")


def test_from_the_deadline_on_it_is_refused_with_the_rule(engine: Engine) -> None:
    close_at(engine)
    link = invite(engine)
    with writing(engine) as conn:
        opened = invitations.opened(conn, link.invitation, link.code, CLOSES)
        with pytest.raises(RegistrationClosed) as closed:
            invitations.register(conn, opened, asks(), CLOSES)
    assert closed.value.code == "registration-closed"
    assert closed.value.citation == "deadline of the conference: 2021-08-26 00:00 (Europe/Vienna)"
    assert not stored(engine)


def test_without_a_deadline_nobody_is_late(engine: Engine) -> None:
    link = invite(engine, None)
    with writing(engine) as conn:
        opened = invitations.opened(conn, link.invitation, link.code, AFTER)
        assert invitations.register(conn, opened, asks(), AFTER).delegation == "pan"
        with pytest.raises(NotOfConference):
            invitations.register(conn, opened, asks("Berta", delegation=None), AFTER)


def test_an_invitation_that_is_wrong_too_old_or_revoked(engine: Engine) -> None:
    link = invite(engine)
    with writing(engine) as conn:
        for invitation, code in ((link.invitation, "wrong"), ("nobody", link.code)):
            with pytest.raises(InvitationRefused, match="not known"):
                invitations.opened(conn, invitation, code, AT)
        with pytest.raises(InvitationRefused, match="has ended"):
            invitations.opened(conn, link.invitation, link.code, CLOSES + timedelta(days=9))
        invitations.revoke(conn, CONFERENCE, link.invitation, AT, "desk")
        with pytest.raises(InvitationRefused, match="has ended"):
            invitations.opened(conn, link.invitation, link.code, AT)
        with pytest.raises(InvitationRefused):
            invitations.revoke(conn, CONFERENCE, link.invitation, AT, "desk")
        (listed,) = invitations.invitations(conn, CONFERENCE)
    assert (listed.delegation, listed.revoked_at) == ("pan", AT)
