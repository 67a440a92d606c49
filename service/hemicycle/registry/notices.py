"""What has to be said to whom, and when: derived from the rows alone, so that it can be derived again.

- Before the deadline (CU 2020/366(A): representatives register by a date, later requests are not
  accommodated), a reminder for each delegation whose note names persons that have not registered: to its
  focal points and head, or, where it has none with an address, to those persons themselves.
- An hour before each meeting (the practice of the United Nations Office at Geneva: participants online
  connect early to test), to everybody approved online whose delegation attends it.

A notice that was missed is sent late while it still has a use, and never after. The key of each message names
the occasion and the recipient by ids, so that it is queued once, whoever derives it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import calendar, conferences, mail, mail_texts, notes, registrations
from hemicycle.registry.conferences import ConferenceFacts, MeetingFacts
from hemicycle.registry.delegations import delegations
from hemicycle.registry.departed import departed
from hemicycle.registry.mail import Draft
from hemicycle.registry.notes import Nomination
from hemicycle.registry.registrations import LIVE, Registration, RegistrationState
from hemicycle.rules.terms import DelegationId, Modality
from hemicycle.storage.tables import ParticipantRow

REMINDERS = (timedelta(days=7), timedelta(days=2))
"""How long before the deadline delegations are reminded."""
TEST_BEFORE = timedelta(hours=1)
"""How long before a meeting its online participants are asked to test their connection."""
KINDS = ("reminder", "connection-test")
PARTS = ("head", "focal_point")


def due(conn: Connection, now: datetime) -> Mapping[str, Sequence[Draft]]:
    """The messages that are due and not queued yet, by conference."""
    found = {}
    for facts in conferences.conferences(conn):
        known = mail.keys(conn, facts.id, KINDS)
        drafts = [
            draft
            for draft in _due_in(conn, facts, now)
            if draft.key not in known and mail.is_address(draft.address)
        ]
        if drafts:
            found[facts.id] = drafts
    return found


def coming(conn: Connection, now: datetime) -> datetime | None:
    """The next moment after ``now`` at which a notice falls due; None: there is none."""
    moments = [moment for facts in conferences.conferences(conn) for moment in _moments(conn, facts.id)]
    return min((moment for moment in moments if moment > now), default=None)


def unregistered(
    named: Sequence[Nomination], registered: Sequence[Registration]
) -> dict[DelegationId, list[Nomination]]:
    """By delegation, the nominations that no live registration answers, by match or by address."""
    live = [each for each in registered if each.state in LIVE]
    matched = {each.nomination for each in live}
    addresses = {each.email for each in live}
    missing: dict[DelegationId, list[Nomination]] = defaultdict(list)
    for nomination in named:
        if nomination.id not in matched and (nomination.email or "").lower() not in addresses:
            missing[nomination.delegation].append(nomination)
    return dict(missing)


def _moments(conn: Connection, conference: str) -> Iterator[datetime]:
    closes = calendar.closes_at(conn, conference)
    if closes is not None:
        yield from (closes - before for before in REMINDERS)
    for meeting in conferences.meetings(conn, conference):
        yield meeting.scheduled_at - TEST_BEFORE


def _due_in(conn: Connection, facts: ConferenceFacts, now: datetime) -> Iterator[Draft]:
    closes = calendar.closes_at(conn, facts.id)
    if closes is not None and now < closes:
        begun = [before for before in REMINDERS if closes - before <= now]
        if begun:  # of two that are late, only the nearer one still says something
            yield from _reminders(conn, facts, closes, min(begun), now)
    for meeting in conferences.meetings(conn, facts.id):
        if meeting.scheduled_at - TEST_BEFORE <= now < meeting.scheduled_at:
            yield from _tests(conn, facts, meeting, now)


def _reminders(
    conn: Connection, facts: ConferenceFacts, closes: datetime, before: timedelta, now: datetime
) -> Iterator[Draft]:
    missing = unregistered(notes.nominations(conn, facts.id), registrations.registrations(conn, facts.id))
    contacts = _contacts(conn, facts.id)
    names = {each.id: each.names for each in delegations(conn, facts.id)}
    for delegation, nominations in missing.items():
        themselves = [(n.id, n.email, None) for n in nominations if n.email]
        for recipient, address, language in contacts.get(delegation) or themselves:
            subject, body = mail_texts.text(
                "reminder",
                language,
                conference=mail_texts.called(facts.title, language),
                closes=mail_texts.spoken(closes, facts.time_zone, language),
                delegation=mail_texts.named(names[delegation], language),
                names="\n".join(f"- {each.name}" for each in nominations),
            )
            key = f"reminder:{closes:%Y%m%dT%H%MZ}:{before.days}d:{delegation}:{recipient}"
            yield Draft(kind="reminder", key=key, address=address, subject=subject, body=body, due_at=now)


def _tests(conn: Connection, facts: ConferenceFacts, meeting: MeetingFacts, now: datetime) -> Iterator[Draft]:
    attending = calendar.attending(conn, facts.id, meeting.id)
    served = calendar.meeting_sessions(conn, facts.id).get(meeting.id, frozenset())
    for each in registrations.registrations(conn, facts.id, state=RegistrationState.APPROVED):
        named = frozenset(each.sessions)
        elsewhere = bool(named and served) and not named & served
        if each.modality is not Modality.ONLINE or each.delegation not in attending or elsewhere:
            continue
        subject, body = mail_texts.text(
            "connection-test",
            each.language,
            name=each.name,
            conference=mail_texts.called(facts.title, each.language),
            meeting=mail_texts.called(meeting.title, each.language),
            begins=mail_texts.spoken(meeting.scheduled_at, facts.time_zone, each.language),
        )
        key = f"connection-test:{meeting.id}:{meeting.scheduled_at:%Y%m%dT%H%MZ}:{each.id}"
        yield Draft(
            kind="connection-test", key=key, address=each.email, subject=subject, body=body, due_at=now
        )


def _contacts(conn: Connection, conference: str) -> Mapping[DelegationId, list[tuple[str, str, str | None]]]:
    """Focal points and heads who take part and can be written to: id, address, language."""
    table = ParticipantRow
    found = conn.execute(
        select(col(table.delegation_id), col(table.id), col(table.email), col(table.language))
        .where(
            col(table.conference_id) == conference,
            col(table.part).in_(PARTS),
            col(table.email).is_not(None),
        )
        .order_by(col(table.id))
    )
    contacts: dict[DelegationId, list[tuple[str, str, str | None]]] = defaultdict(list)
    gone = departed(conn, conference)
    for delegation, participant, address, language in found:
        if participant in gone:
            continue
        if delegation is not None and address is not None:
            contacts[delegation].append((participant, address, language))
    return contacts
