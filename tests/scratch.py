"""A folder for databases that nobody misses: in memory where there is room, as most tests wait for disks."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of a random name is made in it
PREFIX = "hemicycle-test-"
ENOUGH = 512 * 1024 * 1024
"""Bytes: a container's default is 64 MiB, which is not."""


@contextmanager
def scratch(*, durable: bool = False) -> Iterator[Path]:
    """A new folder with a short path, gone at the end. ``durable``: on a disk."""
    memory = not durable and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH
    parent = MEMORY if memory else Path(tempfile.gettempdir())
    _sweep(parent)
    # Not below pytest's own folders: another user than root must come to it, and a socket's path is short.
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _sweep(parent: Path) -> None:
    """Remove what runs that were killed have left: a folder's name says whose it is."""
    for folder in parent.glob(f"{PREFIX}*-*"):
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdecimal() and not Path("/proc", owner).exists() and Path("/proc").is_dir():
            shutil.rmtree(folder, ignore_errors=True)
