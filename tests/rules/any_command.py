"""Any command by anybody: what hypothesis draws from. Names carry markers that no hall may see."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from tests.rules import stage
from tests.rules.any_record import recording
from tests.rules.any_steering import NOON, steering
from tests.rules.booths_stage import BOOTHS

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import (
    Capacity,
    HolderKind,
    Modality,
    OrderCause,
    PassedOverCause,
    RequestKind,
    Role,
    Source,
)

PERSON, LANGUAGE, REASON = "PERSON-", "qqq", "REASON-"

SET_UP = replace(
    stage.whole(),
    booths=tuple(
        replace(
            booth,
            interpreters=tuple(replace(i, participant=PERSON + i.participant) for i in booth.interpreters),
        )
        for booth in BOOTHS
    ),
    roster=tuple(replace(seat, participant=PERSON + seat.participant) for seat in stage.SET_UP.roster),
    podium=tuple(replace(m, participant=PERSON + m.participant) for m in stage.SET_UP.podium),
)
DELEGATIONS = [*stage.CATEGORIES, "atl"]
PEOPLE = [seat.participant for seat in SET_UP.roster] + [m.participant for m in SET_UP.podium]
CHAIR = Actor(capacity=Capacity.CHAIR, participant=f"{PERSON}chair")
DESK = Actor(capacity=Capacity.SECRETARIAT, participant=f"{PERSON}secretary")
INTERPRETERS = [
    Actor(capacity=Capacity.INTERPRETER, participant=i.participant)
    for booth in SET_UP.booths
    for i in booth.interpreters
]
DELEGATES = [
    Actor(capacity=Capacity.DELEGATE, participant=seat.participant, delegation=seat.delegation)
    for seat in SET_UP.roster
]


def source_of(actor: Actor) -> Source:
    if actor.capacity is not Capacity.DELEGATE:
        return Source.DESK
    return Source.ROOM if str(actor.participant).endswith("-room") else Source.ONLINE


_delegates = st.sampled_from(DELEGATES)
_items = st.sampled_from(["2", "3", "3", "3", "4", "99"])
_maybe_item = st.one_of(st.none(), _items)
_requests = st.integers(1, 12).map("r{}".format)
_kinds = st.sampled_from(RequestKind)
_languages = st.sampled_from([None, LANGUAGE])
_groups = st.sampled_from([None, None, None, "g77", "g7"])
_reasons = st.sampled_from([None, "a reason"])
_modalities = st.sampled_from(Modality)
_people = st.sampled_from(PEOPLE)
_delegations = st.sampled_from(DELEGATIONS)

ACTORS: st.SearchStrategy[Actor] = st.one_of(
    st.sampled_from([CHAIR, CHAIR, DESK, replace(CHAIR, participant=f"{PERSON}vice")]),
    _delegates,
    st.sampled_from(INTERPRETERS),
)


@st.composite
def _moves(draw: st.DrawFn) -> c.ChangeRoster:
    """A swap of two seats of a delegation, or one seat that is freed or filled."""
    delegation = draw(st.sampled_from(["pan", "ita", "interpol"]))
    seats = [s for s in SET_UP.roster if s.delegation == delegation]
    one, other = draw(st.permutations(seats))[:2]
    holders = draw(
        st.sampled_from([(other.participant, one.participant), (None, one.participant), (None, None)])
    )
    moves = tuple(
        c.SeatMove(
            seat=s.id, delegation=s.delegation, modality=s.modality, role=Role(s.role), participant=who
        )
        for s, who in zip((one, other), holders, strict=True)
    )
    return c.ChangeRoster(moves=moves, policy=draw(st.integers(1, 2)))


_partners = st.one_of(st.just(()), st.lists(_delegations, max_size=2).map(tuple))
_motions = st.integers(1, 4).map("m{}".format)
_proposals = st.sampled_from(["p1", "p1", "p2"])
_ask = st.builds(
    c.RequestFloor,
    kind=_kinds,
    item=_maybe_item,
    language=_languages,
    on_behalf_of=_groups,
    joint=_partners,
    motion=st.one_of(st.none(), _motions),
    answers=st.one_of(st.none(), _requests),
    proposal=st.one_of(st.none(), _proposals),
)
_slip = st.builds(
    c.InscribeSpeaker,
    delegation=_delegations,
    modality=_modalities,
    kind=_kinds,
    item=_maybe_item,
    language=_languages,
    on_behalf_of=_groups,
    joint=_partners,
)
_joining = st.builds(
    lambda join, request, delegation: (c.JoinStatement if join else c.DeclineToJoin)(
        request=request, delegation=delegation
    ),
    st.booleans(),
    _requests,
    st.one_of(st.none(), _delegations),
)
_podium = st.builds(
    c.GiveFloorTo,
    kind=st.sampled_from(HolderKind),
    participant=_people,
    seconds=st.one_of(st.none(), st.integers(0, 600)),
    language=_languages,
)
_bare = st.sampled_from(
    [
        c.CallToOrder(),
        c.SuspendMeeting(),
        c.ResumeMeeting(),
        c.CallNext(),
        c.TakeBackCall(),
        c.GiveFloor(),
        c.EndStatement(),
        c.PauseSpeaking(),
        c.ResumeSpeaking(),
        c.Rule(upheld=True),
    ]
)
_figures = st.one_of(st.none(), st.integers(0, 400))
_move = st.builds(
    c.Move,
    kind=st.sampled_from(MotionKind),
    item=_maybe_item,
    proposal=_proposals,
    seconds=_figures,
    statements=st.one_of(st.none(), st.integers(1, 3)),
    parts=st.sampled_from([(), ("A", "B")]),
    organization=_delegations,
    delegation=st.one_of(st.none(), _delegations),
)
_questions = st.sampled_from(
    [
        (QuestionKind.MOTION, "m1"),
        (QuestionKind.MOTION, "m2"),
        (QuestionKind.PROPOSAL, "p1"),
        (QuestionKind.APPEAL, "r1"),
    ]
)
_deciding = st.one_of(
    _questions.map(lambda q: c.AskConsensus(kind=q[0], ref=q[1])),
    st.builds(
        lambda q, confirmed: c.OpenVote(kind=q[0], ref=q[1], confirmed=confirmed), _questions, st.booleans()
    ),
    st.builds(c.ProposeLimit, item=_maybe_item, seconds=_figures, group_seconds=_figures),
    st.builds(c.EnterCount, yes=st.integers(0, 2), no=st.integers(0, 2), abstentions=st.just(0)),
    st.sampled_from([c.DeclareDecided(), c.AbandonConsensus(), c.CloseVote(), c.CancelVote(reason="again")]),
    st.builds(c.TableProposal, item=_items, symbol=st.just("L.1"), title=st.just("Draft")),
)
_record = st.one_of(
    st.builds(
        c.CorrectStatement,
        grant=st.integers(1, 6),
        reason=st.just("wrong"),
        delegation=st.one_of(st.none(), _delegations),
        spoken_ms=st.one_of(st.none(), st.integers(0, 90_000)),
    ),
    st.builds(c.CorrectDecision, decision=st.integers(1, 3), carried=st.booleans(), reason=st.just("wrong")),
)
_before_the_body = st.one_of(
    _move,
    _deciding,
    _record,
    st.builds(c.TakeUpMotion, motion=_motions),
    st.builds(c.WithdrawMotion, motion=_motions),
    st.builds(c.Appeal, delegation=st.one_of(st.none(), _delegations)),
    st.builds(c.BeginReplies, item=_maybe_item),
    st.builds(c.DeclineRequest, request=_requests, reason=st.just("not warranted")),
    st.builds(c.InviteOrganization, delegation=_delegations, decided=st.booleans()),
    st.builds(c.TakeAsRead, request=_requests),
)
_rare = st.one_of(
    st.builds(c.AdjournMeeting, confirmed=st.booleans()),
    st.builds(c.HandOverChair, to=_people),
    st.builds(c.CloseItem, item=_items, confirmed=st.booleans()),
    st.builds(c.ReopenList, item=_items, decided=st.booleans()),
    st.builds(c.ElapseSpeakingTime, grant=st.integers(1, 9)),
)
COMMANDS: st.SearchStrategy[c.AnyCommand] = st.one_of(
    _ask,
    _slip,
    _joining,
    _podium,
    _bare,
    _rare,
    _moves(),
    _before_the_body,
    steering(PEOPLE, DELEGATIONS),
    recording(DELEGATIONS),
    st.builds(c.TakeUpItem, item=_items),
    st.builds(c.OpenList, item=_items),
    st.builds(c.AnnounceList, item=_items),
    st.builds(c.CloseList, item=_items),
    st.builds(c.WithdrawRequest, request=_requests, reason=_reasons),
    st.builds(c.ChangeModality, request=_requests, modality=st.one_of(st.none(), _modalities)),
    st.builds(c.CallSpeaker, request=_requests, reason=_reasons),
    st.builds(c.PassOver, cause=st.sampled_from(PassedOverCause)),
    st.builds(c.ExtendTime, seconds=st.integers(0, 700)),
    st.builds(c.CallSpeakerToOrder, cause=st.sampled_from(OrderCause)),
    st.builds(c.NotePresence, delegation=_delegations, present=st.booleans()),
    st.builds(
        c.NoteConnection,
        participant=_people,
        connected=st.booleans(),
        since=st.one_of(
            st.none(), st.integers(-120, 0).map(lambda minutes: NOON + timedelta(minutes=minutes))
        ),
    ),
)
