"""Any valid frame by anybody: drawn by chance from the wire's own commands, about what the meeting has."""

import types
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import timedelta
from enum import Enum
from random import Random
from typing import Any, Union, get_args, get_origin, get_type_hints

from tests.conduct.moot import AT, CATEGORIES

from hemicycle.access.table import CAPACITIES, COMMANDS, Reach, authorize
from hemicycle.contract import commands as wire
from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, Facts, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Capacity

Frame = dict[str, Any]
PODIUM = {
    "chair": Capacity.CHAIR,
    "vice": Capacity.CHAIR,
    "desk": Capacity.SECRETARIAT,
    "booth": Capacity.INTERPRETER,
    "operator": Capacity.OPERATOR,
    "hall": Capacity.HALL,
}
PEOPLE: dict[str, Capacity] = {
    **PODIUM,
    **{
        f"{delegation}-{seat}": Capacity.DELEGATE
        for delegation in CATEGORIES
        for seat in ("room", "online", "observer", "spare")
    },
}
RARE: frozenset[type[c.Command]] = frozenset(
    {c.AdjournMeeting, c.SuspendMeeting, c.CloseItem, c.HandOverChair, c.WithdrawProposal, c.CloseList}
)
"""What soon ends all that could go on."""
_NUMBERS = {
    "decision": (1, 2, 3, 9),
    "grant": (1, 2, 3, 4, 9),
    "segment": (0, 1),
    "batch": (1, 2),
    "count": (0, 1, 2),
    "place": (1, 2, 3),
    "spoken_ms": (0, 1500, 86_400_000),
    "statements": (1, 2, 3),
}
_VOTES = (0, 0, 1, 2, 3, 10_000)
_SECONDS = (1, 30, 300, 86_400)
_FREE = {
    "text",
    "title",
    "symbol",
    "reason",
    "override",
    "parts",
    "ref",
    "language",
    "channel",
    "a",
    "b",
    "c",
}
_WORDS = ("Draft decision", "L.1", "L.2", " ", "مشروع قرار", "two\u00a0words")


def actor(who: str) -> Actor:
    """As conduct makes it of this person's login."""
    capacity = PEOPLE[who]
    delegation = who.partition("-")[0] if capacity is Capacity.DELEGATE else None
    return Actor(capacity=capacity, participant=who, delegation=delegation)


def taken(meeting: Meeting, who: str, frame: Frame, present: frozenset[str]) -> bool:
    """Whether the meeting would take this frame and something follow. Nothing but a refusal may be raised."""
    command = wire.parse_command("c", frame)
    facts = Facts(present=present)
    stamped = Stamped(command=command, id="c", at=AT + timedelta(hours=8), actor=actor(who), facts=facts)
    try:
        authorize(meeting, command, stamped.actor)
        return bool(decide(meeting, stamped))
    except Refused:
        return False


class AnyFrame:
    """Frames about one meeting; the same seed draws the same ones of the same meeting.

    ``times``: what was drawn and could be taken; what was seldom is drawn more often.
    """

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.meeting: Meeting = EMPTY
        self.times: Counter[str] = Counter()

    def draw(self, meeting: Meeting, present: frozenset[str]) -> tuple[str, Frame]:
        """Who sends what next: as often as not something that the meeting will take, so that it goes on."""
        self.meeting = meeting
        kinds = [kind for kind in wire.COMMANDS.values() if kind not in RARE or self.chance.random() < 0.005]
        seldom = [1 / (1 + self.times[kind.__name__]) for kind in kinds]
        tries = 40 if self.chance.random() < 0.7 else 1
        drawn = [self._any(kind) for kind in self.chance.choices(kinds, seldom, k=tries)]
        for who, frame in drawn:
            if taken(meeting, who, frame, present):
                self.times[frame["command"]] += 1
                return who, frame
        return drawn[0]

    def _any(self, kind: type[c.Command]) -> tuple[str, Frame]:
        """Somebody sends such a command, mostly one whose capacity may try it."""
        cells = COMMANDS[kind]
        able = [who for who, capacity in PEOPLE.items() if cells[CAPACITIES.index(capacity)] is not Reach.NO]
        if "vice" in able and self.chance.random() < 0.9:
            able = [str(self.meeting.presiding)]
        who = self.chance.choice(able if self.chance.random() < 0.95 else list(PEOPLE))
        return who, {"command": kind.__name__, **self._fields(kind)}

    def _fields(self, kind: Any) -> Frame:
        hints = get_type_hints(kind)
        drawn = {f.name: self._value(f.name, hints[f.name]) for f in fields(kind)}
        return {name: value for name, value in drawn.items() if value is not None}

    def _value(self, name: str, hint: Any) -> Any:
        if get_origin(hint) in {Union, types.UnionType}:
            (inner,) = (each for each in get_args(hint) if each is not type(None))
            return None if self.chance.random() < 0.5 else self._value(name, inner)
        if get_origin(hint) is tuple:
            least, most = int(name == "panellists"), self.chance.choice((0, 1, 1, 2, 3))
            return [self._value(name, get_args(hint)[0]) for _ in range(max(most, least))]
        return self._fields(hint) if is_dataclass(hint) else self.chance.choice(self._single(name, hint))

    def _single(self, name: str, hint: type) -> Sequence[Any]:
        """What one field may hold, of which chance takes one."""
        if issubclass(hint, Enum):
            return [each.value for each in hint]
        if hint is bool:
            return (True, False)
        if hint is int:
            return _NUMBERS.get(name, _SECONDS if name.endswith("seconds") else _VOTES)
        if hint is str:
            return self._texts(name)
        return [(AT + timedelta(minutes=minutes)).isoformat() for minutes in range(-60, 600, 7)]

    def _texts(self, name: str) -> list[str]:
        """What this field can name in the meeting, and something that is not there."""
        m = self.meeting
        parts = [f"{p}/{n}" for p in m.proposals for n in (1, 2)]
        named = {
            "item": [*m.agenda],
            "request": [*m.requests],
            "answers": [*m.requests],
            "before": [*m.requests],
            "motion": [*m.motions],
            "proposal": [*m.proposals],
            "amendment": [*m.amendments],
            "order": [*m.amendments],
            "signal": [*m.signals],
            "meeting": ["moot-1", "another"],
            "mark": ["first-mark", "second-mark"],
            "booth": [*m.booths],
            "source": [*m.booths, "floor"],
            "on_behalf_of": [*m.groups],
            "ref": [*m.proposals, *parts, *m.amendments, *m.motions, *m.requests, ""],
            "language": ["en", "fr", "zz"],
            "channel": ["en", "fr", "zz"],
            "a": ["en", "fr"],
            "b": ["en", "fr"],
            "c": ["en", "fr"],
            **{key: [*m.delegations] for key in ("delegation", "organization", "joint", "sponsors")},
            **{key: [*PEOPLE] for key in ("participant", "panellist", "panellists", "moderator", "to")},
            **{key: [*_WORDS] for key in ("text", "title", "symbol", "reason", "override", "parts")},
        }[name]
        return named if name in _FREE or (named and self.chance.random() < 0.95) else ["nothing-there"]
