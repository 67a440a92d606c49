from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tests.api.edge import Edge, running, served
from tests.api.listening import Listening, listening
from tests.conduct.moot import load
from tests.databases import Databases

from hemicycle.storage import Engine


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine


@pytest.fixture
async def edge(engine: Engine, tmp_path: Path) -> AsyncIterator[Edge]:
    async with running(served(engine, tmp_path / "pages")) as edge:
        yield edge


@pytest.fixture
async def unchanged(edge: Edge) -> AsyncIterator[Edge]:
    """The service with an open meeting, of which nothing may change."""
    await edge.opened()
    before = edge.logged()
    yield edge
    assert edge.logged() == before


@pytest.fixture
def service(engine: Engine, tmp_path: Path) -> Iterator[Listening]:
    with listening(engine, tmp_path / "pages") as running:
        yield running
