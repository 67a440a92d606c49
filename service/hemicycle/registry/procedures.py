"""Rules of procedure as files: ``config/procedures/<id>.toml`` becomes the rules' ``Procedure``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from hemicycle.registry.fields import Seconds, Slug, Table, Words
from hemicycle.registry.toml_file import Fault, read
from hemicycle.rules.procedure import OnOverrun, Procedure, Quorum, RuleName, RuleText, Tier
from hemicycle.rules.terms import Category

_PROCEDURE = TypeAdapter(Procedure)
Part = Annotated[int, Field(strict=True, ge=1)]


class QuorumTable(Table):
    """A fraction: ``numerator`` of ``denominator``."""

    numerator: Part
    denominator: Part
    waived: bool = False


class TierTable(Table):
    """One step of the order of speakers."""

    id: Slug
    title: Words
    categories: tuple[Category, ...] = Field(min_length=1)
    seconds: Seconds
    on_behalf_of: bool = False


class RuleTable(Table):
    """What a rule says, and where it stands."""

    says: Words
    citation: Words


class ProcedureDocument(Table):
    """The whole file."""

    id: Slug
    title: Words
    tiers: tuple[TierTable, ...] = Field(min_length=1)
    points_of_order: tuple[Category, ...]
    point_of_order_seconds: Seconds
    open_quorum: QuorumTable
    rules: Mapping[RuleName, RuleTable]
    by_invitation: tuple[Category, ...] = ()
    on_overrun: OnOverrun = OnOverrun.ALERT
    longest_extension_seconds: Seconds = 600


def read_procedure(path: Path) -> Procedure:
    """The rules of one body. Raises ``FileRefused``."""
    file, document = read(path, ProcedureDocument)
    file.refuse(_faults(document, path.stem))
    return Procedure(
        id=document.id,
        title=document.title,
        tiers=tuple(Tier(**dict(tier)) for tier in document.tiers),
        points_of_order=document.points_of_order,
        point_of_order_seconds=document.point_of_order_seconds,
        open_quorum=Quorum(**dict(document.open_quorum)),
        rules={name: RuleText(**dict(text)) for name, text in document.rules.items()},
        by_invitation=document.by_invitation,
        on_overrun=document.on_overrun,
        longest_extension_seconds=document.longest_extension_seconds,
    )


def to_json(procedure: Procedure) -> dict[str, Any]:
    """The procedure as it is kept in a conference's row."""
    kept: dict[str, Any] = _PROCEDURE.dump_python(procedure, mode="json")
    return kept


def from_json(kept: Mapping[str, Any]) -> Procedure:
    """The procedure of a conference's row."""
    return _PROCEDURE.validate_python(kept)


def _faults(document: ProcedureDocument, name: str) -> Iterator[Fault]:
    if document.id != name:
        yield Fault(("id",), f"is {document.id!r}, but the file's name says {name!r}; make them equal")
    for missing in [rule for rule in RuleName if rule not in document.rules]:
        yield Fault(("rules", missing.value), "is missing: every rule needs says and citation")
    quorum = document.open_quorum
    if quorum.numerator > quorum.denominator:
        yield Fault(("open_quorum", "numerator"), f"is at most the denominator, {quorum.denominator}")
    yield from _tier_faults(document)


def _tier_faults(document: ProcedureDocument) -> Iterator[Fault]:
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
