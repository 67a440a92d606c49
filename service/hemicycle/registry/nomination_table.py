"""A table of nominations, read: each row a proposal with its doubts, for an officer to confirm. Pure.

Nothing is guessed silently: what is not certain is a doubt of the row, what is no row of a person is told as
left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hemicycle.registry import nomination_words as words
from hemicycle.registry.mail import is_reachable
from hemicycle.registry.names import read
from hemicycle.registry.nomination_words import Column
from hemicycle.registry.pasted import Line
from hemicycle.rules.terms import Modality, Role

_ADDRESS = re.compile(r"[^\s<>\[\]()\"',;:]+@[^\s<>\[\]()\"',;:]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LISTED = re.compile(r"[,;/\n،؛，；、]+")
_HEADING_WITHIN = 6
"""Rows in which a heading is looked for: above it a note may have a title."""
_TWO = 2

Columns = tuple[Column | None, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an officer must look at. ``field``: of the proposal, or ``row``; ``code``: stable."""

    field: str
    code: str
    says: str


@dataclass(slots=True, kw_only=True)
class Proposal:
    """A person as the table seems to name her. ``line``: her row; without modality or role it says none."""

    line: int
    name: str = ""
    title: str | None = None
    email: str | None = None
    modality: Modality | None = None
    role: Role | None = None
    sessions: tuple[str, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, of: str, code: str, says: str) -> None:
        """Add a doubt."""
        self.doubts.append(Doubt(of, code, says))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that names nobody."""

    line: int
    says: str


@dataclass(slots=True)
class Proposed:
    """``proposals`` in the table's order; ``left_out``: other rows; ``columns``: as they were understood."""

    proposals: list[Proposal] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """``sessions``: what a session may be called → its id; ``pdf``: letters may stand in the order in which
    they are drawn; ``guessed``: columns come from spaces.
    """

    sessions: Mapping[str, str]
    pdf: bool = False
    guessed: bool = False


def propose(tables: Sequence[Sequence[Line]], source: Source) -> Proposed:
    """Read tables; one without a heading that is as wide as the one before goes on with its columns."""
    proposed, columns = Proposed(), None
    for lines in tables:
        at, found = _heading(lines)
        if found is not None:
            proposed.left_out += [LeftOut(each.number, "stands above the heading") for each in lines[:at]]
            columns, body, sure = found, lines[at + 1 :], True
        else:
            sure = columns is not None and {len(each.cells) for each in lines} <= {len(columns)}
            columns, body = (columns if sure and columns else _by_content(lines)), lines
        proposed.columns = [column.value if column else "" for column in columns]
        for each in body:
            _take(each, columns, proposed, source, sure=sure)
    _told_twice(proposed.proposals)
    return proposed


def _heading(lines: Sequence[Line]) -> tuple[int, Columns | None]:
    """The row whose cells name two columns at least, the person or her address among them."""
    for at, each in enumerate(lines[:_HEADING_WITHIN]):
        if any("@" in cell for cell in each.cells):
            break
        columns = tuple(words.column_of(cell) if cell else None for cell in each.cells)
        known = {column for column in columns if column is not None}
        if len(known) >= _TWO and known & {Column.NAME, Column.LAST_NAME, Column.EMAIL}:
            return at, columns
    return 0, None


def _by_content(lines: Sequence[Line]) -> Columns:
    """Columns of a table without a heading, by what stands in them."""
    width = max((len(each.cells) for each in lines), default=0)
    columns: list[Column | None] = [None] * width
    for across in range(width):
        cells = [each.cells[across] for each in lines if across < len(each.cells) and each.cells[across]]
        columns[across] = _kind(cells)
    for wanted in (Column.NAME, Column.TITLE):
        if None in columns:
            columns[columns.index(None)] = wanted
    return tuple(columns)


def _kind(cells: Sequence[str]) -> Column | None:
    """What most of these cells are; None: text."""
    for column, holds in (
        (Column.EMAIL, lambda cell: "@" in cell),
        (Column.IGNORED, lambda cell: not any(c.isalpha() for c in cell)),
        (Column.MODALITY, lambda cell: bool(words.modalities_in(cell))),
        (Column.ROLE, lambda cell: bool(words.roles_in(cell))),
    ):
        if cells and sum(map(holds, cells)) * _TWO > len(cells):
            return column
    return None


def _take(line: Line, columns: Columns, proposed: Proposed, source: Source, *, sure: bool) -> None:
    """Add the person of this row, or say why it names none."""
    cells: dict[Column, str] = {}
    for column, cell in zip(columns, line.cells, strict=False):
        if column is not None and cell:
            cells[column] = f"{cells[column]} {cell}" if column in cells else cell
    if all(words.column_of(cell) is column for column, cell in cells.items()) and len(cells) > 1:
        proposed.left_out.append(LeftOut(line.number, "repeats the heading"))
        return
    proposal = Proposal(line=line.number)
    _name(proposal, cells)
    _email(proposal, cells.get(Column.EMAIL, ""))
    if not proposal.name and proposal.email is None:
        proposed.left_out.append(LeftOut(line.number, "has neither a name nor an email address"))
        return
    _part(proposal, cells)
    _sessions(proposal, cells.get(Column.SESSIONS, ""), source.sessions)
    if len([c for c in line.cells if c]) > len(columns):
        proposal.doubt("row", "too-many-cells", "the row has more cells than the table has columns")
    if not sure or source.guessed:
        proposal.doubt("row", "columns-guessed", "the table names no columns, or has no borders: compare it")
    if source.pdf and any(map(_RIGHT_TO_LEFT.search, line.cells)):
        proposal.doubt("name", "right-to-left", "a PDF may give letters written from the right in reverse")
    proposed.proposals.append(proposal)


def _name(proposal: Proposal, cells: Mapping[Column, str]) -> None:
    parts = [cells.get(c, "") for c in (Column.FIRST_NAME, Column.NAME, Column.LAST_NAME)]
    proposal.name = " ".join(filter(None, parts))
    titles = [cells.get(c, "") for c in (Column.HONORIFIC, Column.TITLE)]
    proposal.title = ", ".join(filter(None, titles)) or None
    if not proposal.name:
        proposal.doubt("name", "missing", "the row has no name")
    elif any(c.isdigit() or c == "@" for c in proposal.name):
        proposal.doubt("name", "unlikely", "this does not look like a name")


def _email(proposal: Proposal, cell: str) -> None:
    """The address of a cell; one that a narrow column has broken is put together again."""
    text = cell.replace("mailto:", "")
    found = [address.strip(".") for address in _ADDRESS.findall(text)]
    rest = _ADDRESS.sub("", text).strip(" <>()[];,")
    if rest and len(found) < _TWO and not any(map(is_reachable, found)):
        found, rest = ["".join(text.split())], ""
    if not cell:
        proposal.doubt("email", "missing", "the row has no email address")
        return
    proposal.email = found[0].lower() if found else None
    if proposal.email is None or not is_reachable(proposal.email):
        proposal.email = None
        proposal.doubt("email", "invalid", "this is no email address")
    elif len(found) > 1:
        proposal.doubt("email", "several", "the row has several addresses; the first was taken")
    elif rest:
        proposal.doubt("email", "unclear", "the cell holds more than an address, or a broken one")


def _part(proposal: Proposal, cells: Mapping[Column, str]) -> None:
    """Modality and role, in columns of their own or in one: "Remote observer"."""
    text = " / ".join(cells.get(column, "") for column in (Column.MODALITY, Column.ROLE))
    modalities, roles = words.modalities_in(text), words.roles_in(text)
    proposal.modality = next(iter(modalities)) if len(modalities) == 1 else None
    proposal.role = next(iter(roles)) if len(roles) == 1 else None
    if proposal.modality is None:
        proposal.doubt("modality", "unclear" if modalities else "missing", "in person or online is not said")
    if proposal.role is None and proposal.modality is Modality.IN_PERSON and not roles:
        proposal.role = Role.SPEAKER
        proposal.doubt("role", "assumed", "no role is said; in person this is taken for a speaker")
    elif proposal.role is None:
        proposal.doubt("role", "unclear" if roles else "missing", "speaker or observer is not said")


def _sessions(proposal: Proposal, cell: str, known: Mapping[str, str]) -> None:
    if not cell or words.means_all(cell):
        return
    whole = known.get(words.key(cell))
    named = [whole] if whole else [known.get(words.key(each)) for each in _LISTED.split(cell) if each.strip()]
    proposal.sessions = tuple(dict.fromkeys(each for each in named if each is not None))
    if None in named:
        proposal.doubt("sessions", "unknown", "a session is named that the conference does not have")


def _told_twice(proposals: Sequence[Proposal]) -> None:
    """Doubt the later of two rows with one address or one name."""
    addresses: dict[str, int] = {}
    names: dict[tuple[str, ...], int] = {}
    for each in proposals:
        if each.email is not None and addresses.setdefault(each.email, each.line) != each.line:
            each.doubt("email", "twice", f"line {addresses[each.email]} has the same address")
        name = tuple(sorted(read(each.name).parts))
        if name and names.setdefault(name, each.line) != each.line:
            each.doubt("name", "twice", f"line {names[name]} has the same name")
