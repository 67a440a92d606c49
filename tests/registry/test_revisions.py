"""A revision supersedes: what it changes, who would lose a place, and two officers at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.registry.assembly import AT
from tests.registry.noting import ANA, BERTA, CARLA, HERE, THERE, C, approved, drafted, in_force, named

from hemicycle.registry import audit, notes, revisions
from hemicycle.registry.nominations import NewNomination, Nomination, difference
from hemicycle.registry.note_confirmation import Confirmation, NotSettled, confirm
from hemicycle.registry.note_drafts import NoteRefused
from hemicycle.registry.notes import Note, NoteState
from hemicycle.registry.registrations import RegistrationState, registration
from hemicycle.registry.revisions import Why
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, Engine, reading, writing


def test_a_revision_supersedes_and_registrations_follow(conn: Connection) -> None:
    first = in_force(conn)
    ana, berta, carla = notes.nominations(conn, C, "pan")
    kept = [approved(conn, each) for each in (ana, berta)]
    gone = approved(conn, carla)
    second = drafted(conn, named("Berta NUNEZ", title="Minister"), named("Dora", THERE), ANA)
    with pytest.raises(NotSettled) as caught:
        confirm(conn, second, Confirmation(), AT, "desk")
    assert [(each.registration.id, each.why) for each in caught.value.losing] == [(gone, Why.REMOVED)]
    assert notes.confirmed(conn, C, "pan") == first
    diff = confirm(conn, second, Confirmation(withdraw=[gone]), AT, "desk").diff
    assert [each.name for each in diff.added] == ["Dora"]
    assert [each.name for each in diff.removed] == ["Carla Ruiz"]
    assert [(each.after.name, each.fields) for each in diff.changed] == [("Berta NUNEZ", ("name", "title"))]
    assert notes.note(conn, C, "pan", first.id).state is NoteState.SUPERSEDED
    now = {each.name: each.id for each in notes.nominations(conn, C, "pan")}
    assert [registration(conn, C, each).nomination for each in kept] == [now["Ana Silva"], now["Berta NUNEZ"]]
    assert registration(conn, C, gone).state is RegistrationState.APPROVED
    assert [each.registration.id for each in revisions.unsettled(conn, C, "pan")] == [gone]


def test_an_approved_person_is_kept_with_a_reason_on_record(conn: Connection) -> None:
    in_force(conn, ANA, CARLA)
    ana, carla = (approved(conn, each) for each in notes.nominations(conn, C, "pan"))
    second = drafted(conn, named("Carla Ruiz", HERE))
    with pytest.raises(NotSettled) as caught:
        confirm(conn, second, Confirmation(keep={ana: "reason"}), AT, "desk")
    why = {each.registration.id: each.why for each in caught.value.losing}
    assert why == {ana: Why.REMOVED, carla: Why.CHANGED}
    why_kept = {ana: "She speaks first.", carla: "Ill."}
    for lost in confirm(conn, second, Confirmation(keep=why_kept), AT, "desk").lost:
        revisions.keep(conn, C, lost, why_kept[lost.registration.id], AT, "desk")
    (named_now,) = notes.nominations(conn, C, "pan")
    assert (registration(conn, C, ana).nomination, registration(conn, C, ana).reason) == (
        None,
        "She speaks first.",
    )
    assert registration(conn, C, carla).nomination == named_now.id
    assert revisions.unsettled(conn, C, "pan") == ()
    assert [a.action for a in audit.of(conn, C, f"registration:{ana}")][-1] == "kept"


def test_deciding_about_somebody_who_loses_nothing_is_refused(conn: Connection) -> None:
    in_force(conn, ANA)
    ana = approved(conn, notes.nominations(conn, C, "pan")[0])
    second = drafted(conn, ANA, BERTA)
    with pytest.raises(NotSettled):
        confirm(conn, second, Confirmation(withdraw=[ana]), AT, "desk")
    confirm(conn, second, Confirmation(), AT, "desk")


def test_two_officers_confirm_at_once(engine: Engine) -> None:
    """However they meet, one note is in force, and it is the latest of those that were confirmed."""
    with writing(engine) as conn:
        found = [drafted(conn), drafted(conn)]

    def act(note: Note) -> str:
        try:
            with writing(engine) as conn:
                confirm(conn, note, Confirmation(), AT, "desk")
        except NoteRefused as error:
            return error.code
        return "confirmed"

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(act, found))
    assert outcomes in (["confirmed", "confirmed"], ["older-revision", "confirmed"])
    with reading(engine) as conn:
        states = [n.state for n in notes.notes(conn, C)]
        assert states.count(NoteState.CONFIRMED) == 1
        assert states[1] is NoteState.CONFIRMED


def test_two_officers_draft_at_once(engine: Engine) -> None:
    def act(_: int) -> int:
        with writing(engine) as conn:
            return drafted(conn).revision

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(act, range(4))) == [1, 2, 3, 4]


people = st.builds(
    NewNomination,
    name=st.sampled_from(["Ana Silva", "SILVA, Ana", "Анна Иванова", "Berta", "王小明"]),
    email=st.sampled_from([None, "a@x.org", "b@x.org", "c@x.org"]),
    modality=st.sampled_from(Modality),
    role=st.sampled_from(Role),
)


def stored(listed: Sequence[NewNomination], note: str) -> list[Nomination]:
    return [
        Nomination(
            id=f"{note}-{place}",
            note=note,
            delegation="pan",
            place=place,
            name=each.name,
            email=each.email,
            modality=each.modality,
            role=each.role,
        )
        for place, each in enumerate(listed, 1)
    ]


@given(before=st.lists(people, max_size=6), after=st.lists(people, max_size=6))
def test_a_difference_tells_of_everybody_once(
    before: list[NewNomination], after: list[NewNomination]
) -> None:
    old, new = stored(before, "old"), stored(after, "new")
    diff = difference(old, new)
    both = (*diff.changed, *diff.same)
    assert sorted(each.id for each in (*diff.removed, *(b.before for b in both))) == sorted(n.id for n in old)
    assert sorted(each.id for each in (*diff.added, *(b.after for b in both))) == sorted(n.id for n in new)
    assert all(each.fields for each in diff.changed)
    assert all((b.before.email, b.before.modality) == (b.after.email, b.after.modality) for b in diff.same)
    same = difference(old, stored(before, "new"))
    assert not same.added
    assert not same.removed


def test_the_address_comes_before_the_name() -> None:
    old = stored([named("Ana Silva"), named("Berta Núñez")], "old")
    new = stored(
        [named("Berta Núñez", email="ana@mfa.example"), named("Ana SILVA", email="new@x.org")], "new"
    )
    diff = difference(old, new)
    assert [(c.before.name, c.after.name) for c in diff.changed] == [("Ana Silva", "Berta Núñez")]
    assert [each.name for each in diff.removed] == ["Berta Núñez"]
    assert [each.name for each in diff.added] == ["Ana SILVA"]
