"""What may be asked of a meeting.

``Command`` is what a login may send; it is the wire. ``ClockCommand``, ``PresenceCommand`` and
``RegistryCommand`` are the service's own and are absent from the wire contract.
"""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.terms import (
    Agent,
    Capacity,
    CommandId,
    DelegationId,
    GrantId,
    GroupId,
    HolderKind,
    ItemId,
    Modality,
    ParticipantId,
    PassedOverCause,
    RequestId,
    RequestKind,
    Role,
    SeatId,
    Source,
)


@dataclass(frozen=True, slots=True)
class CallToOrder:
    """Open the meeting; the quorum is counted from the delegations present."""


@dataclass(frozen=True, slots=True)
class SuspendMeeting:
    """Suspend: the same meeting resumes later."""


@dataclass(frozen=True, slots=True)
class ResumeMeeting:
    """Resume the suspended meeting."""


@dataclass(frozen=True, slots=True)
class AdjournMeeting:
    """Adjourn: the meeting ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverChair:
    """Another presiding officer takes the chair. ``to``: that officer's participant id."""

    to: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpItem:
    """Begin the consideration of an agenda item."""

    item: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseItem:
    """End the consideration of the item. ``confirmed``: although speakers still wait."""

    item: ItemId
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenList:
    """Open the list of speakers of an item."""

    item: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceList:
    """Read out the list and announce that it will be closed."""

    item: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseList:
    """Declare the list closed, with the consent of the body."""

    item: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenList:
    """Open a closed list again. ``decided``: the body has decided so (LIST_CLOSE)."""

    item: ItemId
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFloor:
    """A delegate asks for the floor for her delegation. Without ``item``: the one under consideration."""

    kind: RequestKind = RequestKind.STATEMENT
    item: ItemId | None = None
    language: str | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InscribeSpeaker:
    """The desk enters a delegation that asked by paper or flag; it will speak from ``modality``."""

    delegation: DelegationId
    modality: Modality
    kind: RequestKind = RequestKind.STATEMENT
    item: ItemId | None = None
    language: str | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest:
    """Take a waiting request off the list. ``reason``: free text, kept apart from the log."""

    request: RequestId
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeModality:
    """The delegation keeps its place and speaks from elsewhere.

    A delegate takes the request over to her own seat; the desk says from where (``modality``).
    """

    request: RequestId
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class CallNext:
    """Call the next speaker: a point of order that waits, else the first inscribed of the item.

    Those passed over keep their places and are called again when nobody else is inscribed.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpeaker:
    """Call this request; out of order only with a ``reason`` (free text, kept apart from the log)."""

    request: RequestId
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOver:
    """Go on without the speaker called or speaking; the place, and the time left, are held."""

    cause: PassedOverCause = PassedOverCause.ABSENT


@dataclass(frozen=True, slots=True)
class TakeBackCall:
    """The last call was a mistake: the request has its place and its time again."""


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor to the speaker called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFloorTo:
    """Give the floor outside the list: secretariat, panellist, presiding officer or guest.

    ``participant``: a member of the podium of that kind. ``seconds``: a limit, if one is set.
    """

    kind: HolderKind
    participant: ParticipantId
    seconds: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class EndStatement:
    """The statement has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendTime:
    """Give the speaker ``seconds`` more."""

    seconds: int


@dataclass(frozen=True, slots=True)
class PauseSpeaking:
    """Stop the speaker's clock."""


@dataclass(frozen=True, slots=True)
class ResumeSpeaking:
    """Let the speaker's clock go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The chair's ruling on the point of order that has the floor."""

    upheld: bool


Command = (
    CallToOrder
    | SuspendMeeting
    | ResumeMeeting
    | AdjournMeeting
    | HandOverChair
    | TakeUpItem
    | CloseItem
    | OpenList
    | AnnounceList
    | CloseList
    | ReopenList
    | RequestFloor
    | InscribeSpeaker
    | WithdrawRequest
    | ChangeModality
    | CallNext
    | CallSpeaker
    | PassOver
    | TakeBackCall
    | GiveFloor
    | GiveFloorTo
    | EndStatement
    | ExtendTime
    | PauseSpeaking
    | ResumeSpeaking
    | Rule
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElapseSpeakingTime:
    """The clock: the speaking time of this grant is over."""

    grant: GrantId


ClockCommand = ElapseSpeakingTime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePresence:
    """Presence: the delegation has arrived (``present``) or left, after debouncing."""

    delegation: DelegationId
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteConnection:
    """Presence: the line of the participant called or speaking was lost, or is back (``connected``)."""

    participant: ParticipantId
    connected: bool


PresenceCommand = NotePresence | NoteConnection


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


RegistryCommand = SetUpMeeting | ChangeRoster
AnyCommand = Command | ClockCommand | PresenceCommand | RegistryCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who sends a command; filled by conduct from the login, never by a client."""

    agent: Agent = Agent.LOGIN
    capacity: Capacity | None = None
    participant: ParticipantId | None = None
    delegation: DelegationId | None = None
    login: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules cannot know: which delegations are present and where the request came from."""

    present: frozenset[DelegationId] = frozenset()
    source: Source = Source.DESK


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A command with what conduct adds. ``at``: service time, never before the last event's."""

    command: AnyCommand
    id: CommandId
    at: datetime
    actor: Actor
    facts: Facts = Facts()
