"""Opens a file in a process of its own, within bounds, and waits for what it tells."""

import signal
import subprocess
import sys

import orjson

from hemicycle.documents.bounds import BOUNDS, Bounds
from hemicycle.documents.found import Found
from hemicycle.documents.kinds import TABLES, FileKind, kind_of
from hemicycle.documents.refusals import FileRefused

_PROGRAM = (sys.executable, "-I", "-m", "hemicycle.documents.reader")


def check(content: bytes, bounds: Bounds = BOUNDS) -> tuple[FileKind, Found]:
    """Open a file once, whole, to know that it can be opened. Raises ``FileRefused``.

    Blocks for up to ``bounds.seconds``: let ``turns`` call it.
    """
    kind = kind_of(content)
    return kind, _read(content, kind, bounds, tables=False)


def read_tables(content: bytes, bounds: Bounds = BOUNDS) -> Found:
    """The tables of a text PDF or a DOCX. Raises ``FileRefused``, also: no-text,
    no-table. Blocks likewise.
    """
    kind = kind_of(content)
    if kind not in TABLES:
        raise FileRefused("no-text", "a picture has no text that could be read; type the nominations in")
    found = _read(content, kind, bounds, tables=True)
    if not found.text:
        raise FileRefused("no-text", "the file holds pictures and no text; type the nominations in")
    if not found.tables:
        raise FileRefused("no-table", "the file has text and no table; paste or type the nominations")
    return found


def _read(content: bytes, kind: FileKind, bounds: Bounds, *, tables: bool) -> Found:
    asked = orjson.dumps({"kind": kind.value, "tables": tables, "bounds": bounds.as_json()})
    try:
        done = subprocess.run(  # noqa: S603 - the project's own program; the file comes by standard input
            _PROGRAM,
            input=asked + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a library complains about may quote the file
            timeout=bounds.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(bounds) from None
    return _answer(done, bounds)


def _answer(done: "subprocess.CompletedProcess[bytes]", bounds: Bounds) -> Found:
    if -done.returncode in {signal.SIGXCPU, signal.SIGKILL}:
        raise _too_slow(bounds)
    if done.returncode != 0:
        raise FileRefused("unreadable", "the file is damaged: it cannot be opened")
    answer = orjson.loads(done.stdout)
    if "refused" in answer:
        raise FileRefused(answer["refused"], answer["says"])
    return Found(**answer)


def _too_slow(bounds: Bounds) -> FileRefused:
    return FileRefused("too-slow", f"opening this file takes longer than {bounds.seconds:g} seconds")
