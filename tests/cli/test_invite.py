"""Links and tokens for people."""

from pathlib import Path

import httpx
import pytest
from tests.cli.terminal import serving, typed
from tests.conduct.moot import AT

from hemicycle.registry import audit, people
from hemicycle.registry.places import release
from hemicycle.storage import open_engine, reading, writing


def _everybody(data: Path) -> set[str]:
    engine = open_engine(data)
    with reading(engine) as conn:
        found = {person.id for person in people.people(conn, "moot")}
    engine.dispose()
    return found


def test_everybody_gets_a_link(data: Path) -> None:
    said = typed("invite", "moot", "--json", "--url", "https://floor.example/", "--data", data)
    rows = said.lines()
    assert {row["participant"] for row in rows} == _everybody(data)
    assert all(row["link"].startswith("https://floor.example/enter#") for row in rows)
    assert len({row["link"] for row in rows}) == len(rows)


def test_links_begin_with_where_people_reach_the_service(data: Path) -> None:
    there = {"HEMICYCLE_URL": "https://floor.example"}
    (row,) = typed("invite", "moot", "--participant", "chair", "--json", "--data", data, **there).lines()
    assert row["link"].startswith("https://floor.example/enter#")


def test_some_get_a_link(data: Path) -> None:
    for options, number in (
        (("--capacity", "chair"), 2),
        (("--delegation", "ita"), 5),
        (("--booth", "fr"), 1),
        (("--participant", "pan-online"), 1),
        (("--delegation", "pan", "--capacity", "chair"), 1),
    ):
        assert len(typed("invite", "moot", *options, "--json", "--data", data).lines()) == number


def test_a_link_is_printed_whole_however_narrow_the_terminal(data: Path) -> None:
    said = typed("invite", "moot", "--participant", "chair", "--data", data)
    links = [word for word in said.out.split() if "/enter#" in word]
    assert len(links) == 1
    login, _, code = links[0].partition("#")[2].partition(".")
    assert (len(login), len(code)) == (16, 43)


def test_names_are_printed_as_they_are(data: Path) -> None:
    assert "Chair [of Panama]" in " ".join(
        typed("invite", "moot", "--capacity", "chair", "--data", data).out.split()
    )


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("other",), "there is no conference other"),
        (("moot", "--participant", "nobody"), "nobody in moot is such a person"),
        (("moot", "--delegation", "xyz"), "nobody in moot is such a person"),
        (("moot", "--meeting", "9"), "moot has no meeting 9; it has 1, 2, 3"),
        (("moot", "--url", "floor.example"), "floor.example is no address of a service"),
    ],
)
def test_who_is_not_there_is_not_invited(data: Path, arguments: tuple[str, ...], says: str) -> None:
    said = typed("invite", *arguments, "--data", data)
    assert (said.code, said.out) == (1, "")
    assert says in said.flat


def _without(data: Path, *released: str) -> None:
    engine = open_engine(data)
    with writing(engine) as conn:
        for who in released:
            release(conn, "moot", who)
            audit.note(conn, "moot", AT, "desk", "released", f"participant:{who}")
    engine.dispose()


def test_who_takes_part_no_more_is_left_out_and_counted(data: Path) -> None:
    _without(data, "pan-online", "pan-room")
    said = typed("invite", "moot", "--delegation", "pan", "--json", "--data", data)
    assert {row["participant"] for row in said.lines()} == {"pan-observer", "pan-spare", "pan-extra", "chair"}
    assert "2 left out. 2: released, and takes part no more" in said.flat
    refused = typed("invite", "moot", "--participant", "pan-online", "--data", data)
    assert (refused.code, refused.out) == (1, "")
    assert "nobody gets a link. 1: released" in refused.flat


@pytest.mark.parametrize("days", ["0", "366", "many"])
def test_a_login_lives_a_day_or_a_year(data: Path, days: str) -> None:
    assert typed("invite", "moot", "--days", days, "--data", data).code == 2


@pytest.mark.slow
def test_links_and_tokens_work_on_the_running_service(data: Path) -> None:
    with serving(data) as (_, url), httpx.Client(base_url=url, trust_env=False, timeout=60) as http:
        (link,) = typed(
            "invite", "moot", "--participant", "booth", "--meeting", "2", "--json", "--data", data
        ).lines()
        login, _, code = link["link"].partition("#")[2].partition(".")
        entered = http.post("/enter", json={"login": login, "code": code})
        session = http.get(f"{entered.json()['location']}api/v1/session").json()
        assert (session["name"], [m["id"] for m in session["meetings"]]) == ("Interpreter", ["moot-2"])
        (token,) = typed(
            "invite", "moot", "--participant", "desk", "--bearer", "--json", "--data", data
        ).lines()
        answer = http.get("/api/v1/session", headers={"Authorization": f"Bearer {token['token']}"})
        assert answer.json()["capacity"] == "secretariat"
