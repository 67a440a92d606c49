"""Importing 190 delegations × 6 registrations, and the cross-check against what each of them really is."""

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from benchmarks.registration_season import CONFERENCE, Season, season
from benchmarks.report import Report, Row
from benchmarks.season_lines import OPENS, Line

from hemicycle.platforms.indico.export import read_export
from hemicycle.registry import conferences, cross_check, imports, notes, registrations, taking_over
from hemicycle.registry.conference_file import read_conference
from hemicycle.registry.delegation_names import DelegationNames
from hemicycle.registry.delegations import delegations
from hemicycle.registry.incoming import Form
from hemicycle.registry.installed import installed
from hemicycle.registry.note_confirmation import Confirmation, confirm
from hemicycle.registry.note_drafts import draft
from hemicycle.registry.notes import NewNote
from hemicycle.registry.registrations import MatchKind, Registration
from hemicycle.storage import Engine, open_storage, reading, writing

NOTED = OPENS + timedelta(days=7)
AT = NOTED + timedelta(days=8)
BY = "benchmark"
SURE = frozenset({MatchKind.MATCHED, MatchKind.DIFFERS})
SEEDS = (2020, 2021, 2022, 2023, 2024)
"""The thresholds were chosen on the first season; the others are new to them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``seconds``: by step; ``found``: label → how its registration was matched."""

    seconds: Mapping[str, float]
    found: Sequence[tuple[Line, Registration, str | None]]
    unregistered: int
    counts: Mapping[str, int]


def measure(say: Callable[[str], None]) -> Report:
    """Several seasons, each in a database of its own."""
    outcomes = []
    for seed in SEEDS:
        say(f"season {seed}")
        with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
            engine = open_storage(Path(folder) / "data")
            outcomes.append(run(engine, season(seed), Path(folder), say))
            engine.dispose()
    every = [each for outcome in outcomes for each in outcome.found]
    rows = [_row(f"season {seed}", o.found) for seed, o in zip(SEEDS, outcomes, strict=True)]
    kinds = sorted({line.kind for line, _, _ in every})
    rows += [_row(kind, [each for each in every if each[0].kind == kind]) for kind in kinds]
    slowest = {step: max(o.seconds[step] for o in outcomes) for step in outcomes[0].seconds}
    return Report(
        title="190 delegations × 6: the cross-check, labelled by construction",
        columns=("number", "matched, %", "precision, %", "recall, %", "doubtful, %", "none, %"),
        rows=[*rows, _row("all", every)],
        notes=(
            f"Lines of the first season: {dict(outcomes[0].counts)}.",
            f"Nominations for which nobody registered there: {outcomes[0].unregistered}.",
            "Slowest season, seconds: " + ", ".join(f"{step} {s:.2f}" for step, s in slowest.items()),
            "Matched: to a nomination, whose modality and role may differ. Precision: to the right one.",
            "Recall: of those whom a note names. Doubtful: left to a person.",
        ),
    )


def run(engine: Engine, made: Season, folder: Path, say: Callable[[str], None]) -> Outcome:
    """Load the season, import its registrations, match them. ``engine``: of an empty database."""
    load(engine, made, folder)
    seconds, content, start = {}, made.export(), perf_counter()
    read = read_export(content, form(engine), lambda *_: None)
    seconds["reading"] = perf_counter() - start
    start = perf_counter()
    with writing(engine) as conn:
        found = imports.find(
            conn, CONFERENCE, imports.begin(conn, CONFERENCE, read.source, read.form, AT, BY)
        )
        imports.propose(conn, found, read, AT)
    seconds["comparing"] = perf_counter() - start
    start = perf_counter()
    with writing(engine) as conn:
        applied = taking_over.apply(conn, CONFERENCE, found.id, AT, BY, taking_over.Late(left_out=True))
    seconds["taking over"] = perf_counter() - start
    start = perf_counter()
    with reading(engine) as conn:
        checked = cross_check.compare(conn, CONFERENCE)
    seconds["matching"] = perf_counter() - start
    start = perf_counter()
    with writing(engine) as conn:
        cross_check.keep(conn, checked, AT, BY)
    seconds["writing matches"] = perf_counter() - start
    say(", ".join(f"{step} {s:.2f} s" for step, s in seconds.items()))
    return _outcome(engine, made, applied.counts, len(checked.unregistered), seconds)


def load(engine: Engine, made: Season, folder: Path) -> None:
    """The conference and its notes verbales, confirmed."""
    (folder / "season.toml").write_text(made.conference(), "utf-8")
    with writing(engine) as conn:
        conferences.load(conn, read_conference(folder / "season.toml", [installed("procedures")]), NOTED, BY)
    with writing(engine) as conn:
        for delegation, named in made.notes.items():
            new = NewNote(
                reference=f"NV {delegation.upper()}/1",
                dated=NOTED.date(),
                received_at=NOTED,
                nominations=tuple(each.nomination for each in named),
            )
            note = draft(conn, CONFERENCE, delegation, new, NOTED, BY)
            confirm(conn, note, Confirmation(), NOTED, BY)


def form(engine: Engine) -> Form:
    """What the service knows of the season's form."""
    with reading(engine) as conn:
        names = DelegationNames(delegations(conn, CONFERENCE))
    return Form("registrations", names, ZoneInfo("Europe/Vienna"))


def _outcome(
    engine: Engine, made: Season, counts: Mapping[str, int], unregistered: int, seconds: Mapping[str, float]
) -> Outcome:
    with reading(engine) as conn:
        taken = registrations.registrations(conn, CONFERENCE)
        addresses = {each.id: each.email for each in notes.nominations(conn, CONFERENCE)}
    found = [
        (made.labels[each.source_id or ""], each, addresses.get(each.nomination or "")) for each in taken
    ]
    return Outcome(seconds, found, unregistered, counts)


def _row(name: str, found: Sequence[tuple[Line, Registration, str | None]]) -> Row:
    kinds = Counter(each.match for _, each, _ in found)
    sure = [
        (line, nomination)
        for line, each, nomination in found
        if each.match in {MatchKind.MATCHED, MatchKind.DIFFERS}
    ]
    right = sum(line.truth is not None and line.truth == nomination for line, nomination in sure)
    named = sum(line.truth is not None for line, _, _ in found)
    return Row(
        name,
        (
            str(len(found)),
            _share(len(sure), len(found)),
            _share(right, len(sure)),
            _share(right, named),
            _share(kinds[MatchKind.DOUBTFUL], len(found)),
            _share(kinds[MatchKind.NONE], len(found)),
        ),
    )


def _share(part: int, whole: int) -> str | float:
    return 100 * part / whole if whole else "–"
