"""Commands on the wire: every one round-trips; what is unknown, missing or out of bounds is refused."""

import dataclasses
import json
import types
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.contract.commands import COMMANDS, MODELS, parse_command
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.rules import commands as c
from hemicycle.rules.terms import HolderKind, Modality, RequestKind

SAID: dict[str, Any] = {
    "reason": "the minister leaves at eleven",
    "language": "es",
    "channel": "es",
    "seconds": 60,
    "ref": "p1/2",
    "symbol": "CAC/COSP/2021/L.1/Rev.1",
    "text": "In paragraph 4, after “invites”, insert “again”.",
    "closes_at": datetime(2021, 9, 7, 10, tzinfo=UTC),
}


def example(name: str, hint: Any) -> Any:
    """A value that this field may have."""
    if name in SAID:
        return SAID[name]
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return (example("language" if name in {"a", "b", "c"} else "", get_args(hint)[0]),)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return full(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1]
    return True if hint is bool else 1 if hint is int else "pan-1"


def full(kind: type[Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(**{f.name: example(f.name, hints[f.name]) for f in dataclasses.fields(kind)})


def told_as_json(value: Any) -> str:
    return moment(value) if isinstance(value, datetime) else str(value)


def problem(payload: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(ProblemError) as refused:
        parse_command("c-1", payload)
    assert refused.value.status == 422
    return refused.value.problem


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_round_trips(name: str) -> None:
    command = full(COMMANDS[name])
    wire = json.loads(json.dumps({"command": name, **dataclasses.asdict(command)}, default=told_as_json))
    assert parse_command("c-1", wire) == command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_an_unknown_field(name: str) -> None:
    wire = {"command": name, **dataclasses.asdict(full(COMMANDS[name])), "actor": "chair"}
    told = problem(wire)
    assert (told["code"], told["errors"][0]["loc"]) == ("invalid-command", "actor")


def test_a_command_has_its_defaults() -> None:
    assert parse_command("c-1", {"command": "RequestFloor"}) == c.RequestFloor()
    asked = parse_command("c-1", {"command": "RequestFloor", "kind": "point_of_order", "language": "es"})
    assert asked == c.RequestFloor(kind=RequestKind.POINT_OF_ORDER, language="es")


@pytest.mark.parametrize("name", ["Nonsense", "", None, 7, ["GiveFloor"], "giveFloor", "SetUpMeeting"])
def test_an_unknown_command(name: Any) -> None:
    told = problem({"command": name})
    assert told["code"] == "unknown-command"
    assert "GiveFloor" in told["known"]


@pytest.mark.parametrize(
    "kind", [*get_args(c.PresenceCommand), *get_args(c.RegistryCommand), *get_args(c.ClockCommand)]
)
def test_authorization_the_services_own_commands_are_absent_from_the_wire(kind: type[Any]) -> None:
    assert problem({"command": kind.__name__})["code"] == "unknown-command"


@pytest.mark.parametrize(
    "payload,field",
    [
        ({"command": "TakeUpItem"}, "item"),
        ({"command": "TakeUpItem", "item": 3}, "item"),
        ({"command": "TakeUpItem", "item": ""}, "item"),
        ({"command": "TakeUpItem", "item": "3\n"}, "item"),
        ({"command": "TakeUpItem", "item": "x" * 81}, "item"),
        ({"command": "RequestFloor", "kind": "speech"}, "kind"),
        ({"command": "RequestFloor", "language": "Spanish"}, "language"),
        ({"command": "ExtendTime", "seconds": 0}, "seconds"),
        ({"command": "ExtendTime", "seconds": 86_401}, "seconds"),
        ({"command": "ExtendTime", "seconds": 1.5}, "seconds"),
        ({"command": "ExtendTime", "seconds": "60"}, "seconds"),
        ({"command": "ExtendTime", "seconds": True}, "seconds"),
        ({"command": "CloseItem", "item": "3", "confirmed": "yes"}, "confirmed"),
        ({"command": "ReopenList", "item": "3", "decided": 1}, "decided"),
        ({"command": "Rule"}, "upheld"),
        ({"command": "CallSpeaker", "request": "r1", "reason": ""}, "reason"),
        ({"command": "CallSpeaker", "request": "r1", "reason": "x" * 2001}, "reason"),
        ({"command": "PassOver", "cause": "late"}, "cause"),
        ({"command": "RequestFloor", "joint": ["pan"] * 301}, "joint"),
        ({"command": "RequestFloor", "joint": ["p an"]}, "joint.0"),
        ({"command": "Move", "kind": "divide", "parts": ["x" * 301]}, "parts.0"),
        ({"command": "Move", "kind": "limit_statements", "statements": 0}, "statements"),
        ({"command": "ReviseOrally", "proposal": "p1", "text": "x" * 2001}, "text"),
        ({"command": "OpenVote", "kind": "part", "ref": "p1 2"}, "ref"),
        ({"command": "EnterCount", "yes": -1, "no": 0, "abstentions": 0}, "yes"),
        ({"command": "EnterCount", "yes": 1, "no": True, "abstentions": 0}, "no"),
        ({"command": "FreezeHead", "item": "3", "count": -1}, "count"),
        ({"command": "SetListClosing", "item": "3", "closes_at": "2021-09-07T10:00:00"}, "closes_at"),
        ({"command": "SetListClosing", "item": "3", "closes_at": "9999-12-31T23:59:59-23:59"}, "closes_at"),
        ({"command": "SetListClosing", "item": "3", "closes_at": "0001-01-01T00:00:00+23:59"}, "closes_at"),
        ({"command": "SetListClosing", "item": "3", "closes_at": "9999-12-31T23:59:59Z"}, "closes_at"),
        ({"command": "SetListClosing", "item": "3", "closes_at": 1_630_000_000}, "closes_at"),
        ({"command": "SetListClosing", "item": "3", "closes_at": True}, "closes_at"),
        ({"command": "OpenPanel", "item": "3", "title": "Panel", "panellists": []}, "panellists"),
        ({"command": "CorrectStatement", "grant": 1, "reason": "misheard", "spoken_ms": -1}, "spoken_ms"),
        ({"command": "SetChannel", "booth": "fr", "channel": "French"}, "channel"),
        (
            {
                "command": "StaffBooth",
                "booth": "fr",
                "interpreters": [{"participant": "i1", "a": ["fr"], "b": ["English"]}],
            },
            "interpreters.0.b.0",
        ),
    ],
)
def test_bounds(payload: dict[str, Any], field: str) -> None:
    told = problem(payload)
    assert [error["loc"] for error in told["errors"]] == [field]


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800"])
@pytest.mark.parametrize(
    "payload, field",
    [
        ({"command": "TableProposal", "item": "3", "symbol": "L.1", "title": "{}"}, "title"),
        ({"command": "TableProposal", "item": "3", "symbol": "{}", "title": "Draft"}, "symbol"),
        ({"command": "TableAmendment", "proposal": "p1", "text": "{}"}, "text"),
        ({"command": "ReviseOrally", "proposal": "p1", "text": "{}"}, "text"),
        ({"command": "OpenPanel", "item": "3", "title": "{}", "panellists": ["p"]}, "title"),
        ({"command": "Move", "kind": "divide", "parts": ["One", "{}"]}, "parts.1"),
        ({"command": "CancelVote", "reason": "{}"}, "reason"),
        ({"command": "GiveFloor", "override": "{}"}, "override"),
    ],
)
def test_free_text_holds_no_sign_that_others_cannot_see(
    payload: dict[str, Any], field: str, sign: str
) -> None:
    """No terminal or database chokes on it, and no console shows the words beside it the wrong way round."""
    attacked = json.loads(json.dumps(payload).replace("{}", json.dumps(f"Draft{sign}txt")[1:-1]))
    assert [error["loc"] for error in problem(attacked)["errors"]] == [field]


def test_free_text_in_any_script_is_taken_as_it_is() -> None:
    words = "مشروع \u200fالقرار — 决议草案\n\t2 bis «d’été»"
    revised = parse_command("c-1", {"command": "ReviseOrally", "proposal": "p1", "text": words})
    assert revised == c.ReviseOrally(proposal="p1", text=words)


@pytest.mark.parametrize("command_id", ["", "x" * 65, "a b", "a.b", "é"])
def test_a_command_id_is_short_and_plain(command_id: str) -> None:
    with pytest.raises(ProblemError) as refused:
        parse_command(command_id, {"command": "CallNext"})
    assert refused.value.problem["errors"][0]["loc"] == "id"


def test_every_field_at_fault_is_told() -> None:
    told = problem({"command": "InscribeSpeaker", "modality": "by post", "delegate": "x"})
    assert {error["loc"] for error in told["errors"]} == {"delegation", "modality", "delegate"}


def test_values_of_the_wire_are_the_rules_own() -> None:
    given_to = parse_command("c-1", {"command": "GiveFloorTo", "kind": "secretariat", "participant": "s"})
    assert given_to == c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="s")
    slip = {"command": "InscribeSpeaker", "delegation": "pan", "modality": "online"}
    assert parse_command("c-1", slip) == c.InscribeSpeaker(delegation="pan", modality=Modality.ONLINE)


@settings(max_examples=200, deadline=None)
@given(
    payload=st.dictionaries(
        st.sampled_from(["command", "item", "kind", "seconds", "request", "reason", "id", "x"]),
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.sampled_from(list(COMMANDS))
        ),
    )
)
def test_whatever_is_sent_there_is_a_command_or_a_problem(payload: dict[str, Any]) -> None:
    known = payload.get("command") in COMMANDS
    with suppress(ProblemError):
        command = parse_command("c-1", payload)
        assert known
        assert type(command) is COMMANDS[payload["command"]]


def unbounded(schema: Any, at: str) -> Iterator[str]:
    """The texts, numbers and lists of a schema that have no end."""
    if isinstance(schema, list):
        for each in schema:
            yield from unbounded(each, at)
        return
    ends = {
        "string": ("pattern", "maxLength", "enum", "const", "format"),
        "integer": ("maximum",),
        "number": ("maximum",),
        "array": ("maxItems",),
    }.get(schema.get("type", ""), ())
    if ends and not schema.keys() & set(ends):
        yield at
    for name, inner in schema.get("properties", {}).items():
        yield from unbounded(inner, f"{at}.{name}")
    for part in ("anyOf", "items"):
        yield from unbounded(schema.get(part, []), at)


@pytest.mark.parametrize("name", MODELS)
def test_every_text_number_and_list_has_its_bounds(name: str) -> None:
    schema = MODELS[name].model_json_schema()
    assert [*unbounded(schema, name)] == []
    for part, inner in schema.get("$defs", {}).items():
        assert [*unbounded(inner, part)] == []


def test_a_moment_is_taken_in_utc_and_whole_milliseconds() -> None:
    local = datetime(2021, 9, 7, 12, 0, 0, 123_456, tzinfo=timezone(timedelta(hours=2)))
    command = parse_command("c-1", {"command": "SetListClosing", "item": "3", "closes_at": local.isoformat()})
    assert command == c.SetListClosing(
        item="3", closes_at=datetime(2021, 9, 7, 10, 0, 0, 123_000, tzinfo=UTC)
    )
