"""What may be asked of a meeting, one subject a file.

``Command`` is what a login may send; it is the wire. ``ClockCommand``, ``PresenceCommand`` and
``RegistryCommand`` are the service's own and are absent from the wire contract.
"""

from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.commands.booths import (
    AcknowledgeSignal,
    AnswerHandover,
    BoothsCommand,
    CancelHandover,
    FinishSignal,
    RaiseSignal,
    ReleaseMicrophone,
    RequestHandover,
    SetChannel,
    SetSource,
    StaffBooth,
    TakeMicrophone,
)
from hemicycle.rules.commands.corrections import (
    CorrectDecision,
    CorrectionsCommand,
    CorrectStatement,
    CorrectVote,
)
from hemicycle.rules.commands.decisions import (
    AbandonConsensus,
    AskConsensus,
    AskMethod,
    CancelVote,
    CastVote,
    CloseVote,
    DecisionsCommand,
    DeclareDecided,
    EnterCount,
    LiftObjection,
    Object,
    OpenVote,
    OrderAmendments,
    RecordVote,
    ReviseOrally,
    TableAmendment,
    TableProposal,
    WithdrawAmendment,
    WithdrawProposal,
)
from hemicycle.rules.commands.floor import (
    CallNext,
    CallSpeaker,
    CallSpeakerToOrder,
    EndStatement,
    ExtendTime,
    FloorCommand,
    GiveFloor,
    GiveFloorTo,
    PassOver,
    PauseSpeaking,
    ResumeSpeaking,
    Rule,
    TakeBackCall,
)
from hemicycle.rules.commands.motions import (
    Appeal,
    MotionsCommand,
    Move,
    ProposeLimit,
    TakeUpMotion,
    WithdrawMotion,
)
from hemicycle.rules.commands.order import (
    BeginReplies,
    DeclineRequest,
    FreezeHead,
    InviteOrganization,
    MoveRequest,
    OpenSegment,
    OrderCommand,
    SetListClosing,
    TakeAsRead,
)
from hemicycle.rules.commands.panels import (
    AskToRespond,
    ClosePanel,
    NextOfPanel,
    OpenPanel,
    PanelsCommand,
    TurnTo,
)
from hemicycle.rules.commands.readiness import MarkSound, MarkTested, ReadinessCommand
from hemicycle.rules.commands.service import (
    AttachText,
    ChangeRoster,
    ClockCommand,
    CloseListOnTime,
    ElapseSpeakingTime,
    ElapseTurn,
    HandOnStanding,
    InheritStanding,
    LapseHandover,
    NoteConnection,
    NotePresence,
    NoteReady,
    PresenceCommand,
    RegistryCommand,
    SeatMove,
    SetUpMeeting,
    WithdrawText,
)
from hemicycle.rules.commands.sitting import (
    AdjournMeeting,
    CallToOrder,
    CloseItem,
    HandOverChair,
    ResumeMeeting,
    SittingCommand,
    SuspendMeeting,
    TakeUpItem,
)
from hemicycle.rules.commands.speakers import (
    AnnounceList,
    ChangeModality,
    CloseList,
    DeclineToJoin,
    InscribeSpeaker,
    JoinStatement,
    OpenList,
    ReopenList,
    RequestFloor,
    SpeakersCommand,
    WithdrawRequest,
)
from hemicycle.rules.commands.stamped import Actor, Facts
from hemicycle.rules.terms import CommandId

Command = (
    SittingCommand
    | SpeakersCommand
    | OrderCommand
    | FloorCommand
    | ReadinessCommand
    | MotionsCommand
    | DecisionsCommand
    | PanelsCommand
    | BoothsCommand
    | CorrectionsCommand
)
AnyCommand = Command | ClockCommand | PresenceCommand | RegistryCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A command with what conduct adds. ``at``: service time, never before the last event's."""

    command: AnyCommand
    id: CommandId
    at: datetime
    actor: Actor
    facts: Facts = field(default_factory=Facts)


__all__ = [
    "AbandonConsensus",
    "AcknowledgeSignal",
    "Actor",
    "AdjournMeeting",
    "AnnounceList",
    "AnswerHandover",
    "AnyCommand",
    "Appeal",
    "AskConsensus",
    "AskMethod",
    "AskToRespond",
    "AttachText",
    "BeginReplies",
    "BoothsCommand",
    "CallNext",
    "CallSpeaker",
    "CallSpeakerToOrder",
    "CallToOrder",
    "CancelHandover",
    "CancelVote",
    "CastVote",
    "ChangeModality",
    "ChangeRoster",
    "ClockCommand",
    "CloseItem",
    "CloseList",
    "CloseListOnTime",
    "ClosePanel",
    "CloseVote",
    "Command",
    "CorrectDecision",
    "CorrectStatement",
    "CorrectVote",
    "CorrectionsCommand",
    "DecisionsCommand",
    "DeclareDecided",
    "DeclineRequest",
    "DeclineToJoin",
    "ElapseSpeakingTime",
    "ElapseTurn",
    "EndStatement",
    "EnterCount",
    "ExtendTime",
    "Facts",
    "FinishSignal",
    "FloorCommand",
    "FreezeHead",
    "GiveFloor",
    "GiveFloorTo",
    "HandOnStanding",
    "HandOverChair",
    "InheritStanding",
    "InscribeSpeaker",
    "InviteOrganization",
    "JoinStatement",
    "LapseHandover",
    "LiftObjection",
    "MarkSound",
    "MarkTested",
    "MotionsCommand",
    "Move",
    "MoveRequest",
    "NextOfPanel",
    "NoteConnection",
    "NotePresence",
    "NoteReady",
    "Object",
    "OpenList",
    "OpenPanel",
    "OpenSegment",
    "OpenVote",
    "OrderAmendments",
    "OrderCommand",
    "PanelsCommand",
    "PassOver",
    "PauseSpeaking",
    "PresenceCommand",
    "ProposeLimit",
    "RaiseSignal",
    "ReadinessCommand",
    "RecordVote",
    "RegistryCommand",
    "ReleaseMicrophone",
    "ReopenList",
    "RequestFloor",
    "RequestHandover",
    "ResumeMeeting",
    "ResumeSpeaking",
    "ReviseOrally",
    "Rule",
    "SeatMove",
    "SetChannel",
    "SetListClosing",
    "SetSource",
    "SetUpMeeting",
    "SittingCommand",
    "SpeakersCommand",
    "StaffBooth",
    "Stamped",
    "SuspendMeeting",
    "TableAmendment",
    "TableProposal",
    "TakeAsRead",
    "TakeBackCall",
    "TakeMicrophone",
    "TakeUpItem",
    "TakeUpMotion",
    "TurnTo",
    "WithdrawAmendment",
    "WithdrawMotion",
    "WithdrawProposal",
    "WithdrawRequest",
    "WithdrawText",
]
