"""What has not changed is not made again, and what has changed is."""

from tests.rules.stage import Given, in_session, online

from hemicycle.contract.merge import difference
from hemicycle.contract.views import view_of
from hemicycle.rules import commands as c
from hemicycle.views.audiences import Audience
from hemicycle.views.once import once


def seen(meeting: Given) -> dict[str, object]:
    return view_of(meeting.meeting, Audience.PODIUM)


def test_made_once_of_the_same_objects_and_anew_of_equal_ones() -> None:
    made: list[object] = []

    @once
    def listed(value: list[int], more: list[int]) -> list[int]:
        made.append(value)
        return [*value, *more]

    one, other = [1], [2]
    assert listed(one, other) is listed(one, other)
    assert listed([1], other) == [1, 2]
    assert len(made) == 2


def test_much_is_forgotten_and_nothing_is_mixed_up() -> None:
    doubled = once(lambda pair: [pair[0] * 2])
    assert all(doubled((n,)) == [n * 2] for n in range(40_000))


def test_a_command_shares_with_the_view_before_what_it_has_not_changed() -> None:
    before = in_session().asked(online("pan"), online("ita"))
    after = before.asked(online("fra"))
    for part in ("delegations", "agenda", "roster", "podium", "groups", "tiers"):
        assert seen(after)[part] is seen(before)[part]
    assert difference(seen(before), seen(after)).keys() == {"entries", "lists"}


def test_what_a_command_changed_is_seen() -> None:
    before = in_session().asked(online("pan"))
    called = before.done(c.CallNext())
    assert difference(seen(before), seen(called)) == {
        "called": {"request": "r1", "called_at": "2021-09-07T10:00:00.000Z"},
        "entries": {"r1": {"state": "called"}},
        "lists": {"3": {"order": []}},
    }
    closed = before.done(c.CloseItem(item="3", confirmed=True))
    assert difference(seen(before), seen(closed))["agenda"] == {"3": {"state": "closed"}}
