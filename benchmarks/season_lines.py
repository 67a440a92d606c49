"""Lines of a generated export: who registers without being named, and lines that cannot be taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from random import Random

from anyascii import anyascii
from benchmarks.invented_people import Person, person, script_of

from hemicycle.registry.countries import names
from hemicycle.registry.nominations import NewNomination
from hemicycle.rules.terms import Modality, Role

DAY = date(2020, 11, 16)
OPENS = datetime(2020, 10, 23, 8, tzinfo=UTC)
LATE = datetime(2020, 11, 10, 9, tzinfo=UTC)

Part = tuple[Modality, Role]
PARTS: tuple[Part, ...] = (
    (Modality.IN_PERSON, Role.SPEAKER),
    (Modality.IN_PERSON, Role.SPEAKER),
    (Modality.ONLINE, Role.SPEAKER),
    (Modality.ONLINE, Role.OBSERVER),
    (Modality.ONLINE, Role.OBSERVER),
    (Modality.ONLINE, Role.OBSERVER),
)
"""Whom a note names: as many as the limits of CU 2020/366(A) allow."""
STRANGERS = {"somebody else": 25, "a relative": 15, "nearly the same name": 8, "one letter apart": 8}
"""Who registers beside each hundred delegations, named by no note."""
BAD_LINES = {
    "one address in two delegations": 2,
    "an unknown country": 3,
    "no address": 2,
    "no email address": 2,
    "an unknown state": 1,
    "no modality": 2,
    "withdrawn there": 5,
    "rejected there": 3,
    "late": 4,
}
"""What else a file holds."""


@dataclass(frozen=True, slots=True)
class Nominated:
    """A person in a note, whose name there may be in either script."""

    person: Person
    nomination: NewNomination


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the export. ``kind``: what was planted; ``truth``: the address of the nomination that it is,
    None: of nobody; ``country``: as written there.
    """

    number: int = 0
    delegation: str
    kind: str
    truth: str | None = None
    name: str
    email: str
    part: Part | None
    country: str
    title: str = ""
    state: str = "Completed"
    at: datetime = OPENS


def strangers(random: Random, notes: Mapping[str, Sequence[Nominated]]) -> Iterator[Line]:
    """Persons whom no note names."""
    for kind, of_hundred in STRANGERS.items():
        for code in random.sample(list(notes), k=round(len(notes) * of_hundred / 100)):
            near = random.choice(notes[code]).person
            someone = _somebody_else(random, code, near)
            if kind == "a relative":
                someone = replace(someone, family=near.family)
            elif kind == "nearly the same name":
                someone = replace(near, given=(_other_ending(near.given[0]), *near.given[1:]))
            elif kind == "one letter apart":
                someone = replace(near, given=(_other_letter(random, near.given[0]), *near.given[1:]))
            if someone.latin not in {n.person.latin for n in notes[code]}:
                email = elsewhere(random, someone)
                yield Line(
                    delegation=code,
                    kind=kind,
                    name=someone.latin,
                    email=email,
                    part=random.choice(PARTS),
                    country=country_of(random, code),
                )


def _other_ending(given: str) -> str:
    return given[:-1] + "o" if given.endswith("a") else given + "a"


def _other_letter(random: Random, given: str) -> str:
    at = random.randrange(1, len(given))
    return given[:at] + random.choice([c for c in "aeilnrst" if c != given[at]]) + given[at + 1 :]


def _somebody_else(random: Random, code: str, near: Person) -> Person:
    while True:
        someone = person(random, script_of(code.upper()))
        if someone.family != near.family and someone.given[0] != near.given[0]:
            return someone


def bad_line(random: Random, kind: str, number: int, lines: Sequence[Line]) -> Line:
    """A line that cannot be taken, or not like the others."""
    other = random.choice(lines)
    code = random.choice([line.delegation for line in lines if line.delegation != other.delegation])
    someone = person(random, script_of(code.upper()))
    line = Line(
        number=number,
        delegation=code,
        kind=kind,
        name=someone.latin,
        email=elsewhere(random, someone),
        part=PARTS[0],
        country=country_of(random, code),
    )
    differently: Mapping[str, Line] = {
        "one address in two delegations": replace(line, email=other.email),
        "an unknown country": replace(line, country=random.choice(["Atlantis", "Ruritania"])),
        "no address": replace(line, email=""),
        "no email address": replace(line, email="ask my office"),
        "an unknown state": replace(line, state="Maybe"),
        "no modality": replace(line, part=None),
        "late": replace(line, at=LATE),
        "withdrawn there": replace(line, state="Withdrawn"),
        "rejected there": replace(line, state="Rejected"),
    }
    return differently[kind]


def local_part(someone: Person) -> str:
    letters = anyascii(f"{someone.given[0]}.{someone.family}").lower()
    return "".join(c for c in letters if c.isalnum() or c == ".")


def elsewhere(random: Random, someone: Person) -> str:
    return f"{local_part(someone)}.{random.randrange(10**6)}@mail.example"


def country_of(random: Random, code: str) -> str:
    """By name, mostly in English, now and then in another of the six languages."""
    known = names(code.upper(), DAY)
    return known["en"] if random.random() < 0.8 else known[random.choice(list(known))]
