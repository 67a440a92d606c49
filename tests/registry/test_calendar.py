"""Sessions, joint meetings, sub-items, the deadline: from the file to rows and into a meeting's log."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from tests.databases import Databases
from tests.registry.assembly import ASSEMBLY, AT, CONFIG, UNSEATED, written
from tests.registry.joint import JOINT

from hemicycle.registry import calendar, conferences, exports
from hemicycle.registry.conference_file import FileRefused, read_conference
from hemicycle.registry.delegations import delegations
from hemicycle.registry.set_up import meeting_set_up
from hemicycle.storage import Engine, reading, writing
from hemicycle.storage.tables import ConferenceRow

C = "assembly"
PROCEDURES = [CONFIG / "procedures"]
FIRST_FORMAT = Path(__file__).parents[1] / "journal/first_format/quorum.golden.jsonl"


def load(engine: Engine, folder: Path) -> None:
    file = read_conference(written(folder, JOINT), PROCEDURES)
    with writing(engine) as conn:
        conferences.load(conn, file, AT, "test")


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine


def test_the_calendar_is_read_back(engine: Engine) -> None:
    with reading(engine) as conn:
        assert [b.id for b in calendar.bodies(conn, C)] == ["experts", "group"]
        assert calendar.sessions(conn, C)[0] == calendar.Session(
            "experts-9", "experts", {"en": "Ninth meeting"}, date(2021, 9, 6), date(2021, 9, 8)
        )
        assert calendar.rooms(conn, C) == (calendar.Room("plenary", "Plenary", 200),)
        assert calendar.meeting_rooms(conn, C) == {f"{C}-1": "plenary", f"{C}-2": "plenary"}
        assert calendar.meeting_sessions(conn, C) == {
            f"{C}-1": {"experts-9", "group-14"},
            f"{C}-2": {"group-14"},
        }
        found = {item.id: item for item in calendar.agenda(conn, C)}
    assert list(found) == ["1", "2", "2a", "group-1"]
    assert (found["2a"].number, found["2a"].parent) == ("2 (a)", "2")
    assert found["2a"].sessions == {"experts-9"}, "a sub-item is on its item's agenda"


def test_registration_closes_at_the_end_of_the_day_in_the_conference_s_zone(engine: Engine) -> None:
    """Seed 000: not later than a day; after it no request can be accommodated."""
    with reading(engine) as conn:
        assert calendar.closes_at(conn, C) == datetime(2021, 8, 30, 22, tzinfo=UTC), "midnight in Vienna"


def test_a_delegation_attends_some_sessions_or_all(engine: Engine) -> None:
    with reading(engine) as conn:
        assert calendar.attends(conn, C, "pan") == {"experts-9", "group-14"}
        assert calendar.attends(conn, C, "bol") == {"experts-9"}
        assert calendar.attendance(conn, C)["wb"] == {"group-14"}
        assert calendar.attending(conn, C, f"{C}-1") == {"pan", "bol", "wb"}
        assert calendar.attending(conn, C, f"{C}-2") == {"pan", "wb"}


def test_a_log_begins_with_those_who_attend_and_the_agenda_of_its_sessions(engine: Engine) -> None:
    """Seed 001: a Government may take part in one meeting and not in the other."""
    with reading(engine) as conn:
        joint, alone = (meeting_set_up(conn, f"{C}-{number}") for number in (1, 2))
    assert {d.id for d in joint.delegations} == {"pan", "bol", "wb"}
    assert [(i.id, i.number) for i in joint.agenda][1:3] == [("2", "2"), ("2a", "2 (a)")]
    assert {d.id for d in alone.delegations} == {"pan", "wb"}
    assert {seat.delegation for seat in alone.roster} == {"pan", "wb"}
    assert [i.id for i in alone.agenda] == ["1", "group-1"], "item 1 is on every agenda"


def test_a_country_gives_names_code_and_id(engine: Engine) -> None:
    with reading(engine) as conn:
        bolivia = next(d for d in delegations(conn, C) if d.id == "bol")
    assert bolivia.code == "BOL"
    assert bolivia.names["en"] == "Bolivia (Plurinational State of)"
    assert bolivia.names["fr"] == "Bolivie", "what the file says comes first"


def test_a_conference_without_sessions_is_everybody_s(databases: Databases, tmp_path: Path) -> None:
    file = read_conference(written(tmp_path), PROCEDURES)
    with databases.engine() as engine:
        with writing(engine) as conn:
            conferences.load(conn, file, AT, "test")
        with reading(engine) as conn:
            assert calendar.attending(conn, C, f"{C}-1") == {"pan", "wb"}
            assert calendar.attends(conn, C, "pan") == frozenset()
            assert calendar.closes_at(conn, C) is None
            assert len(meeting_set_up(conn, f"{C}-1").agenda) == 2


def test_a_file_written_before_there_were_calendars_is_still_the_same(
    databases: Databases, tmp_path: Path
) -> None:
    """Under this fingerprint a data folder of the time before keeps it, with the rules that it had then."""
    before = "55908629c9286a5906921b5290e108d88bbb3466d8022d6d80115c55d280803b"
    first_line = FIRST_FORMAT.read_text("utf-8").splitlines()[0]
    rules = {**json.loads(first_line)["events"][0]["procedure"], "id": "uncac-expert-meeting"}
    added = "nominated.online_speaker = 2\nnominated.online_observer = 4\n"
    text = (ASSEMBLY + UNSEATED).replace(added, "")
    file = read_conference(written(tmp_path, text), PROCEDURES)
    with databases.engine() as engine, writing(engine) as conn:
        conferences.load(conn, file, AT, "test")
        conn.execute(update(ConferenceRow).values(fingerprint=before, procedure=rules))
        assert conferences.load(conn, file, AT, "test") is False
        assert conferences.conference(conn, C).procedure.decisions is None


BROKEN = {
    "an unknown body": ('body = "group"', 'body = "club"', "sessions[2].body: there is no body 'club'"),
    "a session that ends before it starts": (
        "ends = 2021-09-09",
        "ends = 2021-09-06",
        "sessions[2].ends: 2021-09-06 is before its first day",
    ),
    "a meeting out of its session's days": (
        "ends = 2021-09-09",
        "ends = 2021-09-07",
        "meetings[2].date: 2021-09-08 is no day of group-14",
    ),
    "a meeting of no session": (
        'sessions = ["group-14"]\nroom',
        "room",
        "meetings[2].sessions: is missing: name the session",
    ),
    "a meeting of an unknown session": (
        'sessions = ["group-14"]\nroom',
        'sessions = ["group-15"]\nroom',
        "meetings[2].sessions: there is no session 'group-15'",
    ),
    "an unknown room": (
        '["group-14"]\nroom = "plenary"',
        '["group-14"]\nroom = "cellar"',
        "meetings[2].room: there is no room 'cellar'",
    ),
    "two meetings in one room": (
        'number = 2\ntitle = "Second meeting"\ndate = 2021-09-08\nstart = 10:00:00',
        'number = 2\ntitle = "Second meeting"\ndate = 2021-09-07\nstart = 12:59:00',
        "meetings[2].room: meeting 1 sits there at that time",
    ),
    "an item of another session's agenda": (
        'items = ["group-1"]',
        'items = ["2a"]',
        "meetings[2].items: '2a' is on the agenda of experts-9",
    ),
    "a sub-item of nothing": ('parent = "2"', 'parent = "9"', "agenda[3].parent: no item '9' stands before"),
    "a sub-item of a later item": (
        'parent = "2"',
        'parent = "group-1"',
        "agenda[3].parent: no item 'group-1' stands before",
    ),
    "a sub-item's number alone": (
        '"2 (a)"',
        '"(a)"',
        "agenda[3].number: begins with the item's: write it like '2 (a)'",
    ),
    "a sub-item on a wider agenda": (
        'parent = "2"',
        'parent = "2"\nsessions = ["group-14"]',
        "agenda[3].sessions: the item above is not on the agenda of group-14",
    ),
    "a session named like a meeting": (
        '"group-14"',
        '"assembly-2"',
        "sessions[2].id: 'assembly-2' is a meeting's id",
    ),
    "an unknown country": (
        'country = "BOL"',
        'country = "BOX"',
        "delegations[3].country: 'BOX' is no country",
    ),
    "a country in small letters": (
        'country = "BOL"',
        'country = "bol"',
        "delegations[3].country: string should match",
    ),
    "neither country nor names": (
        'country = "BOL"\n',
        'id = "x"\ncode = "X"\n',
        "delegations[3].names: needs an English",
    ),
    "a delegation at an unknown session": (
        'sessions = ["experts-9"]\n\n',
        'sessions = ["experts-1"]\n\n',
        "agenda[2].sessions: there is no session 'experts-1'",
    ),
    "a deadline with an offset": (
        "registration_closes = 2021-08-30",
        "registration_closes = 2021-08-30T12:00:00Z",
        "conference.registration_closes: stands in the conference's zone",
    ),
    "a deadline that is none": (
        "registration_closes = 2021-08-30",
        'registration_closes = "soon"',
        "conference.registration_closes: 'soon' is neither a day",
    ),
    "a room for nobody": ("places = 200", "places = 0", "rooms[1].places: input should be greater"),
}


@pytest.mark.parametrize("old, new, says", BROKEN.values(), ids=BROKEN)
def test_what_does_not_hold_together_is_told_by_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in JOINT
    text = JOINT.replace(old, new) if new == '"assembly-2"' else JOINT.replace(old, new, 1)
    with pytest.raises(FileRefused) as refused:
        read_conference(written(tmp_path, text), PROCEDURES)
    told = str(refused.value)
    assert says in told
    assert told.startswith(f"{tmp_path / 'assembly.toml'}:")


def test_the_meetings_of_november_2020() -> None:
    """Seeds 000 and 003: what the invitation and the draft agenda say."""
    file = read_conference(CONFIG / "conferences" / "uncac-november-2020.toml", []).document
    assert file.conference.registration_closes == date(2020, 11, 9)
    assert {s.id: (str(s.starts), str(s.ends)) for s in file.sessions}["em9"] == ("2020-11-16", "2020-11-18")
    assert [m.number for m in file.meetings if len(m.sessions) == 3] == [2, 3, 4, 5]
    second = [i.number for i in file.agenda if i.sessions == ("intersessional-2",)]
    assert second == ["1", "2", "2 (a)", "2 (b)", "2 (c)", "2 (d)", "2 (e)", "3"]
    assert (file.limits.in_person_speaker, file.limits.online_speaker, file.limits.online_observer) == (
        2,
        1,
        3,
    )
    assert len(file.delegations) == 106
    turkey = next(d for d in file.delegations if d.country == "TUR")
    assert turkey.names_on(file.first_day)["en"] == "Turkey"


def test_the_list_of_participants_tells_sessions_by_their_titles(engine: Engine) -> None:
    """Those that the delegation attends; all of them in one word."""
    with reading(engine) as conn:
        listed = exports.participants(conn, "assembly")
        table = exports.participants_table(conn, "assembly", listed)
    assert {each.name: each.sessions for each in listed}["Walt"] == ("group-14",)
    told = {row[2]: row[-1] for row in table}
    assert (told["Walt"], told["Ana"], told["Chair"]) == ("Fourteenth session", "all", "all")
