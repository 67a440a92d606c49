"""What the podium does with lists, panels and remote speakers, drawn by chance: a part of ``any_command``."""

from datetime import timedelta

from hypothesis import strategies as st
from tests.rules.stage import at

from hemicycle.rules import commands as c
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import Fitness, Modality, RequestKind, SpeakerRank

NOON = at("12:00:00")
_items = st.sampled_from(["2", "3", "3", "3", "99"])
_requests = st.integers(1, 12).map("r{}".format)
_moments = st.integers(-120, 60).map(lambda minutes: NOON + timedelta(minutes=minutes))


def steering(people: list[str], delegations: list[str]) -> st.SearchStrategy[c.AnyCommand]:
    """Any such command; ``people``: participants, those at the podium among them."""
    person = st.sampled_from(people)
    panel = st.builds(
        c.OpenPanel,
        item=_items,
        title=st.just("A panel"),
        panellists=st.lists(person, max_size=3).map(tuple),
        batch=st.integers(0, 2),
    )
    asks = st.builds(
        c.InscribeSpeaker,
        delegation=st.sampled_from(delegations),
        modality=st.just(Modality.ONLINE),
        kind=st.sampled_from([RequestKind.QUESTION, RequestKind.REBUTTAL, RequestKind.STATEMENT]),
        rank=st.sampled_from(SpeakerRank),
    )
    return st.one_of(
        panel,
        asks,
        st.sampled_from([c.NextOfPanel(), c.NextOfPanel(), c.ClosePanel(), c.ClosePanel(confirmed=True)]),
        st.builds(c.TurnTo, phase=st.sampled_from(PanelPhase)),
        st.builds(c.AskToRespond, panellist=st.one_of(st.none(), person)),
        st.builds(c.SetListClosing, item=_items, closes_at=st.one_of(st.none(), _moments)),
        st.builds(c.CloseListOnTime, item=_items, closes_at=_moments),
        st.builds(c.FreezeHead, item=_items, count=st.integers(0, 3)),
        st.builds(
            c.MoveRequest,
            request=_requests,
            before=st.one_of(st.none(), _requests),
            reason=st.sampled_from(["", "a reason"]),
        ),
        st.builds(c.OpenSegment, item=_items, segment=st.integers(0, 2)),
        st.builds(c.MarkSound, participant=person, fitness=st.sampled_from(Fitness)),
        st.builds(c.MarkTested, participant=person, passed=st.booleans()),
        st.builds(c.NoteReady, participant=person, connected=st.booleans()),
        st.builds(c.GiveFloor, override=st.sampled_from([None, "a reason"])),
    )
