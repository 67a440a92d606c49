"""The command line: ``hemicycle …``."""

import typer

from hemicycle.cli import calendar, conference, desk, limits, notes, person, registrations
from hemicycle.cli.contract import contract
from hemicycle.cli.deciding import approve, reject, withdraw
from hemicycle.cli.demo import demo
from hemicycle.cli.exports import announce, export
from hemicycle.cli.figures import figures
from hemicycle.cli.invite import invite
from hemicycle.cli.play import play
from hemicycle.cli.rehearse import rehearse
from hemicycle.cli.script import script
from hemicycle.cli.serve import serve

app = typer.Typer(name="hemicycle", no_args_is_help=True, help="Runs live hybrid meetings.")
app.command()(serve)
app.command()(demo)
app.add_typer(conference.app, name="conference")
app.add_typer(calendar.calendar, name="calendar")
app.add_typer(calendar.delegations, name="delegations")
app.command()(invite)
app.add_typer(desk.seats, name="seats")
app.command()(desk.revoke)
app.add_typer(notes.notes, name="notes")
app.add_typer(registrations.registrations, name="registrations")
app.add_typer(limits.limits, name="limits")
app.command()(approve)
app.command()(reject)
app.command()(withdraw)
app.command()(figures)
app.command()(export)
app.command()(announce)
app.add_typer(person.app, name="person")
app.add_typer(script, name="script")
app.command()(play)
app.command()(rehearse)
app.command(hidden=True)(contract)


@app.callback()
def hemicycle() -> None:
    """Runs live hybrid meetings: one list of speakers, consoles that stay in step."""
