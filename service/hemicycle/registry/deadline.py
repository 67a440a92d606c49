"""The end of registration (CU 2020/366(A): requests after that date are not accommodated).

``at``: service time.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from hemicycle.registry import calendar, conferences
from hemicycle.registry.registrations import RegistrationRefused

RULE = "REGISTRATION_DEADLINE"


class RegistrationClosed(RegistrationRefused):
    """The deadline has passed. ``closed_at``: since when; ``citation``: as the conference set it."""

    code = "registration-closed"

    def __init__(self, closed_at: datetime, time_zone: str) -> None:
        local = closed_at.astimezone(ZoneInfo(time_zone))
        self.closed_at = closed_at
        self.citation = f"deadline of the conference: {local:%Y-%m-%d %H:%M} ({time_zone})"
        super().__init__("registration has closed; an officer of the secretariat may make an exception")


def is_late(at: datetime, closes_at: datetime | None) -> bool:
    """Whether registration has closed by then; at the deadline itself it has."""
    return closes_at is not None and at >= closes_at


def require_open(conn: Connection, conference: str, at: datetime) -> None:
    """Raise ``RegistrationClosed`` where the deadline has passed."""
    closes_at = calendar.closes_at(conn, conference)
    if closes_at is not None and is_late(at, closes_at):
        raise RegistrationClosed(closes_at, conferences.conference(conn, conference).time_zone)
