"""The officer's way: a note confirmed, registrations approved, a limit refused, a policy settled."""

import re

import pytest
from playwright.async_api import Page, expect
from tests.consoles.desk_house import SCREENS, desk_of, register, said, to_screen, to_tab
from tests.consoles.house import House, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
ROWS = """Name\tEmail\tModality\tRole
Noor Example\tnoor@cedar.example\tonline\tspeaker
Nils Example\tnils@cedar.example\t\tspeaker"""
REVISED = """Name\tEmail\tModality\tRole
Noor Example\tnoor@cedar.example\tin person\tspeaker"""


async def paste_note(desk: Page, rows: str, read: str) -> None:
    """Begin Cedarland's next note with the rows of a table."""
    await to_screen(desk, "Notes verbales")
    await desk.get_by_role("combobox", name="Delegation", exact=True).select_option("cedar")
    await desk.get_by_role("button", name="Write down a note").click()
    await desk.get_by_label("Reference").fill("NV 12/2030")
    await desk.get_by_text("Paste a table").click()
    await desk.get_by_label("Rows as copied").fill(rows)
    await desk.get_by_role("button", name="Read these rows").click()
    await expect(desk.get_by_text(read)).to_be_visible()


async def write_note(desk: Page) -> None:
    """Paste two speakers, one of them doubtful, and save the draft."""
    await paste_note(desk, ROWS, "2 persons read, 1 with doubts")
    await desk.get_by_label("Takes part, line 2").select_option("online")
    await desk.get_by_role("button", name="Save the draft").click()


async def test_from_a_note_to_a_seat_and_a_limit_that_changes(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await write_note(desk)
    await expect(desk.get_by_text("Needs a reason")).to_be_visible()
    assert await violations(desk) == []
    await desk.get_by_label("Reason for the exception").fill("An alternate, asked for by the mission")
    await desk.get_by_role("button", name="Confirm the note").click()
    await expect(desk.get_by_text("Confirmed with an exception")).to_be_visible()

    await to_screen(desk, "Registrations")
    await register(desk, "cedar", "Noor Example", "noor@cedar.example")
    await register(desk, "cedar", "Nils Example", "nils@cedar.example")
    await desk.get_by_role("button", name="Approve all clean (2)…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Approve 2").click()
    over = desk.get_by_role("dialog")
    await expect(over.get_by_text("1 approved.")).to_be_visible()
    await expect(over.get_by_text("ROLE_LIMITS")).to_be_visible()
    assert await violations(desk) == []
    await over.get_by_role("button", name="Close").last.click()

    await to_screen(desk, "Limits")
    await new_limits(desk)
    mine = desk.get_by_role("row").filter(has_text="Noor Example")
    await mine.get_by_role("checkbox", name="Choose Noor Example").check()
    await desk.get_by_role("button", name="Settle the chosen (1)").click()
    settling = desk.get_by_role("dialog")
    await settling.get_by_role("combobox", name="Role").select_option("observer")
    assert await violations(desk) == []
    await settling.get_by_role("button", name="Settle", exact=True).click()
    await expect(mine).to_have_count(0)

    await to_screen(desk, "Delegations")
    await desk.get_by_role("link", name="Cedarland").click()
    seats = desk.get_by_role("region", name="Seats").get_by_role("listitem")
    mine = seats.filter(has=desk.locator(".seat-who", has_text="Noor Example"))
    await expect(mine).to_contain_text("Observer role")

    await paste_note(desk, REVISED, "1 person read")
    await desk.get_by_role("button", name="Save the draft").click()
    await desk.get_by_role("radio", name="Change to what the note says").check()
    assert await violations(desk) == []
    await desk.get_by_role("button", name="Confirm the note").click()
    await expect(desk.get_by_role("radio", name="Change to what the note says")).to_have_count(0)
    await to_screen(desk, "Delegations")
    await desk.get_by_role("link", name="Cedarland").click()
    await expect(mine).to_contain_text("Room")
    await without_room(desk)


async def without_room(desk: Page) -> None:
    """Named again where the limits leave no place: she stays as she was, until the officer settles it."""
    await paste_note(desk, REVISED.replace("in person", "online"), "1 person read")
    await desk.get_by_role("button", name="Save the draft").click()
    await desk.get_by_label("Reason for the exception").fill("The mission insists")
    await desk.get_by_role("radio", name="Change to what the note says").check()
    await desk.get_by_role("button", name="Confirm the note").click()
    left = desk.get_by_role("region", name="Approved by a note that is superseded (1)")
    await left.get_by_role("radio", name="Withdraw").check()
    assert await violations(desk) == []
    await left.get_by_role("button", name="Settle").click()
    await expect(desk.get_by_text("Settled.")).to_be_visible()
    await expect(left).to_have_count(0)


async def new_limits(desk: Page) -> None:
    """No more speakers online: tried out, then published."""
    await desk.get_by_role("button", name="New version").click()
    form = desk.get_by_role("region", name="New version")
    line = form.get_by_role("row").filter(has=desk.locator('select:has(option[value="online"]:checked)'))
    speaker = line.filter(has=desk.locator('select:has(option[value="speaker"]:checked)'))
    await speaker.get_by_label(re.compile("Present at once")).fill("0")
    await speaker.get_by_label(re.compile("Nominated")).fill("0")
    await form.get_by_label("Why the limits change").fill("The room is withdrawn")
    await form.get_by_role("button", name="Who would not fit?").click()
    await expect(form.get_by_text("nobody loses anything before you settle it")).to_be_visible()
    await expect(form.get_by_text("Noor Example")).to_be_visible()
    await form.get_by_role("button", name="Publish").click()


async def test_one_is_approved_by_keyboard_alone(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await to_screen(desk, "Registrations")
    await register(desk, "amber", "Aya Example", "aya@amber.example", part="In the room")
    await to_tab(desk, "Not in the note")
    await desk.get_by_role("button", name="Aya Example").focus()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("dialog", name="Aya Example")).to_be_visible()
    await desk.keyboard.press("Tab")
    await desk.keyboard.type("The note is on its way")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_text("Aya Example is approved.")).to_be_visible()
    await to_tab(desk, "Approved")
    await expect(desk.get_by_role("row").filter(has_text="Aya Example")).to_contain_text("Approved")
    await desk.get_by_role("button", name="Aya Example").click()
    await desk.get_by_role("button", name="Correct…").click()
    correcting = desk.get_by_role("dialog", name="Correct the registration of Aya Example")
    await correcting.get_by_label("Name", exact=True).fill("Aya Sample")
    await correcting.get_by_label("Reason").fill("Her passport says so")
    assert await violations(desk) == []
    await correcting.get_by_role("button", name="Correct", exact=True).click()
    await expect(desk.get_by_role("row").filter(has_text="Aya Sample")).to_contain_text("Approved")


async def test_an_invited_person_registers_herself(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await to_screen(desk, "Invite and import")
    await desk.get_by_role("combobox", name="Delegation", exact=True).select_option("delta")
    await desk.get_by_role("button", name="Make a link").click()
    link = await desk.locator(".fresh-link a").get_attribute("href")
    assert link is not None
    assert link.partition("#")[2]
    person = await early_house.page(viewport={"width": 390, "height": 844})
    address, code = link.split("#")
    await person.goto(f"{address}?lang=fa#{code}")
    await expect(person.get_by_role("button", name="Send my registration")).to_be_visible()
    assert await person.evaluate("[document.dir, document.documentElement.scrollWidth]") == ["rtl", 390]
    assert await violations(person) == []
    await said(person, "Dewi Example", "dewi@delta.example", "Online")
    await person.get_by_role("button", name="Send my registration").click()
    await expect(person.get_by_text("Your registration has been received")).to_be_visible()
    await to_screen(desk, "Registrations")
    await to_tab(desk, "Not in the note")
    await expect(desk.get_by_role("row").filter(has_text="Dewi Example")).to_contain_text("Deltaland")


async def test_every_screen_is_accessible_and_fits_a_narrow_page(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary", "?lang=fa", viewport={"width": 390, "height": 844})
    for screen in SCREENS:
        await to_screen(desk, screen)
        assert await violations(desk) == [], screen
        assert await desk.evaluate("document.documentElement.scrollWidth") <= 390, screen
    assert await desk.evaluate("document.dir") == "rtl"


async def test_a_focal_point_swaps_within_her_own_delegation(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await to_screen(desk, "Delegations")
    await desk.get_by_role("link", name="Amberland").click()
    async with desk.expect_response("**/part"):
        await desk.get_by_label("What Alex Example is to the delegation").select_option("focal_point")
    await to_screen(desk, "Persons")
    observer = await early_house.console("amber-follows")
    await expect(observer.get_by_role("button", name="My delegation")).to_have_count(0)
    page = await early_house.console("amber-room", viewport={"width": 390, "height": 844})
    await page.get_by_role("button", name="My delegation").click()
    seats = page.get_by_role("dialog").get_by_role("listitem").filter(has=page.locator(".seat-who"))
    mine = seats.filter(has=page.locator(".seat-who", has_text="Alex Example"))
    assert await violations(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    await mine.get_by_role("combobox").select_option(label="Ariel Example")
    await mine.get_by_role("button", name="Swap").click()
    await expect(mine).to_contain_text("Observer role")
    await expect(observer.get_by_role("button", name="Ask for the floor")).to_be_visible()
