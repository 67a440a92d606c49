from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tests.conduct.moot import convened
from tests.conduct.stage import Stage

from hemicycle.storage import Engine


@pytest.fixture
def engine(moot: Path, tmp_path: Path) -> Iterator[Engine]:
    with convened(moot, tmp_path / "data") as engine:
        yield engine


@pytest.fixture
async def stage(engine: Engine) -> AsyncIterator[Stage]:
    stage = Stage(engine)
    yield stage
    await stage.conductor.close()


@pytest.fixture
async def other(engine: Engine, stage: Stage) -> AsyncIterator[Stage]:
    """Another node on the same database, at the same time."""
    other = Stage(engine, stage.clock)
    yield other
    await other.conductor.close()
