"""Limits that change while people hold what they allowed: nobody is dropped, somebody settles each."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    free,
    held,
    misfitting,
    policy,
    registered,
)
from tests.conduct.moot import AT, MEETING, NEXT
from tests.conduct.stage import Stage

from hemicycle.conduct.accreditation import approve, release, settle, withdraw
from hemicycle.conduct.policies import apply_policy, preview, publish_policy
from hemicycle.conduct.roster import change_roster
from hemicycle.conduct.settling import Settled, Settlement, Settling
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, limits, registrations, units
from hemicycle.registry.policy import Limit, NewPolicy, Pool
from hemicycle.registry.seats import move_of
from hemicycle.rules.events import RoleMoved
from hemicycle.rules.terms import Category, Modality, Role
from hemicycle.storage import reading

NOVEMBER = policy((*ROOM_SPEAKER, 2, 2), (*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 3, 3))
ROOM_WITHDRAWN = policy((*ONLINE_SPEAKER, 2, 2), (*ONLINE_OBSERVER, 2, 2))


async def _settle(stage: Stage, who: str, act: Settling, **to: object) -> None:
    settled = await _settle_all(stage, [who], act, **to)
    if settled.refused:
        raise ProblemError(settled.refused[who])
    assert settled.done == [who]


async def _settle_all(stage: Stage, who: list[str], act: Settling, **to: object) -> Settled:
    settlement = replace(Settlement(participants=who, act=act), **to)  # type: ignore[arg-type]
    return await settle(stage.conductor, "moot", settlement, stage.login("desk"))


async def _refused(asked: Awaitable[object]) -> str:
    with pytest.raises(ProblemError) as refused:
        await asked
    return str(refused.value.problem["code"])


async def _delegation(stage: Stage) -> list[str]:
    """Italy's people: 2 in the room, 1 remote speaker, 3 remote observers, all approved and seated."""
    of_file = ["ita-room", "ita-online", "ita-observer"]
    await release(stage.conductor, "moot", of_file, stage.login("desk"))
    wanted = [ROOM_SPEAKER] * 2 + [ONLINE_SPEAKER] + [ONLINE_OBSERVER] * 3
    asked = registered(stage.engine, "ita", wanted)
    done = await approve(stage.conductor, "moot", asked, stage.login("desk"))
    assert done.refused == {}
    assert len(done.seated) == 6
    return [done.approved[each] for each in asked]


async def test_november_2020_the_room_is_withdrawn_mid_flight(stage: Stage) -> None:
    await publish_policy(stage.conductor, "moot", NOVEMBER, stage.login("desk"))
    await stage.opened()
    await stage.opened(NEXT)
    await stage.follow()
    first, second, remote, *observers = await _delegation(stage)
    before = stage.seats()
    expected = await preview(stage.conductor, "moot", ROOM_WITHDRAWN)
    await publish_policy(stage.conductor, "moot", ROOM_WITHDRAWN, stage.login("desk"))
    assert stage.seats() == before
    ours = {who: over for who, over in misfitting(stage.engine).items() if who.startswith("ita-")}
    assert ours.keys() == {first, second, observers[2]}
    assert ours[first] == ("place:in_person.speaker.*", "seat:in_person.speaker.*")
    assert {m.participant: m.over for m in expected} == misfitting(stage.engine)

    await _settle(stage, first, Settling.MOVE, modality=Modality.ONLINE, role=Role.SPEAKER)
    assert stage.seats()["ita.online.speaker.2"] == first
    assert await _refused(
        _settle(stage, second, Settling.MOVE, modality=Modality.ONLINE, role=Role.SPEAKER)
    ) == ("limit-reached")
    await _settle(stage, observers[2], Settling.WITHDRAW, reason="the fewest")
    await _settle(stage, second, Settling.KEEP, reason="already in Vienna")
    assert await _refused(_settle(stage, remote, Settling.WITHDRAW)) == "fits"
    assert not [who for who in misfitting(stage.engine) if who in {first, second, *observers}]

    assert stage.roster() == stage.roster(NEXT) == stage.seats()
    assert await stage.in_step()
    moved = [r.event for r in stage.recorded() if isinstance(r.event, RoleMoved)]
    assert moved[-1].policy == 3
    assert free(stage.engine, units.SEATS)["ita", "in_person", "speaker", "*"] == 0
    with reading(stage.engine) as conn:
        acts = [each.action for each in audit.of(conn, "moot", f"participant:{second}")]
    assert acts == ["settled: keep"]


async def test_many_are_settled_in_one_act_and_who_is_refused_keeps_nobody_back(stage: Stage) -> None:
    await publish_policy(stage.conductor, "moot", NOVEMBER, stage.login("desk"))
    await stage.opened()
    await _delegation(stage)
    await stage.send("pan-room", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    await publish_policy(stage.conductor, "moot", ROOM_WITHDRAWN, stage.login("desk"))
    in_room = [who for who, over in misfitting(stage.engine).items() if "place:in_person.speaker.*" in over]
    ours = [who for who in in_room if who.startswith("ita-")]
    assert len(ours) == 2
    assert {"pan-room", "fra-room"} < set(in_room)
    to = {"modality": Modality.ONLINE, "role": Role.SPEAKER}
    settled = await _settle_all(stage, [*in_room, "nobody"], Settling.MOVE, **to)
    codes = {who: problem["code"] for who, problem in settled.refused.items()}
    assert codes == {ours[1]: "limit-reached", "pan-room": "holder-speaking", "nobody": "seat-refused"}
    assert set(settled.done) == set(in_room) - {ours[1], "pan-room"}
    assert not set(settled.done) & misfitting(stage.engine).keys()
    assert stage.roster() == stage.seats()


async def test_two_who_go_leave_each_her_own_seat(stage: Stage) -> None:
    await publish_policy(stage.conductor, "moot", NOVEMBER, stage.login("desk"))
    first, second, *_ = await _delegation(stage)
    await publish_policy(stage.conductor, "moot", ROOM_WITHDRAWN, stage.login("desk"))
    settled = await _settle_all(stage, [first, second, first], Settling.WITHDRAW, reason="no room")
    assert (settled.done, len(settled.ended)) == ([first, second], 2)
    assert not [who for who in stage.seats().values() if who in {first, second}]


async def test_to_keep_somebody_needs_a_reason_and_ends_with_the_seat(stage: Stage) -> None:
    await stage.opened()
    await publish_policy(stage.conductor, "moot", ROOM_WITHDRAWN, stage.login("desk"))
    assert misfitting(stage.engine)["ita-room"] == (
        "place:in_person.speaker.*",
        "seat:in_person.speaker.*",
    )
    assert await _refused(_settle(stage, "ita-room", Settling.KEEP)) == "reason-needed"
    await _settle(stage, "ita-room", Settling.KEEP, reason="already in Vienna")
    seat = "ita.in_person.speaker.1"
    assert await _refused(
        change_roster(stage.conductor, "moot", [move_of(seat, "ita-spare")], stage.login("desk"))
    ) == ("seat-refused")
    await change_roster(stage.conductor, "moot", [move_of(seat, None)], stage.login("desk"))
    assert ("ita", "in_person", "speaker", "*") not in free(stage.engine, units.SEATS)
    assert stage.roster() == stage.seats()


async def test_who_has_the_floor_is_settled_later(stage: Stage) -> None:
    await stage.opened()
    await stage.send("ita-room", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    await publish_policy(stage.conductor, "moot", ROOM_WITHDRAWN, stage.login("desk"))
    assert await _refused(_settle(stage, "ita-room", Settling.WITHDRAW)) == "holder-speaking"
    await stage.send("chair", "EndStatement")
    await _settle(stage, "ita-room", Settling.WITHDRAW)
    assert "ita.in_person.speaker.1" not in stage.seats()
    assert stage.roster() == stage.seats()


async def test_a_policy_comes_to_hold_at_its_moment(stage: Stage) -> None:
    later = replace(ROOM_WITHDRAWN, holds_from=AT + timedelta(hours=1))
    await publish_policy(stage.conductor, "moot", later, stage.login("desk"))
    assert misfitting(stage.engine) == {}
    await stage.clock.advance(3599)
    assert misfitting(stage.engine) == {}
    await stage.clock.advance(1)
    assert "ita-room" in misfitting(stage.engine)
    with reading(stage.engine) as conn:
        assert limits.in_force(conn, "moot", stage.clock.now()).applied_at == later.holds_from


async def test_what_came_to_hold_while_the_service_was_down_is_applied_at_start(
    stage: Stage, other: Stage
) -> None:
    later = replace(ROOM_WITHDRAWN, holds_from=AT + timedelta(hours=1))
    await publish_policy(stage.conductor, "moot", later, stage.login("desk"))
    stage.clock.wakes.clear()
    stage.clock.time += timedelta(hours=2)
    await asyncio.gather(apply_policy(stage.conductor), apply_policy(other.conductor))
    assert "ita-room" in misfitting(stage.engine)
    with reading(stage.engine) as conn:
        assert [a.action for a in audit.of(conn, "moot", "policy:2")] == [
            "policy published",
            "policy applied",
        ]


async def test_who_was_over_fits_again_when_a_unit_becomes_free(stage: Stage) -> None:
    people = await _delegation(stage)
    less = policy((*ROOM_SPEAKER, 2, 2), (*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 2, 2))
    await publish_policy(stage.conductor, "moot", less, stage.login("desk"))
    (over,) = (who for who in misfitting(stage.engine) if who.startswith("ita-"))
    fitting = next(who for who in people[3:] if who != over)
    with reading(stage.engine) as conn:
        found = registrations.registrations(conn, "moot")
    registration = next(each.id for each in found if each.participant == fitting)
    await withdraw(stage.conductor, "moot", [registration], stage.login("desk"))
    assert over not in misfitting(stage.engine)
    assert free(stage.engine, units.PLACES)["ita", "online", "observer", "*"] == 0


async def test_a_category_and_a_meeting_have_limits_of_their_own(stage: Stage) -> None:
    new = NewPolicy(
        holds_from=AT,
        reason="one more observer in the first meeting; entities have no speaker online",
        limits=(
            *NOVEMBER.limits,
            Limit(
                category=Category.ENTITY, modality=Modality.ONLINE, role=Role.SPEAKER, nominated=0, at_once=0
            ),
            Limit(modality=Modality.ONLINE, role=Role.OBSERVER, scope=MEETING, nominated=1, at_once=1),
        ),
    )
    await stage.opened()
    await stage.opened(NEXT)
    await publish_policy(stage.conductor, "moot", new, stage.login("desk"))
    assert misfitting(stage.engine) == {"wb-online": ("place:online.speaker.*", "seat:online.speaker.*")}
    seat = f"ita.online.observer.1.{MEETING}"
    await change_roster(stage.conductor, "moot", [move_of(seat, "ita-spare")], stage.login("desk"))
    assert stage.roster()[seat] == "ita-spare"
    assert seat not in stage.roster(NEXT)
    beside = move_of("ita.online.observer.2", "ita-spare")
    assert (
        await _refused(change_roster(stage.conductor, "moot", [beside], stage.login("desk")))
        == "seat-refused"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NOVEMBER, reason=" "),
        replace(NOVEMBER, limits=(*NOVEMBER.limits, NOVEMBER.limits[0])),
        replace(NOVEMBER, limits=(replace(NOVEMBER.limits[0], scope="nowhere"),)),
        replace(NOVEMBER, limits=(replace(NOVEMBER.limits[0], at_once=3),)),
        replace(NOVEMBER, pools=(Pool(id="p", size=-1),)),
        replace(NOVEMBER, pools=(Pool(id="p", size=1), Pool(id="p", size=1))),
    ],
)
async def test_a_policy_that_contradicts_itself_is_refused(stage: Stage, wrong: NewPolicy) -> None:
    assert (
        await _refused(publish_policy(stage.conductor, "moot", wrong, stage.login("desk")))
        == "policy-refused"
    )
    assert await _refused(preview(stage.conductor, "moot", wrong)) == "policy-refused"
    with reading(stage.engine) as conn:
        assert [p.version for p in limits.policies(conn, "moot")] == [1]


async def test_a_pool_that_shrinks_lists_who_is_too_much(stage: Stage) -> None:
    people = await _delegation(stage)
    platform = Pool(id="platform", modality=Modality.ONLINE, size=8 + 3)
    await publish_policy(stage.conductor, "moot", replace(NOVEMBER, pools=(platform,)), stage.login("desk"))
    over = misfitting(stage.engine)
    assert list(over.values()) == [("pool:platform",)]
    await _settle(stage, next(iter(over)), Settling.WITHDRAW)
    assert misfitting(stage.engine) == {}
    assert len(held(stage.engine, units.POOLS)["platform",]) == 8 + 3
    assert len(people) == 6
