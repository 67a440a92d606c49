"""A whole season of registration, 190 delegations of six with planted errors, from import to approved."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from benchmarks.matching import load
from benchmarks.registration_season import CONFERENCE, season
from benchmarks.season_lines import OPENS
from playwright.async_api import Browser, Locator, Page, expect
from tests.consoles.conftest import housed
from tests.consoles.desk_house import desk_of, to_screen, to_tab
from tests.consoles.house import House
from tests.faults.running import Prepared

from hemicycle.storage import open_storage

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
OFFICER = "desk"
ALL = 180_000.0
"""Milliseconds that approving a thousand may take on a machine that runs every other test beside it."""


@dataclass(frozen=True)
class SeasonHouse:
    """``people``: how many register; ``export``: the file that Indico writes of them."""

    house: House
    export: Path


@pytest.fixture
async def season_house(tmp_path: Path, browser: Browser) -> AsyncIterator[SeasonHouse]:
    """190 notes verbales in force, and a form's export."""
    made = season()
    engine = open_storage(tmp_path)
    try:
        load(engine, made, tmp_path)
    finally:
        engine.dispose()
    export = tmp_path / "registrations.csv"
    export.write_bytes(made.export())
    prepared = Prepared(tmp_path, "season-1", OPENS + timedelta(days=14), [])
    async with housed(prepared, browser, CONFERENCE) as house:
        yield SeasonHouse(house, export)


def counter(page: Page, tab: str) -> Locator:
    """How many stand in one of the cross-check's lists."""
    link = page.get_by_role("navigation", name="Registrations").get_by_role("link", name=tab)
    return link.locator(".count")


async def count_of(page: Page, tab: str) -> int:
    """The same as a number."""
    return int(await counter(page, tab).inner_text())


async def import_all(desk: Page, export: Path) -> None:
    """A dry run with its report, then one act that writes it, without those who were late."""
    await to_screen(desk, "Invite and import")
    await desk.get_by_label("CSV or XLSX export").set_input_files(export)
    await desk.get_by_role("button", name="Dry run").first.click()
    await expect(desk.get_by_text("nothing is written yet")).to_be_visible()
    await expect(desk.get_by_role("row").nth(1)).to_contain_text("Rejected")
    await desk.get_by_role("button", name="Apply without the").click()
    await expect(desk.get_by_text("This import is applied.")).to_be_visible()


@pytest.mark.timeout(300)
async def test_a_season_comes_from_import_to_approved(season_house: SeasonHouse) -> None:
    desk = await desk_of(season_house.house, OFFICER)
    await import_all(desk, season_house.export)
    await to_screen(desk, "Registrations")
    clean = await count_of(desk, "Matched")
    assert clean > 900
    others = {tab: await count_of(desk, tab) for tab in ("Doubtful", "Not in the note", "Differs")}
    assert all(others.values())

    await desk.get_by_role("button", name="Approve all clean").click()
    acting = desk.get_by_role("dialog", name=f"Approve {clean} registrations")
    await acting.get_by_role("button", name=f"Approve {clean}", exact=True).click()
    await expect(acting.get_by_role("progressbar")).to_be_visible()
    await expect(acting.get_by_text(f"{clean} approved.")).to_be_visible(timeout=ALL)
    await acting.get_by_role("button", name="Close").last.click()
    await expect(counter(desk, "Approved")).to_have_text(str(clean))

    await to_tab(desk, "Doubtful")
    await desk.get_by_role("row").nth(1).get_by_role("button").click()
    await desk.get_by_label("Reason (needed").fill("Another person of the same family")
    await desk.get_by_role("dialog").get_by_role("button", name="Reject").click()
    await expect(desk.get_by_text("is rejected.")).to_be_visible()
    await expect(counter(desk, "Doubtful")).to_have_text(str(others["Doubtful"] - 1))

    await to_screen(desk, "Overview")
    approved = desk.get_by_text("Approved", exact=True).first.locator("xpath=following-sibling::dd")
    await expect(approved).to_contain_text(str(clean))
