"""The port that messages leave by, and why one may not leave."""

from email.message import EmailMessage
from typing import Protocol


class NotDelivered(Exception):
    """The message has not left. The text is for the desk: it may carry what the mail server answered.

    ``final``: trying again has no use.
    """

    def __init__(self, says: str, *, final: bool = False) -> None:
        self.final = final
        super().__init__(says)


class Postman(Protocol):
    """Sends one message after the other."""

    async def send(self, letter_id: str, message: EmailMessage) -> None:
        """Hand one message over; when this returns it is on its way. Raises ``NotDelivered``."""

    async def rest(self) -> None:
        """Nothing more is to be sent for now: let go of what is held. Never raises."""
