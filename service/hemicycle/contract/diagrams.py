"""The state diagrams of ``docs/states.md``, drawn from the rules' own tables (``rules.machines``)."""

from collections.abc import Iterator

from hemicycle.rules.machines import MACHINES, NONE, Machine

_HEADER = """# State diagrams

Drawn by `hemicycle contract` from the tables in `service/hemicycle/rules/machines.py`; do not edit. What
takes a thing from one state to the other are the log's events; each stands with its fields in
[scenario-reference.md](scenario-reference.md#events). Which commands lead to them, and what refuses them, is
told rule by rule in [rules.md](rules.md). The circle is what is not there yet, or is no more.
"""


def state_diagrams() -> str:
    """The whole document, with one Mermaid diagram for each machine."""
    return "\n".join([_HEADER, *(line for machine in MACHINES for line in _section(machine))])


def _section(machine: Machine) -> Iterator[str]:
    yield f"## {machine.name}\n"
    yield f"{machine.says}\n"
    yield "```mermaid"
    yield "stateDiagram-v2"
    targets = {move.target for move in machine.moves}
    sources = {move.source for move in machine.moves}
    for source in dict.fromkeys(move.source for move in machine.moves):
        if source != NONE and source not in targets:
            yield f"    [*] --> {source}"
    for (source, target), events in _arrows(machine).items():
        yield f"    {source or '[*]'} --> {target or '[*]'}: {', '.join(events)}"
    for target in dict.fromkeys(move.target for move in machine.moves):
        if target != NONE and target not in sources:
            yield f"    {target} --> [*]"
    yield "```\n"


def _arrows(machine: Machine) -> dict[tuple[str, str], list[str]]:
    """From and to, with the names of the events that go this way."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for move in machine.moves:
        arrows.setdefault((str(move.source), str(move.target)), []).append(move.event.__name__)
    return arrows
