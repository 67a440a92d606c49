"""Signals, texts, standing and corrections of votes, drawn by chance: a part of ``any_command``."""

from dataclasses import replace

from hypothesis import strategies as st
from tests.rules.stage import CHAIR, DESK, in_session, online, room, whole

from hemicycle.rules import commands as c
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.booths import SignalKind
from hemicycle.rules.state.decisions import Choice, QuestionKind

_items = st.sampled_from(["2", "3", "3", "99"])
_texts = st.integers(1, 4).map("t{}".format)
_booths = st.sampled_from(["en", "fr", "zh"])
_signals = st.integers(1, 5).map("s{}".format)


def _former() -> c.InheritStanding:
    """Of an adjourned meeting in which three delegations waited and consensus was sought in vain."""
    left = in_session(replace(whole(), meeting="em10-2")).asked(online("pan"), room("ita"), online("eu"))
    tabled = left.done(c.TableProposal(item="3", symbol="L.1", title="Draft"), by=DESK)
    asked = tabled.done(c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p1")).done(c.AbandonConsensus())
    over = asked.done(c.AdjournMeeting(), by=CHAIR)
    return c.InheritStanding(standing=standing_of(over.meeting))


INHERIT = _former()


def recording(delegations: list[str]) -> st.SearchStrategy[c.AnyCommand]:
    """Any such command."""
    who = st.sampled_from(delegations)
    return st.one_of(
        st.builds(
            c.RaiseSignal,
            kind=st.sampled_from(SignalKind),
            booth=_booths,
            mark=st.sampled_from([None, "m1", "m2"]),
        ),
        st.builds(c.AcknowledgeSignal, signal=_signals),
        st.builds(c.FinishSignal, signal=_signals),
        st.builds(
            c.CorrectVote,
            decision=st.integers(1, 3),
            delegation=who,
            reason=st.just("wrong"),
            choice=st.one_of(st.none(), st.sampled_from(Choice)),
            meeting=st.sampled_from([None, None, "em10-2"]),
        ),
        st.builds(
            c.AttachText,
            text=_texts,
            delegation=who,
            item=_items,
            languages=st.sampled_from([(), ("en",), ("en", "es")]),
        ),
        st.builds(c.WithdrawText, text=_texts),
        st.just(INHERIT),
        st.builds(
            c.HandOnStanding,
            to=st.sampled_from(["em10-4", "em10-5"]),
            items=st.sampled_from([("3",), ("2", "3")]),
        ),
    )
