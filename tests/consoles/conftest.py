import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect
from tests.consoles.house import CONFERENCE, House, invited
from tests.consoles.procedure_house import prepare_procedure
from tests.faults.running import Prepared, prepare, serving

# As root Chromium runs only without its sandbox; the others keep it from calling home and from guessing.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


BEFORE = timedelta(days=20)
"""So long before its first meeting is the example's registration still open."""

# A machine that runs every other test beside these is slow; a test that waits for the thing itself may wait.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is run once more, and the report says so; no other is (decision 10)."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = os.environ.get("HEMICYCLE_CHROMIUM") or shutil.which("chromium")
    if found is None:
        pytest.fail("no Chromium: run `make test`, or set HEMICYCLE_CHROMIUM=/path/to/chromium")
    return {**browser_type_launch_args, "executable_path": found, "args": FLAGS}


@pytest.fixture
async def house(tmp_path: Path, browser: Browser) -> AsyncIterator[House]:
    async with housed(prepare(tmp_path, CONFERENCE, 1), browser) as house:
        yield house


@pytest.fixture
async def early_house(tmp_path: Path, browser: Browser) -> AsyncIterator[House]:
    """The same while registration is open."""
    prepared = prepare(tmp_path, CONFERENCE, 1)
    async with housed(replace(prepared, begins=prepared.begins - BEFORE), browser) as house:
        yield house


@pytest.fixture
def full_procedure(tmp_path: Path) -> Prepared:
    """The example under rules that know everything."""
    return prepare_procedure(tmp_path)


@pytest.fixture
async def full_house(full_procedure: Prepared, browser: Browser) -> AsyncIterator[House]:
    async with housed(full_procedure, browser) as house:
        yield house


@asynccontextmanager
async def housed(
    prepared: Prepared, browser: Browser, conference: str = CONFERENCE, **environment: str
) -> AsyncIterator[House]:
    """The service over prepared data, and everybody's links; at the end no browser may have complained."""
    links = invited(prepared.data, conference)
    async with serving(prepared, environment=environment) as served:
        house = House(served, links, browser)
        yield house
        await house.leave()
    assert house.complaints == []
