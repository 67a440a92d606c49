"""An announcement to everybody who has registered, 1,200 of them, by a mail server on the same machine."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from aiosmtpd import smtp
from benchmarks.matching import AT, BY, load
from benchmarks.registration_season import CONFERENCE, season
from benchmarks.report import Report, Row

from hemicycle.clock.service_clock import ServiceClock
from hemicycle.platforms.mail.sender import Sender
from hemicycle.platforms.mail.smtp import Server, SmtpPostman
from hemicycle.registry import announcing, mail, registrations
from hemicycle.registry.registrations import NewRegistration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Engine, open_storage, reading, writing

PEOPLE, RUNS = 1_200, 3
DESK = Address("Desk", "desk", "example.org")


class Counting:
    """A mail server that counts what it takes."""

    def __init__(self) -> None:
        self.taken = 0

    async def handle_DATA(self, *_: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken += 1
        return "250 OK"


def measure(say: Callable[[str], None]) -> Report:
    """Queued in one transaction, then sent one by one: each taken, handed over and marked, durably."""
    runs = []
    for number in range(1, RUNS + 1):
        with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
            runs.append(asyncio.run(_announced(Path(folder))))
        say(f"{number} of {RUNS}: queued {runs[-1][0]:.2f} s, sent {runs[-1][1]:.2f} s")
    queued, sent, alone = (median(each) for each in zip(*runs, strict=True))
    return Report(
        title=f"An announcement to {PEOPLE:,} registered; medians of {RUNS}",
        columns=("seconds", "messages a second"),
        rows=[
            Row("written and queued", (queued, PEOPLE / queued)),
            Row("sent, each marked in the rows", (sent, PEOPLE / sent)),
            Row("the same messages by SMTP alone", (alone, PEOPLE / alone), beside=True),
        ],
        notes=("Checked: each message was taken by the server once. One connection, in plain text.",),
    )


async def _announced(folder: Path) -> tuple[float, float, float]:
    engine = open_storage(folder / "data")
    try:
        load(engine, season(), folder)
        _register(engine)
        counting = Counting()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: smtp.SMTP(counting), "127.0.0.1", 0)
        async with server:
            postman = SmtpPostman(Server("127.0.0.1", server.sockets[0].getsockname()[1], starttls=False))
            start = perf_counter()
            with writing(engine) as conn:
                to = announcing.audience(conn, CONFERENCE, announcing.Concerned())
                words = ("Masks", "Masks are worn.")
                drafts = announcing.announcement(conn, CONFERENCE, to, "bench", words, AT)
                mail.queue_all(conn, CONFERENCE, drafts, AT, BY)
            queued, start = perf_counter() - start, perf_counter()
            clock = ServiceClock(begins_at=AT + timedelta(hours=1))
            await Sender(engine, clock, postman, DESK).send_due()
            sent = perf_counter() - start
            if counting.taken != PEOPLE:
                raise RuntimeError(f"{counting.taken} messages were taken")
            return queued, sent, await _alone(engine, postman)
    finally:
        engine.dispose()


async def _alone(engine: Engine, postman: SmtpPostman) -> float:
    """The same messages, without rows."""
    with reading(engine) as conn:
        letters = mail.letters(conn, CONFERENCE)
    start = perf_counter()
    for letter in letters:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = DESK, letter.address, letter.subject
        message.set_content(letter.body)
        await postman.send(letter.id, message)
    await postman.rest()
    return perf_counter() - start


def _register(engine: Engine) -> None:
    with writing(engine) as conn:
        for number in range(PEOPLE):
            new = NewRegistration(
                conference=CONFERENCE,
                delegation="ita",
                name=f"Person {number}",
                email=f"person{number}@mfa.example",
                modality=Modality.ONLINE,
                role=Role.OBSERVER,
                submitted_at=AT,
            )
            registrations.add(conn, new, AT, BY)
