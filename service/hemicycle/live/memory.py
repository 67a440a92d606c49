"""Garbage collection for a process that holds very many long-lived connections."""

import gc

YOUNG = 50_000
"""Allocations between two collections of the youngest generation; Python's own 700 pauses for about a second
at 10,000 connections, because each old collection walks every connection."""


def tune_garbage_collection() -> None:
    """Collect seldom, and never look again at what was there at the start. Call once, when all is wired."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 100)
