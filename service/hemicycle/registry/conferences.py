"""Conferences and their meetings as rows. The caller owns the transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry import procedures
from hemicycle.registry.conference_file import ConferenceFile
from hemicycle.registry.conference_rows import rows_of
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.terms import Title
from hemicycle.storage.tables import ConferenceRow, MeetingRow


class UnknownConference(Exception):
    """There is no conference with this id."""


class UnknownMeeting(Exception):
    """There is no meeting with this id."""


class ConferenceDiffers(Exception):
    """A conference with this id was loaded from another file. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is not known of the conference and was assumed: shown to people."""

    about: str
    says: str


@dataclass(frozen=True, slots=True)
class ConferenceFacts:
    """A conference. ``time_zone``: an IANA name; ``languages``: those of interpretation."""

    id: str
    title: Title
    time_zone: str
    procedure: Procedure
    languages: tuple[str, ...]
    assumptions: tuple[Assumption, ...]


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting as planned. ``items``: ids of the agenda items planned for it."""

    id: str
    conference: str
    number: int
    title: Title
    scheduled_at: datetime
    ends_at: datetime
    items: tuple[str, ...]


def load(conn: Connection, file: ConferenceFile, at: datetime, by: str) -> bool:
    """Load a conference. False: it is there already, from the same file; then nothing changes.

    It keeps the rules of procedure with which it was loaded, whatever their own file says today. Raises
    ``ConferenceDiffers`` where another file was loaded under its id.
    """
    conference_id, rules = file.document.conference.id, procedures.to_json(file.procedure)
    known = conn.execute(
        select(col(ConferenceRow.fingerprint), col(ConferenceRow.procedure)).where(
            col(ConferenceRow.id) == conference_id
        )
    ).one_or_none()
    if known is not None and known.fingerprint == _fingerprint(file, known.procedure):
        return False
    if known is not None:
        raise ConferenceDiffers(
            f"the conference {conference_id} was loaded before from another version of its file; "
            "give it another id, or start with an empty data folder"
        )
    who = {"created_at": at, "created_by": by, "updated_at": at, "updated_by": by}
    tables = rows_of(file.document, rules, _fingerprint(file, rules))
    _claim(conn, conference_id, [{**row, **who} for row in next(tables)[1]])
    for table, rows in tables:
        if rows:
            conn.execute(insert(table), [{**row, **who} for row in rows])
    return True


def _claim(conn: Connection, conference_id: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the conference's own row, which others may be doing at this moment."""
    try:
        with conn.begin_nested():
            conn.execute(insert(ConferenceRow), rows)
    except IntegrityError as error:
        raise ConferenceDiffers(
            f"the conference {conference_id} was loaded by somebody else at this moment; look at it first"
        ) from error


def lock(conn: Connection, conference_id: str, *, shared: bool) -> None:
    """Lock the conference's roster as a whole until the transaction ends.

    Who changes a delegation's seats shares the lock with others who do; who copies all seats into a log that
    begins is alone, so that no change falls between the copy and the log.
    """
    row = select(col(ConferenceRow.id)).where(col(ConferenceRow.id) == conference_id)
    conn.execute(row.with_for_update(read=True) if shared else row.with_for_update(key_share=True))


def conference(conn: Connection, conference_id: str) -> ConferenceFacts:
    """The conference with this id. Raises ``UnknownConference``."""
    found = _conferences(conn, [conference_id])
    if not found:
        raise UnknownConference(conference_id)
    return found[0]


def conferences(conn: Connection) -> tuple[ConferenceFacts, ...]:
    """All conferences, by id."""
    return _conferences(conn, conn.execute(select(col(ConferenceRow.id))).scalars().all())


def meeting(conn: Connection, meeting_id: str) -> MeetingFacts:
    """The meeting with this id. Raises ``UnknownMeeting``."""
    found = _meetings(conn, col(MeetingRow.id) == meeting_id)
    if not found:
        raise UnknownMeeting(meeting_id)
    return found[0]


def meetings(conn: Connection, conference_id: str) -> tuple[MeetingFacts, ...]:
    """The meetings of a conference, by number."""
    return _meetings(conn, col(MeetingRow.conference_id) == conference_id)


def _fingerprint(file: ConferenceFile, rules: Mapping[str, Any]) -> str:
    written = {"document": file.document.model_dump(mode="json"), "procedure": rules}
    return sha256(orjson.dumps(written, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _conferences(conn: Connection, ids: Sequence[str]) -> tuple[ConferenceFacts, ...]:
    table = ConferenceRow
    found = conn.execute(
        select(
            col(table.id),
            col(table.title),
            col(table.time_zone),
            col(table.procedure),
            col(table.languages),
            col(table.assumptions),
        )
        .where(col(table.id).in_(ids))
        .order_by(col(table.id))
    )
    return tuple(
        ConferenceFacts(
            key,
            title,
            zone,
            procedures.from_json(rules),
            tuple(tags),
            tuple(Assumption(**a) for a in assumed),
        )
        for key, title, zone, rules, tags, assumed in found
    )


def _meetings(conn: Connection, condition: Any) -> tuple[MeetingFacts, ...]:
    table = MeetingRow
    found = conn.execute(
        select(
            col(table.id),
            col(table.conference_id),
            col(table.number),
            col(table.title),
            col(table.scheduled_at),
            col(table.ends_at),
            col(table.items),
        )
        .where(condition)
        .order_by(col(table.number))
    )
    return tuple(MeetingFacts(*row[:-1], items=tuple(row[-1])) for row in found)
