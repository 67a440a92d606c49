"""What a procedure's tables cannot tell field by field: names that stand twice, parts that need another."""

from collections.abc import Iterator

from hemicycle.registry.procedure_model import ProcedureDocument, QuorumTable
from hemicycle.registry.toml_file import Fault
from hemicycle.registry.toml_lines import Path
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Category


def faults(document: ProcedureDocument, name: str) -> Iterator[Fault]:
    """All that is wrong with it. ``name``: of the file, without its ending."""
    if document.id != name:
        yield Fault(("id",), f"is {document.id!r}, but the file's name says {name!r}; make them equal")
    for missing in [rule for rule in RuleName if rule not in document.rules]:
        yield Fault(("rules", missing.value), "is missing: every rule needs says and citation")
    yield from _quorum(document.open_quorum, ("open_quorum",))
    yield from _tiers(document)
    yield from _segments(document)
    yield from _motions(document)
    if document.decisions is not None:
        yield from _quorum(document.decisions.quorum, ("decisions", "quorum"))


def _quorum(quorum: QuorumTable, place: Path) -> Iterator[Fault]:
    most = quorum.denominator - 1 if quorum.more_than else quorum.denominator
    if quorum.numerator > most:
        yield Fault((*place, "numerator"), f"is at most {most}: nobody could ever reach more")


def _tiers(document: ProcedureDocument) -> Iterator[Fault]:
    ids: set[str] = set()
    taken: dict[tuple[Category, bool], str] = {}
    for place, tier in enumerate(document.tiers):
        if tier.id in ids:
            yield Fault(("tiers", place, "id"), f"{tier.id!r} stands twice; ids of tiers are unique")
        ids.add(tier.id)
        for category in tier.categories:
            first = taken.setdefault((category, tier.on_behalf_of), tier.id)
            if first != tier.id:
                yield Fault(
                    ("tiers", place, "categories"), f"{category.value!r} stands in tier {first!r} already"
                )


def _segments(document: ProcedureDocument) -> Iterator[Fault]:
    ids: set[str] = set()
    for place, segment in enumerate(document.segments):
        if segment.id in ids:
            yield Fault(("segments", place, "id"), f"{segment.id!r} stands twice; ids of segments are unique")
        ids.add(segment.id)


def _motions(document: ProcedureDocument) -> Iterator[Fault]:
    kinds: set[MotionKind] = set()
    for place, motion in enumerate(document.motions):
        if motion.kind in kinds:
            yield Fault(
                ("motions", place, "kind"), f"{motion.kind.value!r} stands twice; each kind stands once"
            )
        kinds.add(motion.kind)
    if document.motions and document.decisions is None:
        yield Fault(("motions",), "needs [decisions]: a motion is put to the vote")
