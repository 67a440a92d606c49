"""``fan_out`` in a process of its own, which it needs, as a report beside the others."""

import json
import subprocess
import sys
from collections.abc import Callable

from benchmarks.report import Report, Row

SIZES = (100, 1000, 4000)


def measure(say: Callable[[str], None]) -> Report:
    """For several numbers of consoles."""
    rows = []
    for consoles in SIZES:
        command = [sys.executable, "-m", "benchmarks.fan_out", "--consoles", str(consoles)]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        figures = ("floor_ms", "hub_ms", "ratio", "ratio_until_read", "longest_gap_ms")
        rows.append(Row(f"{consoles:,} consoles", [float(found[figure]) for figure in figures]))
        say(f"{consoles:,} consoles: {found['ratio']} times a bare loop of send")
    return Report(
        title="One patch to all consoles of a meeting; medians of 50",
        columns=("bare sends, ms", "the hub, ms", "ratio", "ratio until read", "longest gap of the loop, ms"),
        rows=rows,
        notes=("Ratios are taken pair by pair on the same connections, the readers on the same machine.",),
    )
