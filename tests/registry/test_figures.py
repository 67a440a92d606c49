"""Counts of persons without the persons: nobody can be singled out."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conduct.moot import AT

from hemicycle.registry.figures import LEAST_SHOWN, UNDECLARED, Counts, figures, gender
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.places import Placed
from hemicycle.registry.registrations import Registration, RegistrationState
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category, Modality, Role

PAN = Delegation(id="pan", code="PAN", category=Category.STATE_PARTY, names={"en": "Panama"})
WB = Delegation(id="wb", code="WB", category=Category.ENTITY, names={"en": "World Bank"})


def named(delegation: str, modality: Modality = Modality.ONLINE, role: Role = Role.OBSERVER) -> Nomination:
    return Nomination(
        id="n",
        note="v",
        delegation=delegation,
        place=1,
        name="Ana",
        title=None,
        email=None,
        modality=modality,
        role=role,
        sessions=(),
    )


def asked(
    delegation: str | None, state: str = "pending", gender: str | None = None, role: Role = Role.OBSERVER
) -> Registration:
    return Registration(
        id="r",
        conference="moot",
        delegation=delegation,
        name="Ana",
        email="ana@pan.example",
        modality=Modality.ONLINE,
        role=role,
        submitted_at=AT,
        gender=gender,
        state=RegistrationState(state),
    )


def test_each_delegation_and_category_and_all_are_counted() -> None:
    found = figures(
        [PAN, WB],
        [named("pan"), named("pan", Modality.IN_PERSON, Role.SPEAKER)],
        [asked("pan"), asked("pan", "approved"), asked("wb", "rejected"), asked(None)],
        [],
    )
    assert found.total.total == Counts(2, 3, 1)
    assert found.delegations["pan"].total == Counts(2, 2, 1)
    assert found.delegations["wb"].total == Counts(0, 0, 0)
    assert found.delegations["pan"].by_modality == {
        Modality.IN_PERSON: Counts(1, 0, 0),
        Modality.ONLINE: Counts(1, 2, 1),
    }
    assert found.delegations["pan"].by_role[Role.SPEAKER] == Counts(1, 0, 0)
    assert found.by_category["state_party"].total == Counts(2, 2, 1)
    assert found.unknown == 1


def test_who_came_with_the_file_counts_as_everybody_else() -> None:
    loaded = Placed("wb-walt", "wb", Modality.IN_PERSON, Role.SPEAKER, ("*",))
    found = figures([PAN, WB], [named("wb")], [asked("pan", "approved")], [loaded])
    assert found.total.total == Counts(2, 2, 2)
    assert found.delegations["wb"].total == Counts(2, 1, 1)
    assert found.delegations["wb"].by_modality[Modality.IN_PERSON] == Counts(1, 1, 1)
    assert found.by_category["entity"].by_role[Role.SPEAKER] == Counts(1, 1, 1)
    assert found.gender.counted == 1


def test_what_was_not_declared_is_a_count_of_its_own() -> None:
    found = figures([PAN], [], [asked("pan", gender=g) for g in ["F"] * 6 + ["f "] * 2 + [None] * 5], [])
    assert found.gender.of == {"f": 8, UNDECLARED: 5}


@pytest.mark.parametrize(
    "counts, shown",
    [
        ({"f": 7, "m": 9}, {"f": 7, "m": 9}),
        ({"f": 7, "m": 9, "x": 1}, {"f": None, "m": 9, "x": None}),
        ({"f": 2, "m": 3}, {"f": None, "m": None}),
        ({"f": 2, "m": 2}, {}),
        ({"f": 3}, {}),
        ({}, {}),
    ],
    ids=repr,
)
def test_small_counts_are_withheld(counts: dict[str, int], shown: dict[str, int | None]) -> None:
    assert gender(Counter(counts).elements()).of == shown


@given(st.dictionaries(st.sampled_from(["f", "m", "x", "y", UNDECLARED]), st.integers(1, 12)))
def test_no_small_count_can_be_read_or_worked_out(counts: dict[str, int]) -> None:
    found = gender(Counter(counts).elements())
    shown = {key: number for key, number in found.of.items() if number is not None}
    assert all(number >= LEAST_SHOWN and number == counts[key] for key, number in shown.items())
    withheld = [key for key, number in found.of.items() if number is None]
    rest = found.counted - sum(shown.values())
    assert rest == 0 or not withheld or (len(withheld) >= 2 and rest >= LEAST_SHOWN)
