"""A whole statement without a mouse: Tab and Enter for the delegate, single keys for the chair."""

import pytest
from playwright.async_api import Locator, Page, expect
from tests.consoles.house import House, counted

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
MOST_TABS = 60


async def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as somebody without a mouse would."""
    for _ in range(MOST_TABS):
        await page.keyboard.press("Tab")
        if await target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached with Tab")


async def press(page: Page, target: Locator) -> None:
    await tab_to(page, target)
    await page.keyboard.press("Enter")


async def test_a_statement_by_keyboard_alone(house: House) -> None:
    delegate = await house.console("amber-room")
    await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await press(chair, chair.get_by_role("button", name="Call to order"))
    agenda = chair.get_by_role("region", name="Agenda")
    item = agenda.get_by_role("listitem").filter(has_text="General discussion")
    await expect(item.get_by_role("button", name="Take up")).to_be_visible()
    await press(chair, item.get_by_role("button", name="Take up"))
    speakers = chair.get_by_role("region", name="List of speakers")
    await expect(speakers.get_by_role("button", name="Open")).to_be_visible()
    await press(chair, speakers.get_by_role("button", name="Open"))

    await expect(delegate.get_by_role("button", name="Ask for the floor")).to_be_enabled()
    await press(delegate, delegate.get_by_role("button", name="Ask for the floor"))
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await expect(delegate.get_by_role("heading", name="You have the floor")).to_be_visible()
    await chair.keyboard.press("p")
    await expect(delegate.get_by_text("left · clock stopped").first).to_be_visible()
    await chair.keyboard.press("p")
    await chair.keyboard.press("x")
    await expect(chair.get_by_role("dialog", name="Extend the speaking time")).to_be_visible()
    await expect(chair.get_by_role("button", name="+1:00")).to_be_focused()
    await chair.keyboard.press("Enter")
    await expect(chair.get_by_role("timer")).to_contain_text("5:")
    await press(delegate, delegate.get_by_role("button", name="End my statement…"))
    asked = delegate.get_by_role("dialog", name="End my statement")
    await press(delegate, asked.get_by_role("button", name="End my statement", exact=True))
    await expect(chair.get_by_text("Nobody has the floor")).to_be_visible()


async def test_closing_the_list_is_confirmed_and_gives_the_focus_back(house: House) -> None:
    await house.console("amber-room")
    await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await chair.get_by_role("button", name="Call to order").click()
    await chair.get_by_role("button", name="Take up").nth(1).click()
    await chair.get_by_role("button", name="Open", exact=True).click()
    close = chair.get_by_role("region", name="List of speakers").get_by_role("button", name="Close")
    await expect(close).to_be_visible()
    await close.focus()
    await chair.keyboard.press("c")
    dialog = chair.get_by_role("dialog", name="Close the list of speakers")
    await expect(dialog).to_be_visible()
    await chair.keyboard.press("n")
    await chair.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(close).to_be_focused()
    await chair.keyboard.press("c")
    await dialog.get_by_role("button", name="Close the list").click()
    await expect(chair.get_by_text("Closed", exact=True).first).to_be_visible()
    await expect(chair.get_by_role("alert").filter(has_text="Rule")).to_be_hidden()


async def test_single_keys_can_be_switched_off_and_never_fire_while_typing(house: House) -> None:
    chair = await house.console("chair")
    refusal = chair.get_by_role("alert").filter(has_text="Rule")
    search = chair.get_by_role("searchbox", name="Find a delegation")
    await search.fill("")
    await search.press_sequentially("ngb")
    await expect(chair.get_by_text("No delegation matches.")).to_be_visible()
    await expect(refusal).to_be_hidden()

    await chair.get_by_role("heading", level=1).click()
    await search.blur()
    await chair.keyboard.press("?")
    help_dialog = chair.get_by_role("dialog", name="Keys")
    await help_dialog.get_by_role("checkbox", name="Single keys act on the floor").uncheck()
    await chair.keyboard.press("Escape")
    await chair.keyboard.press("n")
    await chair.keyboard.press("?")
    await expect(help_dialog).to_be_visible()
    await help_dialog.get_by_role("checkbox").check()
    await chair.keyboard.press("Escape")
    await expect(refusal).to_be_hidden()
    await chair.keyboard.press("n")
    await expect(refusal).to_contain_text("MEETING_STATE")
