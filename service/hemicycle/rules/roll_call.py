"""The roll: the order in which delegations are called, and who is called now (METHOD).

English alphabetical order as the United Nations lists its Members, beginning with a State drawn by lot.
Names are compared word by word ("Guinea" before "Guinea-Bissau", "Niger" before "Nigeria"); accents count
as their plain letters ("Côte d'Ivoire" between "Costa Rica" and "Croatia", "Türkiye" before
"Turkmenistan"); apostrophes are nothing, other signs part words; capitals are as small letters; an article
that begins the name is left out ("the Gambia" stands under G). Other words that belong to the name count:
"Republic of Korea" stands under R, "Democratic People's Republic of Korea" under D, "United Republic of
Tanzania" under U.

Who is absent when called is called once more, after all others.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Vote, VoteMethod
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category, DelegationId
from hemicycle.rules.voters import organizations

_APOSTROPHES = re.compile("['\u2019\u02bc`]")
_WORD = re.compile(r"\w+")
TIMES_CALLED = 2


def alphabetical(delegations: Iterable[Delegation]) -> tuple[DelegationId, ...]:
    """The delegations in the English alphabetical order of their names."""
    return tuple(d.id for d in sorted(delegations, key=lambda d: (place(d.names.get("en", d.code)), d.id)))


def place(name: str) -> tuple[str, ...]:
    """What an English name is ordered by: its words, plain and small, without an article before them."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    words = _WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c)))
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def drawn(delegations: Iterable[Delegation], lot: int) -> DelegationId | None:
    """The State that the lot falls on; None where no State votes."""
    names = alphabetical(d for d in delegations if d.category is not Category.REIO)
    return names[lot % len(names)] if names else None


def from_drawn(order: tuple[DelegationId, ...], first: DelegationId | None) -> tuple[DelegationId, ...]:
    """The alphabet turned so that it begins with ``first``."""
    if first not in order:
        return order
    start = order.index(first)
    return order[start:] + order[:start]


def called(meeting: Meeting) -> DelegationId | None:
    """Who is called now: the next in order, then once more those who were absent; None when all were called.

    An organization is left out once a member has voted, and its members once it has voted for them.
    """
    vote = meeting.vote
    if vote is None or vote.method is not VoteMethod.ROLL_CALL:
        return None
    silent = set(vote.order) - vote.ballots.keys() - barred(meeting, vote).keys()
    times = Counter(vote.passed)
    first = next((d for d in vote.order if d in silent and not times[d]), None)
    again = (d for d in vote.passed if d in silent and times[d] < TIMES_CALLED)
    return first or next(again, None)


def barred(meeting: Meeting, vote: Vote) -> Mapping[DelegationId, DelegationId]:
    """Who may not vote any more, and whose vote stands in the way."""
    return barred_by(meeting, frozenset(vote.entitled), vote.ballots.keys())


def barred_by(
    meeting: Meeting, entitled: frozenset[DelegationId], have_voted: AbstractSet[DelegationId]
) -> Mapping[DelegationId, DelegationId]:
    """Who may not vote once these have voted, and whose vote stands in the way.

    For an organization that of a member; for its members that of the organization, which voted for them.
    """
    found: dict[DelegationId, DelegationId] = {}
    for organization in organizations(meeting, entitled):
        voted = [m for m in organization.members if m in have_voted]
        if organization.id in have_voted:
            found |= dict.fromkeys(organization.members, organization.id)
        elif voted:
            found[organization.id] = voted[0]
    return found


def on_the_roll(meeting: Meeting, delegation: DelegationId) -> None:
    """Refuse ``not-your-turn`` unless this delegation is called now, and ``roll-called`` at the end."""
    now = called(meeting)
    if now is None:
        raise Refused("roll-called")
    if now != delegation:
        raise Refused("not-your-turn", called=now)
