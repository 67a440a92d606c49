"""Notes verbales as drafts: what stands against them is told by line, and nothing is half done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from tests.registry.assembly import AT
from tests.registry.noting import (
    ANA,
    BERTA,
    CARLA,
    HERE,
    NEW,
    OBSERVER,
    SPEAKER,
    THERE,
    C,
    drafted,
    in_force,
    lines,
    named,
)

from hemicycle.registry import audit, notes
from hemicycle.registry import note_drafts as drafts
from hemicycle.registry.note_checks import Surroundings, Weight, findings
from hemicycle.registry.note_confirmation import Confirmation, confirm, found_in
from hemicycle.registry.note_drafts import NoteRefused
from hemicycle.registry.notes import NewNote, NoteState, UnknownNote
from hemicycle.registry.policy import Group, Limit
from hemicycle.storage import Connection
from hemicycle.storage.tables import ConferenceRow


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
    diff = confirm(conn, note, Confirmation(), AT, "desk").diff
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
    note = drafted(conn, BERTA, named("Walt", THERE, email="Ana@MFA.example"), delegation="wb")
    (found,) = found_in(conn, note, AT)
    assert (found.line, found.code, found.weight) == (2, "elsewhere", Weight.CONFLICT)
    assert "the note verbale of Panama" in found.says
    with pytest.raises(NoteRefused) as caught:
        confirm(conn, note, Confirmation(exception="it is well"), AT, "desk")
    assert caught.value.findings == (found,)
    assert notes.confirmed(conn, C, "wb") is None


def test_over_the_limit_is_told_by_line_and_needs_a_reason(conn: Connection) -> None:
    """ROLE_LIMITS: two in the room, one remote speaker, three remote observers (CU 2020/366(A))."""
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


def test_limits_of_a_session_add_to_those_of_the_conference() -> None:
    """A place is one of each session that somebody is named for, else one of the whole conference's."""

    def limit(scope: str, nominated: int) -> dict[Group, Limit]:
        made = Limit(modality=HERE, role=SPEAKER, scope=scope, nominated=nominated, at_once=1)
        return {(HERE, SPEAKER, scope): made}

    around = Surroundings(
        sessions={"em9", "irg"},
        attended={"em9", "irg"},
        meetings={"m1": {"em9"}, "m2": {"irg"}, "m3": {"em9", "irg"}},
        elsewhere={},
        of_file={},
        limits={**limit("*", 1), **limit("irg", 1), **limit("m1", 1), **limit("m3", 1)},
        citation="CU 2020/366",
    )
    people = [
        named("Irg", sessions=("irg",)),  # the session's own place
        named("Em", sessions=("em9",)),  # one in each of its meetings
        named("All"),  # the conference's
        named("More", sessions=("irg",)),
    ]
    found = findings(people, around)
    assert lines(found) == {(4, "role", "over-the-limit")}
    assert found[0].citation == "CU 2020/366"


def test_a_note_after_the_deadline_is_remarked(conn: Connection) -> None:
    conn.execute(update(ConferenceRow).values(registration_closes_at=NEW.received_at))
    note = drafted(conn)
    assert lines(found_in(conn, note, AT)) == {(None, "received_at", "late")}
    confirm(conn, note, Confirmation(), AT, "desk")


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
