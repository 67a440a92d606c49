"""What taking over a reading would do to the registrations that are known. Pure: the dry run.

A line is a known registration by its source's form and id, else by its address. Nothing that was approved,
or that an officer has corrected, changes by an import: a person changes it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from hemicycle.registry.deadline import is_late
from hemicycle.registry.incoming import Incoming, LineCode, Reading, Written
from hemicycle.registry.registrations import LIVE, Registration, RegistrationState


class LineKind(StrEnum):
    """What would become of a line. Held: it differs from a registration that only a person changes."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    HELD = "held"
    GONE = "gone"
    LEFT = "left"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """One line of the report. ``line`` None: it is about a registration that the source no longer has.

    ``changes``: field → (before, after); ``late``: submitted after the deadline, which needs the officer's
    reason; ``code`` and ``reason``: why it is rejected, held or gone; ``written``: of a
    rejected one, whom it seems to be about.
    """

    kind: LineKind
    line: int | None = None
    source_id: str | None = None
    registration: str | None = None
    incoming: Incoming | None = None
    changes: Mapping[str, tuple[Any, Any]] | None = None
    late: bool = False
    code: LineCode | None = None
    reason: str | None = None
    written: Written | None = None


Said = str | tuple[str, ...] | None
"""A value of a field: one text, or the ids of sessions."""
API = "indico-api"
COMPARED = ("name", "title", "email", "delegation", "modality", "role", "sessions", "gender", "language")
"""What a person may change in the form. When it was sent is not: CSV and XLSX write it differently."""


def plan(
    reading: Reading, known: Sequence[Registration], closes_at: datetime | None, at: datetime
) -> tuple[PlannedLine, ...]:
    """The report, in the order of the lines, then what is gone."""
    before = _Before(known, reading)
    doubled = _doubled(reading.incoming)
    lines = [doubled.get(each.line) or _line(each, before, closes_at, at) for each in reading.incoming]
    lines += [
        PlannedLine(
            kind=LineKind.REJECTED,
            line=r.line,
            source_id=r.source_id,
            code=r.code,
            reason=r.reason,
            written=r.written,
        )
        for r in reading.rejected
    ]
    gone = [_gone(each) for each in before.unseen() if each.state in LIVE and each.gone_at is None]
    return (*sorted(lines, key=lambda each: each.line or 0), *gone)


def stripped(text: str) -> str:
    """As a CSV export would have it: it strips a leading ``= + @ -``."""
    return text.lstrip("=+@-")


class _Before:
    """The registrations that are known, and which of them a line is about."""

    def __init__(self, known: Sequence[Registration], reading: Reading) -> None:
        self.reading = reading
        self._known = known
        self._by_id = {
            each.source_id: each
            for each in known
            if self.is_of_form(each) and each.source_id and _numbering(each.source) == self._numbering
        }
        live_last = sorted(known, key=lambda each: each.state in LIVE)
        self._by_address = {stripped(each.email): each for each in live_last}
        staying = {i.source_id for i in reading.incoming if not i.left}
        numbers = staying | {r.source_id for r in reading.rejected}
        self._claimed = {each.id for number, each in self._by_id.items() if number in numbers}
        found = {each.line: self.find(each) for each in reading.incoming}
        self._seen = self._claimed | {one.id for one in found.values() if one}
        self._asked = {one.id for each in reading.incoming if not each.left and (one := found[each.line])}

    def is_of_form(self, registration: Registration) -> bool:
        """Whether it came from this form, by whichever of its exports."""
        return registration.source.startswith("indico") and registration.source_form == self.reading.form

    def find(self, incoming: Incoming) -> Registration | None:
        """By the form's id, else by address, unless another line is about the one with this address."""
        by_id = self._by_id.get(incoming.source_id or "")
        by_address = self.holder(incoming)
        free = by_address is not None and by_address.id not in self._claimed
        return by_id or (by_address if free else None)

    def holder(self, incoming: Incoming) -> Registration | None:
        """Who has this address."""
        return self._by_address.get(stripped(incoming.email))

    def is_left_by(self, incoming: Incoming, registration: Registration) -> bool:
        """Whether who left there had only this one: nobody else's line asks for it again."""
        return bool(incoming.left) and self.is_of_form(registration) and registration.id not in self._asked

    def unseen(self) -> list[Registration]:
        """Those of this form that no line is about."""
        return [each for each in self._known if self.is_of_form(each) and each.id not in self._seen]

    @property
    def _numbering(self) -> str:
        return _numbering(self.reading.source)


def _numbering(source: str) -> str:
    """CSV and XLSX number registrations alike; the check-in API has ids of its own."""
    return "api" if source == API else "export"


def _doubled(incoming: Iterable[Incoming]) -> Mapping[int, PlannedLine]:
    """Lines whose address stands in another line, too: rejected, all of them, since nobody knows which."""
    by_address: dict[str, list[Incoming]] = defaultdict(list)
    for each in incoming:
        if each.left is None:
            by_address[stripped(each.email)].append(each)
    return {
        each.line: _twice(each, those) for those in by_address.values() if len(those) > 1 for each in those
    }


def _twice(incoming: Incoming, those: Sequence[Incoming]) -> PlannedLine:
    others = ", ".join(str(other.line) for other in those if other is not incoming)
    if len({each.delegation for each in those}) > 1:
        return _rejected(
            incoming,
            "email-in-two-delegations",
            f"the same address stands in line {others}, and not for the same delegation",
        )
    return _rejected(incoming, "email-twice", f"the same address stands in line {others}")


def _rejected(incoming: Incoming, code: LineCode, reason: str) -> PlannedLine:
    return PlannedLine(
        kind=LineKind.REJECTED,
        line=incoming.line,
        source_id=incoming.source_id,
        code=code,
        reason=reason,
        written=Written(incoming.name, incoming.email, incoming.delegation),
    )


def _line(incoming: Incoming, before: _Before, closes_at: datetime | None, at: datetime) -> PlannedLine:
    known = before.find(incoming)
    line = PlannedLine(
        kind=LineKind.UNCHANGED,
        line=incoming.line,
        source_id=incoming.source_id,
        registration=known.id if known else None,
        incoming=incoming,
    )
    if incoming.left is not None:
        return _left(line, known, before)
    if _is_taken(before.holder(incoming), known):
        return _rejected(incoming, "already-registered", "the address is that of another registration")
    if known is None:
        late = is_late(incoming.submitted_at or at, closes_at)
        return replace(line, kind=LineKind.NEW, late=late)
    if known.delegation != incoming.delegation and not before.is_of_form(known):
        says = "the address is registered for another delegation, by another way"
        return _rejected(incoming, "email-in-two-delegations", says)
    return _compared(line, incoming, known, before)


def _is_taken(holder: Registration | None, known: Registration | None) -> bool:
    """Whether the address is another's, who keeps it: a new person may have what a pending one gives up."""
    if holder is None or holder.state not in LIVE:
        return False
    if known is None:
        return holder.state is RegistrationState.APPROVED
    return holder.id != known.id


def _compared(line: PlannedLine, incoming: Incoming, known: Registration, before: _Before) -> PlannedLine:
    asked = {
        field: (getattr(known, field), getattr(incoming, field))
        for field in COMPARED
        if _differs(getattr(known, field), getattr(incoming, field))
    }
    linked: dict[str, tuple[Any, Any]] = {}
    if known.gone_at is not None:
        linked["gone_at"] = (known.gone_at, None)
    if before.reading.source == API and before.is_of_form(known) and known.source != API:
        linked["source"] = (known.source, API)  # whose ids are those that check-in goes back by
        linked["source_id"] = (known.source_id, incoming.source_id)
    if asked and known.state is RegistrationState.APPROVED:
        says = f"approved; correct the registration to change {', '.join(asked)}"
        return replace(line, kind=LineKind.HELD, changes=asked, code="approved-already", reason=says)
    if asked and known.corrected_at is not None:
        says = f"corrected here; correct the registration again to change {', '.join(asked)}"
        return replace(line, kind=LineKind.HELD, changes=asked, code="corrected-here", reason=says)
    changes = {**asked, **linked}
    return replace(line, kind=LineKind.CHANGED, changes=changes) if changes else line


def _differs(before: Said, after: Said) -> bool:
    """What a source does not say it does not change; nor does what a CSV export strips."""
    if isinstance(before, tuple) or isinstance(after, tuple):
        return after is not None and set(before or ()) != set(after)
    return after is not None and stripped(before or "") != stripped(after)


def _left(line: PlannedLine, known: Registration | None, before: _Before) -> PlannedLine:
    assert line.incoming is not None  # noqa: S101 - it was made from one
    says = f"{line.incoming.left} there"
    code: LineCode = "rejected-there" if line.incoming.left == "rejected" else "withdrawn-there"
    if known is None:
        return replace(line, kind=LineKind.LEFT, code=code, reason=says)
    live = known.state in LIVE and known.gone_at is None
    if not live or not before.is_left_by(line.incoming, known):
        return line
    return replace(line, kind=LineKind.GONE, code=code, reason=f"{says}: withdraw it?")


def _gone(registration: Registration) -> PlannedLine:
    return PlannedLine(
        kind=LineKind.GONE,
        source_id=registration.source_id,
        registration=registration.id,
        code="not-there",
        reason="no longer there: withdraw it?",
    )
