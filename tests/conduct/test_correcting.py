"""An officer corrects what a registration says: place, seat, login and live logs follow, or nothing does."""

from typing import Any

import pytest
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    held,
    letters,
    policy,
    registered,
)
from tests.conduct.moot import MEETING
from tests.conduct.stage import Stage

from hemicycle.access import logins
from hemicycle.conduct.accreditation import approve, reject, withdraw
from hemicycle.conduct.correcting import correct
from hemicycle.conduct.policies import publish_policy
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, people, registrations, units
from hemicycle.registry.correcting import Correction
from hemicycle.registry.registrations import MatchKind, Registration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import reading

URL = "https://meetings.example"


def stored(stage: Stage, registration: str) -> Registration:
    with reading(stage.engine) as conn:
        return registrations.registration(conn, "moot", registration)


async def corrected(stage: Stage, registration: str, **changed: Any) -> Registration:
    """Correct these fields alone."""
    now = stored(stage, registration)
    said: dict[str, Any] = {
        "delegation": now.delegation,
        "name": now.name,
        "email": now.email,
        "modality": now.modality,
        "role": now.role,
        "sessions": now.sessions,
    }
    asked, desk = Correction(**{**said, **changed}), stage.login("desk")
    await correct(stage.conductor, "moot", registration, asked, desk, "The mission called", public_url=URL)
    return stored(stage, registration)


async def approved(stage: Stage, part: tuple[Modality, Role] = ONLINE_OBSERVER) -> Registration:
    (asked,) = registered(stage.engine, "ita", [part])
    done = await approve(stage.conductor, "moot", [asked], stage.login("desk"), public_url=URL)
    assert done.refused == {}
    return stored(stage, asked)


def alive(stage: Stage, participant: str | None) -> list[str]:
    assert participant is not None
    with reading(stage.engine) as conn:
        return [each.id for each in logins.of_participant(conn, "moot", participant)]


def seats_of(stage: Stage, participant: str | None) -> list[str]:
    return [seat for seat, who in stage.seats().items() if who == participant]


async def test_a_pending_one_is_matched_anew_and_it_is_on_record(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    wrong = await corrected(stage, asked, role=Role.SPEAKER)
    assert (wrong.match, wrong.reason) == (MatchKind.DIFFERS, "The mission called")
    right = await corrected(stage, asked, role=Role.OBSERVER)
    assert (right.match, right.state) == (MatchKind.MATCHED, "pending")
    with reading(stage.engine) as conn:
        told = [(each.action, each.detail) for each in audit.of(conn, "moot", f"registration:{asked}")]
    assert told[1:] == [("corrected", {"fields": ["role"]})] * 2
    assert letters(stage.engine) == []


async def test_of_another_delegation_it_is_matched_there(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    moved = await corrected(stage, asked, delegation="fra")
    assert (moved.delegation, moved.match) == ("fra", MatchKind.NONE)


async def test_nothing_is_corrected_where_nothing_is_wrong(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    before = stored(stage, asked)
    assert await corrected(stage, asked, email=before.email.upper()) == before


@pytest.mark.parametrize(
    "changed, code",
    [
        ({"delegation": "atlantis"}, "not-found"),
        ({"email": "taken"}, "already-registered"),
    ],
)
async def test_what_cannot_be_so_is_refused(stage: Stage, changed: dict[str, str], code: str) -> None:
    asked, other = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 2)
    if "email" in changed:
        changed = {"email": stored(stage, other).email}
    before = stored(stage, asked)
    with pytest.raises(ProblemError) as refused:
        await corrected(stage, asked, **changed)
    assert refused.value.problem["code"] == code
    assert stored(stage, asked) == before


async def test_one_that_was_rejected_or_withdrawn_asks_again(stage: Stage) -> None:
    rejected, gone = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 2)
    desk = stage.login("desk")
    await reject(stage.conductor, "moot", [rejected], desk, "no such person")
    await withdraw(stage.conductor, "moot", [gone], desk)
    for each in (rejected, gone):
        again = await corrected(stage, each, title="Ms")
        assert (again.state, again.match, again.title) == ("pending", MatchKind.MATCHED, "Ms")


async def test_an_approved_one_keeps_her_seat_and_link_under_her_right_name(stage: Stage) -> None:
    await stage.opened()
    person = await approved(stage)
    seats, links = seats_of(stage, person.participant), alive(stage, person.participant)
    right = await corrected(stage, person.id, name="Anna Álvarez")
    assert (right.state, seats_of(stage, person.participant)) == ("approved", seats)
    assert alive(stage, person.participant) == links
    with reading(stage.engine) as conn:
        assert people.person(conn, "moot", str(person.participant)).name == "Anna Álvarez"
    assert len(letters(stage.engine)) == 1


async def test_an_approved_one_takes_the_place_and_seat_of_her_right_part(stage: Stage) -> None:
    await publish_policy(
        stage.conductor,
        "moot",
        policy((*ROOM_SPEAKER, 2, 2), (*ONLINE_SPEAKER, 2, 2), (*ONLINE_OBSERVER, 3, 3)),
        stage.login("desk"),
    )
    await stage.opened()
    person = await approved(stage)
    await corrected(stage, person.id, modality=Modality.IN_PERSON, role=Role.SPEAKER)
    assert seats_of(stage, person.participant) == ["ita.in_person.speaker.2"]
    assert person.participant in held(stage.engine, units.PLACES)["ita", "in_person", "speaker", "*"]
    assert person.participant not in held(stage.engine, units.PLACES)["ita", "online", "observer", "*"]
    assert stage.roster(MEETING) == stage.seats()
    assert [body for _, body in letters(stage.engine) if "you take part in person" in body]


async def test_limits_hold_for_an_approved_one(stage: Stage) -> None:
    await stage.opened()
    person = await approved(stage)
    before = (stored(stage, person.id), stage.seats(), letters(stage.engine))
    with pytest.raises(ProblemError) as refused:
        await corrected(stage, person.id, role=Role.SPEAKER)
    assert refused.value.problem["code"] == "limit-reached"
    assert (stored(stage, person.id), stage.seats(), letters(stage.engine)) == before
    assert stage.roster(MEETING) == stage.seats()


async def test_a_right_address_gets_a_new_link_and_the_old_one_is_dead(stage: Stage) -> None:
    person = await approved(stage)
    old = alive(stage, person.participant)
    await corrected(stage, person.id, email="right@ita.example")
    (new,) = alive(stage, person.participant)
    assert [new] != old
    (body,) = [body for address, body in letters(stage.engine) if address == "right@ita.example"]
    assert f"{URL}/enter#{new}" in body


async def test_an_approved_one_changes_over_to_her_own_delegation(stage: Stage) -> None:
    await stage.opened()
    person = await approved(stage)
    old = alive(stage, person.participant)
    assert seats_of(stage, person.participant) == ["ita.online.observer.2"]
    there = (await corrected(stage, person.id, delegation="fra")).participant
    assert seats_of(stage, there) == ["fra.online.observer.2"]
    assert there in held(stage.engine, units.PLACES)["fra", "online", "observer", "*"]
    assert person.participant not in stage.seats().values()
    assert person.participant not in held(stage.engine, units.PLACES)["ita", "online", "observer", "*"]
    assert stage.roster(MEETING) == stage.seats()
    (new,) = alive(stage, there)
    assert new not in old
    assert alive(stage, person.participant) == []
    with reading(stage.engine) as conn:
        assert logins.find(conn, new).delegation == "fra"


async def test_who_was_approved_elsewhere_and_withdrawn_is_approved_where_she_belongs(stage: Stage) -> None:
    person = await approved(stage)
    await withdraw(stage.conductor, "moot", [person.id], stage.login("desk"))
    again = await corrected(stage, person.id, delegation="fra")
    assert (again.state, again.participant) == ("pending", None)
    await approve(stage.conductor, "moot", [again.id], stage.login("desk"), "The mission called")
    assert str(stored(stage, again.id).participant).startswith("fra-")


async def test_who_has_the_floor_is_corrected_later(stage: Stage) -> None:
    await publish_policy(
        stage.conductor,
        "moot",
        policy((*ROOM_SPEAKER, 2, 2), (*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 3, 3)),
        stage.login("desk"),
    )
    await stage.opened()
    person = await approved(stage, ROOM_SPEAKER)
    await stage.send(str(person.participant), "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    with pytest.raises(ProblemError) as refused:
        await corrected(stage, person.id, modality=Modality.ONLINE, role=Role.OBSERVER)
    assert refused.value.problem["code"] == "holder-speaking"
    assert stored(stage, person.id).part == person.part
