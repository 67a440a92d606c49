from collections.abc import AsyncIterator

import pytest
from tests.client.fake_service import FakeService, serving


@pytest.fixture
async def service() -> AsyncIterator[FakeService]:
    async with serving(FakeService()) as running:
        yield running
