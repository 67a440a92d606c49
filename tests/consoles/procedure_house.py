"""The example's delegations under rules that know everything: proposals, motions, replies, panels, a gate."""

from pathlib import Path

from playwright.async_api import Locator, Page, expect
from tests.consoles.house import CONFERENCE
from tests.faults.running import Prepared, prepare_file

from hemicycle.registry.installed import installed

PROCEDURES = Path(__file__).parents[1] / "scenarios/procedures"
MORE_PEOPLE = """
[[people]]
id = "operator"
name = "Olu Example"
capacity = "operator"

[[people]]
id = "vice"
name = "Vera Example"
capacity = "secretariat"
podium = "panellist"
podium_title = "Panellist of the secretariat"
"""


def prepare_procedure(folder: Path) -> Prepared:
    """The example with the procedure of the scenarios, an operator and a panellist."""
    example = (installed("conferences") / f"{CONFERENCE}.toml").read_text("utf-8")
    conference = folder / "conference.toml"
    known = 'procedure = "uncac-expert-meeting"'
    assert known in example
    conference.write_text(example.replace(known, 'procedure = "full"') + MORE_PEOPLE, "utf-8")
    return prepare_file(folder / "data", conference, PROCEDURES, 1)


def dialog(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog", name=name)


async def press(where: Page | Locator, name: str) -> None:
    await where.get_by_role("button", name=name, exact=True).click()


async def table(chair: Page, symbol: str, title: str) -> None:
    """The podium tables a document under the item under consideration."""
    await chair.get_by_text("Documents (0)").click()
    await press(chair, "Table a document…")
    form = dialog(chair, "Table a document")
    await form.get_by_label("Symbol").fill(symbol)
    await form.get_by_label("Title").fill(title)
    await press(form, "Table")
    await expect(chair.get_by_text("Documents (1)")).to_be_visible()


async def put(chair: Page, button: str, how: str) -> None:
    """The chair puts what the button says: by consensus, or to the vote by a method."""
    await press(chair, button)
    await press(dialog(chair, "Put to the body"), how)
