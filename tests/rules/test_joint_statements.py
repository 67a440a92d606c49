"""Joint statements: nobody acts for another delegation, and nobody is kept off the list by being named."""

from dataclasses import replace
from typing import Any

import pytest
from tests.rules.stage import (
    CHAIR,
    DESK,
    REGISTRY,
    SET_UP,
    Given,
    at,
    given,
    in_session,
    observer,
    online,
    room,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules import plenty
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category, Modality

NOW = at("10:00:00")
JOIN, DECLINE = c.JoinStatement(request="r1"), c.DeclineToJoin(request="r1")
LIMITED = e.StatementsLimited(item="3", limit=Limit(statements=1), at=NOW)


def named(*others: str) -> Given:
    """Panama asks for the floor and asks these to join."""
    return in_session().done(c.RequestFloor(joint=others), by=online("pan"))


def slip(*others: str, delegation: str = "pan", group: str | None = None) -> c.InscribeSpeaker:
    """A paper slip that these have signed."""
    return c.InscribeSpeaker(
        delegation=delegation, modality=Modality.IN_PERSON, joint=others, on_behalf_of=group
    )


def partners(asked: Given, request: str = "r1") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who makes the statement too, and who is asked to."""
    found = asked.meeting.requests[request]
    return found.joint, found.named


def order(asked: Given) -> list[str]:
    return [r.delegation for r in asked.meeting.waiting("3")]


# Asked, joined, declined


def test_one_request_who_is_named_is_no_part_of_the_statement_before_it_joins() -> None:
    asked = named("ita", "fra", "ita")
    assert (order(asked), partners(asked)) == (["pan"], ((), ("ita", "fra")))
    joined = asked.when(JOIN, by=room("ita"))
    after = joined.then(e.StatementJoined(request="r1", delegation="ita", at=NOW))
    assert partners(Given(after)) == (("ita",), ("fra",))
    declined = Given(after).when(DECLINE, by=online("fra"))
    gone = declined.then(e.JoiningDeclined(request="r1", delegation="fra", at=NOW))
    assert partners(Given(gone)) == (("ita",), ())


def test_one_request_a_paper_slip_is_joined_at_once() -> None:
    for by in (CHAIR, DESK):
        assert partners(in_session().done(slip("ita", "fra"), by=by)) == (("ita", "fra"), ())


def test_one_request_nobody_joins_who_is_not_asked_or_not_any_more() -> None:
    for command in (JOIN, DECLINE):
        named("ita").when(command, by=room("fra")).refused("not-named", delegation="fra", request="r1")
        named("ita").when(command, by=observer("ita")).refused("listen-only")
        named("ita").when(command, by=DESK).refused("delegation-needed")
        for over in (JOIN, DECLINE):
            answered = named("ita").done(over, by=room("ita"))
            answered.when(command, by=room("ita")).refused("not-named", delegation="ita", request="r1")
        called = named("ita").done(c.CallNext())
        called.when(command, by=room("ita")).refused("not-waiting", request="r1", state="called")
        withdrawn = named("ita").done(c.WithdrawRequest(request="r1"), by=online("pan"))
        withdrawn.when(command, by=room("ita")).refused("not-pending", request="r1", state="withdrawn")
    unknown = c.JoinStatement(request="r9")
    named("ita").when(unknown, by=room("ita")).refused("unknown-request", request="r9")


def test_one_request_the_desk_says_for_a_delegation_that_it_joins() -> None:
    joined = named("ita").done(c.JoinStatement(request="r1", delegation="ita"), by=DESK)
    assert partners(joined) == (("ita",), ())
    declined = named("ita").done(c.DeclineToJoin(request="r1", delegation="ita"), by=DESK)
    assert partners(declined) == ((), ())


def test_one_request_who_is_named_asks_for_itself_all_the_while() -> None:
    """Else one delegation could name all others, and keep them from the list."""
    alone = named("ita", "fra").asked(room("ita"))
    assert order(alone) == ["pan", "ita"]
    alone.when(JOIN, by=room("ita")).refused("joint-inscribed", delegation="ita")
    instead = alone.done(c.WithdrawRequest(request="r2"), by=room("ita")).done(JOIN, by=room("ita"))
    assert (order(instead), partners(instead)) == (["pan"], (("ita",), ("fra",)))


def test_one_request_who_has_joined_asks_for_none_of_its_own_and_may_leave_again() -> None:
    joined = named("ita", "fra").done(JOIN, by=room("ita"))
    joined.when(c.RequestFloor(), by=room("ita")).refused("in-joint-statement", request="r1")
    back = c.WithdrawRequest(request="r1")
    joined.when(back, by=observer("ita")).refused("listen-only")
    left = joined.when(back, by=room("ita")).then(e.SharingEnded(request="r1", delegation="ita", at=NOW))
    assert partners(Given(left)) == ((), ("fra",))
    assert order(Given(left).asked(room("ita"))) == ["pan", "ita"]


def test_one_request_a_joint_statement_that_is_called_is_shared_to_its_end() -> None:
    called = named("ita").done(JOIN, by=room("ita")).done(c.CallNext())
    back = c.WithdrawRequest(request="r1")
    called.when(back, by=room("ita")).refused("not-waiting", request="r1", state="called")


def test_one_request_a_delegation_makes_one_statement_alone_or_jointly() -> None:
    alone = in_session().asked(online("ita"))
    for joint in (("ita",), ("fra", "ita")):
        alone.when(slip(*joint), by=DESK).refused("joint-inscribed", delegation="ita")
    shared = in_session().done(slip("ita", delegation="ind"), by=DESK)
    shared.when(slip("ita"), by=DESK).refused("joint-inscribed", delegation="ita")
    both = shared.done(c.RequestFloor(joint=("ita",)), by=online("pan"))
    join = c.JoinStatement(request="r2")
    both.when(join, by=online("ita")).refused("joint-inscribed", delegation="ita")


@pytest.mark.parametrize("by", [DESK, online("pan")], ids=["by slip", "by console"])
def test_one_request_a_joint_statement_is_shared_with_others_who_take_part(by: c.Actor) -> None:
    def ask(other: str) -> c.AnyCommand:
        return slip(other) if by is DESK else c.RequestFloor(joint=(other,))

    in_session().when(ask("pan"), by=by).refused("joint-with-itself")
    in_session().when(ask("atl"), by=by).refused("unknown-delegation", delegation="atl")
    in_session().when(ask("ngo"), by=by).refused("by-invitation")
    invited = in_session().after(e.OrganizationInvited(delegation="ngo", at=NOW))
    assert ("ngo",) in partners(invited.done(ask("ngo"), by=by))


def test_one_request_only_so_many_are_asked_at_once() -> None:
    many = tuple(f"s{number}" for number in range(plenty.NAMED))
    states = tuple(Delegation(id=d, code=d.upper(), category=Category.IGO, names={"en": d}) for d in many)
    of_all = replace(SET_UP, delegations=(*SET_UP.delegations, *states))
    meeting = in_session(of_all).done(c.OpenList(item="4"))
    full = meeting.done(c.RequestFloor(joint=many), by=room("pan"))
    more = c.RequestFloor(item="4", joint=("ita",))
    full.when(more, by=room("pan")).refused("too-many-named", most=plenty.NAMED)
    full.done(c.RequestFloor(item="4"), by=room("pan"))
    full.done(more, by=room("fra"))
    answered = full.after(e.JoiningDeclined(request="r1", delegation="s0", at=NOW))
    answered.done(more, by=room("pan"))


# What counts


def test_time_limit_a_joint_statement_counts_for_each_who_has_joined() -> None:
    limited = in_session().after(LIMITED).done(c.RequestFloor(joint=("ita", "ind")), by=online("pan"))
    heard = limited.done(JOIN, by=online("ita")).given_the_floor().done(c.EndStatement())
    used_up: dict[str, Any] = {"item": "3", "statements": 1}
    for delegation in ("pan", "ita"):
        heard.when(c.RequestFloor(), by=online(delegation)).refused("statements-used-up", **used_up)
    assert order(heard.asked(online("ind"))) == ["ind"], "asked, and never joined"
    heard.when(slip("ita", delegation="fra"), by=DESK).refused("statements-used-up", **used_up)
    asked = heard.done(c.RequestFloor(joint=("ita",)), by=online("fra"))
    join = c.JoinStatement(request="r2")
    asked.when(join, by=online("ita")).refused("statements-used-up", **used_up)
    group = heard.done(c.RequestFloor(on_behalf_of="g77"), by=online("pan"))
    assert order(group) == ["pan"], "a group's statement is the group's"


def test_texts_only_of_who_has_joined_are_read_with_the_statement() -> None:
    with_texts = named("ita", "fra")
    for delegation in ("pan", "ita", "fra"):
        text = c.AttachText(text=f"t-{delegation}", delegation=delegation, item="3", languages=("en",))
        with_texts = with_texts.done(text, by=REGISTRY)
    heard = with_texts.done(JOIN, by=room("ita")).given_the_floor().done(c.EndStatement()).meeting
    assert {t.delegation for t in heard.texts.values() if t.publishable_at} == {"pan", "ita"}


def test_standing_who_is_asked_to_join_is_still_asked_at_the_next_meeting() -> None:
    over = named("ita").done(c.AdjournMeeting())
    inherit = c.InheritStanding(standing=standing_of(over.meeting))
    following = given(set_up=replace(SET_UP, meeting="em10-4")).done(inherit, by=REGISTRY)
    assert partners(following) == ((), ("ita",))


# For a group, and for itself


def test_statement_order_a_delegation_stands_for_a_group_and_for_itself() -> None:
    group = c.RequestFloor(on_behalf_of="g77")
    both = in_session().done(group, by=room("pan")).asked(room("pan"))
    assert order(both) == ["pan", "pan"]
    both.when(group, by=room("pan")).refused("already-requested")
    both.when(c.RequestFloor(), by=room("pan")).refused("already-requested")
    joined = named("ita").done(JOIN, by=room("ita")).done(group, by=room("ita"))
    assert order(joined) == ["ita", "pan"]
    shared = in_session().done(group, by=room("ita")).done(slip("ita"), by=DESK)
    assert partners(shared, "r2") == (("ita",), ())


def test_texts_are_read_with_the_last_statement_of_the_delegation_on_the_item() -> None:
    text = c.AttachText(text="t1", delegation="pan", item="3", languages=("en",))
    both = in_session().done(c.RequestFloor(on_behalf_of="g77"), by=room("pan")).asked(room("pan"))
    group = both.done(text, by=REGISTRY).given_the_floor().done(c.EndStatement())
    assert group.meeting.texts["t1"].publishable_at is None
    own = group.given_the_floor().done(c.EndStatement())
    assert own.meeting.texts["t1"].request == "r2"


OF_GROUP = replace(SET_UP, groups=(replace(SET_UP.groups[0], members=("pan", "ind")),))


def test_statement_order_only_a_member_speaks_on_behalf_of_a_group_that_lists_them() -> None:
    for_group = c.RequestFloor(on_behalf_of="g77")
    meeting = in_session(OF_GROUP)
    meeting.done(for_group, by=room("pan"))
    meeting.when(for_group, by=room("ita")).refused("not-of-group", delegation="ita", group="g77")
    meeting.when(slip(delegation="ita", group="g77"), by=DESK).refused(
        "not-of-group", delegation="ita", group="g77"
    )
    departure = replace(slip(delegation="ita", group="g77"), reason="asked by the group's chair")
    assert meeting.done(departure, by=DESK).meeting.requests["r1"].reason == "cmd"
    in_session().done(for_group, by=room("ita"))
