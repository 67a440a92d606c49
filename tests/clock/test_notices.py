"""Dates become mail: reminders before the deadline, connection tests before a meeting; each once."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col
from tests.clock.manual_clock import ManualClock
from tests.conduct.accrediting import ONLINE_OBSERVER, ONLINE_SPEAKER, ROOM_SPEAKER, registered
from tests.conduct.moot import load
from tests.databases import Databases

from hemicycle.clock.notices import LOOK_AGAIN, Notices
from hemicycle.registry import mail, registrations
from hemicycle.registry.mail import Letter
from hemicycle.registry.registrations import RegistrationState
from hemicycle.storage import Engine, reading, writing
from hemicycle.storage.tables import ConferenceRow, ParticipantRow, RegistrationRow

CLOSES = datetime(2021, 8, 31, 22, tzinfo=UTC)
FIRST_MEETING = datetime(2021, 9, 7, 8, tzinfo=UTC)  # 10:00 in Vienna


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        with writing(engine) as conn:
            conn.execute(update(ConferenceRow).values(registration_closes_at=CLOSES))
        yield engine


class LeapingClock(ManualClock):
    """Goes to a moment at once and then rings, each alarm once: days pass without their minutes."""

    async def turn_to(self, now: datetime) -> None:
        self._now = now
        for key in [key for key, (when, _) in self.alarms.items() if when <= now]:
            await self.alarms.pop(key)[1]()


def at(moment: datetime) -> ManualClock:
    return LeapingClock(moment)


def letters(engine: Engine) -> Sequence[Letter]:
    with reading(engine) as conn:
        return sorted(mail.letters(conn, "moot"), key=lambda each: each.address)


def notices(engine: Engine, clock: ManualClock) -> Notices:
    return Notices(clock, engine, lambda: None)


def contact(engine: Engine, participant: str) -> None:
    with writing(engine) as conn:
        conn.execute(
            update(ParticipantRow)
            .where(col(ParticipantRow.id) == participant)
            .values(part="focal_point", email=f"{participant}@mission.example")
        )


def nominated(engine: Engine, delegation: str) -> str:
    """Somebody whom a note names and who has withdrawn the registration."""
    (asked,) = registered(engine, delegation, [ONLINE_OBSERVER])
    with writing(engine) as conn:
        registrations.decide(conn, "moot", asked, RegistrationState.WITHDRAWN, CLOSES, "test")
        return registrations.registration(conn, "moot", asked).email


def approved(engine: Engine, *asked: str) -> None:
    with writing(engine) as conn:
        for each in asked:
            registrations.decide(conn, "moot", each, RegistrationState.APPROVED, CLOSES, "test")


async def test_who_is_named_and_has_not_registered_is_told_to_the_focal_point(engine: Engine) -> None:
    contact(engine, "pan-spare")
    nominated(engine, "pan")
    registered(engine, "ita", [ONLINE_SPEAKER])
    clock = at(CLOSES - timedelta(days=8))
    running = notices(engine, clock)
    await running.start()
    assert letters(engine) == []
    await clock.turn_to(CLOSES - timedelta(days=7))
    (letter,) = letters(engine)
    assert letter.address == "pan-spare@mission.example"
    assert "1 September 2021, 00:00 (Europe/Vienna)" in letter.subject
    assert "Pan" in letter.body
    await clock.turn_to(CLOSES - timedelta(days=2, seconds=1))
    assert len(letters(engine)) == 1
    await clock.turn_to(CLOSES - timedelta(days=2))
    assert len(letters(engine)) == 2
    await clock.turn_to(CLOSES + timedelta(days=1))
    assert len(letters(engine)) == 2
    await running.stop()


async def test_without_a_focal_point_the_persons_themselves_are_reminded(engine: Engine) -> None:
    address = nominated(engine, "pan")
    await notices(engine, at(CLOSES - timedelta(days=1))).start()
    assert [letter.address for letter in letters(engine)] == [address]


async def test_after_the_deadline_nobody_is_reminded(engine: Engine) -> None:
    nominated(engine, "pan")
    await notices(engine, at(CLOSES)).start()
    assert letters(engine) == []


async def test_a_deadline_that_is_moved_is_told_anew(engine: Engine) -> None:
    nominated(engine, "pan")
    clock = at(CLOSES - timedelta(days=2))
    await notices(engine, clock).start()
    with writing(engine) as conn:
        later = CLOSES + timedelta(days=1)
        conn.execute(update(ConferenceRow).values(registration_closes_at=later))
    await clock.turn_to(clock.now() + LOOK_AGAIN)
    assert len(letters(engine)) == 2
    await clock.turn_to(clock.now() + LOOK_AGAIN)
    assert len(letters(engine)) == 2


async def test_an_hour_before_a_meeting_who_is_online_is_asked_to_test(engine: Engine) -> None:
    online, room, pending = registered(engine, "pan", [ONLINE_SPEAKER, ROOM_SPEAKER, ONLINE_OBSERVER])
    approved(engine, online, room)
    clock = at(FIRST_MEETING - timedelta(hours=2))
    await notices(engine, clock).start()
    assert letters(engine) == []
    await clock.turn_to(FIRST_MEETING - timedelta(hours=1))
    (letter,) = letters(engine)
    with reading(engine) as conn:
        assert letter.address == registrations.registration(conn, "moot", online).email
    assert "Meeting 1" in letter.subject
    assert "7 September 2021, 10:00 (Europe/Vienna)" in letter.body
    approved(engine, pending)  # approved in that hour: asked as well
    await clock.turn_to(clock.now() + LOOK_AGAIN)
    assert len(letters(engine)) == 2
    await clock.turn_to(FIRST_MEETING + timedelta(minutes=1))
    assert len(letters(engine)) == 2


async def test_many_nodes_and_a_restart_queue_each_notice_once(engine: Engine) -> None:
    asked = registered(engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER, ONLINE_OBSERVER])
    approved(engine, *asked)
    nodes = [notices(engine, at(FIRST_MEETING - timedelta(minutes=30))) for _ in range(4)]
    await asyncio.gather(*(node.start() for node in nodes))
    await notices(engine, at(FIRST_MEETING - timedelta(minutes=1))).start()
    assert len(letters(engine)) == 3
    assert len({letter.address for letter in letters(engine)}) == 3


async def test_an_address_that_is_none_keeps_nobody_else_from_the_notice(engine: Engine) -> None:
    asked = registered(engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    approved(engine, *asked)
    with writing(engine) as conn:
        conn.execute(
            update(RegistrationRow).where(col(RegistrationRow.id) == asked[0]).values(email="no address")
        )
    await notices(engine, at(FIRST_MEETING - timedelta(minutes=30))).start()
    assert len(letters(engine)) == 1
