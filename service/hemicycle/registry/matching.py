"""The cross-check: is the person who registers the one whom the note verbale names? A pure core.

The email address comes first, then the name (CU 2020/366(A): registrations are approved only after being
cross-checked against the note verbale). What is not certain is left to a person: the figures in
``docs/registrations.md`` say how often that is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hemicycle.registry.names import across_scripts, likeness
from hemicycle.registry.nominations import Nomination, covers
from hemicycle.registry.registrations import MatchKind, NewRegistration, Registration, RegistrationState
from hemicycle.rules.terms import DelegationId

MATCHED = 98
"""A name of the same script at least so like a nomination's is that person's: every part of the one stands in
the other. A letter more or less may be a slip of the pen, or somebody else (Al-Shehri, Al-Shehhi): a person
looks. In the generated seasons of ``docs/registrations.md`` 93 would find 95 % instead of 92 %."""
MATCHED_ACROSS = 93
"""The same across scripts, where spellings differ for everybody (Sergei, Sergey)."""
DOUBTFUL = 65
"""From here a person looks at it: an initial and a surname reach it."""
MARGIN = 6
"""By so much the likeliest nomination must be ahead of the next, or a person looks: names of one family."""
SAME_ADDRESS = 50
"""With the nominated person's own address the name need only be so like. Below, it may be a mailbox that
several people share."""
BY_ADDRESS, BY_NAME = 100, 99
"""The score of a match by address; the most that a match by name can have."""


@dataclass(frozen=True, slots=True)
class Match:
    """``nomination``: the id of the likeliest one, None where the note names nobody alike; ``score``: 0 to
    100.
    """

    kind: MatchKind
    score: int
    nomination: str | None


def match(
    registration: NewRegistration, nominations: Sequence[Nomination], attended: frozenset[str] = frozenset()
) -> Match:
    """The registration against the nominations of its delegation's confirmed note. ``attended``: the sessions
    of the delegation.
    """
    sure, score, nomination = likeliest(registration.name, registration.email, nominations)
    if nomination is None:
        return Match(MatchKind.NONE, score, None)
    kind = _certain(registration, nomination, attended) if sure else MatchKind.DOUBTFUL
    return Match(kind, score, nomination.id)


def likeliest(
    name: str, email: str | None, nominations: Sequence[Nomination]
) -> tuple[bool, int, Nomination | None]:
    """Whom the note names of this name and address: whether that is certain, the score, and the nomination;
    None: nobody alike.
    """
    scores = sorted(
        ((likeness(name, each.name), each) for each in nominations),
        key=lambda scored: (-scored[0], scored[1].place),
    )
    if not scores:
        return False, 0, None
    best, first = scores[0]
    own = next((s for s in scores if same_address(email, s[1].email)), None)
    if own is not None and own[0] >= SAME_ADDRESS and (own[1] is first or best < MATCHED_ACROSS):
        return True, BY_ADDRESS, own[1]
    second = scores[1][0] if len(scores) > 1 else 0
    if own is None and best >= _enough(name, first) and best - second >= MARGIN:
        return True, min(best, BY_NAME), first
    if own is not None and best < DOUBTFUL:
        return False, own[0], own[1]
    return False, best, first if best >= DOUBTFUL else None


def matches(
    registrations: Sequence[Registration],
    nominations: Sequence[Nomination],
    attendance: Mapping[DelegationId, frozenset[str]],
) -> Mapping[str, Match]:
    """Registration id → its match, for the live ones of a conference. A nomination is one person's: where
    several ask for it, who has its address keeps it, and the others are left to a person. ``attendance``: the
    sessions of each delegation.
    """
    of: dict[str, list[Nomination]] = {}
    for nomination in nominations:
        of.setdefault(nomination.delegation, []).append(nomination)
    found = {
        each.id: match(
            each, of.get(each.delegation or "", ()), attendance.get(each.delegation or "", frozenset())
        )
        for each in registrations
    }
    asked = Counter(m.nomination for m in found.values() if _is_sure(m))
    return {
        key: replace(m, kind=MatchKind.DOUBTFUL)
        if _is_sure(m) and asked[m.nomination] > 1 and m.score != BY_ADDRESS
        else m
        for key, m in found.items()
    }


def clean(registration: Registration) -> bool:
    """Whether it may be approved together with others, in one act and without a reason: pending, matched to
    a nomination, still in its source, in time or taken as an exception.
    """
    return (
        registration.state is RegistrationState.PENDING
        and registration.match is MatchKind.MATCHED
        and registration.gone_at is None
        and (not registration.late or registration.exception is not None)
    )


def same_address(one: str | None, other: str | None) -> bool:
    """Whether two addresses are one. Indico's CSV loses a leading ``= + @ -``."""
    return (
        one is not None and other is not None and one.lower().lstrip("=+@-") == other.lower().lstrip("=+@-")
    )


def _enough(name: str, nomination: Nomination) -> int:
    return MATCHED_ACROSS if across_scripts(name, nomination.name) else MATCHED


def _certain(registration: NewRegistration, nomination: Nomination, attended: frozenset[str]) -> MatchKind:
    modality, role, sessions = registration.part
    asked = sessions if registration.says_sessions else nomination.sessions
    named = covers(nomination, (modality, role, asked), attended)
    return MatchKind.MATCHED if named else MatchKind.DIFFERS


def _is_sure(match: Match) -> bool:
    return match.kind in {MatchKind.MATCHED, MatchKind.DIFFERS}
