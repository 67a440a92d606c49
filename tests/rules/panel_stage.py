"""A panel of three on the stage of the rules: two from delegations, one guest; batches of two questions."""

from dataclasses import replace

from tests.rules.stage import (
    DESK,
    SET_UP,
    Given,
    Outcome,
    in_session,
    online,
)

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.state.people import PodiumMember, Seat
from hemicycle.rules.terms import Capacity, HolderKind, Modality, RequestKind, Role

ANA = PodiumMember(participant="ana", kind=HolderKind.PANELLIST, title="Panellist", delegation="pan")
BEN = PodiumMember(participant="ben", kind=HolderKind.PANELLIST, title="Panellist", delegation="ita")
KIM = PodiumMember(participant="kim", kind=HolderKind.GUEST, title="Professor")
KIMS = Seat(
    id="pan.online.speaker.2",
    delegation="pan",
    modality=Modality.ONLINE,
    role=Role.SPEAKER,
    participant="ana",
)
HALL = replace(SET_UP, podium=(*SET_UP.podium, ANA, BEN, KIM), roster=(*SET_UP.roster, KIMS))
ANA_LOGIN = Actor(capacity=Capacity.DELEGATE, participant="ana", delegation="pan")

OPEN = c.OpenPanel(
    item="3",
    title="Good practices",
    panellists=("ana", "ben", "kim"),
    moderator="secretary",
    presentation_seconds=600,
    question_seconds=120,
    answer_seconds=300,
    rebuttal_seconds=60,
    batch=2,
)
QUESTION = c.RequestFloor(kind=RequestKind.QUESTION)
REBUTTAL = c.RequestFloor(kind=RequestKind.REBUTTAL)
NEXT = c.NextOfPanel()


def opened() -> Given:
    return in_session(HALL).done(OPEN)


def spoken(panel: Given) -> Given:
    """One step of the panel, to its end."""
    given = panel.done(NEXT)
    if given.meeting.called is not None:
        given = given.done(c.GiveFloor())
    return given.done(c.EndStatement())


def presented() -> Given:
    return spoken(spoken(spoken(opened())))


def asked(*delegations: str) -> Given:
    """All have presented; these delegations have asked for a question."""
    given = presented()
    for delegation in delegations:
        given = given.done(QUESTION, by=online(delegation))
    return given


def answering() -> Given:
    """Two questions were put; a third waits."""
    return spoken(spoken(asked("fra", "ind", "jpn"))).done(c.AskToRespond(panellist="kim"), by=DESK)


def phase(given: Given) -> PanelPhase:
    assert given.meeting.panel is not None
    return given.meeting.panel.phase


def holder(outcome: Outcome) -> str:
    speaking = outcome.accepted().meeting.speaking
    assert speaking is not None
    return speaking.holder.ref
