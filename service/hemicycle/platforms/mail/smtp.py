"""A mail server, spoken to by aiosmtplib. What it answers is the desk's to read; the password is nobody's."""

import contextlib
from dataclasses import dataclass, field
from email.message import EmailMessage

import aiosmtplib
from aiosmtplib import SMTP

from hemicycle.platforms.mail.postman import NotDelivered

PERMANENT = range(500, 600)
"""Replies that mean: do not send this again as it is (RFC 5321, 4.2.1)."""
ENCRYPTED = 465
"""The port where a connection is encrypted from its first byte (RFC 8314, 3.3)."""
SECONDS = 30.0
"""Real seconds that one exchange with the server may take."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. ``starttls``: encrypt, and refuse to go on where that is not possible. ``implicit_tls``:
    the connection is encrypted from its first byte; by itself, on port 465 alone.

    Its certificate must be of ``host`` and of an authority that this machine trusts (``SSL_CERT_FILE`` names
    others).
    """

    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    starttls: bool = True
    implicit_tls: bool | None = None

    @property
    def encrypted(self) -> bool:
        """Whether the connection is encrypted from its first byte."""
        return self.port == ENCRYPTED if self.implicit_tls is None else self.implicit_tls


class SmtpPostman:
    """Keeps one connection while there is something to send."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open: SMTP | None = None

    async def send(self, letter_id: str, message: EmailMessage) -> None:  # noqa: ARG002 - the port's
        """Hand the message to the server. Raises ``NotDelivered``; final where the server refuses it."""
        client = await self._connected()
        try:
            await client.send_message(message)
        except (aiosmtplib.SMTPException, OSError) as error:
            if not isinstance(error, aiosmtplib.SMTPRecipientsRefused | aiosmtplib.SMTPResponseException):
                await self.rest()
            raise _not_delivered(error) from error

    async def rest(self) -> None:
        """Close the connection."""
        client, self._open = self._open, None
        if client is not None:
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                await client.quit()
            client.close()

    async def _connected(self) -> SMTP:
        if self._open is not None and self._open.is_connected:
            return self._open
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            use_tls=server.encrypted,
            start_tls=server.starttls and not server.encrypted,
            timeout=SECONDS,
        )
        try:
            await client.connect()
        except (aiosmtplib.SMTPException, OSError) as error:
            client.close()
            raise NotDelivered(f"the mail server cannot be used: {_says(error)}") from error
        self._open = client
        return client


def _not_delivered(error: Exception) -> NotDelivered:
    """A reply of the server, or none. What it says of the sender is no fault of this one message."""
    replies: list[aiosmtplib.SMTPResponseException] = []
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        replies.extend(error.recipients)
    elif isinstance(error, aiosmtplib.SMTPDataError):
        replies.append(error)
    final = bool(replies) and all(each.code in PERMANENT for each in replies)
    return NotDelivered("; ".join(map(_says, replies)) or _says(error), final=final)


def _says(error: Exception) -> str:
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return f"{error.code} {error.message}"
    return str(error) or type(error).__name__
