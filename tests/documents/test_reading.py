"""What a file is and holds, told by its content alone, by a process that cannot be made to run away."""

import subprocess
import sys
import zlib
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from tests.documents import papers

from hemicycle.documents.bounds import BOUNDS, MEBIBYTE, Bounds
from hemicycle.documents.kinds import MOST_BYTES, FileKind
from hemicycle.documents.reading import check, read_tables
from hemicycle.documents.refusals import FileRefused

TABLE = [list(row) for row in papers.ROWS]


def refused(content: bytes, bounds: Bounds = BOUNDS) -> str:
    with pytest.raises(FileRefused) as caught:
        check(content, bounds)
    assert str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize(
    "content, kind, pages, text",
    [
        (papers.text_pdf(), FileKind.PDF, 1, True),
        (papers.picture_pdf(), FileKind.PDF, 1, False),
        (papers.pdf(*[b""] * 50), FileKind.PDF, 50, False),
        (papers.word(), FileKind.DOCX, 1, True),
        (papers.word(rows=(), text=" "), FileKind.DOCX, 1, False),
        (papers.picture("PNG"), FileKind.PNG, 1, False),
        (papers.picture("JPEG"), FileKind.JPEG, 1, False),
        (papers.picture("TIFF", pages=3), FileKind.TIFF, 3, False),
    ],
)
def test_what_may_be_stored(content: bytes, kind: FileKind, pages: int, text: bool) -> None:  # noqa: FBT001
    told, found = check(content)
    assert (told, found.pages, found.text) == (kind, pages, text)
    assert found.tables == []


@pytest.mark.parametrize(
    "content",
    [
        b"Dear Sir or Madam,",
        b"<html><script>alert(1)</script></html>",
        b"MZ\x90\x00" + bytes(200),
        b"GIF89a" + bytes(50),
        b"\x7fELF" + bytes(50),
        b"hidden before " + papers.text_pdf(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"{\\rtf1 x}",
        bytes(100),
        b"\xb7" * 3,
    ],
)
def test_by_its_content_it_is_something_else(content: bytes) -> None:
    assert refused(content) == "wrong-type"


def test_an_archive_that_is_no_document() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "hello")
    assert refused(out.getvalue()) == "wrong-type"


def test_empty_and_too_large() -> None:
    assert refused(b"") == "empty"
    assert refused(papers.text_pdf() + bytes(MOST_BYTES)) == "too-large"


@pytest.mark.parametrize(
    "content",
    [papers.table_pdf(), papers.word(), *map(papers.picture, ("PNG", "JPEG", "TIFF"))],
    ids=["pdf", "docx", "png", "jpeg", "tiff"],
)
def test_cut_off_on_its_way(content: bytes) -> None:
    for part in (0.3, 0.6, 0.95):
        assert refused(content[: int(len(content) * part)]) in {"cut-off", "wrong-type"}


def test_protected_by_a_password() -> None:
    assert refused(papers.locked_pdf()) == "encrypted"
    locked = bytearray(papers.word())
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refused(bytes(locked)) == "encrypted"


def test_too_many_pages() -> None:
    assert refused(papers.pdf(*[b""] * 51)) == "too-many-pages"
    assert refused(papers.picture("TIFF", (8, 8), pages=4), Bounds(pages=3)) == "too-many-pages"


SWOLLEN = bytes(70 * MEBIBYTE)


@pytest.mark.parametrize(
    "content",
    [
        papers.pdf(SWOLLEN, packed=True),
        papers.pdf(b"", extra=[papers.stream(bytes(8 * MEBIBYTE), b"/Filter /FlateDecode ", packed=True)]),
        papers.pdf(
            b"",
            extra=[
                papers.stream(zlib.compress(SWOLLEN), b"/Filter [/FlateDecode /FlateDecode] ", packed=True)
            ],
        ),
        papers.repacked(papers.word(), "word/media/image1.png", SWOLLEN),
        papers.repacked(papers.word(), "word/document.xml", b"<a>" + bytes(8 * MEBIBYTE)),
    ],
    ids=["pdf-size", "pdf-ratio", "pdf-twice", "docx-size", "docx-ratio"],
)
def test_a_bomb(content: bytes) -> None:
    assert len(content) < MEBIBYTE
    assert refused(content) == "unpacks-too-large"


def test_an_archive_that_lies_about_its_size() -> None:
    bomb = bytearray(papers.repacked(papers.word(), "word/media/image1.png", SWOLLEN))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = bomb.rindex(mark)
        bomb[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")
    assert refused(bytes(bomb)) in {"unpacks-too-large", "cut-off"}


def test_a_picture_of_too_many_pixels() -> None:
    huge = bytearray(papers.picture("PNG"))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    huge[29:33] = zlib.crc32(bytes(huge[12:29])).to_bytes(4, "big")
    assert refused(bytes(huge)) == "unpacks-too-large"


def test_files_within_files() -> None:
    inner = BytesIO()
    with ZipFile(inner, "w", ZIP_STORED) as archive:
        archive.writestr("a", "b")
    assert refused(papers.repacked(papers.word(), "word/embeddings/a.xlsx", inner.getvalue())) == "nested"
    assert refused(papers.pdf(b"", extra=[papers.stream(b"MZ", b"/Type /EmbeddedFile ")])) == "nested"


def test_entities_that_multiply_do_not() -> None:
    body = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    laughs = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">' + body + b"]><d>&e11;</d>"
    assert refused(papers.repacked(papers.word(), "word/document.xml", laughs)) == "unreadable"


def test_depth_without_end() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert refused(papers.repacked(papers.word(), "word/document.xml", deep)) == "unreadable"
    nested = papers.pdf(b"", extra=[b"[" * 200_000 + b"]" * 200_000])
    assert check(nested)[1].pages == 1
    endless = papers.pdf(b"").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    assert check(endless)[1].pages == 1


def test_the_kernel_keeps_the_bounds() -> None:
    swollen = papers.stream(
        bytes(600 * MEBIBYTE), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ", packed=True
    )
    hidden = papers.pdf(b"", extra=[swollen])
    assert refused(hidden, Bounds(memory=400 * MEBIBYTE)) == "unpacks-too-large"
    busy = papers.pdf(b"1 0 0 rg 0 0 m 9 9 l S\n" * 150_000)
    assert refused(busy, Bounds(cpu_seconds=1)) == "too-slow"
    assert refused(papers.text_pdf(), Bounds(seconds=0.001)) == "too-slow"


def test_what_no_library_opens() -> None:
    for content in (
        b"%PDF-1.4\n" + bytes(range(250)) * 2 + b"%%EOF",
        papers.pdf(),
        papers.repacked(papers.word(), "word/document.xml", b"<x/>"),
        papers.repacked(papers.word(), "[Content_Types].xml", b"nonsense"),
    ):
        assert refused(content) == "unreadable"


def test_the_program_that_reads_can_write_nothing() -> None:
    """Bounds are given up for good before the file is looked at."""
    tried = (
        "import resource; from hemicycle.documents.reader import _confine; "
        "from hemicycle.documents.bounds import BOUNDS; _confine(BOUNDS); "
        "print(resource.getrlimit(resource.RLIMIT_FSIZE), resource.getrlimit(resource.RLIMIT_AS)[1])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", tried], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"(0, 0) {BOUNDS.memory}"


@pytest.mark.parametrize("content", [papers.table_pdf(), papers.word()], ids=["pdf", "docx"])
def test_tables_are_read(content: bytes) -> None:
    found = read_tables(content)
    assert found.tables == [TABLE]
    assert not found.guessed


def test_a_table_without_borders_is_guessed() -> None:
    found = read_tables(papers.table_pdf(ruled=False))
    assert found.guessed
    cells = {text for table in found.tables for row in table for text in row}
    assert {"Ana Sílva", "ana@mfa.example"} <= cells


def test_a_table_over_two_pages() -> None:
    found = read_tables(papers.pdf(papers.table(papers.ROWS), papers.table(papers.ROWS[1:])))
    assert [len(table) for table in found.tables] == [3, 2]


@pytest.mark.parametrize(
    "content, reason",
    [
        (papers.picture_pdf(), "no-text"),
        (papers.picture("PNG"), "no-text"),
        (papers.word(rows=(), text=""), "no-text"),
        (papers.word(rows=()), "no-table"),
    ],
)
def test_what_has_no_table(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(content)
    assert caught.value.reason == reason
