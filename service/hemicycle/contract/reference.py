"""The reference of commands, events and refusals in Markdown, generated from the types themselves."""

import dataclasses
import inspect
import types
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hemicycle.contract.commands import COMMANDS
from hemicycle.rules.commands import PresenceCommand, RegistryCommand, SeatMove, SetUpMeeting
from hemicycle.rules.events import Event
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.refusals import REFUSALS
from hemicycle.rules.state.people import Holder

_HEADER = """# Scenario reference

Generated from the types by `hemicycle.contract.reference`; do not edit. How a scenario is written stands in
[scenarios.md](scenarios.md). A field with a default may be left out; *optional* means that absent is none.
"""
_PLAIN: Mapping[Any, str] = {
    str: "text",
    int: "integer",
    bool: "true or false",
    Mapping[str, str]: "texts by language",
    datetime: "time, RFC 3339 in UTC with milliseconds",
}
_EXPLAINED = {
    "language": "language code of 2 or 3 letters",
    "reason": "text of 1 to 2000 characters (in events: the id of the command that gave it)",
    "seconds": "integer number of seconds",
}


def scenario_reference() -> str:
    """The whole document."""
    return "\n".join([_HEADER, *_commands(), *_service_commands(), *_events(), *_refusals()])


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    for kind in COMMANDS.values():
        yield from _entry(kind)


def _service_commands() -> Iterator[str]:
    yield "## Commands of the service itself\n"
    yield "No login may send these; a scenario may, as the actor `presence` or `registry`. There a move has"
    yield "`seat` and `participant` alone: a seat's name says the rest, like `pan.online.speaker.1`.\n"
    for kind in get_args(PresenceCommand | RegistryCommand):
        if kind is not SetUpMeeting:
            yield from _entry(kind)
    yield from _entry(SeatMove, level=4)


def _events() -> Iterator[str]:
    yield "## Events\n"
    for kind in get_args(Event):
        yield from _entry(kind)
    yield from _entry(Holder, level=4)


def _refusals() -> Iterator[str]:
    yield "## Refusals\n"
    yield "| code | rule | what is said |\n|---|---|---|"
    for rule in RuleName:
        for code, refusal in REFUSALS.items():
            if refusal.rule is rule:
                yield f"| `{code}` | {rule.value} | {refusal.says} |"
    yield ""


def _entry(kind: type, level: int = 3) -> Iterator[str]:
    yield f"{'#' * level} {kind.__name__}\n"
    yield f"{inspect.cleandoc(kind.__doc__ or '').replace('``', '`')}\n"
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    if fields:
        yield "| field | value | default |\n|---|---|---|"
        for field in fields:
            hint = hints[field.name]
            yield f"| `{field.name}` | {_value(field.name, hint)} | {_default(field, hint)} |"
        yield ""


def _value(name: str, hint: Any) -> str:
    if name in _EXPLAINED:
        return _EXPLAINED[name]
    if get_origin(hint) in {Union, types.UnionType}:
        return " or ".join(_value(name, part) for part in get_args(hint) if part is not types.NoneType)
    if get_origin(hint) is tuple:
        return f"list of {_value(name, get_args(hint)[0])}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{member.value}`" for member in hint)
    return _PLAIN.get(hint) or f"{hint.__name__}, as in the set-up or below"


def _default(field: "dataclasses.Field[Any]", hint: Any) -> str:
    if field.default is dataclasses.MISSING:
        if types.NoneType in get_args(hint):
            return "optional"
        return "" if field.default_factory is dataclasses.MISSING else "empty"
    match field.default:
        case None:
            return "optional"
        case Enum() as member:
            return f"`{member.value}`"
        case bool() as given:
            return f"`{str(given).lower()}`"
        case given:
            return f"`{given!r}`" if given != () else "empty"
