"""Booths, bodies, members and the hard end: from file and rows to what a meeting knows at its start."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.databases import Databases
from tests.registry.assembly import ASSEMBLY, AT, CONFIG, written

from hemicycle.registry import booth_changes, conferences
from hemicycle.registry.booth_changes import InterpreterTable, StaffedBooth
from hemicycle.registry.booths import booths
from hemicycle.registry.conference_file import FileRefused, read_conference
from hemicycle.registry.contradictions import Faulty
from hemicycle.registry.set_up import meeting_set_up
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.state.booths import Booth, Interpreter
from hemicycle.storage import Engine, reading, writing

BOOTHS = """
[[booths]]
id = "fr"
outgoing = ["fr"]

[[booths]]
id = "en-fr"
outgoing = ["en", "fr"]
remote = true

[[people]]
id = "booth-two"
name = "Interpreter of two"
capacity = "interpreter"
booth = "en-fr"
working_languages = { a = ["en"], b = ["fr"], c = ["es"] }
"""
SESSIONS = """
[[bodies]]
id = "experts"
names.en = "Expert meeting"

[[bodies]]
id = "group"
names.en = "Review Group"

[[sessions]]
id = "e10"
body = "experts"
titles.en = "Tenth meeting"
starts = 2021-09-06
ends = 2021-09-10

[[sessions]]
id = "g12"
body = "group"
titles.en = "Twelfth session"
starts = 2021-09-06
ends = 2021-09-10
"""
JOINT = (
    ASSEMBLY.replace('items = ["1", "2"]', 'items = ["1", "2"]\nsessions = ["e10", "g12"]')
    .replace('titles.en = "Adoption of the agenda"', 'titles.en = "Adoption"\nsessions = ["e10"]')
    .replace('names.en = "World Bank"', 'names.en = "World Bank"\nsessions = ["g12"]')
)
GROUP = """
[[groups]]
id = "lenders"
names.en = "Lenders"
members = ["pan", "wb"]
"""

UNION = """
[[delegations]]
id = "eu"
code = "EU"
category = "reio"
names.en = "European Union"
members = ["pan"]
"""


def set_up(databases: Databases, folder: Path, text: str) -> MeetingSetUp:
    def load(engine: Engine, _folder: Path) -> None:
        with writing(engine) as conn:
            conferences.load(
                conn, read_conference(written(folder, text), [CONFIG / "procedures"]), AT, "test"
            )

    with databases.engine(load) as engine, reading(engine) as conn:
        return meeting_set_up(conn, "assembly-1")


def refused(folder: Path, text: str) -> str:
    with pytest.raises(FileRefused) as found:
        read_conference(written(folder, text), [CONFIG / "procedures"])
    return str(found.value)


def test_a_meeting_knows_its_booths_with_the_languages_of_their_interpreters(
    databases: Databases, tmp_path: Path
) -> None:
    assert set_up(databases, tmp_path, ASSEMBLY + BOOTHS).booths == (
        Booth(id="fr", outgoing=("fr",), interpreters=(Interpreter(participant="booth-fr", a=("fr",)),)),
        Booth(
            id="en-fr",
            outgoing=("en", "fr"),
            interpreters=(Interpreter(participant="booth-two", a=("en",), b=("fr",), c=("es",)),),
            remote=True,
        ),
    )


def test_a_language_that_somebody_interprets_has_a_booth_without_being_told(
    databases: Databases, tmp_path: Path
) -> None:
    (booth,) = set_up(databases, tmp_path, ASSEMBLY).booths
    assert (booth.id, booth.outgoing) == ("fr", ("fr",))
    assert [i.participant for i in booth.interpreters] == ["booth-fr"]


def test_a_meeting_knows_when_the_interpreters_leave(databases: Databases, tmp_path: Path) -> None:
    assert set_up(databases, tmp_path, ASSEMBLY).ends_at == datetime(2021, 9, 7, 11, tzinfo=UTC)


def test_a_meeting_knows_which_of_its_week_it_is(databases: Databases, tmp_path: Path) -> None:
    def meeting(number: int, day: int, start: str, end: str) -> str:
        return (
            f'\n[[meetings]]\nnumber = {number}\ntitle = "Meeting {number}"\ndate = 2021-09-{day:02}\n'
            f'start = {start}:00\nend = {end}:00\nitems = ["1"]\n'
        )

    assert set_up(databases, tmp_path, ASSEMBLY).of_week == 1
    around = (
        meeting(2, 5, "10:00", "13:00"),  # Sunday: the week before
        meeting(3, 6, "10:00", "13:00"),  # Monday
        meeting(4, 7, "08:00", "09:00"),  # earlier on the same day
        meeting(5, 7, "15:00", "18:00"),  # later
    )
    assert set_up(databases, tmp_path, ASSEMBLY + "".join(around)).of_week == 3


def test_a_joint_meeting_knows_its_bodies_and_whose_each_item_is(
    databases: Databases, tmp_path: Path
) -> None:
    known = set_up(databases, tmp_path, JOINT + SESSIONS)
    assert {b.id: b.delegations for b in known.bodies} == {"experts": frozenset({"pan"}), "group": None}
    assert {i.id: i.bodies for i in known.agenda} == {"1": ("experts",), "2": ()}


def test_a_conference_without_sessions_has_no_bodies(databases: Databases, tmp_path: Path) -> None:
    assert set_up(databases, tmp_path, ASSEMBLY).bodies == ()


def test_a_group_has_its_members_or_none_are_listed(databases: Databases, tmp_path: Path) -> None:
    groups = {g.id: g.members for g in set_up(databases, tmp_path, ASSEMBLY + GROUP).groups}
    assert groups == {"g77": (), "lenders": ("pan", "wb")}


def test_an_organization_has_its_members(databases: Databases, tmp_path: Path) -> None:
    delegations = {d.id: d.members for d in set_up(databases, tmp_path, ASSEMBLY + UNION).delegations}
    assert delegations == {"eu": ("pan",), "pan": (), "wb": ()}


@pytest.mark.parametrize(
    "text, says",
    [
        (ASSEMBLY + BOOTHS.replace('["en", "fr"]', '["en", "de"]'), "booths[2].outgoing: 'de' is not among"),
        (
            ASSEMBLY + BOOTHS.replace('["en", "fr"]', '["fr", "fr"]'),
            "booths[2].outgoing: a two-way booth has",
        ),
        (ASSEMBLY + BOOTHS.replace('id = "en-fr"', 'id = "fr"', 1), "booths[2].id: 'fr' stands twice"),
        (ASSEMBLY + BOOTHS.replace('booth = "en-fr"', 'booth = "de"'), "people[7].booth: 'de' is not among"),
        (ASSEMBLY + UNION.replace('["pan"]', '["ita"]'), "delegations[3].members: there is no delegation"),
        (ASSEMBLY + UNION.replace('["pan"]', '["wb"]'), "delegations[3].members: 'wb' is no State party"),
        (ASSEMBLY + UNION.replace('"reio"', '"igo"'), "delegations[3].members: only a regional"),
        (ASSEMBLY + GROUP.replace('"wb"', '"ita"'), "groups[2].members: there is no delegation 'ita'"),
        (ASSEMBLY + GROUP.replace('"wb"', '"pan"'), "groups[2].members: 'pan' stands 2 times"),
        (
            ASSEMBLY.replace('language = "es"', 'working_languages = { a = ["es"] }'),
            "people[4].working_languages: only an interpreter",
        ),
    ],
)
def test_what_does_not_go_together_is_told(tmp_path: Path, text: str, says: str) -> None:
    assert says in refused(tmp_path, text)


@pytest.fixture
def two_booths() -> list[StaffedBooth]:
    two_way = InterpreterTable(participant="booth-fr", a=("fr",), b=("en",))
    return [
        StaffedBooth(id="en", outgoing=("en",)),
        StaffedBooth(id="two", outgoing=("fr", "en"), interpreters=(two_way,)),
    ]


def test_booths_are_replaced_with_who_works_in_them(engine: Engine, two_booths: list[StaffedBooth]) -> None:
    with writing(engine) as conn:
        booth_changes.replace(conn, "assembly", two_booths, AT, "desk")
        assert [(b.id, b.outgoing, len(b.interpreters)) for b in booths(conn, "assembly")] == [
            ("en", ("en",), 0),
            ("two", ("fr", "en"), 1),
        ]
        assert booths(conn, "assembly")[1].interpreters[0].b == ("en",)


def test_nobody_is_left_in_a_booth_that_is_gone(engine: Engine, two_booths: list[StaffedBooth]) -> None:
    with writing(engine) as conn:
        booth_changes.replace(conn, "assembly", two_booths, AT, "desk")
        with pytest.raises(Faulty, match="works in 'two'; place her in another booth"):
            booth_changes.replace(conn, "assembly", two_booths[:1], AT, "desk")


@pytest.mark.parametrize(
    "who, says", [("pan-ana", "is no interpreter of this conference"), ("booth-fr", "works in 'two' already")]
)
def test_only_an_interpreter_works_in_a_booth_and_in_one(
    engine: Engine, two_booths: list[StaffedBooth], who: str, says: str
) -> None:
    another = StaffedBooth(
        id="fr", outgoing=("fr",), interpreters=(InterpreterTable(participant=who, a=("fr",)),)
    )
    with writing(engine) as conn, pytest.raises(Faulty, match=says):
        booth_changes.replace(conn, "assembly", [*two_booths, another], AT, "desk")
