"""The body on which decisions are tested: four States parties, two of them members of the European Union."""

from dataclasses import replace

from tests.rules.stage import DESK, Given, in_session, whole

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.procedure import Decisions
from hemicycle.rules.state.decisions import QuestionKind, VoteMethod

P1 = c.TableProposal(item="3", symbol="CAC/COSP/EG.1/2021/L.2", title="Draft report", sponsors=("pan",))
PROCEDURAL = replace(P1, substantive=False)
ASK = c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p1")
VOTE = c.OpenVote(kind=QuestionKind.PROPOSAL, ref="p1")
HANDS = replace(VOTE, method=VoteMethod.SHOW_OF_HANDS)
ROLL_CALL = replace(VOTE, method=VoteMethod.ROLL_CALL)
RECORDED = replace(VOTE, method=VoteMethod.RECORDED)
SECRET = replace(VOTE, method=VoteMethod.SECRET_BALLOT)
EVERYBODY = frozenset({"pan", "ita", "fra", "ind", "jpn", "eu"})


def body(**changes: object) -> e.MeetingSetUp:
    """The set-up, with these fields of how the body decides changed."""
    bare = whole()
    decisions = bare.procedure.decisions
    assert isinstance(decisions, Decisions)
    procedure = replace(bare.procedure, decisions=replace(decisions, **changes))  # type: ignore[arg-type]  # fields
    delegations = tuple(replace(d, members=("ita", "fra")) if d.id == "eu" else d for d in bare.delegations)
    return replace(bare, procedure=procedure, delegations=delegations)


def tabled(command: c.TableProposal = P1, **changes: object) -> Given:
    """In session on item 3, with the proposal p1 before the body."""
    return in_session(body(**changes)).done(command, by=DESK)


def tried(**changes: object) -> Given:
    """As ``tabled``, and consensus was asked for in vain."""
    return tabled(P1, **changes).done(ASK).done(c.AbandonConsensus())


def divided(*parts: str) -> Given:
    """As ``tried``, and the body has decided to vote on the proposal in parts."""
    before = tried()
    return before.after(e.ProposalDivided(proposal="p1", parts=parts, at=before.meeting.called_to_order_at))  # type: ignore[arg-type]  # in session


def counted(before: Given, yes: int, no: int, abstentions: int = 0, invalid: int = 0) -> Given:
    """These hands, or papers, were counted."""
    count = c.EnterCount(yes=yes, no=no, abstentions=abstentions, invalid=invalid)
    return before.done(count, by=DESK)


def decided(before: Given, yes: int, no: int, abstentions: int = 0) -> Given:
    """Counted and closed."""
    return counted(before, yes, no, abstentions).done(c.CloseVote())
