"""A letter as a message of RFC 5322, with the headers of one that a machine wrote (RFC 3834)."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from hemicycle.registry.mail import LINK_SENT, Letter, LetterRefused, require_address

_WORD = re.compile(r"\S+")
_PAGES = ("/enter", "/register")
"""Of those pages a link has a secret in its fragment."""


def sender_of(written: str) -> Address:
    """The address that messages come from, as ``name <address>`` or the address alone.

    Raises ``LetterRefused``.
    """
    if not written.isprintable():
        raise LetterRefused("an address is one line of printable text")
    name, spec = parseaddr(written)
    require_address(spec)
    return Address(display_name=name, addr_spec=spec)


def message_of(letter: Letter, sender: Address, at: datetime) -> EmailMessage:
    """The message. ``at``: when it is sent. Its Message-ID is the letter's, so that one that arrives twice is
    known as the same. Raises ``LetterRefused`` where a header would break its line.
    """
    require_address(letter.address)
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = sender
        message["To"] = Address(addr_spec=letter.address)
        message["Subject"] = letter.subject
    except ValueError as error:
        raise LetterRefused("a header of this message would break its line") from error
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.id}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def without_link(body: str) -> str:
    """What is kept of a message that was sent: its links with secrets are gone."""
    return _WORD.sub(lambda word: LINK_SENT if _is_link(word[0]) else word[0], body)


def _is_link(word: str) -> bool:
    return any("#" in word.partition(page)[2][:-1] for page in _PAGES)
