"""A meeting in which each command concerns something, and an example of each command.

Panama has the floor and has asked and moved; Peru too has asked. The English booth is Eva's, the French one
Fatima's; each has raised an alert, and somebody has asked the speaker to slow down.
"""

from dataclasses import replace
from datetime import UTC, datetime

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, Command
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.state.booths import Booth, Interpreter, Signal, SignalKind
from hemicycle.rules.state.decisions import Choice, QuestionKind, VoteMethod
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.state.motions import Motion, MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import Capacity, Fitness, HolderKind, Modality, OrderCause, RequestKind, Source

AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
EVA, FATIMA = "eva", "fatima"


def request(delegation: str) -> Request:
    return Request(
        id=f"of-{delegation}",
        number=1,
        kind=RequestKind.STATEMENT,
        item="3",
        delegation=delegation,
        participant=None,
        source=Source.ROOM,
        modality=Modality.IN_PERSON,
        tier=0,
        seconds=300,
        accepted_at=AT,
    )


def motion(delegation: str) -> Motion:
    return Motion(
        id=f"motion-of-{delegation}",
        number=1,
        kind=MotionKind.SUSPEND_MEETING,
        delegation=delegation,
        moved_at=AT,
    )


def speaking(kind: HolderKind, ref: str) -> Grant:
    holder = Holder(kind=kind, ref=ref)
    return Grant(id=1, kind=RequestKind.STATEMENT, holder=holder, started_at=AT, ends_at=None)


def booth(language: str, interpreter: str) -> Booth:
    return Booth(
        id=language, outgoing=(language,), interpreters=(Interpreter(participant=interpreter, a=(language,)),)
    )


def signal(key: str, kind: SignalKind, of: str | None) -> Signal:
    return Signal(id=key, kind=kind, at=AT, booth=of)


MEETING = replace(
    EMPTY,
    requests={"of-pan": request("pan"), "of-per": request("per")},
    motions={"motion-of-pan": motion("pan"), "motion-of-per": motion("per")},
    floor=(speaking(HolderKind.DELEGATION, "pan"),),
    booths={"en": booth("en", EVA), "fr": booth("fr", FATIMA)},
    signals={
        "of-en": signal("of-en", SignalKind.HELP, "en"),
        "of-fr": signal("of-fr", SignalKind.HELP, "fr"),
        "slower": signal("slower", SignalKind.SLOW_DOWN, None),
    },
)

EXAMPLES: tuple[Command, ...] = (
    c.CallToOrder(),
    c.SuspendMeeting(),
    c.ResumeMeeting(),
    c.AdjournMeeting(),
    c.HandOverChair(to="vice-chair"),
    c.TakeUpItem(item="3"),
    c.CloseItem(item="3"),
    c.OpenList(item="3"),
    c.AnnounceList(item="3"),
    c.CloseList(item="3"),
    c.ReopenList(item="3"),
    c.RequestFloor(),
    c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE),
    c.WithdrawRequest(request="of-pan"),
    c.JoinStatement(request="of-pan"),
    c.DeclineToJoin(request="of-pan"),
    c.ChangeModality(request="of-pan"),
    c.CallNext(),
    c.CallSpeaker(request="of-pan"),
    c.PassOver(),
    c.TakeBackCall(),
    c.GiveFloor(),
    c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary"),
    c.EndStatement(),
    c.ExtendTime(seconds=60),
    c.CallSpeakerToOrder(cause=OrderCause.IRRELEVANCE),
    c.PauseSpeaking(),
    c.ResumeSpeaking(),
    c.Rule(upheld=True),
    c.SetListClosing(item="3", closes_at=AT),
    c.FreezeHead(item="3", count=2),
    c.MoveRequest(request="of-pan", reason="asked"),
    c.OpenSegment(item="3", segment=1),
    c.InviteOrganization(delegation="ngo"),
    c.BeginReplies(),
    c.DeclineRequest(request="of-pan", reason="late"),
    c.TakeAsRead(request="of-pan"),
    c.MarkSound(participant="pan-online", fitness=Fitness.FIT),
    c.MarkTested(participant="pan-online"),
    c.Move(kind=MotionKind.SUSPEND_MEETING),
    c.ProposeLimit(seconds=180),
    c.WithdrawMotion(motion="motion-of-pan"),
    c.TakeUpMotion(motion="motion-of-pan"),
    c.Appeal(),
    c.TableProposal(item="3", symbol="L.1", title="Draft"),
    c.WithdrawProposal(proposal="p1"),
    c.TableAmendment(proposal="p1", text="delete"),
    c.OrderAmendments(proposal="p1", order=("a1",)),
    c.WithdrawAmendment(amendment="a1"),
    c.ReviseOrally(proposal="p1", text="insert"),
    c.AskConsensus(kind=QuestionKind.AGENDA),
    c.Object(),
    c.LiftObjection(),
    c.DeclareDecided(),
    c.AbandonConsensus(),
    c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.AGENDA),
    c.OpenVote(kind=QuestionKind.AGENDA),
    c.CastVote(choice=Choice.YES),
    c.RecordVote(delegation="pan", choice=Choice.YES),
    c.EnterCount(yes=1, no=0, abstentions=0),
    c.CloseVote(),
    c.CancelVote(reason="the system failed"),
    c.OpenPanel(item="3", title="Panel", panellists=("guest",)),
    c.NextOfPanel(),
    c.TurnTo(phase=PanelPhase.QUESTIONS),
    c.AskToRespond(),
    c.ClosePanel(),
    c.StaffBooth(booth="en", interpreters=(Interpreter(participant=EVA, a=("en",)),)),
    c.TakeMicrophone(booth="en"),
    c.ReleaseMicrophone(booth="en"),
    c.RequestHandover(booth="en"),
    c.AnswerHandover(booth="en", accepted=True),
    c.CancelHandover(booth="en"),
    c.SetSource(booth="en", source="fr"),
    c.SetChannel(booth="en", channel="en"),
    c.RaiseSignal(kind=SignalKind.HELP, booth="en"),
    c.AcknowledgeSignal(signal="of-en"),
    c.FinishSignal(signal="of-en"),
    c.CorrectStatement(grant=1, reason="wrong time", spoken_ms=1000),
    c.CorrectVote(decision=1, delegation="pan", reason="heard wrongly", choice=Choice.NO),
    c.CorrectDecision(decision=1, carried=True, reason="declared wrongly"),
)
"""One of each command; what can be anybody's own is Panama's or Eva's."""


def actor(capacity: Capacity | None, delegation: str | None = None, participant: str | None = None) -> Actor:
    return Actor(capacity=capacity, delegation=delegation, participant=participant, login="a1")
