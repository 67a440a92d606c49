"""Notes verbales: drafted, confirmed, superseded; what stands against them is told by line, and nothing is
half done.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlmodel import col
from tests.registry.assembly import AT

from hemicycle.registry import audit, notes, revisions
from hemicycle.registry import note_drafts as drafts
from hemicycle.registry.nominations import NewNomination, Nomination, difference
from hemicycle.registry.note_checks import Finding, Weight
from hemicycle.registry.note_confirmation import Confirmation, NotSettled, confirm, found_in
from hemicycle.registry.note_drafts import NoteRefused
from hemicycle.registry.notes import NewNote, Note, NoteState, UnknownNote
from hemicycle.registry.registrations import NewRegistration, RegistrationState, add, decide, registration
from hemicycle.registry.revisions import Why
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, Engine, reading, writing
from hemicycle.storage.accreditation import RegistrationRow

C = "assembly"
HERE, THERE = Modality.IN_PERSON, Modality.ONLINE
SPEAKER, OBSERVER = Role.SPEAKER, Role.OBSERVER


def named(name: str, modality: Modality = HERE, role: Role = SPEAKER, **more: object) -> NewNomination:
    email = f"{name.lower().split(' ')[0]}@mfa.example"
    return NewNomination(**{"name": name, "email": email, "modality": modality, "role": role, **more})  # type: ignore[arg-type]


ANA, BERTA, CARLA = named("Ana Silva"), named("Berta Núñez"), named("Carla Ruiz", THERE)
NEW = NewNote(
    reference="NV/12/2021",
    dated=date(2021, 8, 20),
    received_at=datetime(2021, 8, 21, 8, tzinfo=UTC),
    nominations=(ANA, BERTA, CARLA),
)


def drafted(conn: Connection, *people: NewNomination, delegation: str = "pan", **more: object) -> Note:
    new = replace(NEW, nominations=people or NEW.nominations, **more)  # type: ignore[arg-type]
    return drafts.draft(conn, C, delegation, new, AT, "desk")


def in_force(conn: Connection, *people: NewNomination, delegation: str = "pan") -> Note:
    note = drafted(conn, *people, delegation=delegation)
    confirm(conn, note, Confirmation(), AT, "desk")
    return notes.note(conn, C, delegation, note.id)


def approved(conn: Connection, nomination: Nomination, **more: object) -> str:
    """An approved registration of the person nominated, as conduct would leave it."""
    new = NewRegistration(
        **{  # type: ignore[arg-type]
            "conference": C,
            "delegation": nomination.delegation,
            "name": nomination.name,
            "email": nomination.email or "nobody@mfa.example",
            "modality": nomination.modality,
            "role": nomination.role,
            "submitted_at": AT,
            **more,
        }
    )
    made = add(conn, new, AT, "form")
    follow = update(RegistrationRow).where(col(RegistrationRow.id) == made.id)
    conn.execute(follow.values(nomination_id=nomination.id))
    return decide(conn, C, made.id, RegistrationState.APPROVED, AT, "desk").id


def lines(found: Sequence[Finding]) -> set[tuple[int | None, str, str]]:
    return {(each.line, each.field, each.code) for each in found}


@pytest.fixture
def conn(engine: Engine) -> Iterator[Connection]:
    with writing(engine) as conn:
        yield conn


def refused(conn: Connection, new: NewNote, delegation: str = "pan") -> NoteRefused:
    before = notes.notes(conn, C)
    with pytest.raises(NoteRefused) as caught:
        drafts.draft(conn, C, delegation, new, AT, "desk")
    assert notes.notes(conn, C) == before
    return caught.value


def test_a_note_is_drafted_changed_and_confirmed(conn: Connection) -> None:
    note = drafted(conn)
    assert (note.revision, note.state, note.reference) == (1, NoteState.DRAFT, "NV/12/2021")
    assert notes.confirmed(conn, C, "pan") is None
    assert notes.nominations(conn, C) == ()
    note = drafts.change(conn, note, replace(NEW, reference="NV/13", nominations=(ANA, CARLA)), AT, "desk")
    diff = confirm(conn, note, Confirmation(), AT, "desk")
    assert [each.name for each in diff.added] == ["Ana Silva", "Carla Ruiz"]
    standing = notes.confirmed(conn, C, "pan")
    assert standing is not None
    assert (standing.id, standing.reference, standing.confirmed_by) == (note.id, "NV/13", "desk")
    assert [(n.place, n.name, n.sessions) for n in notes.nominations(conn, C, "pan")] == [
        (1, "Ana Silva", ()),
        (2, "Carla Ruiz", ()),
    ]
    assert [a.action for a in audit.of(conn, C, f"note:{note.id}")] == [
        "note drafted",
        "note changed",
        "note confirmed",
    ]


def test_a_draft_is_thrown_away_and_a_confirmed_note_is_not(conn: Connection) -> None:
    drafts.discard(conn, drafted(conn), AT, "desk")
    assert notes.notes(conn, C) == ()
    note = in_force(conn)
    for act in (
        lambda: drafts.discard(conn, note, AT, "desk"),
        lambda: drafts.change(conn, note, NEW, AT, "desk"),
        lambda: confirm(conn, note, Confirmation(), AT, "desk"),
    ):
        with pytest.raises(NoteRefused) as caught:
            act()
        assert caught.value.code == "note-decided"
    with pytest.raises(UnknownNote):
        notes.note(conn, C, "wb", note.id)


def test_faults_are_told_together_by_line(conn: Connection) -> None:
    bad = replace(
        NEW,
        reference=" ",
        received_at=AT + timedelta(days=9),
        dated=date(2022, 1, 1),
        nominations=(
            named("Ana Silva"),
            named("  ", email="none"),
            named("SILVA, Ana", email=None),
            named("Other", email="ANA@mfa.example"),
            named("Eva\u202e", email="eva@x.org", sessions=("tenth",)),
            named("x" * 201),
        ),
    )
    error = refused(conn, bad)
    assert error.code == "note-refused"
    assert lines(error.findings) == {
        (None, "reference", "missing"),
        (None, "received_at", "future"),
        (None, "dated", "future"),
        (2, "name", "missing"),
        (2, "email", "invalid"),
        (3, "name", "twice"),
        (4, "email", "twice"),
        (5, "name", "invalid"),
        (5, "sessions", "unknown-session"),
        (6, "name", "invalid"),
        (6, "email", "invalid"),
    }
    assert refused(conn, NEW, "xyz").code == "unknown-delegation"


def test_two_persons_of_one_name_are_a_remark(conn: Connection) -> None:
    note = drafted(conn, ANA, named("Ana Silva", email="other@mfa.example"))
    assert lines(found_in(conn, note, AT)) == {(2, "name", "twice")}
    confirm(conn, note, Confirmation(), AT, "desk")


def test_one_address_in_two_delegations(conn: Connection) -> None:
    in_force(conn, ANA)
    note = drafted(conn, BERTA, named("Walt", email="Ana@MFA.example"), delegation="wb")
    (found,) = found_in(conn, note, AT)
    assert (found.line, found.code, found.weight) == (2, "elsewhere", Weight.CONFLICT)
    assert "pan" in found.says
    with pytest.raises(NoteRefused) as caught:
        confirm(conn, note, Confirmation(exception="it is well"), AT, "desk")
    assert caught.value.findings == (found,)
    assert notes.confirmed(conn, C, "wb") is None


def test_over_the_limit_is_told_by_line_and_needs_a_reason(conn: Connection) -> None:
    """ROLE_LIMITS: two in the room, one remote speaker, three remote observers (seed 000)."""
    people = [named(f"N{n}", THERE, OBSERVER) for n in "abcd"]
    note = drafted(conn, ANA, BERTA, named("Third"), CARLA, *people)
    over = found_in(conn, note, AT)
    assert lines(over) == {(3, "role", "over-the-limit"), (8, "role", "over-the-limit")}
    assert all(each.citation for each in over)
    for reason in (None, "  "):
        with pytest.raises(NoteRefused) as caught:
            confirm(conn, note, Confirmation(exception=reason), AT, "desk")
        assert (caught.value.code, caught.value.findings) == ("over-the-limit", over)
    assert notes.confirmed(conn, C, "pan") is None
    confirm(conn, note, Confirmation(exception="Agreed with the President."), AT, "desk")
    standing = notes.confirmed(conn, C, "pan")
    assert standing is not None
    assert standing.exception == "Agreed with the President."
    detail = audit.of(conn, C, f"note:{note.id}")[-1].detail
    assert detail["exceptions"] == ["over-the-limit", "over-the-limit"]


def test_a_note_that_names_nobody_needs_a_reason(conn: Connection) -> None:
    note = drafts.draft(conn, C, "pan", replace(NEW, nominations=()), AT, "desk")
    with pytest.raises(NoteRefused, match="nobody"):
        confirm(conn, note, Confirmation(), AT, "desk")
    confirm(conn, note, Confirmation(exception="They will not come."), AT, "desk")


def test_a_revision_older_than_the_last(conn: Connection) -> None:
    first = drafted(conn, revision=3)
    confirm(conn, first, Confirmation(), AT, "desk")
    for older in (replace(NEW, revision=2), replace(NEW, revision=3), replace(NEW, dated=date(2021, 8, 19))):
        error = refused(conn, older)
        assert error.code == "older-revision"
        assert str(error)
    assert drafted(conn).revision == 4


def test_a_draft_that_was_overtaken(conn: Connection) -> None:
    second, third = drafted(conn), drafted(conn, dated=date(2021, 8, 21))
    confirm(conn, third, Confirmation(), AT, "desk")
    with pytest.raises(NoteRefused) as caught:
        confirm(conn, second, Confirmation(), AT, "desk")
    assert caught.value.code == "older-revision"


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
    diff = confirm(conn, second, Confirmation(withdraw=[gone]), AT, "desk")
    assert [each.name for each in diff.added] == ["Dora"]
    assert [each.name for each in diff.removed] == ["Carla Ruiz"]
    assert [(each.after.name, each.fields) for each in diff.changed] == [("Berta NUNEZ", ("name", "title"))]
    assert notes.note(conn, C, "pan", first.id).state is NoteState.SUPERSEDED
    now = {each.name: each.id for each in notes.nominations(conn, C, "pan")}
    assert [registration(conn, C, each).nomination for each in kept] == [now["Ana Silva"], now["Berta NUNEZ"]]
    assert registration(conn, C, gone).state is RegistrationState.APPROVED
    assert [each.id for each in revisions.unsettled(conn, C, "pan")] == [gone]


def test_an_approved_person_is_kept_with_a_reason_on_record(conn: Connection) -> None:
    in_force(conn, ANA, CARLA)
    ana, carla = (approved(conn, each) for each in notes.nominations(conn, C, "pan"))
    second = drafted(conn, named("Carla Ruiz", HERE))
    with pytest.raises(NotSettled) as caught:
        confirm(conn, second, Confirmation(keep={ana: "reason"}), AT, "desk")
    why = {each.registration.id: each.why for each in caught.value.losing}
    assert why == {ana: Why.REMOVED, carla: Why.CHANGED}
    confirm(conn, second, Confirmation(keep={ana: "She speaks first.", carla: "Ill."}), AT, "desk")
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
