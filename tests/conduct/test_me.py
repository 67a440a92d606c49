"""What a login alone is told: her delegation's ballot while the vote is open."""

from types import SimpleNamespace
from typing import Any

import pytest
from tests.live.fakes import Login
from tests.rules.stage import Given, room
from tests.rules.voting_stage import RECORDED, tried

from hemicycle.conduct.people import People
from hemicycle.rules import commands as c
from hemicycle.rules.state.decisions import Choice


class OneMeeting:
    """A conductor that knows this meeting."""

    def __init__(self, meeting: Given) -> None:
        self.writer = SimpleNamespace(engine=None)
        self._meeting = meeting.meeting

    async def sitting(self, _meeting: str) -> Any:
        return SimpleNamespace(meeting=self._meeting)


async def me(meeting: Given, delegation: str | None) -> dict[str, Any]:
    people = People(OneMeeting(meeting), SimpleNamespace())  # type: ignore[arg-type]  # as much as is asked of them
    login: Any = Login(participant=None, delegation=delegation)
    return await people.me("em10-3", login)


@pytest.mark.parametrize(
    "delegation,told", [("pan", {"vote": "v1", "choice": "no"}), ("ita", None), (None, None)]
)
async def test_votes_a_delegation_is_told_its_own_ballot_and_nobody_elses(
    delegation: str | None, told: dict[str, str] | None
) -> None:
    voted = tried().done(RECORDED).done(c.CastVote(choice=Choice.NO), by=room("pan"))
    assert (await me(voted, delegation)).get("ballot") == told
    assert "ballot" not in await me(voted.done(c.CloseVote()), delegation)
