"""Opening the database: where it may stand, how it is set, and what is said when it cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

import pytest

from hemicycle.storage import StorageRefused, open_engine, open_storage, reading, writing
from hemicycle.storage.sqlite import DATABASE_FILE

NOBODY = 65534


def settings(folder: Path | str) -> dict[str, object]:
    engine = open_engine(folder)
    try:
        with reading(engine) as conn:
            names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            return {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    finally:
        engine.dispose()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def reachable(folder: Path) -> None:
    """Let others than root come to this folder."""
    for parent in (folder, *folder.parents):
        if parent.is_relative_to(gettempdir()) and parent != Path(gettempdir()):
            parent.chmod(0o755)


def test_the_folder_is_made_and_commits_are_durable(tmp_path: Path) -> None:
    full = 2
    assert settings(tmp_path / "new" / "data") == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
    }
    assert (tmp_path / "new" / "data" / DATABASE_FILE).is_file()


def test_an_address_opens_the_same_database_as_its_folder(tmp_path: Path) -> None:
    open_storage(tmp_path).dispose()
    engine = open_engine(f"sqlite:///{tmp_path / DATABASE_FILE}")
    with reading(engine) as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM conferences").scalar() == 0
    engine.dispose()


@pytest.mark.parametrize(
    "address", ["mysql://localhost/hemicycle", "sqlite://", "sqlite:///:memory:", "://", "nothing://x"]
)
def test_another_address_is_refused_with_what_to_give(address: str) -> None:
    with pytest.raises(StorageRefused, match="sqlite:////folder/file"):
        open_engine(address)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageRefused, match="choose another with --data"):
        open_engine(tmp_path / "data")
    with pytest.raises(StorageRefused, match="choose another with --data"):
        open_engine(tmp_path / "data" / "below")


def test_a_folder_without_the_right_to_write_is_refused(tmp_path: Path) -> None:
    reachable(tmp_path)
    (tmp_path / "data").mkdir(mode=0o555)
    with as_nobody(), pytest.raises(StorageRefused, match=r"cannot be opened for writing \(unable to open"):
        open_engine(tmp_path / "data")
    with as_nobody(), pytest.raises(StorageRefused, match=r"cannot be made \(Permission denied\)"):
        open_engine(tmp_path / "data" / "below")


def test_a_database_that_may_only_be_read_is_refused(tmp_path: Path) -> None:
    reachable(tmp_path)
    open_storage(tmp_path / "data").dispose()
    (tmp_path / "data" / DATABASE_FILE).chmod(0o444)
    (tmp_path / "data").chmod(0o555)
    with as_nobody(), pytest.raises(StorageRefused, match=r"cannot be opened for writing \(attempt to write"):
        open_engine(tmp_path / "data")
    (tmp_path / "data").chmod(0o755)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / DATABASE_FILE).write_text("no database " * 100)
    with pytest.raises(StorageRefused, match="file is not a database"):
        open_engine(tmp_path)


def test_a_database_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    open_storage(tmp_path).dispose()
    with sqlite3.connect(tmp_path / DATABASE_FILE) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    for opener in (open_engine, open_storage):
        with pytest.raises(StorageRefused, match=r"newer version of Hemicycle.*9999.*install that version"):
            opener(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE_FILE) as other:
        assert other.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    other.close()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    engine = open_storage(tmp_path)

    def fail() -> None:
        with writing(engine) as conn:
            conn.exec_driver_sql("CREATE TABLE half (done INTEGER)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as conn:
        assert conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'half'").all() == []
    engine.dispose()


def test_a_reader_sees_one_moment_while_another_writes(tmp_path: Path) -> None:
    engine = open_storage(tmp_path)
    count = "SELECT count(*) FROM reasons"
    with reading(engine) as reader:
        assert reader.exec_driver_sql(count).scalar() == 0
        with writing(engine) as writer:
            writer.exec_driver_sql("CREATE TABLE seen (at TEXT)")
            writer.exec_driver_sql("INSERT INTO seen VALUES ('now')")
        assert reader.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'seen'").scalar() == 0
    engine.dispose()
