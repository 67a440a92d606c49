"""A real mail server on loopback that keeps what it is sent, or refuses it."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from aiosmtpd import smtp
from aiosmtpd.smtp import Envelope, Session


class Sink:
    """``answers``: replies to the recipients to come, then all are taken; ``data``: to the messages.

    ``encrypted``: of each message, whether it came so.
    """

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.data: list[str] = []
        self.messages: list[EmailMessage] = []
        self.encrypted: list[bool] = []
        self.port = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: smtp.SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.answers and not (answer := self.answers.pop(0)).startswith("250"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: smtp.SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.data:
            return self.data.pop(0)
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        content: Any = envelope.content
        self.messages.append(message_from_bytes(content, policy=SMTP))
        return "250 OK"


@asynccontextmanager
async def listening_sink(
    starttls: ssl.SSLContext | None = None, implicit: ssl.SSLContext | None = None, sink: Sink | None = None
) -> AsyncIterator[Sink]:
    """On a free port of loopback. ``starttls``: offered, and asked for; ``implicit``: from the first byte."""
    sink = sink or Sink()
    loop = asyncio.get_running_loop()

    def speak() -> smtp.SMTP:
        return smtp.SMTP(
            sink, hostname="sink.test", tls_context=starttls, require_starttls=starttls is not None
        )

    server = await loop.create_server(speak, "127.0.0.1", 0, ssl=implicit)
    async with server:
        sink.port = server.sockets[0].getsockname()[1]
        yield sink
