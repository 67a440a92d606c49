"""The tables of a procedure's file, field by field; a table or field left out has the default named here."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from hemicycle.registry.fields import Seconds, Slug, Table, Titled, Words
from hemicycle.rules.procedure import (
    Decisions,
    Gate,
    Interpretation,
    Method,
    MotionRule,
    OnDrop,
    OnOverrun,
    Procedure,
    Quorum,
    Replies,
    RepliesTaken,
    RoomFirst,
    RuleName,
    RuleText,
    Segment,
    Tie,
    Tier,
)
from hemicycle.rules.state.decisions import Majority
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Category

Part = Annotated[int, Field(strict=True, ge=1)]
Speakers = Annotated[int, Field(strict=True, ge=0, le=50)]
Staff = Annotated[int, Field(strict=True, ge=1, le=20)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=1440)]
Hours = Annotated[int, Field(strict=True, ge=1, le=8760)]
Flag = Annotated[bool, Field(strict=True)]
Categories = Annotated[tuple[Category, ...], Field(min_length=1)]


class QuorumTable(Table):
    """A fraction: at least ``numerator`` of ``denominator``, or more than it with ``more_than``."""

    numerator: Part
    denominator: Part
    waived: Flag = False
    more_than: Flag = False

    def meant(self) -> Quorum:
        """The rules' value."""
        return Quorum(**dict(self))


class TierTable(Table):
    """One step of the order of speakers."""

    id: Slug
    title: Titled
    categories: Categories
    seconds: Seconds
    on_behalf_of: Flag = False

    def meant(self) -> Tier:
        """The rules' value."""
        return Tier(**dict(self))


class SegmentTable(Table):
    """A part of the debate; ``by_rank``: Heads of State first; ``seconds``: instead of the tiers'."""

    id: Slug
    title: Titled
    by_rank: Flag = False
    seconds: Seconds | None = None

    def meant(self) -> Segment:
        """The rules' value."""
        return Segment(**dict(self))


class RepliesTable(Table):
    """Rights of reply: as many as ``seconds`` has figures, the first of the first figure."""

    seconds: tuple[Seconds, ...] = Field(min_length=1)
    categories: Categories
    taken: RepliesTaken = RepliesTaken.END_OF_ITEM

    def meant(self) -> Replies:
        """The rules' value."""
        return Replies(**dict(self))


class MotionTable(Table):
    """One kind of motion; the tables stand in the order of precedence."""

    kind: MotionKind
    rule: RuleName
    speakers_for: Speakers = 0
    speakers_against: Speakers = 0
    majority: Majority = Majority.SIMPLE

    def meant(self) -> MotionRule:
        """The rules' value."""
        return MotionRule(**dict(self))


class DecisionsTable(Table):
    """Who decides, and how."""

    voters: Categories
    quorum: QuorumTable
    substance: Majority = Majority.TWO_THIRDS
    procedure: Majority = Majority.SIMPLE
    tie: Tie = Tie.REJECTED
    explanation_seconds: Seconds = 600
    secret_prevails: Flag = False
    appeals_interrupt: Flag = True
    second_vote_hours: Hours | None = None

    def meant(self) -> Decisions:
        """The rules' value."""
        return Decisions(**{**dict(self), "quorum": self.quorum.meant()})


class GateTable(Table):
    """What a remote speaker must be before the floor is given."""

    connected: Flag = False
    tested: Flag = False
    sound: Flag = False

    def meant(self) -> Gate:
        """The rules' value."""
        return Gate(**dict(self))


class InterpretationTable(Table):
    """Figures of interpretation."""

    turn_minutes: Minutes = 30
    handover_seconds: Seconds = 60
    staff: Staff = 2
    two_way_staff: Staff = 3
    meeting_minutes: Minutes = 180
    remote_meeting_minutes: Minutes = 120
    meetings_a_week: Staff = 5
    slow_down_to_speaker: Flag = False

    def meant(self) -> Interpretation:
        """The rules' value."""
        return Interpretation(**dict(self))


class RuleTable(Table):
    """What a rule says, and where it stands."""

    says: Words
    citation: Words

    def meant(self) -> RuleText:
        """The rules' value."""
        return RuleText(**dict(self))


class ProcedureDocument(Table):
    """The whole file."""

    id: Slug
    title: Titled
    tiers: tuple[TierTable, ...] = Field(min_length=1)
    points_of_order: tuple[Category, ...]
    point_of_order_seconds: Seconds
    open_quorum: QuorumTable
    rules: Mapping[RuleName, RuleTable]
    by_invitation: tuple[Category, ...] = ()
    on_overrun: OnOverrun = OnOverrun.ALERT
    longest_extension_seconds: Seconds = 600
    segments: tuple[SegmentTable, ...] = ()
    method: Method = Method.ORDER_OF_REQUEST
    room_first: RoomFirst = RoomFirst.NO
    procedural_seconds: Seconds = 300
    replies: RepliesTable | None = None
    motions: tuple[MotionTable, ...] = ()
    movers: Categories = (Category.STATE_PARTY,)
    decisions: DecisionsTable | None = None
    gate: GateTable = GateTable()
    interpretation: InterpretationTable = InterpretationTable()
    publish_texts: Flag = True
    on_drop: OnDrop = OnDrop.HOLD

    def meant(self) -> Procedure:
        """The rules' value: what is plain stays, tables become what they mean."""
        return Procedure(
            **{
                **dict(self),
                "tiers": tuple(tier.meant() for tier in self.tiers),
                "open_quorum": self.open_quorum.meant(),
                "rules": {name: text.meant() for name, text in self.rules.items()},
                "segments": tuple(segment.meant() for segment in self.segments),
                "replies": self.replies and self.replies.meant(),
                "motions": tuple(motion.meant() for motion in self.motions),
                "decisions": self.decisions and self.decisions.meant(),
                "gate": self.gate.meant(),
                "interpretation": self.interpretation.meant(),
            }
        )
