"""What else an officer does at the desk: files out and in, a deadline moved, a revision settled, an end."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, Page, expect
from tests.consoles.conftest import BEFORE, housed
from tests.consoles.desk_house import desk_of, register, to_screen, to_tab
from tests.consoles.house import CONFERENCE, House, violations
from tests.documents.papers import table_pdf
from tests.faults.running import prepare
from tests.platforms.indico.fake_indico import EVENT, FORM, TOKEN, FakeIndico, running

from hemicycle.registry.installed import installed

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
HEAD = ("Name", "Title", "E-mail", "Participation", "Role")
NOOR = ("Noor Example", "Counsellor", "noor@cedar.example", "Online", "Speaker")
NILS = ("Nils Example", "Attaché", "nils@cedar.example", "Online", "Observer")
AYA = ("Aya Example", "aya@cedar.example")


@dataclass(frozen=True)
class Asking:
    """A service that is told of an Indico."""

    house: House
    indico: FakeIndico


@pytest.fixture
async def asking(tmp_path: Path, browser: Browser) -> AsyncIterator[Asking]:
    prepared = prepare(tmp_path, CONFERENCE, 1)
    early = replace(prepared, begins=prepared.begins - BEFORE)
    async with running() as indico:
        told = {"HEMICYCLE_INDICO_URL": indico.address, "HEMICYCLE_INDICO_TOKEN": TOKEN}
        async with housed(early, browser, **told) as house:
            yield Asking(house, indico)


async def note_by_file(desk: Page, reference: str, *rows: tuple[str, ...]) -> None:
    """A note of Cedarland whose table is read from its PDF."""
    await to_screen(desk, "Notes verbales")
    await desk.get_by_role("combobox", name="Delegation", exact=True).select_option("cedar")
    await desk.get_by_role("button", name="Write down a note").click()
    await desk.get_by_label("Reference").fill(reference)
    file = FilePayload(name="note.pdf", mimeType="application/pdf", buffer=table_pdf((HEAD, *rows)))
    await desk.get_by_label("File of the note").set_input_files(file)
    await expect(desk.get_by_text("note.pdf: 1 page, kept; its table has been read below.")).to_be_visible()
    await expect(desk.get_by_label("Name, line 1")).to_have_value(rows[0][0])
    await desk.get_by_role("button", name="Save the draft").click()
    await expect(desk.get_by_text("The draft is saved.")).to_be_visible()


async def saved(desk: Page, button: str) -> str:
    """The text of the file that a button saves."""
    async with desk.expect_download() as coming:
        await desk.get_by_role("button", name=button).click()
    download = await coming.value
    return Path(await download.path()).read_text("utf-8-sig")


async def test_a_revision_read_from_its_file_settles_who_loses_a_place(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await note_by_file(desk, "NV 1", NOOR, NILS)
    await desk.get_by_role("button", name="Confirm the note").click()
    await expect(desk.get_by_text("The note is in force.")).to_be_visible()
    await to_screen(desk, "Registrations")
    await register(desk, "cedar", NOOR[0], NOOR[2])
    await desk.get_by_role("button", name="Approve all clean (1)…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Approve 1").click()
    await expect(desk.get_by_role("dialog").get_by_text("1 approved.")).to_be_visible()
    await desk.get_by_role("dialog").get_by_role("button", name="Close").last.click()

    await note_by_file(desk, "NV 2", NILS)
    await expect(desk.get_by_text("1 approved person would lose a place")).to_be_visible()
    assert await violations(desk) == []
    await desk.get_by_role("group", name="What becomes of Noor Example").get_by_text("Withdraw").click()
    await desk.get_by_role("button", name="Confirm the note").click()
    await expect(desk.get_by_text("The note is in force.")).to_be_visible()
    await to_screen(desk, "Registrations")
    await to_tab(desk, "Withdrawn")
    await expect(desk.get_by_role("row").filter(has_text=NOOR[0])).to_contain_text("Withdrawn")


async def announced(desk: Page) -> None:
    """To one who is registered, after the number was seen; then read in the outbox."""
    await to_screen(desk, "Mail and files")
    await desk.get_by_label("Subject").fill("Masks")
    await desk.get_by_label("Text").fill("Masks are worn in the building.")
    await desk.get_by_role("button", name="Send…").click()
    sending = desk.get_by_role("dialog")
    assert await violations(desk) == []
    await sending.get_by_role("button", name="Send to 1 person").click()
    await expect(desk.get_by_text("The announcement is on its way.")).to_be_visible()
    await desk.get_by_role("button", name="Example: a working group of six delegations: Masks").click()
    letter = desk.get_by_role("dialog")
    await expect(letter.get_by_text("Masks are worn in the building.")).to_be_visible()
    await expect(letter.get_by_text(AYA[1])).to_be_visible()
    assert await violations(desk) == []
    await letter.get_by_role("button", name="Close").last.click()


async def delegation_added(desk: Page) -> None:
    """A State that the file has forgotten, by its country; then changed."""
    await to_screen(desk, "Delegations")
    await desk.get_by_role("button", name="Add a delegation…").click()
    adding = desk.get_by_role("dialog", name="A new delegation")
    await adding.get_by_label("Country code").fill("bol")
    assert await violations(desk) == []
    await adding.get_by_role("button", name="Save the delegation").click()
    await expect(desk.get_by_role("heading", name="Bolivia (Plurinational State of)")).to_be_visible()
    await desk.get_by_role("button", name="Change…").click()
    changing = desk.get_by_role("dialog", name="Change the delegation")
    await changing.get_by_label("Category").select_option("other_state")
    await changing.get_by_role("button", name="Save the delegation").click()
    await expect(desk.locator(".screen-subject")).to_contain_text("Other State")


async def conference_created(house: House, desk: Page) -> None:
    """From its file, which is looked through first; the officer gets a link of her own."""
    text = (installed("conferences") / f"{CONFERENCE}.toml").read_text("utf-8")
    right = text.replace(f'id = "{CONFERENCE}"', 'id = "spring"', 1)
    broken = right.replace('podium = "chair"', 'podium = "throne"', 1)
    place = broken[: broken.index('podium = "throne"')].count("\n") + 1
    await desk.get_by_role("button", name="New conference…").click()
    asking = desk.get_by_role("dialog", name="A new conference from its file")
    for content in (broken, right):
        file = FilePayload(name="spring.toml", mimeType="application/toml", buffer=content.encode())
        await asking.get_by_label("File of the conference").set_input_files(file)
        await asking.get_by_role("button", name="Check the file").click()
        if content == broken:
            fault = asking.get_by_role("listitem").filter(has_text="people[1].podium")
            await expect(fault).to_contain_text(f"Line {place}")
            assert await violations(desk) == []
            assert all("422" in said for said in house.complaints)
            house.complaints.clear()  # the browser reports the refused file
    await expect(asking.get_by_text("The file is in order.")).to_be_visible()
    await asking.get_by_label("You are").select_option("secretary")
    assert await violations(desk) == []
    await asking.get_by_role("button", name="Create the conference").click()
    await expect(asking.get_by_role("link")).to_have_attribute("href", re.compile(r"/enter#\w+\.[\w-]+$"))
    assert await violations(desk) == []
    await asking.get_by_role("button", name="Close").last.click()


async def found_and_linked(desk: Page) -> None:
    """She has lost her link and gets another."""
    await to_screen(desk, "Persons")
    await desk.get_by_role("searchbox").fill("aya cedarland")
    await desk.get_by_role("button", name="Find").click()
    await desk.get_by_role("link", name=AYA[0]).click()
    await desk.get_by_role("button", name="Send a new login link…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Send a new link").click()
    await expect(desk.get_by_role("dialog").get_by_text(f"It is on its way to {AYA[1]}")).to_be_visible()
    assert await violations(desk) == []
    await desk.get_by_role("dialog").get_by_role("button", name="Close").last.click()


async def test_files_for_others_announcements_the_deadline_and_an_erasure(early_house: House) -> None:
    desk = await desk_of(early_house, "secretary")
    await to_screen(desk, "Registrations")
    await register(desk, "cedar", *AYA)
    await to_tab(desk, "Not in the note")
    await desk.get_by_role("button", name=AYA[0]).click()
    await desk.get_by_label("Reason (needed").fill("The mission has telephoned")
    await desk.get_by_role("dialog").get_by_role("button", name="Approve").click()
    await expect(desk.get_by_text("Aya Example is approved.")).to_be_visible()

    await announced(desk)
    assert "Aya Example,aya@cedar.example,Cedarland,speaker" in await saved(desk, "Role sheet (CSV)")
    assert (await saved(desk, "Meetings (ICS)")).count("BEGIN:VEVENT") == 1
    assert "Cedarland,State party,Aya Example" in await saved(desk, "List of participants (CSV)")
    changed = desk.get_by_role("heading", name="changed since it was last taken")
    await expect(changed).not_to_have_text("Role sheet: 0 changed since it was last taken")
    await desk.get_by_role("button", name="Mark as taken").click()
    await expect(changed).to_have_text("Role sheet: 0 changed since it was last taken")

    await delegation_added(desk)
    await to_screen(desk, "Calendar")
    await desk.get_by_label("Last day").fill("2029-12-31")
    await desk.get_by_label("Until (optional)").fill("18:00")
    await desk.get_by_role("button", name="Save the deadline").click()
    await expect(desk.get_by_text("Registration closes on 31 Dec 2029, 18:00")).to_be_visible()
    await conference_created(early_house, desk)

    await found_and_linked(desk)
    assert AYA[1] in await saved(desk, "Save all data")
    await desk.get_by_role("button", name="Erase…").click()
    over = desk.get_by_role("dialog")
    await over.get_by_role("textbox").fill("erase")
    assert await violations(desk) == []
    await over.get_by_role("button", name="Erase for good").click()
    await expect(desk.get_by_text("The person is erased.")).to_be_visible()
    await to_screen(desk, "Persons")
    await expect(desk.get_by_role("link", name=AYA[0])).to_have_count(0)
    await to_screen(desk, "Registrations")
    await to_tab(desk, "Withdrawn")
    await expect(desk.get_by_role("row").filter(has_text="a representative of Cedarland")).to_be_visible()


async def test_registrations_come_from_indico_itself(asking: Asking) -> None:
    for number, land in ((811, "Cedarland"), (812, "Deltaland"), (813, "Nowhere")):
        asking.indico.add(number)
        field = asking.indico.registrations[number]["registration_data"][0]["fields"][0]
        field.update(title="Affiliation", input_type="text", id=99, data=land)
    desk = await desk_of(asking.house, "secretary")
    await to_screen(desk, "Invite and import")
    await desk.get_by_label("Event number").fill(str(EVENT))
    await desk.get_by_label("Form number").fill(str(FORM))
    await desk.get_by_role("button", name="Dry run").last.click()
    await expect(desk.get_by_text("nothing is written yet")).to_be_visible()
    await expect(desk.get_by_role("row").filter(has_text="Nowhere")).to_contain_text("Rejected")
    assert await violations(desk) == []
    await desk.get_by_role("button", name="Apply").click()
    await expect(desk.get_by_text("This import is applied.")).to_be_visible()
    await to_screen(desk, "Registrations")
    await to_tab(desk, "Not in the note")
    await expect(desk.get_by_role("row").filter(has_text="Ana 811")).to_contain_text("Cedarland")
    await expect(desk.get_by_role("row").filter(has_text="Ana 812")).to_contain_text("Deltaland")
