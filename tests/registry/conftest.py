from collections.abc import Iterator

import pytest
from tests.databases import Databases
from tests.registry.assembly import load

from hemicycle.storage import Connection, Engine, writing


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine


@pytest.fixture
def conn(engine: Engine) -> Iterator[Connection]:
    with writing(engine) as conn:
        yield conn
