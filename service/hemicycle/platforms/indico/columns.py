"""Which column of an export holds what: by its header in one of six languages, or as the officer says."""

from collections.abc import Mapping, Sequence

from hemicycle.platforms.indico.words import HEADERS, plain
from hemicycle.registry.incoming import ReadingRefused

FIELDS = frozenset(HEADERS.values())
"""What a column may hold."""


class Columns:
    """The columns of one source. Titles may repeat: of several columns for one thing the first that is
    filled counts.

    ``mapping``: field → header, for headers that are not recognised; ``Header#2`` is the second of two alike.
    Raises ``ReadingRefused``: unknown-column, missing-columns.
    """

    def __init__(self, headers: Sequence[str], mapping: Mapping[str, str]) -> None:
        self.headers = tuple(headers)
        self._of: dict[str, list[int]] = {}
        for place, header in enumerate(headers):
            field = HEADERS.get(plain(header))
            if field is not None and field not in mapping:
                self._of.setdefault(field, []).append(place)
        for field, header in mapping.items():
            if field not in FIELDS:
                known = ", ".join(sorted(FIELDS))
                raise ReadingRefused("unknown-column", f"a column holds one of {known}; {field!r} is none")
            self._of[field] = [self._place(header)]
        self._require()

    def value(self, cells: Sequence[str], field: str) -> str:
        """What stands in the first filled column of this field, else the empty text."""
        return next(iter(self.values(cells, field)), "")

    def values(self, cells: Sequence[str], field: str) -> list[str]:
        """What stands in the filled columns of this field."""
        return [cells[place] for place in self._of.get(field, ()) if cells[place]]

    def require_participation(self) -> None:
        """Raise ``ReadingRefused`` where no column can say who comes in person and who takes part online."""
        if not {"modality", "participation", "role", "tags"} & self._of.keys():
            raise ReadingRefused(
                "no-participation-column",
                "no column says whether in person or online, and as speaker or observer; the columns are "
                f"{', '.join(self.headers)}. Say which does, as in participation=Attendance, or give "
                "modality and role for all of them",
                line=1,
            )

    def _place(self, header: str) -> int:
        title, _, number = header.rpartition("#") if "#" in header else (header, "", "1")
        places = [p for p, known in enumerate(self.headers) if plain(known) == plain(title)]
        if not number.isdigit() or not 1 <= int(number) <= len(places):
            here = ", ".join(self.headers)
            raise ReadingRefused("unknown-column", f"there is no column {header!r}; there are {here}")
        return places[int(number) - 1]

    def _require(self) -> None:
        missing = []
        if "email" not in self._of:
            missing.append("email")
        if "name" not in self._of and not {"first_name", "last_name"} <= self._of.keys():
            missing.append("name (or first_name and last_name)")
        if not {"delegation", "affiliation"} & self._of.keys():
            missing.append("delegation (or affiliation)")
        if missing:
            raise ReadingRefused(
                "missing-columns",
                f"no column was recognised for {', '.join(missing)}; the columns are "
                f"{', '.join(self.headers)}. Say which is which, as in email=Courriel",
                line=1,
            )
