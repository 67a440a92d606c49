"""What the routers are given: the service's parts, wired by the composition root."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from fastapi import Request

from hemicycle.access.logins import NewLogin
from hemicycle.api.limits import Uploads
from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import Clock
from hemicycle.documents.files import Files
from hemicycle.documents.turns import Turns
from hemicycle.registry.incoming import Form, Progress, Reading
from hemicycle.registry.script_texts import Scripts
from hemicycle.storage import Engine


class Demo(Protocol):
    """What the demo tells its page."""

    def status(self) -> dict[str, object]:
        """Whether the autopilot presides, what is simulated, which consoles there are."""

    def console(self, key: str) -> NewLogin | None:
        """Whose login a console of the page gets, or None for an unknown key."""


class Outbox(Protocol):
    """The messages that were sent into a folder, because there is no mail server."""

    def read(self, letter_id: str) -> EmailMessage | None:
        """The message as it was sent, with its link; None: it is not here."""

    def forget(self, letter_ids: Iterable[str]) -> None:
        """Remove these messages."""


class Indico(Protocol):
    """The Indico that registrations come from. What it raises is ``ReadingRefused``."""

    def read_export(self, content: bytes, form: Form, progress: Progress) -> Reading:
        """Read a CSV or XLSX export."""

    async def read_form(self, event: int, number: int, form: Form, progress: Progress) -> Reading:
        """Read a form by the check-in API: all of it, or nothing."""

    async def check_in(self, event: int, number: int, registration: int, *, checked_in: bool) -> None:
        """Tell Indico that somebody is here, or is not."""


@dataclass(slots=True)
class Parts:
    """``directory_changed``: of a meeting.
    ``public_url``: what links begin with, without a slash at its end.
    ``mail_queued``: there may be mail to send; call it on the event loop, after the commit.
    """

    engine: Engine
    clock: Clock
    conductor: Conductor
    arrivals: Arrivals
    assets: Path
    directory_changed: Callable[[str], None]
    mail_queued: Callable[[], None]
    files: Files
    outbox: Outbox
    indico: Indico
    public_url: str
    scripts: Scripts = field(default_factory=Scripts)
    uploads: Uploads = field(default_factory=Uploads)
    turns: Turns = field(default_factory=Turns)
    demo: Demo | None = None


def parts_of(request: Request) -> Parts:
    """The parts of the application that serves this request."""
    parts: Parts = request.app.state.parts
    return parts
