"""``hemicycle play``: a scenario against the rules core alone, without database, network or clock."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import orjson
import typer

from hemicycle.cli.playing import Json, Playing
from hemicycle.cli.scenario import Numbered, ScenarioBroken, read_lines, step_of
from hemicycle.cli.scenario_set_up import set_up_of
from hemicycle.cli.scenario_shapes import BrokenLine
from hemicycle.contract.views import view_of
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import Phase
from hemicycle.views.audiences import Audience


def play(
    file: Annotated[Path, typer.Argument(help="A scenario in JSON Lines; see docs/scenarios.md.")],
    state: Annotated[bool, typer.Option("--state", help="Print the three views at the end.")] = False,
) -> None:
    """Play a scenario against the rules alone: one JSON line out for each line in."""
    try:
        for answer in answers(file, state=state):
            typer.echo(orjson.dumps(answer))
    except ScenarioBroken as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def answers(file: Path, *, state: bool = False) -> Iterator[Json]:
    """One answer for each line of the scenario, then, with ``state``, the views.

    Raises ``ScenarioBroken`` at the first line that cannot be read; what comes before is answered.
    """
    playing, lines = _begun(file)
    yield playing.opening
    for line in lines:
        with line.under_way():
            answer = playing.answer(step_of(line))
        yield answer
    if state:
        yield {"views": {audience.value: view_of(playing.meeting, audience) for audience in Audience}}


def _begun(file: Path, after: tuple[Path, ...] = ()) -> tuple[Playing, Iterator[Numbered]]:
    """The meeting as its first line sets it up, and the lines that follow."""
    lines = read_lines(file)
    first = next(lines, None)
    if first is None:
        raise ScenarioBroken(f"{file}:1: the file is empty; expected a set-up as its first line")
    with first.under_way():
        set_up, present = set_up_of(first)
        if former := first.content.get("former"):
            standing = _left_by(file.parent / former, (*after, file.resolve()))
            set_up = replace(set_up, standing=standing)
        return Playing(set_up, present), lines


def _left_by(former: Path, after: tuple[Path, ...]) -> Standing:
    """What stands at the end of the scenario that this one continues."""
    if former.resolve() in after:
        raise BrokenLine(f"former: {former} continues this scenario itself; name an earlier one")
    playing, lines = _begun(former, after)
    for line in lines:
        with line.under_way():
            playing.answer(step_of(line))
    if playing.meeting.phase is not Phase.ADJOURNED:
        raise BrokenLine(f"former: the meeting of {former} is not adjourned at its end; nothing stands yet")
    return standing_of(playing.meeting)
