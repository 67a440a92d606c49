"""What another import may change of what is known, and what a person alone changes."""

from tests.registry.registering import AT, imported, line, stored
from tests.registry.test_imports import decided, kinds

from hemicycle.registry.registrations import RegistrationState as S
from hemicycle.rules.terms import Role
from hemicycle.storage import Engine


def test_what_was_approved_changes_by_hand_alone(engine: Engine) -> None:
    imported(engine, line(1))
    decided(engine, "p1@mfa.example", S.APPROVED)
    assert kinds(engine, line(1, role=Role.SPEAKER)) == [("held", 2, "approved-already")]
    assert imported(engine, line(1, role=Role.SPEAKER)) == {"held": 1}
    assert stored(engine)["p1@mfa.example"].role is Role.OBSERVER
    imported(engine)
    found = stored(engine)["p1@mfa.example"]
    assert (found.state, found.gone_at) == (S.APPROVED, AT), "gone, and waits for the officer"
    imported(engine, line(1))
    found = stored(engine)["p1@mfa.example"]
    assert (found.state, found.gone_at) == (S.APPROVED, None)


def test_sessions_are_taken_over_and_not_changed_by_who_does_not_name_any(engine: Engine) -> None:
    imported(engine, line(1, sessions=("em9",)))
    assert stored(engine)["p1@mfa.example"].sessions == ("em9",)
    assert imported(engine, line(1)) == {"unchanged": 1}
    assert imported(engine, line(1, sessions=("irg", "em9"))) == {"changed": 1}
    assert imported(engine, line(1, sessions=("em9", "irg"))) == {"unchanged": 1}


def test_who_was_rejected_and_changes_something_asks_again(engine: Engine) -> None:
    imported(engine, line(1))
    decided(engine, "p1@mfa.example", S.REJECTED)
    assert imported(engine, line(1)) == {"unchanged": 1}
    assert imported(engine, line(1, role=Role.SPEAKER)) == {"changed": 1}
    assert stored(engine)["p1@mfa.example"].state is S.PENDING
