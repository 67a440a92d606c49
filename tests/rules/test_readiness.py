"""READINESS: what a remote speaker must be before the floor is given, and what the chair may do about it."""

from dataclasses import replace

import pytest
from tests.rules.stage import (
    CHAIR,
    DESK,
    PRESENCE,
    VICE_CHAIR,
    Given,
    at,
    in_session,
    online,
    room,
    seconds,
    under,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.procedure import Gate
from hemicycle.rules.readiness import TEST_HOLDS, lacking
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    Capacity,
    Fitness,
    HolderKind,
    Modality,
    PassedOverCause,
    RequestKind,
    RequestState,
    Role,
)

OPERATOR = Actor(capacity=Capacity.OPERATOR, participant="operator")
INTERPRETER = Actor(capacity=Capacity.INTERPRETER, participant="interpreter")
CONNECTED = c.NoteReady(participant="pan-online", connected=True)
TESTED = c.MarkTested(participant="pan-online")
FIT = c.MarkSound(participant="pan-online", fitness=Fitness.FIT)
ALL = Gate(connected=True, tested=True, sound=True)
GIVEN = e.FloorGiven(
    grant=1,
    kind=RequestKind.STATEMENT,
    holder=Holder(kind=HolderKind.DELEGATION, ref="pan"),
    at=at("10:00:00"),
    ends_at=at("10:05:00"),
    item="3",
    request="r1",
    participant="pan-online",
    modality=Modality.ONLINE,
)


def called(gate: Gate = ALL, by: Actor | None = None) -> Given:
    """A remote speaker of Panama is called."""
    return in_session(under(gate=gate)).asked(by or online("pan")).done(c.CallNext())


def ready() -> Given:
    return called().done(CONNECTED, by=PRESENCE).done(TESTED, by=OPERATOR).done(FIT, by=INTERPRETER)


def missing(given: Given) -> tuple[str, ...]:
    found = given.meeting.requests["r1"]
    return lacking(given.meeting, found.modality, found.participant, at("10:00:00"))


def test_readiness_who_is_connected_tested_and_fit_has_the_floor() -> None:
    ready().when(c.GiveFloor()).then(GIVEN)


def test_readiness_a_console_a_test_and_a_sound_come_from_their_own_sources() -> None:
    called().when(CONNECTED, by=PRESENCE).then(
        e.ParticipantConnected(participant="pan-online", connected=True, at=at("10:00:00"))
    )
    called().when(TESTED, by=OPERATOR).then(
        e.ConnectionTested(participant="pan-online", passed=True, at=at("10:00:00"))
    )
    called().when(FIT, by=INTERPRETER).then(
        e.SoundMarked(
            participant="pan-online",
            fitness=Fitness.FIT,
            by=Capacity.INTERPRETER,
            at=at("10:00:00"),
        )
    )
    assert ready().when(FIT, by=OPERATOR).events == [], "it is known"


@pytest.mark.parametrize(
    "gate,lacks",
    [
        (ALL, "connected, tested, sound"),
        (Gate(connected=True), "connected"),
        (Gate(tested=True), "tested"),
        (Gate(sound=True), "sound"),
    ],
)
def test_readiness_what_the_gate_asks_for_and_nobody_has_found_is_refused(gate: Gate, lacks: str) -> None:
    called(gate).when(c.GiveFloor()).refused("not-ready", lacking=lacks)
    called(gate).when(c.GiveFloor(override=" ")).refused("not-ready", lacking=lacks)


def test_readiness_a_body_without_a_gate_gives_the_floor_to_anybody() -> None:
    called(Gate()).when(c.GiveFloor()).then(GIVEN)


def test_readiness_the_gate_is_for_who_speaks_online() -> None:
    given = called(by=room("pan")).when(c.GiveFloor()).events
    assert [type(event) for event in given] == [e.FloorGiven]
    moved = called().done(c.ChangeModality(request="r1"), by=room("pan"))
    assert missing(moved) == ()


def test_readiness_a_delegation_without_a_remote_speaker_is_not_ready() -> None:
    nobody = replace(under(gate=ALL), roster=())
    slip = c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE)
    waiting = in_session(nobody).done(slip, by=DESK).done(c.CallNext())
    assert missing(waiting) == ("connected", "tested", "sound")


def test_readiness_the_chair_overrides_with_a_reason_on_record() -> None:
    outcome = called().done(CONNECTED, by=PRESENCE).when(c.GiveFloor(override="tested by telephone"))
    outcome.then(
        e.ReadinessOverridden(request="r1", lacking=("tested", "sound"), at=at("10:00:00"), reason="cmd"),
        GIVEN,
    )


def test_readiness_an_override_that_was_not_needed_is_none() -> None:
    ready().when(c.GiveFloor(override="to be sure")).then(GIVEN)


def test_readiness_not_ready_the_place_is_held_and_the_next_is_called() -> None:
    waiting = called().asked(room("ita"))
    held = waiting.done(c.PassOver(cause=PassedOverCause.NOT_READY)).done(c.CallNext())
    assert held.meeting.called is not None
    assert held.meeting.called.request == "r2"
    assert held.meeting.requests["r1"].state is RequestState.PASSED_OVER


def test_readiness_what_was_found_no_longer_holds_once_it_is_found_otherwise() -> None:
    gone = c.NoteReady(participant="pan-online", connected=False)
    assert missing(ready().done(gone, by=PRESENCE)) == ("connected",)
    failed = c.MarkTested(participant="pan-online", passed=False)
    assert missing(ready().done(failed, by=OPERATOR)) == ("tested",)
    unfit = c.MarkSound(participant="pan-online", fitness=Fitness.UNFIT)
    assert missing(ready().done(unfit, by=INTERPRETER)) == ("sound",)
    unknown = c.MarkSound(participant="pan-online", fitness=Fitness.UNKNOWN)
    assert missing(ready().done(unknown, by=INTERPRETER)) == ("sound",)


def test_readiness_a_test_holds_for_the_meetings_of_a_day() -> None:
    found, request = ready().meeting, ready().meeting.requests["r1"]
    who = (request.modality, request.participant)
    assert lacking(found, *who, at("10:00:00") + TEST_HOLDS - seconds(1)) == ()
    assert lacking(found, *who, at("10:00:00") + TEST_HOLDS) == ("tested",)


def test_readiness_a_swap_of_the_speaker_looks_at_the_new_one() -> None:
    swap = e.RoleMoved(
        delegation="pan",
        seat="pan.online.speaker.1",
        modality=Modality.ONLINE,
        role=Role.SPEAKER,
        former="pan-online",
        holder="pan-alternate",
        policy=1,
    )
    assert missing(ready()) == ()
    assert missing(ready().after(swap)) == ("connected", "tested", "sound")


def test_known_reference_only_those_who_take_part_are_marked() -> None:
    for command in (c.MarkTested(participant="zoe"), replace(FIT, participant="zoe")):
        called().when(command, by=OPERATOR).refused("unknown-person", participant="zoe")
    called().done(replace(FIT, participant="panellist"), by=OPERATOR)


def test_stale_presence_is_told_once_and_of_remote_speakers_alone() -> None:
    ready().when(CONNECTED, by=PRESENCE).refused("stale")
    for participant in ("pan-room", "pan-observer", "zoe"):
        ready().when(replace(CONNECTED, participant=participant), by=PRESENCE).refused("stale")


def test_authorization_presence_alone_says_who_is_connected() -> None:
    called().when(CONNECTED, by=OPERATOR).refused("not-allowed")


def test_readiness_nothing_is_noted_after_the_meeting() -> None:
    over = called().done(c.TakeBackCall()).done(c.AdjournMeeting())
    over.when(CONNECTED, by=PRESENCE).refused("adjourned")
    over.when(TESTED, by=OPERATOR).refused("adjourned")
    over.when(FIT, by=OPERATOR).refused("adjourned")


# Dropped in mid-statement: wait, go on and return, or take as read

LOST = c.NoteConnection(participant="pan-online", connected=False)
READ = c.TakeAsRead(request="r1")


def dropped() -> Given:
    """Panama spoke online for a minute; then the line was lost."""
    speaking = called(Gate()).done(c.GiveFloor())
    return speaking.done(LOST, by=PRESENCE, clock="10:01:00")


def test_readiness_a_speaker_who_dropped_is_taken_as_read() -> None:
    outcome = dropped().when(READ, clock="10:01:30")
    after = outcome.then(e.StatementTakenAsRead(request="r1", grant=1, spoken_ms=60_000, at=at("10:01:30")))
    assert after.floor == ()
    assert after.requests["r1"].state is RequestState.TAKEN_AS_READ
    assert after.waiting("3") == []


def test_readiness_a_text_taken_as_read_counts_as_a_statement_heard() -> None:
    after = dropped().done(READ, clock="10:01:30").meeting
    assert after.heard["3", "pan"].statements == 1


def test_readiness_a_speaker_who_dropped_may_be_waited_for() -> None:
    back = c.NoteConnection(participant="pan-online", connected=True)
    goes_on = dropped().done(back, by=PRESENCE, clock="10:03:00").done(c.ResumeSpeaking(), clock="10:03:00")
    speaking = goes_on.meeting.speaking
    assert speaking is not None
    assert speaking.ends_at == at("10:07:00")
    goes_on.when(READ, clock="10:03:30").refused("line-not-lost")


def test_readiness_a_speaker_who_dropped_is_returned_to_with_the_time_left() -> None:
    lost = c.PassOver(cause=PassedOverCause.CONNECTION_LOST)
    held = dropped().asked(room("ita"), clock="10:01:00").done(lost, clock="10:03:00")
    assert held.meeting.requests["r1"].left == seconds(240)
    outcome = held.when(READ, clock="10:02:00")
    outcome.then(e.StatementTakenAsRead(request="r1", at=at("10:02:00")))


def test_readiness_a_request_that_waits_is_taken_as_read() -> None:
    waiting = in_session().asked(online("pan"), online("ita"))
    after = waiting.when(READ).then(e.StatementTakenAsRead(request="r1", at=at("10:00:00")))
    assert [r.id for r in after.waiting("3")] == ["r2"]
    assert after.heard["3", "pan"].statements == 1


def test_readiness_who_is_called_or_speaks_is_taken_as_read_only_once_her_line_is_lost() -> None:
    call = called(Gate())
    call.when(READ).refused("line-not-lost")
    call.done(c.GiveFloor()).when(READ).refused("line-not-lost")
    off = call.done(LOST, by=PRESENCE).when(READ)
    after = off.then(e.StatementTakenAsRead(request="r1", at=at("10:00:00")))
    assert after.called is None


def test_readiness_who_dropped_while_interrupted_is_taken_as_read_after_the_point() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    raised = dropped().done(point, by=room("ita"), clock="10:02:00").done(c.CallNext(), clock="10:02:00")
    raised.when(READ, clock="10:02:00").refused("speaker-called")
    floor = raised.done(c.GiveFloor(), clock="10:02:00")
    floor.when(READ, clock="10:02:00").refused("floor-held")
    floor.done(c.Rule(upheld=False), clock="10:02:30").done(READ, clock="10:02:30")


def test_readiness_a_point_of_order_is_spoken() -> None:
    raised = in_session().done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=online("pan"))
    raised.when(READ).refused("not-a-text", kind="point_of_order")


def test_readiness_only_the_presiding_officer_takes_a_text_as_read_while_it_is_a_request() -> None:
    dropped().when(READ, by=VICE_CHAIR, clock="10:01:30").refused("not-presiding")
    dropped().when(c.TakeAsRead(request="r9")).refused("unknown-request", request="r9")
    ended = in_session().asked(online("pan")).done(c.WithdrawRequest(request="r1"), by=CHAIR)
    ended.when(READ).refused("not-pending", request="r1", state="withdrawn")
