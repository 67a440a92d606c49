"""Who does what in a rehearsal or a demonstration: drawn from a seed, so that it can be run again."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from hemicycle_client.bots import reading
from hemicycle_client.bots.credential import Credential
from hemicycle_client.bots.room import Act, Manner
from hemicycle_client.folding import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one delegate does. Times in seconds of service time, from the opening of the list where not said.

    ``share``: of the speaking time that the statement takes, above 1 in overrun; ``longest``: bounds it.
    ``withdraws``: takes the first request back and asks again. ``drops_at``: the share of the statement
    after which the line breaks, for ``away`` seconds. ``objects_after``: raises a point of order so long
    after she has asked.
    ``in_vain``: tries what the rules refuse. ``rounds``: statements in all, with ``rest`` between them.
    ``speaks``: asks for the floor at all; else only what was carried over is seen through. ``text``: hands in
    its text first. ``replies_after``: asks for a right of reply then. ``questions``: asks the panel.
    ``enough``: does not ask while so many wait already.
    """

    speaks: bool = True
    asks_after: float = 0.0
    language: str | None = None
    share: float = 0.8
    longest: float | None = None
    withdraws: bool = False
    drops_at: float | None = None
    away: float = 20.0
    objects_after: float | None = None
    in_vain: bool = False
    rounds: int = 1
    rest: float = 0.0
    text: bool = False
    replies_after: float | None = None
    questions: bool = False
    enough: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The course of a meeting. Counts of delegations; times in seconds of service time.

    ``speakers`` ask for the floor, ``first`` of them ``within`` so much after the list opens, then one every
    ``every``; ``always``: ids of delegations that ask in any case. ``replies``, ``questions``, ``texts``: so
    many of them. ``interpreters``: they work at their consoles; ``signals``: one of them gives each of these.
    ``enough``: nobody asks while so many wait. ``programme``: what the chair does, by default the
    consideration of the one item.
    """

    seed: int = 1
    speakers: int = 24
    first: int = 12
    within: float = 60.0
    every: float = 45.0
    shares: tuple[float, float] = (0.55, 1.05)
    longest: tuple[float, float] | None = None
    withdraw: int = 2
    drop: int = 4
    away: float = 20.0
    object: int = 2
    object_within: float = 3600.0
    in_vain: int = 2
    listeners: int = 2
    rounds: int = 1
    rest: float = 0.0
    role_moves_after: float = 600.0
    manner: Manner = field(default_factory=Manner)
    always: tuple[str, ...] = ("interpol",)
    replies: int = 0
    questions: int = 0
    texts: int = 0
    interpreters: bool = False
    signals: tuple[str, ...] = ()
    enough: int | None = None
    programme: tuple[Act, ...] = ()

    @classmethod
    def rehearsal(cls, seed: int = 1) -> Self:
        """Statements as long as the limits allow; the meeting is adjourned when all have been heard."""
        return cls(seed=seed)

    @classmethod
    def demo(cls, seed: int = 1) -> Self:
        """Short statements, and requests that keep coming until the list is closed.

        The statements of 20 to 40 seconds are an assumption of the demonstration.
        """
        return cls(
            seed=seed,
            speakers=1000,
            first=9,
            within=25.0,
            every=38.0,
            longest=(20.0, 40.0),
            withdraw=20,
            drop=24,
            away=9.0,
            object=24,
            object_within=90.0,
            in_vain=3,
            rounds=2,
            rest=4800.0,
            role_moves_after=90.0,
            manner=Manner(
                podium_seconds=40,
                after_call=3.0,
                between=3.0,
                before_ruling=15.0,
                line_lost=25.0,
                observers_wait=180.0,
            ),
        )

    def parts(self, credentials: Iterable[Credential], view: View) -> Mapping[str, Part]:
        """A part for each login that plays one: a speaker of each delegation that asks, some listeners."""
        chance = random.Random(self.seed)  # noqa: S311 - a plan that can be drawn again, no secret
        delegates = sorted((c for c in credentials if c.delegation in view["delegations"]), key=_place)
        speakers = self._one_of_each(chance, [c for c in delegates if c.role == "speaker"])
        listeners = [c for c in delegates if c.role == "observer"]
        chance.shuffle(listeners)
        traits = self._traits(speakers, view)
        parts = {
            credential.login: self._part(chance, place, credential, traits)
            for place, credential in enumerate(speakers)
        }
        for credential in listeners[: self.listeners]:
            parts[credential.login] = Part(asks_after=chance.uniform(0.0, 300.0), in_vain=True)
        return {**_carried_over(delegates, speakers, view), **parts}

    def _one_of_each(self, chance: random.Random, speakers: list[Credential]) -> list[Credential]:
        """One speaker of each delegation, in the order in which they will ask."""
        chance.shuffle(speakers)
        found = {c.delegation: c for c in speakers}
        chosen = sorted(found.values(), key=lambda c: c.delegation not in self.always)
        early = chosen[: self.first]
        chance.shuffle(early)
        return [*early, *chosen[self.first : self.speakers]]

    def _traits(self, speakers: list[Credential], view: View) -> Mapping[str, set[str]]:
        """Who withdraws, drops, objects, or tries in vain, by login."""
        categories = {key: found["category"] for key, found in view["delegations"].items()}
        states = [c.login for c in speakers if categories[c.delegation or ""] == "state_party"]
        observers = [c.login for c in speakers if categories[c.delegation or ""] in reading.OBSERVERS]
        online = [c.login for c in speakers if c.modality == "online"]
        return {
            "drops": _spread(online, self.drop, start=0),
            "withdraws": _spread(states, self.withdraw, start=1),
            "objects": _spread(states, self.object, start=2),
            "in_vain": {*observers[:1], *_spread(states, self.in_vain, start=0)},
            "replies": _spread(states, self.replies, start=3),
            "questions": _spread(states, self.questions, start=1),
            "texts": _spread(states, self.texts, start=2),
        }

    def _part(
        self, chance: random.Random, place: int, credential: Credential, traits: Mapping[str, set[str]]
    ) -> Part:
        login = credential.login
        late = max(0, place - self.first + 1) * self.every
        return Part(
            asks_after=chance.uniform(2.0, self.within) + late,
            language=credential.language,
            share=chance.uniform(*self.shares),
            longest=None if self.longest is None else chance.uniform(*self.longest),
            withdraws=login in traits["withdraws"],
            drops_at=chance.uniform(0.2, 0.7) if login in traits["drops"] else None,
            away=self.away,
            objects_after=chance.uniform(0.0, self.object_within) if login in traits["objects"] else None,
            in_vain=login in traits["in_vain"],
            rounds=self.rounds,
            rest=self.rest,
            text=login in traits["texts"],
            replies_after=chance.uniform(0.0, self.within) if login in traits["replies"] else None,
            questions=login in traits["questions"],
            enough=self.enough,
        )


def _carried_over(
    delegates: Iterable[Credential], speakers: Iterable[Credential], view: View
) -> Mapping[str, Part]:
    """For each delegation that waits since an earlier meeting, and has no other part, one speaker."""
    waiting = {entry["delegation"] for entry in view["entries"].values() if entry.get("carried")}
    waiting -= {credential.delegation for credential in speakers}
    first = {c.delegation: c for c in delegates if c.role == "speaker" and c.delegation in waiting}
    return {credential.login: Part(speaks=False) for credential in first.values()}


def _place(credential: Credential) -> tuple[str, ...]:
    """An order that does not depend on the logins, which are new each time."""
    known = (credential.delegation, credential.modality, credential.role, credential.participant)
    return (*(part or "" for part in known), credential.login)


def _spread(logins: list[str], count: int, *, start: int) -> set[str]:
    """So many of them, evenly over the order in which they ask: something happens early, and to the end."""
    count = min(count, len(logins))
    return {logins[(start + place * len(logins) // count) % len(logins)] for place in range(count)}
