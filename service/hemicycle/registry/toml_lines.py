"""On which line of a TOML file a value stands: tomllib tells it for syntax alone.

The text is valid TOML when it comes here, so a scan of headers and keys is enough. A place is a path as
pydantic gives it: ``("people", 3, "capacity")``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_DEEPEST = 8
"""So many names of a dotted key are told apart: no field of ours lies deeper."""
_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_KEY = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_KEY})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_KEY})\s*=")
# What matters for the end of a value: strings, comments, brackets and line breaks.
_LONG_STRING = r"""(?:"{3}(?:[^\\]|\\.)*?"{3,5}|'{3}.*?'{3,5})"""
_STRING = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_TOKEN = re.compile(rf"{_LONG_STRING}|{_STRING}|#[^\n]*|[\[\]{{}}\n]", re.DOTALL)


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line, from 1, of the value at ``path``, or of the nearest thing around it that is written."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of each value, table and entry of a text that is valid TOML."""
    found: dict[Path, int] = {}
    entries: Counter[Path] = Counter()
    table: Path = ()
    for line, statement in _statements(text):
        if header := _HEADER.match(statement):
            names = _names(header[2])
            if header[1] == "[[":
                entries[_inside(names[:-1], entries) + names[-1:]] += 1
            table = _inside(names, entries)
            found.setdefault(table, line)
        elif assignment := _ASSIGNMENT.match(statement):
            names = _names(assignment[1])
            for depth in range(1, min(len(names), _DEEPEST) + 1):
                found.setdefault(table + names[:depth], line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Headers and assignments with the line on which each begins; a value may span several lines."""
    start, depth, line = 0, 0, 1
    for token in _TOKEN.finditer(text + "\n"):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            yield line, text[start : token.start()]
            line += text.count("\n", start, token.end())
            start = token.end()


def _names(key: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, key))


def _inside(names: tuple[str, ...], entries: Mapping[Path, int]) -> Path:
    """The names as a path into the latest entry of each array of tables: ``people`` is ``people, 3``."""
    path: Path = ()
    for name in names:
        path += (name,)
        if path in entries:
            path += (entries[path] - 1,)
    return path
