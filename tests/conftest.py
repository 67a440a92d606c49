from pathlib import Path

import pytest
from tests.conduct.moot import prepared


@pytest.fixture(scope="session")
def moot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the moot, to be copied."""
    return prepared(tmp_path_factory.mktemp("moot"))
