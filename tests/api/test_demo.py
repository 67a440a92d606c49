"""The demo gives logins away: on this machine, under its own name, and only where a demo runs."""

from typing import Any

import pytest
from tests.api.edge import Edge, problem

from hemicycle.access.logins import NewLogin
from hemicycle.rules.terms import Capacity

LOCAL = "http://localhost:8000"


class Demonstration:
    def status(self) -> dict[str, object]:
        return {"autopilot": True, "bots": True, "consoles": []}

    def console(self, key: str) -> NewLogin | None:
        known = NewLogin(capacity=Capacity.CHAIR, conference="moot", participant="chair", delegation="pan")
        return known if key == "chair" else None


@pytest.fixture
def demo(edge: Edge) -> Edge:
    edge.service.parts.demo = Demonstration()
    return edge


async def _enter(edge: Edge, host: str = LOCAL, client: str = "127.0.0.1", **headers: str) -> Any:
    browser = await edge.browser(client)
    return await browser.post(f"{host}/demo/enter", json={"console": "chair"}, headers=headers)


async def test_a_console_of_the_page(demo: Edge) -> None:
    browser = await demo.browser(Origin=LOCAL)
    assert "demo" in (await browser.get(f"{LOCAL}/")).text
    assert (await browser.get(f"{LOCAL}/demo/status")).json()["bots"] is True
    entered = await browser.post(f"{LOCAL}/demo/enter", json={"console": "chair"})
    session = await browser.get(f"{LOCAL}{entered.json()['location']}api/v1/session")
    assert session.json()["service"] == {"simulated": True}


async def test_an_unknown_console(demo: Edge) -> None:
    browser = await demo.browser()
    for key in ("vice", "", "\u0000", "x" * 10_000):
        answer = await browser.post(f"{LOCAL}/demo/enter", json={"console": key})
        assert problem(answer) == (404, "unknown-console")


@pytest.mark.parametrize("client", ["192.0.2.1", "2001:db8::1", "0.0.0.0", "unknown", ""])  # noqa: S104
async def test_only_from_this_machine(demo: Edge, client: str) -> None:
    assert problem(await _enter(demo, client=client)) == (403, "only-here")
    browser = await demo.browser(client)
    assert problem(await browser.get(f"{LOCAL}/demo/status")) == (403, "only-here")


@pytest.mark.parametrize(
    "host", ["http://evil.test", "http://localhost.evil.test", "http://127.0.0.1.evil.test:8000"]
)
async def test_only_under_a_name_of_this_machine(demo: Edge, host: str) -> None:
    """Another site's page may let its own name lead here, and then has our origin."""
    assert problem(await _enter(demo, host=host, Origin=host)) == (403, "only-here")


async def test_not_for_another_site_s_page(demo: Edge) -> None:
    assert problem(await _enter(demo, Origin="http://evil.test")) == (403, "wrong-origin")
    browser = await demo.browser()
    plain = {"Content-Type": "text/plain"}
    sent = await browser.post(f"{LOCAL}/demo/enter", content='{"console": "chair"}', headers=plain)
    assert problem(sent)[0] == 422


async def test_without_a_demo_there_is_nothing(edge: Edge) -> None:
    assert problem(await _enter(edge)) == (404, "not-found")
    browser = await edge.browser()
    assert problem(await browser.get(f"{LOCAL}/demo/status")) == (404, "not-found")
    assert "front" in (await browser.get(f"{LOCAL}/")).text
