"""Seats within the limits of a delegation: the database itself refuses what is too much."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from tests.registry.assembly import AT

from hemicycle.registry import seats
from hemicycle.registry.delegations import units
from hemicycle.registry.roster import roster
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Engine, reading, writing
from hemicycle.storage.tables import SeatRow

CONFERENCE = "assembly"


def held(engine: Engine) -> dict[str, str]:
    with reading(engine) as conn:
        return {seat.id: seat.participant for seat in roster(conn, CONFERENCE)}


def move(engine: Engine, *moves: tuple[str, str | None]) -> None:
    with writing(engine) as conn:
        chosen = [seats.move_of(seat, participant) for seat, participant in moves]
        seats.lock_delegations(conn, CONFERENCE, {one.delegation for one in chosen})
        seats.apply_moves(conn, CONFERENCE, chosen, AT, "desk")


def insert_row(engine: Engine, modality: str, role: str, number: int, participant: str) -> None:
    with writing(engine) as conn:
        conn.execute(
            insert(SeatRow).values(
                conference_id=CONFERENCE,
                id=f"pan.{modality}.{role}.{number}",
                delegation_id="pan",
                modality=modality,
                role=role,
                number=number,
                participant_id=participant,
                created_at=AT,
                created_by="test",
                updated_at=AT,
                updated_by="test",
            )
        )


def test_the_roster_is_what_the_file_says(engine: Engine) -> None:
    assert held(engine) == {
        "pan.online.observer.1": "pan-berta",
        "pan.online.speaker.1": "pan-ana",
        "wb.in_person.speaker.1": "wb-walt",
    }


def test_two_moves_exchange_speaker_and_observer(engine: Engine) -> None:
    move(engine, ("pan.online.speaker.1", "pan-berta"), ("pan.online.observer.1", "pan-ana"))
    assert held(engine)["pan.online.speaker.1"] == "pan-berta"
    assert held(engine)["pan.online.observer.1"] == "pan-ana"


def test_a_seat_is_given_and_freed(engine: Engine) -> None:
    move(engine, ("pan.in_person.speaker.2", "pan-1"))
    assert held(engine)["pan.in_person.speaker.2"] == "pan-1"
    move(engine, ("pan.in_person.speaker.2", None))
    assert "pan.in_person.speaker.2" not in held(engine)


@pytest.mark.parametrize(
    "seat, participant, error, code",
    [
        ("pan.online.speaker.2", "pan-1", seats.LimitReached, "limit-reached"),
        ("pan.online.observer.4", "pan-1", seats.LimitReached, "limit-reached"),
        ("pan.in_person.speaker.3", "pan-1", seats.LimitReached, "limit-reached"),
        ("pan.in_person.observer.1", "pan-1", seats.LimitReached, "limit-reached"),
        ("pan.online.observer.2", "pan-ana", seats.SeatTaken, "seat-taken"),
        ("pan.online.observer.2", "wb-walt", seats.UnknownHolder, "unknown-participant"),
        ("pan.online.observer.2", "nobody", seats.UnknownHolder, "unknown-participant"),
        ("atlantis.online.observer.2", "pan-1", seats.UnknownSeat, "unknown-seat"),
    ],
)
def test_what_is_refused_changes_nothing(
    engine: Engine, seat: str, participant: str, error: type[seats.SeatRefused], code: str
) -> None:
    before = held(engine)
    with pytest.raises(error) as refused:
        move(engine, ("pan.online.observer.1", None), (seat, participant))
    assert refused.value.code == code
    assert refused.value.params
    assert held(engine) == before


def test_a_seat_named_twice_is_refused(engine: Engine) -> None:
    with pytest.raises(seats.SeatTaken, match="named twice"):
        move(engine, ("pan.online.speaker.1", None), ("pan.online.speaker.1", "pan-1"))


@pytest.mark.parametrize(
    "seat",
    [
        "",
        "pan",
        "pan.online.speaker",
        "pan.online.speaker.one",
        "pan.online.speaker.01",
        "pan.afloat.speaker.1",
    ],
)
def test_what_names_no_seat_is_unknown(seat: str) -> None:
    with pytest.raises(seats.UnknownSeat, match="write one like"):
        seats.move_of(seat, "pan-1")


def test_a_move_that_contradicts_its_seat_is_refused(engine: Engine) -> None:
    odd = SeatMove(
        seat="pan.online.speaker.1",
        delegation="pan",
        modality=Modality.ONLINE,
        role=Role.OBSERVER,
        participant="pan-1",
    )
    with writing(engine) as conn, pytest.raises(seats.UnknownSeat):
        seats.apply_moves(conn, CONFERENCE, [odd], AT, "desk")


def test_units_show_what_is_free(engine: Engine) -> None:
    with reading(engine) as conn:
        found = {unit.seat: unit.participant for unit in units(conn, CONFERENCE, "wb")}
    assert found == {
        "wb.in_person.speaker.1": "wb-walt",
        "wb.in_person.speaker.2": None,
        "wb.online.speaker.1": None,
        "wb.online.observer.1": None,
        "wb.online.observer.2": None,
        "wb.online.observer.3": None,
    }


@pytest.mark.parametrize(
    "modality, role, limit",
    [("online", "speaker", 1), ("online", "observer", 3), ("in_person", "speaker", 2)],
)
def test_parallel_transactions_cannot_exceed_a_limit(
    engine: Engine, modality: str, role: str, limit: int
) -> None:
    """More people than places, each in a transaction and connection of its own, all let go at once."""
    move(engine, ("pan.online.speaker.1", None), ("pan.online.observer.1", None))
    people = [f"pan-{number}" for number in range(1, limit + 3)]
    start = Barrier(len(people))

    def take_a_place(participant: str) -> bool:
        start.wait()
        for number in range(1, limit + 2):
            try:
                insert_row(engine, modality, role, number, participant)
            except IntegrityError:
                continue
            return True
        return False

    with ThreadPoolExecutor(len(people)) as threads:
        seated = list(threads.map(take_a_place, people))
    assert seated.count(True) == limit
    assert len([seat for seat in held(engine) if seat.startswith(f"pan.{modality}.{role}.")]) == limit


def test_parallel_transactions_cannot_seat_a_person_twice(engine: Engine) -> None:
    places = ["pan.in_person.speaker.1", "pan.in_person.speaker.2", "pan.online.observer.2"]
    start = Barrier(len(places))

    def sit(seat: str) -> str:
        start.wait()
        try:
            move(engine, (seat, "pan-1"))
        except seats.SeatRefused as refused:
            return refused.code
        return "seated"

    with ThreadPoolExecutor(len(places)) as threads:
        outcomes = sorted(threads.map(sit, places))
    assert outcomes == ["seat-taken", "seat-taken", "seated"]
    assert list(held(engine).values()).count("pan-1") == 1


def test_parallel_exchanges_leave_one_remote_speaker(engine: Engine) -> None:
    start = Barrier(6)

    def become_speaker(number: int) -> None:
        start.wait()
        move(engine, ("pan.online.speaker.1", f"pan-{number}"))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(become_speaker, range(1, 7)))
    assert [seat for seat in held(engine) if seat.startswith("pan.online.speaker")] == [
        "pan.online.speaker.1"
    ]
