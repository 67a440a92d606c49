"""Long lists go to the service some at a time, so that the progress moves and meetings get their turn."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import track

TOGETHER = 50
"""How many stand in one request."""


def in_batches(chosen: Sequence[str], doing: str) -> Iterable[Sequence[str]]:
    """Parts of the list; of more than one the progress is shown."""
    batches = [chosen[start : start + TOGETHER] for start in range(0, len(chosen), TOGETHER)]
    if len(chosen) > TOGETHER:
        return track(batches, doing, console=Console(stderr=True), transient=True)
    return batches
