"""AMENDMENTS: put before the proposal, in the order that the chair gives."""

from dataclasses import replace
from typing import Any

import pytest
from tests.rules.stage import CHAIR, DESK, Given, at
from tests.rules.voting_stage import ASK, P1, VOTE, decided, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.state.decisions import ProposalState, QuestionKind

AMEND = c.TableAmendment(proposal="p1", text="Delete paragraph 4.", sponsors=("ita",))


def vote_on(amendment: str) -> c.OpenVote:
    return c.OpenVote(kind=QuestionKind.AMENDMENT, ref=amendment)


def three(before: Given | None = None) -> Given:
    """a1, a2 and a3, in this order."""
    given = before or tabled()
    for text in ("First", "Second", "Third"):
        given = given.done(replace(AMEND, text=text), by=DESK)
    return given


def order_of(given: Given) -> list[str]:
    found = [a for a in given.meeting.amendments.values() if a.proposal == "p1"]
    return [a.id for a in sorted(found, key=lambda a: a.place)]


def test_amendments_an_amendment_is_tabled_after_the_others() -> None:
    outcome = tabled().done(AMEND, by=DESK).when(replace(AMEND, symbol=" L.4 "), by=CHAIR)
    outcome.then(
        e.AmendmentTabled(
            amendment="a2",
            proposal="p1",
            text="Delete paragraph 4.",
            place=2,
            at=at("10:00:00"),
            symbol="L.4",
            sponsors=("ita",),
        )
    )


def test_amendments_an_amendment_at_a_place_moves_those_after_it() -> None:
    assert order_of(three().done(replace(AMEND, place=2), by=DESK)) == ["a1", "a4", "a2", "a3"]
    assert order_of(three().done(replace(AMEND, place=1), by=DESK)) == ["a4", "a1", "a2", "a3"]
    assert order_of(three().done(replace(AMEND, place=4), by=DESK)) == ["a1", "a2", "a3", "a4"]


@pytest.mark.parametrize("place", [0, 5])
def test_amendments_stand_at_one_place_among_the_others(place: int) -> None:
    three().when(replace(AMEND, place=place), by=DESK).refused("bad-place", last=4)


def test_amendments_the_places_of_one_proposal_are_its_own() -> None:
    both = three().done(replace(P1, symbol="L.9"), by=DESK)
    other = both.done(replace(AMEND, proposal="p2", place=1), by=DESK)
    assert other.meeting.amendments["a4"].place == 1
    assert order_of(other) == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    "command, code, params",
    [
        (replace(AMEND, proposal="p9"), "unknown-proposal", {"proposal": "p9"}),
        (replace(AMEND, text=" "), "blank-text", {}),
        (replace(AMEND, symbol=" "), "blank-text", {}),
        (replace(AMEND, sponsors=("atl",)), "unknown-delegation", {"delegation": "atl"}),
    ],
)
def test_amendments_an_amendment_that_cannot_be_tabled(
    command: c.TableAmendment, code: str, params: dict[str, Any]
) -> None:
    three().when(command, by=DESK).refused(code, **params)


def test_amendments_no_amendment_to_what_is_decided() -> None:
    decided(tried().done(VOTE), 3, 0).when(AMEND, by=DESK).refused(
        "proposal-over", proposal="p1", state="adopted"
    )


def test_amendments_the_chair_orders_the_amendments() -> None:
    order = ("a3", "a1", "a2")
    outcome = three().when(c.OrderAmendments(proposal="p1", order=order))
    outcome.then(e.AmendmentsOrdered(proposal="p1", order=order, at=at("10:00:00")))
    assert order_of(outcome.accepted()) == list(order)


@pytest.mark.parametrize("order", [(), ("a1", "a2"), ("a1", "a2", "a2"), ("a1", "a2", "a3", "a4")])
def test_amendments_the_chair_orders_all_that_wait_and_each_once(order: tuple[str, ...]) -> None:
    three().when(c.OrderAmendments(proposal="p1", order=order)).refused(
        "bad-amendment-order", waiting="a1, a2, a3"
    )


def test_amendments_those_decided_keep_out_of_a_new_order() -> None:
    left = decided(three().done(vote_on("a1")), 3, 0).done(
        c.OrderAmendments(proposal="p1", order=("a3", "a2"))
    )
    assert order_of(left) == ["a1", "a3", "a2"]
    left.when(vote_on("a2")).refused("amendment-order", amendment="a3")
    left.when(vote_on("a3")).accepted()


def test_amendments_amendments_are_put_in_order_and_before_the_proposal() -> None:
    before = three(tried()).done(c.OrderAmendments(proposal="p1", order=("a2", "a1", "a3")))
    before.when(vote_on("a1")).refused("amendment-order", amendment="a2")
    before.when(VOTE).refused("amendments-first", amendment="a2")
    before.when(ASK).refused("amendments-first", amendment="a2")
    then = before
    for amendment in ("a2", "a1", "a3"):
        then = decided(then.done(vote_on(amendment)), 3, 1)
    assert then.meeting.proposals["p1"].amended
    whole = decided(then.done(VOTE), 3, 1).meeting
    assert whole.proposals["p1"].state is ProposalState.ADOPTED


def test_amendments_an_amendment_by_consensus() -> None:
    ask = c.AskConsensus(kind=QuestionKind.AMENDMENT, ref="a1")
    after = three().done(ask).done(c.DeclareDecided()).meeting
    assert after.amendments["a1"].state is ProposalState.ADOPTED
    assert after.amendments["a2"].state is ProposalState.TABLED


def test_amendments_a_rejected_amendment_leaves_the_proposal_as_it_was() -> None:
    after = decided(tabled().done(AMEND, by=DESK).done(vote_on("a1")), 1, 3).meeting
    assert after.amendments["a1"].state is ProposalState.REJECTED
    assert not after.proposals["p1"].amended


def test_amendments_a_withdrawn_amendment_holds_up_nothing() -> None:
    withdraw = c.WithdrawAmendment(amendment="a1")
    outcome = tried().done(AMEND, by=DESK).when(withdraw, by=DESK)
    after = outcome.then(e.AmendmentWithdrawn(amendment="a1", at=at("10:00:00")))
    assert after.amendments["a1"].state is ProposalState.WITHDRAWN
    outcome.accepted().when(VOTE).accepted()
    outcome.accepted().when(withdraw).refused("amendment-over", amendment="a1", state="withdrawn")
    tabled().when(withdraw).refused("unknown-amendment", amendment="a1")
    outcome.accepted().when(vote_on("a1")).refused("amendment-over", amendment="a1", state="withdrawn")
    tabled().when(vote_on("a7")).refused("unknown-amendment", amendment="a7")
