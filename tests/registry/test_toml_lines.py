"""Lines of values in TOML files, in every way in which TOML lets them be written."""

import tomllib

import pytest

from hemicycle.registry.toml_lines import Path, line_of, lines_of

TEXT = '''\
# [not.a.table]
title = "x" # = y

[conference]
id = "c"
"quoted key" = 1
says = """
[people]
id = "inside a string"
"""
languages = [
  "en", # [comment]
  "fr",
]

[[people]]
id = "first"
names.en = "One"
names.fr = \'\'\'[
un'\'\'\'

  [[people]]
  id = "second"
  names = { en = "Two", fr = "Deux" }
  [people.seat]
  role = "speaker"

[[people.groups]]
id = "a"
[[people.groups]]
id = "b"

[[meetings]]
number = 1
[rules.OPEN_QUORUM]
says = "s"
'''


@pytest.mark.parametrize(
    "path, line",
    [
        (("title",), 2),
        (("conference",), 4),
        (("conference", "id"), 5),
        (("conference", "quoted key"), 6),
        (("conference", "says"), 7),
        (("conference", "languages"), 11),
        (("conference", "languages", 1), 11),
        (("people", 0), 16),
        (("people", 0, "id"), 17),
        (("people", 0, "names", "en"), 18),
        (("people", 0, "names", "fr"), 19),
        (("people", 0, "names"), 18),
        (("people", 1), 22),
        (("people", 1, "names", "fr"), 24),
        (("people", 1, "seat", "role"), 26),
        (("people", 1, "groups", 1, "id"), 31),
        (("people", 1, "missing"), 22),
        (("meetings", 0, "number"), 34),
        (("rules", "OPEN_QUORUM", "says"), 36),
        (("nowhere",), 1),
    ],
)
def test_line_of(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(lines_of(TEXT), path) == line
