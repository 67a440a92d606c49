"""SIGKILL while delegations vote, and vote anew: no ballot that was acknowledged is lost or counts twice."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from tests.faults.following import Sitting, sitting
from tests.faults.running import Prepared, prepare, serving
from tests.faults.stored import check_log, log_of

from hemicycle_client import Console

pytestmark = [pytest.mark.faults, pytest.mark.slow]

DELEGATIONS = 72
"""More than half of the States parties are among them: the quorum of a decision."""
CHOICES = ("yes", "no", "abstention")


def _ballots(prepared: Prepared) -> list[tuple[str, str]]:
    """The votes of the log, in its order."""
    rows = log_of(prepared.data, prepared.meeting)
    return [(r.event["delegation"], r.event["choice"]) for r in rows if r.event["event"] == "VoteCast"]


def _states(meeting: Sitting) -> list[Console]:
    delegations = meeting.chair.view["delegations"]
    return [
        console
        for console in meeting.speakers
        if delegations[console.me["delegation"]]["category"] == "state_party"
    ]


async def test_killed_in_the_middle_of_a_recorded_vote_every_acknowledged_ballot_counts_once(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, "uncac-expert-meeting-10", meeting=3)
    others = prepared.delegations(DELEGATIONS)
    async with serving(prepared) as served, sitting(served, prepared, others, "3") as meeting:
        await meeting.chair.send("OpenVote", kind="agenda", method="recorded")
        states = _states(meeting)
        first = {str(s.me["delegation"]): CHOICES[n % 3] for n, s in enumerate(states)}
        meant = {delegation: CHOICES[CHOICES.index(choice) - 1] for delegation, choice in first.items()}
        acknowledged: dict[str, int] = {}
        one = asyncio.Event()

        async def vote(console: Console) -> None:
            for choices in (first, meant):
                answer = await console.send("CastVote", choice=choices[console.me["delegation"]])
                acknowledged[answer.id] = answer.seq
                one.set()

        voting = [asyncio.create_task(vote(console)) for console in states]
        await one.wait()
        served.kill()
        before = dict(acknowledged)
        await served.ended()
        assert 0 < len(before) < 2 * len(states), "all were answered before the kill: nothing was in flight"
        check_log(prepared.data, prepared.meeting, before)
        await served.start()
        await asyncio.gather(*voting)
        check_log(prepared.data, prepared.meeting, acknowledged)
        assert sorted(_ballots(prepared)) == sorted([*first.items(), *meant.items()])
        await meeting.chair.send("CloseVote")
        for console in meeting.consoles:
            await console.until(lambda view: bool(view["decisions"]))
            decision = console.view["decisions"]["1"]
            assert decision["ballots"] == meant
            told = {"yes": "yes", "no": "no", "abstention": "abstentions"}
            counted = {told[choice]: times for choice, times in Counter(meant.values()).items()}
            assert decision["tally"].items() >= counted.items()
