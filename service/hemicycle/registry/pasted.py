"""A table that somebody pastes: rows of cells, whatever separates them. Pure."""

import csv
import unicodedata
from collections import Counter
from dataclasses import dataclass
from io import StringIO

SEPARATORS = "\t;|,；｜，؛،"
"""What may stand between cells, the surest first: tab, semicolon, bar, comma, and their Chinese and Arabic
forms."""
MOST_LINES = 1000
MOST_CELLS = 40
LONGEST_CELL = 1000


class TableRefused(Exception):
    """The pasted text is no table that could be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """``number``: of the line in what was pasted (of the row in a file's table), from 1."""

    number: int
    cells: tuple[str, ...]


def rows_of(text: str) -> tuple[Line, ...]:
    """The rows of the table, empty ones left out. Raises ``TableRefused``."""
    text = _clean(text)
    if text.count("\n") > MOST_LINES:
        raise TableRefused(f"the table has more than {MOST_LINES} lines")
    read = [_split(text, separator) for separator in SEPARATORS if separator in text]
    if not read:
        return tuple(Line(n, (line.strip(),)) for n, line in enumerate(text.split("\n"), 1) if line.strip())
    return max(read, key=_evenness)  # of equals the surest separator


def line(number: int, cells: list[str]) -> Line:
    """A row of a file's table."""
    return Line(number, tuple(_tidy(cell) for cell in cells[:MOST_CELLS]))


def _split(text: str, separator: str) -> tuple[Line, ...]:
    lines = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    start = 1
    try:
        for row in reader:
            cells = [_tidy(cell) for cell in row[:MOST_CELLS]]
            if separator in "|｜":
                cells = _without_frame(cells)
            if any(cells) and not all(set(cell) <= set("-:= ") for cell in cells):
                lines.append(Line(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        raise TableRefused(f"line {start} cannot be read: {error}") from None
    return tuple(lines)


def _without_frame(cells: list[str]) -> list[str]:
    """Tables drawn with bars begin and end their lines with one."""
    return cells[1:-1] if len(cells) > 2 and not cells[0] and not cells[-1] else cells  # noqa: PLR2004 - two bars


def _evenness(lines: tuple[Line, ...]) -> float:
    """How many lines have the commonest number of cells, if that is more than one; wider tables first."""
    counted = Counter(len(line.cells) for line in lines if len(line.cells) > 1)
    if not counted:
        return 0
    width, times = counted.most_common(1)[0]
    return times / len(lines) + min(width, 10) / 100


def _clean(text: str) -> str:
    """One form for each letter; no marks of direction or order of bytes; one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", " ")
    kept = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c)[0] != "C")
    return unicodedata.normalize("NFC", kept.replace("\u00a0", " "))


def _tidy(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())[:LONGEST_CELL]
