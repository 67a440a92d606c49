"""RECOGNITION: one order of who is called next, for the chair's key, what is shown and the forecast."""

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.motions_stage import ADJOURN_DEBATE, AGAINST, FOR, SUSPEND, TAKE_UP, called, decided
from tests.rules.panel_stage import NEXT, QUESTION, REBUTTAL, opened, spoken
from tests.rules.stage import DESK, Given, in_session, online, room
from tests.rules.voting_stage import ASK, P1, body

from hemicycle.rules import commands as c
from hemicycle.rules.next_up import Turn, next_up, of_item
from hemicycle.rules.state.floor import Level
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import RequestKind
from hemicycle.views.forecast import forecast

STATES = ("pan", "ita", "fra", "ind")
POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
ASKED = (
    c.RequestFloor(),
    c.RequestFloor(on_behalf_of="g77"),
    c.RequestFloor(kind=RequestKind.REPLY),
    c.RequestFloor(kind=RequestKind.EXPLANATION, proposal="p1"),
    c.RequestFloor(item="4"),
    POINT,
)
CHAIRED = (
    c.CallNext(),
    c.GiveFloor(),
    c.PassOver(),
    c.EndStatement(),
    c.CloseList(item="3"),
    c.OpenList(item="4"),
    c.BeginReplies(),
    ASK,
    c.AbandonConsensus(),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(ASKED), st.sampled_from(STATES)),
        st.tuples(st.sampled_from(CHAIRED), st.none()),
    ),
    max_size=30,
)


def begun() -> Given:
    """Panama was heard on item 3, the proposal p1 is before the body."""
    heard = in_session(body()).done(P1, by=DESK).asked(online("pan")).given_the_floor()
    return heard.done(c.EndStatement())


def tried(meeting: Given, command: c.AnyCommand, state: str | None = None) -> Given:
    """The meeting after the command, or as it was where that is refused."""
    outcome = meeting.when(command, by=room(state)) if state else meeting.when(command)
    return meeting if outcome.refusal else outcome.accepted()


def off_the_floor(meeting: Given) -> Given:
    """Nobody is called, nobody speaks, and nothing is put."""
    while meeting.meeting.called or meeting.meeting.floor or meeting.meeting.consensus:
        for command in (c.GiveFloor(), c.Rule(upheld=False), c.EndStatement(), c.AbandonConsensus()):
            meeting = tried(meeting, command)
    return meeting


def heard_out(meeting: Given) -> list[str]:
    """Whom the chair calls, pressing the same key until nobody is called any more."""
    found = []
    while (outcome := meeting.when(c.CallNext())).refusal is None:
        meeting = outcome.accepted()
        found.append(called(meeting))
        meeting = meeting.done(c.GiveFloor())
        top = meeting.meeting.speaking
        point = top is not None and top.level is Level.POINT_OF_ORDER
        meeting = meeting.done(c.Rule(upheld=False) if point else c.EndStatement())
        motion = meeting.meeting.motion
        if motion is not None and meeting.when(c.CallNext()).refusal is not None:
            meeting = decided(meeting, carried=False)
    return found


@settings(max_examples=60, deadline=None)
@for_all(steps=STEPS, motion=st.booleans())
def test_the_order_that_is_shown_and_forecast_is_the_one_in_which_the_chair_calls(
    steps: list[tuple[c.AnyCommand, str | None]], *, motion: bool
) -> None:
    meeting = begun()
    for command, state in steps:
        meeting = tried(meeting, command, state)
    meeting = off_the_floor(meeting)
    if motion:
        meeting = meeting.done(ADJOURN_DEBATE, by=online("pan")).done(TAKE_UP)
        meeting = tried(tried(meeting, AGAINST, "ita"), FOR, "ind")
    shown = [request.id for request in next_up(meeting.meeting)]
    found = forecast(meeting.meeting)
    assert found is not None
    assert [*found.ahead][: len(shown)] == shown
    order = heard_out(meeting)
    assert shown[: len(order)] == order
    early = [meeting.meeting.requests[key] for key in shown[len(order) :]]
    assert all(r.kind is RequestKind.REPLY for r in early)


def test_motion_order_a_motion_that_is_ready_is_decided_before_anybody_of_the_list_is_called() -> None:
    """MOTION_ORDER: its speakers have been heard, or nobody speaks on it; CallNext says what is due."""
    waiting = in_session(body()).asked(room("pan"))
    debated = waiting.done(ADJOURN_DEBATE, by=room("fra")).done(TAKE_UP)
    heard = debated.given_the_floor().done(c.EndStatement())
    heard.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")
    undebated = waiting.done(SUSPEND, by=room("fra")).done(TAKE_UP)
    undebated.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")


def test_panel_what_is_forecast_is_how_the_panel_goes_on() -> None:
    """PANEL: batches of two, each answered by all three; who was passed over has a batch of her own."""
    panel = opened().done(QUESTION, by=online("pan")).done(QUESTION, by=online("ita"))
    asked = panel.done(QUESTION, by=online("fra")).done(c.TurnTo(phase=PanelPhase.QUESTIONS))
    absent = asked.done(NEXT).done(c.PassOver()).done(QUESTION, by=online("ind"))
    answering = spoken(spoken(spoken(absent)))
    for now in (panel, asked, absent, answering, answering.done(REBUTTAL, by=online("ita"))):
        assert gone_through(now) == [*of_item(now.meeting, "3")]


def gone_through(panel: Given) -> list[Turn]:
    """Who speaks, step by step, until nobody of the panel is left."""
    found: list[Turn] = []
    while (outcome := panel.when(NEXT)).refusal is None:
        before, panel = panel, outcome.accepted()
        if panel.meeting.called is not None:
            found.append(before.meeting.requests[called(panel)])
            panel = panel.done(c.GiveFloor())
        elif panel.meeting.speaking is not None:
            found.append(300 if panel.meeting.speaking.kind is RequestKind.RESPONSE else 600)
        else:
            break
        panel = panel.done(c.EndStatement())
    return found
