"""JOINT_MEETING: one list serves all bodies; a delegation speaks on the items of its own bodies."""

from dataclasses import replace

from tests.rules.stage import DESK, SET_UP, Given, given, in_session, online, room

from hemicycle.rules import bodies
from hemicycle.rules import commands as c
from hemicycle.rules.state.people import Body
from hemicycle.rules.terms import Modality, RequestKind

JOINT = replace(
    SET_UP,
    bodies=(
        Body(
            id="expert-meeting", names={"en": "Expert meeting"}, delegations=frozenset({"pan", "ita", "eu"})
        ),
        Body(id="review-group", names={"en": "Review Group"}, delegations=frozenset({"ind", "pan"})),
    ),
    agenda=tuple(
        replace(i, bodies={"3": ("expert-meeting",), "4": ("expert-meeting", "review-group")}.get(i.id, ()))
        for i in SET_UP.agenda
    ),
)


def joint() -> Given:
    return in_session(JOINT)


def test_joint_meeting_a_delegation_of_the_body_asks_and_another_is_refused() -> None:
    joint().when(c.RequestFloor(item="3"), by=online("ita")).accepted()
    joint().when(c.RequestFloor(item="3"), by=online("ind")).refused(
        "not-of-this-body", delegation="ind", item="3"
    )
    slip = c.InscribeSpeaker(delegation="ind", modality=Modality.IN_PERSON, item="3")
    joint().when(slip, by=DESK).refused("not-of-this-body", delegation="ind", item="3")


def test_joint_meeting_a_joint_item_has_one_list_for_the_delegations_of_both() -> None:
    meeting = joint().done(c.OpenList(item="4"))
    for who in (online("ita"), room("ind"), online("pan")):
        meeting = meeting.done(c.RequestFloor(item="4"), by=who)
    assert [r.delegation for r in meeting.meeting.waiting("4")] == ["ita", "ind", "pan"]
    meeting.when(c.RequestFloor(item="4"), by=online("fra")).refused(
        "not-of-this-body", delegation="fra", item="4"
    )


def test_joint_meeting_an_item_of_no_body_in_particular_is_everybodys() -> None:
    joint().done(c.OpenList(item="2")).when(c.RequestFloor(item="2"), by=online("fra")).accepted()


def test_joint_meeting_nobody_shares_a_statement_on_an_item_of_another_body() -> None:
    shared = c.RequestFloor(item="3", joint=("ind",))
    joint().when(shared, by=online("ita")).refused("not-of-this-body", delegation="ind", item="3")


def test_joint_meeting_a_point_of_order_belongs_to_the_item_under_consideration() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    joint().when(point, by=room("ind")).refused("not-of-this-body", delegation="ind", item="3")
    joint().when(point, by=room("pan")).accepted()


def test_joint_meeting_who_decides_on_an_item() -> None:
    meeting = given(set_up=JOINT).meeting
    assert bodies.concerned(meeting, "3") == {"pan", "ita", "eu"}
    assert bodies.concerned(meeting, "4") == {"pan", "ita", "eu", "ind"}
    assert bodies.concerned(meeting, "2") == bodies.concerned(meeting, None) == meeting.delegations.keys()
    whole = replace(JOINT, bodies=(Body(id="expert-meeting", names={"en": "All"}), *JOINT.bodies[1:]))
    assert bodies.concerned(given(set_up=whole).meeting, "3") == meeting.delegations.keys()
