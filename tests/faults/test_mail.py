"""A node killed while it sends: every message arrives, and only the one in flight may arrive twice."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from aiosmtpd import smtp
from aiosmtpd.smtp import Envelope, Session
from sqlalchemy import func, select
from tests.faults.running import Prepared, prepare, serving
from tests.platforms.sink import Sink, listening_sink

from hemicycle.registry import mail
from hemicycle.registry.mail import Draft
from hemicycle.storage import open_engine, reading, writing
from hemicycle.storage.tables import MailRow

pytestmark = [pytest.mark.faults, pytest.mark.slow]
LETTERS, FATAL = 40, 12


class Holding(Sink):
    """Takes the message with this number and keeps its answer back; ``taken`` is set then."""

    def __init__(self, held: int) -> None:
        super().__init__()
        self.held = held
        self.taken = asyncio.Event()

    async def handle_DATA(self, server: smtp.SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.messages) == self.held:
            self.taken.set()
            await asyncio.get_running_loop().create_future()  # the node will not live to hear the answer
        return answer


def queued(prepared: Prepared) -> Sequence[str]:
    """So many messages that are due; their addresses."""
    addresses = [f"person{number}@mfa.example" for number in range(LETTERS)]
    at = prepared.begins - timedelta(days=1)
    drafts = [
        Draft(
            kind="announcement", key=f"a:{n}", address=to, subject="Masks", body="Masks are worn.", due_at=at
        )
        for n, to in enumerate(addresses)
    ]
    engine = open_engine(prepared.data)
    try:
        with writing(engine) as conn:
            assert mail.queue_all(conn, "example", drafts, at, "test") == LETTERS
    finally:
        engine.dispose()
    return addresses


def unsent(prepared: Prepared) -> int:
    """How many messages the rows say have not left."""
    engine = open_engine(prepared.data)
    try:
        with reading(engine) as conn:
            wanted = select(func.count()).where(MailRow.__table__.c.sent_at.is_(None))  # type: ignore[attr-defined]
            return conn.execute(wanted).scalar_one()
    finally:
        engine.dispose()


async def until_all_sent(prepared: Prepared) -> None:
    """Look at the rows until none is unsent; the test's own timeout ends a wait in vain."""
    while await asyncio.to_thread(unsent, prepared):
        await asyncio.sleep(0.05)


async def test_a_node_killed_while_it_sends_loses_no_message_and_doubles_only_the_one_in_flight(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, "example", 1)
    addresses = queued(prepared)
    async with listening_sink(sink=Holding(FATAL)) as sink:
        assert isinstance(sink, Holding)
        told = {
            "HEMICYCLE_SMTP_HOST": "127.0.0.1",
            "HEMICYCLE_SMTP_PORT": str(sink.port),
            "HEMICYCLE_SMTP_STARTTLS": "false",
            "HEMICYCLE_SMTP_FROM": "Desk <desk@example.org>",
        }
        async with serving(prepared, environment=told) as served:
            await sink.taken.wait()
            served.kill()
            await served.ended()
            assert await asyncio.to_thread(unsent, prepared) == LETTERS - FATAL + 1
            served.clock_at += timedelta(minutes=2)  # its taking lapses: another try may begin
            await served.start()
            await until_all_sent(prepared)
            assert await served.stop() == 0
    arrived = Counter(str(each["To"]) for each in sink.messages)
    doubled = [address for address, times in arrived.items() if times > 1]
    assert set(arrived) == set(addresses)
    assert [arrived[address] for address in doubled] == [2]
    same = {each["Message-ID"] for each in sink.messages if str(each["To"]) in doubled}
    assert len(same) == 1, "whoever reads her mail sees it once"
