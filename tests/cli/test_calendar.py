"""The calendar and the delegations of a running service, as typed."""

from pathlib import Path

import httpx
from tests.api.listening import Listening
from tests.cli.terminal import Said, asked, typed
from tests.conduct.moot import CONFIG, text, token_for

CALENDAR = """
[[bodies]]
id = "experts"
names.en = "Expert meeting [of nine]"

[[sessions]]
id = "ninth"
body = "experts"
titles.en = "Ninth meeting"
starts = 2021-09-07
ends = 2021-09-09

[[agenda]]
id = "1a"
number = "1 (a)"
parent = "1"
titles.en = "Status"
"""


def desk(service: Listening, *arguments: str | Path, who: str = "desk") -> Said:
    return asked(service, *arguments, who=who, COLUMNS="160")


def changed(tmp_path: Path) -> Path:
    file = tmp_path / "changed.toml"
    named = text().replace('items = ["1"]', 'items = ["1", "1a"]\nsessions = ["ninth"]')
    closes = named.replace(
        'languages = ["en", "fr"]', 'languages = ["en", "fr"]\nregistration_closes = 2021-09-01'
    )
    file.write_text(closes + CALENDAR, "utf-8")
    return file


def test_a_file_s_calendar_takes_the_place_of_the_present_one(service: Listening, tmp_path: Path) -> None:
    said = desk(service, "calendar", "put", changed(tmp_path))
    assert (said.code, said.out) == (0, "moot has the file's calendar: 3 meetings.\n")
    shown = desk(service, "calendar", "show", "moot")
    assert "Registration until 01 Sep 2021, end of the day" in shown.out
    assert "Expert meeting [of nine]" in shown.out
    assert "1 (a)" in shown.out
    assert "07 Sep 2021, 10:00-13:00" in shown.out
    (found,) = desk(service, "calendar", "show", "moot", "--json").lines()
    assert found["calendar"]["meetings"][0]["sessions"] == ["ninth"]
    with_rows = typed("conference", "show", "moot", "--data", tmp_path / "data", COLUMNS="160")
    assert "Ninth meeting" in with_rows.out


def test_a_calendar_that_contradicts_a_log_is_refused(service: Listening, tmp_path: Path) -> None:
    _, token = token_for(service.engine, "chair")
    page = f"{service.url}/api/v1/meetings/moot-1/views/podium"
    assert httpx.get(page, headers={"Authorization": f"Bearer {token}"}, timeout=60).status_code == 200
    said = desk(service, "calendar", "put", changed(tmp_path))
    assert said.code == 1
    assert "body.meetings.0.sessions: cannot change: the log of moot-1 has begun" in said.flat


def test_a_broken_file_is_told_by_line_and_not_sent(service: Listening, tmp_path: Path) -> None:
    file = changed(tmp_path)
    file.write_text(file.read_text("utf-8").replace('body = "experts"', 'body = "nobody"'), "utf-8")
    said = desk(service, "calendar", "put", file)
    assert said.code == 2
    assert "sessions[1].body: there is no body 'nobody'" in said.flat


def test_delegations_are_shown_added_and_removed(service: Listening) -> None:
    added = desk(
        service, "delegations", "put", "moot", "bol", "--country", "BOL", "--category", "state_party"
    )
    assert (added.code, added.out) == (0, "Bolivia (Plurinational State of) attends everything.\n")
    shown = desk(service, "delegations", "show", "moot").out
    assert "Bolivia (Plurinational State of)" in shown
    bank = ("--code", "BANK", "--name", "Bank [of all]", "--category", "igo")
    assert desk(service, "delegations", "put", "moot", "bank", *bank).code == 0
    found = desk(service, "delegations", "show", "moot", "--json")
    assert "Bank [of all]" in found.out
    assert desk(service, "delegations", "remove", "moot", "bol").out == "bol is removed.\n"
    assert "Bolivia" not in desk(service, "delegations", "show", "moot").out


def test_what_the_service_refuses_is_told(service: Listening) -> None:
    said = desk(service, "delegations", "put", "moot", "box", "--country", "BOX", "--category", "state_party")
    assert said.code == 1
    assert "'BOX' is no country of ISO 3166-1" in said.flat
    said = desk(service, "delegations", "remove", "moot", "pan")
    assert "people belong to it" in said.flat
    said = desk(service, "delegations", "remove", "moot", "pan", who="pan-room")
    assert said.code == 1


def test_the_calendar_of_november_2020_is_shown(tmp_path: Path) -> None:
    data = tmp_path / "new"
    file = CONFIG / "conferences" / "uncac-november-2020.toml"
    assert typed("conference", "load", file, "--data", data).code == 0
    shown = typed("conference", "show", "uncac-nov-2020", "--data", data, COLUMNS="200")
    assert "Registration until 09 Nov 2020, end of the day" in shown.out
    assert "2 (e)" in shown.out
    assert "M Plenary, M-Building" in shown.out
    assert "em9, irg11-2, wgar14" in shown.out
    (found,) = typed("conference", "show", "uncac-nov-2020", "--json", "--data", data).lines()
    assert found["attends"]["bol"] == ["em9", "intersessional-2", "irg11-2", "wgar14"]
    assert found["calendar"]["registration_closes"] == "2020-11-09"
