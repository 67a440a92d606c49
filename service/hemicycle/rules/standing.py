"""What a meeting inherits from the one before, so that an item's list goes on as it stood (STANDING).

An item's list lives in one log at a time: once the former meeting is adjourned, who still waits is carried
over to the next, with place, tier and time left. The next log tells it with numbers of its own.
"""

from dataclasses import replace

from hemicycle.rules import carrying, conditions, inherited
from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import PENDING, Request
from hemicycle.rules.state.standing import Heard, Standing
from hemicycle.rules.terms import Agent, ItemId, Phase, RequestId, RequestState


def standing_of(meeting: Meeting, items: tuple[ItemId, ...] | None = None) -> Standing:
    """What goes on after this meeting of these items (None: all): see ``state.standing.Standing``."""
    return carrying.standing_of(meeting, tuple(meeting.agenda) if items is None else items)


def inherit_standing(meeting: Meeting, stamped: c.Stamped, command: c.InheritStanding) -> list[e.Event]:
    """Take over what the former meeting left; ``stale`` after the call to order, and a second time."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    former = command.standing.former
    if meeting.phase is not Phase.SCHEDULED or former is None or former in meeting.inherited:
        raise Refused("stale")
    standing = carrying.fitted(meeting, command.standing)
    superseded = _superseded(meeting, standing)
    return [e.StandingInherited(standing=standing, at=stamped.at, superseded=superseded)]


def hand_on_standing(meeting: Meeting, stamped: c.Stamped, command: c.HandOnStanding) -> list[e.Event]:
    """The next meeting takes over these items; ``stale`` before the adjournment, and a second time."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    if meeting.phase is not Phase.ADJOURNED or command.to in meeting.handed_on:
        raise Refused("stale")
    carried = tuple(r.id for r in carrying.standing_of(meeting, command.items).requests)
    return [e.StandingHandedOn(to=command.to, at=stamped.at, requests=carried, items=command.items)]


def with_standing(meeting: Meeting, standing: Standing) -> Meeting:
    """The meeting with all that it inherits; what it has of its own stays beside it."""
    heard = {**meeting.heard}
    for earlier in standing.heard:
        key = (earlier.item, earlier.delegation)
        heard[key] = _together(heard.get(key), earlier)
    return replace(
        inherited.taken_over(meeting, standing),
        inherited=meeting.inherited if standing.former is None else (*meeting.inherited, standing.former),
        agenda_adopted=meeting.agenda_adopted or standing.agenda_adopted,
        items={**meeting.items, **standing.items},
        lists={**meeting.lists, **standing.lists},
        limits={**meeting.limits, **standing.limits},
        segments={**meeting.segments, **standing.segments},
        closing_at={**meeting.closing_at, **standing.closing_at},
        requests={**meeting.requests, **{r.id: r for r in standing.requests}},
        frozen={**meeting.frozen, **standing.frozen},
        fixed={**meeting.fixed, **standing.fixed},
        replies_begun=meeting.replies_begun | frozenset(standing.replies_begun),
        heard=heard,
        proposals={**meeting.proposals, **{p.id: p for p in standing.proposals}},
        amendments={**meeting.amendments, **{a.id: a for a in standing.amendments}},
        texts={**meeting.texts, **{t.id: t for t in standing.texts}},
        invited=meeting.invited | frozenset(standing.invited),
    )


def _together(here: Heard | None, earlier: Heard) -> Heard:
    if here is None:
        return earlier
    return replace(
        here, statements=here.statements + earlier.statements, replies=here.replies + earlier.replies
    )


def _superseded(meeting: Meeting, standing: Standing) -> tuple[RequestId, ...]:
    """ONE_REQUEST: who waits already at the earlier place does not wait here a second time."""
    carried = {_place(r) for r in standing.requests}
    return tuple(r.id for r in meeting.requests.values() if r.state in PENDING and _place(r) in carried)


def _place(request: Request) -> tuple[object, ...]:
    return (request.delegation, request.kind, request.item, request.proposal, request.on_behalf_of)


def on_standing_inherited(meeting: Meeting, event: e.StandingInherited) -> Meeting:
    """All of it stands here."""
    for request in event.superseded:
        meeting = with_request(meeting, request, state=RequestState.WITHDRAWN, ended_at=event.at)
    return with_standing(meeting, event.standing)


def on_standing_handed_on(meeting: Meeting, event: e.StandingHandedOn) -> Meeting:
    """Those who wait, wait there from now on; of a log that did not say which items went, all did."""
    for request in event.requests:
        meeting = with_request(meeting, request, state=RequestState.CARRIED_OVER, ended_at=event.at)
    items = event.items or tuple(meeting.agenda)
    return replace(
        meeting,
        handed_on=(*meeting.handed_on, event.to),
        handed_on_items=meeting.handed_on_items | frozenset(items),
    )
