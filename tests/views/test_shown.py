"""What has not changed is not made again, and what has changed is."""

from tests.rules.stage import Given, in_session, online

from hemicycle.contract.merge import difference
from hemicycle.contract.views import Encoder, view_of
from hemicycle.rules import commands as c
from hemicycle.views.audiences import Audience
from hemicycle.views.shown import Shown, shared

SHARED = ("delegations", "agenda", "roster", "podium", "groups", "tiers", "present")


def seen(meeting: Given) -> dict[str, object]:
    return view_of(meeting.meeting, Audience.PODIUM)


def test_it_is_a_mapping_of_what_is_shown() -> None:
    doubled = Shown({"a": 1, "b": 2}, lambda number: number * 2)
    assert doubled == {"a": 2, "b": 4}
    assert len(doubled) == 2


def test_made_once_of_the_same_object_and_anew_of_an_equal_one() -> None:
    made: list[object] = []

    @shared
    def listed(value: list[int]) -> list[int]:
        made.append(value)
        return [*value]

    one = [1]
    assert listed(one) is listed(one)
    assert listed([1]) == [1]
    assert listed(one) == [1]
    assert len(made) == 3


def test_a_state_shares_with_the_one_before_what_no_event_has_changed() -> None:
    before = in_session().asked(online("pan"), online("ita"))
    after = before.asked(online("fra"))
    encoder = Encoder(Audience.PODIUM)
    first, second = encoder.encode(before.meeting), encoder.encode(after.meeting)
    assert all(second[part] is first[part] for part in SHARED)
    assert all(second["entries"][request] is first["entries"][request] for request in ("r1", "r2"))
    assert difference(first, second).keys() == {"entries", "lists", "next", "forecast"}
    assert second == seen(after)
    assert first == seen(before)


def test_an_encoder_tells_of_any_two_states_what_a_fresh_one_tells() -> None:
    begun = in_session()
    asked = begun.asked(online("pan"), online("ita"))
    gone = asked.done(c.WithdrawRequest(request="r1"), by=online("pan"))
    speaking = asked.given_the_floor("10:00:00")
    states = (begun, asked, gone, speaking, gone, begun, speaking, asked)
    for audience in Audience:
        encoder = Encoder(audience)
        for state in states:
            assert encoder.encode(state.meeting) == view_of(state.meeting, audience)


def test_what_a_command_changed_is_seen() -> None:
    before = in_session().asked(online("pan"))
    called = before.done(c.CallNext())
    assert difference(seen(before), seen(called)) == {
        "called": {"request": "r1", "called_at": "2021-09-07T10:00:00.000Z"},
        "entries": {"r1": {"state": "called"}},
        "lists": {"3": {"order": []}},
        "next": [],
        "script": [{"key": "give_floor", "params": {"delegation": "pan"}}],
    }
    closed = before.done(c.CloseItem(item="3", confirmed=True))
    assert difference(seen(before), seen(closed))["agenda"] == {"3": {"state": "closed"}}
