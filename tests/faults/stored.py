"""What the database file holds, read past the service."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """One event of a meeting's log."""

    seq: int
    command_id: str
    event: dict[str, Any]


def database_file(data: Path) -> Path:
    (found,) = data.glob("*.sqlite3")
    return found


def log_of(data: Path, meeting: str) -> list[Row]:
    query = "SELECT seq, command_id, event FROM log WHERE meeting_id = ? ORDER BY seq"
    with closing(sqlite3.connect(database_file(data))) as database:
        return [
            Row(seq, command, json.loads(event)) for seq, command, event in database.execute(query, [meeting])
        ]


def accepted_of(data: Path, meeting: str) -> dict[str, int]:
    """The receipts of accepted commands: command id → ``seq``."""
    query = "SELECT command_id, outcome FROM receipts WHERE meeting_id = ?"
    with closing(sqlite3.connect(database_file(data))) as database:
        receipts = {command: json.loads(outcome) for command, outcome in database.execute(query, [meeting])}
    return {command: outcome["seq"] for command, outcome in receipts.items() if "seq" in outcome}


def check_log(data: Path, meeting: str, acknowledged: Mapping[str, int]) -> list[Row]:
    """The log has no gap, no command in it twice, and every acknowledged command where its answer said."""
    rows = log_of(data, meeting)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    blocks = [(command, list(block)) for command, block in groupby(rows, key=lambda row: row.command_id)]
    twice = [command for command, times in Counter(command for command, _ in blocks).items() if times > 1]
    assert twice == []
    reached = {command: block[-1].seq for command, block in blocks}
    assert {command: reached.get(command) for command in acknowledged} == dict(acknowledged)
    receipts = accepted_of(data, meeting)
    assert {command: receipts.get(command) for command in acknowledged} == dict(acknowledged)
    return rows
