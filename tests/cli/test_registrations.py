"""``hemicycle registrations``: an export is shown, taken over, compared and listed, on a running service."""

from pathlib import Path

import orjson
import pytest
from tests.api.listening import Listening
from tests.cli.terminal import Said, asked
from tests.platforms.indico.exports import HEADERS, as_csv


@pytest.fixture
def export(tmp_path: Path) -> Path:
    rows = [
        (
            str(n),
            name,
            f"p{n}@mfa.example",
            country,
            "Ms",
            "In person",
            "2021-08-20 09:14:05+00:00",
            "Completed",
        )
        for n, (name, country) in enumerate([("Ana Silva", "pan"), ("Otto [sic]", "Atlantis")], start=1)
    ]
    path = tmp_path / "export.csv"
    path.write_bytes(as_csv(*rows, headers=HEADERS))
    return path


def _desk(service: Listening, *arguments: str | Path, who: str = "desk") -> Said:
    command, *more = arguments
    return asked(service, "registrations", command, "moot", *more, who=who)


def test_an_export_is_shown_then_taken_over_compared_and_listed(service: Listening, export: Path) -> None:
    shown = _desk(service, "import", export)
    assert shown.code == 0, shown.err
    assert "1 new, 1 rejected" in shown.out
    assert "names no delegation" in " ".join(shown.out.split())
    assert "Registrations: 0" in _desk(service, "list").out
    key = shown.out.split()[-1]
    taken = _desk(service, "apply", key)
    assert "1 new and 0 changed registrations are taken over" in " ".join(taken.out.split())
    assert "Registrations: 1" in _desk(service, "list", "--delegation", "pan", "--state", "pending").out
    checked = _desk(service, "check", "--delegation", "pan")
    assert "0 matched, 0 doubtful, 0 differs, 1 none; 0 can be approved" in " ".join(checked.out.split())


def test_one_is_corrected_and_the_rest_of_it_stays(service: Listening, export: Path) -> None:
    _desk(service, "import", export, "--apply")
    (line,) = map(orjson.loads, _desk(service, "list", "--json").out.splitlines())
    said = _desk(service, "correct", line["id"], "--reason", "She called", "--role", "observer")
    assert f"{line['name']}: {line['modality']} observer, pending, none" in said.out, said.err
    (after,) = map(orjson.loads, _desk(service, "list", "--json").out.splitlines())
    assert (after["email"], after["role"], after["reason"]) == (line["email"], "observer", "She called")
    assert "say what is to be corrected" in _desk(service, "correct", line["id"], "--reason", "so").flat


def test_in_one_go_and_again_without_a_change(service: Listening, export: Path) -> None:
    assert "1 new and 0 changed" in " ".join(_desk(service, "import", export, "--apply").out.split())
    assert "1 rejected, 1 unchanged" in _desk(service, "import", export).out


def test_what_cannot_be_read_is_told_with_its_line(service: Listening, export: Path) -> None:
    export.write_bytes(export.read_bytes()[:-2])
    said = _desk(service, "import", export)
    assert said.code == 1
    assert "line 3: the file does not end with a line break" in said.flat


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("import",), "give a file, or --event and --form"),
        (("import", "nowhere.csv"), "nowhere.csv cannot be read"),
        (("import", "--event", "42", "--form", "five"), "give a file, or --event and --form"),
        (("import", "--event", "42", "--form", "5"), "HEMICYCLE_INDICO_URL"),
        (("apply", "nothing"), "There is no import nothing"),
    ],
)
def test_what_is_refused_is_told(service: Listening, arguments: tuple[str, ...], says: str) -> None:
    said = _desk(service, *arguments)
    assert said.code in {1, 2}
    assert says in said.flat


def test_who_is_not_the_desk_is_refused(service: Listening, export: Path) -> None:
    for arguments in (("import", export), ("check",), ("list",)):
        said = _desk(service, *arguments, who="pan-room")
        assert (said.code, "may not" in said.flat) == (1, True), said
