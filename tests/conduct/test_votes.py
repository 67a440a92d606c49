"""A vote through conduct: lots are drawn there, ballots are logged one by one, reasons kept apart."""

from tests.conduct.moot import MEETING
from tests.conduct.stage import Stage

from hemicycle.journal import reasons
from hemicycle.rules.events import DecisionTaken, VoteOpened
from hemicycle.rules.state.decisions import Tally
from hemicycle.storage import reading

MANY = 60
AGENDA = {"kind": "agenda", "method": "roll_call"}


async def test_method_the_state_that_begins_a_roll_call_is_drawn_by_lot(stage: Stage) -> None:
    """Of three States one is always drawn with a chance of one in three to the sixtieth power."""
    await stage.opened()
    for _ in range(MANY):
        await stage.send("chair", "OpenVote", **AGENDA)
        await stage.send("chair", "CancelVote", reason="Only the lot was wanted.")
        if len(drawn(stage)) > 1:
            break
    assert len(drawn(stage)) > 1
    assert drawn(stage) <= {"pan", "ita", "fra"}


def drawn(stage: Stage) -> set[str | None]:
    return {r.event.drawn for r in stage.recorded() if isinstance(r.event, VoteOpened)}


async def test_vote_lock_why_a_vote_was_given_up_is_kept_apart_from_the_log(stage: Stage) -> None:
    await stage.opened()
    await stage.send("chair", "OpenVote", **AGENDA)
    await stage.send("chair", "CancelVote", cid="given-up", reason="The system failed.")
    with reading(stage.engine) as conn:
        assert reasons.text_of(conn, MEETING, "given-up") == "The system failed."
    assert "The system failed." not in str([r.event for r in stage.recorded()])


async def test_votes_are_cast_at_consoles_and_what_each_audience_sees_keeps_step(stage: Stage) -> None:
    await stage.opened()
    await stage.follow()
    await stage.send("chair", "OpenVote", kind="agenda", method="recorded")
    await stage.send("pan-online", "CastVote", choice="no")
    await stage.send("ita-room", "CastVote", choice="yes")
    await stage.send("pan-online", "CastVote", choice="yes")
    assert (await stage.refused("chair", "CloseItem", item="1"))["code"] == "voting"
    assert await stage.in_step()
    await stage.send("chair", "CloseVote")
    assert await stage.in_step()
    (taken,) = [r.event for r in stage.recorded() if isinstance(r.event, DecisionTaken)]
    assert taken.tally == Tally(yes=2, no=0, abstentions=0, absent=1)
    assert stage.folded().agenda_adopted
