"""Where stored files lie: in one folder, each under its sha256, written once and never changed.

A file is on the disk, durably, before anything names it; so a crash leaves at most a file that nobody names,
which ``sweep`` finds. Nodes that share a database share the folder.
"""

import os
import time
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

ORPHAN_SECONDS = 3600.0
"""How old, in real seconds, a file without a row is before it counts as left behind."""
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Swept:
    """``orphans``: files that were removed because no row names them; ``missing``: rows' files not there."""

    orphans: tuple[str, ...]
    missing: tuple[str, ...]


class Files:
    """The folder, made when the first file is kept. Files are this user's alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, content: bytes) -> str:
        """Write the content, durably, and give its sha256. Raises ``OSError`` where that is not possible."""
        name = sha256(content).hexdigest()
        path = self.path(name)
        if path.is_file() and path.stat().st_size == len(content):
            os.utime(path)  # a sweep shall not take it for one left behind
            return name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = path.with_name(f"{uuid4().hex}{_UNFINISHED}")
        try:
            _write(unfinished, content)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        for folder in (path.parent, self.folder):
            _sync(folder)
        return name

    def path(self, name: str) -> Path:
        """Where the file with this sha256 lies, or would."""
        return self.folder / name[:2] / name

    def remove(self, name: str) -> None:
        """The file is gone, durably. Raises ``OSError`` where that is not possible."""
        path = self.path(name)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync(path.parent)

    def sweep(self, named: Collection[str], older: float = ORPHAN_SECONDS) -> Swept:
        """Remove files that no row names and that are older than ``older`` seconds; tell what is missing.

        Read ``named`` first: what is stored afterwards is younger.
        """
        limit = time.time() - older
        present, orphans = set(), []
        for path in self.folder.glob("??/*"):
            if path.name in named:
                present.add(path.name)
            elif path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)
                orphans.append(path.name)
        return Swept(tuple(sorted(orphans)), tuple(sorted(set(named) - present)))


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make the folder's own entries durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
