"""What the tests of registrations share: the assembly with a deadline, and readings to import."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update

from hemicycle.registry import imports, registrations, taking_over
from hemicycle.registry.imports import Import
from hemicycle.registry.incoming import Incoming, Reading, RejectedLine
from hemicycle.registry.registrations import NewRegistration, Registration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Engine, reading, writing
from hemicycle.storage.tables import ConferenceRow

CONFERENCE = "assembly"
AT = datetime(2021, 8, 20, 9, tzinfo=UTC)
CLOSES = datetime(2021, 8, 25, 22, tzinfo=UTC)
AFTER = datetime(2021, 8, 26, 9, tzinfo=UTC)
FORM = "42/5"


def close_at(engine: Engine, moment: datetime | None = CLOSES) -> None:
    """Set the deadline."""
    with writing(engine) as conn:
        conn.execute(update(ConferenceRow).values(registration_closes_at=moment))


def asks(name: str = "Ana Silva", **changed: Any) -> NewRegistration:
    """A request of somebody of Panama."""
    new = NewRegistration(
        conference=CONFERENCE,
        delegation="pan",
        name=name,
        email=f"{name.split(maxsplit=1)[0].lower()}@mfa.example",
        modality=Modality.ONLINE,
        role=Role.SPEAKER,
        submitted_at=AT,
    )
    return replace(new, **changed)


def line(number: int, **changed: Any) -> Incoming:
    """A line of an export."""
    found = Incoming(
        line=number + 1,
        source_id=str(number),
        name=f"Person {number}",
        email=f"p{number}@mfa.example",
        delegation="pan",
        modality=Modality.ONLINE,
        role=Role.OBSERVER,
        submitted_at=AT,
    )
    return replace(found, **changed)


def reads(*lines: Incoming, source: str = "indico-csv", rejected: tuple[RejectedLine, ...] = ()) -> Reading:
    return Reading(source=source, form=FORM, incoming=lines, rejected=rejected)


def proposed(engine: Engine, read: Reading, at: datetime = AT) -> Import:
    """The dry run's report."""
    with writing(engine) as conn:
        key = imports.begin(conn, CONFERENCE, read.source, read.form, at, "desk")
        imports.propose(conn, imports.find(conn, CONFERENCE, key), read, at)
        return imports.find(conn, CONFERENCE, key)


def apply(engine: Engine, found: Import, late: taking_over.Late | None = None, at: datetime = AT) -> Import:
    with writing(engine) as conn:
        return taking_over.apply(conn, CONFERENCE, found.id, at, "desk", late or taking_over.Late())


def imported(engine: Engine, *lines: Incoming, source: str = "indico-csv") -> Mapping[str, int]:
    """Import; how many lines of which kind, but for nothing."""
    counts = apply(engine, proposed(engine, reads(*lines, source=source))).counts
    return {kind: count for kind, count in counts.items() if count}


def stored(engine: Engine) -> dict[str, Registration]:
    """All registrations by address."""
    with reading(engine) as conn:
        return {r.email: r for r in registrations.registrations(conn, CONFERENCE)}
