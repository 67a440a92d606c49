from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests import postgresql
from tests.conduct.moot import prepared
from tests.databases import Databases, PostgresDatabases, SqliteFiles
from tests.postgresql import Server
from tests.scratch import scratch

# A run that passed passes again, on a machine as busy as may be: the same examples, whatever time they take.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")
# To look further, with other examples each time: `pytest --hypothesis-profile=exploring`.
settings.register_profile("exploring", settings.get_profile("same"), derandomize=False)


@pytest.fixture(scope="session")
def moot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the moot, to be copied."""
    return prepared(tmp_path_factory.mktemp("moot"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A private PostgreSQL for this run, or for this worker of it."""
    with postgresql.serving() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_files() -> Iterator[Databases]:
    with scratch() as folder:
        yield SqliteFiles(folder)


@pytest.fixture(scope="session")
def postgres_databases(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return PostgresDatabases(tmp_path_factory.mktemp("postgresql"), postgres)


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Every test that touches storage runs on both kinds.

    One that is about a single kind says so, by ``parametrize("databases", ["sqlite"], indirect=True)``.
    """
    kind = {"sqlite": "sqlite_files", "postgresql": "postgres_databases"}[request.param]
    found = request.getfixturevalue(kind)
    assert isinstance(found, Databases)
    return found
