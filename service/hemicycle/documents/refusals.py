"""Why a file is not taken or not read."""


class FileRefused(Exception):
    """A file that is not stored or not read; nothing has changed.

    ``reason``: empty, too-large, wrong-type, cut-off, encrypted, too-many-pages, unpacks-too-large, nested,
    unreadable, too-slow, busy, no-text or no-table. The message tells a person what is wrong.
    """

    def __init__(self, reason: str, says: str) -> None:
        self.reason = reason
        super().__init__(says)


class UnknownDocument(Exception):
    """The conference has no such document."""
