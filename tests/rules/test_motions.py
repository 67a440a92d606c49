"""MOTION_ORDER: motions made, taken up in their order, debated, decided; and what follows from them."""

from dataclasses import replace

import pytest
from tests.rules.stage import (
    DESK,
    WHOLE,
    Given,
    at,
    given,
    in_session,
    observer,
    online,
    room,
    seconds,
    under,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import debates, limits, motions
from hemicycle.rules import events as e
from hemicycle.rules.procedure import MotionRule, RuleName
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import ProposalState
from hemicycle.rules.state.motions import MotionKind, MotionState
from hemicycle.rules.state.people import Body
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import (
    EndedBy,
    HolderKind,
    ItemState,
    ListState,
    Modality,
    PassedOverCause,
    Phase,
    RequestKind,
    RequestState,
)

NOON = "10:10:00"
ADJOURN_DEBATE = c.Move(kind=MotionKind.ADJOURN_DEBATE)
CLOSE_DEBATE = c.Move(kind=MotionKind.CLOSE_DEBATE)
SUSPEND = c.Move(kind=MotionKind.SUSPEND_MEETING)
FOR = c.RequestFloor(kind=RequestKind.FOR_MOTION)
AGAINST = c.RequestFloor(kind=RequestKind.AGAINST_MOTION)
TAKE_UP = c.TakeUpMotion(motion="m1")


def session() -> Given:
    return in_session(whole())


def speaking() -> Given:
    """Panama (r1) has the floor since ten o'clock, for five minutes; Italy (r2) waits."""
    return session().asked(online("pan"), online("ita")).given_the_floor("10:00:00")


def taken_up(command: c.Move = ADJOURN_DEBATE, before: Given | None = None) -> Given:
    """France's motion (m1; she waits to speak on it as its mover) is taken up."""
    return (before or session()).done(command, by=room("fra")).done(TAKE_UP)


def decided(meeting: Given, *, carried: bool = True, clock: str = NOON) -> Given:
    """The body has decided on the motion that is taken up."""
    motion = meeting.meeting.motion
    assert motion is not None
    return meeting.after(*motions.outcome(meeting.meeting, motion.id, carried=carried, at=at(clock)))


def called(meeting: Given) -> str:
    assert meeting.meeting.called is not None
    return meeting.meeting.called.request


def test_motion_order_a_state_moves_and_its_mover_waits_to_speak_first() -> None:
    moved = session().when(ADJOURN_DEBATE, by=room("fra"))
    made, mover = moved.events
    assert made == e.MotionMade(
        motion="m1", kind=MotionKind.ADJOURN_DEBATE, number=1, delegation="fra", item="3", at=at("10:00:00")
    )
    assert isinstance(mover, e.SpeakerInscribed)
    assert (mover.kind, mover.motion, mover.seconds) == (RequestKind.MOTION, "m1", 300)
    assert (mover.participant, mover.modality) == ("fra-room", Modality.IN_PERSON)


def test_motion_order_the_desk_moves_for_a_delegation_that_asked_by_flag() -> None:
    session().when(ADJOURN_DEBATE, by=DESK).refused("delegation-needed")
    session().when(replace(ADJOURN_DEBATE, delegation="atl"), by=DESK).refused(
        "unknown-delegation", delegation="atl"
    )
    moved = session().done(replace(ADJOURN_DEBATE, delegation="ind"), by=DESK)
    assert moved.meeting.motions["m1"].delegation == "ind"


def test_motion_order_only_by_those_who_may_move() -> None:
    session().when(ADJOURN_DEBATE, by=room("jpn")).refused("observers-may-not")
    session().when(ADJOURN_DEBATE, by=observer("fra")).refused("listen-only")
    session().when(replace(ADJOURN_DEBATE, delegation="eu"), by=DESK).refused("observers-may-not")


def test_motion_order_only_of_a_kind_that_the_body_knows_and_one_of_a_kind() -> None:
    in_session(under()).when(SUSPEND, by=room("fra")).refused("no-such-motion")
    session().done(SUSPEND, by=room("fra")).when(SUSPEND, by=room("ind")).refused(
        "motion-pending", motion="m1"
    )
    given(set_up=whole()).when(SUSPEND, by=room("fra")).refused("not-in-session", phase="scheduled")


def test_motion_order_the_first_of_the_rules_is_taken_up_first() -> None:
    both = session().done(CLOSE_DEBATE, by=room("fra")).done(SUSPEND, by=room("ind"))
    both.when(c.TakeUpMotion(motion="m1")).refused("motion-order", motion="m2")
    both.when(c.TakeUpMotion(motion="m9")).refused("unknown-motion", motion="m9")
    second = both.done(c.TakeUpMotion(motion="m2"))
    second.when(c.TakeUpMotion(motion="m1")).refused("motion-taken-up", motion="m2")
    rejected = decided(second, carried=False)
    rejected.when(c.TakeUpMotion(motion="m2")).refused("motion-over", motion="m2", state="rejected")
    assert rejected.done(c.TakeUpMotion(motion="m1")).meeting.motion is not None


def test_motion_order_some_go_before_all_proposals() -> None:
    waiting = session().done(CLOSE_DEBATE, by=room("fra"))
    with pytest.raises(Refused) as refusal:
        motions.first(waiting.meeting)
    assert refusal.value.code == "motions-first"
    motions.first(
        session().done(c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=60), by=room("fra")).meeting
    )


def test_motion_order_interrupts_the_speaker_who_has_the_time_left_once_it_is_rejected() -> None:
    moved = speaking().done(ADJOURN_DEBATE, by=room("fra"), clock="10:01:00")
    moved.when(TAKE_UP, clock="10:02:00").then(
        e.FloorInterrupted(grant=1, at=at("10:02:00")), e.MotionTakenUp(motion="m1", at=at("10:02:00"))
    )
    debated = moved.done(TAKE_UP, clock="10:02:00").given_the_floor("10:02:10")
    ended = debated.when(c.EndStatement(), clock="10:03:00")
    ended.then(e.StatementEnded(grant=2, by=EndedBy.CHAIR, at=at("10:03:00"), spoken_ms=50_000))
    ended.accepted().when(c.EndStatement()).refused("motion-taken-up", motion="m1")
    ended.accepted().when(c.PassOver()).refused("motion-taken-up", motion="m1")
    back = decided(ended.accepted(), carried=False, clock="10:04:00")
    grant = back.meeting.speaking
    assert grant is not None
    assert grant.left(at("10:04:00")) == seconds(180)
    assert back.meeting.motions["m1"].state is MotionState.REJECTED


def test_motion_order_is_not_taken_up_over_a_call_or_a_point_of_order() -> None:
    moved = session().asked(online("pan")).done(ADJOURN_DEBATE, by=room("fra"))
    moved.done(c.CallNext()).when(TAKE_UP).refused("speaker-called")
    point = moved.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind")).given_the_floor()
    point.when(TAKE_UP).refused("point-on-the-floor")


def test_motion_order_its_mover_speaks_first_then_for_and_against_in_turn() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita"))
    debate = debate.done(AGAINST, by=room("ind"))
    order = []
    while debate.when(c.CallNext()).refusal is None:
        debate = debate.done(c.CallNext())
        order.append(debate.meeting.requests[called(debate)].delegation)
        debate = debate.done(c.GiveFloor()).done(c.EndStatement())
    assert order == ["fra", "pan", "ind", "ita"]
    debate.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")
    motion = debate.meeting.motions["m1"]
    assert (motion.heard_for, motion.heard_against, motion.mover_heard) == (2, 1, True)


def test_motion_order_the_whole_order_of_its_speakers_is_known_beforehand() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita")).done(AGAINST, by=room("ind"))
    motion = debate.meeting.motion
    assert motion is not None
    assert [r.delegation for r in debates.order(debate.meeting, motion)] == ["fra", "pan", "ind", "ita"]
    debate.when(c.CallSpeaker(request="r3")).refused("out-of-order", ahead=3)


def test_motion_order_a_mover_who_leaves_the_list_has_no_other_turn() -> None:
    debate = taken_up().done(c.WithdrawRequest(request="r1"), by=room("fra"))
    debate.when(FOR, by=room("fra")).refused("spoke-on-motion")


def test_motion_order_another_speaker_on_it_is_called_out_of_turn_only_with_a_reason() -> None:
    debate = taken_up().done(FOR, by=room("pan"))
    debate.when(c.CallSpeaker(request="r2")).refused("out-of-order", ahead=1)
    early = debate.done(c.CallSpeaker(request="r2", reason="the mover is on the way"))
    assert called(early) == "r2"
    passed = debate.done(c.CallNext()).done(c.PassOver())
    assert called(passed.done(c.CallNext())) == "r2"
    waits = session().done(ADJOURN_DEBATE, by=room("fra"))
    waits.when(c.CallSpeaker(request="r1")).refused("motion-not-taken-up", motion="m1")


def test_motion_order_so_many_speak_on_each_side_and_each_delegation_once() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita"))
    debate.when(FOR, by=room("ind")).refused("motion-speakers-full", speakers=2)
    debate.when(AGAINST, by=room("pan")).refused("spoke-on-motion")
    debate.when(AGAINST, by=room("fra")).refused("spoke-on-motion")
    debate.when(AGAINST, by=room("jpn")).refused("observers-may-not")
    withdrawn = debate.done(c.WithdrawRequest(request="r2"), by=room("pan"))
    withdrawn.done(AGAINST, by=room("pan"))
    heard = debate.given_the_floor().done(c.EndStatement()).given_the_floor().done(c.EndStatement())
    heard.when(FOR, by=room("ind")).refused("motion-speakers-full", speakers=2)


def test_motion_order_close_debate_only_opponents_speak() -> None:
    taken_up(CLOSE_DEBATE).when(FOR, by=room("pan")).refused("motion-speakers-full", speakers=0)
    assert taken_up(CLOSE_DEBATE).when(AGAINST, by=room("pan")).events


def test_motion_order_a_speaker_names_one_that_is_open() -> None:
    session().when(FOR, by=room("pan")).refused("no-motion")
    session().when(replace(FOR, motion="m9"), by=room("pan")).refused("unknown-motion", motion="m9")
    waits = session().done(ADJOURN_DEBATE, by=room("fra"))
    assert waits.when(replace(FOR, motion="m1"), by=room("pan")).events
    over = decided(taken_up(), carried=False)
    over.when(replace(FOR, motion="m1"), by=room("pan")).refused("motion-over", motion="m1", state="rejected")


def test_motion_order_to_suspend_or_adjourn_is_not_debated() -> None:
    moved = session().when(SUSPEND, by=room("fra"))
    moved.then(
        e.MotionMade(
            motion="m1", kind=MotionKind.SUSPEND_MEETING, number=1, delegation="fra", at=at("10:00:00")
        )
    )
    up = moved.accepted().done(TAKE_UP)
    up.when(FOR, by=room("pan")).refused("motion-not-debated")
    up.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")


def test_motion_order_while_it_is_taken_up_the_list_waits() -> None:
    up = taken_up(before=session().asked(online("pan")))
    up.when(c.CallSpeaker(request="r1")).refused("motion-taken-up", motion="m1")
    up.when(c.CloseItem(item="3", confirmed=True)).refused("motion-taken-up", motion="m1")
    point = up.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind")).done(c.CallNext())
    assert point.meeting.requests["r3"].state is RequestState.CALLED


def test_motion_order_a_point_of_order_interrupts_who_speaks_on_it() -> None:
    debate = taken_up(before=speaking()).given_the_floor("10:03:00")
    point = debate.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind"))
    point = point.given_the_floor("10:04:00")
    assert [g.kind for g in point.meeting.floor] == [
        RequestKind.STATEMENT,
        RequestKind.MOTION,
        RequestKind.POINT_OF_ORDER,
    ]
    ruled = point.when(c.Rule(upheld=False), clock="10:05:00")
    assert ruled.events[-1] == e.FloorReturned(grant=2, at=at("10:05:00"), ends_at=at("10:09:00"))


def test_procedural_cap_its_speakers_have_five_minutes() -> None:
    debate = taken_up().given_the_floor("10:03:00")
    assert debate.meeting.speaking is not None
    assert debate.meeting.speaking.ends_at == at("10:08:00")
    short = in_session(whole(procedural_seconds=60)).done(ADJOURN_DEBATE, by=room("fra"))
    assert short.meeting.requests["r1"].seconds == 60


def test_motion_order_is_withdrawn_by_its_mover_between_two_speakers() -> None:
    waits = session().done(ADJOURN_DEBATE, by=room("fra")).done(replace(FOR, motion="m1"), by=room("pan"))
    after = waits.done(c.WithdrawMotion(motion="m1"), by=room("fra")).meeting
    assert after.motions["m1"].state is MotionState.WITHDRAWN
    assert {after.requests[r].state for r in ("r1", "r2")} == {RequestState.WITHDRAWN}
    waits.when(c.WithdrawMotion(motion="m1"), by=room("pan")).refused("not-allowed")
    waits.when(c.WithdrawMotion(motion="m2"), by=room("fra")).refused("unknown-motion", motion="m2")
    assert waits.done(c.WithdrawMotion(motion="m1"), by=DESK).meeting.motion is None


def test_motion_order_withdrawn_after_it_was_taken_up_returns_the_floor() -> None:
    up = speaking().done(ADJOURN_DEBATE, by=room("fra")).done(TAKE_UP, clock="10:02:00")
    heard = up.given_the_floor("10:02:00")
    heard.when(c.WithdrawMotion(motion="m1"), by=room("fra")).refused("floor-held")
    withdrawn = heard.done(c.EndStatement()).when(
        c.WithdrawMotion(motion="m1"), by=room("fra"), clock="10:04:00"
    )
    assert withdrawn.events[-1] == e.FloorReturned(grant=1, at=at("10:04:00"), ends_at=at("10:07:00"))


def test_motion_order_without_its_object_lapses_when_its_turn_comes() -> None:
    moved = session().done(ADJOURN_DEBATE, by=room("fra")).done(c.CloseItem(item="3", confirmed=True))
    moved.when(TAKE_UP).then(e.MotionLapsed(motion="m1", at=at("10:00:00")))


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
    waiting = limited.done(c.RequestFloor(joint=("ita",)), by=online("pan"))
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
        "motion-speakers-full", speakers=1
    )
