"""Email first, then names; what is not certain is left to a person."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hemicycle.registry.matching import clean, match, matches
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.registrations import MatchKind, Registration, RegistrationState
from hemicycle.rules.terms import Modality, Role

AT = datetime(2020, 11, 1, tzinfo=UTC)


def named(place: int, name: str, email: str | None = None, role: Role = Role.SPEAKER) -> Nomination:
    return Nomination(
        id=f"n{place}",
        note="note",
        delegation="pan",
        place=place,
        name=name,
        email=email,
        modality=Modality.ONLINE,
        role=role,
    )


def asks(name: str, email: str, role: Role = Role.SPEAKER, key: str = "r1") -> Registration:
    return Registration(
        id=key,
        conference="c",
        delegation="pan",
        name=name,
        email=email,
        modality=Modality.ONLINE,
        role=role,
        submitted_at=AT,
        state=RegistrationState.PENDING,
    )


NOTE = [
    named(1, "Ana Silva", "ana@mfa.example"),
    named(2, "Paulo Silva", "paulo@mfa.example"),
    named(3, "王小明", "wang@mfa.example", Role.OBSERVER),
    named(4, "Berta Okafor"),
]


@pytest.mark.parametrize(
    "name, email, role, kind, nomination",
    [
        ("Ana Silva", "ANA@mfa.example", Role.SPEAKER, MatchKind.MATCHED, "n1"),
        ("A. Silva", "ana@mfa.example", Role.SPEAKER, MatchKind.MATCHED, "n1"),
        ("Ana Silva", "+ana@mfa.example", Role.SPEAKER, MatchKind.MATCHED, "n1"),
        ("SILVA Ana", "ana@home.example", Role.SPEAKER, MatchKind.MATCHED, "n1"),
        ("Xiaoming Wang", "xw@home.example", Role.OBSERVER, MatchKind.MATCHED, "n3"),
        ("Xiaoming Wang", "xw@home.example", Role.SPEAKER, MatchKind.DIFFERS, "n3"),
        ("Berta Okafor", "berta@home.example", Role.SPEAKER, MatchKind.MATCHED, "n4"),
        ("Berta Okafar", "berta@home.example", Role.SPEAKER, MatchKind.DOUBTFUL, "n4"),
        ("Lucía Rojas", "ana@mfa.example", Role.SPEAKER, MatchKind.DOUBTFUL, "n1"),
        ("Paulo Silva", "ana@mfa.example", Role.SPEAKER, MatchKind.DOUBTFUL, "n2"),
        ("Lucía Rojas", "lucia@home.example", Role.SPEAKER, MatchKind.NONE, None),
    ],
)
def test_one_registration(name: str, email: str, role: Role, kind: MatchKind, nomination: str | None) -> None:
    found = match(asks(name, email, role), NOTE)
    assert (found.kind, found.nomination) == (kind, nomination)


def test_without_a_note_nobody_is_named() -> None:
    assert match(asks("Ana Silva", "ana@mfa.example"), []).kind is MatchKind.NONE


def test_two_who_are_as_alike_are_left_to_a_person() -> None:
    note = [named(1, "Ana Silva", "a@x.example"), named(2, "Ana María Silva", "b@x.example")]
    assert match(asks("Ana Silva", "ana@home.example"), note).kind is MatchKind.DOUBTFUL


def test_of_two_who_ask_for_one_nomination_the_address_decides() -> None:
    own = asks("Ana Silva", "ana@mfa.example", key="own")
    other = asks("Ana Silva", "ana@home.example", key="other")
    found = matches([own, other], NOTE, {})
    assert (found["own"].kind, found["other"].kind) == (MatchKind.MATCHED, MatchKind.DOUBTFUL)


def test_of_two_without_the_address_neither_is_certain() -> None:
    found = matches([asks("Ana Silva", f"{key}@home.example", key=key) for key in ("a", "b")], NOTE, {})
    assert {each.kind for each in found.values()} == {MatchKind.DOUBTFUL}


def test_only_the_own_delegations_note_counts() -> None:
    found = matches([replace(asks("Ana Silva", "ana@mfa.example"), delegation="ita")], NOTE, {})
    assert found["r1"].kind is MatchKind.NONE


@pytest.mark.parametrize(
    "asked, source, kind",
    [
        (("em9",), "form", MatchKind.MATCHED),
        (("em9", "irg"), "form", MatchKind.DIFFERS),
        (("irg",), "indico-csv", MatchKind.DIFFERS),
        ((), "form", MatchKind.DIFFERS),
        ((), "desk", MatchKind.DIFFERS),
        ((), "indico-csv", MatchKind.MATCHED),
    ],
)
def test_who_asks_for_more_sessions_than_the_note_names_differs(
    asked: tuple[str, ...], source: str, kind: MatchKind
) -> None:
    """Seed 001. None: all that the delegation attends, but of an import, which then says nothing of them."""
    note = [replace(NOTE[0], sessions=("em9",))]
    asking = replace(asks("Ana Silva", "ana@mfa.example"), sessions=asked, source=source)
    assert match(asking, note, frozenset({"em9", "irg"})).kind is kind


def test_a_note_that_names_no_session_is_for_all_that_the_delegation_attends() -> None:
    asking = replace(asks("Ana Silva", "ana@mfa.example"), sessions=("em9",))
    assert match(asking, NOTE, frozenset({"em9"})).kind is MatchKind.MATCHED
    assert match(asking, NOTE, frozenset({"irg"})).kind is MatchKind.DIFFERS


def test_who_may_be_approved_in_one_act() -> None:
    good = replace(asks("Ana Silva", "ana@mfa.example"), match=MatchKind.MATCHED, nomination="n1")
    assert clean(good)
    assert clean(replace(good, late=True, exception="flights were cancelled"))
    for bad in (
        {"match": MatchKind.DIFFERS},
        {"match": MatchKind.DOUBTFUL},
        {"late": True},
        {"gone_at": AT},
        {"state": RegistrationState.APPROVED},
    ):
        assert not clean(replace(good, **bad))
