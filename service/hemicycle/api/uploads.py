"""A file in a form, read once: only who is signed in and may send it gets so far that it is read at all."""

from collections.abc import AsyncGenerator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from fastapi import Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from hemicycle.contract.problems import ProblemError
from hemicycle.documents.kinds import MOST_BYTES

_LONGEST_FIELD = 1024
_LONGEST_BOUNDARY = 70
"""RFC 2046, 5.1.1."""


class Uploaded(NamedTuple):
    """A file that has come whole, and what else is in its form, each field as often as it was sent."""

    name: str
    content: bytes
    fields: Mapping[str, list[str]]


class _InMemory(MultiPartParser):
    """The temporary folder may be memory too, and is nobody's to count: ``limits.Uploads`` counts this."""

    spool_max_size = MOST_BYTES + 1


def form(**fields: object) -> dict[str, Any]:
    """A form with a file and these other fields (JSON schemas), for the description of an operation."""
    digest = {
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "description": "Of the file as it was sent, to know that all of it has come.",
    }
    schema = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, "sha256": digest, **fields},
    }
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


async def uploaded(request: Request, most_fields: int = 1) -> Uploaded:
    """The file ``file`` of the form. Raises ProblemError: ``invalid-request`` where there is none,
    ``file-refused`` (cut-off) where less has come than was sent.
    """
    parser = _InMemory(
        request.headers,
        _whole(request, _boundary(request)),
        max_files=1,
        max_fields=most_fields + 1,
        max_part_size=_LONGEST_FIELD,
    )
    try:
        found = await _taken(await parser.parse())
    except (MultiPartException, ClientDisconnect) as error:
        raise _cut_off() from error
    if found is None:
        raise _no_file()
    promised = found.fields.get("sha256")
    if promised is not None and promised != [sha256(found.content).hexdigest()]:
        raise _cut_off()
    return found


async def _whole(request: Request, boundary: bytes) -> AsyncGenerator[bytes]:
    """The body, bit by bit. Raises ``MultiPartException`` where it does not end as a form ends (RFC 2046,
    5.1.1), and ``ClientDisconnect``.
    """
    longest, end = len(boundary) + 10, b""
    async for chunk in request.stream():
        end = (end + chunk[-longest:])[-longest:]
        yield chunk
    if not end.rstrip().endswith(b"--%b--" % boundary):
        raise MultiPartException("The form has no end.")


async def _taken(sent: FormData) -> Uploaded | None:
    file = sent.get("file")
    fields: dict[str, list[str]] = {}
    for name, value in sent.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, []).append(value)
    try:
        if not isinstance(file, UploadFile):
            return None
        return Uploaded(file.filename or "file", await file.read(), fields)
    finally:
        await sent.close()


def _boundary(request: Request) -> bytes:
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        raise _no_file()
    return boundary


def _no_file() -> ProblemError:
    return ProblemError.of("invalid-request", "Send the file as the field 'file' of a form.")


def _cut_off() -> ProblemError:
    says = "The upload was cut off or changed on its way; send it again."
    return ProblemError.of("file-refused", says, reason="cut-off")
