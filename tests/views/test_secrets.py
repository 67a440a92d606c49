"""What is not for everybody is not in everybody's bytes: votes, authors of signals, texts, persons."""

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.rules.booths_stage import BOOTHS, EVA, FATIMA, WITH_BOOTHS, of_booth
from tests.rules.stage import DESK, REGISTRY, WHOLE, Given, in_session, online, room
from tests.rules.voting_stage import HANDS, RECORDED, ROLL_CALL, SECRET, tried

from hemicycle.contract.views import view_of
from hemicycle.rules import commands as c
from hemicycle.rules.procedure import Interpretation
from hemicycle.rules.state.booths import SignalKind
from hemicycle.rules.state.decisions import Choice, QuestionKind
from hemicycle.rules.terms import RequestKind
from hemicycle.views.audiences import Audience

NOT_THE_PODIUM = [Audience.HALL, Audience.BOOTHS]
INTERPRETERS = {who.participant for booth in BOOTHS for who in booth.interpreters}


def seen(meeting: Given, audience: Audience) -> dict[str, Any]:
    return view_of(meeting.meeting, audience)


def words(meeting: Given, audience: Audience) -> str:
    return json.dumps(seen(meeting, audience))


def booths_at_work(**changes: Any) -> Given:
    """In session; the English and the French booth are on air, Panama speaks."""
    procedure = replace(WHOLE, interpretation=Interpretation(**changes))
    begun = in_session(replace(WITH_BOOTHS, procedure=procedure))
    begun = begun.done(c.TakeMicrophone(booth="en"), by=EVA).done(c.TakeMicrophone(booth="fr"), by=FATIMA)
    return begun.asked(room("pan")).given_the_floor()


@pytest.mark.parametrize("audience", NOT_THE_PODIUM)
def test_votes_who_has_voted_is_seen_and_what_is_not(audience: Audience) -> None:
    """Three pairs of votes that differ in nothing but what was voted look the same."""
    opened = tried().done(RECORDED)
    shown = set()
    for choice in Choice:
        voted = opened.done(c.CastVote(choice=choice), by=room("pan"))
        shown.add(words(voted, audience))
        assert seen(voted, audience)["vote"]["voted"] == {"pan": True}
        assert seen(voted, audience)["vote"]["choices"] == {}
    assert len(shown) == 1


def test_votes_the_podium_sees_each_ballot_and_the_count_so_far() -> None:
    voted = tried().done(RECORDED).done(c.CastVote(choice=Choice.NO), by=room("pan"))
    vote = seen(voted, Audience.PODIUM)["vote"]
    assert vote["ballots"]["pan"]["choice"] == "no"
    assert (vote["tally"]["yes"], vote["tally"]["no"], vote["tally"]["absent"]) == (0, 1, 3)


@pytest.mark.parametrize("audience", NOT_THE_PODIUM)
@pytest.mark.parametrize("opened", [HANDS, SECRET])
def test_votes_a_count_is_declared_when_the_vote_is_closed(audience: Audience, opened: c.OpenVote) -> None:
    counts = (c.EnterCount(yes=3, no=1, abstentions=0), c.EnterCount(yes=1, no=3, abstentions=0))
    entered = [tried().done(opened).done(count, by=DESK) for count in counts]
    assert words(entered[0], audience) == words(entered[1], audience)
    assert seen(entered[0], audience)["vote"]["counted"] is True
    closed = entered[0].done(c.CloseVote())
    assert seen(closed, audience)["decisions"]["1"]["tally"]["yes"] == 3
    assert "ballots" not in seen(closed, audience)["decisions"]["1"]


def test_method_in_a_roll_call_the_answers_are_said_aloud() -> None:
    called = tried().done(ROLL_CALL)
    first = seen(called, Audience.HALL)["vote"]["next"]
    answered = called.done(c.RecordVote(delegation=first, choice=Choice.ABSTENTION), by=DESK)
    assert seen(answered, Audience.HALL)["vote"]["choices"] == {first: "abstention"}
    assert seen(answered, Audience.HALL)["vote"]["next"] != first


def test_votes_once_a_recorded_vote_is_closed_everybody_sees_who_voted_what() -> None:
    voted = tried().done(RECORDED).done(c.CastVote(choice=Choice.YES), by=room("pan")).done(c.CloseVote())
    decision = seen(voted, Audience.HALL)["decisions"]["1"]
    assert decision["ballots"] == {"pan": "yes"}
    assert "vote" not in seen(voted, Audience.HALL)


@pytest.mark.parametrize("audience", Audience)
def test_consensus_first_an_objection_is_seen_and_no_reason(audience: Audience) -> None:
    again = (
        tried().done(c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p1")).done(c.Object(), by=room("ita"))
    )
    assert seen(again, audience)["consensus"].keys() == {"kind", "ref", "asked_at", "objections"}
    assert seen(again, audience)["consensus"]["objections"] == ["ita"]


def test_interpretation_the_hall_sees_no_booth_no_interpreter_no_signal() -> None:
    signalled = booths_at_work().done(
        c.RaiseSignal(kind=SignalKind.SOUND_UNACCEPTABLE, booth="fr"), by=FATIMA
    )
    hall = seen(signalled, Audience.HALL)
    assert not hall.keys() & {"booths", "on_air", "signals", "staffing", "readiness", "presiding"}
    assert not [who for who in INTERPRETERS if f'"{who}"' in json.dumps(hall)]


@pytest.mark.parametrize("audience", [Audience.BOOTHS, Audience.PODIUM])
@pytest.mark.parametrize("kind", SignalKind)
def test_interpretation_no_signal_tells_who_raised_it(audience: Audience, kind: SignalKind) -> None:
    colleague = of_booth("felix")
    one, other = (
        booths_at_work().done(c.RaiseSignal(kind=kind, booth="fr"), by=by) for by in (FATIMA, colleague)
    )
    assert words(one, audience) == words(other, audience)


@pytest.mark.parametrize("audience", [Audience.BOOTHS, Audience.PODIUM])
def test_interpretation_slow_down_does_not_even_tell_the_booth(audience: Audience) -> None:
    slow = SignalKind.SLOW_DOWN
    one = booths_at_work().done(c.RaiseSignal(kind=slow, booth="fr"), by=FATIMA)
    other = booths_at_work().done(c.RaiseSignal(kind=slow, booth="en"), by=EVA)
    assert words(one, audience) == words(other, audience)
    assert "booth" not in seen(one, audience)["signals"]["s1"]


@pytest.mark.parametrize("shown", [True, False])
def test_interpretation_the_speaker_sees_slow_down_where_the_body_says_so(*, shown: bool) -> None:
    slow = c.RaiseSignal(kind=SignalKind.SLOW_DOWN, booth="fr")
    asked = booths_at_work(slow_down_to_speaker=shown).done(slow, by=FATIMA)
    (frame,) = seen(asked, Audience.HALL)["floor"]
    assert frame.get("slow_down", False) is shown


def test_texts_are_public_once_they_were_delivered_and_not_before() -> None:
    text = c.AttachText(text="t1", delegation="pan", item="3", languages=("es", "en"))
    handed_in = booths_at_work().done(text, by=REGISTRY)
    assert seen(handed_in, Audience.HALL)["texts"] == {}
    assert seen(handed_in, Audience.BOOTHS)["texts"]["t1"]["languages"] == ["es", "en"]
    heard = handed_in.done(c.EndStatement())
    assert seen(heard, Audience.HALL)["texts"]["t1"].keys() == {"delegation", "item", "languages", "request"}


def test_texts_of_a_body_that_does_not_publish_them_are_never_public() -> None:
    private = in_session(replace(WITH_BOOTHS, procedure=replace(WHOLE, publish_texts=False)))
    text = c.AttachText(text="t1", delegation="pan", item="3", languages=("es",))
    heard = private.done(text, by=REGISTRY).asked(room("pan")).given_the_floor().done(c.EndStatement())
    assert seen(heard, Audience.HALL)["texts"] == {}


def test_panel_the_hall_sees_titles_and_no_persons() -> None:
    opened = in_session(replace(WITH_BOOTHS, procedure=WHOLE)).done(
        c.OpenPanel(item="3", title="Panel", panellists=("panellist",), moderator="secretary")
    )
    panel = seen(opened, Audience.HALL)["panel"]
    assert (panel["moderator"], panel["panellists"][0]["title"]) == ("Secretary", "Panellist")
    assert "participant" not in panel["panellists"][0]
    assert '"panellist"' not in json.dumps({**panel, "holder": None})
    assert seen(opened, Audience.BOOTHS)["panel"]["panellists"][0]["participant"] == "panellist"


@pytest.mark.parametrize("audience", NOT_THE_PODIUM)
def test_what_only_the_podium_plans_with(audience: Audience) -> None:
    view = seen(booths_at_work().done(c.RequestFloor(), by=online("ita")), audience)
    private = {"forecast", "script", "turns", "heard", "methods_asked", "present", "roster", "room_hint"}
    assert not view.keys() & private
    assert private - {"room_hint"} <= seen(booths_at_work(), Audience.PODIUM).keys()


@pytest.mark.parametrize("audience", Audience)
def test_no_view_of_the_whole_procedure_holds_a_null(audience: Audience) -> None:
    busy = booths_at_work().done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("fra"))
    for meeting in (busy, tried().done(RECORDED), tried().done(ROLL_CALL)):
        assert "null" not in words(meeting, audience)
