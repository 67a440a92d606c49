"""What a measurement found, as a table for people and as JSON for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table

WIDTH = 120
"""Characters, also where the output is kept in a file."""
SMALL = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of figures. ``beside``: something to compare the others with, not the service itself."""

    name: str
    figures: Sequence[str | float]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """``columns`` name the figures with their units; ``notes``: what was checked, what to bear in mind."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    notes: Sequence[str] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def show(machine: dict[str, str], reports: Sequence[Report]) -> None:
    """Print everything on standard output."""
    console = Console(width=WIDTH)
    console.print("\n".join(f"[bold]{name}[/]: {says}" for name, says in machine.items()), highlight=False)
    for report in reports:
        table = Table(title=report.title, title_justify="left")
        table.add_column("", no_wrap=True)
        for column in report.columns:
            table.add_column(column, justify="right")
        for row in report.rows:
            table.add_row(row.name, *map(_text, row.figures), style="dim" if row.beside else None)
        console.print()
        console.print(table)
        for note in report.notes:
            console.print(f"  {note}", highlight=False)


def _text(figure: str | float) -> str:
    """Three significant figures, about."""
    return figure if isinstance(figure, str) else f"{figure:,.{1 if figure >= SMALL else 2}f}"
