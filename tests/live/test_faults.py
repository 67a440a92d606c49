"""Consoles that do not read, that die, and very many of them, against a real server."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from tests.live.fakes import MEETING
from tests.live.real_service import Remote, Service, opened, serving, small_socket

from hemicycle.live.protocol import Reason
from hemicycle.live.seam import SEND_BUFFER, SeamProtocol
from hemicycle.views.audiences import Audience

pytestmark = [pytest.mark.faults, pytest.mark.slow]

MEGABYTE = 1024 * 1024


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as running:
        yield running


async def many(stack: AsyncExitStack, service: Service, count: int) -> list[Remote]:
    async def one(number: int) -> Remote:
        remote = await stack.enter_async_context(opened(service, login=f"l{number}"))
        return await remote.hello()

    return await asyncio.gather(*(one(number) for number in range(count)))


@asynccontextmanager
async def stalling(service: Service) -> AsyncIterator[Remote]:
    """A console of the login ``slow`` that follows, and from then on does not read before it is asked to."""
    async with opened(service, login="slow", sock=small_socket(service), max_queue=1) as remote:
        await remote.hello()
        remote.socket.transport.pause_reading()
        yield remote


async def publish(service: Service, size: int, times: int) -> None:
    async def there() -> None:
        for number in range(times):
            service.conductor.commit({"n": number, "text": f"{number}" + "x" * size})
            await asyncio.sleep(0)

    await service.run(there())


async def test_a_console_that_does_not_read_holds_up_nobody_and_then_gets_one_snapshot(
    service: Service,
) -> None:
    async with AsyncExitStack() as stack:
        (quick,) = await many(stack, service, 1)
        stuck = await stack.enter_async_context(stalling(service))
        await publish(service, size=8 * 1024, times=640)
        await quick.until(lambda seen: seen.seq == 640)
        assert await service.in_loop(lambda: _buffered(service, "slow")) < 256 * 1024
        assert not await service.in_loop(lambda: _joined(service, "slow"))

        stuck.socket.transport.resume_reading()
        seen = await stuck.until(lambda seen: seen.seq == 640)
        assert seen.view == quick.follower.view
        assert seen.snapshots == 2
        await publish(service, size=10, times=1)
        await stuck.until(lambda seen: seen.seq == 641)


def _joined(service: Service, login: str) -> bool:
    return any(
        console.joined for hub in service.hubs.all() for console in hub.members if console.login.id == login
    )


def _buffered(service: Service, login: str) -> int:
    """Bytes that the service holds for this login's console."""
    (line,) = [
        console.line for hub in service.hubs.all() for console in hub.members if console.login.id == login
    ]
    assert isinstance(line, SeamProtocol)
    return line.transport.get_write_buffer_size()


async def test_the_kernel_keeps_little_for_a_console(service: Service) -> None:
    async with AsyncExitStack() as stack:
        await many(stack, service, 1)

        def send_buffer() -> int:
            ((line,),) = [[console.line for console in hub.members] for hub in service.hubs.all()]
            assert isinstance(line, SeamProtocol)
            kept = line.transport.get_extra_info("socket").getsockopt(1, 7)  # SOL_SOCKET, SO_SNDBUF
            return int(kept)

        assert await service.in_loop(send_buffer) <= 2 * SEND_BUFFER


async def test_a_console_that_stays_stuck_is_closed(service: Service) -> None:
    async with AsyncExitStack() as stack:
        stuck = await stack.enter_async_context(stalling(service))
        await publish(service, size=64 * 1024, times=20)
        await service.until(lambda: not _joined(service, "slow"))
        await service.run(service.hubs.sweep(service.loop.time() + 21))
        assert await service.in_loop(service.members) == 0
        stuck.socket.transport.resume_reading()
        assert await stuck.end() == 1013
        assert stuck.follower.bye is not None
        assert stuck.follower.bye["reason"] == "slow"


async def test_a_console_that_does_not_even_close_is_cut_off(service: Service) -> None:
    async with stalling(service):
        await publish(service, size=64 * 1024, times=20)
        await service.until(lambda: not _joined(service, "slow"))

        def say_bye_in_a_hurry() -> None:
            ((hub, console),) = [(hub, console) for hub in service.hubs.all() for console in hub.members]
            assert isinstance(console.line, SeamProtocol)
            console.line.close_timeout = 0.01
            hub.bye(console, Reason.SLOW)

        await service.in_loop(say_bye_in_a_hurry)
        await service.until(lambda: service.connections() == 0)


async def test_dead_sockets_among_many_stop_nobody(service: Service) -> None:
    async with AsyncExitStack() as stack:
        remotes = await many(stack, service, 60)
        for number, remote in enumerate(remotes):
            if number % 3 == 0:
                remote.socket.transport.abort()
        await publish(service, size=100, times=50)
        living = [remote for number, remote in enumerate(remotes) if number % 3]
        for remote in living:
            await remote.until(lambda seen: seen.seq == 50)
        await service.until(lambda: service.members() == len(living))


async def test_a_console_that_closes_in_a_fan_out_stops_nobody(service: Service) -> None:
    async with AsyncExitStack() as stack:
        remotes = await many(stack, service, 40)
        closing = [asyncio.ensure_future(remote.socket.close()) for remote in remotes[::2]]
        await publish(service, size=5000, times=100)
        await asyncio.gather(*closing)
        for remote in remotes[1::2]:
            await remote.until(lambda seen: seen.seq == 100)


async def test_three_hundred_consoles_all_end_with_the_same_view(service: Service) -> None:
    async with AsyncExitStack() as stack:
        remotes = await many(stack, service, 300)
        chance = random.Random(2021)

        async def use(remote: Remote, name: str) -> None:
            for number in range(3):
                await remote.command(f"{name}-{number}", place=chance.randrange(5))
                if chance.random() < 0.1:
                    await remote.send(type="hello", audience="hall")

        await asyncio.gather(*(use(remote, f"c{number}") for number, remote in enumerate(remotes)))
        for remote in remotes:
            await remote.until(lambda seen: len(seen.accepted) == 3 and seen.seq == 900)
        expected = await service.in_loop(lambda: service.conductor.views[Audience.HALL])
        assert all(remote.follower.view == expected for remote in remotes)
        assert len(service.conductor.handled) == 900


async def test_accepted_is_never_before_its_patch_whatever_else_goes_on(service: Service) -> None:
    """``Follower`` asserts it for each frame; here the stream is busy, and some consoles pause."""
    async with AsyncExitStack() as stack:
        remotes = await many(stack, service, 8)
        slow = await stack.enter_async_context(stalling(service))
        publishing = asyncio.ensure_future(publish(service, size=4000, times=300))
        for number in range(15):
            for remote in (*remotes, slow):
                await remote.command(f"{id(remote)}-{number}")
        await publishing
        slow.socket.transport.resume_reading()
        for remote in (*remotes, slow):
            await remote.until(lambda seen: len(seen.accepted) == 15 and seen.seq == 300 + 9 * 15)
        assert slow.follower.snapshots >= 1


async def test_a_client_that_pings_and_never_reads_costs_no_memory(service: Service) -> None:
    async with AsyncExitStack() as stack:
        stuck = await stack.enter_async_context(stalling(service))
        await publish(service, size=16 * 1024, times=40)
        await service.until(lambda: not _joined(service, "slow"))
        heard = await service.in_loop(lambda: _heard_at(service))
        pongs = [await stuck.socket.ping(f"{number:0125}".encode()) for number in range(10_000)]
        await stuck.command("c1", "Refuse")
        await service.until(lambda: _heard_at(service) > heard)
        assert await service.in_loop(lambda: _buffered(service, "slow")) < MEGABYTE / 2
        stuck.socket.transport.resume_reading()
        await stuck.until(lambda seen: seen.seq == 40 and bool(seen.refused))
        await publish(service, size=10, times=1)
        await stuck.until(lambda seen: seen.seq == 41)
        await asyncio.gather(*pongs)  # one pong answers all pings before it (RFC 6455 §5.5.3)


def _heard_at(service: Service) -> float:
    return max(console.heard_at for hub in service.hubs.all() for console in hub.members)


async def test_a_meeting_is_forgotten_when_all_have_gone(service: Service) -> None:
    async with AsyncExitStack() as stack:
        await many(stack, service, 5)
        assert await service.in_loop(lambda: [hub.meeting_id for hub in service.hubs.all()]) == [MEETING]
    await service.until(lambda: not list(service.hubs.all()))
