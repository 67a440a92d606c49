"""From a registration to a seat, a login and a mail, and back; with the live logs in step."""

import asyncio
from datetime import UTC, datetime

import pytest
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    free,
    held,
    letters,
    misfitting,
    policy,
    registered,
)
from tests.conduct.moot import MEETING, NEXT
from tests.conduct.stage import Stage

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts
from hemicycle.conduct.accreditation import Approved, approve, reject, release, swap, withdraw
from hemicycle.conduct.policies import publish_policy
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, people, registrations, units
from hemicycle.registry.policy import Pool
from hemicycle.registry.registrations import RegistrationState
from hemicycle.registry.seats import move_of
from hemicycle.rules.terms import Category, Modality
from hemicycle.storage import reading

URL = "https://meetings.example"
SEAT = "ita.online.observer.2"


async def _approve(stage: Stage, *which: str, reason: str | None = None) -> Approved:
    return await approve(stage.conductor, "moot", which, stage.login("desk"), reason, public_url=URL)


def _state(stage: Stage, registration: str) -> RegistrationState:
    with reading(stage.engine) as conn:
        return registrations.registration(conn, "moot", registration).state


def _logins(stage: Stage, participant: str) -> tuple[LoginFacts, ...]:
    with reading(stage.engine) as conn:
        return logins.of_participant(conn, "moot", participant)


async def test_an_approval_gives_person_place_seat_login_and_mail(stage: Stage) -> None:
    await stage.opened()
    await stage.follow()
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    done = await _approve(stage, asked)
    participant = f"ita-{asked[:8]}"
    assert done.approved == {asked: participant}
    assert done.refused == {}
    assert stage.seats()[SEAT] == participant
    assert stage.roster() == stage.seats()
    assert await stage.in_step()
    assert held(stage.engine, units.PLACES)["ita", "online", "observer", "*"] == ["ita-observer", participant]
    with reading(stage.engine) as conn:
        person = people.person(conn, "moot", participant)
    assert (person.delegation, person.capacity) == ("ita", "delegate")
    ((address, body),) = letters(stage.engine)
    link = next(line for line in body.splitlines() if line.startswith(URL))
    login, _, code = link.removeprefix(f"{URL}/enter#").partition(".")
    assert address.endswith("@ita.example")
    with stage.engine.begin() as conn:
        assert logins.exchange(conn, login, code, datetime.now(UTC))
        assert logins.find(conn, login).participant == participant


async def test_whom_the_note_does_not_name_is_approved_with_a_reason_only(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER], nominated=False)
    refused = (await _approve(stage, asked)).refused[asked]
    assert refused["code"] == "not-nominated"
    assert letters(stage.engine) == []
    assert _state(stage, asked) is RegistrationState.PENDING
    done = await _approve(stage, asked, reason="The embassy called")
    assert asked in done.approved
    with reading(stage.engine) as conn:
        assert registrations.registration(conn, "moot", asked).reason == "The embassy called"
        acts = [each.action for each in audit.of(conn, "moot", f"registration:{asked}")]
    assert acts == ["registered", "approved", "approved by hand"]


async def test_of_too_many_the_last_is_told_the_limit_and_its_source(stage: Stage) -> None:
    asked = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 4)
    done = await _approve(stage, *asked)
    assert len(done.approved) == 3  # the fourth place is the observer's who came with the file
    (problem,) = done.refused.values()
    assert (problem["code"], problem["rule"]) == ("limit-reached", "ROLE_LIMITS")
    assert "CU 2020/366" in problem["citation"]
    assert problem["detail"] == "Ita has no place left for another online observer; free one first."
    assert problem["params"] == {"delegation": "ita"}
    assert len(letters(stage.engine)) == 3


async def test_a_pool_is_shared_and_full(stage: Stage) -> None:
    pool = Pool(id="remote", modality=Modality.ONLINE, categories=(Category.STATE_PARTY,), size=6 + 2)
    limits = policy((*ONLINE_OBSERVER, 3, 3), (*ONLINE_SPEAKER, 1, 1), (*ROOM_SPEAKER, 2, 2), pools=(pool,))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    ours = registered(stage.engine, "ita", [ONLINE_OBSERVER, ROOM_SPEAKER])
    theirs = registered(stage.engine, "fra", [ONLINE_OBSERVER, ONLINE_OBSERVER])
    institution = registered(stage.engine, "wb", [ONLINE_OBSERVER])
    done = await _approve(stage, *ours, *theirs, *institution)
    (problem,) = done.refused.values()
    assert (problem["code"], problem["params"]) == ("pool-full", {"pool": "remote"})
    assert problem["rule"] == "ROLE_LIMITS"
    assert len(done.approved) == 4
    assert len(held(stage.engine, units.POOLS)["remote",]) == 6 + 2


async def test_two_nodes_approve_for_the_last_unit_and_one_gets_it(stage: Stage, other: Stage) -> None:
    await stage.opened()
    pool = Pool(id="platform", modality=Modality.ONLINE, size=10 + 5)
    limits = policy((*ONLINE_OBSERVER, 4, 4), (*ONLINE_SPEAKER, 1, 1), (*ROOM_SPEAKER, 2, 2), pools=(pool,))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    ours = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 4)
    theirs = registered(stage.engine, "fra", [ONLINE_OBSERVER] * 4)
    sides = [(node, one) for node in (stage, other) for one in (*ours, *theirs)]
    done = await asyncio.gather(*(_approve(node, one) for node, one in sides))
    approved = [registration for each in done for registration in each.approved]
    assert len(approved) == len(set(approved)) == 5
    codes = {p["code"] for each in done for p in each.refused.values()}
    assert codes <= {"limit-reached", "pool-full", "registration-decided"}
    assert len(held(stage.engine, units.POOLS)["platform",]) == 10 + 5
    assert all(len(who) <= 4 for who in held(stage.engine, units.PLACES).values())
    assert stage.roster() == stage.seats()


async def test_more_may_be_nominated_than_be_present_and_alternates_change_places(stage: Stage) -> None:
    limits = policy((*ROOM_SPEAKER, 3, 1), (*ONLINE_OBSERVER, 3, 3), (*ONLINE_SPEAKER, 1, 1))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    await stage.opened()
    await release(stage.conductor, "moot", ["ita-room"], stage.login("desk"))
    asked = registered(stage.engine, "ita", [ROOM_SPEAKER] * 3)
    done = await _approve(stage, *asked)
    assert len(done.approved) == 3
    (badge,) = done.seated
    alternate = next(p for p in done.approved.values() if p != badge)
    await swap(stage.conductor, "moot", (badge, alternate), stage.login("desk"), "after lunch")
    assert stage.seats()["ita.in_person.speaker.1"] == alternate
    assert stage.roster() == stage.seats()
    with pytest.raises(ProblemError) as refused:
        await swap(stage.conductor, "moot", (badge, "fra-room"), stage.login("desk"))
    assert refused.value.problem["reason"] == "unknown-participant"
    third = next(p for p in done.approved.values() if p not in {badge, alternate})
    with pytest.raises(ProblemError):
        await swap(stage.conductor, "moot", (badge, third), stage.login("desk"))


async def test_a_withdrawal_frees_seat_and_place_and_ends_the_login(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    participant = (await _approve(stage, asked)).approved[asked]
    (login,) = _logins(stage, participant)
    done = await withdraw(stage.conductor, "moot", [asked], stage.login("desk"), "recalled")
    assert (done.done, done.ended, done.refused) == ([asked], [login.id], {})
    assert _logins(stage, participant) == ()
    assert SEAT not in stage.seats()
    assert stage.roster() == stage.roster(NEXT) == stage.seats()
    assert held(stage.engine, units.PLACES)["ita", "online", "observer", "*"] == ["ita-observer"]
    again = await withdraw(stage.conductor, "moot", [asked], stage.login("desk"))
    assert again.refused[asked]["code"] == "registration-decided"


async def test_who_came_with_the_file_gives_up_seat_and_place(stage: Stage) -> None:
    await stage.opened()
    platform = Pool(id="platform", modality=Modality.ONLINE, size=10)
    limits = policy(
        (*ONLINE_OBSERVER, 3, 3), (*ONLINE_SPEAKER, 1, 1), (*ROOM_SPEAKER, 2, 2), pools=(platform,)
    )
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    await stage.follow()
    login = stage.login("ita-online")
    (asked,) = registered(stage.engine, "ita", [ONLINE_SPEAKER])
    assert (await _approve(stage, asked)).refused[asked]["code"] == "limit-reached"
    assert await release(stage.conductor, "moot", ["ita-online"], stage.login("desk"), "ill") == [login.id]
    assert (stage.roster(), "ita.online.speaker.1" in stage.seats()) == (stage.seats(), False)
    assert "ita-online" not in held(stage.engine, units.POOLS)["platform",]
    done = await _approve(stage, asked)
    assert held(stage.engine, units.PLACES)["ita", "online", "speaker", "*"] == [done.approved[asked]]
    assert await stage.in_step()
    for who, code in (
        (done.approved[asked], "registration-decided"),
        ("nobody", "seat-refused"),
    ):
        with pytest.raises(ProblemError) as refused:
            await release(stage.conductor, "moot", ["ita-room", who], stage.login("desk"))
        assert refused.value.problem["code"] == code
    assert stage.seats()["ita.in_person.speaker.1"] == "ita-room"


async def test_an_alternate_of_the_file_changes_places_and_both_keep_theirs(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_SPEAKER])
    participant = (await _approve(stage, asked)).approved[asked]
    before = held(stage.engine, units.PLACES)
    await swap(stage.conductor, "moot", ("ita-online", participant), stage.login("desk"))
    assert stage.seats()["ita.online.speaker.1"] == participant
    assert held(stage.engine, units.PLACES) == before
    assert before["ita", "online", "speaker", "*"] == ["ita-online", participant]


async def test_who_has_the_floor_is_not_withdrawn(stage: Stage) -> None:
    await stage.opened()
    await release(stage.conductor, "moot", ["ita-online"], stage.login("desk"))
    (asked,) = registered(stage.engine, "ita", [ONLINE_SPEAKER])
    participant = (await _approve(stage, asked)).approved[asked]
    (login,) = _logins(stage, participant)
    await stage.conductor.handle(MEETING, login, "asks", {"command": "RequestFloor"})
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    before = stage.recorded(), stage.seats()
    done = await withdraw(stage.conductor, "moot", [asked], stage.login("desk"))
    assert done.refused[asked]["code"] == "holder-speaking"
    assert (stage.recorded(), stage.seats()) == before
    assert _logins(stage, participant) == (login,)
    assert _state(stage, asked) is RegistrationState.APPROVED


async def test_a_rejection_has_a_reason_and_an_approved_one_is_not_rejected(stage: Stage) -> None:
    one, other = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 2)
    await _approve(stage, other)
    done = await reject(stage.conductor, "moot", [one, other, "none"], stage.login("desk"), "not named")
    assert done.done == [one]
    assert {key: p["code"] for key, p in done.refused.items()} == {
        other: "registration-decided",
        "none": "unknown-registration",
    }
    assert "withdraw it instead" in done.refused[other]["detail"]
    assert _state(stage, one) is RegistrationState.REJECTED
    again = await reject(stage.conductor, "moot", [one], stage.login("desk"), "not named")
    assert again.refused[one]["detail"] == f"registration {one} is rejected already"


async def test_of_two_desks_that_give_the_same_seat_the_second_is_told(stage: Stage, other: Stage) -> None:
    await stage.opened()
    seen: dict[str, str | None] = {SEAT: None}
    moves = ((stage, "ita-spare"), (other, "ita-extra"))
    answers = await asyncio.gather(
        *(
            change_roster(node.conductor, "moot", [move_of(SEAT, who)], node.login("desk"), former=seen)
            for node, who in moves
        ),
        return_exceptions=True,
    )
    (refused,) = [each for each in answers if isinstance(each, ProblemError)]
    assert refused.problem["reason"] == "holder-changed"
    assert refused.problem["params"]["participant"] == stage.seats()[SEAT]
    assert misfitting(stage.engine) == {}
    assert free(stage.engine, units.SEATS)["ita", "online", "observer", "*"] == 1
