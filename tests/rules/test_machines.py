"""The tables of states are those of the rules: nothing moves otherwise, and every row is reached."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from tests.rules.booths_stage import ED, EVA, WITH_BOOTHS
from tests.rules.stage import CHAIR, DESK, REGISTRY, Given, given, in_session, room, whole
from tests.rules.voting_stage import ASK, P1, VOTE, body

from hemicycle.contract.diagrams import state_diagrams
from hemicycle.journal.codec import decode_event
from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, AnyCommand
from hemicycle.rules.events import Event
from hemicycle.rules.evolve import evolve
from hemicycle.rules.machines import MACHINES, TAKING_OVER, Move, moved
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import ListState, Modality, RequestKind

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)

GOLDENS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.golden.jsonl"))
Seen = set[tuple[str, str, str, str]]


def row(machine: str, move: Move) -> tuple[str, str, str, str]:
    return machine, str(move.source), move.event.__name__, str(move.target)


TABLE: Seen = {row(machine.name, move) for machine in MACHINES for move in machine.moves}


def watched(before: Meeting, events: list[Event], seen: Seen) -> Meeting:
    """The meeting after these events; what they moved is added to ``seen``."""
    for event in events:
        after = evolve(before, event)
        for machine in MACHINES:
            seen |= {row(machine.name, move) for move in moved(machine, before, event, after)}
        before = after
    return before


def in_goldens(path: Path) -> Seen:
    seen: Seen = set()
    meeting = EMPTY
    for line in path.read_text("utf-8").splitlines():
        events = [decode_event(event) for event in json.loads(line).get("events", ())]
        meeting = watched(meeting, events, seen)
    return seen


def told(seen: Seen) -> Seen:
    """Without what is taken over from another meeting, in whatever state it was there."""
    taking_over = {kind.__name__ for kind in TAKING_OVER}
    return {moved for moved in seen if moved[2] not in taking_over or moved in TABLE}


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.name.removesuffix(".golden.jsonl"))
def test_no_scenario_moves_anything_otherwise(path: Path) -> None:
    assert told(in_goldens(path)) <= TABLE


class Watched(Given):
    """A meeting that is watched while it goes on."""

    seen: ClassVar[Seen] = set()

    def done(self, command: AnyCommand, *, by: Actor = CHAIR, clock: str = "10:00:00") -> "Watched":
        outcome = self.when(command, by=by, clock=clock)
        assert outcome.refusal is None, (command, outcome.refusal)
        return Watched(watched(self.meeting, outcome.events, self.seen))


def session() -> Watched:
    return Watched(in_session(whole()).meeting)


def voting() -> Watched:
    return Watched(in_session(body()).meeting)


def passed_over() -> Given:
    """Italy waits, Panama was passed over."""
    return session().asked(room("pan"), room("ita")).done(c.CallNext()).done(c.PassOver())


def carried(meeting: Given, motion: str = "m1") -> Given:
    put = meeting.done(c.TakeUpMotion(motion=motion))
    put = put.done(c.AskConsensus(kind=QuestionKind.MOTION, ref=motion))
    return put.done(c.DeclareDecided())


def moving(kind: MotionKind, before: Given | None = None, **fields: object) -> Given:
    move = c.Move(kind=kind, delegation="fra", **fields)  # type: ignore[arg-type]  # fields of Move
    return (before or session()).done(move, by=DESK)


def adopted() -> Given:
    return voting().done(P1, by=DESK).done(ASK).done(c.DeclareDecided())


def rejected() -> Given:
    opened = voting().done(P1, by=DESK).done(ASK).done(c.AbandonConsensus()).done(VOTE)
    return opened.done(c.EnterCount(yes=0, no=3, abstentions=0), by=DESK).done(c.CloseVote())


def panel() -> Given:
    opened = session().done(c.OpenPanel(item="3", title="Panel", panellists=("panellist",)))
    return opened.done(c.TurnTo(phase=PanelPhase.ANSWERS)).done(c.TurnTo(phase=PanelPhase.QUESTIONS))


def questioned() -> Given:
    ask = c.RequestFloor(kind=RequestKind.QUESTION)
    asked = panel().done(ask, by=room("pan")).done(ask, by=room("ita"))
    return asked.done(c.CallNext()).done(c.PassOver())


def supported() -> Given:
    """A motion that is taken up, with one who would speak for it and one who was passed over."""
    taken = moving(MotionKind.ADJOURN_DEBATE).done(c.TakeUpMotion(motion="m1"))
    taken = taken.given_the_floor().done(c.EndStatement())
    for delegation, kind in (("pan", RequestKind.FOR_MOTION), ("ita", RequestKind.AGAINST_MOTION)):
        taken = taken.done(c.RequestFloor(kind=kind, motion="m1"), by=room(delegation))
    return taken.done(c.CallNext()).done(c.PassOver())


def heard() -> Given:
    """France was heard; a right of reply waits, another was passed over."""
    spoken = session().asked(room("fra")).given_the_floor().done(c.EndStatement())
    ask = c.RequestFloor(kind=RequestKind.REPLY)
    spoken = spoken.done(ask, by=room("pan")).done(ask, by=room("ita")).done(c.CloseList(item="3"))
    return spoken.done(c.CallNext()).done(c.PassOver())


def booth() -> Given:
    begun = Watched(given(set_up=WITH_BOOTHS).meeting).done(c.CallToOrder())
    return begun.done(c.TakeMicrophone(booth="en"), by=EVA).done(c.RequestHandover(booth="en"), by=ED)


RUNS: list[Callable[[], Given]] = [
    lambda: session().done(c.CloseList(item="3")).done(c.SuspendMeeting()).done(c.AdjournMeeting()),
    lambda: session().done(c.AnnounceList(item="3")).done(c.CloseItem(item="3")),
    lambda: Watched(given(set_up=whole()).done(c.CallToOrder()).done(c.TakeUpItem(item="3")).meeting).done(
        c.CloseItem(item="3")
    ),
    lambda: carried(moving(MotionKind.CLOSE_DEBATE, session().done(c.AnnounceList(item="3")))),
    lambda: carried(
        moving(
            MotionKind.CLOSE_DEBATE,
            Watched(given(set_up=whole()).done(c.CallToOrder()).done(c.TakeUpItem(item="3")).meeting),
        )
    ),
    lambda: carried(moving(MotionKind.CLOSE_DEBATE, passed_over())),
    lambda: carried(moving(MotionKind.LIMIT_STATEMENTS, limited(), statements=1)),
    lambda: passed_over().done(c.WithdrawRequest(request="r1"), by=room("pan")),
    lambda: passed_over().done(c.TakeAsRead(request="r1")),
    lambda: passed_over().done(c.CloseItem(item="3", confirmed=True)),
    lambda: (
        passed_over()
        .done(c.CallSpeaker(request="r1", reason="back"))
        .done(c.GiveFloor())
        .done(c.TakeBackCall())
    ),
    lambda: (
        passed_over().done(c.AdjournMeeting()).done(c.HandOnStanding(to="em10-4", items=("3",)), by=REGISTRY)
    ),
    lambda: (
        heard()
        .done(c.DeclineRequest(request="r2", reason="no"))
        .done(c.DeclineRequest(request="r3", reason="no"))
    ),
    lambda: moving(MotionKind.SUSPEND_MEETING).done(c.WithdrawMotion(motion="m1"), by=room("fra")),
    lambda: moving(MotionKind.SUSPEND_MEETING).done(c.AdjournMeeting()),
    lambda: supported().done(c.WithdrawMotion(motion="m1"), by=room("fra")),
    lambda: supported().done(c.AskConsensus(kind=QuestionKind.MOTION, ref="m1")).done(c.DeclareDecided()),
    lambda: carried(moving(MotionKind.RECONSIDER, adopted(), proposal="p1")),
    lambda: carried(moving(MotionKind.RECONSIDER, rejected(), proposal="p1")),
    lambda: rejected().done(
        c.CorrectDecision(decision=1, carried=True, reason="miscounted", yes=3, no=0, abstentions=0), by=DESK
    ),
    lambda: voting().done(P1, by=DESK).done(c.WithdrawProposal(proposal="p1"), by=room("pan")),
    lambda: questioned().done(c.ClosePanel(confirmed=True)),
    lambda: (
        panel()
        .done(c.TurnTo(phase=PanelPhase.ANSWERS))
        .done(c.ClosePanel())
        .done(c.OpenPanel(item="3", title="Another", panellists=("panellist",)))
        .done(c.ClosePanel())
    ),
    lambda: booth().done(c.AdjournMeeting()),
    lambda: (
        session()
        .done(POINT, by=room("pan"))
        .done(c.CallNext())
        .done(c.PassOver())
        .done(POINT, by=room("ita"))
        .done(c.AdjournMeeting())
    ),
    lambda: supported().done(c.AdjournMeeting()),
    lambda: (
        waiting_before_the_call()
        .done(c.OpenList(item="3"))
        .done(c.RequestFloor(item="3"), by=room("pan"))
        .done(c.InheritStanding(standing=left_over()), by=REGISTRY)
    ),
]


def waiting_before_the_call() -> Given:
    return Watched(given(set_up=whole()).meeting)


def left_over() -> Standing:
    """What stands after a meeting at whose end Panama waited."""
    requests = session().asked(room("pan")).meeting.requests
    return Standing(former="em10-2", lists={"3": ListState.OPEN}, requests=tuple(requests.values()))


def limited() -> Given:
    """Panama was heard and waits again, Italy was heard and was passed over; France has not been heard."""
    meeting: Given = session()
    for delegation in ("pan", "ita"):
        meeting = meeting.asked(room(delegation)).given_the_floor().done(c.EndStatement())
    slips = (c.InscribeSpeaker(delegation=d, modality=Modality.IN_PERSON) for d in ("ita", "pan"))
    for slip in slips:
        meeting = meeting.done(slip, by=DESK)
    return meeting.done(c.CallNext()).done(c.PassOver())


def in_runs() -> Iterator[Seen]:
    for run in RUNS:
        Watched.seen.clear()
        run()
        yield set(Watched.seen)


def test_every_row_is_reached_and_no_run_moves_anything_otherwise() -> None:
    seen: Seen = set()
    for path in GOLDENS:
        seen |= in_goldens(path)
    for run in in_runs():
        assert told(run) <= TABLE
        seen |= run
    assert TABLE - seen == set()


def test_every_move_is_drawn() -> None:
    drawn = state_diagrams()
    for machine in MACHINES:
        assert f"## {machine.name}\n" in drawn
        for move in machine.moves:
            arrow = f"    {str(move.source) or '[*]'} --> {str(move.target) or '[*]'}: "
            lines = [line for line in drawn.splitlines() if line.startswith(arrow)]
            assert any(move.event.__name__ in line for line in lines)
