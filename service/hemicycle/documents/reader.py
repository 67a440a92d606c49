"""The program that opens a file of unknown origin: ``python -I -m hemicycle.documents.reader``.

From standard input it reads one line of JSON, ``{"kind", "tables", "bounds"}``, and then the file; it writes
one JSON object: what it found, or ``{"refused", "says"}``. The kernel holds it to its bounds: processor time,
memory, no file written. Whatever else goes wrong ends it alone: a file that no library opens is damaged.
"""

import resource
import sys
from dataclasses import asdict
from typing import Any

import orjson

from hemicycle.documents.bounds import Bounds
from hemicycle.documents.found import Found
from hemicycle.documents.kinds import FileKind
from hemicycle.documents.refusals import FileRefused


def main() -> None:
    """Read what standard input holds and tell what is in it."""
    asked = orjson.loads(sys.stdin.buffer.readline())
    bounds = Bounds(**asked["bounds"])
    _confine(bounds)
    content = sys.stdin.buffer.read()
    try:
        answer: dict[str, Any] = asdict(_read(FileKind(asked["kind"]), content, bounds, asked["tables"]))
    except FileRefused as refusal:
        answer = {"refused": refusal.reason, "says": str(refusal)}
    except (MemoryError, RecursionError):
        answer = {"refused": "unpacks-too-large", "says": "opening this file takes more memory than any does"}
    sys.stdout.buffer.write(orjson.dumps(answer))


def _confine(bounds: Bounds) -> None:
    """Give up, for good, what reading needs not."""
    for what, most in (
        (resource.RLIMIT_CPU, bounds.cpu_seconds),
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _read(kind: FileKind, content: bytes, bounds: Bounds, tables: bool) -> Found:  # noqa: FBT001 - as asked
    """Import only the library that this kind needs: a process lives for one file."""
    if kind is FileKind.PDF:
        from hemicycle.documents.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(content, bounds, tables=tables)
    if kind is FileKind.DOCX:
        from hemicycle.documents.word import read_word  # noqa: PLC0415

        return read_word(content, bounds, tables=tables)
    from hemicycle.documents.image import read_image  # noqa: PLC0415

    return read_image(content, bounds)


if __name__ == "__main__":
    main()
