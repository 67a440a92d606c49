"""What was found in a file."""

from dataclasses import dataclass, field

Table = list[list[str]]
"""Rows of cells; an empty cell is an empty string."""


@dataclass(slots=True)
class Found:
    """``pages``: of a PDF or pictures in an image, 1 for a DOCX; ``text``: whether it has any letters.

    ``guessed``: the tables' borders were not drawn but guessed from the spaces between words.
    """

    pages: int
    text: bool
    tables: list[Table] = field(default_factory=list)
    guessed: bool = False


def cell(text: str | None, longest: int) -> str:
    """A cell as one line of text."""
    return " ".join((text or "").split())[:longest]
