"""How many are nominated, registered and approved: counted from rows, without a name.

Who came with the conference's file holds a place without having asked for it: she counts as all three.

Gender is self-declared and optional. It is counted over all live registrations of the conference together,
for nothing smaller and for no other state, because two such tables could be subtracted from one another. A
count below five is withheld; and so that it cannot be worked out from the total, further counts are, the
smallest first, until at least two are withheld that make five or more together. Where that is not possible,
nothing is said. Whoever compares figures of two days may still see one more; publish them seldom.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hemicycle.registry.notes import Nomination
from hemicycle.registry.places import Placed
from hemicycle.registry.registrations import LIVE, Registration, RegistrationState
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import DelegationId, Modality, Role

LEAST_SHOWN = 5
"""The smallest count of a gender that is shown."""
UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class Counts:
    """``nominated``: in notes in force; ``registered``: pending or approved; ``approved`` of them; in each
    also who came with the conference's file.
    """

    nominated: int
    registered: int
    approved: int


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of one delegation, one category or all. Every modality and role has its counts."""

    total: Counts
    by_modality: Mapping[Modality, Counts]
    by_role: Mapping[Role, Counts]


@dataclass(frozen=True, slots=True)
class Gender:
    """Of ``counted`` live registrations; None: withheld. Empty: nothing can be told, or there is nobody."""

    counted: int
    of: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one conference. ``unknown``: live registrations that name no delegation; they are in ``total``."""

    total: Line
    delegations: Mapping[DelegationId, Line]
    by_category: Mapping[str, Line]
    gender: Gender
    unknown: int


def figures(
    delegations: Sequence[Delegation],
    named: Sequence[Nomination],
    registered: Sequence[Registration],
    of_file: Sequence[Placed],
) -> Figures:
    """Count. ``registered``: in any state; those rejected and withdrawn are left out; ``of_file``: the places
    of those who came with the conference's file.
    """
    live = [each for each in registered if each.state in LIVE]
    category = {each.id: each.category.value for each in delegations}
    return Figures(
        total=_line(named, live, of_file),
        delegations=_lines(list(category), (named, live, of_file), lambda delegation: delegation),
        by_category=_lines(sorted(set(category.values())), (named, live, of_file), category.get),
        gender=gender(each.gender or UNDECLARED for each in live),
        unknown=sum(each.delegation is None for each in live),
    )


def gender(declared: Iterable[str]) -> Gender:
    """Counts of what was declared, the small ones withheld."""
    counts = Counter(each.strip().lower() or UNDECLARED for each in declared)
    withheld = [key for key, number in counts.items() if number < LEAST_SHOWN]
    others = sorted((key for key in counts if key not in withheld), key=lambda key: (counts[key], key))
    while withheld and others and _can_be_worked_out(withheld, counts):
        withheld.append(others.pop(0))
    if withheld and _can_be_worked_out(withheld, counts):
        return Gender(counted=counts.total(), of={})
    return Gender(
        counted=counts.total(),
        of={key: None if key in withheld else counts[key] for key in sorted(counts)},
    )


def _can_be_worked_out(withheld: Sequence[str], counts: Mapping[str, int]) -> bool:
    return len(withheld) == 1 or sum(counts[key] for key in withheld) < LEAST_SHOWN


_Counted = tuple[Sequence[Nomination], Sequence[Registration], Sequence[Placed]]


def _lines(keys: Sequence[str], counted: _Counted, key_of: Callable[[str], str | None]) -> dict[str, Line]:
    named, live, of_file = (_by_key(each, key_of) for each in counted)
    return {key: _line(named.get(key, ()), live.get(key, ()), of_file.get(key, ())) for key in keys}


def _by_key(counted: Sequence[Any], key_of: Callable[[str], str | None]) -> dict[str | None, list[Any]]:
    found: dict[str | None, list[Any]] = {}
    for each in counted:
        if each.delegation is not None:
            found.setdefault(key_of(each.delegation), []).append(each)
    return found


def _line(named: Sequence[Nomination], live: Sequence[Registration], of_file: Sequence[Placed]) -> Line:
    def of(kind: Modality | Role | None = None) -> Counts:
        def chosen(each: Nomination | Registration | Placed) -> bool:
            return kind in {None, each.modality, each.role}

        nominated, asked, came = (sum(map(chosen, each)) for each in (named, live, of_file))
        approved = sum(each.state is RegistrationState.APPROVED for each in live if chosen(each))
        return Counts(nominated + came, asked + came, approved + came)

    return Line(
        total=of(),
        by_modality={kind: of(kind) for kind in Modality},
        by_role={kind: of(kind) for kind in Role},
    )
