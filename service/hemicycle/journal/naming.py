"""Where the logs name a person, by one of her ids, and the texts kept with it. No log is ever touched."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlmodel import col

from hemicycle.rules.terms import ParticipantId
from hemicycle.storage.tables import LogRow, MeetingRow, ReasonRow, ReceiptRow


@dataclass(frozen=True, slots=True)
class Named:
    """An event that names the person, or that she brought about. ``reason``: the free text kept with it."""

    meeting: str
    seq: int
    at: datetime
    event: str
    command_id: str
    reason: str | None


def naming(conn: Connection, conference: str, participants: Collection[ParticipantId]) -> tuple[Named, ...]:
    """All such events of the conference's logs, and those about requests that were hers."""
    meetings = select(col(MeetingRow.id)).where(col(MeetingRow.conference_id) == conference)
    found: list[Named] = []
    for meeting in conn.execute(meetings.order_by(col(MeetingRow.number))).scalars():
        found.extend(_in_meeting(conn, meeting, frozenset(participants)))
    return tuple(found)


def erase_reasons(
    conn: Connection, conference: str, participants: Collection[ParticipantId], logins: Collection[str]
) -> int:
    """Erase the free texts that she gave or that go with what concerns her; how many there were.

    ``logins``: hers, for texts of commands that led to no event of hers.
    """
    commands = {(each.meeting, each.command_id) for each in naming(conn, conference, participants)}
    given = conn.execute(
        select(col(ReceiptRow.meeting_id), col(ReceiptRow.command_id)).where(
            col(ReceiptRow.login).in_(logins)
        )
    )
    commands |= {(meeting, command) for meeting, command in given}
    erased = 0
    for meeting, command in commands:
        table = ReasonRow
        erased += conn.execute(
            delete(table).where(col(table.meeting_id) == meeting, col(table.id) == command)
        ).rowcount
    return erased


def _in_meeting(conn: Connection, meeting: str, participants: frozenset[ParticipantId]) -> Iterator[Named]:
    kept = select(col(ReasonRow.id), col(ReasonRow.text)).where(col(ReasonRow.meeting_id) == meeting)
    texts: dict[str, str] = {row.id: row.text for row in conn.execute(kept)}
    requests: set[str] = set()
    log = LogRow
    for seq, at, command, actor, event in conn.execute(
        select(col(log.seq), col(log.at), col(log.command_id), col(log.actor), col(log.event))
        .where(col(log.meeting_id) == meeting)
        .order_by(col(log.seq))
    ):
        named = not participants.isdisjoint(_values(event)) or actor.get("participant") in participants
        if named and event["event"] == "SpeakerInscribed":
            requests.add(event["request"])
        if named or event.get("request") in requests:
            yield Named(meeting, seq, at, event["event"], command, texts.get(command))


def _values(value: Any) -> Iterator[str]:
    """All strings in a JSON value, keys left out."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _values(each)
        case list():
            for each in value:
                yield from _values(each)
        case _:
            return
