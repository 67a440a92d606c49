"""What follows from a motion that is carried, rule by rule."""

from dataclasses import replace

import pytest
from tests.rules.motions_stage import (
    ADJOURN_DEBATE,
    AGAINST,
    CLOSE_DEBATE,
    NOON,
    SUSPEND,
    TAKE_UP,
    called,
    decided,
    session,
    speaking,
    taken_up,
)
from tests.rules.stage import (
    WHOLE,
    Given,
    at,
    in_session,
    online,
    room,
    seconds,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules import limits, motions
from hemicycle.rules.procedure import MotionRule, RuleName
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import ProposalState
from hemicycle.rules.state.motions import MotionKind, MotionState
from hemicycle.rules.state.people import Body
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import (
    HolderKind,
    ItemState,
    ListState,
    PassedOverCause,
    Phase,
    RequestKind,
    RequestState,
)


def test_suspend_meeting_carried_over_a_speaker_who_keeps_place_and_time() -> None:
    up = speaking().done(SUSPEND, by=room("fra")).done(TAKE_UP, clock="10:02:00")
    suspended = decided(up)
    meeting = suspended.meeting
    assert (meeting.phase, meeting.floor) == (Phase.SUSPENDED, ())
    held = meeting.requests["r1"]
    assert (held.state, held.passed_over) == (RequestState.INSCRIBED, PassedOverCause.INTERRUPTED)
    assert held.left == seconds(180)
    resumed = suspended.done(c.ResumeMeeting(), clock="10:30:00").done(c.CallNext(), clock="10:30:00")
    assert called(resumed.done(c.TakeBackCall()).done(c.CallNext())) == "r1"
    speaks = resumed.done(c.GiveFloor(), clock="10:30:00").meeting.speaking
    assert speaks is not None
    assert speaks.ends_at == at("10:33:00")


def test_suspend_meeting_only_a_motion_interrupts_so_that_the_place_is_next() -> None:
    speaking().when(c.PassOver(cause=PassedOverCause.INTERRUPTED)).refused("bad-cause")


def test_suspend_meeting_carried_over_the_secretariat_ends_its_statement() -> None:
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    up = session().done(podium).done(SUSPEND, by=room("fra")).done(TAKE_UP, clock="10:02:00")
    meeting = decided(up).meeting
    assert (meeting.floor, meeting.spoken[1].spoken) == ((), seconds(120))


def test_adjourn_meeting_all_other_motions_lapse_before_the_end() -> None:
    adjourn = c.Move(kind=MotionKind.ADJOURN_MEETING)
    both = session().done(CLOSE_DEBATE, by=room("ind")).done(adjourn, by=room("fra"))
    events = motions.outcome(both.done(c.TakeUpMotion(motion="m2")).meeting, "m2", carried=True, at=at(NOON))
    assert events == [
        e.MotionDecided(motion="m2", carried=True, at=at(NOON)),
        e.MotionLapsed(motion="m1", at=at(NOON)),
        e.MeetingAdjourned(at=at(NOON)),
    ]


def test_adjourn_debate_no_item_is_under_consideration_and_places_are_held() -> None:
    up = speaking().done(CLOSE_DEBATE, by=room("ind")).done(ADJOURN_DEBATE, by=room("fra"))
    after = decided(up.done(c.TakeUpMotion(motion="m2"))).meeting
    assert (after.item, after.items["3"]) == (None, ItemState.DEBATE_ADJOURNED)
    assert after.motions["m1"].state is MotionState.LAPSED
    assert [r.delegation for r in after.waiting("3")] == ["pan", "ita"]
    again = Given(after).done(c.TakeUpItem(item="3"))
    assert called(again.done(c.CallNext())) == "r1"


def test_adjourn_debate_only_of_the_item_under_consideration() -> None:
    session().when(replace(ADJOURN_DEBATE, item="4"), by=room("fra")).refused("item-not-taken-up", item="4")
    session().done(c.CloseItem(item="3")).when(ADJOURN_DEBATE, by=room("fra")).refused("no-item")


def test_close_debate_the_list_ends_and_the_rest_is_not_heard() -> None:
    up = speaking().asked(online("ind")).done(CLOSE_DEBATE, by=room("fra")).done(TAKE_UP, clock="10:02:00")
    closed = decided(up)
    assert closed.meeting.lists["3"] is ListState.CLOSED
    assert {closed.meeting.requests[r].state for r in ("r2", "r3")} == {RequestState.DECLINED}
    assert closed.meeting.speaking is not None
    assert closed.meeting.speaking.left(at(NOON)) == seconds(180)
    closed.when(c.RequestFloor(), by=online("ind")).refused("list-closed", item="3")


def test_close_debate_motions_on_the_debate_lapse_those_on_another_item_wait() -> None:
    limit = c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=60)
    for item, state in (("3", MotionState.LAPSED), ("4", MotionState.PENDING)):
        both = session().done(replace(limit, item=item), by=room("ind")).done(CLOSE_DEBATE, by=room("fra"))
        closed = decided(both.done(c.TakeUpMotion(motion="m2")))
        assert closed.meeting.motions["m1"].state is state


def test_close_debate_leaves_rights_of_reply() -> None:
    heard = speaking().done(c.EndStatement()).done(c.RequestFloor(kind=RequestKind.REPLY), by=room("fra"))
    closed = decided(heard.done(CLOSE_DEBATE, by=room("ind")).done(TAKE_UP))
    assert called(closed.done(c.CallNext())) == "r3"


def test_time_limit_the_body_limits_the_length_for_those_who_wait_too() -> None:
    group = c.RequestFloor(on_behalf_of="g77")
    waiting = session().asked(online("pan"), online("interpol")).done(group, by=online("ind"))
    limit = c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=200, group_seconds=240)
    limited = decided(taken_up(limit, waiting))
    assert limited.meeting.limits["3"] == Limit(seconds=200, group_seconds=240)
    assert [limited.meeting.requests[r].seconds for r in ("r1", "r2", "r3")] == [200, 180, 240]
    later = limited.done(c.RequestFloor(), by=online("ita"))
    assert later.meeting.requests["r5"].seconds == 200
    fewer = c.Move(kind=MotionKind.LIMIT_STATEMENTS, group_seconds=180)
    again = decided(limited.done(fewer, by=room("fra")).done(c.TakeUpMotion(motion="m2")))
    assert again.meeting.limits["3"] == Limit(seconds=200, group_seconds=180)


def test_time_limit_a_time_that_was_held_is_cut_too() -> None:
    held = speaking().done(c.PassOver(), clock="10:00:30")
    assert held.meeting.requests["r1"].left == seconds(270)
    limited = decided(taken_up(c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=120), held))
    assert limited.meeting.requests["r1"].left == seconds(120)


def test_time_limit_the_body_limits_the_number_of_statements() -> None:
    heard = speaking().done(c.EndStatement()).asked(online("pan"), online("ind"))
    once = c.Move(kind=MotionKind.LIMIT_STATEMENTS, statements=1)
    limited = decided(taken_up(once, heard))
    states = {r.delegation: r.state for r in limited.meeting.requests.values() if r.number > 1}
    assert states["pan"] is RequestState.DECLINED
    assert states["ita"] is states["ind"] is RequestState.INSCRIBED
    limited.when(c.RequestFloor(), by=online("pan")).refused("statements-used-up", item="3", statements=1)
    limited.done(c.WithdrawRequest(request="r2"), by=online("ita")).done(c.RequestFloor(), by=online("ita"))
    assert limited.when(c.RequestFloor(on_behalf_of="g77"), by=online("pan")).events


def test_time_limit_a_statement_for_a_group_is_not_dropped() -> None:
    heard = speaking().done(c.EndStatement()).done(c.RequestFloor(on_behalf_of="g77"), by=online("pan"))
    limited = decided(taken_up(c.Move(kind=MotionKind.LIMIT_STATEMENTS, statements=1), heard))
    assert limited.meeting.requests["r3"].state is RequestState.INSCRIBED


def test_time_limit_a_joint_statement_that_waits_counts_for_all_who_share_it() -> None:
    limited = decided(taken_up(c.Move(kind=MotionKind.LIMIT_STATEMENTS, statements=1)))
    waiting = limited.done(c.RequestFloor(joint=("ita", "ind")), by=online("pan"))
    waiting = waiting.done(c.JoinStatement(request="r2"), by=online("ita"))
    with pytest.raises(Refused) as refusal:
        limits.statement_left(waiting.meeting, "3", "ita")
    assert refusal.value.code == "statements-used-up"
    limits.statement_left(waiting.meeting, "3", "ind")


def test_time_limit_statements_of_the_meetings_before_count() -> None:
    limited = decided(taken_up(c.Move(kind=MotionKind.LIMIT_STATEMENTS, statements=2))).meeting
    before = Heard(item="3", delegation="pan", statements=1)
    inherited = Given(replace(limited, heard={("3", "pan"): before})).asked(online("pan"))
    with pytest.raises(Refused) as refusal:
        limits.statement_left(inherited.meeting, "3", "pan")
    assert refusal.value.code == "statements-used-up"
    limits.statement_left(inherited.meeting, "3", "ita")


def test_time_limit_a_motion_says_what_it_limits() -> None:
    nothing = c.Move(kind=MotionKind.LIMIT_STATEMENTS)
    session().when(nothing, by=room("fra")).refused("nothing-limited")
    session().when(replace(nothing, statements=0), by=room("fra")).refused("nothing-limited")
    session().when(replace(nothing, seconds=60, item="9"), by=room("fra")).refused("unknown-item", item="9")


def test_list_close_a_motion_reopens_the_list() -> None:
    reopen = c.Move(kind=MotionKind.REOPEN_LIST)
    session().when(reopen, by=room("fra")).refused("list-not-closed", item="3")
    closed = session().done(c.CloseList(item="3"))
    reopened = decided(taken_up(reopen, closed))
    assert reopened.meeting.lists["3"] is ListState.OPEN
    opened = closed.done(reopen, by=room("fra")).done(c.ReopenList(item="3", decided=True))
    opened.when(TAKE_UP).then(e.MotionLapsed(motion="m1", at=at("10:00:00")))


def proposed(**changes: object) -> Given:
    tabled = e.ProposalTabled(
        proposal="p1", item="3", symbol="L.1", titles={"en": "Draft"}, substantive=True, at=at("10:00:00")
    )
    after = session().after(tabled).meeting
    proposal = replace(after.proposals["p1"], **changes)  # type: ignore[arg-type]  # its fields
    return Given(replace(after, proposals={"p1": proposal}))


def test_reconsider_what_was_decided_is_open_again() -> None:
    move = c.Move(kind=MotionKind.RECONSIDER, proposal="p1")
    session().when(move, by=room("fra")).refused("unknown-proposal", proposal="p1")
    proposed().when(move, by=room("fra")).refused("not-decided", proposal="p1", state="tabled")
    carried = taken_up(move, proposed(state=ProposalState.REJECTED))
    outcome = motions.outcome(carried.meeting, "m1", carried=True, at=at(NOON))
    assert outcome[1:] == [e.ProposalReopened(proposal="p1", at=at(NOON))]
    assert decided(carried).meeting.proposals["p1"].state is ProposalState.TABLED


def test_division_of_a_proposal_in_at_least_two_parts() -> None:
    move = c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("Preamble", "Operative part"))
    proposed().when(replace(move, parts=("All",)), by=room("fra")).refused("not-divisible")
    proposed(parts=("A", "B")).when(move, by=room("fra")).refused("not-divisible")
    proposed(state=ProposalState.ADOPTED).when(move, by=room("fra")).refused("not-divisible")
    assert decided(taken_up(move, proposed())).meeting.proposals["p1"].parts == ("Preamble", "Operative part")


def test_observers_the_body_decides_to_hear_an_organization() -> None:
    move = c.Move(kind=MotionKind.HEAR_ORGANIZATION, organization="ngo")
    session().when(replace(move, organization="interpol"), by=room("fra")).refused("not-by-invitation")
    session().when(replace(move, organization=None), by=room("fra")).refused(
        "unknown-delegation", delegation=""
    )
    session().when(c.RequestFloor(), by=online("ngo")).refused("by-invitation")
    heard = decided(taken_up(move))
    assert heard.when(c.RequestFloor(), by=online("ngo")).events


def test_observers_the_chair_invites_with_the_approval_of_the_body() -> None:
    invite = c.InviteOrganization(delegation="ngo")
    session().when(invite).refused("needs-approval")
    session().when(replace(invite, delegation="jpn", decided=True)).refused("not-by-invitation")
    session().when(replace(invite, delegation="atl", decided=True)).refused(
        "unknown-delegation", delegation="atl"
    )
    invited = session().done(replace(invite, decided=True))
    invited.when(replace(invite, decided=True)).refused("already-invited")
    assert invited.when(c.RequestFloor(), by=online("ngo")).events


def test_joint_meeting_only_those_who_take_part_in_an_item_move_on_it() -> None:
    body = Body(id="irg", names={"en": "Group"}, delegations=frozenset({"pan", "ita"}))
    set_up = replace(
        whole(), bodies=(body,), agenda=tuple(replace(i, bodies=("irg",)) for i in whole().agenda)
    )
    joint = in_session(set_up)
    joint.when(ADJOURN_DEBATE, by=room("fra")).refused("not-of-this-body", delegation="fra", item="3")
    assert joint.when(ADJOURN_DEBATE, by=room("pan")).events
    assert joint.when(SUSPEND, by=room("fra")).events


def test_motion_order_its_debate_is_the_bodys_data() -> None:
    rule = MotionRule(kind=MotionKind.SUSPEND_MEETING, rule=RuleName.SUSPEND_MEETING, speakers_against=1)
    debated = (
        in_session(whole(motions=(rule, *WHOLE.motions[1:]))).done(SUSPEND, by=room("fra")).done(TAKE_UP)
    )
    assert called(debated.done(c.CallNext())) == "r1"
    debated.done(AGAINST, by=room("pan")).when(AGAINST, by=room("ind")).refused(
        "motion-speakers-full", under=RuleName.SUSPEND_MEETING, speakers=1
    )
