"""A PDF: its objects are looked at within bounds, and then its text and tables are read."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF

from hemicycle.documents.bounds import MEBIBYTE, Bounds
from hemicycle.documents.found import Found, Table, cell
from hemicycle.documents.refusals import FileRefused

_END = 2048
"""How far from the end of a file its end mark may stand, in bytes."""
_DEFLATED = {"FlateDecode", "Fl"}
_FROM_SPACES = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def read_pdf(content: bytes, bounds: Bounds, *, tables: bool) -> Found:
    """What a PDF holds; without ``tables`` only its pages and whether it has text. Raises ``FileRefused``."""
    if b"%%EOF" not in content[-_END:]:
        raise FileRefused("cut-off", "the PDF has no end: it was cut off on its way")
    try:
        document = PDFDocument(PDFParser(BytesIO(content)))
        pages = _pages(document, bounds)
        _unpack(document, bounds)
        with PDF(BytesIO(content)) as opened:
            return _read(opened, pages, bounds, tables=tables)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise FileRefused("encrypted", "the PDF is protected by a password; ask for it without") from None


def _pages(document: PDFDocument, bounds: Bounds) -> int:
    """Count the pages that are there, not those that the file says it has."""
    pages = sum(1 for _ in islice(PDFPage.create_pages(document), bounds.pages + 1))
    if pages > bounds.pages:
        raise FileRefused("too-many-pages", f"the PDF has more than {bounds.pages} pages")
    if pages == 0:
        raise FileRefused("unreadable", "the PDF has no page")
    return pages


def _unpack(document: PDFDocument, bounds: Bounds) -> None:
    """Unpack and count each stream that reading could touch; pictures stay packed: nobody draws them."""
    left = bounds.unpacked
    for stream in _streams(document, bounds):
        if _name(stream.get("Type")) == "EmbeddedFile":
            raise FileRefused("nested", "the PDF holds another file; ask for it without attachments")
        if _name(stream.get("Subtype")) == "Image":
            continue
        size, packed = _size(stream, left)
        left -= size
        if left < 0 or (size > MEBIBYTE and size > bounds.ratio * packed):
            raise FileRefused("unpacks-too-large", "the PDF unpacks to far more than a document holds")


def _streams(document: PDFDocument, bounds: Bounds) -> Iterator[PDFStream]:
    keys = {key for xref in document.xrefs for key in xref.get_objids()}
    if len(keys) > bounds.members:
        raise FileRefused("unpacks-too-large", f"the PDF holds more than {bounds.members} objects")
    for key in sorted(keys):
        try:
            found = document.getobj(key)
        except PSException:  # an entry that leads nowhere: readers pass over it
            continue
        if isinstance(found, PDFStream):
            yield found


def _size(stream: PDFStream, most: int) -> tuple[int, int]:
    """Bytes unpacked (one more than ``most`` at most) and packed, of the filters that can swell."""
    packed = content = stream.get_rawdata() or b""
    for name, _ in stream.get_filters():
        if _name(name) not in _DEFLATED:
            break
        try:
            content = zlib.decompressobj().decompress(content, max(most, 0) + 1)
        except zlib.error:
            break
    return len(content), max(len(packed), 1)


def _name(found: Any) -> str:
    return str(getattr(found, "name", ""))


def _read(opened: PDF, pages: int, bounds: Bounds, *, tables: bool) -> Found:
    found = Found(pages=pages, text=False)
    for page in opened.pages:
        found.text = found.text or any(str(char["text"]).strip() for char in page.chars)
        if tables:
            found.tables += _tables(page.extract_tables(), bounds)
        page.close()
    if tables and found.text and not found.tables:
        found.guessed = True
        for page in opened.pages:
            found.tables += _tables(page.extract_tables(_FROM_SPACES), bounds)
            page.close()
    if sum(map(len, found.tables)) > bounds.rows:
        raise FileRefused("unpacks-too-large", f"its tables have more than {bounds.rows} rows")
    return found


def _tables(tables: list[list[list[str | None]]], bounds: Bounds) -> list[Table]:
    """Tables of two columns and more: a frame around a paragraph is none."""
    read = [[[cell(text, bounds.cell) for text in row] for row in table] for table in tables]
    return [
        [row for row in table if any(row)] for table in read if any(sum(map(bool, row)) > 1 for row in table)
    ]
