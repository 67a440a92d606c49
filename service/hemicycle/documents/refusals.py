"""Why a file is not taken or not read."""

from typing import Literal

Reason = Literal[
    "empty",
    "too-large",
    "wrong-type",
    "cut-off",
    "encrypted",
    "too-many-pages",
    "unpacks-too-large",
    "nested",
    "unreadable",
    "too-slow",
    "busy",
    "no-text",
    "no-table",
]


class FileRefused(Exception):
    """A file that is not stored or not read; nothing has changed.

    ``reason``: stable. The message tells a person what is wrong.
    """

    def __init__(self, reason: Reason, says: str) -> None:
        self.reason = reason
        super().__init__(says)


class UnknownDocument(Exception):
    """The conference has no such document."""
