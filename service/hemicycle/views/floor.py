"""The floor: who has been called and who speaks, as each audience sees it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.signals import standing
from hemicycle.rules.state.booths import SignalKind
from hemicycle.rules.state.floor import Call, Grant
from hemicycle.rules.terms import (
    DelegationId,
    GrantId,
    GroupId,
    HolderKind,
    Modality,
    OrderCause,
    ParticipantId,
    RequestId,
    RequestKind,
    Title,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HallCall:
    """The speaker called. Details stand in ``entries``."""

    request: RequestId
    called_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsCall(HallCall):
    """``connection_lost_at``: the called speaker's line is lost since then."""

    connection_lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HallFrame:
    """One frame of the floor. The clock stands while ``paused_at`` or ``interrupted_at`` is there.

    The time left is ``ends_at`` minus that moment, else minus now. ``slow_down``: the interpreters ask the
    speaker to slow down, and the body lets the speaker see it. ``to_order``: for what the chair has
    called the speaker to order.
    """

    grant: GrantId
    kind: RequestKind
    holder: HolderKind
    started_at: datetime
    modality: Modality
    elapsed: bool
    delegation: DelegationId | None = None
    title: Title | None = None
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None
    ends_at: datetime | None = None
    paused_at: datetime | None = None
    interrupted_at: datetime | None = None
    slow_down: bool | None = None
    to_order: OrderCause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsFrame(HallFrame):
    """The floor with person, language and line."""

    language: str | None = None
    participant: ParticipantId | None = None
    connection_lost_at: datetime | None = None


def hall_floor(meeting: Meeting) -> tuple[HallFrame, ...]:
    """The frames of the floor, the interrupted one first."""
    return tuple(HallFrame(**_frame(meeting, grant)) for grant in meeting.floor)


def booths_floor(meeting: Meeting) -> tuple[BoothsFrame, ...]:
    """The same with persons and lines."""
    return tuple(
        BoothsFrame(
            **_frame(meeting, grant),
            language=grant.language,
            participant=grant.participant,
            connection_lost_at=grant.connection_lost_at,
        )
        for grant in meeting.floor
    )


def hall_call(call: Call | None) -> HallCall | None:
    """Who has been called, if anybody has."""
    return None if call is None else HallCall(request=call.request, called_at=call.called_at)


def booths_call(call: Call | None) -> BoothsCall | None:
    """The same with the line."""
    if call is None:
        return None
    return BoothsCall(
        request=call.request, called_at=call.called_at, connection_lost_at=call.connection_lost_at
    )


def _frame(meeting: Meeting, grant: Grant) -> dict[str, Any]:
    member = meeting.podium.get(grant.holder.ref)
    off_the_list = member is not None and grant.holder.delegation is None
    return {
        "grant": grant.id,
        "kind": grant.kind,
        "holder": grant.holder.kind,
        "started_at": grant.started_at,
        "modality": grant.modality,
        "elapsed": grant.elapsed,
        "delegation": member.delegation if member and off_the_list else grant.holder.delegation,
        "title": member.title if member and off_the_list else None,
        "request": grant.request,
        "on_behalf_of": grant.on_behalf_of,
        "ends_at": grant.ends_at,
        "paused_at": grant.paused_at,
        "interrupted_at": grant.interrupted_at,
        "to_order": grant.to_order,
        "slow_down": True if _slow_down(meeting, grant) else None,
    }


def _slow_down(meeting: Meeting, grant: Grant) -> bool:
    if meeting.procedure is None or not meeting.procedure.interpretation.slow_down_to_speaker:
        return False
    return any(s.kind is SignalKind.SLOW_DOWN and s.grant == grant.id for s in standing(meeting))
