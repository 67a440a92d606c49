"""PRECEDENCE: who has to explain a committee's conclusions speaks ahead of those who wait."""

from tests.rules.stage import in_session, room

from hemicycle.rules import commands as c
from hemicycle.rules.terms import HolderKind, RequestState


def test_precedence_a_vice_chair_explains_ahead_of_the_list_which_stays_as_it_is() -> None:
    waiting = in_session().asked(room("pan"), room("ita"))
    explaining = c.GiveFloorTo(kind=HolderKind.PRESIDING_OFFICER, participant="vice")
    speaking = waiting.done(explaining)
    assert speaking.meeting.speaking is not None
    assert speaking.meeting.speaking.holder.ref == "vice"
    heard = speaking.done(c.EndStatement())
    assert [r.id for r in heard.meeting.waiting("3")] == ["r1", "r2"]
    assert all(r.state is RequestState.INSCRIBED for r in heard.meeting.waiting("3"))


def test_precedence_nobody_who_speaks_or_was_called_is_put_aside_for_it() -> None:
    explaining = c.GiveFloorTo(kind=HolderKind.PRESIDING_OFFICER, participant="vice")
    waiting = in_session().asked(room("pan"))
    waiting.done(c.CallNext()).when(explaining).refused("speaker-called")
    waiting.given_the_floor().when(explaining).refused("floor-held")
