"""What was read from another registration system, before it is compared with what is known. Pure."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import DelegationId, Modality, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A person's line. ``line``: of the file, from 1, or place in the list of an API; ``source_id``: there.

    ``left``: what became of it there, rejected or withdrawn; ``remarks``: what an officer should know.
    """

    line: int
    source_id: str | None
    name: str
    email: str
    delegation: DelegationId
    modality: Modality
    role: Role
    title: str | None = None
    gender: str | None = None
    language: str | None = None
    submitted_at: datetime | None = None
    left: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedLine:
    """A line that cannot be taken. ``code``: stable; ``source_id``: if it could be read."""

    line: int
    code: str
    reason: str
    source_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All lines of one source. ``source``: indico-csv, indico-xlsx or indico-api; ``form``: which form."""

    source: str
    form: str
    incoming: tuple[Incoming, ...]
    rejected: tuple[RejectedLine, ...]


class ReadingRefused(Exception):
    """Nothing of the source can be taken. ``code``: stable; the message says what to do; ``line``: where."""

    def __init__(self, code: str, says: str, line: int | None = None) -> None:
        self.code = code
        self.line = line
        super().__init__(says)
