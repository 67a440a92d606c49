"""What anybody may ask of a body that decides, by chance: often what fits, sometimes what does not."""

from hypothesis import strategies as st
from tests.rules.stage import observer, online, room

from hemicycle.rules import commands as c
from hemicycle.rules.state.decisions import Choice, QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import RequestKind

EVERYBODY = frozenset({"pan", "ita", "fra", "ind", "eu", "jpn"})
WHO = st.sampled_from(sorted(EVERYBODY))
PROPOSALS = st.sampled_from(["p1", "p1", "p2", "p9"])
AMENDMENTS = st.sampled_from(["a1", "a2", "a3"])
CHOICES = st.sampled_from(Choice)
NUMBERS = st.integers(0, 4)
QUESTIONS = st.one_of(
    st.tuples(st.just(QuestionKind.PROPOSAL), PROPOSALS),
    st.tuples(st.just(QuestionKind.AMENDMENT), AMENDMENTS),
    st.tuples(st.just(QuestionKind.PART), st.sampled_from(["p1/1", "p1/2", "p2/1", "p1"])),
    st.tuples(st.just(QuestionKind.MOTION), st.sampled_from(["m1", "m2"])),
    st.tuples(st.just(QuestionKind.APPEAL), st.just("r1")),
    st.tuples(st.just(QuestionKind.AGENDA), st.just("")),
)
DOCUMENTS = st.one_of(
    st.builds(
        c.TableProposal,
        item=st.sampled_from(["3", "2"]),
        symbol=st.sampled_from(["L.1", "L.2", "L.3"]),
        title=st.just("Draft"),
        sponsors=st.lists(WHO, max_size=2).map(tuple),
        substantive=st.booleans(),
    ),
    st.builds(
        c.TableAmendment,
        proposal=PROPOSALS,
        text=st.just("…"),
        place=st.one_of(st.none(), st.integers(1, 3)),
    ),
    st.builds(c.OrderAmendments, proposal=PROPOSALS, order=st.permutations(["a1", "a2"]).map(tuple)),
    st.builds(c.WithdrawProposal, proposal=PROPOSALS),
    st.builds(c.WithdrawAmendment, amendment=AMENDMENTS),
    st.builds(c.ReviseOrally, proposal=PROPOSALS, text=st.just("Insert a comma.")),
)
OF_THE_FLOOR = st.one_of(
    st.builds(c.TakeUpItem, item=st.sampled_from(["3", "2"])),
    st.sampled_from([c.CallNext(), c.CallNext(), c.GiveFloor(), c.EndStatement(), c.PassOver()]),
    st.sampled_from([c.Rule(upheld=False), c.TakeBackCall(), c.SuspendMeeting(), c.ResumeMeeting()]),
    st.sampled_from([c.CloseItem(item="3", confirmed=True), c.TakeUpMotion(motion="m1")]),
)
DELEGATES = st.one_of(
    st.builds(c.CastVote, choice=CHOICES),
    st.just(c.Object()),
    st.just(c.LiftObjection()),
    st.just(c.Appeal()),
    st.just(c.RequestFloor()),
    st.just(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)),
    st.builds(c.RequestFloor, kind=st.just(RequestKind.EXPLANATION), proposal=PROPOSALS),
    st.sampled_from(
        [
            c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("One", "Two")),
            c.Move(kind=MotionKind.RECONSIDER, proposal="p1"),
            c.Move(kind=MotionKind.ADJOURN_DEBATE),
            c.Move(kind=MotionKind.SUSPEND_MEETING),
        ]
    ),
)
ACTORS = st.tuples(st.sampled_from([room, room, online, observer]), WHO).map(lambda told: told[0](told[1]))
