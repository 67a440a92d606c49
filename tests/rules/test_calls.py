"""RECOGNITION and STATEMENT_ORDER: who is called, in which order, and what the chair may do about it."""

import pytest
from tests.rules.stage import DESK, Given, at, given, in_session, online, room, seconds, under

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.terms import HolderKind, Modality, PassedOverCause, RequestKind, RequestState

TEN = at("10:00:00")
POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)


def order(meeting: Given) -> list[str]:
    return [r.delegation for r in meeting.meeting.waiting("3")]


def test_statement_order_groups_then_states_then_the_reio_then_other_states_then_organizations() -> None:
    ngo = c.InscribeSpeaker(delegation="ngo", modality=Modality.ONLINE)
    asked = in_session().done(c.InviteOrganization(delegation="ngo", decided=True)).done(ngo, by=DESK)
    asked = asked.asked(online("interpol"), online("jpn"), online("eu"), room("fra"), online("pan"))
    group = c.RequestFloor(on_behalf_of="g77")
    assert order(asked.done(group, by=room("ind"))) == ["ind", "fra", "pan", "eu", "jpn", "interpol", "ngo"]


def test_statement_order_a_reio_speaks_for_its_group_before_the_states() -> None:
    asked = in_session().asked(online("pan"))
    assert order(asked.done(c.RequestFloor(on_behalf_of="g77"), by=online("eu"))) == ["eu", "pan"]


def test_statement_order_on_behalf_of_a_group_has_its_own_speaking_time() -> None:
    spoken = in_session().done(c.RequestFloor(on_behalf_of="g77"), by=online("pan")).given_the_floor()
    floor = spoken.meeting.speaking
    assert floor is not None
    assert (floor.on_behalf_of, floor.left(TEN)) == ("g77", seconds(420))


def test_statement_order_no_tier_means_that_the_body_hears_no_such_statement() -> None:
    group = c.RequestFloor(on_behalf_of="g77")
    in_session().when(group, by=online("interpol")).refused("no-tier")


def test_statement_order_within_a_tier_the_order_of_request() -> None:
    later = (
        in_session().asked(room("pan"), online("ita"), clock="10:00:00").asked(room("fra"), clock="10:00:01")
    )
    assert order(later) == ["pan", "ita", "fra"]


def test_recognition_the_next_in_order_is_called_and_then_given_the_floor() -> None:
    called = in_session().asked(online("pan")).when(c.CallNext())
    called.then(e.SpeakerCalled(request="r1", at=TEN))
    nobody = called.accepted().meeting
    assert nobody.speaking is None
    given_floor = called.accepted().done(c.GiveFloor()).meeting
    assert given_floor.requests["r1"].state is RequestState.SPEAKING


def test_recognition_nobody_waits() -> None:
    in_session().when(c.CallNext()).refused("list-is-empty")
    given().done(c.CallToOrder()).when(c.CallNext()).refused("list-is-empty")


def test_recognition_one_speaker_at_a_time() -> None:
    called = in_session().asked(online("pan"), online("ita")).done(c.CallNext())
    for command in (c.CallNext(), c.CallSpeaker(request="r2", reason="visit")):
        called.when(command).refused("speaker-called")
        called.done(c.GiveFloor()).when(command).refused("floor-held")


def test_recognition_out_of_order_only_with_a_reason() -> None:
    asked = in_session().asked(online("pan"), online("ita"), online("fra"))
    asked.when(c.CallSpeaker(request="r3")).refused("out-of-order", ahead=2)
    early = asked.when(c.CallSpeaker(request="r3", reason="the minister leaves at eleven"))
    after = early.then(e.SpeakerCalled(request="r3", at=TEN, out_of_order=True, reason="cmd"))
    assert after.requests["r3"].reason == "cmd"


def test_recognition_the_first_in_order_needs_no_reason() -> None:
    asked = in_session().asked(online("pan"), online("ita"))
    asked.when(c.CallSpeaker(request="r1")).then(e.SpeakerCalled(request="r1", at=TEN))


def test_recognition_no_reason_is_asked_for_a_call_that_cannot_be() -> None:
    asked = in_session().asked(online("pan"), online("ita"), online("fra")).given_the_floor()
    asked.when(c.CallSpeaker(request="r3")).refused("floor-held")


def test_recognition_only_who_waits_is_called() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    called.when(c.CallSpeaker(request="r1")).refused("not-waiting", request="r1", state="called")
    ended = called.done(c.GiveFloor()).done(c.EndStatement())
    ended.when(c.CallSpeaker(request="r1")).refused("not-pending", request="r1", state="delivered")


def test_recognition_who_is_passed_over_keeps_the_place() -> None:
    called = in_session().asked(online("pan"), online("ita")).done(c.CallNext())
    passed = called.when(c.PassOver(cause=PassedOverCause.NOT_READY))
    passed.then(e.SpeakerPassedOver(request="r1", cause=PassedOverCause.NOT_READY, at=TEN))
    after = passed.accepted()
    assert order(after) == ["pan", "ita"]
    assert after.done(c.CallNext()).meeting.requests["r2"].state is RequestState.CALLED
    after.when(c.CallSpeaker(request="r1")).then(e.SpeakerCalled(request="r1", at=TEN))


def test_recognition_who_was_passed_over_is_called_when_all_others_were_heard() -> None:
    passed = in_session().asked(online("pan"), online("ita")).done(c.CallNext()).done(c.PassOver())
    heard = passed.given_the_floor().done(c.EndStatement())
    assert heard.done(c.CallNext()).meeting.requests["r1"].state is RequestState.CALLED


def test_recognition_nobody_to_pass_over() -> None:
    in_session().when(c.PassOver()).refused("nobody-called")
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    in_session().done(podium).when(c.PassOver()).refused("nobody-called")


def test_time_limit_who_is_passed_over_in_mid_statement_goes_on_with_the_time_left() -> None:
    speaking = in_session().asked(online("pan"), online("ita")).given_the_floor("10:00:00")
    dropped = speaking.when(c.PassOver(cause=PassedOverCause.CONNECTION_LOST), clock="10:02:00.500")
    dropped.then(
        e.SpeakerPassedOver(
            request="r1",
            cause=PassedOverCause.CONNECTION_LOST,
            at=at("10:02:00.500"),
            left_ms=179_500,
        )
    )
    next_one = dropped.accepted().given_the_floor("10:03:00").done(c.EndStatement(), clock="10:04:00")
    floor = next_one.given_the_floor("10:05:00").meeting.speaking
    assert floor is not None
    assert (floor.request, floor.ends_at) == ("r1", at("10:07:59.500"))


def test_time_limit_who_is_passed_over_twice_loses_no_time() -> None:
    speaking = in_session().asked(online("pan")).given_the_floor("10:00:00")
    twice = speaking.done(c.PassOver(), clock="10:01:00").done(c.CallNext(), clock="10:02:00")
    passed = twice.when(c.PassOver(), clock="10:03:00")
    passed.then(
        e.SpeakerPassedOver(request="r1", cause=PassedOverCause.ABSENT, at=at("10:03:00"), left_ms=240_000)
    )


def test_time_limit_in_overrun_no_time_is_held() -> None:
    over = in_session().asked(online("pan")).given_the_floor("10:00:00").done(c.PassOver(), clock="10:09:00")
    floor = over.given_the_floor("10:10:00").meeting.speaking
    assert floor is not None
    assert floor.left(at("10:10:00")) == seconds(0)


def test_recognition_an_accidental_call_is_taken_back() -> None:
    asked = in_session().asked(online("pan"), online("ita"))
    back = asked.done(c.CallNext()).when(c.TakeBackCall())
    assert back.then(e.CallTakenBack(request="r1", at=TEN)) == asked.meeting


def test_recognition_a_floor_given_by_mistake_is_taken_back_with_its_time() -> None:
    asked = in_session().asked(online("pan"), online("ita"))
    back = asked.given_the_floor("10:00:00").when(c.TakeBackCall(), clock="10:00:20")
    after = back.then(e.CallTakenBack(request="r1", at=at("10:00:20")))
    assert (after.requests, after.floor, after.delivered) == (asked.meeting.requests, (), ())
    again = back.accepted().given_the_floor("10:01:00").meeting.speaking
    assert again is not None
    assert again.ends_at == at("10:06:00")


def test_recognition_a_call_taken_back_leaves_the_passed_over_passed_over() -> None:
    passed = in_session().asked(online("pan"), online("ita")).done(c.CallNext()).done(c.PassOver())
    back = passed.done(c.CallSpeaker(request="r1")).done(c.TakeBackCall())
    assert back.meeting.requests == passed.meeting.requests
    assert back.done(c.CallNext()).meeting.requests["r2"].state is RequestState.CALLED


def test_time_limit_a_call_taken_back_gives_the_held_time_back() -> None:
    passed = (
        in_session().asked(online("pan")).given_the_floor("10:00:00").done(c.PassOver(), clock="10:01:00")
    )
    back = passed.given_the_floor("10:02:00").done(c.TakeBackCall(), clock="10:04:00")
    assert back.meeting.requests["r1"].left == seconds(240)


def test_recognition_nothing_to_take_back() -> None:
    in_session().when(c.TakeBackCall()).refused("nothing-to-take-back")


@pytest.mark.parametrize("actor", [online("pan"), room("pan")])
def test_recognition_nobody_has_the_floor_before_being_called(actor: Actor) -> None:
    in_session().asked(actor).when(c.GiveFloor()).refused("nobody-called")


def test_statement_order_tiers_are_the_bodys_data() -> None:
    set_up = under(tiers=in_session().meeting.procedure.tiers[1:2])  # type: ignore[union-attr]  # set up
    in_session(set_up).when(c.RequestFloor(), by=online("interpol")).refused("no-tier")
