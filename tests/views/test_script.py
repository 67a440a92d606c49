"""The words for what happens now: the right ones, the likeliest first, and each of them at some time."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.rules.stage import CLOCK, DESK, PRESENCE, Given, given, in_session, online, room, whole
from tests.rules.voting_stage import ASK, HANDS, P1, RECORDED, ROLL_CALL, SECRET, body, decided, tried

from hemicycle.contract.views import view_of
from hemicycle.registry.script_texts import LANGUAGES, Scripts
from hemicycle.rules import commands as c
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import HolderKind, RequestKind
from hemicycle.views.audiences import Audience
from hemicycle.views.script import TEMPLATES, steps

SCRIPTS = [script for script in map(Scripts().of, LANGUAGES) if script is not None]
POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
SECRETARY = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")


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


def put(meeting: Given) -> Given:
    return meeting.done(c.TakeUpMotion(motion="m1")).done(
        c.OpenVote(kind=QuestionKind.MOTION, ref="m1"), by=DESK
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


def asked(**changes: object) -> Given:
    return in_session(body(**changes)).done(P1, by=DESK).done(ASK)


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
    "give_floor_reply": lambda: waiting(RequestKind.REPLY),
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
    "connection_lost": lambda: (
        session()
        .asked(online("pan"))
        .given_the_floor()
        .done(c.NoteConnection(participant="pan-online", connected=False), by=PRESENCE)
    ),
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
    "motion_carried": lambda: decided(put(moved(MotionKind.CLOSE_DEBATE)), 3, 1),
    "motion_rejected": lambda: decided(put(moved(MotionKind.SUSPEND_MEETING)), 1, 3),
    "ask_consensus": lambda: (
        moved(MotionKind.SUSPEND_MEETING)
        .done(c.TakeUpMotion(motion="m1"))
        .done(c.AskConsensus(kind=QuestionKind.MOTION, ref="m1"))
    ),
    "ask_consensus_symbol": asked,
    "objection": lambda: asked().done(c.Object(), by=room("ita")),
    "decided": lambda: session().done(c.AskConsensus(kind=QuestionKind.AGENDA)).done(c.DeclareDecided()),
    "decided_symbol": lambda: asked().done(c.DeclareDecided()),
    "decided_symbol_amended": lambda: (
        in_session(body())
        .done(P1, by=DESK)
        .done(c.ReviseOrally(proposal="p1", text="Insert “again”."), by=DESK)
        .done(ASK)
        .done(c.DeclareDecided())
    ),
    "vote_show_of_hands": lambda: tried().done(HANDS),
    "vote_roll_call": lambda: tried().done(ROLL_CALL),
    "vote_recorded": lambda: tried().done(RECORDED),
    "vote_secret_ballot": lambda: tried().done(SECRET),
    "close_vote": lambda: tried().done(RECORDED),
    "vote_adopted": lambda: decided(tried().done(HANDS), 4, 0),
    "vote_rejected": lambda: decided(tried().done(HANDS), 0, 4),
    "panel_presentation": panel,
    "panel_questions": lambda: panel(PanelPhase.ANSWERS, PanelPhase.QUESTIONS),
    "panel_answers": lambda: panel(PanelPhase.ANSWERS),
}


def keys(meeting: Given) -> list[str]:
    return [step.key for step in steps(meeting.meeting)]


def test_there_is_a_situation_for_every_text() -> None:
    assert SITUATIONS.keys() == TEMPLATES.keys()


@pytest.mark.parametrize("key", SITUATIONS)
def test_each_text_has_its_time_and_can_be_said_in_every_language(key: str) -> None:
    meeting = SITUATIONS[key]()
    assert key in keys(meeting)
    view = view_of(meeting.meeting, Audience.PODIUM)
    for step in view["script"]:
        assert step["params"].keys() == TEMPLATES[step["key"]]
        assert all(script.said(step, view) for script in SCRIPTS)


def test_the_likeliest_comes_first() -> None:
    assert keys(scheduled()) == ["call_to_order"]
    assert keys(session().asked(room("pan"), room("ita")))[0] == "give_floor_followed"
    speaking = session().asked(room("pan")).given_the_floor()
    assert keys(speaking)[0] == "thank"
    assert keys(speaking.done(POINT, by=room("fra")))[0] == "point_of_order"
    assert keys(speaking.done(POINT, by=room("fra")).done(c.CallNext()))[0] == "point_of_order"
    assert keys(SITUATIONS["conclude"]())[0] == "conclude"
    assert keys(on_a_point()) == ["ruling_upheld", "ruling_rejected"]
    assert keys(asked()) == ["ask_consensus_symbol", "decided_symbol"]
    assert keys(SITUATIONS["objection"]()) == ["objection"]
    assert keys(SITUATIONS["vote_adopted"]())[0] == "vote_adopted"


def test_the_result_is_said_until_somebody_has_spoken() -> None:
    declared = asked().done(c.DeclareDecided())
    assert keys(declared)[0] == "decided_symbol"
    spoken = declared.asked(room("pan")).given_the_floor("10:05:00").done(c.EndStatement(), clock="10:06:00")
    assert "decided_symbol" not in keys(spoken)


def test_after_the_end_nothing_is_said() -> None:
    ended = opened().done(c.AdjournMeeting())
    assert keys(ended) == []
    assert steps(replace(ended.meeting, phase=type(ended.meeting.phase).NOT_SET_UP)) == ()
