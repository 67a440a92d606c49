"""What the figures were measured on."""

import os
import platform
import sqlite3
from pathlib import Path


def machine() -> dict[str, str]:
    """Name → what it is, for the head of every report."""
    one, five, _ = os.getloadavg()
    return {
        "processor": f"{_first('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores",
        "memory": f"{int(_first('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.0f} GiB",
        "system": f"Linux {platform.release().split('-')[0]}",
        "software": f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        "load before": f"{one:.1f} (1 min), {five:.1f} (5 min)",
    }


def _first(file: str, key: str) -> str:
    with Path(file).open(encoding="utf-8") as lines:
        return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "unknown 0")
