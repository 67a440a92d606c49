"""The last unit, claimed from threads and from two processes: exactly one gets it, whoever locks nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from tests.databases import Databases
from tests.registry.assembly import AT, load
from tests.registry.claiming import claims

from hemicycle.registry import units
from hemicycle.registry.units import Unit, fitted
from hemicycle.storage import Engine, open_engine, reading, writing
from hemicycle.storage.tables import ParticipantRow, PlaceRow, PoolUnitRow

WHO = {"created_at": AT, "created_by": "test", "updated_at": AT, "updated_by": "test"}
GROUP = ("online", "speaker", "*")


def prepared(engine: Engine, folder: Path) -> None:
    """The assembly with a pool of two units: its platform's capacity."""
    load(engine, folder)
    with writing(engine) as conn:
        pool = {"conference_id": "assembly", "pool_id": "platform", "over": False, **WHO}
        conn.execute(insert(PoolUnitRow), [{**pool, "number": number} for number in (1, 2)])


@pytest.fixture
def place(databases: Databases) -> Iterator[str]:
    place = databases.fresh(prepared)
    yield place
    databases.forget(place)


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    engine = open_engine(place)
    yield engine
    engine.dispose()


def asking(engine: Engine, delegation: str, number: int) -> list[str]:
    """People of a delegation without a place, by id."""
    people = [f"{delegation}-new-{n}" for n in range(number)]
    rows = [
        {
            "id": who,
            "conference_id": "assembly",
            "delegation_id": delegation,
            "name": who,
            "capacity": "delegate",
        }
        for who in people
    ]
    with writing(engine) as conn:
        conn.execute(insert(ParticipantRow), [{**row, **WHO} for row in rows])
    return people


def held(engine: Engine, kind: units.Kind) -> list[str | None]:
    with reading(engine) as conn:
        found = [u.holder for u in units.units(conn, kind, "assembly") if u.holder is not None]
    return [holder for holder in found if "-new-" in holder]


def test_threads_claim_the_last_unit_and_one_gets_it(engine: Engine) -> None:
    asked = [("pan", person) for person in asking(engine, "pan", 6)]
    answers = claims(engine, "assembly", asked)
    assert sorted(answers) == ["held", *["limit-reached"] * 5]
    assert held(engine, units.PLACES) == held(engine, units.POOLS)


def test_two_processes_claim_the_last_units_and_each_goes_once(place: str, engine: Engine) -> None:
    with writing(engine) as conn:
        units.add(conn, units.PLACES, "assembly", [(("pan", *GROUP), n) for n in (3, 4)], AT, "test")
    both = zip(asking(engine, "pan", 4), asking(engine, "wb", 4), strict=True)
    sides = [side for ours, theirs in both for side in (f"pan:{ours}", f"wb:{theirs}")]
    running = [started(place, sides[:4]), started(place, sides[4:])]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline().strip() == "ready"
    answers = [code for each in running for code in told(each)]
    assert answers.count("held") == 2
    assert set(answers) <= {"held", "limit-reached", "pool-full"}
    assert len(held(engine, units.POOLS)) == 2
    assert len(set(held(engine, units.POOLS))) == 2
    assert sorted(map(str, held(engine, units.PLACES))) == sorted(map(str, held(engine, units.POOLS)))


def started(place: str, pairs: list[str]) -> "subprocess.Popen[str]":
    """A process with an engine of its own, ready to claim."""
    script = Path(__file__).with_name("claiming.py")
    return subprocess.Popen(
        [sys.executable, str(script), place, "assembly", *pairs],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def told(process: "subprocess.Popen[str]") -> list[str]:
    """What became of its claims."""
    out, _ = process.communicate("go\n", timeout=60)
    assert process.returncode == 0
    return out.strip().split(",")


def test_the_database_itself_refuses_a_second_holder_and_a_unit_that_is_not_there(engine: Engine) -> None:
    one, other = asking(engine, "pan", 2)
    row = {
        "conference_id": "assembly",
        "delegation_id": "pan",
        **dict(zip(("modality", "role", "scope"), GROUP, strict=True)),
        **WHO,
    }
    with writing(engine) as conn:
        conn.execute(insert(PlaceRow).values({**row, "number": 2, "participant_id": one}))
    for number, registration in ((2, other), (3, other), (1, one)):
        with pytest.raises(IntegrityError), writing(engine) as conn:
            conn.execute(insert(PlaceRow).values({**row, "number": number, "participant_id": registration}))
    assert held(engine, units.PLACES) == [one]


GROUPS = st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from([None, "kept"])), max_size=8)


@given(GROUPS, st.integers(0, 8))
def test_a_group_fitted_to_its_limit_has_so_many_units_and_drops_nobody(
    drawn: list[tuple[bool, bool, str | None]], size: int
) -> None:
    group = [
        Unit(("pool",), number, over, kept if over else None, f"r{number}" if held else None)
        for number, (held, over, kept) in enumerate(drawn, start=1)
    ]
    plan = fitted(group, size)
    staying = {u.number: u for u in group if u.number not in plan.drop}
    assert all(group[number - 1].holder is None for number in plan.drop)
    assert not set(plan.add) & {u.number for u in group}
    over = {n for n, u in staying.items() if u.over} - set(plan.fits) | set(plan.over)
    assert len(staying) - len(over) + len(plan.add) == size
    assert all(staying[number].holder is not None for number in over)
    assert len(over) == max(sum(u.holder is not None for u in group) - size, 0)
