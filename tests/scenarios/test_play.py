"""``hemicycle play``: what a scenario may say, and what is told about one that cannot be played on."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from hemicycle.cli import app

SET_UP: dict[str, Any] = {
    "procedure": "uncac-expert-meeting",
    "delegations": [
        {"id": "pan", "category": "state_party", "name": "Panama"},
        {"id": "ita", "category": "state_party"},
    ],
    "agenda": [{"id": "3", "title": "Chapter IV"}],
    "roster": [
        {"delegation": "pan", "participant": "pan-1", "modality": "online", "role": "speaker"},
        {"delegation": "pan", "participant": "pan-2", "modality": "online", "role": "observer"},
        {"delegation": "ita", "participant": "ita-1", "modality": "in_person", "role": "speaker"},
        {"delegation": "ita", "participant": "ita-2", "modality": "in_person", "role": "speaker"},
    ],
    "present": ["pan", "ita"],
}
AT = "2021-09-07T08:00:00Z"
CALLED = {"at": AT, "actor": "chair", "command": "CallToOrder"}
OPEN = {"at": AT, "actor": "chair", "command": "OpenList", "item": "3"}
TAKE_UP = {"at": AT, "actor": "chair", "command": "TakeUpItem", "item": "3"}


def asked(by: Any = "pan-1", **fields: Any) -> dict[str, Any]:
    return {"at": AT, "actor": by, "command": "RequestFloor", **fields}


def run(tmp_path: Path, *lines: Any, options: tuple[str, ...] = ()) -> Result:
    file = tmp_path / "meeting.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    file.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return CliRunner().invoke(app, ["play", str(file), *options])


def answers(result: Result) -> list[Any]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def events(result: Result, line: int = -1) -> list[Any]:
    found: list[Any] = answers(result)[line]["events"]
    return found


def test_the_set_up_alone_is_one_event(tmp_path: Path) -> None:
    (set_up,) = events(run(tmp_path, SET_UP))
    assert (set_up["event"], set_up["meeting"], set_up["number"]) == ("MeetingSetUp", "scenario", 1)
    assert [seat["id"] for seat in set_up["roster"]] == [
        "pan.online.speaker.1",
        "pan.online.observer.1",
        "ita.in_person.speaker.1",
        "ita.in_person.speaker.2",
    ]
    assert [(m["participant"], m["title"]) for m in set_up["podium"]] == [
        ("chair", "chair"),
        ("vice-chair", "vice_chair"),
    ]
    assert set_up["delegations"][1]["names"] == {"en": "ITA"}


def test_the_least_set_up(tmp_path: Path) -> None:
    least = {
        "procedure": "uncac-expert-meeting",
        "delegations": [{"id": "x", "category": "igo"}],
        "agenda": ["1"],
    }
    (set_up,) = events(run(tmp_path, least))
    assert set_up["agenda"] == [{"id": "1", "number": "1", "titles": {"en": "Item 1"}, "bodies": []}]


def test_the_state_at_the_end_are_three_views(tmp_path: Path) -> None:
    *_, state = answers(run(tmp_path, SET_UP, CALLED, options=("--state",)))
    assert state["views"].keys() == {"hall", "booths", "podium"}
    assert state["views"]["podium"]["presiding"] == "chair"


def test_where_a_request_came_from_is_derived(tmp_path: Path) -> None:
    slip = {"at": AT, "actor": "secretariat", "command": "InscribeSpeaker", "delegation": "ita"}
    slip |= {"modality": "in_person", "kind": "point_of_order"}
    result = run(tmp_path, SET_UP, CALLED, OPEN, asked("pan-1", item="3"), asked("ita-2", item="3"), slip)
    assert [events(result, n)[0]["source"] for n in (-3, -2, -1)] == ["online", "room", "desk"]


def test_an_actor_in_full(tmp_path: Path) -> None:
    actor = {"capacity": "delegate", "participant": "pan-1"}
    assert events(run(tmp_path, SET_UP, OPEN, asked(actor, item="3")))[0]["delegation"] == "pan"


def test_authorization_a_delegate_does_not_give_the_floor(tmp_path: Path) -> None:
    refused = answers(run(tmp_path, SET_UP, {"at": AT, "actor": "pan-1", "command": "GiveFloor"}))[-1]
    assert (refused["refused"], refused["rule"]) == ("not-allowed", "AUTHORIZATION")
    assert refused["citation"]


def test_open_quorum_present_counts_from_its_line_on(tmp_path: Path) -> None:
    nobody = {**SET_UP, "present": []}
    result = run(tmp_path, nobody, CALLED, {**CALLED, "present": ["pan"]})
    assert answers(result)[1]["refused"] == "no-quorum"
    assert events(result)[0]["present"] == 1


def test_time_limit_the_clock_fires_all_that_is_due_and_only_that(tmp_path: Path) -> None:
    start = [SET_UP, CALLED, TAKE_UP, OPEN, asked()]
    start += [{"at": AT, "actor": "chair", "command": name} for name in ("CallNext", "GiveFloor")]
    early, due = ({"at": f"2021-09-07T08:0{n}:00Z", "clock": True} for n in (4, 6))
    result = run(tmp_path, *start, early, due, due)
    assert events(result, -3) == []
    elapsed = {"event": "SpeakingTimeElapsed", "grant": 1, "at": "2021-09-07T08:05:00.000Z"}
    assert events(result, -2) == [elapsed]
    assert events(result, -1) == []


def test_a_reason_is_kept_apart_from_the_log(tmp_path: Path) -> None:
    withdraw = {"at": AT, "actor": "pan-1", "command": "WithdrawRequest", "request": "r1", "reason": "ill"}
    result = run(tmp_path, SET_UP, OPEN, asked(item="3"), withdraw)
    assert events(result)[0]["reason"] == "line-4"
    assert "ill" not in result.stdout.splitlines()[-1].split()


def test_empty_lines_and_a_byte_order_mark_are_harmless(tmp_path: Path) -> None:
    assert len(answers(run(tmp_path, "\ufeff" + json.dumps(SET_UP), "", CALLED, ""))) == 2


def test_role_limits_the_registry_moves_roles(tmp_path: Path) -> None:
    moves = [{"seat": "pan.online.speaker.1", "participant": "pan-9"}]
    change = {"at": AT, "actor": "registry", "command": "ChangeRoster", "moves": moves}
    result = run(tmp_path, SET_UP, OPEN, change, asked("pan-9", item="3"))
    assert events(result)[0]["participant"] == "pan-9"


BROKEN_LINES = [
    ("{", "not JSON"),
    ('"text"', "expected a JSON object"),
    ("[1]", "expected a JSON object"),
    ('{"at": NaN}', "not JSON"),
    ("[" * 100_000, "not JSON"),
    ({"actor": "chair", "command": "CallNext"}, "at: Field required"),
    ({"at": "yesterday", "actor": "chair", "command": "CallNext"}, "at: "),
    ({"at": "2021-09-07T08:00:00", "actor": "chair", "command": "CallNext"}, "timezone"),
    ({"at": AT, "command": "CallNext"}, 'expected an "actor"'),
    ({"at": AT, "actor": "chair"}, 'expected a "command"'),
    ({"at": AT, "actor": "chair", "command": "Nonsense"}, "expected one of: AbandonConsensus"),
    ({"at": AT, "actor": "chair", "command": "SetUpMeeting"}, "unknown command"),
    ({"at": AT, "actor": "chair", "command": "CallNext", "hurry": 1}, "hurry: "),
    ({"at": AT, "actor": "chair", "command": "TakeUpItem"}, "item: Field required"),
    ({"at": AT, "actor": "chair", "command": "TakeUpItem", "itme": "3"}, "its fields: item"),
    ({"at": AT, "actor": "chair", "command": "CallNext", "source": "room"}, "it has no fields"),
    ({"at": AT, "actor": "nobody", "command": "CallNext"}, "unknown participant 'nobody'"),
    ({"at": AT, "actor": {"capacity": "king"}, "command": "CallNext"}, "capacity"),
    ({"at": AT, "actor": {"capacity": "delegate", "participant": "x"}, "command": "CallNext"}, "unknown"),
    ({"at": AT, "actor": {"capacity": "chair", "name": "x"}, "command": "CallNext"}, "name"),
    ({"at": AT, "actor": "chair", "command": "CallNext", "present": ["atl"]}, "no delegation 'atl'"),
    ({"at": AT, "clock": False}, "clock"),
    ({"at": AT, "clock": True, "command": "CallNext"}, "a clock line has"),
    ({"at": "2021-09-07T07:59:59.999Z", "actor": "chair", "command": "CallNext"}, "time goes backwards"),
    ({"at": AT, "actor": "chair", "command": "ChangeRoster", "moves": []}, "actor"),
    ({"at": AT, "command": "ChangeRoster", "moves": [{"seat": "pan.9"}]}, "is no seat"),
    ({"at": AT, "command": "NoteConnection", "participant": "x", "connected": True}, "unknown participant"),
    ({"at": AT, "command": "NotePresence", "delegation": "pan"}, "present: Field required"),
]


@pytest.mark.parametrize("line,says", BROKEN_LINES)
def test_a_broken_line_is_named_and_nothing_is_printed_after_it(tmp_path: Path, line: Any, says: str) -> None:
    result = run(tmp_path, SET_UP, CALLED, line, asked(), options=("--state",))
    assert result.exit_code == 2
    assert f"{tmp_path}/meeting.jsonl:3: " in result.stderr
    assert says in result.stderr
    assert len(result.stdout.splitlines()) == 2


DELEGATIONS = SET_UP["delegations"]
BROKEN_SET_UPS: list[tuple[Any, str]] = [
    ("", "the file is empty"),
    ("nonsense", "not JSON"),
    (CALLED, "procedure: Field required"),
    ({**SET_UP, "colour": "blue"}, "colour: "),
    ({**SET_UP, "procedure": "parliament"}, "uncac-expert-meeting"),
    ({**SET_UP, "procedure": "none.toml"}, "cannot be read"),
    ({**SET_UP, "delegations": []}, "delegations: "),
    ({**SET_UP, "delegations": [*DELEGATIONS, DELEGATIONS[0]]}, "'pan' stands twice"),
    ({**SET_UP, "delegations": [{"id": "x", "category": "club"}]}, "delegations.0.category"),
    ({**SET_UP, "groups": [{"id": "x", "names": {"fr": "X"}}]}, "'x' needs an English name"),
    ({**SET_UP, "agenda": ["3", "3"]}, "'3' stands twice"),
    ({**SET_UP, "present": ["atl"]}, "no delegation 'atl'"),
    ({**SET_UP, "roster": [{**SET_UP["roster"][0], "delegation": "atl"}]}, "no delegation 'atl'"),
    ({**SET_UP, "roster": [SET_UP["roster"][0], SET_UP["roster"][0]]}, "'pan-1' stands twice"),
    ({**SET_UP, "roster": [{**SET_UP["roster"][0], "seat": "ita.online.speaker.1"}]}, "should be named"),
    ({**SET_UP, "podium": [{"participant": "x", "kind": "delegation"}]}, "its place on the list"),
    ({**SET_UP, "at": "2021-09-07"}, "at: "),
]


@pytest.mark.parametrize("line,says", BROKEN_SET_UPS)
def test_a_broken_set_up(tmp_path: Path, line: Any, says: str) -> None:
    result = run(tmp_path, line)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{tmp_path}/meeting.jsonl:1: " in result.stderr
    assert says in result.stderr


def test_a_procedure_of_ones_own_stands_beside_the_scenario(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "config/procedures/uncac-expert-meeting.toml"
    own = shipped.read_text("utf-8").replace('id = "uncac-expert-meeting"', 'id = "own"')
    (tmp_path / "own.toml").write_text(own, "utf-8")
    (set_up,) = events(run(tmp_path, {**SET_UP, "procedure": "own.toml"}))
    assert set_up["procedure"]["id"] == "own"


def test_a_line_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "meeting.jsonl"
    file.write_bytes(json.dumps(SET_UP).encode() + b"\n\xff\xfe\n")
    result = CliRunner().invoke(app, ["play", str(file)])
    assert result.exit_code == 2
    assert "meeting.jsonl:2: not JSON" in result.stderr


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    result = CliRunner().invoke(app, ["play", str(tmp_path / name)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read" in result.stderr
