"""The list of speakers: who may ask, where a request stands, how it is withdrawn.

ONE list for the room and the online delegates. The delegation, not the person, holds the place:
a reconnect, a change of speaker or of modality changes no request's place.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields

from hemicycle.rules import (
    bodies,
    conditions,
    debates,
    explanations,
    interrupts,
    plenty,
    questions,
    replies,
    statements,
)
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.commands import (
    ChangeModality,
    InscribeSpeaker,
    RequestFloor,
    Stamped,
    WithdrawRequest,
)
from hemicycle.rules.events import (
    Event,
    ModalityChanged,
    RequestWithdrawn,
    SharingEnded,
    SpeakerInscribed,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, WAITING, Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import (
    Capacity,
    DelegationId,
    GroupId,
    Modality,
    ParticipantId,
    ReasonId,
    RequestKind,
    Role,
)

_SUBJECTS: Mapping[RequestKind, Callable[[Meeting, Ask, Delegation], Admission]] = {
    RequestKind.STATEMENT: statements.admit,
    RequestKind.POINT_OF_ORDER: interrupts.admit_point,
    RequestKind.REPLY: replies.admit_reply,
    RequestKind.FOR_MOTION: debates.admit_speaker,
    RequestKind.AGAINST_MOTION: debates.admit_speaker,
    RequestKind.EXPLANATION: explanations.admit_explanation,
    RequestKind.QUESTION: questions.admit_question,
    RequestKind.REBUTTAL: questions.admit_rebuttal,
}
"""Who admits which kind; motions, appeals and responses are made by commands of their own."""


def request(meeting: Meeting, stamped: Stamped, command: RequestFloor) -> list[Event]:
    """A delegate asks for the floor. ROLE_LISTEN_ONLY, OBSERVERS, LIST_CLOSE, ONE_REQUEST."""
    conditions.not_adjourned(meeting)
    seat = conditions.speaker_seat(meeting, stamped.actor.participant)
    delegation = meeting.delegations[seat.delegation]
    if _uninvited(meeting, delegation):
        raise Refused("by-invitation")
    plenty.requests(meeting, stamped, delegation.id)
    return _inscribe(meeting, stamped, command, delegation, seat.modality, seat.participant)


def inscribe(meeting: Meeting, stamped: Stamped, command: InscribeSpeaker) -> list[Event]:
    """The desk enters a delegation: a paper slip, a flag, a telephone call.

    OBSERVERS: one that speaks by invitation only when the body has approved that it be heard.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    delegation = meeting.delegations.get(command.delegation)
    if delegation is None:
        raise Refused("unknown-delegation", delegation=command.delegation)
    if _uninvited(meeting, delegation):
        raise Refused("needs-approval")
    participant = _remote_speaker(meeting, delegation.id, command.modality)
    return _inscribe(meeting, stamped, command, delegation, command.modality, participant)


def withdraw(meeting: Meeting, stamped: Stamped, command: WithdrawRequest) -> list[Event]:
    """Take a waiting request off the list; an observer role only follows (ROLE_LISTEN_ONLY).

    A delegation that has joined the statement of another takes back its own part: the statement stays.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    own: DelegationId | None = None
    if stamped.actor.capacity is Capacity.DELEGATE:
        own = conditions.speaker_seat(meeting, stamped.actor.participant).delegation
    found = conditions.pending_request(meeting, command.request)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    if own is not None and own in found.joint:
        return [SharingEnded(request=found.id, delegation=own, at=stamped.at)]
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


def _uninvited(meeting: Meeting, delegation: Delegation) -> bool:
    by_invitation = conditions.procedure_of(meeting).by_invitation
    return delegation.category in by_invitation and delegation.id not in meeting.invited


def _inscribe(
    meeting: Meeting,
    stamped: Stamped,
    ask: Ask,
    delegation: Delegation,
    modality: Modality,
    participant: ParticipantId | None,
) -> list[Event]:
    reason = _speaks_for(meeting, stamped, ask, delegation)
    admitted = _admitted(meeting, ask, delegation)
    sharing = (*admitted.joint, *admitted.named)
    bodies.require_concerned(meeting, admitted.item, delegation.id, *sharing)
    _one_of_a_kind(meeting, ask, delegation.id, admitted)
    number = len(meeting.requests) + 1
    return [
        SpeakerInscribed(
            request=f"r{number}",
            number=number,
            kind=ask.kind,
            delegation=delegation.id,
            participant=participant,
            source=stamped.facts.source,
            modality=modality,
            at=stamped.at,
            language=ask.language,
            on_behalf_of=ask.on_behalf_of,
            reason=reason,
            **{f.name: getattr(admitted, f.name) for f in fields(admitted)},
        )
    ]


def _admitted(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """Each kind is admitted by its own subject, which refuses with its own rule."""
    admit = _SUBJECTS.get(ask.kind)
    if admit is None:
        raise Refused("asked-otherwise", kind=ask.kind)
    return admit(meeting, ask, delegation)


def _speaks_for(meeting: Meeting, stamped: Stamped, ask: Ask, delegation: Delegation) -> ReasonId | None:
    """STATEMENT_ORDER: who speaks on behalf of a group is its member, or enters the list with a reason."""
    reason = stamped.id if isinstance(ask, InscribeSpeaker) and ask.reason else None
    if ask.on_behalf_of is None:
        return reason
    group = meeting.groups.get(ask.on_behalf_of)
    if group is None:
        raise Refused("unknown-group", group=ask.on_behalf_of)
    if group.members and delegation.id not in group.members and reason is None:
        raise Refused("not-of-group", delegation=delegation.id, group=group.id)
    return reason


def _one_of_a_kind(meeting: Meeting, ask: Ask, delegation: DelegationId, new: Admission) -> None:
    """ONE_REQUEST: one pending request per delegation and kind on a list; one point of order in all.

    A statement for itself and one on behalf of a group are two.
    """
    subject = (new.item, new.motion, new.proposal, _group(ask))
    for other in meeting.requests.values():
        same = (other.delegation, other.kind) == (delegation, ask.kind) and other.state in PENDING
        if not same:
            continue
        others = (other.item, other.motion, other.proposal, _group(other))
        if ask.kind is RequestKind.POINT_OF_ORDER or others == subject:
            raise Refused("already-requested")


def _group(of: Ask | Request) -> GroupId | None:
    return of.on_behalf_of if of.kind is RequestKind.STATEMENT else None


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
