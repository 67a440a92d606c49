"""INTERPRETATION: what booths signal, who acknowledges it, and when it is over."""

import pytest
from tests.rules.booths_stage import BOOTHS, ED, EVA, FATIMA, OPERATOR, WITH_BOOTHS, booths
from tests.rules.stage import CHAIR, DESK, VICE_CHAIR, Given, at, in_session, online

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor, Stamped
from hemicycle.rules.signals import ALERTS, standing, unsigned
from hemicycle.rules.state.booths import SignalKind, SignalState
from hemicycle.rules.terms import RequestKind

SLOWER, HELP, NO_TEXT = SignalKind.SLOW_DOWN, SignalKind.HELP, SignalKind.TEXT_MISSING
SEEN, OVER = c.AcknowledgeSignal(signal="s1"), c.FinishSignal(signal="s1")


def raised(kind: SignalKind) -> Given:
    return booths().done(c.RaiseSignal(kind=kind, booth="en"), by=EVA)


def changed(state: SignalState) -> e.SignalChanged:
    return e.SignalChanged(signal="s1", state=state, at=at("10:00:00"))


@pytest.mark.parametrize("kind", sorted(set(SignalKind) - {SLOWER}))
def test_a_booth_signals_and_its_name_is_on_record(kind: SignalKind) -> None:
    asked = booths().when(c.RaiseSignal(kind=kind, booth="en"), by=EVA)
    after = asked.then(e.SignalRaised(signal="s1", kind=kind, at=at("10:00:00"), booth="en"))
    assert [(s.kind, s.state) for s in standing(after)] == [(kind, SignalState.RAISED)]


def test_interpretation_slow_down_is_anonymous_in_the_log_itself() -> None:
    booths().when(c.RaiseSignal(kind=SLOWER, booth="en"), by=EVA).then(
        e.SignalRaised(signal="s1", kind=SLOWER, at=at("10:00:00"))
    )


def test_a_signal_names_the_turn_in_which_it_was_raised() -> None:
    speaking = in_session(WITH_BOOTHS).asked(online("pan")).given_the_floor()
    speaking.when(c.RaiseSignal(kind=SLOWER, booth="en"), by=EVA).then(
        e.SignalRaised(signal="s1", kind=SLOWER, at=at("10:00:00"), grant=1)
    )


@pytest.mark.parametrize("kind", sorted(SignalKind))
def test_the_same_is_not_signalled_twice_while_it_stands(kind: SignalKind) -> None:
    again = c.RaiseSignal(kind=kind, booth="en")
    raised(kind).when(again, by=ED).refused("signal-raised")
    finished = raised(kind).done(SEEN).done(OVER)
    finished.when(again, by=ED).then(
        e.SignalRaised(signal="s2", kind=kind, at=at("10:00:00"), booth=None if kind is SLOWER else "en")
    )


def test_another_booth_signals_the_same() -> None:
    raised(HELP).when(c.RaiseSignal(kind=HELP, booth="fr"), by=FATIMA).accepted()


def slower(booth: str, mark: str) -> c.RaiseSignal:
    return c.RaiseSignal(kind=SLOWER, booth=booth, mark=mark)


def test_interpretation_each_booth_asks_to_slow_down_for_itself_and_its_mark_says_nothing() -> None:
    asked = booths().done(slower("en", "7f3a"), by=EVA)
    asked.when(slower("en", "7f3a"), by=EVA).refused("signal-raised")
    both = asked.when(slower("fr", "91cc"), by=FATIMA)
    both.then(e.SignalRaised(signal="s2", kind=SLOWER, at=at("10:00:00"), mark="91cc"))
    after = both.accepted().done(OVER, by=EVA).meeting
    assert [(s.id, s.booth, s.mark) for s in standing(after)] == [("s2", None, "91cc")]


def test_no_more_ask_to_slow_down_than_there_are_booths() -> None:
    asked = booths()
    for mark in range(len(BOOTHS)):
        asked = asked.done(slower("en", str(mark)), by=EVA)
    asked.when(slower("fr", "other"), by=FATIMA).refused("signal-raised")


def test_the_mark_of_a_signal_that_names_its_booth_is_not_kept() -> None:
    booths().when(c.RaiseSignal(kind=HELP, booth="en", mark="7f3a"), by=EVA).then(
        e.SignalRaised(signal="s1", kind=HELP, at=at("10:00:00"), booth="en")
    )


@pytest.mark.parametrize(
    "kind, who, named",
    [(SLOWER, EVA, None), (SLOWER, CHAIR, CHAIR.participant), (HELP, EVA, EVA.participant)],
)
def test_interpretation_an_interpreter_who_ends_slow_down_is_not_named_and_the_podium_is(
    kind: SignalKind, who: Actor, named: str | None
) -> None:
    stamped = Stamped(command=OVER, id="cmd", at=at("10:00:00"), actor=who)
    signed = unsigned(raised(kind).meeting, stamped, [changed(SignalState.FINISHED)])
    assert (signed.actor.capacity, signed.actor.participant) == (who.capacity, named)


@pytest.mark.parametrize("kind, named", [(SLOWER, None), (HELP, "eva")])
def test_interpretation_who_asks_to_slow_down_is_not_named(kind: SignalKind, named: str | None) -> None:
    asked = booths().when(c.RaiseSignal(kind=kind, booth="en"), by=EVA)
    stamped = Stamped(command=OVER, id="cmd", at=at("10:00:00"), actor=EVA)
    assert unsigned(booths().meeting, stamped, asked.events).actor.participant == named


def test_slow_down_rests_while_it_is_interrupted_and_is_over_with_the_turn() -> None:
    speaking = in_session(WITH_BOOTHS).asked(online("pan"), online("ita")).given_the_floor()
    slower = speaking.done(c.RaiseSignal(kind=SLOWER, booth="en"), by=EVA)
    assert [s.id for s in standing(slower.meeting)] == ["s1"]
    point = slower.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=online("fra")).given_the_floor()
    assert standing(point.meeting) == []
    back = point.done(c.Rule(upheld=False))
    assert [s.id for s in standing(back.meeting)] == ["s1"]
    following = back.done(c.EndStatement()).given_the_floor()
    assert standing(following.meeting) == []
    following.when(c.RaiseSignal(kind=SLOWER, booth="fr"), by=FATIMA).accepted()


@pytest.mark.parametrize("kind", sorted(ALERTS))
def test_interpretation_an_alert_stays_until_the_chair_has_seen_it(kind: SignalKind) -> None:
    alert = raised(kind)
    for who in (EVA, DESK, OPERATOR, CHAIR):
        alert.when(OVER, by=who).refused("alert-unseen")
    alert.when(SEEN, by=OPERATOR).refused("alert-for-the-chair")
    seen = alert.when(SEEN, by=CHAIR)
    seen.then(changed(SignalState.ACKNOWLEDGED))
    assert [s.state for s in standing(seen.accepted().meeting)] == [SignalState.ACKNOWLEDGED]
    seen.accepted().when(SEEN, by=CHAIR).refused("signal-acknowledged")
    seen.accepted().when(OVER, by=EVA).then(changed(SignalState.FINISHED))
    alert.when(SEEN, by=DESK).accepted()


def test_an_officer_without_the_chair_does_not_take_the_alert_away() -> None:
    alert = raised(SignalKind.CANNOT_INTERPRET).done(c.CallToOrder())
    alert.when(SEEN, by=VICE_CHAIR).refused("not-presiding")
    alert.when(OVER, by=VICE_CHAIR).refused("not-presiding")


@pytest.mark.parametrize("who", [OPERATOR, DESK], ids=["operator", "desk"])
def test_interpretation_help_is_handled_then_finished(who: Actor) -> None:
    handled = raised(HELP).when(SEEN, by=who)
    handled.then(changed(SignalState.HANDLED))
    handled.accepted().when(SEEN, by=who).refused("signal-acknowledged")
    finished = handled.accepted().when(OVER, by=who)
    assert standing(finished.then(changed(SignalState.FINISHED))) == []
    finished.accepted().when(OVER, by=who).refused("signal-finished")
    finished.accepted().when(SEEN, by=who).refused("signal-finished")


def test_who_needs_no_help_any_more_says_so() -> None:
    raised(HELP).when(OVER, by=ED).then(changed(SignalState.FINISHED))
    raised(NO_TEXT).when(OVER, by=FATIMA).refused("not-of-this-booth", booth="en")
    raised(SLOWER).when(OVER, by=FATIMA).accepted()


def test_what_was_never_signalled_is_named() -> None:
    for command in (SEEN, OVER):
        booths().when(command).refused("unknown-signal", signal="s1")


def test_nobody_signals_for_another_booth_or_after_the_meeting() -> None:
    help_here = c.RaiseSignal(kind=HELP, booth="en")
    booths().when(help_here, by=FATIMA).refused("not-of-this-booth", booth="en")
    ended = raised(NO_TEXT).done(c.CallToOrder()).done(c.AdjournMeeting())
    ended.when(help_here, by=EVA).refused("adjourned")
    ended.when(OVER, by=EVA).refused("adjourned")
