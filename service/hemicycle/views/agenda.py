"""The meeting itself, its agenda, who takes part, and what its procedure lets consoles offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Decisions, Procedure, Replies, RoomFirst
from hemicycle.rules.state.agenda import AgendaItem, Limit
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import (
    BodyId,
    Category,
    DelegationId,
    ItemId,
    ItemState,
    Phase,
    Title,
)
from hemicycle.views.shown import shared


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown:
    """The meeting itself. ``chair``: the title of who presides (``chair`` or ``vice_chair``).

    ``ends_at``: the hard end, when the interpreters leave.
    """

    id: str
    number: int
    title: Title
    phase: Phase
    agenda_adopted: bool
    scheduled_at: datetime | None = None
    called_to_order_at: datetime | None = None
    adjourned_at: datetime | None = None
    ends_at: datetime | None = None
    chair: Title | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitShown:
    """What the body decided for an item: seconds of a statement, for a group; statements per delegation."""

    seconds: int | None = None
    group_seconds: int | None = None
    statements: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An agenda item; ``place`` in the agenda from 0.

    ``bodies``: which of a joint meeting's consider it (none: all). ``segment``: id of the one that is open.
    """

    number: str
    titles: Mapping[str, str]
    state: ItemState
    place: int
    bodies: tuple[BodyId, ...] = ()
    limit: LimitShown | None = None
    segment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationShown:
    """A delegation's code, category and names by language tag; of an REIO, its member States here."""

    code: str
    category: Category
    names: Mapping[str, str]
    members: tuple[DelegationId, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """One of the bodies of a joint meeting; ``delegations``: who attends it, absent: all."""

    names: Mapping[str, str]
    delegations: tuple[DelegationId, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureShown:
    """What the body's procedure knows, so that consoles offer nothing else.

    ``points_of_order``, ``movers``, ``voters``, ``repliers``: categories of delegations.
    ``reply_seconds``: of the first, second … reply; empty: the body gives none. ``voters`` empty: no votes.
    ``motions`` in their order; ``segments``: titles by id, in order; ``ranked``: those ordered by rank.
    """

    points_of_order: tuple[Category, ...]
    movers: tuple[Category, ...]
    voters: tuple[Category, ...]
    repliers: tuple[Category, ...]
    reply_seconds: tuple[int, ...]
    motions: tuple[MotionKind, ...]
    segments: Mapping[str, Title]
    ranked: tuple[str, ...]
    room_first: RoomFirst
    publish_texts: bool


def meeting_shown(meeting: Meeting) -> MeetingShown:
    """The meeting itself."""
    presiding = meeting.podium.get(meeting.presiding or "")
    return MeetingShown(
        id=meeting.id,
        number=meeting.number,
        title=meeting.title,
        phase=meeting.phase,
        agenda_adopted=meeting.agenda_adopted,
        scheduled_at=meeting.scheduled_at,
        called_to_order_at=meeting.called_to_order_at,
        adjourned_at=meeting.adjourned_at,
        ends_at=meeting.ends_at,
        chair=None if presiding is None else presiding.title,
    )


def agenda(meeting: Meeting) -> dict[ItemId, ItemShown]:
    """Every item by id, with what was decided of it."""
    return {item.id: _item(meeting, item, place) for place, item in enumerate(meeting.agenda.values())}


def _item(meeting: Meeting, item: AgendaItem, place: int) -> ItemShown:
    segments = meeting.procedure.segments if meeting.procedure else ()
    segment = meeting.segments.get(item.id, 0)
    return ItemShown(
        number=item.number,
        titles=item.titles,
        state=meeting.items[item.id],
        place=place,
        bodies=item.bodies,
        limit=None if item.id not in meeting.limits else limit_shown(meeting.limits[item.id]),
        segment=segments[segment].id if 0 <= segment < len(segments) else None,
    )


def limit_shown(limit: Limit) -> LimitShown:
    """What the body decided, or a motion asks for."""
    return LimitShown(seconds=limit.seconds, group_seconds=limit.group_seconds, statements=limit.statements)


def delegation_shown(delegation: Delegation) -> DelegationShown:
    """A delegation as every audience sees it."""
    return DelegationShown(
        code=delegation.code,
        category=delegation.category,
        names=delegation.names,
        members=delegation.members or None,
    )


def bodies(meeting: Meeting) -> dict[BodyId, BodyShown]:
    """The bodies of a joint meeting."""
    return {
        body.id: BodyShown(
            names=body.names,
            delegations=None if body.delegations is None else tuple(sorted(body.delegations)),
        )
        for body in meeting.bodies.values()
    }


_NO_PROCEDURE = ProcedureShown(
    points_of_order=(),
    movers=(),
    voters=(),
    repliers=(),
    reply_seconds=(),
    motions=(),
    segments={},
    ranked=(),
    room_first=RoomFirst.NO,
    publish_texts=False,
)


@shared
def procedure_shown(procedure: Procedure | None) -> ProcedureShown:
    """What consoles may offer; before the log begins, nothing."""
    if procedure is None:
        return _NO_PROCEDURE
    replies: Replies | None = procedure.replies
    decisions: Decisions | None = procedure.decisions
    return ProcedureShown(
        points_of_order=procedure.points_of_order,
        movers=procedure.movers if procedure.motions else (),
        voters=decisions.voters if decisions else (),
        repliers=replies.categories if replies else (),
        reply_seconds=replies.seconds if replies else (),
        motions=tuple(rule.kind for rule in procedure.motions),
        segments={segment.id: segment.title for segment in procedure.segments},
        ranked=tuple(segment.id for segment in procedure.segments if segment.by_rank),
        room_first=procedure.room_first,
        publish_texts=procedure.publish_texts,
    )
