from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.registry.assembly import assembled

from hemicycle.storage import Engine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with assembled(tmp_path) as engine:
        yield engine
