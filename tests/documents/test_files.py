"""Files lie apart, durable before anything names them; a crash leaves at most one that nobody names."""

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from hemicycle.documents import store
from hemicycle.documents.files import Files
from hemicycle.documents.kinds import FileKind
from hemicycle.documents.refusals import UnknownDocument
from hemicycle.documents.sweeping import UNUSED, sweep
from hemicycle.registry import note_drafts
from hemicycle.registry.notes import NewNote
from hemicycle.storage import Engine, reading, writing

AT = datetime(2021, 9, 1, 9, tzinfo=UTC)
CONTENT = b"%PDF-1.4 and so on"
SHA = sha256(CONTENT).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


def _new(sha: str = SHA, name: str = "note.pdf") -> store.NewDocument:
    return store.NewDocument(
        kind=store.NOTE_VERBALE, name=name, media_type=FileKind.PDF, size=len(CONTENT), sha256=sha
    )


def test_kept_once_under_its_hash(files: Files) -> None:
    assert not files.folder.exists()
    assert files.keep(CONTENT) == files.keep(CONTENT) == SHA
    assert files.path(SHA).read_bytes() == CONTENT
    assert [p.name for p in files.folder.rglob("*") if p.is_file()] == [SHA]
    assert files.path(SHA).stat().st_mode & 0o077 == 0


def test_a_file_cut_short_by_a_crash_is_written_again(files: Files) -> None:
    files.keep(CONTENT)
    files.path(SHA).write_bytes(CONTENT[:5])
    files.keep(CONTENT)
    assert files.path(SHA).read_bytes() == CONTENT


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(OSError, match="files"):
        Files(tmp_path / "files").keep(CONTENT)


def test_the_row_names_the_file(engine: Engine) -> None:
    with writing(engine) as conn:
        made = store.add(conn, "assembly", _new(name="C:\\notes\\..\\\u202enote\n.pdf"), AT, "desk")
    with reading(engine) as conn:
        assert store.document(conn, "assembly", made.id) == made
        assert made.name == "note.pdf"
        assert (made.sha256, made.media_type) == (SHA, FileKind.PDF)
        for conference, key in (("other", made.id), ("assembly", "none")):
            with pytest.raises(UnknownDocument):
                store.document(conn, conference, key)


def test_what_a_crash_left_behind_is_swept(
    engine: Engine, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    """The file is there before its row: a crash between the two leaves the file, never the row alone."""
    for content in (CONTENT, b"left behind", b"just uploaded"):
        files.keep(content)
    (files.path(SHA).parent / "half.part").write_bytes(b"half")
    young = files.path(sha256(b"just uploaded").hexdigest())
    for path in files.folder.glob("??/*"):
        if path != young:
            os.utime(path, (0, 0))
    with writing(engine) as conn:
        store.add(conn, "assembly", _new(), AT, "desk")
        store.add(conn, "assembly", _new("f" * 64), AT, "desk")
    with reading(engine) as conn:
        named = store.named(conn)
    with caplog.at_level("INFO"):
        swept = sweep(engine, files, AT)
    assert "2 files" in caplog.text
    assert "1 documents lack their file" in caplog.text
    assert set(swept.orphans) == {sha256(b"left behind").hexdigest(), "half.part"}
    assert swept.missing == ("f" * 64,)
    assert files.path(SHA).is_file()
    assert young.is_file()
    assert files.sweep(named).orphans == ()


def test_an_upload_that_no_note_has_is_forgotten_after_a_day(engine: Engine, files: Files) -> None:
    """A wrong one, in whose place another was uploaded before the note was saved."""
    files.keep(CONTENT)
    os.utime(files.path(SHA), (0, 0))
    with writing(engine) as conn:
        unused = store.add(conn, "assembly", _new(), AT, "desk")
        used = store.add(conn, "assembly", _new(SHA[::-1]), AT, "desk")
        new = NewNote(reference="NV 1", dated=AT.date(), received_at=AT, document=used.id)
        note_drafts.draft(conn, "assembly", "pan", new, AT, "desk")
    assert sweep(engine, files, AT + UNUSED).orphans == ()
    assert sweep(engine, files, AT + UNUSED + timedelta(seconds=1)).orphans == (SHA,)
    with reading(engine) as conn:
        assert store.document(conn, "assembly", used.id) == used
        with pytest.raises(UnknownDocument):
            store.document(conn, "assembly", unused.id)
