"""A service with the example conference, and browsers that enter it with the links that people are sent."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ConsoleMessage, Page, expect
from tests.cli.terminal import typed
from tests.consoles.slow_pages import slowed
from tests.consoles.words import spoken, word
from tests.faults.running import Served

CONFERENCE = "example"
AXE = Path(__file__).parents[2] / "clients/web/node_modules/axe-core/axe.min.js"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def invited(data: Path, conference: str = CONFERENCE) -> dict[str, str]:
    """What ``hemicycle invite`` prints: of each person the link, as path and fragment."""
    printed = typed("invite", conference, "--json", "--data", data)
    assert printed.code == 0, printed.err
    return {
        person["participant"]: "/enter" + person["link"].partition("/enter")[2] for person in printed.lines()
    }


@dataclass
class House:
    """The running service and everybody's links. ``complaints``: what the browsers' consoles said."""

    served: Served
    links: dict[str, str]
    browser: Browser
    complaints: list[str] = field(default_factory=list)
    opened: list[Page] = field(default_factory=list)

    async def console(self, participant: str, query: str = "", **context: Any) -> Page:
        """The person's console in a browser of her own, entered with a click on her link.

        ``query``: of its address, as ``?lang=fr``.
        """
        page = await self.page(**context)
        path, fragment = self.links[participant].split("#")
        await page.goto(f"{self.served.url}{path}{query}#{fragment}")
        await page.get_by_role("button", name=word("enter.button", spoken(query))).click()
        await expect(page.get_by_text(word("link.live", spoken(query)), exact=True)).to_be_visible()
        return page

    async def page(self, **context: Any) -> Page:
        """An empty page in a browser of its own."""
        browser_context = await self.browser.new_context(**{"reduced_motion": "reduce", **context})
        page = await browser_context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.opened.append(page)
        await slowed(page)
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    async def leave(self) -> None:
        """Close every browser."""
        await asyncio.gather(*(page.context.close() for page in self.opened))


async def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands, in words."""
    await page.evaluate(AXE.read_text("utf-8"))
    found = await page.evaluate("(rules) => axe.run(document, {runOnly: rules})", AXE_RULES)
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html']}" for v in found["violations"]]


async def open_debate(chair: Page) -> None:
    """The chair calls the meeting to order, takes up item 2 and opens its list, with the mouse."""
    await chair.get_by_role("button", name="Call to order").click()
    agenda = chair.get_by_role("region", name="Agenda")
    await agenda.get_by_role("listitem").filter(has_text="General discussion").get_by_role("button").click()
    speakers = chair.get_by_role("region", name="List of speakers")
    await speakers.get_by_role("button", name="Open").click()
    await expect(speakers.get_by_role("button", name="Close…", exact=True)).to_be_visible()


async def end_statement(delegate: Page) -> None:
    """The delegate gives the floor back, and says so once more."""
    await delegate.get_by_role("button", name="End my statement…").click()
    asked = delegate.get_by_role("dialog", name="End my statement")
    await asked.get_by_role("button", name="End my statement", exact=True).click()


async def counted(chair: Page, *delegations: str) -> None:
    """Wait until the desk's strip shows these delegations as present: the quorum is counted from that."""
    for delegation in delegations:
        row = chair.get_by_role("button", name=delegation)
        await expect(row).to_contain_text("Present")
