"""The consoles in other languages: all of it is said in them, and it fits; the service's refusals too."""

from typing import get_args

import pytest
from playwright.async_api import Page, expect
from tests.consoles.house import House, violations
from tests.consoles.words import OTHERS, PLACE, catalogue, forms, said_in_english, word

from hemicycle.access.login_refusals import LoginRefused
from hemicycle.contract.problems import PROBLEMS
from hemicycle.documents.refusals import Reason
from hemicycle.registry.departed import Departed
from hemicycle.registry.incoming import LineCode, ReadingCode
from hemicycle.registry.note_checks import FindingCode
from hemicycle.registry.seats import SeatRefused
from hemicycle.rules.refusals import REFUSALS

REFUSED = "refused."
NO_LINK = {"link-refused.login-mismatch"}
"""Refused where a login is made, not where its link is opened."""
NARROW = {"width": 390, "height": 844}

SHOWN = """() => {
  const told = ["aria-label", "title", "placeholder"];
  const lines = document.title.split(" · ");
  for (const each of document.querySelectorAll("body, body *:not(script, [lang=en], [lang=en] *)")) {
    lines.push(...told.map((name) => each.getAttribute(name) ?? ""));
    const texts = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    lines.push(...texts.map((node) => node.data));
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}"""
"""Every text that the page shows or tells, save what it says to be English: names and choices."""


SAID_BY_THE_SERVICE = (
    REFUSALS.keys()
    | PROBLEMS.keys()
    | {f"file-refused.{reason}" for reason in get_args(Reason) if reason != "busy"}
    | {f"takes-no-part.{why}" for why in Departed}
    | {f"seat-refused.{refusal.code}" for refusal in SeatRefused.__subclasses__()}
    | {f"link-refused.{refusal.code}" for refusal in LoginRefused.__subclasses__()} - NO_LINK
    | {f"finding.{code}" for code in get_args(FindingCode)}
    | {f"line.{code}" for code in get_args(LineCode)}
    | {f"reading.{code}" for code in get_args(ReadingCode)}
    | {f"field.{kind}" for kind in ("missing", "string_too_short", "string_too_long", "other")}
)
"""Whatever the service refuses or finds, and the kinds of faults of a field that have words of their own."""


@pytest.mark.parametrize("language", OTHERS)
def test_every_refusal_of_the_service_has_its_sentence_and_no_other(language: str) -> None:
    texts = {
        key.removeprefix(REFUSED): text
        for key, text in catalogue(language).items()
        if key.startswith(REFUSED)
    }
    assert texts.keys() == SAID_BY_THE_SERVICE
    for code, text in texts.items():
        said = REFUSALS[code].says if code in REFUSALS else ""
        assert {place for form in forms(text) for place in PLACE.findall(form)} <= set(PLACE.findall(said)), (
            code
        )


def test_english_words_are_found_among_others() -> None:
    lines = ["Ask for the floor", "Demander la parole", "Item 2", "Amberland", "Motions", "Documents (0)"]
    assert said_in_english(lines, "fr") == ["Ask for the floor", "Item 2"]


async def whole(page: Page, language: str) -> None:
    """All words are of the language, nothing runs out of the page, and axe finds nothing."""
    assert said_in_english(await page.evaluate(SHOWN), language) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate("document.documentElement.lang") == language
    assert await violations(page) == []


async def choose(page: Page, now: str, language: str) -> None:
    """Choose the page's language where it stands."""
    await page.get_by_role("combobox", name=word("language.choice", now), exact=True).select_option(language)
    await expect(page.get_by_text(word("link.live", language), exact=True)).to_be_visible()


async def press(page: Page, key: str, language: str) -> None:
    await page.get_by_role("button", name=word(key, language), exact=True).first.click()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("browser")
async def test_chair_and_delegate_read_and_are_refused_in_their_language(house: House) -> None:
    chair = await house.console("chair", "?lang=fr")
    amber = await house.console("amber-room", viewport=NARROW)
    await house.console("birch-online")
    await expect(chair.get_by_role("button", name="Birchland")).to_contain_text(word("desk.present", "fr"))
    await chair.keyboard.press("n")
    await expect(chair.locator(".toast")).to_contain_text(word("refused.not-in-session", "fr"))
    await whole(chair, "fr")

    await amber.get_by_role("combobox", name=word("language.choice")).focus()
    await amber.keyboard.press("ArrowDown")
    await expect(amber.get_by_text(word("standing.idle", "fr"))).to_be_visible()
    await expect(amber.get_by_role("combobox", name=word("language.choice", "fr"))).to_be_focused()
    await amber.goto(amber.url.partition("?")[0])
    await expect(amber.get_by_text(word("standing.idle", "fr"))).to_be_visible()
    await whole(amber, "fr")

    for key in ("phase.act.CallToOrder", "agenda.take_up", "list.act.OpenList"):
        await press(chair, key, "fr")
    await press(amber, "ask.floor", "fr")
    await expect(chair.locator("li.row")).to_contain_text(["Amberland"])
    await expect(chair.locator("li.tier")).to_have_text(["États parties"])
    await chair.keyboard.press("n")
    await chair.keyboard.press("g")
    await expect(amber.get_by_role("heading", name=word("standing.speaking", "fr"))).to_be_visible()
    for page in (chair, amber):
        await whole(page, "fr")
        await choose(page, "fr", "ar")
        await whole(page, "ar")
    await chair.keyboard.press("?")
    await whole(chair, "ar")
