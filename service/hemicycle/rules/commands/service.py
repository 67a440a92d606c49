"""The service's own commands, absent from the wire: the clock's, presence's and the registry's."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.events.sitting import MeetingSetUp
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import (
    BoothId,
    DelegationId,
    GrantId,
    ItemId,
    Modality,
    ParticipantId,
    Role,
    SeatId,
    TextId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElapseSpeakingTime:
    """The clock: the speaking time of this grant is over."""

    grant: GrantId


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePresence:
    """Presence: the delegation has arrived (``present``) or left, after debouncing."""

    delegation: DelegationId
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteConnection:
    """Presence: the line of the participant called or speaking was lost, or is back (``connected``).

    ``since``: when it was lost, if that is known; else now.
    """

    participant: ParticipantId
    connected: bool
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpMeeting:
    """Registry: begin the log with all that the meeting knows from the start."""

    set_up: MeetingSetUp


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMove:
    """``seat`` shall be held by ``participant``, or by nobody."""

    seat: SeatId
    delegation: DelegationId
    modality: Modality
    role: Role
    participant: ParticipantId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRoster:
    """Registry: these seats change hands together, under this version of the policy."""

    moves: tuple[SeatMove, ...]
    policy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseListOnTime:
    """The clock: the moment set for this list has come."""

    item: ItemId
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseHandover:
    """The clock: nobody answered the handover that was asked for at ``asked_at``."""

    booth: BoothId
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ElapseTurn:
    """The clock: this interpreter has been on air since ``since`` for as long as a turn lasts."""

    booth: BoothId
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReady:
    """Presence: a participant's console is connected, or no more (debounced)."""

    participant: ParticipantId
    connected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritStanding:
    """Registry: the meeting before has been adjourned; this stands now."""

    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOnStanding:
    """Registry: the next meeting, ``to``, takes over what stands of these items."""

    to: str
    items: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachText:
    """Registry: a delegation handed in a text for an item, or further languages of it."""

    text: TextId
    delegation: DelegationId
    item: ItemId
    languages: tuple[str, ...]
    check: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawText:
    """Registry: the text was taken back."""

    text: TextId


ClockCommand = ElapseSpeakingTime | CloseListOnTime | LapseHandover | ElapseTurn
PresenceCommand = NotePresence | NoteConnection | NoteReady
RegistryCommand = SetUpMeeting | ChangeRoster | InheritStanding | HandOnStanding | AttachText | WithdrawText
