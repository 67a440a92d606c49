"""What a file is, told by its first bytes and never by its name."""

from enum import StrEnum

import puremagic

from hemicycle.documents.refusals import FileRefused

MOST_BYTES = 15 * 1024 * 1024
"""The largest file that is taken."""


class FileKind(StrEnum):
    """What may be stored: the media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"


TABLES = frozenset({FileKind.PDF, FileKind.DOCX})
"""What may hold a table that can be read."""

_BY_EXTENSION = {
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".png": FileKind.PNG,
    ".jpg": FileKind.JPEG,
    ".jpeg": FileKind.JPEG,
    ".tif": FileKind.TIFF,
    ".tiff": FileKind.TIFF,
}
_BEGINS = {
    FileKind.PDF: (b"%PDF-",),
    FileKind.DOCX: (b"PK\x03\x04",),
    FileKind.PNG: (b"\x89PNG\r\n\x1a\n",),
    FileKind.JPEG: (b"\xff\xd8\xff",),
    FileKind.TIFF: (b"II*\x00", b"MM\x00*"),
}


def kind_of(content: bytes) -> FileKind:
    """The kind of a file. An archive counts as DOCX until it is opened.

    Raises ``FileRefused``: empty, too-large, wrong-type. A library's opinion must be borne out by the very
    first byte, so that no file is two things at once.
    """
    if not content:
        raise FileRefused("empty", "the file is empty")
    if len(content) > MOST_BYTES:
        raise FileRefused("too-large", f"the file is larger than {MOST_BYTES // 1024**2} MiB")
    found = {kind for kind in _candidates(content) if content.startswith(_BEGINS[kind])}
    if len(found) != 1:
        raise FileRefused("wrong-type", "by its content this is no PDF, DOCX, PNG, JPEG or TIFF file")
    return found.pop()


def _candidates(content: bytes) -> set[FileKind]:
    try:
        found = puremagic.magic_string(content)
    except (puremagic.PureError, ValueError):
        return set()
    return {_BY_EXTENSION[each.extension] for each in found if each.extension in _BY_EXTENSION}
