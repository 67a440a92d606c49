"""Conferences as rows: loaded once, read back, and gathered into the event that begins a log."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.registry.assembly import ASSEMBLY, AT, CONFIG, MORE_SPEAKERS, UNSEATED, written

from hemicycle.registry import conferences, people, places
from hemicycle.registry.conference_file import FileRefused, read_conference
from hemicycle.registry.delegations import UnknownDelegation, groups, units
from hemicycle.registry.misfits import misfits
from hemicycle.registry.set_up import meeting_set_up
from hemicycle.registry.units import PLACES, POOLS, SEATS
from hemicycle.registry.units import units as all_units
from hemicycle.rules.commands import Actor, SetUpMeeting, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.terms import Agent, Capacity, Category, HolderKind
from hemicycle.storage import Engine, reading, writing


def load(engine: Engine, folder: Path, text: str) -> bool:
    file = read_conference(written(folder, text), [CONFIG / "procedures"])
    with writing(engine) as conn:
        return conferences.load(conn, file, AT, "test")


def test_the_same_file_again_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    assert load(engine, tmp_path, "# a comment is no change\n" + ASSEMBLY + UNSEATED) is False


def test_another_version_of_the_file_is_refused(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(conferences.ConferenceDiffers, match="give it another id, or start with an empty"):
        load(engine, tmp_path, ASSEMBLY)


def test_a_second_conference_stands_beside_the_first(engine: Engine, tmp_path: Path) -> None:
    assert load(engine, tmp_path, ASSEMBLY.replace('id = "assembly"', 'id = "other"')) is True
    with reading(engine) as conn:
        assert [one.id for one in conferences.conferences(conn)] == ["assembly", "other"]


def test_people_of_the_file_hold_places_pool_units_and_seats(engine: Engine, tmp_path: Path) -> None:
    """As everybody else: a place each, a seat while one is free; the others are alternates."""
    pool = '[[pools]]\nid = "platform"\nmodality = "online"\nsize = 4\n'
    more = pool + MORE_SPEAKERS.replace("pan-speaker-2", "wb-speaker").replace(
        'Speaker 2"\ncapacity = "delegate"\ndelegation = "pan"',
        'Speaker 2"\ncapacity = "delegate"\ndelegation = "wb"',
    )
    load(engine, tmp_path, ASSEMBLY.replace('id = "assembly"', 'id = "other"') + more)
    with reading(engine) as conn:
        held = {
            kind.name: {unit.holder: unit.key for unit in rows if unit.holder}
            for kind in (PLACES, SEATS, POOLS)
            for rows in [all_units(conn, kind, "other")]
        }
        assert not misfits(conn, "other")
        assert {each.participant for each in places.of_file(conn, "other")} == held["place"].keys()
    assert held["place"] == {
        "pan-ana": ("pan", "online", "speaker", "*"),
        "pan-speaker-1": ("pan", "online", "speaker", "*"),
        "pan-berta": ("pan", "online", "observer", "*"),
        "wb-speaker": ("wb", "online", "speaker", "*"),
        "wb-walt": ("wb", "in_person", "speaker", "*"),
    }
    assert held["place"].keys() - held["seat"].keys() == {"pan-speaker-1"}
    assert held["pool"].keys() == {"pan-ana", "pan-berta", "pan-speaker-1", "wb-speaker"}


def test_conference_and_meetings_are_read_back(engine: Engine) -> None:
    with reading(engine) as conn:
        conference = conferences.conference(conn, "assembly")
        (meeting,) = conferences.meetings(conn, "assembly")
        assert conferences.meeting(conn, "assembly-1") == meeting
    assert conference.languages == ("en", "fr")
    assert conference.assumptions == (conferences.Assumption("everything", "All of this is invented."),)
    assert conference.procedure.id == "uncac-expert-meeting"
    assert meeting.scheduled_at == datetime(2021, 9, 7, 8, tzinfo=UTC), "10:00 in Vienna, in summer"
    assert meeting.ends_at == datetime(2021, 9, 7, 11, tzinfo=UTC)
    assert meeting.items == ("1", "2")


def test_what_is_unknown_is_refused(engine: Engine) -> None:
    with reading(engine) as conn:
        with pytest.raises(conferences.UnknownConference):
            conferences.conference(conn, "nowhere")
        with pytest.raises(conferences.UnknownMeeting):
            meeting_set_up(conn, "assembly-9")
        with pytest.raises(UnknownDelegation):
            units(conn, "assembly", "nobody")
        with pytest.raises(people.UnknownPerson):
            people.person(conn, "assembly", "nobody")


def test_people_of_a_delegation_and_the_directory(engine: Engine) -> None:
    with reading(engine) as conn:
        ana = people.person(conn, "assembly", "pan-ana")
        chair = people.person(conn, "assembly", "chair")
        interpreter = people.person(conn, "assembly", "booth-fr")
        of_pan = people.people(conn, "assembly", "pan")
        directory = people.directory(conn, "assembly")
    assert (ana.capacity, ana.delegation, ana.language, ana.podium) == (Capacity.DELEGATE, "pan", "es", None)
    assert (chair.title, chair.podium) == ("Mr.", HolderKind.PRESIDING_OFFICER)
    assert interpreter.booth == "fr"
    assert len(of_pan) == 8
    assert directory["chair"] == people.DirectoryEntry("Chair", "Mr.", None)
    assert directory["pan-ana"] == people.DirectoryEntry("Ana", None, "pan")
    assert [who for who, entry in directory.items() if entry.interpreter] == ["booth-fr"]


def test_a_meeting_is_set_up_from_its_rows(engine: Engine) -> None:
    with reading(engine) as conn:
        set_up = meeting_set_up(conn, "assembly-1")
        assert groups(conn, "assembly") == set_up.groups
    assert [item.id for item in set_up.agenda] == ["1", "2"]
    assert {d.id: d.category for d in set_up.delegations} == {
        "pan": Category.STATE_PARTY,
        "wb": Category.ENTITY,
    }
    assert [(m.participant, m.kind, m.title) for m in set_up.podium] == [
        ("chair", HolderKind.PRESIDING_OFFICER, "chair"),
        ("secretary", HolderKind.SECRETARIAT, "Secretary of the meeting"),
    ]
    stamped = Stamped(
        command=SetUpMeeting(set_up=set_up), id="set-up", at=AT, actor=Actor(agent=Agent.REGISTRY)
    )
    assert decide(EMPTY, stamped) == [set_up]


def test_a_person_of_the_file_may_have_an_address(engine: Engine, tmp_path: Path) -> None:
    """It is where her login link is sent; one that is none is a mistake of the file, by its line."""
    told = ASSEMBLY.replace('id = "assembly"', 'id = "second"').replace(
        'id = "chair"\n', 'id = "chair"\nemail = " Chair@Example.org "\n'
    )
    load(engine, tmp_path, told)
    with reading(engine) as conn:
        assert people.address(conn, "second", "chair") == "chair@example.org"
        assert people.address(conn, "second", "secretary") is None
    with pytest.raises(FileRefused) as refused:
        load(engine, tmp_path, told.replace("Chair@", "Chair at "))
    assert "email" in str(refused.value)
