"""Two nodes on one database are one service: to consoles, to logins, to rosters, to the clock."""

import asyncio
from itertools import count

import pytest
from tests.nodes.pair import ONE, TWO, Pair, named, reaches

from hemicycle.contract.views import view_of
from hemicycle.registry.roster import roster
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY
from hemicycle.storage import reading
from hemicycle.views.audiences import Audience

# FastAPI silences this while it builds an application, but not for two threads that build one each.
pytestmark = pytest.mark.filterwarnings("ignore::pydantic.warnings.UnsupportedFieldAttributeWarning")


async def test_a_command_at_one_node_reaches_the_consoles_of_the_other(pair: Pair) -> None:
    hall = await pair.console(TWO, "hall")
    podium = await pair.console(TWO, "chair", "podium")
    await pair.opened(ONE)
    seq = await pair.send(ONE, "pan-online", "RequestFloor")
    for wire in (hall, podium):
        await reaches(wire, seq)
        assert [f["type"] for f in wire.frames if f["type"] in {"snapshot", "patch"}].count("snapshot") == 1
    meeting = fold((r.event for r in pair.recorded()[: hall.seq]), EMPTY)
    assert hall.view == view_of(meeting, Audience.HALL)


async def test_both_nodes_take_commands_of_one_meeting_in_turn(pair: Pair) -> None:
    await pair.opened(ONE)
    one, two = await pair.console(ONE, "hall"), await pair.console(TWO, "hall")
    seqs = await asyncio.gather(
        *(
            pair.send(node, f"{delegation}-online", "RequestFloor")
            for delegation, node in (("pan", ONE), ("ita", TWO), ("fra", TWO))
        )
    )
    for wire in (one, two):
        await reaches(wire, max(seqs))
    newest = min(one.seq, two.seq)
    await asyncio.gather(reaches(one, newest), reaches(two, newest))
    recorded = pair.recorded()
    assert [r.seq for r in recorded] == list(range(1, len(recorded) + 1))
    assert one.view["lists"] == two.view["lists"]


async def test_a_console_that_changes_node_goes_on_by_patches(pair: Pair) -> None:
    seq = await pair.opened(ONE)
    before = await pair.console(ONE, "hall")
    await reaches(before, seq)
    follower = await pair.console(TWO, "hall")
    epoch, since = before.frames[0]["epoch"], before.seq
    await before.socket.close()
    seq = await pair.send(ONE, "pan-online", "RequestFloor")
    await reaches(follower, seq)
    after = await pair.console(TWO, "hall", epoch=epoch, since_seq=since)
    told = [frame for frame in after.frames if frame["type"] in {"snapshot", "patch"}]
    assert (told[0]["type"], told[0]["prev_seq"]) == ("patch", since)
    await reaches(after, seq)


async def test_a_login_revoked_at_one_node_loses_its_sockets_at_the_other(pair: Pair) -> None:
    wires = [await pair.console(TWO, "pan-online"), await pair.console(ONE, "pan-online")]
    stays = await pair.console(TWO, "ita-online")
    login, _ = pair.login("pan-online")
    answer = await pair.ask(ONE, "desk", "DELETE", f"logins/{login.id}")
    assert answer.status_code == 204
    for wire in wires:
        assert (await wire.until("bye"))["reason"] == "revoked"
        await wire.end()
    seq = await pair.opened(ONE)
    await reaches(stays, seq)


async def test_who_is_connected_to_one_node_is_present_to_the_other(pair: Pair) -> None:
    await pair.console(ONE, "pan-online")
    podium = await pair.console(TWO, "chair", "podium")
    while not named(podium).get("pan-online", {}).get("connected"):
        await podium.until("directory")
    await reaches(podium, await pair.send(TWO, "chair", "CallToOrder"))


async def test_rosters_changed_at_both_nodes_at_once_keep_the_limits_and_the_log(pair: Pair) -> None:
    await pair.opened(ONE)
    ids = count(1)

    async def move(node: int, seat: str, who: str) -> int:
        body = {"moves": [{"seat": seat, "participant": who}], "reason": f"try {next(ids)}"}
        answer = await pair.ask(node, "desk", "POST", "conferences/moot/delegations/pan/seats", json=body)
        return answer.status_code

    seats = ["pan.online.observer.2", "pan.online.observer.3", "pan.online.observer.4"]
    people = ["pan-spare", "pan-extra"]
    answers = await asyncio.gather(
        *(move(node, seat, who) for node in (ONE, TWO) for seat in seats for who in people)
    )
    assert set(answers) <= {200, 409}
    with reading(pair.engine) as conn:
        rows = {seat.id: seat.participant for seat in roster(conn, "moot")}
    folded = fold((r.event for r in pair.recorded()), EMPTY)
    assert rows == {seat.id: seat.participant for seat in folded.roster.values()}
    seated = [rows[seat] for seat in seats if seat in rows]
    assert seated, "whoever has no seat is given one, in place of its holder"
    assert set(seated) <= set(people)
    assert len(set(seated)) == len(seated)
    assert "pan.online.observer.4" not in rows
