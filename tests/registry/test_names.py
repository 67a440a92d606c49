"""Names are compared across scripts, order, case, diacritics and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.registry.matching import DOUBTFUL, MATCHED, MATCHED_ACROSS
from hemicycle.registry.names import across_scripts, likeness


@pytest.mark.parametrize(
    "one, other",
    [
        ("Ana Silva", "SILVA Ana"),
        ("José María Núñez", "nunez, jose maria"),
        ("Jean-Pierre Dupont", "Dupont Jean Pierre"),
        ("H.E. Mr. Kwame Mensah", "Kwame Mensah"),
        ("S.E. M. Étienne Lefèvre", "Etienne Lefevre"),
        ("Dra. Lucía Fernández", "Lucía Fernández"),
        ("г-жа Ольга Щербакова", "Щербакова Ольга"),
        ("Ana Silva", "Ana Maria Silva Santos"),
        ("王小明先生", "王小明"),
        ("He Wei", "Wei He"),
    ],
)
def test_the_same_name_in_one_script(one: str, other: str) -> None:
    assert likeness(one, other) >= MATCHED


@pytest.mark.parametrize(
    "one, other",
    [
        ("王小明", "Xiaoming WANG"),
        ("王小明", "Wang Xiao-Ming"),
        ("欧阳娜娜女士", "Nana Ouyang"),
        ("Ольга Щербакова", "Olga Shcherbakova"),
        ("محمد علي حسن", "Mohammed Ali Hassan"),
        ("السيدة فاطمة الزهراني", "Fatima Al-Zahrani"),
        ("Γεώργιος Παπαδόπουλος", "Georgios Papadopoulos"),
    ],
)
def test_the_same_name_in_two_scripts(one: str, other: str) -> None:
    assert across_scripts(one, other)
    assert likeness(one, other) >= MATCHED_ACROSS


@pytest.mark.parametrize(
    "one, other",
    [
        ("Mohamed Al-Shehri", "Mohamed Al-Shehhi"),
        ("Aleksandr Ivanov", "Aleksandra Ivanova"),
        ("B. Silva", "Beatriz Silva"),
        ("Ana Sliva", "Ana Silva"),
        ("Kim Min-soo", "김민수"),
    ],
)
def test_what_a_person_has_to_look_at(one: str, other: str) -> None:
    enough = MATCHED_ACROSS if across_scripts(one, other) else MATCHED
    assert DOUBTFUL <= likeness(one, other) < enough


@pytest.mark.parametrize(
    "one, other",
    [
        ("أمين الخطيب", "Amina Al-Khatib"),
        ("Александр Иванов", "Aleksandra Ivanova"),
        ("أحمد القاسمي", "Ahmeda Al Qasimi"),
    ],
)
def test_an_ending_makes_another_person(one: str, other: str) -> None:
    assert likeness(one, other) < MATCHED_ACROSS


@pytest.mark.parametrize(
    "one, other", [("Ana Silva", "Kwame Mensah"), ("王小明", "Li Na"), ("", "Ana"), ("!", "?")]
)
def test_other_names(one: str, other: str) -> None:
    assert likeness(one, other) < DOUBTFUL


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_written_has_a_likeness_that_looks_the_same_from_both_sides(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert likeness(one, other) == likeness(other, one)
