"""The rest of the procedure over the consoles: votes, motions, replies, a panel, what the booths signal."""

import asyncio

import pytest
from httpx import AsyncClient
from playwright.async_api import Page, expect
from tests.consoles.house import House, counted, end_statement, open_debate, violations
from tests.consoles.procedure_house import dialog, press, put, table
from tests.faults.running import Prepared

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
SYMBOL = "EX/2030/L.1"
STATES = ("Amberland", "Birchland", "Cedarland")


async def no_violations(*pages: Page) -> None:
    """Of several consoles at the same moment."""
    found = await asyncio.gather(*(violations(page) for page in pages))
    assert not any(found), found


async def heading(page: Page, says: str) -> None:
    await expect(page.get_by_role("heading", name=says)).to_be_visible()


async def test_a_contested_recorded_vote(full_house: House) -> None:
    amber, birch, cedar = [
        await full_house.console(who) for who in ("amber-room", "birch-online", "cedar-room")
    ]
    hall = await full_house.console("hall")
    chair = await full_house.console("chair")
    await counted(chair, *STATES)
    await expect(chair.locator(".fact", has_text="To decide")).to_contain_text("3 of 4")
    await open_debate(chair)
    await table(chair, SYMBOL, "Work between sessions")

    await put(chair, "Put it…", "Ask whether there is an objection")
    await heading(amber, "Is there any objection?")
    await press(birch, "Object")
    question = chair.get_by_role("region", name="Is there any objection?")
    await expect(question.get_by_role("listitem")).to_contain_text(["Birchland"])
    await expect(hall.locator(".hall-objections")).to_have_text("1 objection:Birchland")
    await no_violations(chair, birch, hall)

    await put(chair, "To the vote…", "Recorded vote, at the consoles")
    await press(amber, "Yes")
    await expect(amber.get_by_text("Your delegation has voted: Yes.")).to_be_visible()
    await press(birch, "Yes")
    await press(birch, "No")
    await expect(birch.get_by_text("Your delegation has voted: No.")).to_be_visible()
    await expect(birch.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")
    await press(cedar, "Yes")
    vote = chair.get_by_role("region", name="Vote", exact=True)
    await expect(vote.get_by_text("3 of 4 voted")).to_be_visible()
    await expect(vote.locator(".tally-row.yes .tally-votes")).to_have_text("2")
    await expect(hall.get_by_text("3 of 4 voted")).to_be_visible()
    await expect(hall.locator(".tally")).to_have_count(0)
    await no_violations(chair, amber, hall)

    await chair.keyboard.press("v")
    await press(dialog(chair, "Close the vote"), "Close and declare")
    for page in (hall, chair, amber):
        await expect(page.get_by_role("region", name="Decision 1").get_by_text("Adopted")).to_be_visible()
    await expect(hall.locator(".ballots .no")).to_contain_text("Birchland")
    await no_violations(chair, hall)

    await suspend_by_roll_call(chair, amber)
    await expect(hall.get_by_text("Suspended", exact=True).first).to_be_visible()
    await expect(chair.get_by_text("Decisions (2)")).to_be_visible()


async def suspend_by_roll_call(chair: Page, mover: Page) -> None:
    """Asked for by a delegation, entered by the podium: all say yes but Deltaland, absent and called twice.

    The lot falls on any of the four: Deltaland is called last where the roll begins with Amberland.
    """
    await press(mover, "Make a motion…")
    motion = dialog(mover, "Make a motion")
    await motion.get_by_role("combobox", name="Motion", exact=True).select_option(label="Suspend the meeting")
    await press(motion, "Move")
    await expect(chair.get_by_role("region", name="Motions")).to_contain_text("Amberland")
    await chair.keyboard.press("m")
    await press(chair, "Put the motion…")
    form = dialog(chair, "Put to the body")
    await form.get_by_text("A delegation asks for a vote by name").click()
    await form.get_by_label("Asked by").select_option(label="Cedarland")
    await press(form, "Enter: Roll call")
    await expect(form.get_by_text("A representative has asked for this: Roll call.")).to_be_visible()
    await no_violations(chair)
    await press(form, "Roll call")
    called = chair.locator(".roll-next")
    last = await called.inner_text() == "Amberland"
    for voted in range(len(STATES)):
        if await called.inner_text() == "Deltaland":
            await chair.keyboard.press("0")
            await expect(called).not_to_have_text("Deltaland")
        await chair.keyboard.press("1")
        await expect(chair.get_by_text(f"{voted + 1} of 4 voted")).to_be_visible()
    await expect(called).to_have_text("Deltaland")
    again = chair.get_by_text("Not there before: called once more")
    if last:
        await expect(again).to_be_hidden()
        await chair.keyboard.press("0")
    await expect(again).to_be_visible()
    await chair.keyboard.press("0")
    await expect(called).to_have_text("All have been called")
    await chair.keyboard.press("v")
    await expect(dialog(chair, "Close the vote")).to_contain_text("3 of 4 have voted")
    await press(dialog(chair, "Close the vote"), "Close and declare")


async def propose_three_minutes(chair: Page, delegate: Page) -> None:
    """The chair proposes a limit, has the words for it, hears no objection, and it is in force."""
    await press(chair, "Settings…")
    settings = chair.get_by_role("dialog")
    await settings.get_by_label("Minutes of a statement").fill("3")
    await no_violations(chair)
    await press(settings, "Propose and ask")
    await heading(delegate, "Is there any objection?")
    await expect(chair.locator(".script-words").first).to_contain_text("limited as follows: 3 min")
    await expect(chair.get_by_role("button", name="To those for and against")).to_be_visible()
    await chair.keyboard.press("d")
    await expect(chair.locator(".list-panel").get_by_text("3:00 each")).to_be_visible()


async def test_a_motion_decided_by_consensus_and_a_right_of_reply(full_house: House) -> None:
    amber = await full_house.console("amber-room", "?lang=fa")
    cedar = await full_house.console("cedar-room")
    chair = await full_house.console("chair", "?lang=fa")
    await full_house.console("delta-online")
    await counted(chair, "Amberland", "Cedarland", "Deltaland")
    await open_debate(chair)
    await press(amber, "Ask for the floor")
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await end_statement(amber)

    await press(cedar, "Ask for the right of reply")
    asked = dialog(cedar, "Ask for the right of reply")
    await asked.get_by_label("In reply to").select_option(label="Amberland")
    await press(asked, "Ask for the right of reply")
    own = cedar.get_by_role("list", name="What your delegation has asked for")
    await expect(own).to_contain_text("Right of reply")
    await expect(chair.get_by_text("1 right of reply")).to_be_visible()
    await chair.keyboard.press("c")
    await press(dialog(chair, "Close the list of speakers"), "Close the list")
    await no_violations(chair, amber, cedar)
    await chair.keyboard.press("n")
    await heading(cedar, "You are called")
    await chair.keyboard.press("g")
    await heading(cedar, "You have the floor")
    await end_statement(cedar)
    await expect(chair.get_by_text("Nobody has the floor")).to_be_visible()
    await propose_three_minutes(chair, amber)

    await press(amber, "Make a motion…")
    motion = dialog(amber, "Make a motion")
    await motion.get_by_role("combobox", name="Motion", exact=True).select_option(label="Suspend the meeting")
    await press(motion, "Move")
    await expect(chair.get_by_role("region", name="Motions")).to_contain_text("Amberland")
    await chair.keyboard.press("m")
    await expect(cedar.get_by_text("Motion before the body:")).to_be_visible()
    await no_violations(chair, amber)
    await put(chair, "Put the motion…", "Ask whether there is an objection")
    await expect(chair.get_by_text("No objection so far.")).to_be_visible()
    await chair.keyboard.press("d")
    await expect(amber.get_by_text("Suspended", exact=True).first).to_be_visible()
    await expect(chair.get_by_role("button", name="Resume the meeting")).to_be_visible()


async def raise_signal(prepared: Prepared, house: House) -> None:
    """The French booth cannot interpret: said by a program with the interpreter's login."""
    interpreter = next(c for c in prepared.cast if c.participant == "interpreter-fr")
    headers = {"authorization": f"Bearer {interpreter.token}"}
    async with AsyncClient(base_url=house.served.url, headers=headers, timeout=60) as client:
        body = {"id": "alert-1", "command": "RaiseSignal", "kind": "cannot_interpret", "booth": "fr"}
        answer = await client.post(f"/api/v1/meetings/{prepared.meeting}/commands", json=body)
    assert answer.is_success, answer.text


async def staff_from_the_other_booth(operator: Page) -> None:
    """Robin of the English booth is moved to the French one, with English as a passive language."""
    await operator.get_by_text("Interpretation", exact=True).click()
    await press(operator, "Set up the English booth")
    await press(dialog(operator, "The English booth"), "Leave out Robin Example")
    await press(dialog(operator, "The English booth"), "Save who interprets")
    await expect(operator.get_by_role("dialog")).to_have_count(0)
    await press(operator, "Set up the French booth")
    form = dialog(operator, "The French booth")
    await form.get_by_label("Add an interpreter").select_option(label="Robin Example")
    await form.get_by_label("English: Robin Example").select_option("C")
    await no_violations(operator)
    await press(form, "Save who interprets")
    await expect(operator.get_by_text("French booth: Interpreters")).to_have_count(0)
    await expect(operator.get_by_text("English booth: Interpreters: 0 of 2")).to_be_visible()


async def test_a_panel_an_alert_and_a_speaker_who_is_not_ready(
    full_procedure: Prepared, full_house: House
) -> None:
    birch = await full_house.console("birch-online")
    amber = await full_house.console("amber-room")
    operator = await full_house.console("operator")
    chair = await full_house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await staff_from_the_other_booth(operator)
    await open_debate(chair)

    await press(chair, "Open a panel…")
    form = dialog(chair, "Open a panel")
    await form.get_by_label("Title").fill("Return of assets")
    await form.get_by_role("checkbox", name="Panellist of the secretariat").check()
    await no_violations(chair)
    await press(form, "Open the panel")
    await expect(amber.get_by_text("Return of assets")).to_be_visible()
    await expect(chair.get_by_role("region", name="Panel: Return of assets")).to_be_visible()
    await chair.keyboard.press("n")
    await expect(chair.get_by_role("region", name="On the floor")).to_contain_text("Vera Example")
    await chair.keyboard.press("e")
    await press(birch, "Ask a question to the panel")
    await expect(chair.get_by_text("1 question to the panel")).to_be_visible()
    await press(chair, "To the questions")
    await chair.keyboard.press("n")
    await heading(birch, "You are called")

    await raise_signal(full_procedure, full_house)
    alert = chair.get_by_role("alert").filter(has_text="French booth: Cannot interpret")
    await expect(alert).to_be_visible()
    await expect(chair.get_by_text("Not ready:")).to_be_visible()
    await no_violations(chair, operator)
    await chair.keyboard.press("a")
    await expect(alert).to_be_hidden()
    await expect(operator.get_by_role("list", name="Signals of the booths")).to_contain_text("seen")

    await press(operator, "Mark Bente Example")
    marks = dialog(operator, "Mark Bente Example")
    await press(marks, "Passed")
    await press(marks, "Sound unfit")
    await expect(marks.locator(".mark", has_text="Sound unfit")).to_be_visible()
    await chair.keyboard.press("g")
    override = dialog(chair, "Give the floor to a speaker who is not ready")
    await override.get_by_label("Reason").fill("the booths can follow")
    await press(override, "Give the floor")
    await heading(birch, "You have the floor")
