"""Requests for the floor as they change: inscribed, withdrawn, spoken to from elsewhere."""

from dataclasses import replace

from hemicycle.rules.events import ModalityChanged, RequestWithdrawn, SpeakerInscribed
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.floor import Request
from hemicycle.rules.terms import RequestId, RequestState


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
        segment=event.segment,
        rank=event.rank,
        joint=event.joint,
        answers=event.answers,
        ordinal=event.ordinal,
        motion=event.motion,
        proposal=event.proposal,
        panel=event.panel,
        named=event.named,
        reason=event.reason,
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
