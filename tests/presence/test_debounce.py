"""Who is there now, and what the log is told of it, with time passed in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hemicycle.presence.connections import Connected, Connections
from hemicycle.presence.debounce import Debounce, Patience
from hemicycle.rules.commands import NoteConnection, NotePresence
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.state.floor import Call, Grant, Request
from hemicycle.rules.state.people import Delegation, Holder
from hemicycle.rules.terms import Category, HolderKind, Modality, Phase, RequestKind, Source

AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
PATIENCE = Patience(
    arrive=timedelta(seconds=2),
    leave=timedelta(seconds=30),
    lose=timedelta(seconds=2),
    restore=timedelta(),
    ready=timedelta(),
    unready=timedelta(seconds=30),
)
REQUEST = Request(
    id="r1",
    number=1,
    kind=RequestKind.STATEMENT,
    item="3",
    delegation="pan",
    participant="ana",
    source=Source.ONLINE,
    modality=Modality.ONLINE,
    tier=0,
    seconds=300,
    accepted_at=AT,
)
MEETING = replace(
    EMPTY,
    phase=Phase.IN_SESSION,
    delegations={
        key: Delegation(id=key, code=key, category=Category.STATE_PARTY, names={"en": key})
        for key in ("pan", "per")
    },
    requests={"r1": REQUEST},
)
CALLED = replace(MEETING, called=Call(request="r1", called_at=AT), present=frozenset({"pan"}))
GRANT = Grant(
    id=1,
    kind=RequestKind.STATEMENT,
    holder=Holder(kind=HolderKind.DELEGATION, ref="pan"),
    started_at=AT,
    ends_at=None,
    request="r1",
    participant="ana",
    modality=Modality.ONLINE,
)
SPEAKING = replace(MEETING, floor=(GRANT,), present=frozenset({"pan"}))


def after(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


def connected(*participants: str) -> Connections:
    connections = Connections()
    for participant in participants:
        connections.opened(f"of {participant}", participant, {"ana": "pan", "pia": "per"}[participant])
    return connections


def wake(debounce: Debounce, meeting: Meeting, at: datetime) -> datetime | None:
    """When to look again, after what is due at once."""
    assert debounce.due(meeting, at) == ()
    return debounce.wake_at


def begin(meeting: Meeting, connections: Connections) -> Debounce:
    debounce = Debounce(meeting, PATIENCE)
    debounce.observe(connections, AT)
    return debounce


def test_a_delegation_is_present_by_connection_or_mark() -> None:
    connections = Connections(["per"])
    connections.opened("1", "ana", "pan")
    connections.opened("2", "ana", "pan")
    connections.opened("3", None, None)
    assert connections.ids == {"1", "2", "3"}
    assert connections.participants == {"ana"}
    assert connections.delegations == {"pan", "per"}
    connections.closed("1")
    assert connections.participants == {"ana"}, "she has another console"
    connections.closed("2")
    connections.closed("2")
    connections.mark("per", present=False)
    assert connections.delegations == frozenset()
    connections.mark("pan", present=True)
    assert connections.delegations == {"pan"}


def test_an_arrival_is_told_once_it_has_lasted() -> None:
    debounce = begin(MEETING, connected("ana"))
    assert wake(debounce, MEETING, AT) == after(2)
    assert debounce.due(MEETING, after(1.9)) == ()
    assert debounce.due(MEETING, after(2)) == (NotePresence(delegation="pan", present=True),)
    there = replace(MEETING, present=frozenset({"pan"}))
    assert wake(debounce, there, after(3)) is None, "the log knows"


def test_who_comes_and_goes_has_not_come() -> None:
    debounce = begin(MEETING, connected("ana"))
    debounce.observe(connected(), after(1))
    assert wake(debounce, MEETING, after(1)) is None
    assert debounce.due(MEETING, after(9)) == ()


def test_a_page_loaded_again_is_no_departure() -> None:
    there = replace(MEETING, present=frozenset({"pan"}))
    debounce = begin(there, connected("ana"))
    debounce.observe(connected(), after(5))
    assert wake(debounce, there, after(5)) == after(35)
    debounce.observe(connected("ana"), after(6))
    assert wake(debounce, there, after(6)) is None
    assert debounce.due(there, after(60)) == ()


def test_a_departure_is_told_once_it_has_lasted() -> None:
    there = replace(MEETING, present=frozenset({"pan"}))
    debounce = begin(there, connected("ana"))
    debounce.observe(connected(), after(5))
    debounce.observe(connected(), after(20))
    assert debounce.due(there, after(34)) == ()
    assert debounce.due(there, after(35)) == (NotePresence(delegation="pan", present=False),)


def test_after_a_restart_those_who_do_not_come_back_have_left() -> None:
    there = replace(MEETING, present=frozenset({"pan", "per"}))
    debounce = begin(there, connected())
    debounce.observe(connected("pia"), after(3))
    assert debounce.due(there, after(30)) == (NotePresence(delegation="pan", present=False),)


def test_the_line_of_the_speaker_is_lost_and_restored() -> None:
    debounce = begin(SPEAKING, connected("ana"))
    debounce.observe(connected(), after(10))
    assert wake(debounce, SPEAKING, after(11)) == after(12)
    gone = NoteConnection(participant="ana", connected=False, since=after(10))
    assert debounce.due(SPEAKING, after(12)) == (gone,), "with the moment of the loss, not of the news"
    lost = replace(SPEAKING, floor=(replace(GRANT, connection_lost_at=after(12)),))
    assert debounce.due(lost, after(13)) == ()
    debounce.observe(connected("ana"), after(14))
    assert debounce.due(lost, after(14)) == (NoteConnection(participant="ana", connected=True),)


def test_a_speaker_whose_line_was_lost_before_the_call_is_told_at_the_call() -> None:
    debounce = begin(replace(MEETING, present=frozenset({"pan"})), connected())
    assert debounce.due(CALLED, after(1)) == (NoteConnection(participant="ana", connected=False),)


def test_after_a_restart_the_speaker_has_time_to_come_back() -> None:
    debounce = begin(CALLED, connected())
    assert debounce.due(CALLED, after(1)) == ()
    debounce.observe(connected("ana"), after(1))
    assert debounce.due(CALLED, after(5)) == ()


def test_the_line_of_a_speaker_in_the_room_does_not_matter() -> None:
    in_room = replace(SPEAKING, floor=(replace(GRANT, modality=Modality.IN_PERSON),))
    debounce = begin(in_room, connected())
    assert debounce.due(in_room, after(5)) == ()


def test_an_interrupted_speaker_keeps_her_line() -> None:
    point = replace(GRANT, id=2, participant="pia", holder=Holder(kind=HolderKind.DELEGATION, ref="per"))
    interrupted = replace(SPEAKING, floor=(GRANT, point), present=frozenset({"pan", "per"}))
    debounce = begin(interrupted, connected("pia"))
    gone = NoteConnection(participant="ana", connected=False, since=after(0))
    assert debounce.due(interrupted, after(2)) == (gone,)


def test_a_meeting_that_is_over_is_told_nothing() -> None:
    debounce = begin(MEETING, connected("ana"))
    assert debounce.due(replace(MEETING, phase=Phase.ADJOURNED), after(9)) == ()


def test_delegations_that_the_meeting_does_not_know_are_not_told() -> None:
    connections = Connections(["atlantis"])
    assert begin(MEETING, connections).due(MEETING, after(9)) == ()


def elsewhere(participant: str, delegation: str) -> Connections:
    """Connected to another node, as the rows say."""
    connections = Connections()
    connections.elsewhere = frozenset({Connected(participant, delegation)})
    return connections


def test_a_line_to_another_node_is_told_as_good_by_that_node_alone() -> None:
    """The rows may still say that she is there when that node has told the log that her line is lost."""
    lost = replace(SPEAKING, floor=(replace(GRANT, connection_lost_at=after(1)),))
    debounce = begin(lost, elsewhere("ana", "pan"))
    assert debounce.due(lost, after(5)) == ()
    debounce.observe(connected("ana"), after(6))
    assert debounce.due(lost, after(6)) == (NoteConnection(participant="ana", connected=True),)


def test_what_another_node_told_of_a_line_stands_until_it_is_seen_otherwise_for_long_enough() -> None:
    debounce = begin(SPEAKING, connected())
    debounce.due(SPEAKING, after(3))
    debounce.restored({"ana"}, after(10))
    assert debounce.due(SPEAKING, after(11)) == (), "the rows may follow"
    assert debounce.wake_at == after(12)
    gone = NoteConnection(participant="ana", connected=False, since=after(10))
    assert debounce.due(SPEAKING, after(12)) == (gone,)
    debounce.restored({"ana"}, after(20))
    debounce.observe(elsewhere("ana", "pan"), after(21))
    assert debounce.due(SPEAKING, after(60)) == ()


def test_what_is_about_to_change_is_not_told() -> None:
    """Another node saw an arrival a little earlier, and has told the log; here it has not lasted yet."""
    debounce = begin(MEETING, elsewhere("ana", "pan"))
    there = replace(MEETING, present=frozenset({"pan"}))
    assert debounce.due(there, after(1)) == ()
    assert debounce.due(there, after(9)) == ()
