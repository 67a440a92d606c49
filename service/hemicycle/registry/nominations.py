"""Who a note verbale names, and for what (CU 2020/366(A): name, title, own email, modality, role). Pure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from hemicycle.registry.names import read
from hemicycle.rules.terms import DelegationId, Modality, Role

Part = tuple[Modality, Role, tuple[str, ...]]
"""As what somebody takes part: modality, role, and the sessions, none: all that her delegation attends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNomination:
    """A person to be named. ``sessions`` empty: all that the delegation attends."""

    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality
    role: Role
    sessions: tuple[str, ...] = ()

    @property
    def part(self) -> Part:
        """As what she is named."""
        return self.modality, self.role, self.sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination(NewNomination):
    """A person named in a stored note. ``place``: her line in it, from 1."""

    id: str
    note: str
    delegation: DelegationId
    place: int


COMPARED = ("name", "title", "email", "modality", "role", "sessions")
"""The fields in which a nomination may change from one revision to the next."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The same person in two revisions. ``fields``: in which they differ; none: she stands as she stood."""

    before: Nomination
    after: Nomination
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two revisions: every nomination of either is in it once."""

    added: tuple[Nomination, ...]
    removed: tuple[Nomination, ...]
    changed: tuple[Changed, ...]
    same: tuple[Changed, ...]

    @property
    def successors(self) -> dict[str, str]:
        """The id of a nomination → that of the same person's in the later revision."""
        return {each.before.id: each.after.id for each in (*self.changed, *self.same)}


def difference(before: Sequence[Nomination], after: Sequence[Nomination]) -> Difference:
    """What a revision changes. The same person: who has the same address, then who has the same name, in
    whatever script's Latin letters, order, case and with whatever titles.
    """
    pairs, gone, new = _paired(before, after, lambda each: each.email)
    more, gone, new = _paired(gone, new, lambda each: same_name(each.name))
    found = [Changed(b, a, _fields(b, a)) for b, a in (*pairs, *more)]
    found.sort(key=lambda each: each.after.place)
    return Difference(
        added=tuple(new),
        removed=tuple(gone),
        changed=tuple(each for each in found if each.fields),
        same=tuple(each for each in found if not each.fields),
    )


def covers(nomination: NewNomination, part: Part, attended: frozenset[str]) -> bool:
    """Whether the note names her at least so. ``attended``: the sessions of her delegation, which are meant
    where none is named (CU 2012/150(A)).
    """
    modality, role, sessions = part
    if (modality, role) != (nomination.modality, nomination.role):
        return False
    return (frozenset(sessions) or attended) <= (frozenset(nomination.sessions) or attended)


def same_name(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common; empty where there is no letter in it."""
    return tuple(sorted(read(name).parts))


def _fields(before: Nomination, after: Nomination) -> tuple[str, ...]:
    def told(of: Nomination, field: str) -> Hashable:
        return frozenset(of.sessions) if field == "sessions" else getattr(of, field)

    return tuple(field for field in COMPARED if told(before, field) != told(after, field))


_Pairs = list[tuple[Nomination, Nomination]]
_Key = str | tuple[str, ...] | None


def _paired(
    before: Iterable[Nomination], after: Iterable[Nomination], key: Callable[[Nomination], _Key]
) -> tuple[_Pairs, list[Nomination], list[Nomination]]:
    """Pairs with the same key, in the order of the lines; whoever is left of either side."""
    waiting: dict[_Key, list[Nomination]] = defaultdict(list)
    for each in after:
        waiting[key(each)].append(each)
    pairs, gone = [], []
    for each in before:
        same = waiting[key(each)] if key(each) else []
        if same:
            pairs.append((each, same.pop(0)))
        else:
            gone.append(each)
    new = sorted((each for left in waiting.values() for each in left), key=lambda each: each.place)
    return pairs, gone, new
