"""The hall's display when all States of the world decide: nobody scrolls a hall."""

from collections.abc import AsyncIterator
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient
from playwright.async_api import Browser, Page, expect
from tests.consoles.conftest import housed
from tests.consoles.house import CONFERENCE, House, violations
from tests.consoles.procedure_house import PROCEDURES
from tests.faults.running import Prepared, prepare_file

from hemicycle.registry.installed import installed

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
CODES = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB
BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA
ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI
HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA
LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM
NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO
TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""
STATES = CODES.split()
CLERKS = "".join(
    f"""
[[people]]
id = "clerk-{number}"
name = "Clerk {number} Example"
capacity = "secretariat"
"""
    for number in range(6)
)
"""A login may send so many commands in a moment, and no more: these answer the roll in turn."""
SIZES = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720})


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    """The example with the world's States beside its own, and a quorum that the chair alone makes."""
    example = (installed("conferences") / f"{CONFERENCE}.toml").read_text("utf-8")
    known = 'procedure = "uncac-expert-meeting"'
    assert known in example
    states = "".join(f'[[delegations]]\ncountry = "{code}"\ncategory = "state_party"\n' for code in STATES)
    conference = tmp_path / "conference.toml"
    conference.write_text(example.replace(known, 'procedure = "full"') + states + CLERKS, "utf-8")
    procedures = tmp_path / "procedures"
    procedures.mkdir()
    full = (PROCEDURES / "full.toml").read_text("utf-8")
    assert full.count("denominator = ") == 2
    (procedures / "full.toml").write_text(full.replace("denominator = ", "denominator = 1000 #"), "utf-8")
    return prepare_file(tmp_path / "data", conference, procedures, 1)


@pytest.fixture
async def house(prepared: Prepared, browser: Browser) -> AsyncIterator[House]:
    async with housed(prepared, browser) as house:
        yield house


class Podium:
    """The podium's hands without a console: the chair's, and for the roll each time the next clerk's."""

    def __init__(self, client: AsyncClient, prepared: Prepared) -> None:
        self._client = client
        self._meeting = f"/api/v1/meetings/{prepared.meeting}"
        clerks = [c.token for c in prepared.cast if c.capacity == "secretariat"]
        self._clerks = cycle(clerks)
        self._chair = prepared.of("chair").token
        self._ids = count()

    async def act(self, command: str, **fields: Any) -> None:
        await self._send(self._chair, command, **fields)

    async def record(self, delegation: str, choice: str) -> None:
        await self._send(next(self._clerks), "RecordVote", delegation=delegation, choice=choice)

    async def _send(self, token: str, command: str, **fields: Any) -> None:
        body = {"id": f"act-{next(self._ids)}", "command": command, **fields}
        headers = {"authorization": f"Bearer {token}"}
        answer = await self._client.post(f"{self._meeting}/commands", json=body, headers=headers)
        assert answer.is_success, answer.text

    async def roll(self) -> list[str]:
        """In what order the States are called."""
        headers = {"authorization": f"Bearer {self._chair}"}
        answer = await self._client.get(f"{self._meeting}/views/hall", headers=headers)
        order: list[str] = answer.json()["view"]["vote"]["order"]
        return order


async def fits(hall: Page) -> None:
    """At both sizes nothing lies below the display's edge, or beside it."""
    for size in SIZES:
        await hall.set_viewport_size(size)  # type: ignore[arg-type]  # a viewport, as playwright has it
        await hall.wait_for_function(
            "({width, height}) => innerWidth === width && innerHeight === height", arg=size
        )
        seen = await hall.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        assert seen == [size["width"], size["height"]]


async def test_a_roll_call_of_all_states_fits_the_display(prepared: Prepared, house: House) -> None:
    hall = await house.console("hall")
    await house.console("amber-room")
    async with AsyncClient(base_url=house.served.url, timeout=60) as client:
        podium = Podium(client, prepared)
        await podium.act("CallToOrder")
        await podium.act("TakeUpItem", item="2")
        await podium.act("TableProposal", item="2", symbol="EX/2030/L.1", title="Work between sessions")
        await podium.act("AskConsensus", kind="proposal", ref="p1")
        await podium.act("AbandonConsensus")
        await podium.act("OpenVote", kind="proposal", ref="p1", method="roll_call")
        *first, last = await podium.roll()
        assert len(first) > len(STATES)
        for state, choice in zip(first, cycle(("yes", "no", "abstention")), strict=False):
            await podium.record(state, choice)
        vote = hall.get_by_role("region", name="Vote")
        await expect(vote.get_by_text(f"{len(first)} of {len(first) + 1} voted")).to_be_visible()
        await fits(hall)
        assert await violations(hall) == []
        await podium.record(last, "abstention")
        await podium.act("CloseVote")
    result = hall.get_by_role("region", name="Decision 1")
    await expect(result.locator(".squares span")).to_have_count(len(first) + 1)
    await fits(hall)
