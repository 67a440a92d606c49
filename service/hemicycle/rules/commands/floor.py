"""The floor: called, given, timed and ended."""

from dataclasses import dataclass

from hemicycle.rules.terms import HolderKind, OrderCause, ParticipantId, PassedOverCause, RequestId


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
    """Give the floor to the speaker called; to one who is not ready only with ``override``, a reason."""

    override: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpeakerToOrder:
    """The chair calls whoever speaks to order; the statement goes on."""

    cause: OrderCause


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


FloorCommand = (
    CallNext
    | CallSpeaker
    | PassOver
    | TakeBackCall
    | GiveFloor
    | GiveFloorTo
    | EndStatement
    | ExtendTime
    | CallSpeakerToOrder
    | PauseSpeaking
    | ResumeSpeaking
    | Rule
)
