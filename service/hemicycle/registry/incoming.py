"""What was read from another registration system, before it is compared with what is known. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from hemicycle.registry.delegation_names import DelegationNames
from hemicycle.registry.session_names import NONE, SessionNames
from hemicycle.rules.terms import DelegationId, Modality, Role

MOST_BYTES = 10 * 1024 * 1024
"""Of an uploaded export; 1,200 registrations take about a quarter of one MiB."""
Progress = Callable[[int, int], None]
"""Told how many lines are done, of how many."""

LineCode = Literal[
    "unreadable-line",
    "wrong-columns",
    "no-name",
    "no-email",
    "bad-email",
    "unknown-delegation",
    "unknown-session",
    "no-modality",
    "no-role",
    "two-modality",
    "two-role",
    "unknown-state",
    "bad-date",
    "too-long",
    "email-twice",
    "email-in-two-delegations",
    "already-registered",
    "approved-already",
    "corrected-here",
    "rejected-there",
    "withdrawn-there",
    "not-there",
]
"""Why a line of a source is rejected, held or gone."""

ReadingCode = Literal[
    "too-large",
    "wrong-encoding",
    "empty-file",
    "cut-off",
    "too-many-lines",
    "too-many-columns",
    "no-table",
    "missing-columns",
    "no-participation-column",
    "unknown-column",
    "indico-not-set-up",
    "indico-unreachable",
    "indico-refused",
    "indico-answer",
    "import-interrupted",
]
"""Why nothing of a source can be taken."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of a form beside its columns. ``mapping``: field → header, as the officer says;
    ``modality`` and ``role``: of a form that does not ask; ``zone``: of times without offset; ``sessions``:
    of the conference.
    """

    name: str
    delegations: DelegationNames
    zone: ZoneInfo
    mapping: Mapping[str, str] = field(default_factory=dict)
    modality: Modality | None = None
    role: Role | None = None
    sessions: SessionNames = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A person's line. ``line``: of the file, from 1, or place in the list of an API; ``source_id``: there.

    ``sessions`` None: it does not say; ``left``: what became of it there, rejected or withdrawn; ``remarks``:
    what an officer should know.
    """

    line: int
    source_id: str | None
    name: str
    email: str
    delegation: DelegationId
    modality: Modality
    role: Role
    title: str | None = None
    sessions: tuple[str, ...] | None = None
    gender: str | None = None
    language: str | None = None
    submitted_at: datetime | None = None
    left: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Whom a line that is rejected seems to be about, as it is written there: for the officer to ask."""

    name: str
    email: str
    delegation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedLine:
    """A line that cannot be taken. ``code``: stable; ``source_id`` and ``written``: if they could be read."""

    line: int
    code: LineCode
    reason: str
    source_id: str | None = None
    written: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All lines of one source. ``source``: indico-csv, indico-xlsx or indico-api; ``form``: which form."""

    source: str
    form: str
    incoming: tuple[Incoming, ...]
    rejected: tuple[RejectedLine, ...]


class ReadingRefused(Exception):
    """Nothing of the source can be taken. ``code``: stable; the message says what to do; ``line``: where."""

    def __init__(self, code: ReadingCode, says: str, line: int | None = None) -> None:
        self.code = code
        self.line = line
        super().__init__(says)
