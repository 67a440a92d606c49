"""An officer at the desk of accreditation, and what several of its tests do there."""

from playwright.async_api import Locator, Page, expect
from tests.consoles.house import House

SCREENS = (
    "Overview",
    "Delegations",
    "Notes verbales",
    "Registrations",
    "Invite and import",
    "Limits",
    "Mail and files",
    "Persons",
    "Calendar",
)


async def desk_of(house: House, officer: str, query: str = "", **context: object) -> Page:
    """The officer's desk, entered by the link on her podium console."""
    page = await house.console(officer, query, **context)
    await page.get_by_role("link", name="Accreditation desk").click()
    await expect(page.get_by_role("heading", level=1, name="Overview")).to_be_visible()
    return page


async def to_screen(page: Page, name: str) -> None:
    """Open a screen by its link; returns when nothing of it is still being asked for."""
    await page.get_by_role("navigation", name="Desk").get_by_role("link", name=name).click()
    await expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    await expect(page.get_by_text("Asking the service…")).to_have_count(0)


async def to_tab(page: Page, name: str) -> None:
    """Open one of the cross-check's lists."""
    tabs = page.get_by_role("navigation", name="Registrations")
    tab = tabs.get_by_role("link", name=name)
    await tab.click()
    await expect(tab).to_have_attribute("aria-current", "page")


async def register(page: Page, delegation: str, name: str, email: str, part: str = "Online") -> None:
    """Take in a speaker's registration at the desk."""
    await page.get_by_role("button", name="Take in by the desk…").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Delegation", exact=True).select_option(delegation)
    await said(dialog, name, email, part)
    await dialog.get_by_role("button", name="Take in").click()
    await expect(dialog).to_have_count(0)


async def said(form: Page | Locator, name: str, email: str, part: str) -> None:
    """Fill in what a person says of herself, as a speaker."""
    await form.get_by_label("Name", exact=True).fill(name)
    await form.get_by_label("Email").fill(email)
    await form.get_by_role("radio", name=part).check()
    await form.get_by_role("radio", name="Speaker").check()
