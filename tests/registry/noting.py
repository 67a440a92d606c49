"""Notes verbales of the assembly, and people whom they name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import update
from sqlmodel import col
from tests.registry.assembly import AT

from hemicycle.registry import note_drafts as drafts
from hemicycle.registry import notes
from hemicycle.registry.nominations import NewNomination, Nomination
from hemicycle.registry.note_checks import Finding
from hemicycle.registry.note_confirmation import Confirmation, confirm
from hemicycle.registry.notes import NewNote, Note
from hemicycle.registry.registrations import NewRegistration, RegistrationState, add, decide
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Connection
from hemicycle.storage.tables import RegistrationRow

C = "assembly"
HERE, THERE = Modality.IN_PERSON, Modality.ONLINE
SPEAKER, OBSERVER = Role.SPEAKER, Role.OBSERVER


def named(name: str, modality: Modality = HERE, role: Role = SPEAKER, **more: object) -> NewNomination:
    email = f"{name.lower().split(' ')[0]}@mfa.example"
    return NewNomination(**{"name": name, "email": email, "modality": modality, "role": role, **more})  # type: ignore[arg-type]


ANA, BERTA, CARLA = named("Ana Silva"), named("Berta Núñez"), named("Carla Ruiz", THERE)
NEW = NewNote(
    reference="NV/12/2021",
    dated=date(2021, 8, 20),
    received_at=datetime(2021, 8, 21, 8, tzinfo=UTC),
    nominations=(ANA, BERTA, CARLA),
)


def drafted(conn: Connection, *people: NewNomination, delegation: str = "pan", **more: object) -> Note:
    new = replace(NEW, nominations=people or NEW.nominations, **more)  # type: ignore[arg-type]
    return drafts.draft(conn, C, delegation, new, AT, "desk")


def in_force(conn: Connection, *people: NewNomination, delegation: str = "pan") -> Note:
    note = drafted(conn, *people, delegation=delegation)
    confirm(conn, note, Confirmation(), AT, "desk")
    return notes.note(conn, C, delegation, note.id)


def approved(conn: Connection, nomination: Nomination, **more: object) -> str:
    """An approved registration of the person nominated, as conduct would leave it."""
    new = NewRegistration(
        **{  # type: ignore[arg-type]
            "conference": C,
            "delegation": nomination.delegation,
            "name": nomination.name,
            "email": nomination.email or "nobody@mfa.example",
            "modality": nomination.modality,
            "role": nomination.role,
            "submitted_at": AT,
            **more,
        }
    )
    made = add(conn, new, AT, "form")
    follow = update(RegistrationRow).where(col(RegistrationRow.id) == made.id)
    conn.execute(follow.values(nomination_id=nomination.id))
    return decide(conn, C, made.id, RegistrationState.APPROVED, AT, "desk").id


def lines(found: Sequence[Finding]) -> set[tuple[int | None, str, str]]:
    return {(each.line, each.field, each.code) for each in found}
