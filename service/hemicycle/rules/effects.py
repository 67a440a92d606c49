"""What follows from a motion that is carried: on the meeting, the item, its list and its proposals."""

from dataclasses import fields, replace
from datetime import datetime, timedelta

from hemicycle.rules import panel_drops
from hemicycle.rules.events import (
    DebateAdjourned,
    DebateClosed,
    Event,
    ListReopened,
    MeetingAdjourned,
    MeetingSuspended,
    OrganizationInvited,
    ProposalDivided,
    ProposalReopened,
    SpeakerPassedOver,
    StatementEnded,
    StatementsLimited,
)
from hemicycle.rules.limits import seconds_for, statements_heard
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.floor import WAITING, Grant
from hemicycle.rules.state.motions import Motion, MotionKind
from hemicycle.rules.terms import (
    EndedBy,
    ItemId,
    ItemState,
    ListState,
    PassedOverCause,
    RequestId,
    RequestKind,
    RequestState,
)

_MS = timedelta(milliseconds=1)
ENDS_THE_FLOOR = frozenset(
    {MotionKind.SUSPEND_MEETING, MotionKind.ADJOURN_MEETING, MotionKind.ADJOURN_DEBATE}
)
"""Once carried nobody speaks any more; who was interrupted keeps the place and the time left."""
_OF_THE_DEBATE = frozenset({MotionKind.ADJOURN_DEBATE, MotionKind.CLOSE_DEBATE, MotionKind.LIMIT_STATEMENTS})
_DEBATE = frozenset({RequestKind.STATEMENT, RequestKind.QUESTION, RequestKind.REBUTTAL})


def of(meeting: Meeting, motion: Motion, at: datetime) -> Event:
    """The effect of a motion that is carried and has its object."""
    item, proposal = motion.item or "", motion.proposal or ""
    effect: Event
    match motion.kind:
        case MotionKind.SUSPEND_MEETING:
            effect = MeetingSuspended(at=at)
        case MotionKind.ADJOURN_MEETING:
            effect = MeetingAdjourned(at=at)
        case MotionKind.ADJOURN_DEBATE:
            effect = DebateAdjourned(item=item, at=at)
        case MotionKind.CLOSE_DEBATE:
            effect = DebateClosed(item=item, dropped=_debating(meeting, item), at=at)
        case MotionKind.LIMIT_STATEMENTS:
            effect = _limited(meeting, item, motion.limit or Limit(), at)
        case MotionKind.REOPEN_LIST:
            effect = ListReopened(item=item, at=at)
        case MotionKind.RECONSIDER:
            effect = ProposalReopened(proposal=proposal, at=at)
        case MotionKind.DIVIDE:
            effect = ProposalDivided(proposal=proposal, parts=motion.parts, at=at)
        case MotionKind.HEAR_ORGANIZATION:
            effect = OrganizationInvited(delegation=motion.organization or "", at=at)
    return effect


def lapses(carried: Motion, other: Motion) -> bool:
    """Whether the other motion has no object any more once this one is carried."""
    if other.id == carried.id:
        return False
    if carried.kind is MotionKind.ADJOURN_MEETING:
        return True
    ends = carried.kind in {MotionKind.ADJOURN_DEBATE, MotionKind.CLOSE_DEBATE}
    return ends and other.kind in _OF_THE_DEBATE and other.item == carried.item


def broken_off(meeting: Meeting, at: datetime) -> list[Event]:
    """Whoever waits interrupted leaves the floor: with place and time held, or, of the podium
    but the panel, at an end.
    """
    return [event for grant in reversed(meeting.floor) for event in _off(meeting, grant, at)]


def _off(meeting: Meeting, grant: Grant, at: datetime) -> list[Event]:
    if grant.request is None:
        ended = StatementEnded(grant=grant.id, by=EndedBy.CHAIR, at=at, spoken_ms=grant.spoken(at) // _MS)
        return panel_drops.put_aside(meeting, grant, PassedOverCause.INTERRUPTED, at) or [ended]
    left = grant.left(at)
    return [
        SpeakerPassedOver(
            request=grant.request,
            cause=PassedOverCause.INTERRUPTED,
            at=at,
            left_ms=None if left is None else max(left, timedelta()) // _MS,
        )
    ]


def _debating(meeting: Meeting, item: ItemId) -> tuple[RequestId, ...]:
    return tuple(
        r.id for r in meeting.requests.values() if r.item == item and r.kind in _DEBATE and r.state in WAITING
    )


def _limited(meeting: Meeting, item: ItemId, limit: Limit, at: datetime) -> StatementsLimited:
    """What is limited now, beside what was before; who waits and has no statement left is dropped.

    So is a joint statement, where one of those who make it has none left.
    """
    figures = {f.name: getattr(limit, f.name) for f in fields(limit)}
    former = meeting.limits.get(item, Limit())
    new = replace(former, **{name: figure for name, figure in figures.items() if figure is not None})
    most = new.statements
    dropped = (
        ()
        if most is None
        else tuple(
            r.id
            for r in meeting.waiting(item)
            if r.on_behalf_of is None
            and any(statements_heard(meeting, item, d) >= most for d in (r.delegation, *r.joint))
        )
    )
    return StatementsLimited(item=item, limit=new, at=at, dropped=dropped)


def _declined(meeting: Meeting, requests: tuple[RequestId, ...], at: datetime) -> Meeting:
    for request in requests:
        meeting = with_request(meeting, request, state=RequestState.DECLINED, ended_at=at)
    return meeting


def on_statements_limited(meeting: Meeting, event: StatementsLimited) -> Meeting:
    """The limits hold from here on; the times of those who wait are cut."""
    changed = _declined(meeting, event.dropped, event.at)
    changed = replace(changed, limits={**changed.limits, event.item: event.limit})
    for request in changed.waiting(event.item):
        seconds = seconds_for(changed, event.item, request.tier, request.segment)
        left = None if request.left is None else min(request.left, timedelta(seconds=seconds))
        changed = with_request(changed, request.id, seconds=seconds, left=left)
    return changed


def on_debate_adjourned(meeting: Meeting, event: DebateAdjourned) -> Meeting:
    """No item is under consideration; those who wait keep their places until the debate is resumed."""
    if event.item not in meeting.agenda:
        return meeting
    return replace(
        meeting,
        item=None if meeting.item == event.item else meeting.item,
        items={**meeting.items, event.item: ItemState.DEBATE_ADJOURNED},
    )


def on_debate_closed(meeting: Meeting, event: DebateClosed) -> Meeting:
    """The list ends here; who was not heard will not be."""
    if event.item not in meeting.agenda:
        return meeting
    changed = _declined(meeting, event.dropped, event.at)
    return replace(
        changed,
        lists={**changed.lists, event.item: ListState.CLOSED},
        closing_at={k: v for k, v in changed.closing_at.items() if k != event.item},
    )
