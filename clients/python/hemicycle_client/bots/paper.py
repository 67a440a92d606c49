"""A page with a few lines on it, for a text that is handed in before a statement."""

from io import BytesIO

TOP, LEFT, LEADING = 760, 72, 24
"""Points from the lower left corner of an A4 page."""


def one_page(*lines: str) -> bytes:
    """A PDF (ISO 32000-1, 7.5) of one page; ``lines``: what a reader sees, characters of Latin-1 alone."""
    shown = b"".join(_shown(line, TOP - place * LEADING) for place, line in enumerate(lines))
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F 5 0 R >> >>",
    )
    return _file(objects)


def _shown(line: str, height: int) -> bytes:
    text = (
        line.encode("latin-1", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F 14 Tf %d %d Td (%s) Tj ET\n" % (LEFT, height, text)


def _file(objects: tuple[bytes, ...]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()
