"""One line of an export, or one registration of the check-in API, as a person's request. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from hemicycle.platforms.indico import words
from hemicycle.platforms.indico.columns import Columns
from hemicycle.registry.incoming import Form, Incoming, LineCode, RejectedLine, Written
from hemicycle.registry.mail import is_reachable
from hemicycle.rules.terms import DelegationId, Modality, Role

LONGEST = 300
"""The most characters of a name, a title or an address."""
_MORE_PLACES = re.compile(r"\s*\(\+(\d+)\)$")
_BLANKS = re.compile(r"\s+")
Said = TypeVar("Said", Modality, Role)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""No text: control characters, and signs that turn the direction of what follows (UAX #9)."""


class _Rejected(Exception):
    def __init__(self, code: LineCode, reason: str) -> None:
        self.code = code
        super().__init__(reason)


def read_line(form: Form, columns: Columns, line: int, cells: Sequence[str]) -> Incoming | RejectedLine:
    """The person of this line, or why it cannot be taken."""
    clean = [_BLANKS.sub(" ", cell).strip() for cell in cells]
    source_id = columns.value(clean, "source_id") or None
    if any(_CONTROL.search(cell) for cell in cells):
        says = "it contains characters that are no text"
        told = _written(columns, [_CONTROL.sub("", cell) for cell in clean])
        return RejectedLine(line=line, code="unreadable-line", reason=says, written=told)
    try:
        return _person(form, columns, line, clean, source_id)
    except _Rejected as rejected:
        told = _written(columns, clean)
        return RejectedLine(
            line=line, code=rejected.code, reason=str(rejected), source_id=source_id, written=told
        )


def _written(columns: Columns, cells: Sequence[str]) -> Written:
    delegations = columns.values(cells, "delegation") or columns.values(cells, "affiliation")
    told = (_full_name(columns, cells), columns.value(cells, "email"), "; ".join(delegations))
    return Written(*(text[:LONGEST] for text in told))


def _person(form: Form, columns: Columns, line: int, cells: Sequence[str], source_id: str | None) -> Incoming:
    modality, role, remarks = _part(form, columns, cells)
    state = _state(columns.value(cells, "state"))
    delegation = _delegation(form, columns, cells)
    return Incoming(
        line=line,
        source_id=source_id,
        name=_name(columns, cells),
        email=_email(columns.value(cells, "email")),
        delegation=delegation,
        modality=modality,
        role=role,
        sessions=_sessions(form, columns.value(cells, "sessions"), delegation),
        title=_short(columns.value(cells, "title")) or None,
        gender=words.GENDERS.get(words.plain(columns.value(cells, "gender"))),
        language=words.language(columns.value(cells, "language")),
        submitted_at=moment(columns.value(cells, "submitted_at"), form.zone),
        left=state if state in {"rejected", "withdrawn"} else None,
        remarks=remarks,
    )


def _full_name(columns: Columns, cells: Sequence[str]) -> str:
    both = (columns.value(cells, "first_name"), columns.value(cells, "last_name"))
    return columns.value(cells, "name") or " ".join(filter(None, both))


def _name(columns: Columns, cells: Sequence[str]) -> str:
    name = _full_name(columns, cells)
    if not name:
        raise _Rejected("no-name", "there is no name")
    return _short(name)


def _email(text: str) -> str:
    if not text:
        raise _Rejected("no-email", "there is no email address; each delegate needs one")
    if not is_reachable(text):
        raise _Rejected("bad-email", f"{text[:80]!r} is no email address")
    return _short(text).lower()


def _delegation(form: Form, columns: Columns, cells: Sequence[str]) -> DelegationId:
    written = columns.values(cells, "delegation")
    affiliations = columns.values(cells, "affiliation")
    named = next(filter(None, map(form.delegations.named, [*written, *affiliations])), None)
    found = named or next(filter(None, map(form.delegations.within, [*written, *affiliations])), None)
    if found is None:
        says = (written or affiliations or ["nothing"])[0][:80]
        raise _Rejected("unknown-delegation", f"{says!r} names no delegation of the conference")
    return found


def _sessions(form: Form, text: str, delegation: DelegationId) -> tuple[str, ...] | None:
    if not text:
        return None
    if words.says_all(text):
        return form.sessions.all_of(delegation)
    try:
        return form.sessions.named(text)
    except KeyError:
        raise _Rejected("unknown-session", f"{text[:80]!r} names no session of the conference") from None


def _part(form: Form, columns: Columns, cells: Sequence[str]) -> tuple[Modality, Role, tuple[str, ...]]:
    """Modality and role: from their own columns, else from what says both, else from the tags. Who comes in
    person is a speaker unless something else is said: only online are there observer roles (CU 2020/366(A)).
    """
    both = columns.values(cells, "participation")
    tags = [tag for each in columns.values(cells, "tags") for tag in each.split("; ")]
    more = sum(int(found[1]) for text in both if (found := _MORE_PLACES.search(text)))
    modality_texts = [columns.values(cells, "modality"), both, columns.values(cells, "role"), tags]
    modality = _one("two-modality", map(words.modalities, modality_texts)) or form.modality
    role_texts = [columns.values(cells, "role"), both, columns.values(cells, "modality"), tags]
    role = _one("two-role", map(words.roles, role_texts)) or form.role
    if modality is None:
        raise _Rejected("no-modality", "it is not said whether in person or online")
    if role is None and modality is Modality.IN_PERSON:
        role = Role.SPEAKER
    if role is None:
        raise _Rejected("no-role", "it is not said whether as speaker or as observer")
    remarks = (f"asks for {more} more; each person registers alone",) if more else ()
    return modality, role, remarks


def _one(code: LineCode, found: Iterable[set[Said]]) -> Said | None:
    said = next(filter(None, found), set())
    if len(said) > 1:
        both = " and ".join(sorted(map(str, said)))
        raise _Rejected(code, f"it says two things of the {code.removeprefix('two-')}: {both}")
    return next(iter(said), None)


def _state(text: str) -> str:
    state = words.STATES.get(words.plain(text)) if text else "pending"
    if state is None:
        raise _Rejected("unknown-state", f"{text[:80]!r} is no state of a registration that is known here")
    return state


def moment(text: str, zone: ZoneInfo) -> datetime | None:
    """A moment as Indico writes it; one without offset is of the event's zone. None: nothing is written."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise _Rejected("bad-date", f"{text[:80]!r} is no date and time") from None
    aware = found if found.tzinfo else found.replace(tzinfo=zone)
    return aware.astimezone(UTC)


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise _Rejected("too-long", f"a text of {len(text)} characters stands where at most {LONGEST} may")
    return text
