"""What subscribers hear, and what a console that comes back is given."""

import asyncio
from itertools import pairwise

import pytest
from tests.conduct.moot import MEETING, NEXT
from tests.conduct.stage import Listener, Stage, until

from hemicycle.conduct.ports import Publication
from hemicycle.conduct.sitting import RETAINED
from hemicycle.contract.merge import merged
from hemicycle.contract.problems import ProblemError
from hemicycle.views.audiences import Audience


class Broken:
    def published(self, publication: Publication) -> None:
        raise RuntimeError(f"this subscriber fails at {publication.seq}")


async def _a_statement(stage: Stage) -> None:
    await stage.send("pan-online", "RequestFloor")
    for command in ("CallNext", "GiveFloor", "EndStatement"):
        await stage.send("chair", command)


async def test_one_publication_a_command_without_gaps(stage: Stage) -> None:
    await stage.opened()
    await _a_statement(stage)
    heard = stage.listener.heard
    assert [p.recorded[0].command_id for p in heard] == stage.logged()[1:]
    assert all(before.seq == after.prev_seq for before, after in pairwise(heard))
    assert [r for p in heard for r in p.recorded] == stage.recorded()[1:]
    assert heard[-1].meeting == stage.folded()


async def test_patches_make_what_a_fresh_view_is(stage: Stage) -> None:
    await stage.follow()
    await stage.opened()
    await _a_statement(stage)
    assert await stage.in_step()


async def test_a_refusal_is_told_to_nobody(stage: Stage) -> None:
    await stage.opened()
    before = len(stage.listener.heard)
    await stage.refused("chair", "GiveFloor")
    assert len(stage.listener.heard) == before


async def test_a_subscriber_that_fails_keeps_nothing_from_the_others(stage: Stage) -> None:
    stage.conductor.subscribe(Broken())
    last = Listener()
    stage.conductor.subscribe(last)
    await stage.opened()
    assert last.commands() == stage.listener.commands() != []


async def test_the_patches_since_any_number_lead_to_the_present(stage: Stage) -> None:
    begun = await stage.conductor.snapshot(MEETING, Audience.PODIUM)
    views = {begun.seq: begun.view}
    await stage.opened()
    await _a_statement(stage)
    for publication in stage.listener.heard:
        views[publication.seq] = merged(views[publication.prev_seq], publication.merges[Audience.PODIUM])
    now = await stage.conductor.snapshot(MEETING, Audience.PODIUM)
    for seq, view in views.items():
        patches = await stage.conductor.patches_since(MEETING, Audience.PODIUM, begun.epoch, seq)
        assert patches is not None
        for patch in patches:
            view = merged(view, patch.merge)  # noqa: PLW2901 - folded
        assert view == now.view


async def test_patches_that_cannot_help_are_not_given(stage: Stage) -> None:
    await stage.opened()
    epoch = (await stage.conductor.snapshot(MEETING, Audience.HALL)).epoch
    seq = stage.listener.heard[-1].seq
    since = stage.conductor.patches_since
    assert await since(MEETING, Audience.HALL, epoch, seq) == []
    assert await since(MEETING, Audience.HALL, epoch, seq + 1) is None
    assert await since(MEETING, Audience.HALL, "another", seq) is None
    assert await since(MEETING, Audience.HALL, epoch, 0) is None
    within = next(p for p in stage.listener.heard if p.seq - p.prev_seq > 1)
    assert await since(MEETING, Audience.HALL, epoch, within.prev_seq + 1) is None


async def test_only_so_many_patches_are_kept(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    epoch = (await stage.conductor.snapshot(MEETING, Audience.HALL)).epoch
    oldest = stage.listener.heard[-1].seq
    commands = ["PauseSpeaking", "ResumeSpeaking"] * (RETAINED // 2)
    await asyncio.gather(*(stage.send("chair", command) for command in commands))
    kept = await stage.conductor.patches_since(MEETING, Audience.HALL, epoch, oldest)
    assert kept is not None
    assert len(kept) == RETAINED
    await stage.send("chair", "PauseSpeaking")
    assert await stage.conductor.patches_since(MEETING, Audience.HALL, epoch, oldest) is None


async def test_after_a_restart_the_numbers_go_on(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await _a_statement(stage)
    before = await stage.conductor.snapshot(MEETING, Audience.BOOTHS)
    after = await other.conductor.snapshot(MEETING, Audience.BOOTHS)
    assert (after.epoch, after.seq, after.view) == (before.epoch, before.seq, before.view)


async def test_what_another_node_appended_is_heard_first_and_in_order(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await stage.follow()
    await other.follow()
    await other.send("pan-online", "RequestFloor", cid="theirs-1")
    await other.send("ita-online", "RequestFloor", cid="theirs-2")
    await stage.send("chair", "CallNext", cid="ours")
    assert stage.listener.commands()[-3:] == ["theirs-1", "theirs-2", "ours"]
    assert stage.logged()[-3:] == ["theirs-1", "theirs-2", "ours"]
    assert await stage.in_step()


async def test_a_lost_race_is_decided_again_on_what_is_there_now(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await other.conductor.sitting(MEETING)
    await stage.send("pan-online", "RequestFloor")
    refused = await other.refused("pan-room", "RequestFloor")
    assert refused["code"] == "already-requested"
    assert other.listener.commands() == ["pan-online-4"]


async def test_two_nodes_at_once_lose_and_double_nothing(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await stage.follow()
    await other.follow()
    people = [f"{d}-{s}" for d in ("pan", "ita", "fra", "eu", "wb") for s in ("online", "room")]
    answers = await asyncio.gather(
        *(node.send(who, "RequestFloor") for who in people for node in (stage, other)),
        return_exceptions=True,
    )
    accepted = [answer for answer in answers if isinstance(answer, int)]
    assert len(accepted) == len(stage.folded().requests) == 5
    for node in (stage, other):
        await node.refused("chair", "GiveFloor")
        assert await node.in_step()


async def test_the_same_command_on_two_nodes_is_one(stage: Stage, other: Stage) -> None:
    await stage.opened()
    other._logins = stage._logins  # noqa: SLF001 - the same console, come back on another node
    stage.login("pan-online")
    first, second = await asyncio.gather(
        stage.send("pan-online", "RequestFloor", cid="once"),
        other.send("pan-online", "RequestFloor", cid="once"),
    )
    assert first == second
    assert stage.logged().count("once") == 1


async def test_two_nodes_begin_a_log_once(stage: Stage, other: Stage) -> None:
    await asyncio.gather(stage.conductor.sitting(NEXT), other.conductor.sitting(NEXT))
    assert [r.command_id for r in stage.recorded(NEXT)] == ["set-up"]


async def test_an_unknown_meeting_is_unknown_through_every_door(stage: Stage) -> None:
    conductor = stage.conductor
    for ask in (
        conductor.handle("moot-9", stage.login("chair"), "c1", {"command": "CallToOrder"}),
        conductor.snapshot("moot-9", Audience.HALL),
        conductor.patches_since("moot-9", Audience.HALL, "e", 0),
        conductor.sitting("moot-9"),
    ):
        with pytest.raises(ProblemError) as refused:
            await ask
        assert (refused.value.problem["code"], refused.value.status) == ("unknown-meeting", 404)


async def test_many_who_open_a_meeting_at_once_open_it_once(stage: Stage) -> None:
    sittings = await asyncio.gather(*(stage.conductor.sitting(NEXT) for _ in range(20)))
    assert len({id(s) for s in sittings}) == 1


async def test_meetings_go_on_beside_each_other(stage: Stage) -> None:
    await stage.opened()
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        stuck = asyncio.create_task(stage.send("pan-online", "RequestFloor"))
        await stage.opened(NEXT)
        await until(lambda: "pan-online" not in repr(stage.logged()))
        assert not stuck.done()
    await stuck
