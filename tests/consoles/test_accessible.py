"""axe on every console, in both colour schemes and both directions, and what it cannot see."""

import pytest
from playwright.async_api import Page, expect
from tests.consoles.house import House, counted, open_debate, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
PEOPLE = ("chair", "secretary", "amber-room", "amber-follows", "birch-online", "interpreter-fr", "hall")
NARROW = {"width": 390, "height": 844}
SIZES = """(elements) => elements.map((element) => {
  const { width, height } = element.getBoundingClientRect();
  return { says: element.innerText, size: Math.min(width, height) };
})"""
"""Of controls their shorter sides, all at the same moment."""


async def somebody_speaks(chair: Page, delegate: Page) -> None:
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    await delegate.get_by_role("button", name="Ask for the floor").click()
    await expect(chair.locator("li.row")).to_contain_text(["Birchland"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await expect(delegate.get_by_role("heading", name="You have the floor")).to_be_visible()


async def test_axe_finds_nothing_on_any_console(house: House) -> None:
    pages = {person: await house.console(person) for person in PEOPLE}
    before = {person: await violations(page) for person, page in pages.items()}
    assert not any(before.values()), before
    await somebody_speaks(pages["chair"], pages["birch-online"])
    during = {person: await violations(page) for person, page in pages.items()}
    assert not any(during.values()), during
    for page in pages.values():
        await page.emulate_media(color_scheme="dark")
    dark = {person: await violations(page) for person, page in pages.items()}
    assert not any(dark.values()), dark


async def test_axe_finds_nothing_in_dialogs_and_refusals(house: House) -> None:
    chair = await house.console("chair")
    await chair.keyboard.press("n")
    await expect(chair.get_by_role("alert").filter(has_text="Rule")).to_be_visible()
    assert await violations(chair) == []
    await chair.keyboard.press("?")
    await expect(chair.get_by_role("dialog", name="Keys")).to_be_visible()
    assert await violations(chair) == []
    await chair.keyboard.press("Escape")
    await chair.get_by_role("button", name="Amberland").click()
    await expect(chair.get_by_text("Ariel Example")).to_be_visible()
    assert await violations(chair) == []


@pytest.mark.parametrize("person", ["chair", "amber-room", "interpreter-fr", "hall"])
async def test_right_to_left_and_narrow_nothing_runs_out_of_the_page(house: House, person: str) -> None:
    page = await house.console(person, query="?lang=ar", viewport=NARROW)
    assert await page.evaluate("document.documentElement.dir") == "rtl"
    assert await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert await violations(page) == []


async def test_targets_are_large_enough(house: House) -> None:
    for person in ("chair", "amber-room"):
        page = await house.console(person)
        controls = page.locator("button:visible, a:visible, select:visible, summary:visible")
        sizes = await controls.evaluate_all(SIZES)
        assert sizes
        assert [control for control in sizes if control["size"] < 24] == []
