"""A body's rules of procedure, as data: tiers, limits, quorum and the citation of each rule.

A procedure is embedded in the log when a meeting is set up, so that a log explains itself for ever.
Files: ``config/procedures/*.toml``, read by ``registry.procedures``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hemicycle.rules.state.decisions import Majority
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Category, Title


class RuleName(StrEnum):
    """The stable names of the rules; every refusal carries one."""

    OPEN_QUORUM = "OPEN_QUORUM"
    RECOGNITION = "RECOGNITION"
    SECRETARIAT_FLOOR = "SECRETARIAT_FLOOR"
    POINT_OF_ORDER = "POINT_OF_ORDER"
    TIME_LIMIT = "TIME_LIMIT"
    PROCEDURAL_CAP = "PROCEDURAL_CAP"
    LIST_CLOSE = "LIST_CLOSE"
    ROLE_LISTEN_ONLY = "ROLE_LISTEN_ONLY"
    OBSERVERS = "OBSERVERS"
    STATEMENT_ORDER = "STATEMENT_ORDER"
    MEETING_STATE = "MEETING_STATE"
    AGENDA = "AGENDA"
    ONE_REQUEST = "ONE_REQUEST"
    ROLE_LIMITS = "ROLE_LIMITS"
    PRESIDING_OFFICER = "PRESIDING_OFFICER"
    AUTHORIZATION = "AUTHORIZATION"
    KNOWN_REFERENCE = "KNOWN_REFERENCE"
    STALE = "STALE"
    DECIDE_QUORUM = "DECIDE_QUORUM"
    PRECEDENCE = "PRECEDENCE"
    APPEAL = "APPEAL"
    REPLY = "REPLY"
    ADJOURN_DEBATE = "ADJOURN_DEBATE"
    CLOSE_DEBATE = "CLOSE_DEBATE"
    SUSPEND_MEETING = "SUSPEND_MEETING"
    ADJOURN_MEETING = "ADJOURN_MEETING"
    MOTION_ORDER = "MOTION_ORDER"
    CONSENSUS_FIRST = "CONSENSUS_FIRST"
    VOTES = "VOTES"
    MAJORITY = "MAJORITY"
    METHOD = "METHOD"
    VOTE_LOCK = "VOTE_LOCK"
    EXPLANATION = "EXPLANATION"
    TIE = "TIE"
    RECONSIDER = "RECONSIDER"
    DIVISION = "DIVISION"
    AMENDMENTS = "AMENDMENTS"
    PROPOSALS = "PROPOSALS"
    PANEL = "PANEL"
    READINESS = "READINESS"
    JOINT_MEETING = "JOINT_MEETING"
    STANDING = "STANDING"
    TEXTS = "TEXTS"
    INTERPRETATION = "INTERPRETATION"
    CORRECTION = "CORRECTION"


class OnOverrun(StrEnum):
    """What an elapsed speaking time does: alert the chair, or cut the statement."""

    ALERT = "alert"
    CUT = "cut"


class OnDrop(StrEnum):
    """What a line lost in mid-statement does to the speaker's clock: holds it, or lets it run."""

    HOLD = "hold"
    RUN = "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What one rule says in short, and where it stands."""

    says: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One step of the order of speakers.

    Statements of delegations of these categories belong to it, or, with ``on_behalf_of``,
    the statements that any of these categories makes for a group. ``seconds``: speaking time.
    """

    id: str
    title: Title
    categories: tuple[Category, ...]
    seconds: int
    on_behalf_of: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """A fraction of the State party delegations registered; ``waived`` counts but does not refuse.

    ``more_than``: a majority, which is more than a half.
    """

    numerator: int
    denominator: int
    waived: bool = False
    more_than: bool = False

    def needed(self, of: int) -> int:
        """The least number of delegations present, out of ``of``: at least, or more than, the fraction."""
        if self.more_than:
            return of * self.numerator // self.denominator + 1
        return -(-of * self.numerator // self.denominator)


class RepliesTaken(StrEnum):
    """When rights of reply are given."""

    END_OF_ITEM = "end_of_item"
    END_OF_DAY = "end_of_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """Rights of reply: per delegation and item so many, the first, second … of so many ``seconds``."""

    seconds: tuple[int, ...]
    categories: tuple[Category, ...]
    taken: RepliesTaken = RepliesTaken.END_OF_ITEM

    @property
    def count(self) -> int:
        """How many replies a delegation has on an item."""
        return len(self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRule:
    """How a kind of motion is debated and decided, and by which rule. Motions stand in this order.

    ``speakers_for``, ``speakers_against``: how many may speak, beside the mover.
    """

    kind: MotionKind
    rule: RuleName
    speakers_for: int = 0
    speakers_against: int = 0
    majority: Majority = Majority.SIMPLE


class Tie(StrEnum):
    """What an equal vote means."""

    REJECTED = "rejected"
    SECOND_VOTE = "second_vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Who decides, and how. ``quorum``: for any decision. ``explanation_seconds``: of one explanation.

    ``secret_prevails``: a secret ballot may be held although a roll call or a recorded vote was asked for.
    ``appeals_interrupt``: an appeal against a ruling on the conduct of a vote is decided before it goes on.
    ``second_vote_hours``: how long after an equal vote the second one may be taken; None: whenever.
    """

    voters: tuple[Category, ...]
    quorum: Quorum
    substance: Majority = Majority.TWO_THIRDS
    procedure: Majority = Majority.SIMPLE
    tie: Tie = Tie.REJECTED
    explanation_seconds: int = 600
    secret_prevails: bool = False
    appeals_interrupt: bool = False
    second_vote_hours: int | None = None


class Method(StrEnum):
    """How those of one tier and rank are ordered."""

    ORDER_OF_REQUEST = "order_of_request"
    FEWEST_SPOKEN = "fewest_spoken"


class RoomFirst(StrEnum):
    """Whether statements from the room are preferred: not, as a hint to the chair, or within the tier."""

    NO = "no"
    HINT = "hint"
    WITHIN_TIER = "within_tier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the debate with an order of its own. ``seconds``: instead of the tiers'."""

    id: str
    title: Title
    by_rank: bool = False
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What a remote speaker must be before the floor is given, unless the chair overrides it."""

    connected: bool = False
    tested: bool = False
    sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """Figures of interpretation. ``slow_down_to_speaker``: the speaker sees that signal too."""

    turn_minutes: int = 30
    handover_seconds: int = 60
    staff: int = 2
    two_way_staff: int = 3
    meeting_minutes: int = 180
    remote_meeting_minutes: int = 120
    meetings_a_week: int = 5
    slow_down_to_speaker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The rules of one body.

    ``tiers`` stand in the order of speaking; ``points_of_order`` are the categories that may raise one;
    ``by_invitation`` those that speak only once the body has decided to hear them.
    ``motions``: the kinds that the body knows, in their order. Without ``replies`` or ``decisions`` the body
    gives no rights of reply and takes no votes. ``publish_texts``: once delivered.
    ``on_drop``: in a log that was written before there was such a rule, the clock runs on.
    """

    id: str
    title: Title
    tiers: tuple[Tier, ...]
    points_of_order: tuple[Category, ...]
    point_of_order_seconds: int
    open_quorum: Quorum
    rules: Mapping[RuleName, RuleText]
    by_invitation: tuple[Category, ...] = ()
    on_overrun: OnOverrun = OnOverrun.ALERT
    longest_extension_seconds: int = 600
    segments: tuple[Segment, ...] = ()
    method: Method = Method.ORDER_OF_REQUEST
    room_first: RoomFirst = RoomFirst.NO
    procedural_seconds: int = 300
    replies: Replies | None = None
    motions: tuple[MotionRule, ...] = ()
    movers: tuple[Category, ...] = (Category.STATE_PARTY,)
    decisions: Decisions | None = None
    gate: Gate = field(default_factory=Gate)
    interpretation: Interpretation = field(default_factory=Interpretation)
    publish_texts: bool = True
    on_drop: OnDrop = OnDrop.RUN

    def motion_rule(self, kind: MotionKind) -> MotionRule | None:
        """How this body deals with such a motion; None: it knows none."""
        return next((rule for rule in self.motions if rule.kind is kind), None)

    def tier_for(self, category: Category, *, on_behalf_of: bool) -> int | None:
        """The place of the tier in which such a statement stands, or None where the body hears none."""
        for place, tier in enumerate(self.tiers):
            if category in tier.categories and tier.on_behalf_of == on_behalf_of:
                return place
        return None
