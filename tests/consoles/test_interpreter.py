"""The booth: two interpreters hand over by keyboard, an alert that the chair sees, a relay, a text."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, Page, expect
from tests.consoles.conftest import housed
from tests.consoles.house import CONFERENCE, House, counted, open_debate, violations
from tests.documents import papers
from tests.faults.running import prepare_file

from hemicycle.registry.installed import installed

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
COLLEAGUE = """
[[people]]
id = "interpreter-fr-2"
name = "Felix Example"
capacity = "interpreter"
booth = "fr"
"""
DOMINIQUE, FELIX = "Dominique Example", "Felix Example"
TEXT = papers.text_pdf("Thank you, Madam Chair.")


@pytest.fixture
async def house(tmp_path: Path, browser: Browser) -> AsyncIterator[House]:
    """The example with two interpreters in its French booth."""
    example = (installed("conferences") / f"{CONFERENCE}.toml").read_text("utf-8")
    conference = tmp_path / "conference.toml"
    conference.write_text(example + COLLEAGUE, "utf-8")
    prepared = prepare_file(tmp_path / "data", conference, installed("procedures"), 1)
    async with housed(prepared, browser) as house:
        yield house


async def in_french(page: Page, says: str) -> None:
    """What the strip says of the French booth."""
    card = (
        page.get_by_role("region", name="Booths")
        .get_by_role("listitem")
        .filter(has_text=re.compile("^French"))
    )
    await expect(card).to_contain_text(says)


async def test_two_interpreters_hand_over_by_keyboard(house: House) -> None:
    dominique = await house.console("interpreter-fr")
    felix = await house.console("interpreter-fr-2")
    robin = await house.console("interpreter-en")

    await dominique.keyboard.press("m")
    await expect(dominique.get_by_text("You are on air")).to_be_visible()
    for page in (felix, robin):
        await in_french(page, f"On air{DOMINIQUE}")
    await felix.keyboard.press("m")
    await expect(felix.get_by_role("button", name="Take the microphone")).to_be_hidden()

    await felix.keyboard.press("h")
    await expect(dominique.get_by_role("alert").filter(has_text=f"{FELIX} asks")).to_be_attached()
    await expect(felix.get_by_text(f"Waiting for {DOMINIQUE}.")).to_be_visible()
    assert await violations(dominique) == []
    await dominique.keyboard.press("y")
    await expect(felix.get_by_text("You are on air")).to_be_visible()
    await in_french(robin, f"On air{FELIX}")

    await felix.keyboard.press("h")
    await expect(felix.get_by_text(f"Waiting for {DOMINIQUE}.")).to_be_visible()
    await expect(dominique.get_by_text(f"{FELIX} hands over to you.").last).to_be_visible()
    await dominique.keyboard.press("n")
    await expect(felix.get_by_role("button", name=f"Hand over to {DOMINIQUE}")).to_be_visible()
    await felix.keyboard.press("h")
    await expect(felix.get_by_text(f"Waiting for {DOMINIQUE}.")).to_be_visible()
    accept = dominique.get_by_role("button", name="Accept", exact=True)
    await expect(accept).to_be_visible()
    await felix.keyboard.press("b")
    await expect(accept).to_be_hidden()
    await in_french(robin, f"On air{FELIX}")

    await robin.get_by_label("Interpreting from").select_option("Relay from French")
    await expect(felix.get_by_text("English takes relay from you.")).to_be_visible()
    await expect(felix.get_by_label("Interpreting from")).to_be_disabled()
    await felix.keyboard.press("r")
    await in_french(robin, "Off air")


async def test_a_colleague_takes_over_from_an_interpreter_whose_console_is_gone(house: House) -> None:
    chair = await house.console("chair")
    dominique = await house.console("interpreter-fr")
    felix = await house.console("interpreter-fr-2")
    colleague = felix.get_by_role("list", name="In your booth").get_by_role("listitem")
    await dominique.keyboard.press("m")
    await expect(colleague).to_contain_text(f"{DOMINIQUE}On airconnected")
    await dominique.context.close()
    house.opened.remove(dominique)
    alert = chair.get_by_role("alert").filter(
        has_text=f"French booth: On air, and the line is lost: {DOMINIQUE}"
    )
    await expect(alert).to_be_visible()
    await expect(colleague).to_contain_text("line lost at")
    assert await violations(felix) == []
    await felix.get_by_role("button", name="Take over the microphone").click()
    await expect(felix.get_by_text("You are on air")).to_be_visible()
    await expect(alert).to_be_hidden()


async def test_what_the_booth_signals_and_what_becomes_of_it(house: House) -> None:
    dominique = await house.console("interpreter-fr")
    chair = await house.console("chair")
    cannot = dominique.get_by_role("button", name="Cannot interpret")
    await dominique.keyboard.press("3")
    await expect(cannot).to_have_attribute("aria-pressed", "true")
    await expect(cannot).to_contain_text("told the chair")
    alert = chair.get_by_role("alert").filter(has_text="French booth: Cannot interpret")
    await expect(alert).to_be_visible()
    await dominique.keyboard.press("3")
    await chair.keyboard.press("a")
    await expect(alert).to_be_hidden()
    await expect(cannot).to_contain_text("seen")
    assert await violations(dominique) == []
    await cannot.click()
    await expect(cannot).to_have_attribute("aria-pressed", "false")

    await dominique.keyboard.press("1")
    own = dominique.get_by_role("button", name="Slow down")
    await expect(own).to_have_attribute("aria-pressed", "true")
    await expect(chair.get_by_text("The interpreters ask the speaker to slow down.")).to_be_visible()
    assert "French booth: Slow down" not in await chair.inner_text("body")
    robin = await house.console("interpreter-en")
    slower = robin.get_by_role("button", name="Slow down")
    await expect(slower).to_contain_text("asked by another booth")
    await robin.keyboard.press("1")
    await expect(slower).to_have_attribute("aria-pressed", "true")
    await dominique.keyboard.press("1")
    await expect(own).to_have_attribute("aria-pressed", "false")
    await expect(chair.get_by_text("The interpreters ask the speaker to slow down.")).to_be_visible()

    await dominique.keyboard.press("?")
    keys = dominique.get_by_role("dialog", name="Keys")
    await keys.get_by_role("checkbox").uncheck()
    await dominique.keyboard.press("Escape")
    await dominique.keyboard.press("4")
    await dominique.get_by_role("button", name="Text missing").click()
    missing = dominique.get_by_role("button", name="Text missing")
    await expect(missing).to_have_attribute("aria-pressed", "true")
    await expect(dominique.get_by_role("button", name="Help wanted")).to_have_attribute(
        "aria-pressed", "false"
    )


async def test_the_booth_has_the_text_of_who_is_next(house: House) -> None:
    amber = await house.console("amber-room")
    birch = await house.console("birch-online")
    dominique = await house.console("interpreter-fr", query="?lang=fa")
    chair = await house.console("chair")
    await counted(chair, "Amberland", "Birchland")
    await open_debate(chair)
    coming = dominique.get_by_role("region", name="Coming").get_by_role("listitem")
    for place, delegate in enumerate((amber, birch)):
        await delegate.get_by_role("button", name="Ask for the floor").click()
        await expect(coming).to_contain_text(["No text"] * (place + 1))

    await amber.get_by_role("button", name="Texts…").click()
    texts = amber.get_by_role("dialog", name="Texts of your statements")
    file = FilePayload(name="speech.pdf", mimeType="application/pdf", buffer=TEXT)
    await texts.get_by_label("Language").select_option("English")
    await texts.get_by_label("File (PDF or DOCX)").set_input_files(file)
    await texts.get_by_role("button", name="Hand in").click()
    await expect(texts.get_by_role("listitem")).to_contain_text(["Item 2"])
    await expect(coming.first.get_by_role("link", name="text in English")).to_be_visible()
    await expect(coming.last).to_contain_text("No text")
    async with dominique.expect_download() as download:
        await coming.first.get_by_role("link", name="text in English").click()
    assert (await (await download.value).path()).read_bytes() == TEXT
    assert await dominique.evaluate("document.documentElement.dir") == "rtl"
    assert await violations(dominique) == []

    await expect(chair.locator("li.row")).to_have_count(2)
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    floor = dominique.get_by_role("region", name="Has the floor")
    await expect(floor.get_by_role("link", name="text in English")).to_be_visible()
