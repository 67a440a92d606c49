from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.api.listening import Listening, listening
from tests.conduct.moot import load
from tests.databases import Databases
from tests.nodes.pair import Pair

from hemicycle.storage import open_engine


@pytest.fixture
def place(postgres_databases: Databases) -> Iterator[str]:
    """The address of a database that holds the moot."""
    place = postgres_databases.fresh(load)
    yield place
    postgres_databases.forget(place)


@pytest.fixture
def nodes(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Listening]]:
    """Two services on two ports, on one database."""
    with ExitStack() as running:
        started = []
        for name in ("one", "two"):
            monkeypatch.setenv("HEMICYCLE_NODE", name)
            monkeypatch.setenv("HEMICYCLE_DATA", str(tmp_path / name))
            started.append(running.enter_context(listening(open_engine(place), tmp_path / f"pages-{name}")))
        yield started


@pytest.fixture
async def pair(place: str, nodes: list[Listening]) -> AsyncIterator[Pair]:
    engine = open_engine(place)
    async with Pair(engine, [node.url for node in nodes]) as pair:
        yield pair
    engine.dispose()
