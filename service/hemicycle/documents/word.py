"""A DOCX: an archive, unpacked once within bounds before any library sees it, and then its tables."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Opened
from docx.table import Table as WordTable

from hemicycle.documents.bounds import MEBIBYTE, Bounds
from hemicycle.documents.found import Found, Table, cell
from hemicycle.documents.refusals import FileRefused

_ENCRYPTED = 0x1
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_PIECE = 256 * 1024
_OF_WORD = "word/document.xml"


def read_word(content: bytes, bounds: Bounds, *, tables: bool) -> Found:
    """What a DOCX holds; without ``tables`` only whether it opens and has text. Raises ``FileRefused``."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            _unpack(archive, bounds)
    except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError):
        raise FileRefused("cut-off", "the file is damaged or was cut off on its way") from None
    document = Document(BytesIO(content))
    found = _tables(document, bounds)
    text = bool(found) or any(p.text.strip() for p in document.paragraphs)
    return Found(pages=1, text=text, tables=found if tables else [])


def _unpack(archive: ZipFile, bounds: Bounds) -> None:
    """Unpack each member, counting what really comes out: what the archive says of itself proves nothing."""
    members = archive.infolist()
    if len(members) > bounds.members:
        raise FileRefused("unpacks-too-large", f"the archive holds more than {bounds.members} files")
    if _OF_WORD not in {member.filename for member in members}:
        raise FileRefused("wrong-type", "this is an archive, but no DOCX document")
    left = bounds.unpacked
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise FileRefused("encrypted", "the file is protected by a password; ask for it without")
        left -= _size(archive, member, left, bounds)


def _size(archive: ZipFile, member: ZipInfo, left: int, bounds: Bounds) -> int:
    size = 0
    with archive.open(member) as opened:
        while piece := opened.read(_PIECE):
            if size == 0 and piece.startswith(_ARCHIVES):
                raise FileRefused("nested", "the file holds another archive; ask for it without attachments")
            size += len(piece)
            if size > left or (size > MEBIBYTE and size > bounds.ratio * max(member.compress_size, 1)):
                raise FileRefused("unpacks-too-large", "the file unpacks to far more than a document holds")
    return size


def _tables(document: Opened, bounds: Bounds) -> list[Table]:
    found: list[Table] = []
    left = bounds.rows
    for table in document.tables:
        rows = _rows(table, bounds)[:left]
        left -= len(rows)
        if rows:
            found.append(rows)
    return found


def _rows(table: WordTable, bounds: Bounds) -> Table:
    """The cells of a table; one that spans several columns is told once."""
    rows: Table = []
    for row in table.rows:
        told: set[int] = set()
        cells = []
        for each in row.cells:
            cells.append("" if id(each._tc) in told else cell(each.text, bounds.cell))  # noqa: SLF001 - a cell's identity
            told.add(id(each._tc))  # noqa: SLF001 - python-docx gives a spanning cell once for each column
        if any(cells):
            rows.append(cells)
    return rows
