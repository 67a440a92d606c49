"""Any command by anybody: what hypothesis draws from. Names carry markers that no hall may see."""

from dataclasses import replace

from hypothesis import strategies as st
from tests.rules import stage

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import (
    Capacity,
    HolderKind,
    Modality,
    PassedOverCause,
    RequestKind,
    Role,
    Source,
)

PERSON, LANGUAGE, REASON = "PERSON-", "qqq", "REASON-"

SET_UP = replace(
    stage.SET_UP,
    roster=tuple(replace(seat, participant=PERSON + seat.participant) for seat in stage.SET_UP.roster),
    podium=tuple(replace(m, participant=PERSON + m.participant) for m in stage.SET_UP.podium),
)
DELEGATIONS = [*stage.CATEGORIES, "atl"]
PEOPLE = [seat.participant for seat in SET_UP.roster] + [m.participant for m in SET_UP.podium]
CHAIR = Actor(capacity=Capacity.CHAIR, participant=f"{PERSON}chair")
DESK = Actor(capacity=Capacity.SECRETARIAT, participant=f"{PERSON}secretary")
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
    st.sampled_from([CHAIR, CHAIR, DESK, replace(CHAIR, participant=f"{PERSON}vice")]), _delegates
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


_ask = st.builds(c.RequestFloor, kind=_kinds, item=_maybe_item, language=_languages, on_behalf_of=_groups)
_slip = st.builds(
    c.InscribeSpeaker,
    delegation=_delegations,
    modality=_modalities,
    kind=_kinds,
    item=_maybe_item,
    language=_languages,
    on_behalf_of=_groups,
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
_rare = st.one_of(
    st.just(c.AdjournMeeting()),
    st.builds(c.HandOverChair, to=_people),
    st.builds(c.CloseItem, item=_items, confirmed=st.booleans()),
    st.builds(c.ReopenList, item=_items, decided=st.booleans()),
    st.builds(c.ElapseSpeakingTime, grant=st.integers(1, 9)),
)
COMMANDS: st.SearchStrategy[c.AnyCommand] = st.one_of(
    _ask,
    _slip,
    _podium,
    _bare,
    _rare,
    _moves(),
    st.builds(c.TakeUpItem, item=_items),
    st.builds(c.OpenList, item=_items),
    st.builds(c.AnnounceList, item=_items),
    st.builds(c.CloseList, item=_items),
    st.builds(c.WithdrawRequest, request=_requests, reason=_reasons),
    st.builds(c.ChangeModality, request=_requests, modality=st.one_of(st.none(), _modalities)),
    st.builds(c.CallSpeaker, request=_requests, reason=_reasons),
    st.builds(c.PassOver, cause=st.sampled_from(PassedOverCause)),
    st.builds(c.ExtendTime, seconds=st.integers(0, 700)),
    st.builds(c.NotePresence, delegation=_delegations, present=st.booleans()),
    st.builds(c.NoteConnection, participant=_people, connected=st.booleans()),
)


SPEAKERS = [d for d in DELEGATES if not str(d.participant).endswith("-observer")]
_point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)


def plausible(meeting: Meeting, pick: int) -> tuple[c.AnyCommand, Actor]:
    """What may well come next: without it chance would seldom reach a speaker who is interrupted."""
    delegate = SPEAKERS[pick % len(SPEAKERS)]
    speaking = meeting.speaking
    if meeting.called is not None:
        line = c.NoteConnection(participant=str(delegate.participant), connected=False)
        choices: list[c.AnyCommand] = [c.GiveFloor(), c.GiveFloor(), c.PassOver(), c.TakeBackCall(), line]
    elif speaking is not None and speaking.kind is RequestKind.POINT_OF_ORDER:
        choices = [c.Rule(upheld=True), c.ExtendTime(seconds=30), c.PauseSpeaking(), _point, c.PassOver()]
    elif speaking is not None:
        clock = c.ResumeSpeaking() if speaking.paused_at else c.PauseSpeaking()
        choices = [clock, _point, c.CallNext(), c.CallNext(), c.ExtendTime(seconds=60), c.EndStatement()]
        choices.append(c.PassOver())
    else:
        ask = c.RequestFloor(language=LANGUAGE)
        choices = [ask, c.CallNext(), ask, _point, c.CallNext()]
        choices += [c.WithdrawRequest(request=r.id) for r in meeting.waiting("3")[:1]]
    chosen = choices[pick // len(SPEAKERS) % len(choices)]
    return chosen, delegate if isinstance(chosen, c.RequestFloor) else CHAIR
