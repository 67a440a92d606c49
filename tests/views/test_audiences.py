"""What each audience sees: the hall least, the podium most, and no one what is not hers."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from tests.rules.any_command import DELEGATES, LANGUAGE, PERSON, SET_UP
from tests.rules.stage import CHAIR, DESK, PRESENCE, Given, at, given, in_session, online, room

from hemicycle.contract.views import view_of
from hemicycle.journal.codec import decode_event, encode_event
from hemicycle.rules import commands as c
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.terms import HolderKind, Modality, RequestKind
from hemicycle.views.audiences import Audience
from hemicycle.views.booths import BoothsView
from hemicycle.views.floor import BoothsCall, BoothsFrame, HallCall, HallFrame
from hemicycle.views.hall import HallView
from hemicycle.views.interpretation import BoothsText, HallText
from hemicycle.views.lists import BoothsEntry, HallEntry, PodiumEntry
from hemicycle.views.panels import BoothsPanel, BoothsPanellist, HallPanel, HallPanellist
from hemicycle.views.podium import PodiumView
from hemicycle.views.project import project
from hemicycle.views.votes import HallVote, PodiumVote

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
LOST = c.NoteConnection(participant="pan-online", connected=False)


def busy() -> Given:
    """Panama, offline, is interrupted by France; Italy was passed over; Japan waits; India has withdrawn."""
    slip = c.InscribeSpeaker(delegation="ita", modality=Modality.IN_PERSON)
    meeting = in_session().done(slip, by=DESK).done(c.CallNext()).done(c.PassOver())
    meeting = meeting.asked(online("pan"), online("ind"), online("jpn"))
    meeting = meeting.done(c.WithdrawRequest(request="r3", reason="ill"), by=DESK)
    meeting = meeting.given_the_floor("10:00:00").done(LOST, by=PRESENCE, clock="10:01:00")
    meeting = meeting.done(POINT, by=room("fra"), clock="10:02:00")
    return meeting.given_the_floor("10:03:00")


def seen(meeting: Given, audience: Audience) -> dict[str, Any]:
    return view_of(meeting.meeting, audience)


@pytest.mark.parametrize(
    "less,more",
    [
        (HallView, BoothsView),
        (BoothsView, PodiumView),
        (HallEntry, BoothsEntry),
        (BoothsEntry, PodiumEntry),
        (HallFrame, BoothsFrame),
        (HallCall, BoothsCall),
        (HallVote, PodiumVote),
        (HallText, BoothsText),
        (HallPanel, BoothsPanel),
        (HallPanellist, BoothsPanellist),
    ],
)
def test_the_hall_sees_less_than_the_booths_and_these_less_than_the_podium(
    less: type[Any], more: type[Any]
) -> None:
    assert {f.name for f in fields(less)} < {f.name for f in fields(more)}


def test_the_hall_sees_no_person_no_source_no_language_no_reason() -> None:
    chair = c.Actor(capacity=CHAIR.capacity, participant=f"{PERSON}chair")
    meeting = in_session(SET_UP, by=chair)
    for delegate in DELEGATES[:6]:
        if str(delegate.participant).endswith("-online"):
            meeting = meeting.done(c.RequestFloor(language=LANGUAGE), by=delegate)
    meeting = meeting.done(c.CallSpeaker(request="r2", reason="SECRET"), by=chair).done(
        c.GiveFloor(), by=chair
    )
    hall = json.dumps(seen(meeting, Audience.HALL))
    booths = json.dumps(seen(meeting, Audience.BOOTHS))
    entries = json.dumps(seen(meeting, Audience.BOOTHS)["entries"])  # a booth has a source too
    podium = json.dumps(seen(meeting, Audience.PODIUM))
    for marker in (PERSON, LANGUAGE, '"source"', '"reason"', "SECRET"):
        assert marker not in hall
    assert PERSON in booths
    assert LANGUAGE in booths
    assert '"source"' not in entries
    assert '"reason": "cmd"' in podium
    assert "SECRET" not in podium


def test_what_the_hall_sees() -> None:
    view = seen(busy(), Audience.HALL)
    assert view["meeting"] == {
        "id": "em10-3",
        "number": 3,
        "title": "Third meeting",
        "phase": "in_session",
        "agenda_adopted": False,
        "scheduled_at": "2021-09-07T08:00:00.000Z",
        "called_to_order_at": "2021-09-07T10:00:00.000Z",
        "chair": "chair",
    }
    assert view["lists"]["3"]["order"] == ["r1", "r4"]
    assert [(f["delegation"], f["kind"]) for f in view["floor"]] == [
        ("pan", "statement"),
        ("fra", "point_of_order"),
    ]
    assert view["floor"][0]["interrupted_at"] == "2021-09-07T10:03:00.000Z"
    assert view["entries"].keys() == {"r1", "r2", "r4", "r5"}
    assert view["entries"]["r1"]["state"] == "passed_over"
    assert view["tiers"]["states-parties"] == "States parties"
    item = {"number": "3", "titles": {"en": "Item 3"}, "state": "taken_up", "place": 1, "bodies": []}
    assert view["agenda"]["3"] == item


def test_titles_stand_as_they_were_given_one_or_one_for_each_language() -> None:
    title = {"en": "Third meeting", "fr": "Troisième séance"}
    procedure = SET_UP.procedure
    first, second, *others = procedure.tiers
    named = replace(procedure, tiers=(replace(first, title=title), second, *others))
    set_up = replace(SET_UP, title=title, procedure=named)
    assert decode_event(encode_event(set_up)) == set_up
    view = seen(given(set_up=set_up), Audience.HALL)
    assert view["meeting"]["title"] == title
    assert (view["tiers"][first.id], view["tiers"][second.id]) == (title, second.title)


def test_what_the_booths_see_besides() -> None:
    view = seen(busy(), Audience.BOOTHS)
    assert view["presiding"] == "chair"
    assert view["floor"][0]["participant"] == "pan-online"
    assert view["floor"][0]["connection_lost_at"] == "2021-09-07T10:01:00.000Z"
    assert "roster" not in view


def test_what_the_podium_sees_besides() -> None:
    view = seen(busy(), Audience.PODIUM)
    assert (view["entries"]["r1"]["source"], view["entries"]["r1"]["passed_over"]) == ("desk", "absent")
    assert view["roster"]["pan.online.speaker.1"]["participant"] == "pan-online"
    assert view["podium"]["secretary"] == {"kind": "secretariat", "title": "Secretary"}
    assert view["quorum"] == {"present": 4, "registered": 4, "needed": 2, "waived": False}
    assert view["longest_extension_seconds"] == 600


def test_the_podium_sees_the_time_held() -> None:
    held = (
        in_session().asked(online("pan")).given_the_floor("10:00:00").done(c.PassOver(), clock="10:01:30.250")
    )
    entry = seen(held, Audience.PODIUM)["entries"]["r1"]
    assert (entry["left_ms"], entry["seconds"]) == (209_750, 210)
    assert "left_ms" not in seen(held, Audience.HALL)["entries"]["r1"]


def test_a_call_is_seen_and_whether_it_was_passed_over_before_no_more() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext()).done(c.PassOver()).done(c.CallNext())
    assert seen(called, Audience.HALL)["called"] == {
        "request": "r1",
        "called_at": "2021-09-07T10:00:00.000Z",
    }
    assert "passed_over" not in seen(called, Audience.PODIUM)["entries"]["r1"]


def test_secretariat_floor_the_hall_sees_the_title_and_not_the_person() -> None:
    panellist = c.GiveFloorTo(kind=HolderKind.PANELLIST, participant="panellist")
    (frame,) = seen(in_session().done(panellist), Audience.HALL)["floor"]
    assert (frame["holder"], frame["title"], frame["delegation"]) == ("panellist", "Panellist", "ind")
    assert "ends_at" not in frame


def test_presiding_officer_the_hall_sees_that_a_vice_chair_presides() -> None:
    handed = in_session().done(c.HandOverChair(to="vice"))
    assert seen(handed, Audience.HALL)["meeting"]["chair"] == "vice_chair"


def test_delivered_statements_are_kept_in_the_order_in_which_they_were_heard() -> None:
    heard = in_session().asked(online("pan"), online("ita"))
    heard = heard.done(c.CallSpeaker(request="r2", reason="visit")).done(c.GiveFloor()).done(c.EndStatement())
    heard = heard.given_the_floor().done(c.EndStatement(), clock="10:03:00")
    view = seen(heard, Audience.HALL)
    assert view["lists"]["3"]["delivered"] == ["r2", "r1"]
    assert view["entries"]["r1"]["ended_at"] == "2021-09-07T10:03:00.000Z"


@pytest.mark.parametrize("audience", Audience)
def test_no_view_holds_a_null(audience: Audience) -> None:
    for meeting in (in_session(), busy()):
        assert "null" not in json.dumps(seen(meeting, audience))


@pytest.mark.parametrize("audience", Audience)
def test_a_meeting_before_its_log_can_be_shown(audience: Audience) -> None:
    assert view_of(EMPTY, audience)["meeting"]["phase"] == "not_set_up"
    assert project(EMPTY, audience).item is None


def test_moments_on_the_wire_have_milliseconds() -> None:
    late = in_session().asked(online("pan"), clock="10:00:00.120").meeting
    assert late.requests["r1"].accepted_at == at("10:00:00.120")
    assert view_of(late, Audience.HALL)["entries"]["r1"]["accepted_at"] == "2021-09-07T10:00:00.120Z"


def test_everybody_sees_who_may_speak_for_a_group_where_the_group_names_its_members() -> None:
    open_to_all = replace(SET_UP.groups[0], members=())
    named = replace(open_to_all, id="named", members=("pan", "fra"))
    meeting = given(replace(SET_UP, groups=(open_to_all, named)))
    for audience in Audience:
        assert seen(meeting, audience)["group_members"] == {"named": ["pan", "fra"]}
