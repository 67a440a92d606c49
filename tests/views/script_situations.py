"""Meetings of every kind, for the words of the chair: what there is to say at each moment."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import combinations

from tests.rules.stage import (
    CLOCK,
    DESK,
    PRESENCE,
    WHOLE,
    Given,
    given,
    in_session,
    online,
    room,
    whole,
)
from tests.rules.voting_stage import (
    ASK,
    HANDS,
    P1,
    RECORDED,
    ROLL_CALL,
    SECRET,
    body,
    decided,
    tried,
)
from tests.views.script_questions import (
    ASK_AGENDA,
    ASK_AMENDMENT,
    ASK_PART,
    VOTE_AGENDA,
    VOTE_AMENDMENT,
    VOTE_PART,
    amended,
    asked,
    in_parts,
    noted,
    orally,
)

from hemicycle.rules import commands as c
from hemicycle.rules.procedure import OnDrop, RepliesTaken, Tie
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import HolderKind, OrderCause, RequestKind
from hemicycle.views.script import steps

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
SECRETARY = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")


def keys(meeting: Given) -> list[str]:
    return [step.key for step in steps(meeting.meeting)]


def session() -> Given:
    return in_session(whole())


def scheduled() -> Given:
    return given(set_up=whole())


def opened() -> Given:
    return scheduled().done(c.CallToOrder())


def waiting(kind: RequestKind, **fields: object) -> Given:
    """Italy was heard; Panama has asked for this."""
    heard = session().asked(room("ita")).given_the_floor().done(c.EndStatement())
    return heard.done(c.RequestFloor(kind=kind, **fields), by=room("pan"))  # type: ignore[arg-type]  # fields


def group(meeting: Given) -> Given:
    return meeting.done(c.RequestFloor(on_behalf_of="g77"), by=room("pan"))


def moved(kind: MotionKind, **fields: object) -> Given:
    move = c.Move(kind=kind, delegation="fra", **fields)  # type: ignore[arg-type]  # fields of Move
    return session().done(move, by=DESK)


def reconsidered() -> Given:
    done = in_session(body()).done(P1, by=DESK).done(ASK).done(c.DeclareDecided())
    return done.done(c.Move(kind=MotionKind.RECONSIDER, proposal="p1", delegation="fra"), by=DESK)


FIGURES = [each for many in (1, 2, 3) for each in combinations(("time", "group_time", "statements"), many)]


def proposed(*figures: str) -> Given:
    """The chair has proposed a limit of these figures, and asks whether there is an objection."""
    of = {"time": 180, "group_time": 300, "statements": 1}
    seconds, group_seconds, statements = (of[name] if name in figures else None for name in of)
    return session().done(c.ProposeLimit(seconds=seconds, group_seconds=group_seconds, statements=statements))


def put(meeting: Given) -> Given:
    return meeting.done(c.TakeUpMotion(motion="m1")).done(
        c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True), by=DESK
    )


def on_a_point() -> Given:
    return session().asked(room("ita")).given_the_floor().done(POINT, by=room("fra")).given_the_floor()


def appealed() -> Given:
    ruled = on_a_point().done(c.Rule(upheld=False))
    return ruled.done(c.Appeal(), by=room("fra"))


def panel(*turns: PanelPhase) -> Given:
    now = session().done(c.OpenPanel(item="3", title="Panel", panellists=("panellist",)))
    for phase in turns:
        now = now.done(c.TurnTo(phase=phase))
    return now


def lost(on_drop: OnDrop) -> Given:
    """Panama speaks online, and her line is lost."""
    speaking = in_session(whole(on_drop=on_drop)).asked(online("pan")).given_the_floor()
    return speaking.done(c.NoteConnection(participant="pan-online", connected=False), by=PRESENCE)


def of_the_day() -> Given:
    """Italy was heard, the list is closed; Panama waits for the end of the day to reply."""
    assert WHOLE.replies is not None
    end_of_day = whole(replies=replace(WHOLE.replies, taken=RepliesTaken.END_OF_DAY))
    heard = in_session(end_of_day).asked(room("ita")).given_the_floor().done(c.EndStatement())
    asked_for = heard.done(c.RequestFloor(kind=RequestKind.REPLY), by=room("pan"))
    return asked_for.done(c.CloseList(item="3"))


def debated(*, asks: bool = False) -> Given:
    """Statements wait; a motion to adjourn the debate is taken up, its mover heard, and one asks to speak."""
    waits = moved_over(session().asked(online("ind"), online("ita"))).given_the_floor().done(c.EndStatement())
    return waits.done(c.RequestFloor(kind=RequestKind.FOR_MOTION), by=room("pan")) if asks else waits


def moved_over(meeting: Given) -> Given:
    move = c.Move(kind=MotionKind.ADJOURN_DEBATE, delegation="fra")
    return meeting.done(move, by=DESK).done(c.TakeUpMotion(motion="m1"))


def on_a_point_while(meeting: Given) -> Given:
    """A point of order has the floor, another waits."""
    given_floor = meeting.done(POINT, by=room("fra")).given_the_floor()
    return given_floor.done(POINT, by=room("ind"))


def absent(meeting: Given) -> Given:
    """India is called, is not there, and keeps her place on the list."""
    return meeting.asked(room("ind")).done(c.CallNext()).done(c.PassOver())


SITUATIONS: dict[str, Callable[[], Given]] = {
    "call_to_order": scheduled,
    "resume": lambda: opened().done(c.SuspendMeeting()),
    "suspend": session,
    "adjourn": opened,
    "adopt_agenda": opened,
    "take_up_item": opened,
    "open_list": lambda: opened().done(c.TakeUpItem(item="3")),
    "announce_list": session,
    "close_list": lambda: session().done(c.AnnounceList(item="3")),
    "close_item": lambda: session().done(c.CloseList(item="3")),
    "begin_replies": lambda: waiting(RequestKind.REPLY).done(c.CloseList(item="3")),
    "give_floor": lambda: session().asked(room("pan")),
    "give_floor_followed": lambda: session().asked(room("pan"), online("ita")).done(c.CallNext()),
    "give_floor_group": lambda: group(session()),
    "give_floor_group_followed": lambda: group(session().asked(room("ita"))),
    "begin_replies_day": lambda: of_the_day().done(c.CloseItem(item="3")),
    "give_floor_reply": lambda: waiting(RequestKind.REPLY).done(c.CloseList(item="3")),
    "give_floor_question": lambda: panel(PanelPhase.ANSWERS, PanelPhase.QUESTIONS).done(
        c.RequestFloor(kind=RequestKind.QUESTION), by=room("pan")
    ),
    "give_floor_explanation": lambda: (
        asked()
        .done(c.DeclareDecided())
        .done(c.RequestFloor(kind=RequestKind.EXPLANATION, proposal="p1"), by=room("ita"))
    ),
    "give_floor_motion": lambda: (
        moved(MotionKind.ADJOURN_DEBATE)
        .done(c.TakeUpMotion(motion="m1"))
        .given_the_floor()
        .done(c.EndStatement())
        .done(c.RequestFloor(kind=RequestKind.FOR_MOTION, motion="m1"), by=room("pan"))
    ),
    "thank": lambda: session().asked(room("pan")).given_the_floor(),
    "thank_speaker": lambda: session().done(SECRETARY),
    "conclude": lambda: (
        session()
        .asked(room("pan"))
        .given_the_floor()
        .done(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:20:00")
    ),
    "to_order_irrelevance": lambda: (
        session()
        .asked(room("pan"))
        .given_the_floor()
        .done(c.CallSpeakerToOrder(cause=OrderCause.IRRELEVANCE))
    ),
    "to_order_overrun": lambda: (
        session()
        .asked(room("pan"))
        .given_the_floor()
        .done(c.CallSpeakerToOrder(cause=OrderCause.OVERRUN), clock="10:20:00")
    ),
    "connection_lost": lambda: lost(OnDrop.RUN),
    "connection_wait": lambda: lost(OnDrop.HOLD),
    "point_of_order": lambda: session().done(POINT, by=room("fra")),
    "ruling_upheld": on_a_point,
    "ruling_rejected": on_a_point,
    "appeal": appealed,
    "appeal_stands": lambda: decided(appealed(), 1, 3),
    "appeal_overruled": lambda: decided(appealed(), 3, 1),
    "motion_suspend_meeting": lambda: moved(MotionKind.SUSPEND_MEETING),
    "motion_adjourn_meeting": lambda: moved(MotionKind.ADJOURN_MEETING),
    "motion_adjourn_debate": lambda: moved(MotionKind.ADJOURN_DEBATE),
    "motion_close_debate": lambda: moved(MotionKind.CLOSE_DEBATE),
    "motion_limit_statements": lambda: moved(MotionKind.LIMIT_STATEMENTS, seconds=120),
    "motion_reopen_list": lambda: (
        session()
        .done(c.CloseList(item="3"))
        .done(c.Move(kind=MotionKind.REOPEN_LIST, delegation="fra"), by=DESK)
    ),
    "motion_reconsider": reconsidered,
    "motion_divide": lambda: (
        in_session(body())
        .done(P1, by=DESK)
        .done(c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("A", "B"), delegation="fra"), by=DESK)
    ),
    "motion_hear_organization": lambda: moved(MotionKind.HEAR_ORGANIZATION, organization="ngo"),
    "put_motion": lambda: moved(MotionKind.SUSPEND_MEETING).done(c.TakeUpMotion(motion="m1")),
    **{f"propose_{'_'.join(figures)}": partial(proposed, *figures) for figures in FIGURES},
    "limit_debated": lambda: proposed("time").done(c.Object(), by=room("ita")),
    "put_limit": lambda: proposed("time").done(c.AbandonConsensus()),
    "motion_carried": lambda: decided(put(moved(MotionKind.CLOSE_DEBATE)), 3, 1),
    "motion_rejected": lambda: decided(put(moved(MotionKind.SUSPEND_MEETING)), 1, 3),
    "ask_consensus": lambda: (
        moved(MotionKind.SUSPEND_MEETING)
        .done(c.TakeUpMotion(motion="m1"))
        .done(c.AskConsensus(kind=QuestionKind.MOTION, ref="m1"))
    ),
    "ask_consensus_symbol": asked,
    "ask_consensus_symbol_amended": lambda: orally().done(ASK),
    "ask_consensus_part": lambda: in_parts().done(ASK_PART),
    "ask_consensus_amendment": lambda: amended().done(ASK_AMENDMENT),
    "objection": lambda: asked().done(c.Object(), by=room("ita")),
    "decided": lambda: session().done(ASK_AGENDA).done(c.DeclareDecided()),
    "decided_symbol": lambda: asked().done(c.DeclareDecided()),
    "decided_symbol_amended": lambda: orally().done(ASK).done(c.DeclareDecided()),
    "decided_part": lambda: in_parts().done(ASK_PART).done(c.DeclareDecided()),
    "decided_amendment": lambda: amended().done(ASK_AMENDMENT).done(c.DeclareDecided()),
    "noted": lambda: noted(session().done(ASK_AGENDA)),
    "noted_symbol": lambda: noted(asked()),
    "noted_symbol_amended": lambda: noted(orally().done(ASK)),
    "noted_part": lambda: noted(in_parts().done(ASK_PART)),
    "noted_amendment": lambda: noted(amended().done(ASK_AMENDMENT)),
    "vote_show_of_hands": lambda: tried().done(HANDS),
    "vote_roll_call": lambda: tried().done(ROLL_CALL),
    "vote_recorded": lambda: tried().done(RECORDED),
    "vote_secret_ballot": lambda: tried().done(SECRET),
    "close_vote": lambda: tried().done(RECORDED),
    "vote_adopted": lambda: decided(tried().done(HANDS), 4, 0),
    "vote_adopted_amended": lambda: decided(orally().done(ASK).done(c.AbandonConsensus()).done(HANDS), 4, 0),
    "vote_adopted_part": lambda: decided(in_parts().done(VOTE_PART), 3, 1),
    "vote_adopted_amendment": lambda: decided(amended().done(VOTE_AMENDMENT), 3, 1),
    "vote_adopted_agenda": lambda: decided(session().done(VOTE_AGENDA), 4, 0),
    "vote_rejected": lambda: decided(tried().done(HANDS), 0, 4),
    "vote_rejected_part": lambda: decided(in_parts().done(VOTE_PART), 1, 3),
    "vote_rejected_amendment": lambda: decided(amended().done(VOTE_AMENDMENT), 1, 3),
    "vote_rejected_agenda": lambda: decided(session().done(VOTE_AGENDA), 0, 4),
    "vote_tied": lambda: decided(tried(tie=Tie.SECOND_VOTE).done(HANDS), 2, 2),
    "parts_rejected": lambda: decided(
        decided(in_parts().done(VOTE_PART), 1, 3).done(replace(VOTE_PART, ref="p1/2")), 1, 3
    ),
    "panel_presentation": panel,
    "panel_questions": lambda: panel(PanelPhase.ANSWERS, PanelPhase.QUESTIONS),
    "panel_answers": lambda: panel(PanelPhase.ANSWERS),
}
