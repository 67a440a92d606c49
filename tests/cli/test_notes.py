"""Notes verbales from the command line, on a running service."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.api.listening import Listening, listening
from tests.cli.terminal import asked
from tests.conduct.moot import load
from tests.databases import Databases
from tests.documents import papers

from hemicycle.registry import notes
from hemicycle.storage import reading

ADD = (
    "notes",
    "add",
    "moot",
    "pan",
    "--reference",
    "NV/1",
    "--dated",
    "2021-08-20",
    "--received",
    "2021-08-21",
)


@pytest.fixture
def service(databases: Databases, tmp_path: Path) -> Iterator[Listening]:
    with databases.engine(load) as engine, listening(engine, tmp_path / "pages") as running:
        yield running


def _written(folder: Path, content: bytes | str, name: str = "note.pdf") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _states(service: Listening) -> list[str]:
    with reading(service.engine) as conn:
        return [note.state.value for note in notes.notes(conn, "moot", "pan")]


def test_from_a_file_to_the_note_in_force_and_its_revision(service: Listening, tmp_path: Path) -> None:
    said = asked(service, *ADD, "--file", _written(tmp_path, papers.table_pdf()))
    assert said.code == 0, said.err
    assert "Berta Núñez" in said.out
    assert "no note" not in asked(service, "notes", "show", "moot", "pan").out
    done = asked(service, "notes", "confirm", "moot", "pan", "1")
    settled = asked(service, "notes", "settle", "moot", "pan", "1", "--change", "nobody")
    assert "not-settled" in settled.flat
    assert (done.code, done.out) == (0, "Revision 1 of pan is in force.\n")
    gone = ("notes", "withdraw-file", "moot", "pan", "1", "--reason", "a passport")
    assert asked(service, *gone).out == "The file of revision 1 of pan is gone.\n"
    assert "has no file" in asked(service, *gone).flat
    table = _written(tmp_path, "Name;Email;Role\nBerta Núñez;berta@mfa.example;remote speaker\n", "t.csv")
    assert asked(service, *ADD, "--table", table).code == 0
    shown = asked(service, "notes", "diff", "moot", "pan", "2").out
    assert "Revision 2 against revision 1: 0 unchanged" in shown
    assert "Changed: Berta Núñez: title: Attaché → –; role: observer → speaker" in shown
    assert "Removed" in shown
    assert _states(service) == ["confirmed", "draft"]
    assert "Berta Núñez" in asked(service, "notes", "show", "moot", "pan", "2").out


def test_doubtful_lines_are_told_and_nothing_is_written(service: Listening, tmp_path: Path) -> None:
    table = _written(tmp_path, "Name;Email;Modality;Role\nAna;;in person;\nTotal;;;\n;;;speaker\n", "t.csv")
    said = asked(service, *ADD, "--table", table)
    assert said.code == 1
    for told in (
        "line 2, role: no role is said; in person this is taken for a speaker",
        "line 3, modality: in person or online is not said",
        "line 4 is left out: it has neither a name nor an email address",
        "correct the table. No note was written",
    ):
        assert told in said.flat
    assert _states(service) == []
    table = _written(tmp_path, "Name;Email;Modality;Role\nAna;;in person;\n", "t.csv")
    assert asked(service, *ADD, "--table", table).code == 1
    accepted = asked(service, *ADD, "--table", table, "--accept-doubts")
    assert accepted.code == 0, accepted.err
    assert "remark: line 1, email" in accepted.out


def test_over_the_limit_needs_a_reason(service: Listening, tmp_path: Path) -> None:
    lines = "".join(f"P {c};{c}@x.org;in person speaker\n" for c in "abc")
    table = _written(tmp_path, f"Name;Email;Role\n{lines}", "t.csv")
    added = asked(service, *ADD, "--table", table)
    assert "exception: line 3, role" in added.out
    refused = asked(service, "notes", "confirm", "moot", "pan", "1")
    assert refused.code == 1
    assert "over-the-limit [ROLE_LIMITS]" in refused.flat
    assert "line 3, role" in refused.flat
    assert asked(service, "notes", "confirm", "moot", "pan", "1", "--reason", "Agreed.").code == 0


def test_what_cannot_be_read(service: Listening, tmp_path: Path) -> None:
    cases: list[tuple[tuple[str | Path, ...], str]] = [
        (("--file", tmp_path / "none.pdf"), "cannot be read"),
        (("--file", _written(tmp_path, b"MZ")), "no PDF, DOCX, PNG, JPEG or TIFF"),
        (("--file", _written(tmp_path, papers.picture_pdf(), "scan.pdf")), "pictures and no text"),
        (("--table", _written(tmp_path, "Имя".encode("cp1251"), "t.csv")), "is not UTF-8"),
    ]
    for options, says in cases:
        said = asked(service, *ADD, *options)
        assert said.code == 1
        assert says in said.flat
    assert _states(service) == []
    for arguments, says in (
        (("show", "moot", "pan", "9"), "no such note"),
        (("confirm", "moot", "pan", "9"), "no such note"),
        (("settle", "moot", "pan", "9", "--change", "x"), "no such note"),
        (("confirm", "moot", "pan", "9", "--keep", "x"), "<registration>=<why>"),
        (("show", "moot", "pan"), "may not"),
    ):
        said = asked(service, "notes", *arguments, who="chair" if says == "may not" else "desk")
        assert said.code == 1
        assert says in said.flat


def test_a_scan_with_a_table_typed_beside_it(service: Listening, tmp_path: Path) -> None:
    scan = _written(tmp_path, papers.picture("PNG"), "scan.png")
    table = _written(tmp_path, "\ufeffNom;Courriel;Rôle\nAna;a@x.org;en ligne oratrice\n", "t.csv")
    said = asked(service, *ADD, "--file", scan, "--table", table)
    assert said.code == 0, said.err
    with reading(service.engine) as conn:
        (note,) = notes.notes(conn, "moot", "pan")
    assert note.document is not None
