"""Where no mail server is configured: a folder with one ``.eml`` a message, for this user alone."""

import asyncio
import os
from collections.abc import Iterable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from hemicycle.platforms.mail.postman import NotDelivered


class Outbox:
    """Writes messages into ``folder``, which it makes when it is first needed (mode 0700; files 0600)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def send(self, letter_id: str, message: EmailMessage) -> None:
        """Write the message; once more replaces it. Raises ``NotDelivered``."""
        await asyncio.to_thread(self._write, letter_id, message.as_bytes())

    async def rest(self) -> None:
        """Nothing is held."""

    def read(self, letter_id: str) -> EmailMessage | None:
        """The message as it was sent, with its link; None: it is not here."""
        try:
            return message_from_bytes(self._path(letter_id).read_bytes(), policy=SMTP)
        except FileNotFoundError:
            return None

    def forget(self, letter_ids: Iterable[str]) -> None:
        """Remove these messages, where they are here."""
        for letter_id in letter_ids:
            self._path(letter_id).unlink(missing_ok=True)

    def _path(self, letter_id: str) -> Path:
        if not letter_id.isalnum():
            raise ValueError(f"{letter_id!r} is no letter's id")
        return self.folder / f"{letter_id}.eml"

    def _write(self, letter_id: str, content: bytes) -> None:
        path = self._path(letter_id)
        partial = path.with_suffix(".partial")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError as error:
            raise NotDelivered(f"the outbox folder cannot be written ({error.strerror})") from error
