"""A whole registration, generated: 190 delegations name six persons each, who register, with errors planted.

What each registration really is, is known, because it was made so: the labels of the cross-check's precision
and recall. The same seed gives the same season. ``python -m benchmarks.registration_season FOLDER`` writes
conference.toml, notes.json, registrations.csv and labels.json.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from anyascii import anyascii
from benchmarks.invented_people import STATES, Person, families, person, script_of
from benchmarks.season_lines import (
    BAD_LINES,
    OPENS,
    PARTS,
    Line,
    Nominated,
    bad_line,
    country_of,
    elsewhere,
    local_part,
    strangers,
)

from hemicycle.registry.nominations import NewNomination
from hemicycle.rules.terms import Modality, Role

SEED = 2020
CONFERENCE = "season"

PART_WORDS = {PARTS[0]: "In person", PARTS[2]: "Online speaker", PARTS[3]: "Online observer"}

KINDS = {
    "as nominated": 500,
    "another address": 80,
    "another address, the other script": 60,
    "another address, SURNAME first": 50,
    "another address, a title": 30,
    "another address, a slip of the pen": 40,
    "another address, fewer given names": 40,
    "another address, an initial": 20,
    "an absent colleague's address": 10,
    "another modality": 20,
    "another role": 20,
    "not registered": 40,
}
"""What becomes of a nominated person, by weight."""
HEADERS = ("ID", "Name", "Email Address", "Country", "Title", "Participation", "Title", "Registration date")
AFTER = ("Registration state", "Tags")


@dataclass(frozen=True, slots=True)
class Season:
    """``notes``: delegation → whom it names; ``lines``: of the export, in its order."""

    notes: Mapping[str, Sequence[Nominated]]
    lines: Sequence[Line]

    @property
    def labels(self) -> Mapping[str, Line]:
        """The lines by their number there."""
        return {str(line.number): line for line in self.lines}

    def export(self) -> bytes:
        """As Indico exports it: UTF-8 with BOM, commas, CRLF, titles that repeat."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(HEADERS + AFTER)
        writer.writerows(_cells(line) for line in self.lines)
        return text.getvalue().encode("utf-8-sig")

    def conference(self) -> str:
        """The conference as a file."""
        head = Path(__file__).with_suffix(".toml").read_text("utf-8")
        return head + "".join(
            f'\n[[delegations]]\nid = "{code}"\ncountry = "{code.upper()}"\ncategory = "state_party"\n'
            for code in self.notes
        )


def season(seed: int = SEED, delegations: int = len(STATES)) -> Season:
    """A season of so many delegations."""
    random = Random(seed)
    notes = {code.lower(): _note(random, code) for code in STATES[:delegations]}
    lines = [line for code in notes for line in _registrations(random, code, notes[code])]
    lines += strangers(random, notes)
    random.shuffle(lines)
    lines = [
        replace(line, number=n, at=OPENS + timedelta(minutes=7 * n)) for n, line in enumerate(lines, start=1)
    ]
    bad = [kind for kind, times in BAD_LINES.items() for _ in range(times)]
    lines += [bad_line(random, kind, n, lines) for n, kind in enumerate(bad, start=len(lines) + 1)]
    return Season(notes, lines)


def _cells(line: Line) -> Sequence[object]:
    part = PART_WORDS[line.part] if line.part else ""
    at = line.at.isoformat(sep=" ")
    person_cells = (line.number, line.name, line.email, line.country, line.title)
    return (*person_cells, part, "Legal adviser", at, line.state, "Delegate")


def _note(random: Random, state: str) -> Sequence[Nominated]:
    """Six persons of different names; in some delegations two of one family."""
    script, found = script_of(state), dict[str, Person]()
    while len(found) < len(PARTS):
        family = None
        if len(found) == 1 and random.random() < 0.1:
            first = next(iter(found.values()))
            family = next((pair for pair in families(script) if first.family.startswith(pair[1])), None)
        someone = person(random, script, family)
        found.setdefault(someone.latin, someone)
    return [
        Nominated(
            someone,
            NewNomination(
                name=someone.home if random.random() < 0.3 else someone.latin,
                title=_title(someone),
                email=f"{local_part(someone)}{place}@mfa.{state.lower()}.example",
                modality=modality,
                role=role,
            ),
        )
        for place, (someone, (modality, role)) in enumerate(zip(found.values(), PARTS, strict=True), start=1)
    ]


def _title(someone: Person) -> str:
    return "Ms" if someone.gender == "female" else "Mr"


def _registrations(random: Random, code: str, note: Sequence[Nominated]) -> Iterator[Line]:
    kinds = random.choices(list(KINDS), weights=list(KINDS.values()), k=len(note))
    named = list(zip(note, kinds, strict=True))
    absent = [n.nomination.email or "" for n, kind in named if kind == "not registered"]
    for nominated, planted in named:
        kind = planted
        if kind == "an absent colleague's address" and not absent:
            kind = "as nominated"
        if kind != "not registered":
            yield _registration(random, code, nominated, kind, absent)


def _registration(random: Random, code: str, nominated: Nominated, kind: str, absent: list[str]) -> Line:
    someone, named = nominated.person, nominated.nomination
    truth = named.email or ""
    email = elsewhere(random, someone) if kind.startswith("another address") else truth
    part = (named.modality, named.role)
    match kind:
        case "an absent colleague's address":
            email = absent.pop()
        case "another modality":
            part = PARTS[2] if named.modality is Modality.IN_PERSON else PARTS[0]
        case "another role":
            part = PARTS[3] if named.role is Role.SPEAKER else PARTS[2]
        case _:
            pass
    name = _written(random, someone, named.name, kind.removeprefix("another address, "))
    country = country_of(random, code)
    return Line(
        delegation=code,
        kind=kind,
        truth=truth,
        name=name,
        email=email,
        part=part,
        country=country,
        title=_title(someone),
    )


def _written(random: Random, someone: Person, named: str, kind: str) -> str:
    """The name as this person writes it in the form."""
    given, family = someone.given, someone.family
    title = random.choice(["Mr.", "Ms", "Dr", "H.E. Ms.", "Prof.", "S.E. M.", "Sra."])
    forms = {
        "the other script": someone.latin if named == someone.home else someone.home,
        "SURNAME first": f"{anyascii(family).upper()} {anyascii(' '.join(given))}",
        "a title": f"{title} {someone.latin}",
        "a slip of the pen": _slip(random, someone.latin),
        "fewer given names": f"{given[-1]} {family}",
        "an initial": f"{given[0][0]}. {family}",
    }
    return forms.get(kind, someone.latin if random.random() < 0.8 else someone.home)


def _slip(random: Random, name: str) -> str:
    """One letter left out, doubled, or changed places with the next."""
    letters = [n for n, (a, b) in enumerate(pairwise(name)) if n and a.isalpha() and b.isalpha()]
    at = random.choice(letters)
    before, letter, after = name[:at], name[at], name[at + 1 :]
    return before + random.choice((after, letter * 2 + after, after[0] + letter + after[1:]))


def main() -> None:
    """Write a season into a folder."""
    made, folder = season(), Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conference.toml").write_text(made.conference(), "utf-8")
    (folder / "registrations.csv").write_bytes(made.export())
    notes = {code: [_nomination(each) for each in note] for code, note in made.notes.items()}
    (folder / "notes.json").write_text(json.dumps(notes, ensure_ascii=False, indent=1), "utf-8")
    labels = {key: {"kind": line.kind, "nomination": line.truth} for key, line in made.labels.items()}
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1), "utf-8")


def _nomination(nominated: Nominated) -> Mapping[str, str | None]:
    n = nominated.nomination
    return {"name": n.name, "title": n.title, "email": n.email, "modality": n.modality, "role": n.role}


if __name__ == "__main__":
    main()
