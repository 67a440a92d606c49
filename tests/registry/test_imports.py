"""Imports: the dry run says what would change; applying writes that, once, or nothing."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from tests.registry.registering import (
    AFTER,
    AT,
    CONFERENCE,
    FORM,
    apply,
    asks,
    close_at,
    imported,
    line,
    proposed,
    reads,
    stored,
)

from hemicycle.registry import imports, personal_data, registrations
from hemicycle.registry.imports import ImportNotReady, ImportStale, ImportState, UnknownImport
from hemicycle.registry.incoming import ReadingRefused, RejectedLine, Written
from hemicycle.registry.registrations import RegistrationState
from hemicycle.registry.taking_over import Late, ReasonNeeded
from hemicycle.registry.traces import traces
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Engine, reading, writing

S = RegistrationState


def kinds(engine: Engine, *lines: Any, source: str = "indico-csv") -> list[tuple[Any, ...]]:
    return [
        (each["kind"], each.get("line"), each.get("code"))
        for each in proposed(engine, reads(*lines, source=source)).lines
    ]


def decided(engine: Engine, email: str, state: S) -> None:
    with writing(engine) as conn:
        registrations.decide(conn, CONFERENCE, stored_id(engine, email), state, AT, "desk", reason="so")


def stored_id(engine: Engine, email: str) -> str:
    return stored(engine)[email].id


def test_a_dry_run_changes_nothing(engine: Engine) -> None:
    found = proposed(engine, reads(line(1), line(2)))
    assert (found.state, dict(found.counts)) == (ImportState.PROPOSED, {"new": 2, "late": 0})
    assert not stored(engine)


def test_running_it_twice_changes_nothing(engine: Engine) -> None:
    assert imported(engine, line(1), line(2)) == {"new": 2}
    before = stored(engine)
    assert imported(engine, line(1), line(2)) == {"unchanged": 2}
    assert stored(engine) == before


def test_applying_twice_is_applying_once_and_forgets_the_lines(engine: Engine) -> None:
    found = proposed(engine, reads(line(1)))
    first, second = apply(engine, found), apply(engine, found)
    assert first == second
    assert (second.state, second.lines, second.counts["new"]) == (ImportState.APPLIED, [], 1)
    assert len(stored(engine)) == 1


def test_what_is_read_is_what_is_stored(engine: Engine) -> None:
    imported(
        engine,
        line(1, title="Ms", gender="female", language="fr", modality=Modality.IN_PERSON, role=Role.SPEAKER),
    )
    (found,) = stored(engine).values()
    assert (found.name, found.title, found.gender, found.language) == ("Person 1", "Ms", "female", "fr")
    assert (found.source, found.source_form, found.source_id) == ("indico-csv", FORM, "1")
    assert (found.modality, found.submitted_at, found.state) == (Modality.IN_PERSON, AT, S.PENDING)


def test_a_change_is_told_field_by_field(engine: Engine) -> None:
    imported(engine, line(1), line(2))
    (told,) = proposed(engine, reads(line(1, role=Role.SPEAKER, email="new@mfa.example"), line(2))).lines
    assert told["changes"] == {
        "role": ["observer", "speaker"],
        "email": ["p1@mfa.example", "new@mfa.example"],
    }
    assert imported(engine, line(1, role=Role.SPEAKER, email="new@mfa.example"), line(2)) == {
        "changed": 1,
        "unchanged": 1,
    }
    assert stored(engine)["new@mfa.example"].role is Role.SPEAKER


def test_what_csv_strips_and_leaves_out_is_no_change(engine: Engine) -> None:
    imported(engine, line(1, name="-Ana", email="+p1@mfa.example", gender="female"), source="indico-xlsx")
    assert imported(engine, line(1, name="Ana")) == {"unchanged": 1}


def test_the_api_finds_by_address_whom_the_export_brought(engine: Engine) -> None:
    """Its ids are others; they are kept, because check-in goes back by them. The next export still agrees."""
    imported(engine, line(1), line(2))
    assert imported(engine, line(1, source_id="812"), line(2, source_id="813"), source="indico-api") == {
        "changed": 2
    }
    assert {(r.source, r.source_id) for r in stored(engine).values()} == {
        ("indico-api", "812"),
        ("indico-api", "813"),
    }
    assert imported(engine, line(1), line(2)) == {"unchanged": 2}
    assert imported(engine, line(1, source_id="812"), line(2, source_id="813"), source="indico-api") == {
        "unchanged": 2
    }


def test_who_is_gone_is_proposed_and_never_dropped(engine: Engine) -> None:
    imported(engine, line(1), line(2))
    assert kinds(engine, line(1)) == [("gone", None, "not-there")]
    imported(engine, line(1))
    gone = stored(engine)["p2@mfa.example"]
    assert (gone.state, gone.gone_at) == (S.PENDING, AT)
    assert kinds(engine, line(1)) == [], "told once"
    assert imported(engine, line(1), line(2)) == {"unchanged": 1, "changed": 1}
    assert stored(engine)["p2@mfa.example"].gone_at is None, "there again"


@pytest.mark.parametrize("left", ["withdrawn", "rejected"])
def test_who_left_there_is_not_taken_in_and_not_dropped(engine: Engine, left: str) -> None:
    assert kinds(engine, line(1, left=left)) == [("left", 2, f"{left}-there")]
    imported(engine, line(1))
    assert kinds(engine, line(1, left=left)) == [("gone", 2, f"{left}-there")]
    again = line(9, name="Person 1", email="p1@mfa.example")
    assert kinds(engine, line(1, left=left), again) == [], "registered anew there"


def test_a_line_that_cannot_be_read_this_time_is_not_gone(engine: Engine) -> None:
    imported(engine, line(1))
    who = Written("Ana", "p1@mfa.example", "Panama")
    bad = RejectedLine(line=2, code="no-modality", reason="it is not said", source_id="1", written=who)
    (told,) = proposed(engine, reads(rejected=(bad,))).lines
    assert (told["kind"], told["line"], told["code"]) == ("rejected", 2, "no-modality")
    assert told["written"] == {"name": "Ana", "email": "p1@mfa.example", "delegation": "Panama"}


def test_a_rejected_line_is_forgotten_with_its_person(engine: Engine) -> None:
    """By her address; by her name alone where the line has no address that is one."""
    imported(engine, line(1, name="Ana Silva"))
    said = [("Other", "P1@mfa.example"), ("Ana Silva", "p1 at mfa"), ("Ana Silva", "o@mfa.example")]
    bad = tuple(
        RejectedLine(line=n, code="no-modality", reason="-", written=Written(name, email, "pan"))
        for n, (name, email) in enumerate(said, 2)
    )
    left = proposed(engine, reads(rejected=bad))
    with writing(engine) as conn:
        (hers,) = (each for each in registrations.registrations(conn, "assembly") if each.name == "Ana Silva")
        personal_data.erase(conn, "assembly", traces(conn, "assembly", hers.id), AT, "test")
        lines = imports.find(conn, "assembly", left.id).lines
    assert [each["written"]["email"] for each in lines if "written" in each] == ["o@mfa.example"]


def test_another_forms_registrations_are_not_gone(engine: Engine) -> None:
    with writing(engine) as conn:
        registrations.add(conn, asks(source="indico-csv", source_form="43/1", source_id="1"), AT, "desk")
        registrations.add(conn, asks("Berta"), AT, "form")
    assert imported(engine, line(1)) == {"new": 1}


def test_one_address_in_two_delegations(engine: Engine) -> None:
    both = (line(1), line(2, email="p1@mfa.example", delegation="wb"), line(3))
    assert kinds(engine, *both) == [
        ("rejected", 2, "email-in-two-delegations"),
        ("rejected", 3, "email-in-two-delegations"),
        ("new", 4, None),
    ]
    assert kinds(engine, line(1), line(2, email="p1@mfa.example"))[0] == ("rejected", 2, "email-twice")
    with writing(engine) as conn:
        registrations.add(conn, asks(email="p1@mfa.example", delegation="wb"), AT, "form")
    assert kinds(engine, line(1)) == [("rejected", 2, "email-in-two-delegations")]


def test_an_address_that_is_anothers(engine: Engine) -> None:
    imported(engine, line(1), line(2))
    assert kinds(engine, line(1, email="p2@mfa.example"), line(2, email="p3@mfa.example"))[0] == (
        "rejected",
        2,
        "already-registered",
    )


def test_an_address_that_is_given_up_is_free_for_somebody_new(engine: Engine) -> None:
    imported(engine, line(1))
    assert imported(engine, line(1, email="other@mfa.example"), line(2, email="p1@mfa.example")) == {
        "changed": 1,
        "new": 1,
    }
    assert {r.email: r.name for r in stored(engine).values()} == {
        "other@mfa.example": "Person 1",
        "p1@mfa.example": "Person 2",
    }


def test_a_late_one_needs_the_officers_reason(engine: Engine) -> None:
    close_at(engine)
    lines = (line(1), line(2, submitted_at=AFTER))
    found = proposed(engine, reads(*lines), AFTER)
    assert [(each["line"], each["late"]) for each in found.lines] == [(2, False), (3, True)]
    with pytest.raises(ReasonNeeded, match="1 came after the deadline"):
        apply(engine, found)
    assert not stored(engine)
    apply(engine, found, Late(reason="the mission's line was down"), AFTER)
    taken = stored(engine)
    assert (taken["p1@mfa.example"].late, taken["p1@mfa.example"].exception) == (False, None)
    assert (taken["p2@mfa.example"].late, taken["p2@mfa.example"].exception) == (
        True,
        "the mission's line was down",
    )


def test_late_ones_can_be_left_out(engine: Engine) -> None:
    close_at(engine)
    lines = (line(1), line(2, submitted_at=None), line(3, submitted_at=AFTER))
    applied = apply(engine, proposed(engine, reads(*lines), AFTER), Late(left_out=True), AFTER)
    assert (applied.counts["new"], applied.counts["late"]) == (1, 2)
    assert list(stored(engine)) == ["p1@mfa.example"]


def test_an_import_is_refused_when_registrations_changed_meanwhile(engine: Engine) -> None:
    found = proposed(engine, reads(line(1)))
    with writing(engine) as conn:
        registrations.add(conn, asks(), AT, "form")
    with pytest.raises(ImportStale, match="import again"):
        apply(engine, found)
    assert list(stored(engine)) == ["ana@mfa.example"]


def test_of_two_dry_runs_only_the_first_that_is_applied_counts(engine: Engine) -> None:
    first, second = proposed(engine, reads(line(1))), proposed(engine, reads(line(1), line(2)))
    apply(engine, first)
    with pytest.raises(ImportStale):
        apply(engine, second)


def test_an_import_that_was_cut_off_has_done_nothing(engine: Engine) -> None:
    with writing(engine) as conn:
        key = imports.begin(conn, CONFERENCE, "indico-api", FORM, AT, "desk")
        imports.progress(conn, key, 400, 1200, AT + timedelta(seconds=1))
    with reading(engine) as conn:
        found = imports.find(conn, CONFERENCE, key)
    assert (found.state, found.done, found.total) == (ImportState.READING, 400, 1200)
    assert imports.told(found, found.updated_at + imports.SILENT) == found
    broken = imports.told(found, found.updated_at + imports.SILENT + timedelta(seconds=1))
    assert (broken.state, broken.problem["code"]) == (ImportState.REFUSED, "import-interrupted")
    with pytest.raises(ImportNotReady):
        apply(engine, found)
    with writing(engine) as conn:
        imports.refuse(conn, key, ReadingRefused("cut-off", "the file was cut off", 401), AT)
        found = imports.find(conn, CONFERENCE, key)
    assert (found.state, found.problem) == (
        ImportState.REFUSED,
        {"code": "cut-off", "reason": "the file was cut off", "line": "401"},
    )
    with pytest.raises(ImportNotReady):
        apply(engine, found)
    assert not stored(engine)


def test_an_import_that_is_not_there(engine: Engine) -> None:
    with writing(engine) as conn, pytest.raises(UnknownImport):
        imports.find(conn, CONFERENCE, "nothing")


def test_a_person_can_be_forgotten_before_an_import_is_applied(engine: Engine) -> None:
    imported(engine, line(1))
    found = proposed(engine, reads(line(1, email="new@mfa.example"), line(2), line(3)))
    with writing(engine) as conn:
        imports.forget(conn, CONFERENCE, "P2@mfa.example")
        imports.forget(conn, CONFERENCE, "p1@mfa.example")
        kept = imports.find(conn, CONFERENCE, found.id).lines
        listed = imports.imports(conn, CONFERENCE)
    assert [each["line"] for each in kept] == [4]
    assert b"p2@" not in orjson.dumps(kept)
    assert {each.state for each in listed} == {ImportState.PROPOSED, ImportState.APPLIED}
