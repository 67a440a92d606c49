"""The command line: ``hemicycle …``."""

import typer

from hemicycle.cli.play import play

app = typer.Typer(name="hemicycle", no_args_is_help=True, help="Runs live hybrid meetings.")
app.command()(play)


@app.callback()
def hemicycle() -> None:
    """Runs live hybrid meetings: one list of speakers, consoles that stay in step."""
