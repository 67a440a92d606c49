"""What one request for the floor costs the processor on its way through conduct, with a growing list.

No sockets: the writer's transaction and the meeting's views alone. Processor time, so that others on the
machine count little.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import thread_time

from benchmarks.assembly import ITEM, assemble
from benchmarks.report import Report, Row

from hemicycle.access import logins
from hemicycle.conduct import opening
from hemicycle.conduct.sitting import Sitting
from hemicycle.conduct.writer import Submission, Writer
from hemicycle.contract.commands import parse_command
from hemicycle.storage import Engine, open_storage, reading
from hemicycle_client.bots import Credential

DELEGATIONS = 200
TOGETHER = 20
"""Requests in one transaction."""


def measure(say: Callable[[str], None]) -> Report:
    """Two hundred delegations ask, twenty in each transaction."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        assembly = assemble(Path(folder), DELEGATIONS, 1)
        engine = open_storage(assembly.data)
        meeting = _Meeting(engine, assembly.meetings[0])
        meeting.send(assembly.chair, "CallToOrder")
        meeting.send(assembly.chair, "TakeUpItem", item=ITEM)
        meeting.send(assembly.chair, "OpenList", item=ITEM)
        rows, shown = [], []
        for first in range(0, DELEGATIONS, TOGETHER):
            asking = assembly.delegates[first : first + TOGETHER]
            stored = meeting.store([meeting.submission(each, "RequestFloor") for each in asking])
            shown = [meeting.show() for _ in asking]
            rows.append(Row(f"{first + TOGETHER} on the list", [stored, median(shown), max(shown)]))
            say(f"{rows[-1].name}: stored {stored:.2f} ms, shown {median(shown):.2f} ms")
        meeting.writer.close()
        engine.dispose()
    return Report(
        title=f"One request for the floor, {DELEGATIONS} delegations: milliseconds of the processor",
        columns=("decided and stored", "shown to three audiences", "the longest of these"),
        rows=[rows[0], rows[len(rows) // 2 - 1], rows[-1]],
        notes=(
            f"Stored: {TOGETHER} in one transaction, its share. Shown: three views and what changed in each.",
        ),
    )


class _Meeting:
    """A meeting's conduct without the event loop around it."""

    def __init__(self, engine: Engine, meeting: str) -> None:
        self.now = datetime(2030, 1, 1, 10, tzinfo=UTC)
        opened = opening.open_log(engine, meeting, self.now)
        self.sitting = Sitting(meeting, opened.epoch, opened.recorded)
        self.writer = Writer(engine)
        self._engine = engine
        self._present = frozenset(self.sitting.meeting.delegations)
        self._stored = iter(self.sitting.advance([]))
        self._number = 0

    def submission(self, who: Credential, command: str, **fields: str) -> Submission:
        """A command as it comes from a login."""
        self._number += 1
        payload = {"command": command, **fields}
        with reading(self._engine) as conn:
            login = logins.find(conn, who.login)
        name = f"ask-{self._number}"
        return Submission(id=name, command=parse_command(name, payload), actor=login.actor, payload=payload)

    def store(self, submissions: list[Submission]) -> float:
        """Milliseconds for each."""
        began = thread_time()
        batch = self.writer.commit(self.sitting, submissions, self._present, self.now)
        took = thread_time() - began
        if not all(isinstance(answer, int) for answer in batch.answers):
            raise RuntimeError(f"a command was refused: {batch.answers}")
        self._stored = iter(self.sitting.advance(batch.recorded))
        return took * 1000 / len(submissions)

    def show(self) -> float:
        """Milliseconds for the next one that was stored."""
        began = thread_time()
        next(self._stored)
        return (thread_time() - began) * 1000

    def send(self, who: Credential, command: str, **fields: str) -> None:
        """One command, stored and shown."""
        self.store([self.submission(who, command, **fields)])
        self.show()
