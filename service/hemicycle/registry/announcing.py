"""Announcements: what all who are registered are told, or those of them whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hemicycle.registry import calendar, conferences, delegations, mail, mail_texts, registrations
from hemicycle.registry.mail import Draft
from hemicycle.registry.registrations import LIVE, Registration
from hemicycle.rules.terms import Category, Modality


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom it concerns: of this modality, of delegations of this category, taking part in this session; None:
    whichever.
    """

    modality: Modality | None = None
    category: Category | None = None
    session: str | None = None


def audience(conn: Connection, conference: str, concerned: Concerned) -> Sequence[Registration]:
    """Who of the registered, pending or approved, is told: once an address that can be written to."""
    categories = {each.id: each.category for each in delegations.delegations(conn, conference)}
    attended = calendar.attendance(conn, conference)

    def is_told(each: Registration) -> bool:
        sessions = frozenset(each.sessions) or attended.get(each.delegation or "", frozenset())
        return (
            each.state in LIVE
            and mail.is_address(each.email)
            and concerned.modality in {None, each.modality}
            and concerned.category in {None, categories.get(each.delegation or "")}
            and (concerned.session is None or concerned.session in sessions)
        )

    known = registrations.registrations(conn, conference)
    return tuple({each.email: each for each in known if is_told(each)}.values())


def announcement(
    conn: Connection,
    conference: str,
    to: Sequence[Registration],
    key: str,
    words: tuple[str, str],
    at: datetime,
) -> list[Draft]:
    """The message for each of them. ``key``: of this announcement; ``words``: subject and text."""
    title = conferences.conference(conn, conference).title
    subject, text = words
    drafts = []
    for each in to:
        line, body = mail_texts.text(
            "announcement",
            each.language,
            conference=mail_texts.called(title, each.language),
            subject=subject,
            text=text,
        )
        drafts.append(
            Draft(
                kind="announcement",
                key=f"announcement:{key}:{each.id}",
                address=each.email,
                subject=line,
                body=body,
                due_at=at,
            )
        )
    return drafts
