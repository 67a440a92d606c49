"""A vote at two nodes at once: one count, and nobody votes after the close, whichever node is asked."""

import asyncio

import pytest
from tests.conduct.moot import MEETING, STATES
from tests.nodes.pair import ONE, TWO, Pair, reaches

from hemicycle.contract.views import view_of
from hemicycle.rules.events import VoteCast
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY
from hemicycle.views.audiences import Audience

# FastAPI silences this while it builds an application, but not for two threads that build one each.
pytestmark = pytest.mark.filterwarnings("ignore::pydantic.warnings.UnsupportedFieldAttributeWarning")


async def _in_the_room(pair: Pair) -> None:
    for state in STATES:
        path = f"meetings/{MEETING}/presence/{state}"
        assert (await pair.ask(ONE, "desk", "PUT", path, json={"present": True})).status_code == 204


async def test_votes_cast_at_both_nodes_are_one_count_and_seen_alike(pair: Pair) -> None:
    await _in_the_room(pair)
    await pair.opened(ONE)
    halls = [await pair.console(node, "hall") for node in (ONE, TWO)]
    podiums = [await pair.console(node, "chair", "podium") for node in (ONE, TWO)]
    await pair.send(ONE, "chair", "OpenVote", kind="agenda", method="recorded")
    cast = (("pan-online", ONE, "yes"), ("ita-room", TWO, "no"), ("fra-online", TWO, "yes"))
    seqs = await asyncio.gather(
        *(pair.send(node, who, "CastVote", choice=choice) for who, node, choice in cast)
    )
    for audience, wires in ((Audience.HALL, halls), (Audience.PODIUM, podiums)):
        for wire in wires:
            await reaches(wire, max(seqs))
            meeting = fold((r.event for r in pair.recorded()[: wire.seq]), EMPTY)
            assert wire.view["vote"] == view_of(meeting, audience)["vote"]
    assert all(wire.view["vote"]["choices"] == {} and "ballots" not in wire.view["vote"] for wire in halls)
    closed = await pair.send(TWO, "chair", "CloseVote")
    body = {"id": "late", "command": "CastVote", "choice": "no"}
    late = await pair.ask(ONE, "pan-online", "POST", f"meetings/{MEETING}/commands", json=body)
    assert (late.status_code, late.json()["code"]) == (409, "no-vote")
    for wire in (*halls, *podiums):
        await reaches(wire, closed)
        assert wire.view["decisions"]["1"]["ballots"] == {"pan": "yes", "ita": "no", "fra": "yes"}


async def test_votes_of_two_speakers_of_one_delegation_at_two_nodes_count_once(pair: Pair) -> None:
    await _in_the_room(pair)
    await pair.opened(ONE)
    await pair.send(ONE, "chair", "OpenVote", kind="agenda", method="recorded")
    await asyncio.gather(
        pair.send(ONE, "pan-online", "CastVote", choice="yes"),
        pair.send(TWO, "pan-room", "CastVote", choice="no"),
    )
    await pair.send(ONE, "chair", "CloseVote")
    last = [r.event for r in pair.recorded() if isinstance(r.event, VoteCast)][-1]
    decision = fold((r.event for r in pair.recorded()), EMPTY).decisions[0]
    assert decision.ballots == {"pan": last.choice}
    assert decision.tally is not None
    assert decision.tally.yes + decision.tally.no == 1
