"""What the disk alone allows: bare loops, nothing around them, in the folder where the service writes."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter

ROW = "x" * 600
"""About what one request adds to the database: its event, its receipt."""
PAGE = bytes(4096)


def commits(folder: Path, count: int) -> list[float]:
    """One row in one durable transaction after another, as the service's database is set up.

    Seconds from the start until each was stored: what the last of so many who ask at once would wait.
    """
    with closing(sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE IF NOT EXISTS floor (row TEXT)")

        def store() -> None:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO floor VALUES (?)", [ROW])
            database.execute("COMMIT")

        return _times(store, count)


def syncs(folder: Path, count: int) -> list[float]:
    """One page written and synced after another. Seconds from the start until each was on the disk."""
    with (folder / "floor.bytes").open("ab", buffering=0) as file:

        def store() -> None:
            file.write(PAGE)
            os.fdatasync(file.fileno())

        return _times(store, count)


def _times(store: Callable[[], None], count: int) -> list[float]:
    began = perf_counter()
    times = []
    for _ in range(count):
        store()
        times.append(perf_counter() - began)
    return times
