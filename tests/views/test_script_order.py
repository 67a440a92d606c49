"""The words for what happens now: the likeliest first, which are those for what must be done first."""

from collections.abc import Callable

import pytest
from tests.rules.stage import DESK, PRESENCE, Given, online, room
from tests.rules.voting_stage import RECORDED, tried
from tests.views.script_questions import asked
from tests.views.script_situations import (
    POINT,
    absent,
    appealed,
    debated,
    keys,
    lost,
    moved_over,
    of_the_day,
    on_a_point_while,
    panel,
    proposed,
    session,
    waiting,
)

from hemicycle.rules import commands as c
from hemicycle.rules.procedure import OnDrop
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import RequestKind
from hemicycle.views.script import steps

RULINGS = ["ruling_upheld", "ruling_rejected"]
FIRST: dict[str, tuple[Callable[[], Given], list[str]]] = {
    "the ruling, before the next point of order": (
        lambda: on_a_point_while(session().asked(room("ita")).given_the_floor()),
        [*RULINGS, "point_of_order"],
    ),
    "the ruling, during a vote": (
        lambda: on_a_point_while(tried().done(RECORDED)),
        [*RULINGS, "point_of_order", "vote_recorded", "close_vote"],
    ),
    "a point of order, during a vote": (
        lambda: tried().done(RECORDED).done(POINT, by=room("fra")),
        ["point_of_order", "vote_recorded", "close_vote"],
    ),
    "a point of order, while the body is asked": (
        lambda: asked().done(POINT, by=room("fra")),
        ["point_of_order", "ask_consensus_symbol", "decided_symbol"],
    ),
    "the appeal, before its vote": (appealed, ["appeal", "vote_show_of_hands", "close_vote"]),
    "the appeal, when its vote was cancelled": (
        lambda: appealed().done(c.CancelVote(reason="wrong hands")),
        ["appeal"],
    ),
    "who speaks on a motion, and nobody of the list": (
        lambda: debated(asks=True),
        ["give_floor_motion", "put_motion"],
    ),
    "the motion, when all were heard": (debated, ["put_motion"]),
    "the motion, when nobody is there to speak on it": (
        lambda: debated(asks=True).done(c.CallNext()).done(c.PassOver()),
        ["put_motion", "give_floor_motion"],
    ),
    "the motion, before the speaker whom it interrupted": (
        lambda: moved_over(session().asked(online("ita"), online("pan")).given_the_floor()),
        ["give_floor_motion", "put_motion"],
    ),
    "the limit that the chair proposes, with what is declared then": (
        lambda: proposed("time"),
        ["propose_time", "decided"],
    ),
    "who objects to the limit, and that it is debated": (
        lambda: proposed("time").done(c.Object(), by=room("ita")),
        ["objection", "limit_debated"],
    ),
    "the limit, opened to those for and against it": (
        lambda: proposed("time").done(c.AbandonConsensus()),
        ["limit_debated", "put_limit"],
    ),
    "who speaks on the limit": (
        lambda: (
            proposed("time")
            .done(c.AbandonConsensus())
            .done(c.RequestFloor(kind=RequestKind.AGAINST_MOTION), by=room("ita"))
        ),
        ["give_floor_motion", "put_limit"],
    ),
    "the limit, once it is decided without objection": (
        lambda: proposed("time").done(c.DeclareDecided()),
        ["decided", "announce_list", "suspend"],
    ),
    "a motion that waits, before the list": (
        lambda: (
            session().asked(room("pan")).done(c.Move(kind=MotionKind.CLOSE_DEBATE, delegation="fra"), by=DESK)
        ),
        ["motion_close_debate", "give_floor", "announce_list", "suspend"],
    ),
    "an explanation of vote, while the body is asked": (
        lambda: asked().done(c.RequestFloor(kind=RequestKind.EXPLANATION, proposal="p1"), by=room("ita")),
        ["ask_consensus_symbol", "decided_symbol", "give_floor_explanation"],
    ),
    "a line that is lost while the time runs": (
        lambda: lost(OnDrop.RUN),
        ["connection_lost", "connection_wait", "thank"],
    ),
    "a line that is waited for": (
        lambda: lost(OnDrop.RUN).done(c.PauseSpeaking()),
        ["connection_wait", "connection_lost", "thank"],
    ),
    "a line for which the time is held": (
        lambda: lost(OnDrop.HOLD),
        ["connection_wait", "connection_lost", "thank"],
    ),
    "the line of a speaker who is called": (
        lambda: (
            session()
            .asked(online("pan"))
            .done(c.CallNext())
            .done(c.NoteConnection(participant="pan-online", connected=False), by=PRESENCE)
        ),
        ["connection_lost", "connection_wait", "give_floor"],
    ),
    "the end of the item, though somebody absent keeps her place": (
        lambda: (
            session().asked(room("pan")).done(c.CallNext()).done(c.PassOver()).done(c.CloseList(item="3"))
        ),
        ["give_floor", "close_item", "suspend"],
    ),
    "replies, though somebody absent keeps her place on the list": (
        lambda: absent(waiting(RequestKind.REPLY)).done(c.CloseList(item="3")),
        ["give_floor_reply", "begin_replies", "suspend"],
    ),
    "no replies before the list is closed": (
        lambda: waiting(RequestKind.REPLY),
        ["announce_list", "suspend"],
    ),
    "the end of the item, where the end of the day takes replies": (of_the_day, ["close_item", "suspend"]),
    "replies of the day, when the items are over": (
        lambda: of_the_day().done(c.CloseItem(item="3")),
        ["adopt_agenda", "take_up_item", "begin_replies_day", "adjourn"],
    ),
    "replies of the day that have begun": (
        lambda: of_the_day().done(c.CloseItem(item="3")).done(c.BeginReplies()),
        ["give_floor_reply", "adopt_agenda", "take_up_item", "adjourn"],
    ),
    "the panellists, before questions": (
        lambda: panel().done(c.RequestFloor(kind=RequestKind.QUESTION), by=room("pan")),
        ["panel_presentation", "announce_list", "suspend"],
    ),
}


@pytest.mark.parametrize("what", FIRST)
def test_the_words_that_come_first(what: str) -> None:
    meeting, expected = FIRST[what]
    assert keys(meeting()) == expected


def test_a_limit_is_said_in_minutes_and_seconds_where_there_are_any() -> None:
    asked = session().done(c.ProposeLimit(seconds=150, group_seconds=300, statements=2))
    assert steps(asked.meeting)[0].params == {
        "item": "3",
        "time": "2:30",
        "group_time": "5",
        "statements": "2",
    }
