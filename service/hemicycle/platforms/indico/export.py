"""Indico's exports as tables: CSV and XLSX, checked before anything is believed.

CSV: UTF-8 with BOM, comma, CRLF, a leading ``= + @ -`` stripped, line breaks as four spaces. XLSX: real
booleans, times of the event's zone without offset. Titles may repeat in both.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from charset_normalizer import from_bytes
from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hemicycle.platforms.indico.columns import Columns
from hemicycle.platforms.indico.lines import read_line
from hemicycle.registry.incoming import (
    MOST_BYTES,
    Form,
    Incoming,
    Progress,
    Reading,
    ReadingCode,
    ReadingRefused,
    RejectedLine,
)

MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 1_000
MOST_LINES = 20_000
MOST_COLUMNS = 200

Line = tuple[int, Sequence[str]]


def read_export(content: bytes, form: Form, progress: Progress) -> Reading:
    """Read an export, whichever of the two it is. Raises ``ReadingRefused`` where it is none, or is cut off.

    Lines that cannot be taken are in the reading, each with its reason.
    """
    if len(content) > MOST_BYTES:
        raise ReadingRefused("too-large", f"an export has at most {MOST_BYTES // 1024 // 1024} MiB")
    if content.startswith(b"PK"):
        return _read("indico-xlsx", _xlsx(content), form, progress)
    return _read("indico-csv", _csv(_text(content)), form, progress)


def _read(source: str, lines: Iterator[Line], form: Form, progress: Progress) -> Reading:
    _, headers = next(lines, (1, ()))
    columns = Columns(headers, form.mapping)
    if form.modality is None:
        columns.require_participation()
    rows = list(lines)
    taken: list[Incoming] = []
    rejected: list[RejectedLine] = []
    for done, (number, cells) in enumerate(rows, start=1):
        if len(cells) != len(headers):
            says = f"it has {len(cells)} columns, the first line has {len(headers)}"
            rejected.append(RejectedLine(line=number, code="wrong-columns", reason=says))
            continue
        read = read_line(form, columns, number, cells)
        if isinstance(read, Incoming):
            taken.append(read)
        else:
            rejected.append(read)
        progress(done, len(rows))
    return Reading(source=source, form=form.name, incoming=tuple(taken), rejected=tuple(rejected))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = from_bytes(content).best()
        looks = f" It looks like {guess.encoding}." if guess else ""
        line = content[: error.start].count(b"\n") + 1
        raise ReadingRefused(
            "wrong-encoding", f"the file is not UTF-8.{looks} Export it again, or save it as UTF-8.", line
        ) from error


def _csv(text: str) -> Iterator[Line]:
    if not text.strip():
        raise ReadingRefused("empty-file", "the file is empty")
    if not text.endswith(("\n", "\r")):
        last = text.count("\n") + 1
        raise ReadingRefused("cut-off", "the file does not end with a line break: it was cut off", last)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins, expected = 1, 0
    try:
        for cells in reader:
            expected = expected or _width(cells)
            if cells:
                yield begins, [*cells]
            begins = reader.line_num + 1
            if begins > MOST_LINES:
                raise ReadingRefused("too-many-lines", f"an export has at most {MOST_LINES} lines", begins)
    except csv.Error as error:
        code: ReadingCode = "cut-off" if "end of data" in str(error) else "no-table"
        raise ReadingRefused(code, f"the file cannot be read as CSV from here: {error}", begins) from error


def _width(headers: Sequence[str]) -> int:
    if len(headers) == 1 and any(mark in headers[0] for mark in ";\t"):
        raise ReadingRefused("no-table", "the columns are not separated by commas; save it with commas", 1)
    if len(headers) > MOST_COLUMNS:
        raise ReadingRefused("too-many-columns", f"an export has at most {MOST_COLUMNS} columns", 1)
    return len(headers)


def _xlsx(content: bytes) -> Iterator[Line]:
    try:
        _require_modest(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, DefusedXmlException) as error:
        raise ReadingRefused(
            "no-table", "the file cannot be opened: it is no XLSX, or was cut off"
        ) from error
    width = 0
    try:
        sheet = book.worksheets[0]  # a cell's name may say that its row is 16,384 columns wide
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), start=1):
            cells = _written([_cell(value) for value in row])
            width = width or _width(cells)
            if number > MOST_LINES:
                raise ReadingRefused("too-many-lines", f"an export has at most {MOST_LINES} lines", number)
            if any(cells):
                yield number, cells + [""] * (width - len(cells))  # cells at the end may not be written
    except (zipfile.BadZipFile, EOFError, DefusedXmlException, SyntaxError, ValueError) as error:
        raise ReadingRefused("cut-off", "the table in the file is damaged: it was cut off") from error
    finally:
        book.close()


def _written(cells: list[str]) -> list[str]:
    """Without the empty cells at the end."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _require_modest(content: bytes) -> None:
    """An archive may say that it holds more than a machine has. Python's reader holds it to what it says."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > MOST_UNPACKED:
            most = MOST_UNPACKED // 1024 // 1024
            raise ReadingRefused("too-large", f"unpacked, the file holds more than {most} MiB")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(sep=" ")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
