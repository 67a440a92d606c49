"""Pages of a slow machine on a bad line: what somebody presses too early is found here, and not by chance.

``HEMICYCLE_SLOW_PAGES=4`` gives every browser test pages that compute four times slower, and lets each frame
and each answer of the service come up to that many tenths of a second late, in order. Such a run takes long:
raise its ``--timeout``.
"""

import asyncio
import os
import random
from collections.abc import Callable
from time import monotonic

from playwright.async_api import Page, Route, WebSocketRoute

TIMES = float(os.environ.get("HEMICYCLE_SLOW_PAGES", "1"))
LATEST = 0.1 * TIMES
"""Seconds."""


Message = str | bytes


class LateWay:
    """One way of a line: everything comes out in its order, each a while later; None ends it."""

    def __init__(self) -> None:
        self._under_way: asyncio.Queue[tuple[float, Message | None]] = asyncio.Queue()

    def put(self, message: Message | None) -> None:
        self._under_way.put_nowait((monotonic() + random.uniform(0, LATEST), message))

    async def carry(self, send: Callable[[Message], None]) -> None:
        while True:
            due, message = await self._under_way.get()
            await asyncio.sleep(max(due - monotonic(), 0))
            if message is None:
                return
            send(message)


def _late_socket(page_side: WebSocketRoute) -> None:
    service_side = page_side.connect_to_server()
    up, down = LateWay(), LateWay()
    carrying_up = asyncio.create_task(up.carry(service_side.send))

    async def to_the_page() -> None:
        await down.carry(page_side.send)
        await page_side.close()

    carrying_down = asyncio.create_task(to_the_page())
    carrying_down.add_done_callback(lambda _: carrying_up.cancel())
    page_side.on_message(up.put)
    service_side.on_message(down.put)
    service_side.on_close(lambda _code, _reason: down.put(None))


async def _late_answer(route: Route) -> None:
    await asyncio.sleep(random.uniform(0, LATEST))
    await route.continue_()


async def slowed(page: Page) -> None:
    """The page as ``HEMICYCLE_SLOW_PAGES`` asks; without it as it is."""
    if TIMES == 1:
        return
    await page.route_web_socket("**/live/**", _late_socket)
    await page.route("**/api/**", _late_answer)
    browser = await page.context.new_cdp_session(page)
    await browser.send("Emulation.setCPUThrottlingRate", {"rate": TIMES})
