"""The demonstration's page: its consoles side by side, moving by themselves until a person presides."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect
from tests.consoles.house import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
CONSOLES = (
    "Chair",
    "Hall",
    "Interpreter",
    "Colleague in the booth",
    "Delegate in the room",
    "Remote speaker",
    "Remote observer",
)


@pytest.fixture
async def demo() -> AsyncIterator[str]:
    """The address of a running demonstration."""
    command = [sys.executable, "-m", "hemicycle", "demo", "--json", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = await asyncio.to_thread(process.stdout.readline)
        yield json.loads(line)["url"]
        process.terminate()


async def test_all_consoles_move_until_a_person_presides(demo: str, browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": 1600, "height": 1200})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await page.goto(demo)
    await expect(page.get_by_text("The autopilot presides.")).to_be_visible()
    await expect(page.get_by_text("Hemicycle moves the floor, not the sound")).to_be_visible()
    for console in CONSOLES:
        frame = page.frame_locator(f"iframe[title='{console}']")
        await expect(frame.get_by_text("Live", exact=True)).to_be_visible(timeout=30_000)
        await expect(page.get_by_role("link", name=f"Open in its own tab {console}")).to_be_visible()
    assert await violations(page) == []

    chair = page.frame_locator("iframe[title='Chair']")
    await expect(chair.locator("li.row").first).to_be_visible(timeout=60_000)
    await chair.get_by_role("button", name="Announce closing").click()
    await expect(page.get_by_text("You preside.")).to_be_visible()
    await page.close()
    assert complaints == []
