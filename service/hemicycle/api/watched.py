"""Who saw what: one line in the audit for each request that shows what concerns persons."""

from typing import Any

from hemicycle.access.logins import LoginFacts
from hemicycle.api.parts import Parts
from hemicycle.registry import audit
from hemicycle.storage import writing


def note_read(parts: Parts, login: LoginFacts, subject: str, **detail: Any) -> None:
    """Write down that this login is about to be shown ``subject``: committed before anything is shown.

    ``detail``: ids and filters, never names.
    """
    with writing(parts.engine) as conn:
        audit.note(conn, login.conference, parts.clock.now(), login.id, "read", subject, **detail)
