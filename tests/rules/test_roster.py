"""ROLE_LIMITS: roles move within a delegation while the meeting goes on; the place on the list stays."""

from dataclasses import replace

from tests.rules.stage import CHAIR, DESK, PRESENCE, REGISTRY, Given, in_session, online, room

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.terms import Modality, RequestKind, Role


def move(delegation: str, modality: Modality, role: Role, to: str | None) -> c.SeatMove:
    seat = f"{delegation}.{modality}.{role}.1"
    return c.SeatMove(seat=seat, delegation=delegation, modality=modality, role=role, participant=to)


SWAP = c.ChangeRoster(
    moves=(
        move("pan", Modality.ONLINE, Role.SPEAKER, "pan-observer"),
        move("pan", Modality.ONLINE, Role.OBSERVER, "pan-online"),
    ),
    policy=1,
)
FREE = c.ChangeRoster(moves=(move("pan", Modality.ONLINE, Role.SPEAKER, None),), policy=1)
FILL = c.ChangeRoster(moves=(move("pan", Modality.ONLINE, Role.SPEAKER, "pan-new"),), policy=1)
NEW_SPEAKER = replace(online("pan"), participant="pan-observer")


def moved(seat: str, role: Role, former: str | None, holder: str | None) -> e.RoleMoved:
    return e.RoleMoved(
        delegation="pan",
        seat=seat,
        modality=Modality.ONLINE,
        role=role,
        former=former,
        holder=holder,
        policy=1,
    )


def speakers(meeting: Given) -> list[str | None]:
    return [r.participant for r in meeting.meeting.waiting("3")]


def test_role_limits_the_remote_speaker_is_exchanged_and_the_place_stays() -> None:
    asked = in_session().asked(online("ita"), online("pan"), online("fra"))
    swapped = asked.when(SWAP, by=REGISTRY)
    after = swapped.then(
        moved("pan.online.speaker.1", Role.SPEAKER, "pan-online", "pan-observer"),
        moved("pan.online.observer.1", Role.OBSERVER, "pan-observer", "pan-online"),
    )
    assert [r.id for r in after.waiting("3")] == ["r1", "r2", "r3"]
    assert speakers(swapped.accepted()) == ["ita-online", "pan-observer", "fra-online"]


def test_role_listen_only_the_former_speaker_only_follows_and_the_new_one_may_ask() -> None:
    swapped = in_session().done(SWAP, by=REGISTRY)
    swapped.when(c.RequestFloor(), by=online("pan")).refused("listen-only")
    assert speakers(swapped.asked(NEW_SPEAKER)) == ["pan-observer"]


def test_role_limits_nothing_moves_away_from_the_holder_of_the_floor() -> None:
    speaking = in_session().asked(online("pan")).given_the_floor()
    speaking.when(SWAP, by=REGISTRY).refused("holder-speaking", delegation="pan")
    speaking.done(c.EndStatement()).done(SWAP, by=REGISTRY)


def test_role_limits_nothing_moves_away_from_an_interrupted_speaker() -> None:
    point = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
    speaking = in_session().asked(online("pan")).given_the_floor().done(point, by=room("fra"))
    interrupted = speaking.done(c.CallNext()).done(c.GiveFloor())
    interrupted.when(FREE, by=REGISTRY).refused("holder-speaking", delegation="pan")


def test_role_limits_other_seats_of_the_speakers_delegation_may_move() -> None:
    speaking = in_session().asked(room("pan")).given_the_floor()
    assert speaking.done(SWAP, by=REGISTRY).meeting.floor == speaking.meeting.floor


def test_role_limits_who_is_called_may_be_exchanged_and_the_new_line_is_not_lost() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    lost = called.done(c.NoteConnection(participant="pan-online", connected=False), by=PRESENCE)
    swapped = lost.done(SWAP, by=REGISTRY)
    assert swapped.meeting.called == called.meeting.called
    floor = swapped.done(c.GiveFloor()).meeting.speaking
    assert floor is not None
    assert floor.participant == "pan-observer"


def test_role_limits_a_request_waits_for_the_next_remote_speaker() -> None:
    freed = in_session().asked(online("pan")).done(FREE, by=REGISTRY)
    assert speakers(freed) == [None]
    assert "pan.online.speaker.1" not in freed.meeting.roster
    assert speakers(freed.done(FILL, by=REGISTRY)) == ["pan-new"]


def test_role_limits_a_speaker_who_moves_to_the_room_leaves_the_request_online() -> None:
    asked = in_session().asked(online("pan"))
    across = c.ChangeRoster(
        moves=(
            move("pan", Modality.ONLINE, Role.SPEAKER, "pan-room"),
            move("pan", Modality.IN_PERSON, Role.SPEAKER, "pan-online"),
        ),
        policy=1,
    )
    backwards = c.ChangeRoster(moves=across.moves[::-1], policy=1)
    for change in (across, backwards):
        assert speakers(asked.done(change, by=REGISTRY)) == ["pan-room"]


def test_role_limits_a_request_that_the_desk_entered_for_the_room_names_nobody() -> None:
    slip = c.InscribeSpeaker(delegation="pan", modality=Modality.IN_PERSON)
    asked = in_session().done(slip, by=DESK).done(FREE, by=REGISTRY)
    assert speakers(asked.done(FILL, by=REGISTRY)) == [None]


def test_role_limits_what_stands_already_is_no_event() -> None:
    same = c.ChangeRoster(moves=(move("pan", Modality.ONLINE, Role.SPEAKER, "pan-online"),), policy=1)
    in_session().when(same, by=REGISTRY).then()


def test_role_limits_a_change_under_a_former_policy_is_refused() -> None:
    later = in_session().done(replace(SWAP, policy=2), by=REGISTRY)
    assert later.meeting.policy == 2
    later.when(FREE, by=REGISTRY).refused("wrong-policy", policy=2)


def test_known_reference_seats_are_of_delegations_of_the_meeting() -> None:
    change = c.ChangeRoster(moves=(move("atl", Modality.ONLINE, Role.SPEAKER, "x"),), policy=1)
    in_session().when(change, by=REGISTRY).refused("unknown-delegation", delegation="atl")


def test_meeting_state_roles_do_not_move_after_the_end() -> None:
    in_session().done(c.AdjournMeeting()).when(SWAP, by=REGISTRY).refused("adjourned")


def test_authorization_only_the_registry_moves_roles_and_sets_up() -> None:
    in_session().when(SWAP, by=CHAIR).refused("not-allowed")
