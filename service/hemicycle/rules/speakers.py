"""The list of speakers: who may ask, where a request stands, how it is withdrawn.

ONE list for the room and the online delegates. The delegation, not the person, holds the place:
a reconnect, a change of speaker or of modality changes no request's place.
"""

from dataclasses import replace

from hemicycle.rules import conditions, items
from hemicycle.rules.commands import (
    ChangeModality,
    InscribeSpeaker,
    RequestFloor,
    Stamped,
    WithdrawRequest,
)
from hemicycle.rules.events import Event, ModalityChanged, RequestWithdrawn, SpeakerInscribed
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, WAITING, Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import (
    Capacity,
    DelegationId,
    ItemId,
    Modality,
    ParticipantId,
    RequestId,
    RequestKind,
    RequestState,
    Role,
)


def request(meeting: Meeting, stamped: Stamped, command: RequestFloor) -> list[Event]:
    """A delegate asks for the floor. ROLE_LISTEN_ONLY, OBSERVERS, LIST_CLOSE, ONE_REQUEST."""
    conditions.not_adjourned(meeting)
    seat = conditions.speaker_seat(meeting, stamped.actor.participant)
    delegation = meeting.delegations[seat.delegation]
    if delegation.category in conditions.procedure_of(meeting).by_invitation:
        raise Refused("by-invitation")
    return _inscribe(meeting, stamped, command, delegation, seat.modality, seat.participant)


def inscribe(meeting: Meeting, stamped: Stamped, command: InscribeSpeaker) -> list[Event]:
    """The desk enters a delegation: a paper slip, a flag, a telephone call, the chair's invitation."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    delegation = meeting.delegations.get(command.delegation)
    if delegation is None:
        raise Refused("unknown-delegation", delegation=command.delegation)
    participant = _remote_speaker(meeting, delegation.id, command.modality)
    return _inscribe(meeting, stamped, command, delegation, command.modality, participant)


def withdraw(meeting: Meeting, stamped: Stamped, command: WithdrawRequest) -> list[Event]:
    """Take a waiting request off the list; an observer role only follows (ROLE_LISTEN_ONLY)."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    if stamped.actor.capacity is Capacity.DELEGATE:
        conditions.speaker_seat(meeting, stamped.actor.participant)
    found = conditions.pending_request(meeting, command.request)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    return [
        RequestWithdrawn(
            request=found.id,
            by=stamped.actor.capacity or Capacity.SECRETARIAT,
            at=stamped.at,
            reason=stamped.id if command.reason else None,
        )
    ]


def change_modality(meeting: Meeting, stamped: Stamped, command: ChangeModality) -> list[Event]:
    """The request is spoken to from elsewhere, at its place: by the delegate herself, or as the desk says."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    found = conditions.pending_request(meeting, command.request)
    participant: ParticipantId | None
    if stamped.actor.capacity is Capacity.DELEGATE:
        seat = conditions.speaker_seat(meeting, stamped.actor.participant)
        modality, participant = seat.modality, seat.participant
    elif command.modality is None:
        raise Refused("modality-needed")
    else:
        modality = command.modality
        participant = _remote_speaker(meeting, found.delegation, modality)
        if modality is found.modality is Modality.IN_PERSON:
            participant = found.participant
    if (modality, participant) == (found.modality, found.participant):
        raise Refused("same-modality")
    return [ModalityChanged(request=found.id, modality=modality, participant=participant)]


def _inscribe(
    meeting: Meeting,
    stamped: Stamped,
    command: RequestFloor | InscribeSpeaker,
    delegation: Delegation,
    modality: Modality,
    participant: ParticipantId | None,
) -> list[Event]:
    procedure = conditions.procedure_of(meeting)
    if command.on_behalf_of is not None and command.on_behalf_of not in meeting.groups:
        raise Refused("unknown-group", group=command.on_behalf_of)
    if command.kind is RequestKind.POINT_OF_ORDER:
        item, tier, seconds = _point(meeting, command, delegation)
    else:
        item = conditions.known_item(meeting, command.item)
        items.accepting(meeting, item)
        place = procedure.tier_for(delegation.category, on_behalf_of=command.on_behalf_of is not None)
        if place is None:
            raise Refused("no-tier")
        tier, seconds = place, procedure.tiers[place].seconds
    _one_of_a_kind(meeting, delegation.id, command.kind, item)
    number = len(meeting.requests) + 1
    return [
        SpeakerInscribed(
            request=f"r{number}",
            number=number,
            kind=command.kind,
            item=item,
            delegation=delegation.id,
            participant=participant,
            source=stamped.facts.source,
            modality=modality,
            tier=tier,
            seconds=seconds,
            at=stamped.at,
            language=command.language,
            on_behalf_of=command.on_behalf_of,
        )
    ]


def _point(
    meeting: Meeting, command: RequestFloor | InscribeSpeaker, delegation: Delegation
) -> tuple[ItemId | None, int, int]:
    """POINT_OF_ORDER: while the meeting is in session, by the categories that the body's rules name."""
    procedure = conditions.procedure_of(meeting)
    conditions.in_session(meeting)
    if command.item is not None:
        conditions.known_item(meeting, command.item)
    if delegation.category not in procedure.points_of_order:
        raise Refused("observers-may-not")
    tier = procedure.tier_for(delegation.category, on_behalf_of=False) or 0
    return meeting.item, tier, procedure.point_of_order_seconds


def _one_of_a_kind(
    meeting: Meeting, delegation: DelegationId, kind: RequestKind, item: ItemId | None
) -> None:
    """ONE_REQUEST: one pending request per delegation and kind on a list; one point of order in all."""
    for other in meeting.requests.values():
        same = (other.delegation, other.kind) == (delegation, kind) and other.state in PENDING
        if same and (kind is RequestKind.POINT_OF_ORDER or other.item == item):
            raise Refused("already-requested")


def _remote_speaker(meeting: Meeting, delegation: DelegationId, modality: Modality) -> ParticipantId | None:
    """Who speaks online for the delegation; in the room the desk does not say which of its persons."""
    if modality is Modality.IN_PERSON:
        return None
    holders = (
        s.participant
        for s in meeting.roster.values()
        if (s.delegation, s.modality, s.role) == (delegation, Modality.ONLINE, Role.SPEAKER)
    )
    return next(holders, None)


def with_request(meeting: Meeting, request_id: RequestId | None, **changes: object) -> Meeting:
    """The meeting with these fields of a request changed; unchanged where there is no such request."""
    found = meeting.requests.get(request_id) if request_id is not None else None
    if found is None:
        return meeting
    changed: Request = replace(found, **changes)  # type: ignore[arg-type]  # fields of Request
    return replace(meeting, requests={**meeting.requests, found.id: changed})


def on_inscribed(meeting: Meeting, event: SpeakerInscribed) -> Meeting:
    """The request has its place."""
    new = Request(
        id=event.request,
        number=event.number,
        kind=event.kind,
        item=event.item,
        delegation=event.delegation,
        participant=event.participant,
        source=event.source,
        modality=event.modality,
        tier=event.tier,
        seconds=event.seconds,
        accepted_at=event.at,
        language=event.language,
        on_behalf_of=event.on_behalf_of,
    )
    return replace(meeting, requests={**meeting.requests, new.id: new})


def on_withdrawn(meeting: Meeting, event: RequestWithdrawn) -> Meeting:
    """The request has left the list."""
    return with_request(
        meeting, event.request, state=RequestState.WITHDRAWN, reason=event.reason, ended_at=event.at
    )


def on_modality(meeting: Meeting, event: ModalityChanged) -> Meeting:
    """The request, and a grant that rests on it, are spoken to from elsewhere."""
    changed = with_request(meeting, event.request, modality=event.modality, participant=event.participant)
    floor = tuple(
        replace(g, modality=event.modality, participant=event.participant, connection_lost_at=None)
        if g.request == event.request
        else g
        for g in meeting.floor
    )
    called = meeting.called
    if called is not None and called.request == event.request:
        called = replace(called, connection_lost_at=None)
    return replace(changed, floor=floor, called=called)
