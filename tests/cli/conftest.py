from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from tests.api.listening import Listening, listening
from tests.conduct.moot import convened


@pytest.fixture
def data(moot: Path, tmp_path: Path) -> Path:
    """A data folder of its own that holds the moot."""
    return Path(copytree(moot, tmp_path / "data"))


@pytest.fixture
def service(moot: Path, tmp_path: Path) -> Iterator[Listening]:
    """The moot on a running service."""
    with convened(moot, tmp_path / "data") as engine, listening(engine, tmp_path / "pages") as running:
        yield running


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal like another, in an empty folder, without the caller's settings."""
    for name in ("HEMICYCLE_DATA", "HEMICYCLE_TOKEN", "HEMICYCLE_CLOCK_AT", "HEMICYCLE_CLOCK_SCALE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
