"""People whom a note verbale names and who have registered, on the moot; and what then holds of the rows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import insert, select
from tests.conduct.moot import AT

from hemicycle.registry import cross_check, misfits, registrations, units
from hemicycle.registry.policy import Limit, NewPolicy, Pool
from hemicycle.registry.registrations import NewRegistration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection, Engine, reading, writing
from hemicycle.storage.tables import MailRow, NominationRow, NoteVerbaleRow

ONLINE_SPEAKER = (Modality.ONLINE, Role.SPEAKER)
ONLINE_OBSERVER = (Modality.ONLINE, Role.OBSERVER)
ROOM_SPEAKER = (Modality.IN_PERSON, Role.SPEAKER)
WHO = {"created_at": AT, "created_by": "test", "updated_at": AT, "updated_by": "test"}
FIRST = ("Ana", "Boris", "Chen", "Dalia", "Emeka", "Farid", "Greta", "Hiro", "Ines", "Jomo")
LAST = ("Alvarez", "Bianchi", "Castro", "Dubois", "Eriksen", "Fofana", "Garcia", "Haddad", "Ivanov", "Jensen")
_numbers = count(1)


def registered(
    engine: Engine,
    delegation: str,
    people: Sequence[tuple[Modality, Role]],
    *,
    nominated: bool = True,
) -> list[str]:
    """Registrations of new people of a delegation, pending and cross-checked; ``nominated``: by its note."""
    named = [(next(_numbers), modality, role) for modality, role in people]
    with writing(engine) as conn:
        if nominated:
            _note(conn, delegation, named)
        made = [
            registrations.add(
                conn,
                NewRegistration(
                    conference="moot",
                    delegation=delegation,
                    name=_name(number) if nominated else "Zyx Quux",
                    email=f"person{number}@{delegation}.example",
                    modality=modality,
                    role=role,
                    submitted_at=AT,
                ),
                AT,
                "test",
            ).id
            for number, modality, role in named
        ]
        cross_check.cross_check(conn, "moot", delegation, at=AT, by="test")
    return made


def _note(conn: Connection, delegation: str, named: list[tuple[int, Modality, Role]]) -> None:
    """One note a delegation; later people are added to it, as a test needs them."""
    note = f"note-{delegation}"
    if conn.execute(select(NoteVerbaleRow.id).where(NoteVerbaleRow.id == note)).first() is None:  # type: ignore[call-overload]
        row = {
            "id": note,
            "conference_id": "moot",
            "delegation_id": delegation,
            "reference": "NV 1",
            "dated": date(2021, 8, 30),
            "received_at": AT,
            "revision": 1,
            "state": "confirmed",
        }
        conn.execute(insert(NoteVerbaleRow).values({**row, **WHO}))
    rows: list[dict[str, Any]] = [
        {
            "id": f"nomination-{number}",
            "note_id": note,
            "place": number,
            "name": _name(number),
            "email": f"person{number}@{delegation}.example",
            "modality": modality.value,
            "role": role.value,
            "sessions": [],
        }
        for number, modality, role in named
    ]
    conn.execute(insert(NominationRow), [{**row, **WHO} for row in rows])


def _name(number: int) -> str:
    return f"{FIRST[number % 10]} {LAST[number // 10 % 10]}"


def policy(*limits: tuple[Modality, Role, int, int], pools: tuple[Pool, ...] = ()) -> NewPolicy:
    """A policy for all, which holds at once: modality, role, nominated, at once."""
    made = tuple(Limit(modality=m, role=r, nominated=n, at_once=k) for m, r, n, k in limits)
    return NewPolicy(holds_from=AT, reason="as the test needs it", limits=made, pools=pools)


def misfitting(engine: Engine) -> dict[str, tuple[str, ...]]:
    """Who is unsettled, and what of theirs is over."""
    with reading(engine) as conn:
        return {m.participant: m.over for m in misfits.misfits(conn, "moot") if m.kept is None}


def held(engine: Engine, kind: units.Kind) -> dict[tuple[str, ...], list[str]]:
    """Group → the holders of its units."""
    found: dict[tuple[str, ...], list[str]] = {}
    with reading(engine) as conn:
        for unit in units.units(conn, kind, "moot"):
            if unit.holder is not None:
                found.setdefault(unit.key, []).append(unit.holder)
    return found


def free(engine: Engine, kind: units.Kind) -> Counter[tuple[str, ...]]:
    """Group → how many of its units are free."""
    with reading(engine) as conn:
        return Counter(u.key for u in units.units(conn, kind, "moot") if u.holder is None)


def letters(engine: Engine) -> list[tuple[str, str]]:
    """Addresses and bodies of the mail that waits."""
    with reading(engine) as conn:
        found = conn.execute(select(MailRow.address, MailRow.body).order_by(MailRow.id))  # type: ignore[call-overload]
        return [(address, body) for address, body in found]
