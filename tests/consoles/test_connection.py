"""The consoles are honest about their line, and come back by themselves."""

import pytest
from playwright.async_api import expect
from tests.consoles.house import House, counted, open_debate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


async def test_a_killed_service_is_told_and_the_consoles_go_on_after_it(house: House) -> None:
    delegate = await house.console("amber-room")
    remote = await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    house.served.kill()
    await house.served.ended()
    for page in (delegate, remote, chair):
        await expect(page.get_by_role("status").filter(has_text="Connection lost")).to_be_visible()
        await expect(page.get_by_text("Not live")).to_be_visible()
    ask = delegate.get_by_role("button", name="Ask for the floor")
    await expect(ask).to_have_attribute("aria-disabled", "true")

    await house.served.start()
    for page in (delegate, remote, chair):
        await expect(page.get_by_text("Live", exact=True)).to_be_visible(timeout=30_000)
    await ask.click()
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    assert all("WebSocket" in said or "net::ERR_" in said for said in house.complaints)
    house.complaints.clear()


async def test_a_link_works_once_and_leaves_no_code_behind(house: House) -> None:
    first = await house.console("amber-room")
    assert "#" not in first.url
    second = await house.page()
    await second.goto(house.served.url + house.links["amber-room"])
    await second.get_by_role("button", name="Enter the meeting").click()
    await expect(second.get_by_role("alert")).to_contain_text("Ask the desk for a new link")
    assert "#" not in second.url
    house.complaints.clear()  # the browser reports the refused request


async def test_a_revoked_login_is_told_so(house: House) -> None:
    delegate = await house.console("amber-room")
    secretary = await house.console("secretary")
    login = delegate.url.rstrip("/").rpartition("/")[2]
    status = await secretary.evaluate(
        "async login => (await fetch(`api/v1/logins/${login}`, {method: 'DELETE'})).status", login
    )
    assert status == 204
    await expect(delegate.get_by_text("Your link no longer holds")).to_be_visible()
    await expect(delegate.get_by_role("button", name="Ask for the floor")).to_have_attribute(
        "aria-disabled", "true"
    )
