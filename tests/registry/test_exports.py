"""Files for others: what a spreadsheet computes, what has changed since, and the calendar."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy import select, update
from sqlmodel import col
from tests.registry.assembly import AT

from hemicycle.registry import audit, exports, places, registrations
from hemicycle.registry.meetings_calendar import meetings_calendar
from hemicycle.registry.registrations import NewRegistration, RegistrationState
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, Engine, reading, writing
from hemicycle.storage.tables import ParticipantRow, RegistrationRow


def approved(
    conn: Connection, name: str, email: str, modality: Modality = Modality.ONLINE, role: Role = Role.OBSERVER
) -> str:
    new = NewRegistration(
        conference="assembly",
        delegation="pan",
        name=name,
        email=email,
        modality=modality,
        role=role,
        submitted_at=AT,
        language="ar",
    )
    made = registrations.add(conn, new, AT, "test")
    return registrations.decide(conn, "assembly", made.id, RegistrationState.APPROVED, AT, "test").id


@given(st.text())
def test_no_cell_is_a_formula(cell: str) -> None:
    file = exports.table(["name", "role"], [[cell, "speaker"]]).decode("utf-8-sig")
    _, (read, _) = csv.reader(io.StringIO(file, newline=""))
    assert not read.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert read in {cell, f"'{cell}"}


def test_the_role_sheet_says_what_has_changed_since_it_was_taken(engine: Engine) -> None:
    with writing(engine) as conn:
        ana = approved(conn, "=Ana", "ana@pan.example")
        approved(conn, "محمد", "mo@pan.example", role=Role.SPEAKER)
        approved(conn, "Room", "room@pan.example", Modality.IN_PERSON)
        number, changes = exports.take_role_sheet(conn, "assembly", AT, "test")
        assert number == 1
        assert {(c.change, c.line.name) for c in changes} >= {("added", "=Ana"), ("added", "محمد")}
        assert "Room" not in {c.line.name for c in changes}
        assert exports.changes(conn, "assembly") == ()
    with writing(engine) as conn:
        registrations.decide(conn, "assembly", ana, RegistrationState.WITHDRAWN, AT, "test")
        approved(conn, "王", "wang@pan.example")
        conn.execute(
            update(RegistrationRow)
            .where(col(RegistrationRow.email) == "mo@pan.example")
            .values(role=Role.OBSERVER)
        )
    with writing(engine) as conn:
        number, changes = exports.take_role_sheet(conn, "assembly", AT, "test")
    assert number == 2
    assert [(c.change, c.line.name, c.line.role) for c in changes] == [
        ("removed", "=Ana", "observer"),
        ("added", "王", "observer"),
        ("changed", "محمد", "observer"),
    ]


def test_who_is_in_the_file_and_registers_is_no_news_for_the_platform(engine: Engine) -> None:
    """Her line has the id of her registration now; an address tells that it is she."""
    there, address = "pan-ana", "pan@pan.example"
    with writing(engine) as conn:
        person = col(ParticipantRow.id) == there
        conn.execute(update(ParticipantRow).where(person).values(email=address, language="ar"))
        name = conn.execute(select(col(ParticipantRow.name)).where(person)).scalar_one()
        exports.take_role_sheet(conn, "assembly", AT, "test")
        asked = approved(conn, name, address, role=Role.SPEAKER)
        registered = col(RegistrationRow.id) == asked
        conn.execute(update(RegistrationRow).where(registered).values(participant_id=there))
        assert exports.changes(conn, "assembly") == ()
        conn.execute(update(RegistrationRow).where(registered).values(name="Zoe Zola"))
        assert [(c.change, c.line.name) for c in exports.changes(conn, "assembly")] == [
            ("changed", "Zoe Zola")
        ]


def test_the_list_of_participants_has_no_addresses(engine: Engine) -> None:
    with writing(engine) as conn:
        approved(conn, "Aya", "aya@pan.example")
        approved(conn, "Bo", "bo@pan.example", Modality.IN_PERSON)
    with reading(engine) as conn:
        listed = exports.participants(conn, "assembly")
    assert {("Panama", "Aya", "online"), ("Panama", "Bo", "in_person")} <= {
        (each.delegation, each.name, each.modality) for each in listed
    }
    assert b"@" not in exports.table(["x"], exports.cells(listed))


def test_the_conferences_own_people_are_in_the_lists(engine: Engine) -> None:
    """Podium and interpreters by their capacity, delegates as long as they hold a place; in words."""
    with reading(engine) as conn:
        table = exports.participants_table(conn, "assembly", exports.participants(conn, "assembly"))
        sheet = {line.id: line.role for line in exports.role_sheet(conn, "assembly")}
    seated = [row for row in table if "alternate" not in row[5]]
    assert seated == [
        ["Panama", "State party", "Ana", "", "online", "speaker", "all"],
        ["Panama", "State party", "Berta", "", "online", "observer", "all"],
        ["World Bank", "entity", "Walt", "", "in person", "speaker", "all"],
        ["", "", "Chair", "Mr.", "", "chair", "all"],
        ["", "", "Interpreter", "", "", "interpreter", "all"],
        ["", "", "Secretary", "", "", "secretariat", "all"],
    ]
    assert {row[5] for row in table if row not in seated} == {"delegate, alternate"}  # the file says no more
    assert sheet == {
        "pan-ana": "speaker",
        "pan-berta": "observer",
        "chair": "chair",
        "booth-fr": "interpreter",
        "secretary": "secretariat",
    }


def test_who_is_released_or_erased_is_in_no_list(engine: Engine) -> None:
    with writing(engine) as conn:
        places.release(conn, "assembly", "pan-ana")
        audit.note(conn, "assembly", AT, "test", "released", "participant:pan-ana")
        conn.execute(update(ParticipantRow).where(col(ParticipantRow.id) == "pan-berta").values(erased_at=AT))
    with reading(engine) as conn:
        assert not {"pan-ana", "pan-berta"} & {line.id for line in exports.role_sheet(conn, "assembly")}
        assert not {"Ana", "Berta"} & {each.name for each in exports.participants(conn, "assembly")}


@pytest.mark.parametrize("at", [AT, datetime(2021, 12, 1, tzinfo=UTC)])
def test_meetings_are_a_calendar_with_ids_that_stay(engine: Engine, at: datetime) -> None:
    with reading(engine) as conn:
        file = Calendar.from_ical(meetings_calendar(conn, "assembly", at))
    (event,) = file.walk("VEVENT")
    (zone,) = file.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Vienna"
    assert event["UID"] == "assembly-1@assembly.hemicycle"
    assert event["DTSTART"].params["TZID"] == "Europe/Vienna"
    assert event.decoded("DTSTART").isoformat() == "2021-09-07T10:00:00+02:00"
    assert "Agenda item 2: General discussion" in str(event["DESCRIPTION"])
