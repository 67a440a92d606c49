"""From ``git clone`` to the demonstration answering, step by step, in a folder that is removed afterwards.

Takes minutes, and the packages from the caches of an earlier installation or from their registries.
"""

import json
import os
import signal
import subprocess
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import IO, cast

from benchmarks.report import Report, Row

ROOT = Path(__file__).parents[1]
PATIENCE = 900.0
"""Seconds for one step."""


def measure(say: Callable[[str], None]) -> Report:
    """The steps of ``make demo`` in a fresh clone of this repository, one by one."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-clone-") as folder:
        clone = Path(folder) / "hemicycle"
        steps: dict[str, Callable[[], None]] = {
            "git clone": lambda: _run("git", "clone", "--quiet", str(ROOT), str(clone)),
            "make setup: the virtual environment": lambda: _run(
                "make", "--silent", "-C", str(clone), "setup"
            ),
            "make web: the consoles": lambda: _run("make", "--silent", "-C", str(clone), "web"),
            "make demo: until /healthz answers": lambda: _demonstrate(clone),
        }
        rows = []
        for name, step in steps.items():
            began = perf_counter()
            step()
            rows.append(Row(name, [perf_counter() - began]))
            say(f"{name}: {rows[-1].figures[0]:.1f} s")
    whole = sum(float(row.figures[0]) for row in rows)
    return Report(
        title="From git clone to a running demonstration",
        columns=("seconds",),
        rows=[*rows, Row("all", [whole])],
        notes=("The caches of pip and npm were warm: these packages had been installed here before.",),
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=PATIENCE, env=_environment())


def _demonstrate(clone: Path) -> None:
    """Start the demonstration, ask for its health once it says where it is, and end it."""
    command = ["make", "--silent", "-C", str(clone), "demo", "ARGS=--port 0 --json"]
    environment = _environment()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        try:
            url = json.loads(cast("IO[bytes]", process.stdout).readline())["url"]
            with urllib.request.urlopen(f"{url}/healthz", timeout=PATIENCE) as answer:  # noqa: S310 - our own
                if answer.status != 200:
                    raise RuntimeError(f"/healthz answered {answer.status}")
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _environment() -> dict[str, str]:
    """Nothing of the checkout that measures, or of the ``make`` that started it."""
    ours = {"PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    return {name: value for name, value in os.environ.items() if name not in ours}
