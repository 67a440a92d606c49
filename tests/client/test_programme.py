"""What is done under the items of a meeting: the opening, the agenda, a panel, replies, the documents."""

from typing import Any

import pytest
from tests.client.rooms import at, entry, room, view, wire

from hemicycle_client.bots import (
    Act,
    AdoptAgenda,
    AdoptDocuments,
    Consider,
    Document,
    Manner,
    Open,
    Panel,
)
from hemicycle_client.bots.presiding import next_step
from hemicycle_client.bots.room import Do, Wait

MANNER = Manner(podium=())
FREE = {"free": at(0)}
PANEL = Panel(title="Practice", panellists=("p-chn", "p-alb"))
REPORT = AdoptDocuments("4", (Document("L.1", "Report", oral="Insert “not”."), Document("L.1/Add.1", "More")))


def step(seconds: float, act: Act, seen: dict[str, Any], manner: Manner = MANNER, **more: Any) -> Do | Wait:
    known = {"since": FREE, **more}
    return next_step(room(seconds, seen, programme=(act,), **known), manner)


def before(item: str, **more: Any) -> dict[str, Any]:
    """Nothing is under consideration; this item is on the agenda."""
    return view(item=None, agenda={item: {"state": "pending"}}, **more)


def under(item: str, **more: Any) -> dict[str, Any]:
    """The item is under consideration."""
    lists = {item: {"state": "not_open", "order": [], "delivered": []}}
    seen = view(item=item, agenda={item: {"state": "taken_up"}}, lists=lists)
    return {**seen, "proposals": {}, **more}


@pytest.mark.parametrize("act", [Open("1"), AdoptAgenda("1"), AdoptDocuments("1", ())])
def test_each_act_takes_its_item_up_and_is_over_when_the_item_is_closed(act: Act) -> None:
    assert step(10, act, before("1")) == Do("TakeUpItem", {"item": "1"})
    assert step(10, act, view(item=None, agenda={"1": {"state": "closed"}})) == Do(
        "AdjournMeeting", {"confirmed": True}
    )


def test_the_programme_goes_on_to_the_next_act() -> None:
    seen = view(item=None, agenda={"1": {"state": "closed"}, "2": {"state": "pending"}})
    both = room(10, seen, programme=(Open("1"), AdoptAgenda("2")), since=FREE)
    assert next_step(both, MANNER) == Do("TakeUpItem", {"item": "2"})


def test_an_item_that_somebody_else_took_up_is_considered() -> None:
    seen = under("7")
    assert step(10, Open("1"), seen) == Do("OpenList", {"item": "7"})


def test_whoever_presides_opens_the_session_with_a_statement() -> None:
    give = {"kind": "presiding_officer", "participant": "chair", "seconds": MANNER.podium_seconds}
    assert step(10, Open("1"), under("1")) == Do("GiveFloorTo", give)
    assert step(10, Open("1"), under("1"), heard=frozenset({"chair"})) == Do("CloseItem", {"item": "1"})


def test_the_agenda_is_adopted_when_nobody_objects() -> None:
    agenda = AdoptAgenda("2")
    open_ = under("2", meeting={**view()["meeting"], "agenda_adopted": False})
    assert step(3, agenda, open_) == Wait(at(6))
    assert step(6, agenda, open_) == Do("AskConsensus", {"kind": "agenda", "ref": None})
    asked = {**open_, "consensus": {"kind": "agenda", "ref": "", "asked_at": wire(10), "objections": []}}
    assert step(15, agenda, asked) == Wait(at(20))
    assert step(20, agenda, asked) == Do("DeclareDecided", {"noted": False})
    adopted = under("2", meeting={**view()["meeting"], "agenda_adopted": True})
    assert step(30, agenda, adopted) == Do("CloseItem", {"item": "2"})


def test_documents_are_tabled_amended_and_adopted_one_after_the_other() -> None:
    first = Do("TableProposal", {"item": "4", "symbol": "L.1", "title": "Report"})
    assert step(10, REPORT, under("4")) == first
    tabled: dict[str, Any] = {
        "p1": {"item": "4", "symbol": "L.1", "state": "tabled", "oral": []},
        "p2": {"item": "4", "symbol": "L.1/Add.1", "state": "tabled", "oral": []},
    }
    oral = Do("ReviseOrally", {"proposal": "p1", "text": "Insert “not”."})
    assert step(10, REPORT, under("4", proposals=tabled)) == oral
    tabled["p1"]["oral"] = ["Insert “not”."]
    ask = Do("AskConsensus", {"kind": "proposal", "ref": "p1"})
    assert step(10, REPORT, under("4", proposals=tabled)) == ask
    tabled["p1"]["state"] = "adopted"
    assert step(10, REPORT, under("4", proposals=tabled)) == Do(ask.command, {**ask.fields, "ref": "p2"})
    tabled["p2"]["state"] = "adopted"
    assert step(10, REPORT, under("4", proposals=tabled)) == Do("CloseItem", {"item": "4"})


def test_documents_of_another_item_are_left_alone() -> None:
    inherited = {"p1": {"item": "3", "symbol": "L.1", "state": "tabled", "oral": []}}
    assert isinstance(found := step(10, REPORT, under("4", proposals=inherited)), Do)
    assert found.command == "TableProposal"


def test_an_objection_is_noted() -> None:
    asked = {"kind": "proposal", "ref": "p1", "asked_at": wire(0), "objections": ["pan"]}
    tabled = {"p1": {"item": "4", "symbol": "L.1", "state": "tabled", "oral": []}}
    seen = under("4", proposals=tabled, consensus=asked)
    act = AdoptDocuments("4", (Document("L.1", "Report"),))
    assert step(20, act, seen) == Do("DeclareDecided", {"noted": True})


def panel(phase: str, *, asked: tuple[str, ...] = (), questions: tuple[str, ...] = ()) -> dict[str, Any]:
    waiting = {"3": {"questions": list(questions)}}
    return view(lists=waiting, panel={"phase": phase, "asked": list(asked)})


def test_a_panel_is_opened_led_through_its_phases_and_closed_when_nobody_asks() -> None:
    act = Consider("3", panel=PANEL)
    opening = step(10, act, view())
    assert isinstance(opening, Do)
    assert (opening.command, opening.fields["panellists"]) == ("OpenPanel", ["p-chn", "p-alb"])
    forward = Do("NextOfPanel")
    assert step(10, act, panel("presentations")) == forward
    assert step(10, act, panel("questions", questions=("r1",))) == forward
    assert step(10, act, panel("questions", asked=("r1",))) == forward
    assert step(10, act, panel("answers")) == forward
    idle = {**FREE, "idle": at(0)}
    assert step(10, act, panel("questions"), since=idle) == Wait(at(240))
    assert step(240, act, panel("questions"), since=idle) == Do("ClosePanel")


def test_after_the_panel_the_list_goes_on() -> None:
    seen = view(entries={"r1": entry("pan")}, lists={"3": {"order": ["r1"]}})
    act = Consider("3", panel=PANEL)
    assert step(10, act, seen, heard=frozenset(PANEL.panellists)) == Do("CallNext")


def test_a_panel_goes_before_the_closing_of_the_item() -> None:
    seen = {**panel("answers"), "lists": {"3": {"state": "closed", "order": [], "delivered": []}}}
    assert step(10, Consider("3", panel=PANEL), seen) == Do("NextOfPanel")


def test_once_the_list_is_closed_and_heard_replies_are_begun_and_called() -> None:
    waiting = {"state": "closed", "order": [], "replies": ["r2"], "replies_begun": False}
    entries = {"r2": entry("alb", kind="reply")}
    seen = view(entries=entries, lists={"3": waiting})
    assert step(10, Consider("3"), seen) == Do("BeginReplies", {"item": "3"})
    begun = view(entries=entries, lists={"3": {**waiting, "replies_begun": True}})
    assert step(10, Consider("3"), begun) == Do("CallNext")
    assert step(3 * 3600, Consider("3"), begun) == Do("CloseItem", {"item": "3", "confirmed": True})


def test_a_list_that_the_next_meeting_goes_on_with_stays_open() -> None:
    act, manner = Consider("3", finishes=False), Manner(podium=(), length=600)
    seen = view(entries={"r1": entry("pan")}, lists={"3": {"order": ["r1"]}})
    assert step(599, act, seen, manner) == Do("CallNext")
    assert step(600, act, seen, manner) == Do("AdjournMeeting", {"confirmed": True})
    idle = {**FREE, "idle": at(100)}
    assert step(300, act, view(), manner, since=idle) == Wait(at(600))
    assert step(340, act, view(), manner, since=idle) == Do("AdjournMeeting", {"confirmed": True})


def test_an_alert_of_a_booth_is_acknowledged_before_all_else() -> None:
    signals = {"s1": {"kind": "slow_down", "state": "raised"}, "s2": {"kind": "help", "state": "raised"}}
    alert = {"kind": "sound_unacceptable", "state": "raised", "booth": "es"}
    seen = view(entries={"r1": entry("pan")}, lists={"3": {"order": ["r1"]}}, signals=signals)
    assert step(10, Consider("3"), seen) == Do("CallNext")
    seen["signals"]["s3"] = alert
    assert step(10, Consider("3"), seen) == Do("AcknowledgeSignal", {"signal": "s3"})
    seen["signals"]["s3"] = {**alert, "state": "acknowledged"}
    assert step(10, Consider("3"), seen) == Do("CallNext")
