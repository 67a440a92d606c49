"""What a procedure's tables cannot tell field by field: names that stand twice, parts that need another."""

from collections.abc import Iterator

from hemicycle.registry.procedure_model import ProcedureDocument, QuorumTable
from hemicycle.registry.toml_file import Fault
from hemicycle.registry.toml_lines import Path
from hemicycle.rules.procedure import RuleName, Tie
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Category

_PARTIES = frozenset({Category.STATE_PARTY, Category.REIO})
"""Whose delegations may have a vote."""

_RULE_OF = {
    MotionKind.SUSPEND_MEETING: RuleName.SUSPEND_MEETING,
    MotionKind.ADJOURN_MEETING: RuleName.ADJOURN_MEETING,
    MotionKind.ADJOURN_DEBATE: RuleName.ADJOURN_DEBATE,
    MotionKind.CLOSE_DEBATE: RuleName.CLOSE_DEBATE,
    MotionKind.LIMIT_STATEMENTS: RuleName.TIME_LIMIT,
    MotionKind.REOPEN_LIST: RuleName.LIST_CLOSE,
    MotionKind.RECONSIDER: RuleName.RECONSIDER,
    MotionKind.DIVIDE: RuleName.DIVISION,
    MotionKind.HEAR_ORGANIZATION: RuleName.OBSERVERS,
}
"""Under which rule the body deals with each kind of motion."""


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
    yield from _who(document)
    if document.point_of_order_seconds > document.procedural_seconds:
        most = document.procedural_seconds
        yield Fault(("point_of_order_seconds",), f"is at most procedural_seconds, the cap of {most} seconds")
    if document.decisions is not None:
        yield from _quorum(document.decisions.quorum, ("decisions", "quorum"))
        if document.decisions.second_vote_hours is not None and document.decisions.tie is not Tie.SECOND_VOTE:
            place = ("decisions", "second_vote_hours")
            yield Fault(place, "needs tie = 'second_vote': this body votes once")


def _who(document: ProcedureDocument) -> Iterator[Fault]:
    """Who decides is a party; only who decides moves; no rights are given to who speaks by invitation."""
    movers = _PARTIES
    if document.decisions is not None:
        movers = frozenset(document.decisions.voters)
        yield from _among(
            ("decisions", "voters"), document.decisions.voters, _PARTIES, "is no party: it has no vote"
        )
        if Category.STATE_PARTY not in document.decisions.voters:
            yield Fault(("decisions", "voters"), "names no 'state_party': nobody could decide")
    if document.motions:
        yield from _among(("movers",), document.movers, movers, "is not among the voters: it moves nothing")
    yield from _among(("points_of_order",), document.points_of_order, _PARTIES, "is no party: it raises none")
    if document.replies is not None:
        heard = frozenset(Category).difference(document.by_invitation)
        place = ("replies", "categories")
        yield from _among(place, document.replies.categories, heard, "speaks by invitation: it has no reply")


def _among(
    place: Path, named: tuple[Category, ...], allowed: frozenset[Category], says: str
) -> Iterator[Fault]:
    yield from (Fault(place, f"{each.value!r} {says}") for each in named if each not in allowed)


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
        for category in dict.fromkeys(tier.categories):
            if tier.categories.count(category) > 1:
                yield Fault(("tiers", place, "categories"), f"{category.value!r} stands twice in this tier")
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
        own = _RULE_OF[motion.kind]
        if motion.kind not in kinds and motion.rule not in {own, RuleName.MOTION_ORDER}:
            says = f"{motion.rule.value!r} is no rule of such a motion: {own.value!r}, or 'MOTION_ORDER'"
            yield Fault(("motions", place, "rule"), says)
        kinds.add(motion.kind)
    if document.motions and document.decisions is None:
        yield Fault(("motions",), "needs [decisions]: a motion is put to the vote")
