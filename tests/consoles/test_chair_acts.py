"""What only the chair and the clerk do: the list as they arrange it, rulings, counts of hands and papers."""

import pytest
from playwright.async_api import Page, expect
from tests.consoles.house import House, counted, open_debate, violations
from tests.consoles.procedure_house import dialog, press, put, table

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
STATES = ("Amberland", "Birchland", "Cedarland")
DELEGATES = ("amber-room", "birch-online", "cedar-room")


async def more(chair: Page, delegation: str) -> None:
    await press(chair, f"More about the request of {delegation}")


async def setting(chair: Page, button: str) -> None:
    """Press a button of the list's settings and leave them."""
    await press(chair, "Settings…")
    form = dialog(chair, "List of item 2")
    await press(form, button)
    await press(form, "Close")


async def test_the_list_as_the_chair_arranges_it(full_house: House) -> None:
    chair = await full_house.console("chair")
    delegates = [await full_house.console(who) for who in DELEGATES]
    await counted(chair, *STATES)
    await open_debate(chair)
    rows = chair.locator("li.row")
    for place, delegate in enumerate(delegates):
        await press(delegate, "Ask for the floor")
        await expect(rows).to_have_count(place + 1)

    await press(chair, "Settings…")
    await chair.get_by_label("Fix the first").fill("1")
    await press(dialog(chair, "List of item 2"), "Fix")
    await press(dialog(chair, "List of item 2"), "Close")
    await expect(chair.locator("li.row.frozen")).to_contain_text(["Amberland"])

    await more(chair, "Cedarland")
    await press(chair, "Move on the list…")
    form = dialog(chair, "Move Cedarland on the list")
    await form.get_by_label("Before").select_option(label="2. Birchland")
    await form.get_by_label("Reason").fill("leaves at noon")
    await press(form, "Move")
    await expect(rows).to_contain_text(["Amberland", "Cedarland", "Birchland"])
    assert await violations(chair) == []

    await more(chair, "Birchland")
    await press(chair, "Take the text as read")
    await expect(rows).to_contain_text(["Amberland", "Cedarland"])
    await chair.get_by_text("Heard (1)").click()
    await expect(chair.get_by_text("Taken as read")).to_be_visible()

    facts = chair.get_by_role("region", name="List of speakers").locator("header")
    await setting(chair, "High-level segment")
    await expect(facts).to_contain_text("High-level segment")
    await setting(chair, "General debate")
    await expect(facts).not_to_contain_text("High-level segment")


async def raise_point(mover: Page) -> None:
    await press(mover, "Raise a point of order")
    await press(dialog(mover, "Raise a point of order"), "Raise a point of order")


async def dismissed(chair: Page) -> None:
    """The point of order that waits is called, heard and dismissed, with five keys one after another."""
    await expect(chair.get_by_role("region", name="1 point of order waits")).to_be_visible()
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await chair.keyboard.press("r")
    await expect(chair.get_by_role("dialog", name="Point of order of")).to_be_visible()
    await chair.keyboard.press("d")
    await expect(chair.get_by_text("Ruling on the point of order of")).to_be_visible()


async def entered(chair: Page, *counts: int) -> None:
    """The clerk types a count and declares what it says, without the mouse."""
    fields = chair.locator("form.count input")
    for place, count in enumerate(counts):
        await fields.nth(place).fill(str(count))
    await chair.keyboard.press("Enter")
    await expect(chair.get_by_role("button", name="Close the vote…")).to_be_focused()
    await chair.keyboard.press("v")


async def appealed(mover: Page, appellant: Page, chair: Page, hall: Page) -> None:
    """The mover's point of order is dismissed; by show of hands the body lets the ruling stand."""
    await raise_point(mover)
    await dismissed(chair)
    await press(appellant, "Appeal against the ruling…")
    await press(dialog(appellant, "Appeal against the ruling"), "Appeal against the ruling")
    ruling = "Point of order of Cedarland. The chair's ruling: Dismissed"
    for page in (hall, chair, mover):
        await expect(page.get_by_text(ruling)).to_be_visible()
    await entered(chair, 1, 2, 0)
    closing = dialog(chair, "Close the vote")
    await expect(closing).to_contain_text("1 yes, 2 no, 0 abstentions: The ruling stands.")
    await press(closing, "Close and declare")
    await expect(hall.get_by_role("region", name="Decision 1")).to_contain_text("The ruling stands")
    await expect(hall.get_by_role("region", name="Has the floor")).to_contain_text("Amberland")
    assert await violations(hall) == []


async def asked_by_consensus(mover: Page, chair: Page) -> None:
    """Consensus first; a point of order dismissed meanwhile decides nothing, nor does its key again."""
    await table(chair, "EX/2030/L.1", "Work between sessions")
    await press(chair, "Put it…")
    form = dialog(chair, "Put to the body")
    await expect(form.get_by_text("Ask first whether there is an objection")).to_be_visible()
    await expect(form.get_by_role("button", name="Show of hands")).to_have_count(0)
    await press(form, "Ask whether there is an objection")
    question = chair.get_by_role("region", name="Is there any objection?")
    await expect(question).to_be_visible()
    await raise_point(mover)
    await dismissed(chair)
    await chair.keyboard.press("d")
    await expect(dialog(chair, "Declare it decided?")).to_be_visible()
    await chair.keyboard.press("Escape")
    await expect(question).to_be_visible()


async def test_a_ruling_an_appeal_and_a_vote_by_paper(full_house: House) -> None:
    amber, birch, cedar = [await full_house.console(who) for who in DELEGATES]
    hall = await full_house.console("hall")
    chair = await full_house.console("chair")
    await counted(chair, *STATES)
    await open_debate(chair)
    await press(amber, "Ask for the floor")
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await expect(chair.get_by_role("button", name="Back on the list…")).to_be_visible()
    await chair.keyboard.press("b")
    await expect(dialog(chair, "Break off the statement of Amberland?")).to_be_visible()
    await chair.keyboard.press("Escape")
    await appealed(cedar, birch, chair, hall)
    await chair.keyboard.press("e")

    await asked_by_consensus(cedar, chair)
    await put(chair, "To the vote…", "Secret ballot, on paper")
    await expect(hall.get_by_role("region", name="Vote")).to_contain_text("Secret ballot, on paper")
    await raise_point(cedar)
    waits = chair.get_by_role("region", name="1 point of order waits")
    await expect(waits).to_be_visible()
    await chair.keyboard.press("n")
    await expect(hall.get_by_role("region", name="Called on a point of order")).to_contain_text("Cedarland")
    await expect(hall.get_by_role("region", name="Vote")).to_be_visible()
    await chair.keyboard.press("b")
    await expect(hall.get_by_role("region", name="Called on a point of order")).to_have_count(0)
    await expect(waits).to_be_visible()
    await press(cedar, "Withdraw")
    await expect(waits).to_have_count(0)
    await entered(chair, 2, 0, 0, 1)
    await expect(dialog(chair, "Close the vote")).to_contain_text("2 yes, 0 no, 0 abstentions: Adopted.")
    await press(dialog(chair, "Close the vote"), "Close and declare")
    await expect(hall.get_by_role("region", name="Decision 2")).to_contain_text("Adopted")
    await expect(chair.get_by_text("Decisions (2)")).to_be_visible()
