from collections.abc import Iterator

import pytest
from tests.databases import Databases
from tests.registry.assembly import load

from hemicycle.storage import Engine


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine
