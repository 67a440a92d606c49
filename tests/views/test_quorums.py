"""OPEN_QUORUM, DECIDE_QUORUM: the podium sees the quorum of now, beside the one of the opening."""

from dataclasses import replace

from tests.rules.stage import PRESENCE, Given, given, in_session
from tests.rules.voting_stage import body

from hemicycle.rules import commands as c
from hemicycle.rules.state.people import Body
from hemicycle.views.podium import project
from hemicycle.views.quorums import QuorumShown


def here(before: Given, *delegations: str) -> Given:
    for delegation in delegations:
        before = before.done(c.NotePresence(delegation=delegation, present=True), by=PRESENCE)
    return before


def shown(present: int, needed: int, registered: int = 4) -> QuorumShown:
    return QuorumShown(present=present, registered=registered, needed=needed, waived=False)


def test_open_quorum_the_podium_sees_who_is_here_before_the_meeting_and_while_it_goes_on() -> None:
    before = here(given(), "pan", "eu", "jpn")
    assert project(before.meeting).quorum_now == shown(1, 2), "State parties alone count"
    opened = here(in_session(), "pan", "ita", "fra")
    left = opened.done(c.NotePresence(delegation="pan", present=False), by=PRESENCE)
    view = project(left.meeting)
    assert (view.quorum, view.quorum_now) == (shown(4, 2), shown(2, 2))


def test_decide_quorum_the_podium_sees_whether_the_body_may_decide() -> None:
    view = project(here(in_session(body()), "pan", "ita", "eu").meeting)
    assert view.decision_quorum == shown(2, 3)
    assert project(here(in_session(), "pan").meeting).decision_quorum is None, "this body does not decide"


def test_decide_quorum_on_an_item_of_one_body_its_own_states_count() -> None:
    group = Body(id="irg", names={"en": "Group"}, delegations=frozenset({"pan", "ita", "jpn"}))
    bare = body()
    agenda = tuple(replace(i, bodies=("irg",)) if i.id == "3" else i for i in bare.agenda)
    joint = replace(bare, bodies=(group,), agenda=agenda)
    assert project(here(in_session(joint), "ita", "fra").meeting).decision_quorum == shown(1, 2, registered=2)


def test_open_quorum_after_the_meeting_there_is_none_to_watch() -> None:
    over = project(in_session(body()).done(c.AdjournMeeting()).meeting)
    assert (over.quorum, over.quorum_now, over.decision_quorum) == (shown(4, 2), None, None)
