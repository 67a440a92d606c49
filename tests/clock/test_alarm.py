import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from tests.clock.manual_clock import ManualClock
from tests.rules.stage import PROCEDURE

from hemicycle.clock.alarm import Alarms
from hemicycle.conduct.ports import Publication
from hemicycle.contract.problems import ProblemError
from hemicycle.rules.commands import ClockCommand, ElapseSpeakingTime, ElapseTurn, LapseHandover
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.state.booths import Handover, OnAir
from hemicycle.rules.state.floor import Grant
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import HolderKind, RequestKind
from hemicycle.views.audiences import Audience

TEN = datetime(2021, 9, 7, 10, tzinfo=UTC)


def speaking(until: datetime | None, grant: int = 1, *, elapsed: bool = False) -> Meeting:
    """A meeting in which a delegation has the floor until then."""
    frame = Grant(
        id=grant,
        kind=RequestKind.STATEMENT,
        holder=Holder(kind=HolderKind.DELEGATION, ref="pan"),
        started_at=TEN,
        ends_at=until,
        elapsed=elapsed,
    )
    return dataclasses.replace(EMPTY, floor=(frame,), grants=grant)


def minutes(number: float) -> datetime:
    return TEN + timedelta(minutes=number)


class Door:
    """The conductor's door for the clock; ``answers`` are raised one by one, then it accepts."""

    def __init__(self, *answers: Exception) -> None:
        self.sent: list[tuple[str, ClockCommand]] = []
        self.answers = list(answers)

    async def handle_clock(self, meeting_id: str, command: ClockCommand) -> None:
        self.sent.append((meeting_id, command))
        if self.answers:
            raise self.answers.pop(0)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(TEN)


def test_a_publication_sets_the_alarm_of_its_deadline(clock: ManualClock) -> None:
    alarms = Alarms(clock, Door().handle_clock)
    alarms.published(
        Publication(
            meeting_id="m",
            epoch="e",
            prev_seq=0,
            seq=1,
            recorded=(),
            merges={audience: {} for audience in Audience},
            meeting=speaking(minutes(5)),
        )
    )
    assert clock.times == [minutes(5)]


async def test_the_deadline_sends_the_command_once(clock: ManualClock) -> None:
    door = Door()
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    await clock.turn_to(minutes(4.9))
    assert door.sent == []
    await clock.turn_to(minutes(5))
    alarms.watch("m", speaking(minutes(5), elapsed=True))
    await clock.turn_to(minutes(50))
    assert door.sent == [("m", ElapseSpeakingTime(grant=1))]


async def test_several_deadlines_of_a_meeting_ring_each_at_its_time(clock: ManualClock) -> None:
    door = Door()
    alarms = Alarms(clock, door.handle_clock)
    waiting = Handover(by="eva", giver="eva", taker="ed", at=minutes(1), lapses_at=minutes(2))
    live = OnAir(channel="en", interpreter="eva", since=TEN, handover=waiting)
    both = dataclasses.replace(speaking(minutes(5)), procedure=PROCEDURE, on_air={"en": live})
    alarms.watch("m", both)
    assert clock.times == [minutes(2), minutes(5), minutes(30)]
    await clock.turn_to(minutes(2))
    alarms.watch("m", dataclasses.replace(both, on_air={"en": dataclasses.replace(live, handover=None)}))
    await clock.turn_to(minutes(30))
    assert [command for _, command in door.sent] == [
        LapseHandover(booth="en", asked_at=minutes(1)),
        ElapseSpeakingTime(grant=1),
        ElapseTurn(booth="en", since=TEN),
    ]


async def test_more_time_moves_the_alarm(clock: ManualClock) -> None:
    door = Door()
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    alarms.watch("m", speaking(minutes(7)))
    assert clock.times == [minutes(7)]


@pytest.mark.parametrize("after", [EMPTY, speaking(None)], ids=["ended", "no limit"])
async def test_a_deadline_that_has_gone_is_cancelled(clock: ManualClock, after: Meeting) -> None:
    alarms = Alarms(clock, Door().handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    alarms.watch("m", after)
    assert clock.times == []


async def test_an_unchanged_deadline_is_left_alone(clock: ManualClock) -> None:
    alarms = Alarms(clock, Door().handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    before = dict(clock.alarms)
    alarms.watch("m", speaking(minutes(5)))
    assert clock.alarms == before


async def test_meetings_have_their_own_alarms(clock: ManualClock) -> None:
    door = Door()
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m1", speaking(minutes(5)))
    alarms.watch("m2", speaking(minutes(6)))
    alarms.watch("m3", EMPTY)
    alarms.watch("m2", EMPTY)
    await clock.turn_to(minutes(60))
    assert door.sent == [("m1", ElapseSpeakingTime(grant=1))]


async def test_what_was_due_while_the_service_was_down_is_sent_at_start(clock: ManualClock) -> None:
    door = Door()
    Alarms(clock, door.handle_clock).watch("m", speaking(TEN - timedelta(hours=1)))
    await clock.turn_to(TEN)
    assert len(door.sent) == 1


async def test_a_stale_command_is_refused_harmlessly(
    clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    door = Door(ProblemError({"title": "Refused", "status": 409, "code": "stale"}))
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    await clock.turn_to(minutes(60))
    assert len(door.sent) == 1
    assert not [record for record in caplog.records if record.levelname != "DEBUG"]


async def test_a_failure_is_logged_and_tried_again_a_little_later(caplog: pytest.LogCaptureFixture) -> None:
    clock = ManualClock(TEN, scale=60.0)
    door = Door(OSError("database is locked"))
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    await clock.turn_to(minutes(5))
    assert clock.times == [minutes(7)], "two real seconds"
    await clock.turn_to(minutes(7))
    assert len(door.sent) == 2
    assert "could not be decided" in caplog.text


async def test_the_same_deadline_can_be_set_again_after_it_rang(clock: ManualClock) -> None:
    door = Door()
    alarms = Alarms(clock, door.handle_clock)
    alarms.watch("m", speaking(minutes(5)))
    await clock.turn_to(minutes(5))
    alarms.watch("m", speaking(minutes(5)))
    await clock.turn_to(minutes(6))
    assert len(door.sent) == 2
