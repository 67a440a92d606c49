"""``hemicycle play``: a scenario against the rules core alone, without database, network or clock."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import orjson
import typer

from hemicycle.cli.playing import Json, Playing
from hemicycle.cli.scenario import ScenarioBroken, read_lines, step_of
from hemicycle.cli.scenario_set_up import set_up_of
from hemicycle.contract.views import view_of
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
    lines = read_lines(file)
    first = next(lines, None)
    if first is None:
        raise ScenarioBroken(f"{file}:1: the file is empty; expected a set-up as its first line")
    with first.under_way():
        playing = Playing(*set_up_of(first))
    yield playing.opening
    for line in lines:
        with line.under_way():
            answer = playing.answer(step_of(line))
        yield answer
    if state:
        yield {"views": {audience.value: view_of(playing.meeting, audience) for audience in Audience}}
