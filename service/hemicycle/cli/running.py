"""Opening the data folder, taking the port, serving until a signal ends it: clear words for failures."""

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import typer
import uvicorn
from rich.console import Console

from hemicycle.app import Service
from hemicycle.live.seam import listen, uvicorn_options
from hemicycle.storage import Engine, StorageRefused, open_storage

errors = Console(stderr=True, soft_wrap=True, highlight=False)


def fail(message: str, code: int = 1) -> typer.Exit:
    """Say what went wrong on standard error; raise the result to end with ``code``."""
    errors.print(f"hemicycle: {message}", style="red", markup=False)
    return typer.Exit(code)


def opened(place: Path | str) -> Engine:
    """The database in a folder, or at an address; ends the program with a message if it cannot be used."""
    try:
        return open_storage(place)
    except StorageRefused as error:
        raise fail(str(error)) from error


def taken_port(host: str, port: int) -> socket.socket:
    """A socket bound to the address; ends the program with a message where that is not possible."""
    try:
        return listen(host, port)
    except OSError as error:
        raise fail(
            f"{host}:{port} cannot be used ({error.strerror or error}); choose another with --port or --host"
        ) from error


def address(listening: socket.socket) -> str:
    """The URL of a bound socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Server(uvicorn.Server):
    """uvicorn, but ending with 0 after an orderly stop: to be told to stop is no failure."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answering = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Also say when the service answers."""
        await super().startup(sockets)
        self.answering.set()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Let SIGINT and SIGTERM stop the server; nothing is raised again afterwards."""
        loop = asyncio.get_running_loop()
        for stop in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(stop, self.handle_exit, stop, None)
        try:
            yield
        finally:
            for stop in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(stop)


def serve_until_stopped(
    service: Service,
    listening: socket.socket,
    beside: Callable[[], Awaitable[None]],
    proxies: str | None = None,
) -> None:
    """Serve; once the service answers, run ``beside``. Returns when a signal has ended the service.

    ``proxies``: who is believed where a request comes from, and whether by https; None: this machine.
    """
    config = uvicorn.Config(
        service.app,
        log_level="warning",
        access_log=False,
        forwarded_allow_ips=proxies or "127.0.0.1",
        **uvicorn_options(),
    )
    uvicorn_loop = config.get_loop_factory()
    with asyncio.Runner(loop_factory=uvicorn_loop) as runner:
        runner.run(_serve(Server(config), listening, beside))


async def _serve(server: Server, listening: socket.socket, beside: Callable[[], Awaitable[None]]) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await asyncio.wait({serving, asyncio.create_task(server.answering.wait())}, return_when="FIRST_COMPLETED")
    accompanying = asyncio.ensure_future(beside())
    try:
        await asyncio.wait({serving, accompanying}, return_when="FIRST_COMPLETED")
        if accompanying.done():
            accompanying.result()
        await serving
    finally:
        server.should_exit = True
        accompanying.cancel()
        await asyncio.gather(serving, accompanying, return_exceptions=True)
