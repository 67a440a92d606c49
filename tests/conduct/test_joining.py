"""Somebody of the conference's file who registers too is one person: one place, one seat, one line."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import update
from sqlmodel import col
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    held,
    letters,
    policy,
    registered,
)
from tests.conduct.stage import Stage

from hemicycle.conduct.accreditation import Approved, approve, withdraw
from hemicycle.conduct.correcting import correct
from hemicycle.conduct.policies import publish_policy
from hemicycle.registry import registrations, units
from hemicycle.registry.correcting import Correction
from hemicycle.registry.departed import Departed, departed
from hemicycle.registry.registrations import Registration
from hemicycle.registry.taking_part import taking_part
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import reading, writing
from hemicycle.storage.tables import NominationRow, ParticipantRow

THERE = "ita-observer"


def asking(stage: Stage, part: tuple[Modality, Role] = ONLINE_OBSERVER) -> Registration:
    """Somebody whom Italy's note names has registered."""
    (asked,) = registered(stage.engine, "ita", [part])
    return stored(stage, asked)


def stored(stage: Stage, registration: str) -> Registration:
    with reading(stage.engine) as conn:
        return registrations.registration(conn, "moot", registration)


def in_file(stage: Stage, who: str = THERE, **said: str | None) -> None:
    """What the conference's file says of this person."""
    with writing(stage.engine) as conn:
        conn.execute(update(ParticipantRow).where(col(ParticipantRow.id) == who).values(**said))


async def approved(stage: Stage, *asked: Registration, **how: Any) -> Approved:
    ids = [each.id for each in asked]
    return await approve(stage.conductor, "moot", ids, stage.login("desk"), **how)


def lines(stage: Stage) -> Sequence[str | None]:
    with reading(stage.engine) as conn:
        return sorted(str(each.participant) for each in taking_part(conn, "moot") if each.delegation == "ita")


async def test_her_address_tells_that_she_is_there_already(stage: Stage) -> None:
    await stage.opened()
    person = asking(stage)
    in_file(stage, email=person.email.upper(), name=f"H.E. {person.name}", title="Counsellor")
    before = stage.seats(), held(stage.engine, units.PLACES), lines(stage)
    done = await approved(stage, person)
    assert (done.approved, done.refused, done.seated) == ({person.id: THERE}, {}, {THERE})
    assert (stage.seats(), held(stage.engine, units.PLACES), lines(stage)) == before
    assert stage.roster() == stage.seats()
    assert [address for address, _ in letters(stage.engine)] == [person.email]


async def test_without_an_address_the_nomination_tells(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, name=person.name.upper())
    assert (await approved(stage, person)).approved == {person.id: THERE}


async def test_a_delegation_whose_places_are_all_held_still_joins(stage: Stage) -> None:
    limits = policy((*ROOM_SPEAKER, 1, 1), (*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 1, 1))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    person, other = asking(stage), asking(stage)
    in_file(stage, email=person.email, name=person.name)
    done = await approved(stage, person, other)
    assert done.approved == {person.id: THERE}
    assert done.refused[other.id]["code"] == "limit-reached"


async def test_what_she_now_asks_for_takes_place_and_seat_along(stage: Stage) -> None:
    await stage.opened()
    person = asking(stage, ROOM_SPEAKER)
    in_file(stage, email=person.email, name=person.name)
    done = await approved(stage, person)
    assert done.seated == {THERE}
    places = held(stage.engine, units.PLACES)
    assert THERE in places["ita", "in_person", "speaker", "*"]
    assert ("ita", "online", "observer", "*") not in places
    assert [seat for seat, who in stage.seats().items() if who == THERE] == ["ita.in_person.speaker.2"]
    assert stage.roster() == stage.seats()


async def test_who_has_no_place_in_the_file_gets_one(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, "ita-spare", email=person.email, name=person.name)
    assert (await approved(stage, person)).seated == {"ita-spare"}
    assert "ita-spare" in held(stage.engine, units.PLACES)["ita", "online", "observer", "*"]


async def test_a_name_that_is_only_alike_is_left_to_the_officer(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, email="another@ita.example", name=person.name)
    before = stage.seats(), held(stage.engine, units.PLACES), letters(stage.engine)
    (problem,) = (await approved(stage, person)).refused.values()
    assert problem["code"] == "perhaps-there"
    assert problem["alike"] == [{"participant": THERE, "name": person.name}]
    assert (stage.seats(), held(stage.engine, units.PLACES), letters(stage.engine)) == before
    assert (await approved(stage, person, same_as=THERE)).approved == {person.id: THERE}


async def test_with_a_reason_she_is_somebody_else(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, email="another@ita.example", name=person.name)
    done = await approved(stage, person, reason="Her sister")
    assert done.approved[person.id] != THERE
    assert {THERE, done.approved[person.id]} <= set(lines(stage))


async def test_a_mailbox_that_two_share_does_not_make_them_one(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, email=person.email, name="Zyx Quux")
    (problem,) = (await approved(stage, person)).refused.values()
    assert problem["code"] == "perhaps-there"


async def test_two_whom_the_note_names_apart_are_two(stage: Stage) -> None:
    """Of one family: each is sure by her own line of the note."""
    person, other = asking(stage), asking(stage)
    with writing(stage.engine) as conn:
        conn.execute(
            update(NominationRow)
            .where(col(NominationRow.id) == other.nomination)
            .values(name=f"{person.name} Quux")
        )
    in_file(stage, email=other.email, name=f"{person.name} Quux")
    done = await approved(stage, person)
    assert done.refused == {}
    assert done.approved[person.id] != THERE


async def test_one_family_name_does_not_make_two_alike(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, name=f"Cleo {person.name.rpartition(' ')[2]}")
    assert (await approved(stage, person)).approved[person.id] != THERE


async def test_a_slip_of_the_pen_is_left_to_the_officer(stage: Stage) -> None:
    person = asking(stage)
    first, _, last = person.name.partition(" ")
    in_file(stage, name=f"{first} {last}s")
    (problem,) = (await approved(stage, person)).refused.values()
    assert problem["code"] == "perhaps-there"


async def test_one_person_of_the_file_is_joined_once(stage: Stage) -> None:
    one, other = asking(stage), asking(stage)
    assert (await approved(stage, one, same_as=THERE)).approved == {one.id: THERE}
    for who in (THERE, "fra-observer", "nobody"):
        assert (await approved(stage, other, same_as=who)).refused[other.id]["code"] == "not-found"


async def test_her_withdrawal_frees_what_the_file_gave_her(stage: Stage) -> None:
    person = asking(stage)
    in_file(stage, email=person.email, name=person.name)
    await approved(stage, person)
    await withdraw(stage.conductor, "moot", [person.id], stage.login("desk"))
    assert THERE not in {*stage.seats().values(), *lines(stage)}
    with reading(stage.engine) as conn:
        assert departed(conn, "moot")[THERE] is Departed.WITHDRAWN


async def test_who_changes_over_is_joined_to_her_line_of_that_delegation(stage: Stage) -> None:
    person = asking(stage)
    await approved(stage, person)
    in_file(stage, "fra-observer", email=person.email, name=person.name)
    before = held(stage.engine, units.PLACES)["fra", "online", "observer", "*"]
    asked = Correction(
        delegation="fra",
        name=person.name,
        email=person.email,
        modality=person.modality,
        role=person.role,
    )
    await correct(stage.conductor, "moot", person.id, asked, stage.login("desk"), "The mission called")
    assert stored(stage, person.id).participant == "fra-observer"
    assert held(stage.engine, units.PLACES)["fra", "online", "observer", "*"] == before
