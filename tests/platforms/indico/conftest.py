from collections.abc import AsyncIterator

import pytest
from tests.platforms.indico.fake_indico import FakeIndico, running


@pytest.fixture
async def indico() -> AsyncIterator[FakeIndico]:
    async with running() as indico:
        yield indico
