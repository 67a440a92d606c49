"""PROPOSALS: documents tabled, revised orally and withdrawn; what remains of them."""

from dataclasses import replace
from typing import Any

import pytest
from tests.rules.stage import CHAIR, DESK, SET_UP, VICE_CHAIR, at, given, in_session
from tests.rules.voting_stage import (
    ASK,
    P1,
    VOTE,
    body,
    counted,
    decided,
    divided,
    tabled,
    tried,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.state.decisions import ProposalState, QuestionKind

REVISE = c.ReviseOrally(proposal="p1", text="In paragraph 3, after 'States', insert 'parties'.")
AMEND = c.TableAmendment(proposal="p1", text="Delete paragraph 4.")
WITHDRAW = c.WithdrawProposal(proposal="p1")


def test_proposals_are_tabled_before_the_meeting_and_during_it() -> None:
    for before in (given(set_up=body()), in_session(body())):
        before.when(P1, by=DESK).then(
            e.ProposalTabled(
                proposal="p1",
                item="3",
                symbol="CAC/COSP/EG.1/2021/L.2",
                titles={"en": "Draft report"},
                substantive=True,
                at=at("10:00:00"),
                sponsors=("pan",),
            )
        )


def test_proposals_name_their_sponsors_once() -> None:
    meeting = tabled(replace(P1, sponsors=("pan", "ita", "pan"), symbol="  L.3 ")).meeting
    assert meeting.proposals["p1"].sponsors == ("pan", "ita")
    assert meeting.proposals["p1"].symbol == "L.3"


def test_proposals_are_numbered_in_the_order_of_tabling() -> None:
    two = tabled().done(replace(P1, symbol="L.3"), by=CHAIR)
    assert list(two.meeting.proposals) == ["p1", "p2"]


@pytest.mark.parametrize(
    "command, code, params",
    [
        (replace(P1, item="99"), "unknown-item", {"item": "99"}),
        (replace(P1, symbol=" "), "blank-text", {}),
        (replace(P1, title="\t"), "blank-text", {}),
        (replace(P1, sponsors=("pan", "atl")), "unknown-delegation", {"delegation": "atl"}),
    ],
)
def test_proposals_which_cannot_be_tabled(
    command: c.TableProposal, code: str, params: dict[str, Any]
) -> None:
    in_session(body()).when(command, by=DESK).refused(code, **params)


def test_proposals_are_tabled_once_on_an_open_item_of_a_body_that_decides() -> None:
    tabled().when(P1, by=DESK).refused("already-tabled", symbol=P1.symbol, proposal="p1")
    tabled().done(WITHDRAW).when(P1, by=DESK).accepted()
    closed = in_session(body()).done(c.CloseItem(item="3"))
    closed.when(P1, by=DESK).refused("item-closed", item="3")
    procedure = replace(SET_UP.procedure, decisions=None)
    in_session(replace(SET_UP, procedure=procedure)).when(P1, by=DESK).refused("no-decisions")


def test_proposals_need_a_meeting_that_has_not_ended_and_who_presides() -> None:
    in_session(body()).done(c.AdjournMeeting()).when(P1, by=DESK).refused("adjourned")
    in_session(body()).when(P1, by=VICE_CHAIR).refused("not-presiding")


def test_proposals_an_oral_amendment_goes_with_the_document() -> None:
    outcome = tabled().when(REVISE, by=DESK)
    after = outcome.then(e.OralAmendmentRead(proposal="p1", text=REVISE.text, at=at("10:00:00")))
    assert after.proposals["p1"].oral == (REVISE.text,)


def test_proposals_adopted_as_orally_amended() -> None:
    adopted = tabled().done(REVISE, by=DESK).done(ASK).done(c.DeclareDecided()).meeting
    assert adopted.decisions[0].as_orally_amended
    assert adopted.proposals["p1"].oral == (REVISE.text,)
    assert adopted.proposals["p1"].state is ProposalState.ADOPTED
    plain = tabled().done(ASK).done(c.DeclareDecided()).meeting
    assert not plain.decisions[0].as_orally_amended
    rejected = decided(tried().done(REVISE, by=DESK).done(VOTE), 0, 3).meeting
    assert not rejected.decisions[0].as_orally_amended


def test_proposals_an_oral_amendment_is_of_a_proposal_before_the_body() -> None:
    tabled().when(replace(REVISE, text=" "), by=DESK).refused("blank-text")
    tabled().when(replace(REVISE, proposal="p9"), by=DESK).refused("unknown-proposal", proposal="p9")
    decided(tried().done(VOTE), 3, 0).when(REVISE, by=DESK).refused(
        "proposal-over", proposal="p1", state="adopted"
    )


def test_proposals_are_withdrawn_with_the_amendments_to_it() -> None:
    before = tabled().done(AMEND, by=DESK).done(AMEND, by=DESK).done(c.WithdrawAmendment(amendment="a2"))
    after = before.when(WITHDRAW, by=DESK).then(e.ProposalWithdrawn(proposal="p1", at=at("10:00:00")))
    assert after.proposals["p1"].state is ProposalState.WITHDRAWN
    assert [a.state for a in after.amendments.values()] == [
        ProposalState.NOT_ACTED_ON,
        ProposalState.WITHDRAWN,
    ]


def test_proposals_one_that_was_amended_is_the_bodys() -> None:
    amended = decided(
        tabled().done(AMEND, by=DESK).done(c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1")), 3, 1
    )
    assert amended.meeting.proposals["p1"].amended
    amended.when(WITHDRAW).refused("proposal-amended", proposal="p1")
    spared = decided(
        tabled().done(AMEND, by=DESK).done(c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1")), 1, 3
    )
    spared.when(WITHDRAW).accepted()


def test_proposals_nothing_changes_once_the_body_has_begun_to_decide() -> None:
    part = decided(
        divided("Paragraph 1", "Paragraph 2").done(c.OpenVote(kind=QuestionKind.PART, ref="p1/1")), 3, 0
    )
    for command in (WITHDRAW, REVISE, AMEND):
        part.when(command, by=DESK).refused("voting-begun", proposal="p1")
        tabled().done(ASK).when(command, by=DESK).refused("question-put")
        tried().done(VOTE).when(command, by=DESK).refused("voting")


def test_proposals_are_gone_after_their_end() -> None:
    tabled().when(c.WithdrawProposal(proposal="p2")).refused("unknown-proposal", proposal="p2")
    tabled().done(WITHDRAW).when(WITHDRAW).refused("proposal-over", proposal="p1", state="withdrawn")
    counted(tried().done(VOTE), 3, 0).done(c.CloseVote()).when(WITHDRAW).refused(
        "proposal-over", proposal="p1", state="adopted"
    )
