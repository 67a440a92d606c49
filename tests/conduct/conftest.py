from collections.abc import AsyncIterator, Iterator

import pytest
from tests.conduct.moot import load
from tests.conduct.stage import Stage
from tests.databases import Databases

from hemicycle.conduct.arrivals import Arrivals
from hemicycle.storage import Engine


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine


@pytest.fixture
async def stage(engine: Engine) -> AsyncIterator[Stage]:
    stage = Stage(engine)
    yield stage
    await stage.conductor.close()


@pytest.fixture
async def arrivals(stage: Stage) -> Arrivals:
    """Who is here, told to the stage's meetings."""
    arrivals = Arrivals(stage.conductor, node="here")
    stage.conductor.subscribe(arrivals)
    await arrivals.start()
    return arrivals


@pytest.fixture
async def other(engine: Engine, stage: Stage) -> AsyncIterator[Stage]:
    """Another node on the same database, at the same time."""
    other = Stage(engine, stage.clock)
    yield other
    await other.conductor.close()
