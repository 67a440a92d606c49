"""The booths of a conference, with who works in them, read from rows. The caller owns the transaction."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.rules.state.booths import Booth, Interpreter
from hemicycle.rules.terms import BoothId, Capacity, ParticipantId
from hemicycle.storage.tables import BoothRow, ParticipantRow


def booths(conn: Connection, conference: str) -> tuple[Booth, ...]:
    """The booths in their order, then one for each other language that somebody interprets into.

    An interpreter of whom nothing else is known has the booth's first channel as her A language.
    """
    table = BoothRow
    found = conn.execute(
        select(col(table.id), col(table.outgoing), col(table.remote))
        .where(col(table.conference_id) == conference)
        .order_by(col(table.place))
    )
    written = {row.id: Booth(id=row.id, outgoing=tuple(row.outgoing), remote=row.remote) for row in found}
    staff = _staff(conn, conference)
    bare = {booth: Booth(id=booth, outgoing=(booth,)) for booth in staff if booth not in written}
    return tuple(
        Booth(
            id=booth.id,
            outgoing=booth.outgoing,
            interpreters=tuple(_interpreter(key, known, booth) for key, known in staff.get(booth.id, ())),
            remote=booth.remote,
        )
        for booth in [*written.values(), *bare.values()]
    )


def interpreters(conn: Connection, conference: str) -> frozenset[ParticipantId]:
    """The people of the conference who may work in a booth."""
    table = ParticipantRow
    found = conn.execute(
        select(col(table.id)).where(
            col(table.conference_id) == conference, col(table.capacity) == Capacity.INTERPRETER.value
        )
    )
    return frozenset(found.scalars())


Languages = Mapping[str, list[str]]


def _staff(conn: Connection, conference: str) -> Mapping[BoothId, list[tuple[str, Languages | None]]]:
    """By booth, ascending: its interpreters with what is known of their languages."""
    table = ParticipantRow
    found = conn.execute(
        select(col(table.booth), col(table.id), col(table.working_languages))
        .where(col(table.conference_id) == conference)
        .order_by(col(table.booth), col(table.id))
    )
    staff: dict[BoothId, list[tuple[str, Languages | None]]] = defaultdict(list)
    for booth, participant, known in found:
        if booth is not None:
            staff[booth].append((participant, known))
    return staff


def _interpreter(participant: str, known: Languages | None, booth: Booth) -> Interpreter:
    if known is None:
        return Interpreter(participant=participant, a=booth.outgoing[:1])
    return Interpreter(participant=participant, a=tuple(known["a"]), b=tuple(known["b"]), c=tuple(known["c"]))
