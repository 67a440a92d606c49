"""The meeting as such: set up, called to order, suspended, resumed, adjourned; who has the chair."""

from dataclasses import replace
from datetime import datetime

from hemicycle.rules import booths, carrying, conditions, motions, panels, replies
from hemicycle.rules.commands import AdjournMeeting, HandOverChair, SetUpMeeting, Stamped
from hemicycle.rules.events import (
    ChairHandedOver,
    Event,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingResumed,
    MeetingSetUp,
    MeetingSuspended,
    QuorumCounted,
)
from hemicycle.rules.meeting import Meeting, QuorumCount
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.standing import with_standing
from hemicycle.rules.state.floor import WAITING
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import (
    Agent,
    Capacity,
    Category,
    HolderKind,
    ItemState,
    ListState,
    Phase,
    RequestState,
)


def set_up(meeting: Meeting, stamped: Stamped, command: SetUpMeeting) -> list[Event]:
    """Begin the log, with what stands from the meeting before; refused ``already-set-up`` a second time."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    if meeting.phase is not Phase.NOT_SET_UP:
        raise Refused("already-set-up")
    bare = on_set_up(replace(command.set_up, standing=Standing()))
    return [replace(command.set_up, standing=carrying.fitted(bare, command.set_up.standing))]


def call_to_order(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """OPEN_QUORUM: count the State party delegations present, then open. Any presiding officer may."""
    quorum = conditions.procedure_of(meeting).open_quorum
    if meeting.phase is not Phase.SCHEDULED:
        raise Refused("not-scheduled", phase=meeting.phase)
    officer = _officer(meeting, stamped)
    states = {d.id for d in meeting.delegations.values() if d.category is Category.STATE_PARTY}
    present, needed = len(states & stamped.facts.present), quorum.needed(len(states))
    if present < needed and not quorum.waived:
        raise Refused("no-quorum", present=present, of=len(states), needed=needed)
    return [
        QuorumCounted(present=present, of=len(states), needed=needed, waived=quorum.waived),
        MeetingCalledToOrder(presiding=officer, at=stamped.at),
    ]


def suspend(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Suspend; refused while somebody has the floor or is called."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.floor_free(meeting)
    return [MeetingSuspended(at=stamped.at)]


def resume(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Resume the suspended meeting."""
    conditions.presiding(meeting, stamped.actor)
    if meeting.phase is not Phase.SUSPENDED:
        raise Refused("not-suspended", phase=meeting.phase)
    return [MeetingResumed(at=stamped.at)]


def adjourn(meeting: Meeting, stamped: Stamped, command: AdjournMeeting) -> list[Event]:
    """Adjourn a meeting that is in session or suspended; refused while somebody has the floor.

    While rights of reply of the day wait only ``confirmed``: they are heard if a later meeting has the item.
    So it is while questions wait for a panel, which ends. Motions that are still before the body lapse.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    if meeting.phase is not Phase.SUSPENDED:
        conditions.in_session(meeting)
    conditions.floor_free(meeting)
    waiting = len(replies.of_the_day(meeting))
    if waiting and not command.confirmed:
        raise Refused("replies-waiting", waiting=waiting)
    panel = panels.closed(meeting, stamped.at, confirmed=command.confirmed)
    return [*motions.lapsing(meeting, stamped.at), *panel, MeetingAdjourned(at=stamped.at)]


def hand_over(meeting: Meeting, stamped: Stamped, command: HandOverChair) -> list[Event]:
    """Another presiding officer takes the chair; the chair, or the secretariat if the chair is gone."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    member = meeting.podium.get(command.to)
    if member is None or member.kind is not HolderKind.PRESIDING_OFFICER:
        raise Refused("not-an-officer")
    if meeting.presiding == command.to:
        raise Refused("already-presiding")
    return [ChairHandedOver(former=meeting.presiding, presiding=command.to, at=stamped.at)]


def _officer(meeting: Meeting, stamped: Stamped) -> str | None:
    """Who opens: the chair's login in person, if it is a presiding officer's."""
    actor = stamped.actor
    if actor.capacity is not Capacity.CHAIR or actor.participant is None:
        return meeting.presiding
    member = meeting.podium.get(actor.participant)
    if member is None or member.kind is not HolderKind.PRESIDING_OFFICER:
        raise Refused("not-an-officer")
    return actor.participant


def on_set_up(event: MeetingSetUp) -> Meeting:
    """The meeting as its first event describes it; the first presiding officer has the chair."""
    officers = [m.participant for m in event.podium if m.kind is HolderKind.PRESIDING_OFFICER]
    meeting = Meeting(
        id=event.meeting,
        number=event.number,
        title=event.title,
        scheduled_at=event.scheduled_at,
        phase=Phase.SCHEDULED,
        procedure=event.procedure,
        agenda={i.id: i for i in event.agenda},
        items={i.id: ItemState.PENDING for i in event.agenda},
        lists={i.id: ListState.NOT_OPEN for i in event.agenda},
        delegations={d.id: d for d in event.delegations},
        groups={g.id: g for g in event.groups},
        podium={m.participant: m for m in event.podium},
        roster={s.id: s for s in event.roster},
        policy=event.policy,
        presiding=officers[0] if officers else None,
        ends_at=event.ends_at,
        of_week=event.of_week,
        bodies={b.id: b for b in event.bodies},
    )
    return with_standing(booths.set_up(meeting, event.booths), event.standing)


def on_quorum(meeting: Meeting, event: QuorumCounted) -> Meeting:
    """Keep what was counted."""
    count = QuorumCount(present=event.present, of=event.of, needed=event.needed, waived=event.waived)
    return replace(meeting, quorum=count)


def on_called_to_order(meeting: Meeting, event: MeetingCalledToOrder) -> Meeting:
    """In session, with this presiding officer."""
    return replace(meeting, phase=Phase.IN_SESSION, called_to_order_at=event.at, presiding=event.presiding)


def on_phase(meeting: Meeting, event: MeetingSuspended | MeetingResumed | MeetingAdjourned) -> Meeting:
    """Suspended, in session again, or at its end."""
    match event:
        case MeetingSuspended():
            return replace(meeting, phase=Phase.SUSPENDED)
        case MeetingResumed():
            return replace(meeting, phase=Phase.IN_SESSION)
        case MeetingAdjourned():
            ended = replace(meeting, phase=Phase.ADJOURNED, adjourned_at=event.at)
            return booths.all_off_air(_unheard(ended, event.at))


def _unheard(meeting: Meeting, at: datetime) -> Meeting:
    """Whoever waits for what ends with the meeting, such as a point of order, waits no more."""
    for request in meeting.requests.values():
        if request.state in WAITING and request.kind not in carrying.CARRIED:
            meeting = with_request(meeting, request.id, state=RequestState.DECLINED, ended_at=at)
    return meeting


def on_handed_over(meeting: Meeting, event: ChairHandedOver) -> Meeting:
    """Another officer has the chair."""
    return replace(meeting, presiding=event.presiding)
