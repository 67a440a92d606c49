"""A statement from the request to its end, over the consoles of those who take part."""

import re

import pytest
from playwright.async_api import Page, expect
from tests.consoles.house import House, counted, end_statement, open_debate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


async def ask(delegate: Page, language: str) -> None:
    await delegate.get_by_role("combobox", name="Language", exact=True).select_option(language)
    await delegate.get_by_role("button", name="Ask for the floor").click()


async def standing(delegate: Page, says: str) -> None:
    await expect(delegate.get_by_role("heading", name=says)).to_be_visible()


async def test_ask_call_give_end(house: House) -> None:
    room = await house.console("amber-room")
    remote = await house.console("birch-online")
    chair = await house.console("chair")
    hall = await house.console("hall")
    booth = await house.console("interpreter-fr")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)

    await ask(remote, "fr")
    await standing(remote, "Your delegation is on the list")
    await ask(room, "en")
    await expect(room.get_by_text("Expected in about 5 minutes")).to_be_visible()
    rows = chair.get_by_role("region", name="List of speakers").locator("li.row")
    await expect(rows).to_contain_text(["Birchland", "Amberland"])
    await expect(rows.first).to_contain_text("Online")
    await expect(rows.first).to_contain_text("French")

    await chair.keyboard.press("n")
    await standing(remote, "You are called")
    await expect(booth.get_by_role("region", name="Called to the floor")).to_contain_text("Bente Example")
    await chair.keyboard.press("g")
    await standing(remote, "You have the floor")
    await expect(remote.get_by_role("timer").first).to_have_text(re.compile(r"^(5:00|4:\d\d)$"))
    await expect(hall.get_by_role("region", name="Has the floor")).to_contain_text("Birchland")
    speaker = booth.get_by_role("region", name="Has the floor")
    for fact in ("Birchland", "Bente Example", "National capacity", "French", "Online"):
        await expect(speaker).to_contain_text(fact)

    await end_statement(remote)
    await standing(remote, "Your delegation is not on the list")
    await expect(remote.get_by_text("Your delegation's statement was heard")).to_be_visible()
    await expect(hall.get_by_text("The floor is open")).to_be_visible()
    await expect(chair.get_by_text("Heard (1)")).to_be_visible()


async def test_a_point_of_order_interrupts_and_the_time_left_waits(house: House) -> None:
    speaker = await house.console("amber-room")
    mover = await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    await ask(speaker, "en")
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await standing(speaker, "You have the floor")

    await mover.get_by_role("button", name="Raise a point of order").click()
    await mover.get_by_role("dialog").get_by_role("button", name="Raise a point of order").click()
    await expect(mover.get_by_text("Your point of order waits, number 1")).to_be_visible()
    await expect(chair.get_by_role("region", name="1 point of order waits")).to_contain_text("Birchland")
    await chair.keyboard.press("n")
    await standing(speaker, "You are interrupted by a point of order")
    await chair.keyboard.press("g")
    await standing(mover, "You have the floor on your point of order")
    left = await speaker.get_by_role("timer").first.text_content()

    await chair.keyboard.press("r")
    await expect(chair.get_by_role("dialog", name="Point of order of Birchland")).to_be_visible()
    await chair.keyboard.press("d")
    await standing(speaker, "You have the floor")
    await expect(speaker.get_by_role("timer").first).to_have_text(re.compile(r"^4:\d\d$"))
    assert left is not None
    assert left.startswith(("4:", "5:"))


async def test_a_refusal_names_its_rule(house: House) -> None:
    await house.console("amber-room")
    await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    await chair.keyboard.press("n")
    alert = chair.get_by_role("alert").filter(has_text="Rule")
    await expect(alert).to_contain_text("RECOGNITION")
    await expect(alert.locator("cite")).not_to_be_empty()
    await alert.get_by_role("button", name="Dismiss").click()
    await expect(alert).to_be_hidden()


async def test_only_what_a_delegation_may_ask_for_is_offered(house: House) -> None:
    union = await house.console("union-room")
    amber = await house.console("amber-room")
    await house.console("birch-online")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    await expect(amber.get_by_role("button", name="Raise a point of order")).to_be_visible()
    await expect(union.get_by_role("button", name="Ask for the floor")).to_be_enabled()
    await expect(union.get_by_role("button", name="Raise a point of order")).to_be_hidden()


async def test_a_remote_observer_sees_why_she_may_not_ask(house: House) -> None:
    observer = await house.console("amber-follows")
    await expect(observer.get_by_role("heading", name="You follow this meeting")).to_be_visible()
    await expect(observer.get_by_text("ROLE_LISTEN_ONLY")).to_be_visible()
    await expect(observer.get_by_role("button", name="Ask for the floor")).to_be_hidden()
