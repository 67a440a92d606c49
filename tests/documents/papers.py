"""Real files, made by hand: PDF, DOCX and pictures, whole and malicious."""

import struct
import zlib
from collections.abc import Sequence
from hashlib import md5
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from PIL import Image

Rows = Sequence[Sequence[str]]

ROWS: Rows = (
    ("Name", "Title", "E-mail", "Participation", "Role"),
    ("Ana Sílva", "Counsellor", "ana@mfa.example", "In person", "Speaker"),
    ("Berta Núñez", "Attaché", "berta@mfa.example", "Online", "Observer"),
)
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(*pages: bytes, packed: bool = False, extra: Sequence[bytes] = (), trailer: bytes = b"") -> bytes:
    """A PDF whose pages have these content streams; ``extra``: objects, ``trailer``: entries."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for content in pages:
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(stream(content, b"/Filter /FlateDecode " if packed else b"", packed=packed))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    return _assembled([*objects, *extra], trailer)


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    data = zlib.compress(content, 1) if packed else content
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def letters(x: float, y: float, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F 9 Tf %.1f %.1f Td (%s) Tj ET\n" % (x, y, escaped)


def table(rows: Rows, *, ruled: bool = True) -> bytes:
    """A table's content stream; without ``ruled`` only the words in their columns."""
    top, width, high = 780, 105, 20
    out = [letters(40, top + 20, "Note verbale")]
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            x, y = 40 + across * width, top - (down + 1) * high
            out.append(letters(x + 3, y + 6, text))
            if ruled:
                out.append(b"%.1f %.1f %.1f %.1f re S\n" % (x, y, width, high))
    return b"".join(out)


def text_pdf(text: str = "The Permanent Mission presents its compliments.") -> bytes:
    return pdf(letters(40, 700, text))


def table_pdf(rows: Rows = ROWS, *, ruled: bool = True) -> bytes:
    return pdf(table(rows, ruled=ruled), packed=True)


def picture_pdf() -> bytes:
    """A scan: a page of one picture and not a letter."""
    image = stream(
        b"\x00" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
    )
    return pdf(b"q 500 0 0 700 40 40 cm /I Do Q", extra=[image])


def locked_pdf() -> bytes:
    """Protected by a user's password (PDF 1.4, 3.5.2: revision 2, 40 bits)."""
    password = b"secret"
    owner = _rc4(md5(_padded(password)).digest()[:5], _padded(password))  # noqa: S324 - the format's own
    key = md5(_padded(password) + owner + struct.pack("<i", -4) + b"id").digest()[:5]  # noqa: S324
    entries = (b"/Filter /Standard /V 1 /R 2 /P -4", owner.hex().encode(), _rc4(key, _PADDING).hex().encode())
    trailer = b"/ID [<6964> <6964>] /Encrypt << %s /O <%s> /U <%s> >>" % entries
    return pdf(letters(40, 700, "unreadable"), trailer=trailer)


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _rc4(key: bytes, content: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def word(rows: Rows = ROWS, text: str = "Note verbale") -> bytes:
    """A DOCX with a paragraph and, where there are rows, a table."""
    document = Document()
    document.add_paragraph(text)
    if rows:
        made = document.add_table(rows=len(rows), cols=len(rows[0]))
        for down, row in enumerate(rows):
            for across, content in enumerate(row):
                made.cell(down, across).text = content
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(content: bytes, name: str, data: bytes) -> bytes:
    """An archive with one member added or replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return out.getvalue()


def picture(kind: str, size: tuple[int, int] = (60, 40), pages: int = 1) -> bytes:
    out = BytesIO()
    image = Image.effect_noise(size, 60)
    more = {"save_all": True, "append_images": [image] * (pages - 1)} if pages > 1 else {}
    image.save(out, kind, **more)
    return out.getvalue()
