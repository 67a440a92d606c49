"""What is wrong with the nominations of a note verbale, told line by line. Pure: what it needs is given."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from hemicycle.registry.mail import is_reachable
from hemicycle.registry.nominations import NewNomination, same_name
from hemicycle.registry.policy import Group, Limit
from hemicycle.registry.roster import EVERYWHERE

LONGEST = 200
"""Letters of a name, a title or an address."""


class Weight(StrEnum):
    """What a finding hinders. A fault: that the note is stored at all; a conflict: that it is confirmed; an
    exception: that it is confirmed without a reason; a remark: nothing.
    """

    FAULT = "fault"
    CONFLICT = "conflict"
    EXCEPTION = "exception"
    REMARK = "remark"


FindingCode = Literal[
    "invalid",
    "unknown-session",
    "not-attended",
    "nobody",
    "twice",
    "missing",
    "elsewhere",
    "over-the-limit",
    "future",
    "late",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """``line``: of the nomination, from 1; None: the note as a whole. ``citation``: of the rule behind it."""

    line: int | None
    field: str
    code: FindingCode
    says: str
    weight: Weight
    citation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """``sessions``: of the conference, ``attended``: by this delegation; ``meetings``: which sessions each
    serves; ``elsewhere``: addresses that other delegations' notes in force name, with those delegations'
    short names; ``limits``: of this delegation's category;
    ``of_file``: how many places those hold who came with the conference's file; ``citation``: of the rule on
    limits.
    """

    sessions: Collection[str]
    attended: Collection[str]
    meetings: Mapping[str, Collection[str]]
    elsewhere: Mapping[str, str]
    limits: Mapping[Group, Limit]
    of_file: Mapping[Group, int]
    citation: str | None


def faults(nominations: Sequence[NewNomination], around: Surroundings) -> tuple[Finding, ...]:
    """Why the nominations cannot be stored."""
    found: list[Finding] = []
    for number, each in enumerate(nominations, 1):
        found += (Finding(number, of, code, says, Weight.FAULT) for of, code, says in _of_line(each, around))
    found += (each for each in _twice(nominations) if each.weight is Weight.FAULT)
    return tuple(sorted(found, key=lambda f: f.line or 0))


def findings(nominations: Sequence[NewNomination], around: Surroundings) -> tuple[Finding, ...]:
    """What hinders that a stored note is confirmed, or is worth knowing."""
    found = [*_missing(nominations), *_elsewhere(nominations, around), *_over(nominations, around)]
    found += (each for each in _twice(nominations) if each.weight is Weight.REMARK)
    if not nominations:
        found.append(Finding(None, "nominations", "nobody", "the note names nobody", Weight.EXCEPTION))
    return tuple(sorted(found, key=lambda f: f.line or 0))


def _of_line(each: NewNomination, around: Surroundings) -> Iterator[tuple[str, FindingCode, str]]:
    if not any(c.isalpha() for c in each.name):
        yield "name", "missing", "a nomination needs a name"
    for field in ("name", "title", "email"):
        text = getattr(each, field) or ""
        if len(text) > LONGEST or not text.isprintable():
            yield field, "invalid", f"at most {LONGEST} letters, all of them to be seen"
    if each.email is not None and not is_reachable(each.email):
        yield "email", "invalid", "this is no email address"
    for session in each.sessions:
        if session not in around.sessions:
            yield "sessions", "unknown-session", f"the conference has no session {session}"
        elif session not in around.attended:
            yield "sessions", "not-attended", f"the delegation does not attend {session}"


def _twice(nominations: Sequence[NewNomination]) -> Iterator[Finding]:
    """A person nominated twice: one address, or one name unless two addresses tell two persons apart."""
    addresses: dict[str, int] = {}
    names: dict[tuple[str, ...], int] = {}
    for number, each in enumerate(nominations, 1):
        if each.email and addresses.setdefault(each.email.lower(), number) != number:
            first = addresses[each.email.lower()]
            yield Finding(number, "email", "twice", f"line {first} has the same address", Weight.FAULT)
            continue
        name = same_name(each.name)
        if not name or names.setdefault(name, number) == number:
            continue
        apart = each.email and nominations[names[name] - 1].email
        says = f"line {names[name]} has the same name"
        yield Finding(number, "name", "twice", says, Weight.REMARK if apart else Weight.FAULT)


def _missing(nominations: Sequence[NewNomination]) -> Iterator[Finding]:
    for number, each in enumerate(nominations, 1):
        if not each.email:
            says = "without an email address a registration can be matched by name alone"
            yield Finding(number, "email", "missing", says, Weight.REMARK)


def _elsewhere(nominations: Sequence[NewNomination], around: Surroundings) -> Iterator[Finding]:
    for number, each in enumerate(nominations, 1):
        other = around.elsewhere.get((each.email or "").lower())
        if other is not None:
            says = f"the note verbale of {other} names this address too"
            yield Finding(number, "email", "elsewhere", says, Weight.CONFLICT)


def _over(nominations: Sequence[NewNomination], around: Surroundings) -> Iterator[Finding]:
    """The lines for which the limits leave no place, in the note's order.

    A place is one of each session, or of each meeting, that the person is named for, where limits add such;
    else one of the whole conference's: as ``places`` claims it at the approval.
    """
    left = Counter({group: limit.nominated for group, limit in around.limits.items()})
    left.subtract(around.of_file)
    for number, each in enumerate(nominations, 1):
        kind = each.modality, each.role
        ways = [[(*kind, scope) for scope in way] for way in _ways(each, around)]
        free = next((way for way in ways if all(left[group] > 0 for group in way)), None)
        if free is not None:
            left.subtract(free)
        else:
            limit = around.limits.get((*kind, EVERYWHERE))
            says = f"{limit.nominated if limit else 0} may be named as {_called(each)}; this is one more"
            held = around.of_file.get((*kind, EVERYWHERE))
            says += f" ({held} of the conference's file hold such a place)" if held else ""
            yield Finding(number, "role", "over-the-limit", says, Weight.EXCEPTION, around.citation)


def _ways(each: NewNomination, around: Surroundings) -> list[list[str]]:
    """The scopes that would together cover where somebody is to take part, the narrowest first."""
    sessions = set(each.sessions or around.attended)
    meetings = [meeting for meeting, of in around.meetings.items() if not of or sessions & set(of)]
    return [way for way in (sorted(sessions), meetings, [EVERYWHERE]) if way]


def _called(each: NewNomination) -> str:
    return f"{each.role.value} {each.modality.value.replace('_', ' ')}"
