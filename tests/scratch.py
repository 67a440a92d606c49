"""A folder for databases that nobody misses: in memory where there is room, as most tests wait for disks."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of a random name is made in it
ENOUGH = 512 * 1024 * 1024
"""Bytes: a container's default is 64 MiB, which is not."""


@contextmanager
def scratch(*, durable: bool = False) -> Iterator[Path]:
    """A new folder with a short path, gone at the end. ``durable``: on a disk."""
    memory = not durable and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH
    # Not below pytest's own folders: another user than root must come to it, and a socket's path is short.
    folder = Path(tempfile.mkdtemp(prefix="hemicycle-test-", dir=MEMORY if memory else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
