"""How each thing of a meeting goes from state to state, as tables: what events move it, from where to where.

Everything else leaves it where it is. The diagrams in ``docs/states.md`` are drawn from these tables; tests
hold them to what ``evolve`` does in every scenario. ``NONE``: it is not there yet, or no more. What a meeting
takes over from the one before is in the state in which it was there: ``TAKING_OVER`` is not told again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.booths import HandoverOutcome, SignalState
from hemicycle.rules.state.decisions import ProposalState
from hemicycle.rules.state.motions import MotionState
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import ListState, Phase, RequestState

NONE = ""
TAKING_OVER = (e.MeetingSetUp, e.StandingInherited)
OPEN, ASKED, ON_AIR, OFF_AIR = "open", "asked", "on_air", "off_air"


@dataclass(frozen=True, slots=True)
class Move:
    """``event`` takes the thing from ``source`` to ``target``."""

    source: str
    event: type[Any]
    target: str


@dataclass(frozen=True, slots=True)
class Machine:
    """One kind of thing. ``read``: the state of each of them in a meeting, by its key."""

    name: str
    says: str
    moves: tuple[Move, ...]
    read: Callable[[Meeting], Mapping[Any, str]]


def _moves(*rows: tuple[Iterable[str] | str, type[Any], str]) -> tuple[Move, ...]:
    return tuple(
        Move(source, event, target)
        for sources, event, target in rows
        for source in ((sources,) if isinstance(sources, str) else sources)
    )


_R, _L, _M, _P, _S = RequestState, ListState, MotionState, ProposalState, SignalState
_WAITS = (_R.INSCRIBED, _R.PASSED_OVER)

MEETING = Machine(
    "Meeting",
    "Suspended, the same meeting resumes; adjourned, it has ended.",
    _moves(
        (Phase.NOT_SET_UP, e.MeetingSetUp, Phase.SCHEDULED),
        (Phase.SCHEDULED, e.MeetingCalledToOrder, Phase.IN_SESSION),
        (Phase.IN_SESSION, e.MeetingSuspended, Phase.SUSPENDED),
        (Phase.SUSPENDED, e.MeetingResumed, Phase.IN_SESSION),
        ((Phase.IN_SESSION, Phase.SUSPENDED), e.MeetingAdjourned, Phase.ADJOURNED),
    ),
    lambda meeting: {"meeting": meeting.phase},
)
LIST = Machine(
    "List of speakers",
    "Of each item. A list that is not at its end goes on in the next meeting.",
    _moves(
        (NONE, e.MeetingSetUp, _L.NOT_OPEN),
        (_L.NOT_OPEN, e.ListOpened, _L.OPEN),
        (_L.OPEN, e.ListAnnounced, _L.ANNOUNCED),
        ((_L.OPEN, _L.ANNOUNCED), e.ListClosed, _L.CLOSED),
        (_L.CLOSED, e.ListReopened, _L.OPEN),
        ((_L.NOT_OPEN, _L.OPEN, _L.ANNOUNCED), e.DebateClosed, _L.CLOSED),
        ((_L.NOT_OPEN, _L.OPEN, _L.ANNOUNCED), e.ItemClosed, _L.CLOSED),
    ),
    lambda meeting: meeting.lists,
)
REQUEST = Machine(
    "Request for the floor",
    "Calling and giving the floor are two steps. Who is passed over keeps the place, and the time left.",
    _moves(
        (NONE, e.SpeakerInscribed, _R.INSCRIBED),
        (_WAITS, e.SpeakerCalled, _R.CALLED),
        (_R.CALLED, e.FloorGiven, _R.SPEAKING),
        (_R.SPEAKING, e.StatementEnded, _R.DELIVERED),
        (_R.SPEAKING, e.RulingMade, _R.DELIVERED),
        ((_R.CALLED, _R.SPEAKING), e.SpeakerPassedOver, _R.PASSED_OVER),
        (_R.SPEAKING, e.SpeakerPassedOver, _R.INSCRIBED),
        ((_R.CALLED, _R.SPEAKING), e.CallTakenBack, _R.INSCRIBED),
        ((_R.CALLED, _R.SPEAKING), e.CallTakenBack, _R.PASSED_OVER),
        (_WAITS, e.RequestWithdrawn, _R.WITHDRAWN),
        (_WAITS, e.MotionDecided, _R.WITHDRAWN),
        (_WAITS, e.MotionWithdrawn, _R.WITHDRAWN),
        (_WAITS, e.MotionLapsed, _R.WITHDRAWN),
        (_R.INSCRIBED, e.StandingInherited, _R.WITHDRAWN),
        (_WAITS, e.RequestDeclined, _R.DECLINED),
        (_WAITS, e.DebateClosed, _R.DECLINED),
        (_WAITS, e.StatementsLimited, _R.DECLINED),
        (_WAITS, e.PanelClosed, _R.DECLINED),
        (_WAITS, e.ItemClosed, _R.DECLINED),
        (_WAITS, e.MeetingAdjourned, _R.DECLINED),
        ((*_WAITS, _R.SPEAKING), e.StatementTakenAsRead, _R.TAKEN_AS_READ),
        (_WAITS, e.StandingHandedOn, _R.CARRIED_OVER),
    ),
    lambda meeting: {key: request.state for key, request in meeting.requests.items()},
)
MOTION = Machine(
    "Motion",
    "Those that are pending are taken up in the order of the rules of procedure.",
    _moves(
        (NONE, e.MotionMade, _M.PENDING),
        (_M.PENDING, e.MotionTakenUp, _M.TAKEN_UP),
        (_M.TAKEN_UP, e.MotionDecided, _M.CARRIED),
        (_M.TAKEN_UP, e.MotionDecided, _M.REJECTED),
        ((_M.PENDING, _M.TAKEN_UP), e.MotionWithdrawn, _M.WITHDRAWN),
        ((_M.PENDING, _M.TAKEN_UP), e.MotionLapsed, _M.LAPSED),
    ),
    lambda meeting: {key: motion.state for key, motion in meeting.motions.items()},
)
PROPOSAL = Machine(
    "Proposal",
    "What was decided is open again only when the body decides to reconsider it.",
    _moves(
        (NONE, e.ProposalTabled, _P.TABLED),
        (_P.TABLED, e.DecisionTaken, _P.ADOPTED),
        (_P.TABLED, e.DecisionTaken, _P.REJECTED),
        (_P.TABLED, e.ProposalWithdrawn, _P.WITHDRAWN),
        ((_P.ADOPTED, _P.REJECTED), e.ProposalReopened, _P.TABLED),
        (_P.ADOPTED, e.DecisionCorrected, _P.REJECTED),
        (_P.REJECTED, e.DecisionCorrected, _P.ADOPTED),
    ),
    lambda meeting: {key: proposal.state for key, proposal in meeting.proposals.items()},
)
VOTE = Machine(
    "Vote",
    "While it is open nothing moves but the voting itself, and points of order on its conduct.",
    _moves(
        (NONE, e.VoteOpened, OPEN),
        (OPEN, e.DecisionTaken, NONE),
        (OPEN, e.VoteCancelled, NONE),
    ),
    lambda meeting: {v.id: OPEN for v in (meeting.halted, meeting.vote) if v is not None},
)
CONSENSUS = Machine(
    "Consensus",
    "Whether there is an objection is asked before anything is put to the vote.",
    _moves(
        (NONE, e.ConsensusAsked, ASKED),
        (ASKED, e.DecisionTaken, NONE),
        (ASKED, e.ConsensusAbandoned, NONE),
    ),
    lambda meeting: {} if meeting.consensus is None else {"consensus": ASKED},
)
PANEL = Machine(
    "Panel",
    "Presentations first; then questions in batches and answers, in turn.",
    _moves(
        ((NONE, PanelPhase.CLOSED), e.PanelOpened, PanelPhase.PRESENTATIONS),
        (PanelPhase.PRESENTATIONS, e.PanelTurned, PanelPhase.QUESTIONS),
        (PanelPhase.PRESENTATIONS, e.PanelTurned, PanelPhase.ANSWERS),
        (PanelPhase.QUESTIONS, e.PanelTurned, PanelPhase.ANSWERS),
        (PanelPhase.ANSWERS, e.PanelTurned, PanelPhase.QUESTIONS),
        (
            (PanelPhase.PRESENTATIONS, PanelPhase.QUESTIONS, PanelPhase.ANSWERS),
            e.PanelClosed,
            PanelPhase.CLOSED,
        ),
    ),
    lambda meeting: {} if meeting.panel is None else {"panel": meeting.panel.phase},
)
MICROPHONE = Machine(
    "Booth",
    "One microphone at most is live in a booth, and one on each channel.",
    _moves(
        (NONE, e.MeetingSetUp, OFF_AIR),
        (OFF_AIR, e.MicrophoneTaken, ON_AIR),
        (ON_AIR, e.MicrophoneReleased, OFF_AIR),
        (ON_AIR, e.MeetingAdjourned, OFF_AIR),
    ),
    lambda meeting: {
        key: OFF_AIR if air.interpreter is None else ON_AIR for key, air in meeting.on_air.items()
    },
)
HANDOVER = Machine(
    "Handover",
    f"It ends {', '.join(HandoverOutcome)}; accepted, the other interpreter is on air.",
    _moves(
        (NONE, e.HandoverRequested, ASKED),
        (ASKED, e.HandoverEnded, NONE),
        (ASKED, e.MeetingAdjourned, NONE),
    ),
    lambda meeting: {key: ASKED for key, air in meeting.on_air.items() if air.handover is not None},
)
SIGNAL = Machine(
    "Signal",
    "An alert stays until the chair has acknowledged it; a call for help is handled, then finished.",
    _moves(
        (NONE, e.SignalRaised, _S.RAISED),
        (_S.RAISED, e.SignalChanged, _S.ACKNOWLEDGED),
        (_S.RAISED, e.SignalChanged, _S.HANDLED),
        ((_S.RAISED, _S.ACKNOWLEDGED, _S.HANDLED), e.SignalChanged, _S.FINISHED),
    ),
    lambda meeting: {key: signal.state for key, signal in meeting.signals.items()},
)
MACHINES = (
    MEETING,
    LIST,
    REQUEST,
    MOTION,
    PROPOSAL,
    CONSENSUS,
    VOTE,
    PANEL,
    MICROPHONE,
    HANDOVER,
    SIGNAL,
)


def moved(machine: Machine, before: Meeting, event: e.Event, after: Meeting) -> list[Move]:
    """What this event moved, as the fold has it."""
    was, now = machine.read(before), machine.read(after)
    pairs = ((str(was.get(key, NONE)), str(now.get(key, NONE))) for key in {**was, **now})
    return [Move(source, type(event), target) for source, target in pairs if source != target]
