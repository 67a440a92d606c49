"""The booths of a conference are replaced, with who works in them. The caller owns the transaction.

A log keeps the booths that it began with; the meetings that begin later have the new ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import col

from hemicycle.registry import conferences
from hemicycle.registry.conference_checks import booth_faults
from hemicycle.registry.conference_model import BoothTable, WorkingLanguagesTable
from hemicycle.registry.conference_rows import booth_rows
from hemicycle.registry.contradictions import Faulty
from hemicycle.registry.toml_file import Fault
from hemicycle.rules.terms import Capacity, ParticipantId
from hemicycle.storage.tables import BoothRow, ParticipantRow


class InterpreterTable(WorkingLanguagesTable):
    """An interpreter and her working languages."""

    participant: ParticipantId


class StaffedBooth(BoothTable):
    """A booth with who works in it."""

    interpreters: tuple[InterpreterTable, ...] = ()


def replace(conn: Connection, conference: str, booths: Sequence[StaffedBooth], at: datetime, by: str) -> None:
    """Put these booths in the place of the present ones. Interpreters who are not named stay where they are.

    Raises ``Faulty``: an unknown channel or person, a booth or person twice, a booth that has still somebody.
    """
    if faults := list(_faults(conn, conference, booths)):
        raise Faulty(faults)
    who = {"updated_at": at, "updated_by": by}
    conn.execute(delete(BoothRow).where(col(BoothRow.conference_id) == conference))
    made = {"conference_id": conference, "created_at": at, "created_by": by, **who}
    if booths:
        conn.execute(insert(BoothRow), [{**made, **row} for row in booth_rows(booths)])
    for booth in booths:
        for interpreter in booth.interpreters:
            known = interpreter.model_dump(mode="json", exclude={"participant"})
            conn.execute(
                update(ParticipantRow)
                .where(
                    col(ParticipantRow.conference_id) == conference,
                    col(ParticipantRow.id) == interpreter.participant,
                )
                .values(booth=booth.id, working_languages=known, **who)
            )


def _faults(conn: Connection, conference: str, booths: Sequence[StaffedBooth]) -> Iterator[Fault]:
    languages = conferences.conference(conn, conference).languages
    yield from booth_faults(booths, languages)
    working = _interpreters(conn, conference)
    placed: dict[ParticipantId, str] = {}
    for place, booth in enumerate(booths):
        for number, each in enumerate(booth.interpreters):
            field = ("booths", place, "interpreters", number, "participant")
            if each.participant not in working:
                yield Fault(field, f"{each.participant!r} is no interpreter of this conference")
            elif each.participant in placed:
                yield Fault(field, f"{each.participant!r} works in {placed[each.participant]!r} already")
            placed[each.participant] = booth.id
    stays = {*languages, *(booth.id for booth in booths)}
    for participant, where in working.items():
        if participant not in placed and where not in stays:
            yield Fault(("booths",), f"{participant!r} works in {where!r}; place her in another booth")


def _interpreters(conn: Connection, conference: str) -> Mapping[ParticipantId, str]:
    table = ParticipantRow
    found = conn.execute(
        select(col(table.id), col(table.booth))
        .where(col(table.conference_id) == conference, col(table.capacity) == Capacity.INTERPRETER.value)
        .order_by(col(table.id))
    )
    return {participant: booth or "" for participant, booth in found}
