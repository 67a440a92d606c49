"""Who may ask for the floor: ROLE_LISTEN_ONLY, OBSERVERS, ONE_REQUEST, and where a request came from."""

import pytest
from tests.rules.stage import CHAIR, DESK, PRESENCE, at, given, in_session, observer, online, room

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.terms import Capacity, Modality, RequestKind, RequestState, Source

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
PAN = e.SpeakerInscribed(
    request="r1",
    number=1,
    kind=RequestKind.STATEMENT,
    item="3",
    delegation="pan",
    participant="pan-online",
    source=Source.ONLINE,
    modality=Modality.ONLINE,
    tier=1,
    seconds=300,
    at=at("10:00:00"),
    language="es",
)


def test_statement_order_a_request_from_online() -> None:
    in_session().when(c.RequestFloor(language="es"), by=online("pan")).then(PAN)


def test_statement_order_one_list_for_room_online_and_desk() -> None:
    slip = c.InscribeSpeaker(delegation="fra", modality=Modality.IN_PERSON, language="fr")
    meeting = in_session().asked(room("ita"), online("pan")).done(slip, by=DESK).meeting
    asked = [(r.delegation, r.source, r.modality, r.participant) for r in meeting.waiting("3")]
    assert asked == [
        ("ita", Source.ROOM, Modality.IN_PERSON, "ita-room"),
        ("pan", Source.ONLINE, Modality.ONLINE, "pan-online"),
        ("fra", Source.DESK, Modality.IN_PERSON, None),
    ]


def test_statement_order_the_desk_enters_a_remote_speaker_by_her_delegation() -> None:
    slip = c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE)
    meeting = in_session().done(slip, by=DESK).meeting
    assert meeting.requests["r1"].participant == "pan-online"


def test_role_listen_only_refuses_an_observer_role_whatever_it_asks() -> None:
    in_session().when(c.RequestFloor(), by=observer("pan")).refused("listen-only")
    in_session().when(POINT, by=observer("pan")).refused("listen-only")


def test_role_listen_only_an_observer_role_does_not_act_on_her_delegations_requests() -> None:
    asked = in_session().asked(online("pan"))
    asked.when(c.WithdrawRequest(request="r1"), by=observer("pan")).refused("listen-only")
    asked.when(c.ChangeModality(request="r1"), by=observer("pan")).refused("listen-only")
    asked.given_the_floor().when(c.EndStatement(), by=observer("pan")).refused("listen-only")


def test_role_listen_only_the_delegations_speaker_may_ask() -> None:
    assert in_session().asked(online("pan")).meeting.waiting("3")


@pytest.mark.parametrize("participant", ["pan-guest", None])
def test_role_listen_only_without_a_seat_nobody_asks(participant: str | None) -> None:
    guest = Actor(capacity=Capacity.DELEGATE, participant=participant, delegation="pan")
    in_session().when(c.RequestFloor(), by=guest).refused("no-seat")


@pytest.mark.parametrize("delegation,tier", [("jpn", 3), ("interpol", 4)])
def test_observers_an_observer_delegations_statement_is_welcome_in_its_tier(
    delegation: str, tier: int
) -> None:
    meeting = in_session().asked(online(delegation)).meeting
    assert (meeting.requests["r1"].tier, meeting.requests["r1"].seconds) == (tier, 180)


@pytest.mark.parametrize("delegation", ["jpn", "interpol", "eu"])
def test_observers_an_observer_delegation_raises_no_point_of_order(delegation: str) -> None:
    in_session().when(POINT, by=online(delegation)).refused("observers-may-not")
    slip = c.InscribeSpeaker(
        delegation=delegation, modality=Modality.IN_PERSON, kind=RequestKind.POINT_OF_ORDER
    )
    in_session().when(slip, by=DESK).refused("observers-may-not")


def test_observers_non_governmental_organizations_speak_by_invitation() -> None:
    in_session().when(c.RequestFloor(), by=online("ngo")).refused("by-invitation")
    in_session().when(POINT, by=online("ngo")).refused("by-invitation")
    slip = c.InscribeSpeaker(delegation="ngo", modality=Modality.ONLINE)
    approved = in_session().done(c.InviteOrganization(delegation="ngo", decided=True))
    for podium in (DESK, CHAIR):
        in_session().when(slip, by=podium).refused("needs-approval")
        assert approved.done(slip, by=podium).meeting.requests["r1"].tier == 5


def test_one_request_per_delegation_and_kind() -> None:
    asked = in_session().asked(online("pan"))
    asked.when(c.RequestFloor(), by=online("pan")).refused("already-requested")
    asked.when(c.RequestFloor(), by=room("pan")).refused("already-requested")
    slip = c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE)
    asked.when(slip, by=DESK).refused("already-requested")


def test_one_request_of_each_kind() -> None:
    both = in_session().asked(online("pan")).done(POINT, by=room("pan"))
    both.when(POINT, by=online("pan")).refused("already-requested")
    assert len(both.meeting.requests) == 2


def test_one_request_holds_while_called_speaking_and_passed_over() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    speaking = called.done(c.GiveFloor())
    for pending in (called, called.done(c.PassOver()), speaking):
        pending.when(c.RequestFloor(), by=online("pan")).refused("already-requested")


def test_one_request_after_it_was_delivered_or_withdrawn_the_delegation_may_ask_again() -> None:
    asked = in_session().asked(online("pan"))
    withdrawn = asked.done(c.WithdrawRequest(request="r1"), by=online("pan"))
    delivered = asked.given_the_floor().done(c.EndStatement())
    for ended in (withdrawn, delivered):
        assert [r.id for r in ended.asked(online("pan")).meeting.waiting("3")] == ["r2"]


def test_one_request_on_each_items_list() -> None:
    asked = in_session().done(c.OpenList(item="4")).asked(online("pan"))
    other = asked.done(c.RequestFloor(item="4"), by=online("pan"))
    assert [r.id for r in other.meeting.waiting("4")] == ["r2"]


def test_known_reference_delegations_groups_and_requests() -> None:
    stranger = c.InscribeSpeaker(delegation="atl", modality=Modality.ONLINE)
    in_session().when(stranger, by=DESK).refused("unknown-delegation", delegation="atl")
    group = c.RequestFloor(on_behalf_of="g7")
    in_session().when(group, by=online("pan")).refused("unknown-group", group="g7")
    for command in (
        c.WithdrawRequest(request="r9"),
        c.CallSpeaker(request="r9"),
        c.ChangeModality(request="r9"),
    ):
        in_session().when(command).refused("unknown-request", request="r9")


def test_recognition_a_request_is_withdrawn_with_a_reason_kept_apart() -> None:
    asked = in_session().asked(online("pan"))
    outcome = asked.when(c.WithdrawRequest(request="r1", reason="other duties"), by=online("pan"))
    after = outcome.then(
        e.RequestWithdrawn(request="r1", by=Capacity.DELEGATE, at=at("10:00:00"), reason="cmd")
    )
    assert after.requests["r1"].state is RequestState.WITHDRAWN
    assert after.waiting("3") == []


def test_recognition_a_request_passed_over_may_be_withdrawn() -> None:
    passed = in_session().asked(online("pan")).done(c.CallNext()).done(c.PassOver())
    outcome = passed.when(c.WithdrawRequest(request="r1"), by=DESK)
    outcome.then(e.RequestWithdrawn(request="r1", by=Capacity.SECRETARIAT, at=at("10:00:00")))


def test_recognition_who_is_called_or_has_ended_does_not_withdraw() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    withdraw = c.WithdrawRequest(request="r1")
    called.when(withdraw).refused("not-waiting", request="r1", state="called")
    ended = called.done(c.GiveFloor()).done(c.EndStatement())
    ended.when(withdraw).refused("not-pending", request="r1", state="delivered")
    ended.when(c.ChangeModality(request="r1")).refused("not-pending", request="r1", state="delivered")


def test_one_request_a_delegation_speaks_from_elsewhere_at_its_place() -> None:
    asked = in_session().asked(online("pan"), online("ita"))
    outcome = asked.when(c.ChangeModality(request="r1"), by=room("pan"))
    after = outcome.then(e.ModalityChanged(request="r1", modality=Modality.IN_PERSON, participant="pan-room"))
    assert [r.id for r in after.waiting("3")] == ["r1", "r2"]
    outcome.accepted().when(c.ChangeModality(request="r1"), by=room("pan")).refused("same-modality")


def test_one_request_the_desk_says_from_where() -> None:
    asked = in_session().asked(online("pan"))
    asked.when(c.ChangeModality(request="r1"), by=DESK).refused("modality-needed")
    to_room = c.ChangeModality(request="r1", modality=Modality.IN_PERSON)
    moved = asked.when(to_room, by=DESK)
    moved.then(e.ModalityChanged(request="r1", modality=Modality.IN_PERSON, participant=None))
    moved.accepted().when(to_room, by=DESK).refused("same-modality")


def test_one_request_the_desk_forgets_nobody_by_repeating_what_stands() -> None:
    asked = in_session().asked(room("pan"))
    same = c.ChangeModality(request="r1", modality=Modality.IN_PERSON)
    asked.when(same, by=DESK).refused("same-modality")


def test_one_request_a_speaker_may_change_place_in_mid_statement() -> None:
    speaking = in_session().asked(online("pan")).given_the_floor()
    lost = speaking.done(c.NoteConnection(participant="pan-online", connected=False), by=PRESENCE)
    moved = lost.done(c.ChangeModality(request="r1"), by=room("pan")).meeting.speaking
    assert moved is not None
    assert (moved.participant, moved.modality, moved.connection_lost_at) == (
        "pan-room",
        Modality.IN_PERSON,
        None,
    )
    assert moved.ends_at == at("10:05:00")


def test_point_of_order_only_while_the_meeting_is_in_session() -> None:
    given().when(POINT, by=online("pan")).refused("not-in-session", phase="scheduled")
    suspended = in_session().done(c.SuspendMeeting())
    suspended.when(POINT, by=online("pan")).refused("not-in-session", phase="suspended")
