"""INTERPRETATION, whatever is asked, by whom and when: the laws of the booths (hypothesis)."""

from collections import Counter
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.booths_stage import BOOTHS, WITH_BOOTHS, of_booth
from tests.rules.stage import CLOCK, DESK, at

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, AnyCommand, Stamped
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.decide import decide
from hemicycle.rules.events import Event
from hemicycle.rules.evolve import evolve, fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.booths import FLOOR

KEYS = [booth.id for booth in BOOTHS]
STAFF = {booth.id: [i.participant for i in booth.interpreters] for booth in BOOTHS}
PEOPLE = [None, *(who for staff in STAFF.values() for who in staff)]
CHANNELS = ["en", "fr", "zh", "ru", "ar"]
Asked = tuple[AnyCommand, Actor]


def _commands(booth: str) -> st.SearchStrategy[AnyCommand]:
    known = next(each for each in BOOTHS if each.id == booth)
    return st.one_of(
        st.builds(c.TakeMicrophone, booth=st.just(booth), channel=st.sampled_from([None, *CHANNELS])),
        st.builds(c.TakeMicrophone, booth=st.just(booth), channel=st.sampled_from(known.outgoing)),
        st.just(c.ReleaseMicrophone(booth=booth)),
        st.builds(c.RequestHandover, booth=st.just(booth), to=st.sampled_from(PEOPLE)),
        st.builds(c.AnswerHandover, booth=st.just(booth), accepted=st.booleans()),
        st.just(c.AnswerHandover(booth=booth, accepted=True)),
        st.just(c.CancelHandover(booth=booth)),
        st.builds(c.SetSource, booth=st.just(booth), source=st.sampled_from([FLOOR, *KEYS, "ar"])),
        st.builds(c.SetChannel, booth=st.just(booth), channel=st.sampled_from(CHANNELS)),
    )


def _restaffed(booth: str) -> st.SearchStrategy[Asked]:
    everybody = [i for each in BOOTHS for i in each.interpreters]
    staff = st.lists(st.sampled_from(everybody), max_size=4).map(tuple)
    return st.tuples(st.builds(c.StaffBooth, booth=st.just(booth), interpreters=staff), st.just(DESK))


def _asked(booth: str) -> st.SearchStrategy[Asked]:
    own = st.sampled_from([of_booth(who) for who in STAFF[booth]])
    return st.tuples(_commands(booth), own)


ASKED = st.one_of(
    *(_asked(booth) for booth in (*KEYS, "en", "zh")),
    st.sampled_from(KEYS).flatmap(_restaffed),
    st.tuples(st.sampled_from(KEYS).flatmap(_commands), st.sampled_from([of_booth(str(p)) for p in PEOPLE])),
)
GAPS = st.sampled_from([0, 1, 30, 59, 60, 61, 900, 1800])


def keeps_the_laws(meeting: Meeting) -> None:
    live = [now for now in meeting.on_air.values() if now.interpreter is not None]
    assert all(times == 1 for times in Counter(now.channel for now in live).values())
    for key, now in meeting.on_air.items():
        booth = meeting.booths[key]
        staff = {i.participant for i in booth.interpreters}
        assert now.channel in booth.outgoing
        assert now.source == FLOOR or (now.source != key and meeting.on_air[now.source].source == FLOOR)
        assert now.interpreter is None or now.interpreter in staff
        assert (now.interpreter is None) == (now.since is None)
        if now.handover is not None:
            assert now.handover.giver == now.interpreter
            assert now.handover.taker in staff - {now.handover.giver}
            assert now.handover.by in {now.handover.giver, now.handover.taker}


def asked(meeting: Meeting, command: AnyCommand, who: Actor, seconds: int) -> list[Event]:
    stamped = Stamped(command=command, id="cmd", at=at("10:00:00") + timedelta(seconds=seconds), actor=who)
    try:
        return decide(meeting, stamped)
    except Refused:
        return []


@settings(max_examples=150, deadline=None)
@given(steps=st.lists(st.tuples(ASKED, GAPS), min_size=10, max_size=50))
def test_interpretation_never_two_live_microphones_on_a_channel_and_never_a_relay_of_two_hops(
    steps: list[tuple[Asked, int]],
) -> None:
    meeting, seconds = evolve(EMPTY, WITH_BOOTHS), 0
    all_events: list[Event] = []
    for (command, who), gap in steps:
        seconds += gap
        for due in deadlines(meeting):
            if due.at <= at("10:00:00") + timedelta(seconds=seconds):
                rung = asked(meeting, due.command, CLOCK, seconds)
                assert rung, "what is due happens, and so does not come again"
                meeting, all_events = fold(rung, meeting), all_events + rung
        events = asked(meeting, command, who, seconds)
        for event in events:
            meeting = evolve(meeting, event)
        all_events += events
        keeps_the_laws(meeting)
    assert fold(all_events, evolve(EMPTY, WITH_BOOTHS)) == meeting
