"""TIME_LIMIT: limits by tier, extension, pause, the alert and the cut; SECRETARIAT_FLOOR."""

import pytest
from tests.rules.stage import CHAIR, CLOCK, Given, at, in_session, online, room, seconds, under

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import Deadline, deadlines
from hemicycle.rules.procedure import OnOverrun
from hemicycle.rules.state.floor import Grant
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import EndedBy, HolderKind, Modality, RequestKind, RequestState

ELAPSE = c.ElapseSpeakingTime(grant=1)


def speaking(by: c.Actor = online("pan")) -> Given:  # noqa: B008 - a value
    """Has the floor since ten o'clock."""
    return in_session().asked(by).given_the_floor("10:00:00")


def floor_of(meeting: Given) -> Grant:
    floor = meeting.meeting.speaking
    assert floor is not None
    return floor


@pytest.mark.parametrize("delegation,limit", [("pan", 300), ("eu", 300), ("jpn", 180), ("interpol", 180)])
def test_time_limit_by_tier(delegation: str, limit: int) -> None:
    assert floor_of(speaking(online(delegation))).left(at("10:00:00")) == seconds(limit)


def test_recognition_giving_the_floor_is_a_recorded_step() -> None:
    called = in_session().done(c.RequestFloor(language="fr"), by=room("fra")).done(c.CallNext())
    outcome = called.when(c.GiveFloor(), clock="10:00:07")
    outcome.then(
        e.FloorGiven(
            grant=1,
            kind=RequestKind.STATEMENT,
            holder=Holder(kind=HolderKind.DELEGATION, ref="fra"),
            at=at("10:00:07"),
            ends_at=at("10:05:07"),
            item="3",
            request="r1",
            participant="fra-room",
            modality=Modality.IN_PERSON,
            language="fr",
        )
    )


@pytest.mark.parametrize("by,ended_by", [(CHAIR, EndedBy.CHAIR), (online("pan"), EndedBy.SPEAKER)])
def test_recognition_a_statement_is_ended_by_chair_or_speaker(by: c.Actor, ended_by: EndedBy) -> None:
    ended = speaking().when(c.EndStatement(), by=by, clock="10:03:12.345")
    after = ended.then(e.StatementEnded(grant=1, by=ended_by, at=at("10:03:12.345"), spoken_ms=192_345))
    assert (after.floor, after.delivered) == ((), ("r1",))
    assert after.requests["r1"].state is RequestState.DELIVERED


def test_recognition_nobody_ends_anothers_statement() -> None:
    speaking().when(c.EndStatement(), by=online("ita")).refused("not-your-statement")


def test_recognition_what_needs_a_speaker() -> None:
    for command in (c.EndStatement(), c.ExtendTime(seconds=60), c.PauseSpeaking(), c.ResumeSpeaking()):
        in_session().asked(online("pan")).when(command).refused("nobody-speaking")


def test_time_limit_a_pause_stops_the_clock_exactly() -> None:
    paused = speaking().when(c.PauseSpeaking(), clock="10:01:00.250")
    paused.then(e.FloorPaused(grant=1, at=at("10:01:00.250")))
    still = floor_of(paused.accepted())
    assert still.left(at("10:30:00")) == seconds(239.75)
    resumed = paused.accepted().when(c.ResumeSpeaking(), clock="10:02:00.500")
    resumed.then(e.FloorResumed(grant=1, at=at("10:02:00.500"), ends_at=at("10:06:00.250")))
    ended = resumed.accepted().when(c.EndStatement(), clock="10:03:00.500")
    ended.then(e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:03:00.500"), spoken_ms=120_250))


def test_time_limit_several_pauses_add_up() -> None:
    meeting = speaking()
    for minute in (1, 2, 3):
        meeting = meeting.done(c.PauseSpeaking(), clock=f"10:0{minute}:00")
        meeting = meeting.done(c.ResumeSpeaking(), clock=f"10:0{minute}:30")
    floor = floor_of(meeting)
    assert (floor.spoken(at("10:03:30")), floor.left(at("10:03:30"))) == (seconds(120), seconds(180))


def test_time_limit_a_statement_may_end_while_its_clock_stands() -> None:
    paused = speaking().done(c.PauseSpeaking(), clock="10:01:00")
    ended = paused.when(c.EndStatement(), clock="10:09:00")
    ended.then(e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:09:00"), spoken_ms=60_000))


def test_time_limit_the_clock_is_stopped_once_and_started_once() -> None:
    speaking().when(c.ResumeSpeaking()).refused("not-paused")
    speaking().done(c.PauseSpeaking()).when(c.PauseSpeaking()).refused("paused")


def test_time_limit_an_extension_counts_from_the_end_of_the_limit() -> None:
    extended = speaking().when(c.ExtendTime(seconds=60), clock="10:01:00")
    extended.then(e.TimeExtended(grant=1, seconds=60, ends_at=at("10:06:00"), at=at("10:01:00")))


def test_time_limit_an_extension_in_overrun_counts_from_now() -> None:
    over = speaking().done(ELAPSE, by=CLOCK, clock="10:05:00")
    extended = over.when(c.ExtendTime(seconds=60), clock="10:07:00")
    extended.then(e.TimeExtended(grant=1, seconds=60, ends_at=at("10:08:00"), at=at("10:07:00")))
    due = Deadline(at=at("10:08:00"), command=ELAPSE)
    assert deadlines(extended.accepted().meeting) == (due,)


def test_time_limit_an_extension_while_the_clock_stands_is_kept() -> None:
    paused = (
        speaking().done(c.PauseSpeaking(), clock="10:04:00").done(c.ExtendTime(seconds=60), clock="10:09:00")
    )
    assert floor_of(paused).left(at("10:09:00")) == seconds(120)
    resumed = paused.done(c.ResumeSpeaking(), clock="10:10:00")
    assert floor_of(resumed).ends_at == at("10:12:00")


@pytest.mark.parametrize("number", [0, -5, 601])
def test_time_limit_an_extension_is_bounded_by_the_procedure(number: int) -> None:
    speaking().when(c.ExtendTime(seconds=number)).refused("bad-extension", longest=600)


def test_time_limit_the_end_of_the_time_is_a_deadline() -> None:
    assert deadlines(in_session().meeting) == ()
    assert deadlines(speaking().meeting) == (Deadline(at=at("10:05:00"), command=ELAPSE),)
    assert deadlines(speaking().done(c.PauseSpeaking()).meeting) == ()


def test_time_limit_an_elapsed_time_alerts_and_ends_nothing() -> None:
    elapsed = speaking().when(ELAPSE, by=CLOCK, clock="10:05:00")
    after = elapsed.then(e.SpeakingTimeElapsed(grant=1, at=at("10:05:00")))
    assert after.speaking is not None
    assert (after.speaking.elapsed, deadlines(after)) == (True, ())


def test_stale_an_alert_that_is_early_doubled_or_of_another_grant_is_refused() -> None:
    speaking().when(ELAPSE, by=CLOCK, clock="10:04:59.999").refused("stale")
    speaking().when(c.ElapseSpeakingTime(grant=2), by=CLOCK, clock="10:05:00").refused("stale")
    speaking().done(ELAPSE, by=CLOCK, clock="10:05:00").when(ELAPSE, by=CLOCK, clock="10:05:00").refused(
        "stale"
    )
    paused = speaking().done(c.PauseSpeaking(), clock="10:04:00")
    paused.when(ELAPSE, by=CLOCK, clock="10:05:00").refused("stale")
    extended = speaking().done(c.ExtendTime(seconds=1), clock="10:04:00")
    extended.when(ELAPSE, by=CLOCK, clock="10:05:00").refused("stale")
    in_session().when(ELAPSE, by=CLOCK).refused("stale")


def test_authorization_only_the_clock_tells_that_time_has_elapsed() -> None:
    speaking().when(ELAPSE, by=CHAIR, clock="10:05:00").refused("not-allowed")


def test_time_limit_a_body_may_cut_on_overrun() -> None:
    cutting = in_session(under(on_overrun=OnOverrun.CUT)).asked(online("pan")).given_the_floor("10:00:00")
    cut = cutting.when(ELAPSE, by=CLOCK, clock="10:05:00")
    after = cut.then(
        e.SpeakingTimeElapsed(grant=1, at=at("10:05:00")),
        e.StatementEnded(grant=1, by=EndedBy.CLOCK, at=at("10:05:00"), spoken_ms=300_000),
    )
    assert after.floor == ()


def test_procedural_cap_a_point_of_order_has_its_own_limit_and_is_never_cut() -> None:
    meeting = in_session(under(on_overrun=OnOverrun.CUT, point_of_order_seconds=120))
    point = meeting.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("pan"))
    heard = point.given_the_floor("10:00:00")
    assert floor_of(heard).ends_at == at("10:02:00")
    over = heard.when(ELAPSE, by=CLOCK, clock="10:02:00")
    over.then(e.SpeakingTimeElapsed(grant=1, at=at("10:02:00")))


def test_secretariat_floor_the_secretariat_bypasses_the_list() -> None:
    waiting = in_session().asked(online("pan"))
    command = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary", language="en")
    outcome = waiting.when(command)
    outcome.then(
        e.FloorGiven(
            grant=1,
            kind=RequestKind.STATEMENT,
            holder=Holder(kind=HolderKind.SECRETARIAT, ref="secretary"),
            at=at("10:00:00"),
            ends_at=None,
            item="3",
            participant="secretary",
            language="en",
        )
    )
    ended = outcome.accepted().when(c.EndStatement(), clock="10:04:00")
    after = ended.then(e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:04:00"), spoken_ms=240_000))
    assert (after.delivered, len(after.waiting("3"))) == ((), 1)


def test_secretariat_floor_a_panellist_and_an_officer_too_with_a_limit_if_one_is_set() -> None:
    limited = c.GiveFloorTo(kind=HolderKind.PANELLIST, participant="panellist", seconds=900)
    assert floor_of(in_session().done(limited)).ends_at == at("10:15:00")
    officer = c.GiveFloorTo(kind=HolderKind.PRESIDING_OFFICER, participant="vice")
    assert floor_of(in_session().done(officer)).holder.ref == "vice"


def test_recognition_a_delegation_is_called_from_the_list() -> None:
    command = c.GiveFloorTo(kind=HolderKind.DELEGATION, participant="pan")
    in_session().when(command).refused("not-of-the-podium")


@pytest.mark.parametrize(
    "kind,participant", [(HolderKind.PANELLIST, "secretary"), (HolderKind.GUEST, "pan-room")]
)
def test_known_reference_the_podium_has_its_members(kind: HolderKind, participant: str) -> None:
    command = c.GiveFloorTo(kind=kind, participant=participant)
    in_session().when(command).refused("unknown-participant", kind=kind, participant=participant)


def test_time_limit_what_needs_a_limit() -> None:
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    unlimited = in_session().done(podium)
    unlimited.when(c.ExtendTime(seconds=60)).refused("no-limit")
    assert deadlines(unlimited.meeting) == ()
    zero = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary", seconds=0)
    in_session().when(zero).refused("bad-limit")


def test_time_limit_without_a_limit_the_clock_may_be_paused_all_the_same() -> None:
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    paused = in_session().done(podium).done(c.PauseSpeaking(), clock="10:01:00")
    resumed = paused.when(c.ResumeSpeaking(), clock="10:02:00")
    resumed.then(e.FloorResumed(grant=1, at=at("10:02:00"), ends_at=None))
    ended = resumed.accepted().when(c.EndStatement(), clock="10:03:00")
    ended.then(e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:03:00"), spoken_ms=120_000))
