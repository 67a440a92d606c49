"""The list of speakers: opened and closed, asked for and withdrawn from."""

from dataclasses import dataclass

from hemicycle.rules.terms import (
    DelegationId,
    GroupId,
    ItemId,
    Modality,
    MotionId,
    ProposalId,
    RequestId,
    RequestKind,
    SpeakerRank,
)


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
    """A delegate asks for the floor for her delegation. Without ``item``: the one under consideration.

    ``rank``: in a high-level segment. ``joint``: other delegations that are asked to join the statement.
    ``answers``: for a reply, the request whose statement warrants it. ``motion``, ``proposal``: what the
    speaker, or the explanation of vote, is about.
    """

    kind: RequestKind = RequestKind.STATEMENT
    item: ItemId | None = None
    language: str | None = None
    on_behalf_of: GroupId | None = None
    rank: SpeakerRank = SpeakerRank.OTHER
    joint: tuple[DelegationId, ...] = ()
    answers: RequestId | None = None
    motion: MotionId | None = None
    proposal: ProposalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InscribeSpeaker:
    """The desk enters a delegation that asked by paper or flag; it will speak from ``modality``.

    ``joint``: the delegations that make the statement together, as the paper slip says. ``reason``: why one
    that is no member of the group speaks on its behalf; free text, kept apart from the log.
    """

    delegation: DelegationId
    modality: Modality
    kind: RequestKind = RequestKind.STATEMENT
    item: ItemId | None = None
    language: str | None = None
    on_behalf_of: GroupId | None = None
    rank: SpeakerRank = SpeakerRank.OTHER
    joint: tuple[DelegationId, ...] = ()
    answers: RequestId | None = None
    motion: MotionId | None = None
    proposal: ProposalId | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinStatement:
    """A delegation that was asked makes this joint statement too. ``delegation``: where the desk says so."""

    request: RequestId
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineToJoin:
    """A delegation that was asked does not join. ``delegation``: where the desk says so."""

    request: RequestId
    delegation: DelegationId | None = None


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


SpeakersCommand = (
    OpenList
    | AnnounceList
    | CloseList
    | ReopenList
    | RequestFloor
    | InscribeSpeaker
    | JoinStatement
    | DeclineToJoin
    | WithdrawRequest
    | ChangeModality
)
