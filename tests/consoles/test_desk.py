"""The desk's strip: the remote speaker's role, presence in the room, a paper slip, a withdrawal."""

import pytest
from playwright.async_api import expect
from tests.consoles.house import House, counted, open_debate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


async def test_the_remote_speaker_role_moves_and_her_console_follows(house: House) -> None:
    observer = await house.console("amber-follows")
    desk = await house.console("secretary")
    await expect(observer.get_by_role("heading", name="You follow this meeting")).to_be_visible()
    await desk.get_by_role("button", name="Amberland").click()
    dialog = desk.get_by_role("dialog", name="Amberland")
    holder = dialog.get_by_role("listitem").filter(has_text="Ariel Example")
    await expect(holder).to_contain_text("Observer role")
    await holder.get_by_role("button", name="Make remote speaker").click()
    await expect(holder).to_contain_text("Speaker")
    await expect(observer.get_by_role("button", name="Ask for the floor")).to_be_visible()


async def test_a_delegation_in_the_room_is_marked_and_inscribed_from_paper(house: House) -> None:
    chair = await house.console("chair")
    desk = await house.console("secretary")
    await house.console("amber-room")
    await house.console("birch-online")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    await expect(desk.get_by_role("button", name="Call next")).to_be_hidden()

    await desk.get_by_role("button", name="Cedarland").click()
    dialog = desk.get_by_role("dialog", name="Cedarland")
    await dialog.get_by_role("button", name="Mark as in the room").click()
    await expect(dialog.get_by_text("Present", exact=True)).to_be_visible()
    await dialog.get_by_label("Language").select_option("fr")
    await dialog.get_by_role("button", name="Inscribe on the list").click()
    row = chair.locator("li.row").filter(has_text="Cedarland")
    await expect(row).to_contain_text("Inscribed by the desk")
    await expect(row).to_contain_text("Room")

    await desk.get_by_role("button", name="More about the request of Cedarland").click()
    await desk.get_by_role("button", name="Will speak online").click()
    await expect(row).to_contain_text("Online")
    await desk.get_by_role("button", name="More about the request of Cedarland").click()
    await desk.get_by_role("button", name="Withdraw from the list").click()
    await desk.get_by_label("Reason").fill("left the session")
    await desk.get_by_role("button", name="Withdraw", exact=True).click()
    await expect(row).to_have_count(0)
