"""The closed vocabularies of the floor: the field's own names, written to the log as their values."""

from collections.abc import Mapping
from enum import StrEnum

DelegationId = str
ParticipantId = str
SeatId = str
ItemId = str
RequestId = str
GroupId = str
CommandId = str
ReasonId = str
GrantId = int
BodyId = str
MotionId = str
ProposalId = str
AmendmentId = str
PanelId = str
BoothId = str
SignalId = str
TextId = str

Title = str | Mapping[str, str]
"""What something is called: in whatever language, or by language tag, one of which is ``en``."""


def titled(title: Title, language: str = "en") -> str:
    """The title in this language; else in English, or as it stands."""
    return title if isinstance(title, str) else title.get(language) or title["en"]


class Capacity(StrEnum):
    """What a login may do."""

    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    DELEGATE = "delegate"
    INTERPRETER = "interpreter"
    OPERATOR = "operator"
    HALL = "hall"


class Part(StrEnum):
    """What a person is to her own delegation, beside her seat."""

    HEAD = "head"
    FOCAL_POINT = "focal_point"


class Agent(StrEnum):
    """Through what door a command came: a login, or one of the service's own parts."""

    LOGIN = "login"
    CLOCK = "clock"
    PRESENCE = "presence"
    REGISTRY = "registry"


class Category(StrEnum):
    """What a delegation is (rules 14 to 17 of the Conference)."""

    STATE_PARTY = "state_party"
    SIGNATORY = "signatory"
    OTHER_STATE = "other_state"
    REIO = "reio"
    ENTITY = "entity"
    IGO = "igo"
    NGO = "ngo"


class Modality(StrEnum):
    """Where somebody takes part from."""

    IN_PERSON = "in_person"
    ONLINE = "online"


class Role(StrEnum):
    """What a seat allows: an observer follows and does not ask for the floor."""

    SPEAKER = "speaker"
    OBSERVER = "observer"


class Source(StrEnum):
    """Where a request came from; recorded by the service, never taken from a client."""

    ROOM = "room"
    ONLINE = "online"
    DESK = "desk"


class RequestKind(StrEnum):
    """What the floor is asked for."""

    STATEMENT = "statement"
    POINT_OF_ORDER = "point_of_order"
    REPLY = "reply"
    MOTION = "motion"
    FOR_MOTION = "for_motion"
    AGAINST_MOTION = "against_motion"
    APPEAL = "appeal"
    EXPLANATION = "explanation"
    QUESTION = "question"
    RESPONSE = "response"
    REBUTTAL = "rebuttal"
    ADVICE = "advice"


class HolderKind(StrEnum):
    """Who can hold the floor."""

    DELEGATION = "delegation"
    SECRETARIAT = "secretariat"
    PANELLIST = "panellist"
    PRESIDING_OFFICER = "presiding_officer"
    GUEST = "guest"


class Phase(StrEnum):
    """The meeting's own states: suspend and the same meeting resumes, adjourn and it has ended."""

    NOT_SET_UP = "not_set_up"
    SCHEDULED = "scheduled"
    IN_SESSION = "in_session"
    SUSPENDED = "suspended"
    ADJOURNED = "adjourned"


class ItemState(StrEnum):
    """An agenda item within this meeting."""

    PENDING = "pending"
    TAKEN_UP = "taken_up"
    DEBATE_ADJOURNED = "debate_adjourned"
    CLOSED = "closed"


class ListState(StrEnum):
    """An item's list of speakers. Announced: the chair has said that it will be closed."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    ANNOUNCED = "announced"
    CLOSED = "closed"


class RequestState(StrEnum):
    """A request's way: passed over keeps its place; the last five are ends."""

    INSCRIBED = "inscribed"
    CALLED = "called"
    SPEAKING = "speaking"
    PASSED_OVER = "passed_over"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    TAKEN_AS_READ = "taken_as_read"
    CARRIED_OVER = "carried_over"


class PassedOverCause(StrEnum):
    """Why the chair went on to the next speaker; interrupted: by a motion that was carried."""

    ABSENT = "absent"
    NOT_READY = "not_ready"
    CONNECTION_LOST = "connection_lost"
    INTERRUPTED = "interrupted"


class EndedBy(StrEnum):
    """Who ended a statement."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    CLOCK = "clock"


class OrderCause(StrEnum):
    """For what the chair calls a speaker to order."""

    IRRELEVANCE = "irrelevance"
    OVERRUN = "overrun"


class SpeakerRank(StrEnum):
    """By what rank States speak in a high-level segment, the highest first."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    OTHER = "other"


class Fitness(StrEnum):
    """What operator or interpreter found of a remote speaker's sound."""

    UNKNOWN = "unknown"
    FIT = "fit"
    UNFIT = "unfit"
