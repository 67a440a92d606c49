"""The week of September 2021: its plans, and three of its ten meetings in earnest."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hemicycle.cli import app, week, week_plans
from hemicycle_client.bots import Followed, Plan, Report

CONFERENCES = Path(__file__).parents[2] / "config" / "conferences"
FOLLOWED = Followed(login="x", capacity="hall", audience="hall", seq=1, equal=True)
WELL = Report(
    meeting="em10-1",
    adjourned=True,
    requests=1,
    statements=1,
    interruptions=0,
    refusals={"listen-only": 1},
    reconnects=0,
    drops=0,
    clients=(FOLLOWED,),
    waiting=("3: pan", "3: ita"),
    decisions=("agenda adopted by consensus",),
)
NEXT = replace(WELL, meeting="em10-2", inherited=WELL.waiting, waiting=(), decisions=())


def test_the_plans_name_what_the_conference_has() -> None:
    file = tomllib.loads((CONFERENCES / "uncac-expert-meeting-10.toml").read_text("utf-8"))
    panellists = {p["id"] for p in file["people"] if p.get("podium") == "panellist"}
    assert set(week_plans.PANEL.panellists) == panellists
    items = {item["id"] for item in file["agenda"]}
    plans = [week_plans.plan_of(n, seed=1) for n in range(1, len(file["meetings"]) + 1)]
    assert len(plans) == week_plans.MEETINGS
    assert {act.item for plan in plans for act in plan.programme} == items
    assert len({plan.seed for plan in plans}) == len(plans)


def test_the_same_seed_is_the_same_week() -> None:
    assert [week_plans.plan_of(n, 7) for n in range(1, 11)] == [
        week_plans.plan_of(n, 7) for n in range(1, 11)
    ]
    assert week_plans.plan_of(2, 7) != week_plans.plan_of(2, 8)


def rehearsed(*reports: Report) -> week.Week:
    left = list(reports)
    moments = iter((0.0, 12.0))

    def one(number: int, plan: Plan, item: str) -> Report:
        assert plan.programme
        assert item == (week_plans.REPORT if number == 10 else week_plans.JOINT)
        return left.pop(0)

    return week.run(range(1, len(reports) + 1), 1, one, lambda: next(moments))


def test_a_week_is_well_when_each_meeting_takes_over_what_the_former_left() -> None:
    found = rehearsed(WELL, NEXT)
    assert (found.ok, found.troubles, found.seconds) == (True, [], 12.0)
    assert week.lines(found)[0] == "em10-1: agenda adopted by consensus"
    assert week.lines(found)[-1] == "All went well, in 12 seconds."
    assert found.to_dict()["meetings"][1]["inherited"] == WELL.waiting


@pytest.mark.parametrize("inherited", [(), ("3: ita", "3: pan"), ("3: pan",)])
def test_a_list_that_is_lost_or_in_another_order_is_told(inherited: tuple[str, ...]) -> None:
    found = rehearsed(WELL, replace(NEXT, inherited=inherited))
    assert not found.ok
    (trouble,) = found.troubles
    assert trouble in week.lines(found)


@pytest.mark.parametrize(
    "broken,says",
    [
        (replace(WELL, adjourned=False), "em10-1 was not adjourned"),
        (replace(WELL, failures=("a bot fell",)), "em10-1: a bot fell"),
        (replace(WELL, clients=(replace(FOLLOWED, equal=False, why="differs"),)), "em10-1: hall x: differs"),
    ],
)
def test_what_went_wrong_in_a_meeting_is_told(broken: Report, says: str) -> None:
    found = rehearsed(broken)
    assert not found.ok
    assert says in week.lines(found)
    assert week.lines(found)[-1].startswith("Not all went well")


def test_some_of_the_meetings() -> None:
    assert week.numbers(None) == list(range(1, 11))
    assert week.numbers("10,1,3") == [1, 3, 10]
    for wrong in ("0", "11", "a", ""):
        assert CliRunner().invoke(app, ["rehearse", "--week", "--only", wrong]).exit_code == 2
    assert CliRunner().invoke(app, ["rehearse", "--only", "3"]).exit_code == 2


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_first_meeting_that_of_the_panel_and_the_last(capfd: pytest.CaptureFixture[str]) -> None:
    """On one data folder, the service started anew for each. Some 20 seconds with nothing else at work."""
    options = ["--week", "--only", "1,3,10", "--delegations", "20", "--pace", "1500", "--json"]
    result = CliRunner().invoke(app, ["rehearse", *options])
    told = json.loads(result.stdout)
    first, panel, last = told["meetings"]
    assert result.exit_code == 0, told
    assert (told["ok"], told["troubles"]) == (True, [])
    assert first["decisions"] == ["agenda adopted by consensus"]
    assert panel["inherited"] == first["waiting"]
    assert panel["accepted"]["NextOfPanel"] >= len(week_plans.PANEL.panellists)
    assert last["decisions"] == [
        "proposal CAC/COSP/EG.1/2021/L.1 adopted by consensus, as orally amended",
        "proposal CAC/COSP/EG.1/2021/L.1/Add.1 adopted by consensus",
        "proposal CAC/COSP/EG.1/2021/L.1/Add.2 adopted by consensus, as orally amended",
        "proposal CAC/COSP/EG.1/2021/L.1/Add.3 adopted by consensus",
    ]
    assert panel["accepted"]["RequestHandover"] > 0
    assert sum(meeting["accepted"].get("HandInText", 0) for meeting in (first, panel)) > 0
